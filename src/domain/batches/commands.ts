import type { Count } from '../vocabulary/count.js'
import type { BatchId, CohortId, PersonId, ProgrammeId } from '../vocabulary/id.js'
import type { DayRange, StatedDate } from '../vocabulary/stated-date.js'
import type {
  BatchClosing,
  BatchOpening,
  BatchPlan,
  BatchRevision,
  Breakdown,
  Call,
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
} from './events.js'

// ── commands ────────────────────────────────────────────────────────────────

export type PlanBatch = { readonly type: 'PlanBatch' } & BatchPlan
export type OpenBatch = { readonly type: 'OpenBatch' } & BatchOpening
export type OpenCall = { readonly type: 'OpenCall' } & Call
export type ReviseBatch = { readonly type: 'ReviseBatch' } & BatchRevision
export type CloseBatch = { readonly type: 'CloseBatch' } & BatchClosing

export type PlanCohort = { readonly type: 'PlanCohort' } & CohortDetails
export type AttachCohort = { readonly type: 'AttachCohort' } & CohortDetails
export type StartCohort = { readonly type: 'StartCohort' } & CohortStart
export type RecordCohortDetail = { readonly type: 'RecordCohortDetail' } & CohortDetail
export type RecordCohortBreakdown = { readonly type: 'RecordCohortBreakdown' } & Breakdown
export type SetCohortItinerary = { readonly type: 'SetCohortItinerary' } & Itinerary
export type NameCohortRoles = { readonly type: 'NameCohortRoles' } & RoleNaming
export type IdentifyMember = { readonly type: 'IdentifyMember' } & MemberIdentity
export type DescribeMember = { readonly type: 'DescribeMember' } & MemberDescription
export type ReleaseMember = { readonly type: 'ReleaseMember' } & MemberRelease
export type ConfirmCohortPeriod = { readonly type: 'ConfirmCohortPeriod' } & CohortPeriod
export type ExtendCohort = { readonly type: 'ExtendCohort' } & CohortExtension
export type RecordCohortReturn = { readonly type: 'RecordCohortReturn' } & CohortReturn
export type RecordCohortCompletion = { readonly type: 'RecordCohortCompletion' } & CohortCompletion

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

export type BatchCommand = PlanBatch | OpenBatch | OpenCall | ReviseBatch | CloseBatch | CohortCommand

// ── refusals ────────────────────────────────────────────────────────────────

export type CohortRefusal =
  | { readonly _tag: 'CohortNotRecorded'; readonly cohort: CohortId }
  | { readonly _tag: 'CohortNotAttached'; readonly cohort: CohortId }
  | { readonly _tag: 'CohortAlreadyPlanned'; readonly cohort: CohortId; readonly size: Count }
  | { readonly _tag: 'CohortAlreadyAttached'; readonly cohort: CohortId; readonly size: Count }
  | { readonly _tag: 'CohortAlreadyStarted'; readonly cohort: CohortId; readonly startedOn: StatedDate }
  | { readonly _tag: 'CohortOver'; readonly cohort: CohortId; readonly on: StatedDate }
  | { readonly _tag: 'CohortPeriodAlreadyConfirmed'; readonly cohort: CohortId; readonly confirmed: DayRange }
  | { readonly _tag: 'EndBeforeStart'; readonly cohort: CohortId; readonly start: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'ExtensionNotBeyondEnd'; readonly cohort: CohortId; readonly presentEnd: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'EarlyReturnAfterEnd'; readonly cohort: CohortId; readonly end: StatedDate; readonly on: StatedDate }
  | { readonly _tag: 'MembersAlreadyReturned'; readonly cohort: CohortId; readonly on: StatedDate }
  | {
      readonly _tag: 'MoreReturnedThanAttached'
      readonly cohort: CohortId
      readonly attached: Count
      readonly returned: ReadonlyArray<Count>
    }
  | {
      readonly _tag: 'PartsExceedWhole'
      readonly cohort: CohortId
      readonly by: string
      readonly whole: Count
      readonly parts: ReadonlyArray<Count>
    }
  | { readonly _tag: 'MoreMembersThanSize'; readonly cohort: CohortId; readonly size: Count; readonly members: number }
  | { readonly _tag: 'MemberAlreadyIdentified'; readonly cohort: CohortId; readonly person: PersonId }
  | { readonly _tag: 'MemberNotIdentified'; readonly cohort: CohortId; readonly person: PersonId }
  | { readonly _tag: 'MemberAlreadyDescribed'; readonly cohort: CohortId; readonly member: string }
  | { readonly _tag: 'MemberNotDescribed'; readonly cohort: CohortId; readonly member: string }

export type BatchRefusal =
  | { readonly _tag: 'BatchNotRecorded'; readonly batch: BatchId }
  | { readonly _tag: 'BatchNotOpen'; readonly batch: BatchId; readonly phase: 'planned' | 'closed' }
  | { readonly _tag: 'BatchAlreadyPlanned'; readonly batch: BatchId }
  | { readonly _tag: 'BatchAlreadyOpened'; readonly batch: BatchId }
  | { readonly _tag: 'BatchAlreadyClosed'; readonly batch: BatchId; readonly on?: StatedDate }
  | { readonly _tag: 'BatchOfOtherProgramme'; readonly batch: BatchId; readonly programme: ProgrammeId; readonly given: ProgrammeId }
  | CohortRefusal
