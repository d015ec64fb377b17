import type { Capacity } from '../vocabulary/capacity.js'
import type { Count } from '../vocabulary/count.js'
import type { AgreementId, AnyId, BatchId, OccasionId, OrganisationId, PersonId, ProgrammeId, SeriesId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList, Stated } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { SessionEvent } from './session-events.js'
import type { Mode, Standing } from './standing.js'

// What a command and its event share is one interface. An absent field was not stated; an empty list says that there is none.

/** What people come to in order to hear or see something, by the word of its source. */
export type BriefingKind = 'briefing' | 'seminar' | 'talk' | 'lecture' | 'site visit' | 'other'
/** Any of those, a ceremony or a meeting. */
export type OccasionKind = BriefingKind | 'ceremony' | 'meeting'

export type { Standing }

/** What a person, an organisation, or the one for the other did there. One of the two is named at least. */
export interface Role {
  /** Known: host, speaker, addressed, officiant, organiser, joint organiser, supporter, witness, leader, present; others as the source says. */
  readonly role: string
  readonly person?: PersonId
  readonly organisation?: OrganisationId
  /** Titles as used that day. */
  readonly capacities?: ReadonlyArray<Capacity>
  readonly invited?: true
  readonly invitedBy?: OrganisationId
  /** Said to have attended, and how that stands to the figure. */
  readonly attended?: Standing
}

/** What led to an occasion, such as sessions that ended in March. */
export interface Prompt {
  readonly words: string
  readonly ended?: StatedDate
}

/** What it came before, and after, on its day. */
export interface DayOrder {
  readonly before?: ReadonlyArray<AnyId>
  readonly after?: ReadonlyArray<AnyId>
}

/** What may be said of any occasion, planned or held. */
export interface Particulars {
  readonly titles?: ReadonlyArray<Name>
  readonly on?: StatedDate
  /** Of an occasion of several days. */
  readonly lastDay?: StatedDate
  readonly venue?: string
  readonly place?: string
  readonly mode?: Mode
  readonly purpose?: string
  /** In the source's order. */
  readonly themes?: NamedList<string>
  readonly promptedBy?: Prompt
  readonly order?: DayOrder
  /** None: recorded as belonging to none. */
  readonly partOf?: Stated<ProgrammeId | BatchId | SeriesId | AgreementId>
  readonly roles?: ReadonlyArray<Role>
}

/** Who came, as a figure and in words. */
export interface Attendance {
  readonly figure?: Count
  readonly categories?: NamedList<string>
  /** Of what it is the figure: participants, senior officials. */
  readonly of?: string
}

/** What is to take place, as far as it is told. */
export interface Schedule extends Particulars {
  readonly occasion: OccasionId
  readonly kind: OccasionKind
}

/** Only what changes; a list replaces the one before. */
export interface Revision extends Particulars {
  readonly occasion: OccasionId
  readonly kind?: OccasionKind
}

/** Without a day: put off until nobody says when. A last day that was planned no longer holds. */
export interface Postponement {
  readonly occasion: OccasionId
  readonly to?: StatedDate
  readonly why?: string
}

/** It does not take place. Absent `why`: nobody says for what reason. */
export interface Cancellation {
  readonly occasion: OccasionId
  readonly why?: string
}

/** A ceremony or a meeting as it was held. */
export interface HeldOccasion extends Particulars {
  readonly occasion: OccasionId
  readonly attendance?: Attendance
}

/** A briefing as it was held, by its kind: a talk is no site visit. */
export interface HeldBriefing extends HeldOccasion {
  readonly kind: BriefingKind
}

/** Who came, by figure or in words, as one more source has it. */
export interface Headcount {
  readonly occasion: OccasionId
  readonly attendance: Attendance
}

/** One person's line on the roll. */
export interface Mark {
  readonly person: PersonId
  readonly status: 'attended' | 'attended in part' | 'late' | 'left early' | 'absent' | 'excused'
  readonly standing: Standing
}

/** Who came and who did not. Whoever is not on it may have come all the same. */
export interface Roll {
  readonly occasion: OccasionId
  readonly roll: ReadonlyArray<Mark>
}

/** Somebody was absent with leave. */
export interface Excuse {
  readonly occasion: OccasionId
  readonly person: PersonId
  readonly why?: string
}

/** Two records of one happening; same day, theme and place do not suffice: somebody says so, and why. */
export interface Sameness {
  readonly occasion: OccasionId
  readonly same: OccasionId
  readonly why: string
}

/** It was to take place. */
export type OccasionScheduled = { readonly type: 'OccasionScheduled' } & Schedule
/** It was put off; the day that it had no longer holds. */
export type OccasionPostponed = { readonly type: 'OccasionPostponed' } & Postponement
/** It was called off. */
export type OccasionCancelled = { readonly type: 'OccasionCancelled' } & Cancellation
/** Particulars that changed, or were added. What is absent stays as it was. */
export type OccasionRevised = { readonly type: 'OccasionRevised' } & Revision
/** It took place. Absent `attendance`: nobody gave a figure. */
export type BriefingHeld = { readonly type: 'BriefingHeld' } & HeldBriefing
/** A ceremony took place; who did what stands in its roles. */
export type CeremonyHeld = { readonly type: 'CeremonyHeld' } & HeldOccasion
/** A meeting took place; who met stands in its roles. */
export type MeetingHeld = { readonly type: 'MeetingHeld' } & HeldOccasion
/** A figure or its categories, told apart from the holding. Figures that differ stand side by side. */
export type HeadcountRecorded = { readonly type: 'HeadcountRecorded' } & Headcount
/** The marks that said something new, one for each person. */
export type AttendanceRecorded = { readonly type: 'AttendanceRecorded' } & Roll
/** Somebody's absence was excused. Absent `why`: no reason is on record. */
export type AbsenceExcused = { readonly type: 'AbsenceExcused' } & Excuse
/** Somebody said that both are one happening. Both records stay. */
export type OccasionMarkedSame = { readonly type: 'OccasionMarkedSame' } & Sameness

/** What is recorded of an occasion. */
export type OccasionEvent =
  | OccasionScheduled
  | OccasionPostponed
  | OccasionCancelled
  | OccasionRevised
  | BriefingHeld
  | CeremonyHeld
  | MeetingHeld
  | HeadcountRecorded
  | AttendanceRecorded
  | AbsenceExcused
  | OccasionMarkedSame
  | SessionEvent
