import type { BatchId, CohortId, PersonId, PlacementId } from '../vocabulary/id.js'
import type { DayRange, StatedDate } from '../vocabulary/stated-date.js'
import type { Attachment, Cancellation, Completion, Curtailment, PlacementPeriod, PlacementStart, Reflection, Report } from './events.js'

// ── commands ────────────────────────────────────────────────────────────────

export type AttachOfficer = { readonly type: 'AttachOfficer' } & Attachment
export type StartPlacement = { readonly type: 'StartPlacement' } & PlacementStart
export type ConfirmPlacementPeriod = { readonly type: 'ConfirmPlacementPeriod' } & PlacementPeriod
export type CompletePlacement = { readonly type: 'CompletePlacement' } & Completion
export type CurtailPlacement = { readonly type: 'CurtailPlacement' } & Curtailment
export type CancelPlacement = { readonly type: 'CancelPlacement' } & Cancellation
export type RecordReflection = { readonly type: 'RecordReflection' } & Reflection
export type ReceiveReport = { readonly type: 'ReceiveReport' } & Report

export type PlacementCommand =
  | AttachOfficer
  | StartPlacement
  | ConfirmPlacementPeriod
  | CompletePlacement
  | CurtailPlacement
  | CancelPlacement
  | RecordReflection
  | ReceiveReport

// ── refusals ────────────────────────────────────────────────────────────────

export type PlacementRefusal =
  | { readonly _tag: 'PlacementNotRecorded'; readonly placement: PlacementId }
  | { readonly _tag: 'OfficerAlreadyAttached'; readonly placement: PlacementId; readonly officer: PersonId }
  | { readonly _tag: 'CohortOfOtherBatch'; readonly placement: PlacementId; readonly batch: BatchId; readonly partOf: CohortId }
  | { readonly _tag: 'PlacementAlreadyStarted'; readonly placement: PlacementId; readonly startedOn?: StatedDate }
  | { readonly _tag: 'PlacementOver'; readonly placement: PlacementId; readonly how: Ended; readonly on?: StatedDate }
  | { readonly _tag: 'PlacementPeriodAlreadyConfirmed'; readonly placement: PlacementId; readonly confirmed: DayRange }
  | { readonly _tag: 'EndBeforeStart'; readonly placement: PlacementId; readonly start: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'EarlyReturnAfterEnd'; readonly placement: PlacementId; readonly end: StatedDate; readonly on: StatedDate }
  | {
      readonly _tag: 'StartOutsideAgreedPeriod'
      readonly placement: PlacementId
      readonly on: StatedDate
      readonly start?: StatedDate
      readonly end?: StatedDate
    }

/** How a placement came to its end. */
export type Ended = 'completed' | 'curtailed' | 'cancelled'
