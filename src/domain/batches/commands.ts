import type { Count } from '../vocabulary/count.js'
import type { BatchId, CohortId, PersonId, ProgrammeId } from '../vocabulary/id.js'
import type { DayRange, StatedDate } from '../vocabulary/stated-date.js'
import type {
  Breakdown,
  CohortCompletion,
  CohortDetail,
  CohortDetails,
  CohortExtension,
  CohortPeriod,
  CohortReturn,
  CohortStart,
  Itinerary,
  MemberDescription,
  MemberIdentity,
  MemberRelease,
  RoleNaming,
} from './cohort-events.js'
import type { BatchClosing, BatchOpening, BatchPlan, BatchRevision, Call } from './events.js'
import type { SpendingCommand, SpendingRefusal } from './spending.js'

// ── commands ────────────────────────────────────────────────────────────────

/**
 * An intake that is to come: `BatchPlanned`. One that is open or closed is not planned any more; a plan that changed is revised, not
 * planned again (`BatchAlreadyPlanned`).
 */
export type PlanBatch = { readonly type: 'PlanBatch' } & BatchPlan
/**
 * The intake begins, planned or not: `BatchOpened`. Refused where it was planned for another programme (`BatchOfOtherProgramme`), and once
 * it is closed.
 */
export type OpenBatch = { readonly type: 'OpenBatch' } & BatchOpening
/** Nominations are called for: `CallOpened`, also for a batch that is only planned. A later call stands instead of this one. */
export type OpenCall = { readonly type: 'OpenCall' } & Call
/** Other particulars than those told before: `BatchRevised`. Refused once it is closed (`BatchAlreadyClosed`). */
export type ReviseBatch = { readonly type: 'ReviseBatch' } & BatchRevision
/** Nobody comes in any more, or the plan is given up: `BatchClosed`. What becomes of its cohorts is still taken in. */
export type CloseBatch = { readonly type: 'CloseBatch' } & BatchClosing

/** So many officers are to come: `CohortPlanned`. Refused once they are attached, and where the batch is closed (`BatchNotOpen`). */
export type PlanCohort = { readonly type: 'PlanCohort' } & CohortDetails
/**
 * So many officers came in, planned or not: `CohortAttached`. Refused unless the batch is open (`BatchNotOpen`), and a second time even in
 * the same words: nobody is counted twice (`CohortAlreadyAttached`).
 */
export type AttachCohort = { readonly type: 'AttachCohort' } & CohortDetails
/**
 * Their first day: `CohortStarted`, also where it is learned after the last. Refused where somebody left, or all were present, before it
 * (`EndBeforeStart`), and where another is on record; one after the agreed end is refused to a decision and flagged in a report.
 */
export type StartCohort = { readonly type: 'StartCohort' } & CohortStart
/** More about officers whose number is on record: `CohortDetailRecorded`. What it leaves unsaid stays as it was told. */
export type RecordCohortDetail = { readonly type: 'RecordCohortDetail' } & CohortDetail
/**
 * The number divided by one criterion: `CohortBreakdownRecorded`, instead of an earlier division by the same. Refused where parts surely
 * exceed the whole (`PartsExceedWhole`).
 */
export type RecordCohortBreakdown = { readonly type: 'RecordCohortBreakdown' } & Breakdown
/** The whole route: `CohortItinerarySet`. Refused where a leg ends before it starts. */
export type SetCohortItinerary = { readonly type: 'SetCohortItinerary' } & Itinerary
/**
 * Who leads, who is the deputy: `CohortRolesNamed`. Those counted within the number are members, of whom there may be too many
 * (`MoreMembersThanSize`).
 */
export type NameCohortRoles = { readonly type: 'NameCohortRoles' } & RoleNaming
/**
 * Who one of them is: `MemberIdentified`, once for each person. Refused where `was` names nobody described (`MemberNotDescribed`), or where
 * more would be known than came (`MoreMembersThanSize`).
 */
export type IdentifyMember = { readonly type: 'IdentifyMember' } & MemberIdentity
/** One of them, by role or post: `MemberDescribed`. Refused under a label that is taken, or whose bearer is identified by now. */
export type DescribeMember = { readonly type: 'DescribeMember' } & MemberDescription
/** Somebody identified is not of them any more: `MemberReleased`. Refused where he never was (`MemberNotIdentified`). */
export type ReleaseMember = { readonly type: 'ReleaseMember' } & MemberRelease
/** All were present, first day to last: `CohortPeriodConfirmed`. Refused where somebody had left by then (`MembersAlreadyReturned`). */
export type ConfirmCohortPeriod = { readonly type: 'ConfirmCohortPeriod' } & CohortPeriod
/**
 * A later last day: `CohortExtended`. Refused once all have left (`CohortOver`), and where it is surely no later than the present end
 * (`ExtensionNotBeyondEnd`).
 */
export type ExtendCohort = { readonly type: 'ExtendCohort' } & CohortExtension
/**
 * Some came back early: `CohortReturned`. Refused where more would have left than came (`MoreReturnedThanAttached`), after the end
 * (`EarlyReturnAfterEnd`), and while all are confirmed as present (`CohortPeriodAlreadyConfirmed`).
 */
export type RecordCohortReturn = { readonly type: 'RecordCohortReturn' } & CohortReturn
/**
 * The last day of all, or of so many: `CohortCompleted`. Refused once all have left (`CohortOver`), and where somebody returned early only
 * after it (`EarlyReturnAfterEnd`).
 */
export type RecordCohortCompletion = { readonly type: 'RecordCohortCompletion' } & CohortCompletion

/**
 * What may be asked of a cohort; it is decided in the stream of its batch. What concerns its members or its course needs officers that
 * came: a planned cohort has none (`CohortNotAttached`).
 */
export type CohortCommand =
  | PlanCohort
  | AttachCohort
  | StartCohort
  | RecordCohortDetail
  | RecordCohortBreakdown
  | SetCohortItinerary
  | NameCohortRoles
  | IdentifyMember
  | DescribeMember
  | ReleaseMember
  | ConfirmCohortPeriod
  | ExtendCohort
  | RecordCohortReturn
  | RecordCohortCompletion

/** What may be asked of a batch, and of the cohorts in it. */
export type BatchCommand = PlanBatch | OpenBatch | OpenCall | ReviseBatch | CloseBatch | CohortCommand | SpendingCommand

// ── refusals ────────────────────────────────────────────────────────────────

/** Why something is not recorded of a cohort. What cannot be told (a vague date, an "about") refuses nothing. */
export type CohortRefusal =
  | { readonly _tag: 'CohortNotRecorded'; readonly cohort: CohortId }
  /** It is only planned. */
  | { readonly _tag: 'CohortNotAttached'; readonly cohort: CohortId }
  | { readonly _tag: 'CohortAlreadyPlanned'; readonly cohort: CohortId; readonly size: Count }
  | { readonly _tag: 'CohortAlreadyAttached'; readonly cohort: CohortId; readonly size: Count }
  | { readonly _tag: 'CohortAlreadyStarted'; readonly cohort: CohortId; readonly startedOn: StatedDate }
  /** The whole of it was completed, or all have left; `on` is the last day of the last. */
  | { readonly _tag: 'CohortOver'; readonly cohort: CohortId; readonly on: StatedDate }
  /** All are on record as present after the day on which some are said to have left. */
  | { readonly _tag: 'CohortPeriodAlreadyConfirmed'; readonly cohort: CohortId; readonly confirmed: DayRange }
  /** `start` is the one on record, else the one agreed. */
  | { readonly _tag: 'EndBeforeStart'; readonly cohort: CohortId; readonly start: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'ExtensionNotBeyondEnd'; readonly cohort: CohortId; readonly presentEnd: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'EarlyReturnAfterEnd'; readonly cohort: CohortId; readonly end: StatedDate; readonly on: StatedDate }
  /** On that day somebody left, before the last day of the period. */
  | { readonly _tag: 'MembersAlreadyReturned'; readonly cohort: CohortId; readonly on: StatedDate }
  /** `returned`: those on record, and those in question. */
  | {
      readonly _tag: 'MoreReturnedThanAttached'
      readonly cohort: CohortId
      readonly attached: Count
      readonly returned: ReadonlyArray<Count>
    }
  /** One part alone does, or parts that do not overlap do together. */
  | {
      readonly _tag: 'PartsExceedWhole'
      readonly cohort: CohortId
      readonly by: string
      readonly whole: Count
      readonly parts: ReadonlyArray<Count>
    }
  /** `members`: as many as would surely be known. */
  | { readonly _tag: 'MoreMembersThanSize'; readonly cohort: CohortId; readonly size: Count; readonly members: number }
  | { readonly _tag: 'MemberAlreadyIdentified'; readonly cohort: CohortId; readonly person: PersonId }
  | { readonly _tag: 'MemberNotIdentified'; readonly cohort: CohortId; readonly person: PersonId }
  | { readonly _tag: 'MemberAlreadyDescribed'; readonly cohort: CohortId; readonly member: string }
  | { readonly _tag: 'MemberNotDescribed'; readonly cohort: CohortId; readonly member: string }

/** Why something is not recorded of a batch or of one of its cohorts. */
export type BatchRefusal =
  | { readonly _tag: 'BatchNotRecorded'; readonly batch: BatchId }
  /** Officers come in through an open batch, and are planned for one that is not closed. */
  | { readonly _tag: 'BatchNotOpen'; readonly batch: BatchId; readonly phase: 'planned' | 'closed' }
  /** In other words than these. */
  | { readonly _tag: 'BatchAlreadyPlanned'; readonly batch: BatchId }
  /** In other words than these; or a plan comes too late. */
  | { readonly _tag: 'BatchAlreadyOpened'; readonly batch: BatchId }
  | { readonly _tag: 'BatchAlreadyClosed'; readonly batch: BatchId; readonly on?: StatedDate }
  | { readonly _tag: 'BatchOfOtherProgramme'; readonly batch: BatchId; readonly programme: ProgrammeId; readonly given: ProgrammeId }
  | CohortRefusal
  | SpendingRefusal
