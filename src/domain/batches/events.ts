import type { CivilDate } from '../vocabulary/civil-date.js'
import type { Count } from '../vocabulary/count.js'
import type { BatchId, CohortId, OrganisationId, PersonId, PlacementId, ProgrammeId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { Period } from '../vocabulary/period.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// What is written in a batch's stream: its own events and those of its cohorts. What a command and its event share is one interface; an absent
// field was not stated, an empty list says that there is none.

/** Fixed when the batch is planned or opened, and repeated in each of its events: read models find their rows by them. */
export interface BatchKeys {
  readonly batch: BatchId
  readonly programme: ProgrammeId
}

// ── the batch ───────────────────────────────────────────────────────────────

/** An intake or edition of a programme: often known by its ordinal or its year alone. */
export interface Intake extends BatchKeys {
  /** 1 for "the first batch". */
  readonly ordinal?: number
  /** As the programme names it: `2024`, `2024/25`, `Spring`. */
  readonly edition?: string
  readonly names?: ReadonlyArray<Name>
  readonly organisers?: NamedList<OrganisationId>
  /** "The cities of the region" stand here as one organisation of the kind *group*. */
  readonly partners?: NamedList<OrganisationId>
  readonly theme?: string
  readonly venue?: string
}

export interface BatchPlan extends Intake {
  /** What was planned never becomes the size of what came: cohorts say that. */
  readonly plannedSize?: Count
  readonly plannedStart?: StatedDate
}

export interface BatchOpening extends Intake {
  readonly openedOn?: StatedDate
}

/** The steps of a call in their order, each with its own deadline or none. */
export interface Call {
  readonly batch: BatchId
  readonly steps: ReadonlyArray<CallStep>
}

export interface CallStep {
  readonly step: string
  readonly deadline?: StatedDate
}

export interface BatchRevision {
  readonly batch: BatchId
  readonly plannedSize?: Count
  readonly plannedStart?: StatedDate
  readonly partners?: NamedList<OrganisationId>
  readonly theme?: string
  readonly venue?: string
}

export interface BatchClosing {
  readonly batch: BatchId
  readonly on?: StatedDate
  readonly why?: string
}

export type BatchPlanned = { readonly type: 'BatchPlanned' } & BatchPlan
export type BatchOpened = { readonly type: 'BatchOpened' } & BatchOpening
export type CallOpened = { readonly type: 'CallOpened' } & BatchKeys & Call
export type BatchRevised = { readonly type: 'BatchRevised' } & BatchKeys & BatchRevision
export type BatchClosed = { readonly type: 'BatchClosed' } & BatchKeys & BatchClosing

// ── its cohorts ─────────────────────────────────────────────────────────────

/** What is told of a number of officers, beside their number. */
export interface CohortFacts {
  /** In the source's words: "middle and senior-level civil servants". */
  readonly population?: string
  readonly civilServants?: 'yes' | 'no' | 'mixed'
  readonly direction?: 'outbound' | 'inbound' | 'both'
  /** Departments, grades or cities alike: what an organisation is, its own stream says. */
  readonly homes?: NamedList<OrganisationId>
  readonly hosts?: NamedList<OrganisationId>
  /** The city. */
  readonly place?: string
  /** Districts and other places within the city. */
  readonly hostPlaces?: NamedList<OrganisationId>
  readonly fields?: NamedList<string>
  readonly period?: Period
}

export interface CohortDetails extends CohortFacts {
  readonly cohort: CohortId
  readonly size: Count
}

export interface CohortDetail extends CohortFacts {
  readonly cohort: CohortId
}

export interface CohortStart {
  readonly cohort: CohortId
  readonly on: StatedDate
}

/** The cohort divided by one criterion. */
export interface Breakdown {
  readonly cohort: CohortId
  /** `sex`, `rank`, `home`. */
  readonly by: string
  readonly parts: ReadonlyArray<Part>
  readonly addsUp?: boolean
  readonly overlapping?: boolean
}

export interface Part {
  readonly label: string
  readonly organisation?: OrganisationId
  readonly count: Count
}

/** The whole route in its order; a later one takes the place of this one. */
export interface Itinerary {
  readonly cohort: CohortId
  readonly legs: ReadonlyArray<Leg>
}

export interface Leg {
  readonly place: string
  readonly host?: OrganisationId
  readonly from?: StatedDate
  readonly to?: StatedDate
}

/** Adds to the roles named before; of one person in one role the latest naming holds. */
export interface RoleNaming {
  readonly cohort: CohortId
  readonly roles: ReadonlyArray<CohortRole>
}

export interface CohortRole {
  readonly role: string
  readonly person: PersonId
  /** Whether the leader is one of the n, or comes on top of them. */
  readonly counted: 'within' | 'beside' | 'not stated'
}

/** One of the n becomes known: the number stays what it was. */
export interface MemberIdentity {
  readonly cohort: CohortId
  readonly person: PersonId
  readonly placement?: PlacementId
  readonly home?: OrganisationId
  readonly homePlace?: OrganisationId
  readonly homeDepartment?: OrganisationId
  /** The label of the member described before, where it is this one. */
  readonly was?: string
}

/** One of the n, known by role or post and not by name. */
export interface MemberDescription {
  readonly cohort: CohortId
  /** A label within the cohort: `member-2`. */
  readonly member: string
  readonly describedAs: string
  readonly home?: OrganisationId
  readonly homePlace?: OrganisationId
}

/** An identified member is no longer one of the n; the number stays what it was. */
export interface MemberRelease {
  readonly cohort: CohortId
  readonly person: PersonId
  readonly why?: string
}

/** All n are reported as present on both days and all between. */
export interface CohortPeriod {
  readonly cohort: CohortId
  readonly from: CivilDate
  readonly to: CivilDate
}

export interface CohortExtension {
  readonly cohort: CohortId
  /** The new last day. */
  readonly end: StatedDate
  readonly why?: string
}

/** Some of the n return before the end. */
export interface CohortReturn {
  readonly cohort: CohortId
  readonly count: Count
  /** Their last day. */
  readonly on: StatedDate
  readonly why?: string
  readonly askedBy?: 'home' | 'host' | 'officer'
}

export interface CohortCompletion {
  readonly cohort: CohortId
  /** The last day. */
  readonly on: StatedDate
  /** Absent: the cohort as a whole, however many were left of it. */
  readonly count?: Count
}

export type CohortPlanned = { readonly type: 'CohortPlanned' } & BatchKeys & CohortDetails
export type CohortAttached = { readonly type: 'CohortAttached' } & BatchKeys & CohortDetails
export type CohortStarted = { readonly type: 'CohortStarted' } & BatchKeys & CohortStart
export type CohortDetailRecorded = { readonly type: 'CohortDetailRecorded' } & BatchKeys & CohortDetail
export type CohortBreakdownRecorded = { readonly type: 'CohortBreakdownRecorded' } & BatchKeys & Breakdown
export type CohortItinerarySet = { readonly type: 'CohortItinerarySet' } & BatchKeys & Itinerary
export type CohortRolesNamed = { readonly type: 'CohortRolesNamed' } & BatchKeys & RoleNaming
export type MemberIdentified = { readonly type: 'MemberIdentified' } & BatchKeys & MemberIdentity
export type MemberDescribed = { readonly type: 'MemberDescribed' } & BatchKeys & MemberDescription
export type MemberReleased = { readonly type: 'MemberReleased' } & BatchKeys & MemberRelease
export type CohortPeriodConfirmed = { readonly type: 'CohortPeriodConfirmed' } & BatchKeys & CohortPeriod
export type CohortExtended = { readonly type: 'CohortExtended' } & BatchKeys & CohortExtension
export type CohortReturned = { readonly type: 'CohortReturned' } & BatchKeys & CohortReturn
export type CohortCompleted = { readonly type: 'CohortCompleted' } & BatchKeys & CohortCompletion

export type CohortEvent =
  | CohortPlanned
  | CohortAttached
  | CohortStarted
  | CohortDetailRecorded
  | CohortBreakdownRecorded
  | CohortItinerarySet
  | CohortRolesNamed
  | MemberIdentified
  | MemberDescribed
  | MemberReleased
  | CohortPeriodConfirmed
  | CohortExtended
  | CohortReturned
  | CohortCompleted

export type BatchEvent = BatchPlanned | BatchOpened | CallOpened | BatchRevised | BatchClosed | CohortEvent
