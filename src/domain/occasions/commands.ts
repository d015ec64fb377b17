import type { Count } from '../vocabulary/count.js'
import type { AnyId, OccasionId, PersonId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  Cancellation,
  Excuse,
  Headcount,
  HeldBriefing,
  HeldOccasion,
  Mark,
  Postponement,
  Revision,
  Roll,
  Sameness,
  Schedule,
} from './events.js'
import type { SessionCommand, SessionRefusal } from './session-commands.js'

/** Something is to take place: `OccasionScheduled`. Refused once it is scheduled otherwise, cancelled or held. */
export type ScheduleOccasion = { readonly type: 'ScheduleOccasion' } & Schedule
/**
 * It is put off, to a later day or to none yet: `OccasionPostponed`. Refused where the new day surely lies before the old one
 * (`PostponedToEarlierDay`).
 */
export type PostponeOccasion = { readonly type: 'PostponeOccasion' } & Postponement
/** It is called off: `OccasionCancelled`. Refused once it was held (`OccasionAlreadyHeld`). */
export type CancelOccasion = { readonly type: 'CancelOccasion' } & Cancellation
/**
 * Other particulars, or more of them: `OccasionRevised`. A plan may change; to what was held, only what was not stated is added
 * (`AlreadyStated`).
 */
export type ReviseOccasion = { readonly type: 'ReviseOccasion' } & Revision
/**
 * A briefing, talk or visit took place, scheduled or not: `BriefingHeld`. Refused where it is on record as held or cancelled, and where
 * more are named within the figure than it counts (`RollLargerThanFigure`).
 */
export type RecordBriefing = { readonly type: 'RecordBriefing' } & HeldBriefing
/** A ceremony took place: `CeremonyHeld`. Refused as a briefing is. */
export type RecordCeremony = { readonly type: 'RecordCeremony' } & HeldOccasion
/** A meeting took place: `MeetingHeld`. Refused as a briefing is. */
export type RecordMeeting = { readonly type: 'RecordMeeting' } & HeldOccasion
/** One more figure of those who came: `HeadcountRecorded`. Refused for what was not held (`OccasionNotHeld`). */
export type RecordHeadcount = { readonly type: 'RecordHeadcount' } & Headcount
/**
 * Who came, person by person: `AttendanceRecorded`, with the marks that are news. Refused where two marks of one person differ
 * (`RollContradictsItself`); a mark against one on record is refused to a decision and flagged in a report (`AlreadyMarked`).
 */
export type RecordAttendance = { readonly type: 'RecordAttendance' } & Roll
/** Somebody stayed away and is excused: `AbsenceExcused`. A decision is refused where he is marked as having come (`AlreadyMarked`). */
export type ExcuseAbsence = { readonly type: 'ExcuseAbsence' } & Excuse
/** Somebody says that two records are of one happening: `OccasionMarkedSame`. Refused of a record and itself (`SameAsItself`). */
export type MarkSameOccasion = { readonly type: 'MarkSameOccasion' } & Sameness

/** What may be asked of an occasion. */
export type OccasionCommand =
  | ScheduleOccasion
  | PostponeOccasion
  | CancelOccasion
  | ReviseOccasion
  | RecordBriefing
  | RecordCeremony
  | RecordMeeting
  | RecordHeadcount
  | RecordAttendance
  | ExcuseAbsence
  | MarkSameOccasion
  | SessionCommand

/** Why something is not recorded of an occasion. */
export type OccasionRefusal =
  | SessionRefusal
  | { readonly _tag: 'OccasionNotRecorded'; readonly occasion: OccasionId }
  | { readonly _tag: 'OccasionAlreadyScheduled'; readonly occasion: OccasionId }
  /** Nobody attended, or was absent from, what was not held. */
  | { readonly _tag: 'OccasionNotHeld'; readonly occasion: OccasionId }
  | { readonly _tag: 'OccasionAlreadyHeld'; readonly occasion: OccasionId }
  | { readonly _tag: 'OccasionIsCancelled'; readonly occasion: OccasionId }
  /** Of a held occasion only what was not stated can be added: what was wrong is corrected, what another source says is a dispute. */
  | { readonly _tag: 'AlreadyStated'; readonly occasion: OccasionId; readonly field: string }
  /** `on` is the day it had. */
  | { readonly _tag: 'PostponedToEarlierDay'; readonly occasion: OccasionId; readonly on: StatedDate; readonly to: StatedDate }
  | { readonly _tag: 'EndBeforeStart'; readonly occasion: OccasionId; readonly on: StatedDate; readonly lastDay: StatedDate }
  /** Neither a person nor an organisation is named for the role. */
  | { readonly _tag: 'RoleOfNobody'; readonly occasion: OccasionId; readonly role: string }
  /** It is said to lie before, or after, itself; or both before and after another. */
  | { readonly _tag: 'OrderContradictsItself'; readonly occasion: OccasionId; readonly other: AnyId }
  /** Two marks of this person differ on one roll. */
  | { readonly _tag: 'RollContradictsItself'; readonly occasion: OccasionId; readonly person: PersonId }
  /** More people are named within the figure than it counts. */
  | { readonly _tag: 'RollLargerThanFigure'; readonly occasion: OccasionId; readonly figure: Count; readonly named: number }
  /** Another mark of the same person is on record. */
  | { readonly _tag: 'AlreadyMarked'; readonly occasion: OccasionId; readonly recorded: Mark; readonly given: Mark }
  | { readonly _tag: 'SameAsItself'; readonly occasion: OccasionId }
