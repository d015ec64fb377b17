import type { AnyId, CohortId, PlacementId } from '../vocabulary/id.js'
import type { Span } from '../vocabulary/span.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  Cover,
  ExtensionDecision,
  ExtensionRequest,
  Leg,
  Manner,
  Obligation,
  ReportPlan,
  Result,
  Resumption,
  Review,
  ReviewPlan,
  RuleWaiver,
  Suspension,
} from './course-events.js'
import type { Side } from './keys.js'

/**
 * It should last until `to`: `ExtensionRequested`. Refused where it was surely asked after the end (`ExtensionAfterEnd`), where `to` is surely not
 * beyond the present end (`ExtensionNotBeyondEnd`), while another request is open (`ExtensionAlreadyRequested`). The end of a member is his own
 * placement's where recorded, else that of the cohort's period in the command. More than the terms in the command allow is refused to a
 * decision and flagged in a report (`LimitExceeded`).
 */
export type RequestExtension = { readonly type: 'RequestExtension' } & ExtensionRequest
/**
 * `ExtensionDecided`, with the day that was asked for; granted, it is the new end. Refused where nothing is asked (`NoExtensionRequested`); a
 * grant without a side that the command's policy needs is refused to a decision and flagged in a report (`ExtensionNotAgreed`).
 */
export type DecideExtension = { readonly type: 'DecideExtension' } & ExtensionDecision
/**
 * `LegChanged`. Refused where nothing changes (`NothingChanges`), or it ends before it begins; surely outside the placement it is refused to a
 * decision and flagged in a report (`OutsidePlacement`).
 */
export type ChangeLeg = { readonly type: 'ChangeLeg' } & Leg
/** `PlacementSuspended`. Refused while it is paused (`PlacementAlreadySuspended`); surely outside the placement as a leg is. */
export type SuspendPlacement = { readonly type: 'SuspendPlacement' } & Suspension
/** `PlacementResumed`. Refused where it is not paused (`PlacementNotSuspended`), or surely before the pause (`EndBeforeStart`). */
export type ResumePlacement = { readonly type: 'ResumePlacement' } & Resumption
/** `CoverRecorded`. Refused, as all that follow, where the placement was cancelled (`PlacementOver`). */
export type RecordCover = { readonly type: 'RecordCover' } & Cover
/** `ReviewPlanned`: it is due from then on, until a review is held. */
export type PlanReview = { readonly type: 'PlanReview' } & ReviewPlan
/** `ReviewRecorded`: a review meets the earliest one that is planned. */
export type RecordReview = { readonly type: 'RecordReview' } & Review
/** `ObligationRecorded`. */
export type RecordObligation = { readonly type: 'RecordObligation' } & Obligation
/** `ResultRecorded`. Refused where it says nothing (`ResultEmpty`). */
export type RecordResult = { readonly type: 'RecordResult' } & Result
/** `MannerStated`. Refused where a share is given that is not of part-time (`ShareNotOfPartTime`). */
export type StateManner = { readonly type: 'StateManner' } & Manner
/** `ReportExpected`: it is due from then on, until one of its kind is received. */
export type ExpectReport = { readonly type: 'ExpectReport' } & ReportPlan
/**
 * A rule does not bind this placement: `RuleWaived`, of a nomination as well. What breaks it afterwards is neither refused nor flagged. Refused
 * where nothing is on record (`PlacementNotRecorded`).
 */
export type WaiveRule = { readonly type: 'WaiveRule' } & RuleWaiver

/** What may be asked in the course of a placement. */
export type CourseCommand =
  | RequestExtension
  | DecideExtension
  | ChangeLeg
  | SuspendPlacement
  | ResumePlacement
  | RecordCover
  | PlanReview
  | RecordReview
  | RecordObligation
  | RecordResult
  | StateManner
  | ExpectReport
  | WaiveRule

/** Why something is not recorded in the course of a placement. */
export type CourseRefusal =
  /** `end`: the reported one, else the one agreed. */
  | { readonly _tag: 'ExtensionAfterEnd'; readonly placement: PlacementId; readonly end: StatedDate; readonly on?: StatedDate }
  | { readonly _tag: 'ExtensionNotBeyondEnd'; readonly placement: PlacementId; readonly presentEnd: StatedDate; readonly to: StatedDate }
  | { readonly _tag: 'ExtensionAlreadyRequested'; readonly placement: PlacementId; readonly to: StatedDate }
  | { readonly _tag: 'NoExtensionRequested'; readonly placement: PlacementId }
  | { readonly _tag: 'ExtensionNotAgreed'; readonly placement: PlacementId; readonly missing: ReadonlyArray<Side> }
  | {
      readonly _tag: 'LimitExceeded'
      readonly placement: PlacementId
      readonly limit: 'in one go' | 'in all'
      readonly most: Span
      readonly to: StatedDate
      readonly stream: AnyId
      readonly revision: number
    }
  /** The evidence is of another cohort than the officer's. */
  | { readonly _tag: 'EvidenceOfOtherCohort'; readonly placement: PlacementId; readonly partOf: CohortId; readonly given: CohortId }
  | { readonly _tag: 'NothingChanges'; readonly placement: PlacementId }
  | {
      readonly _tag: 'OutsidePlacement'
      readonly placement: PlacementId
      readonly on: StatedDate
      readonly start?: StatedDate
      readonly end?: StatedDate
    }
  | { readonly _tag: 'PlacementAlreadySuspended'; readonly placement: PlacementId; readonly from: StatedDate }
  | { readonly _tag: 'PlacementNotSuspended'; readonly placement: PlacementId }
  | { readonly _tag: 'ResultEmpty'; readonly placement: PlacementId }
  | { readonly _tag: 'ShareNotOfPartTime'; readonly placement: PlacementId; readonly share: number }
