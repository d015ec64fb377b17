import type { BatchId, CohortId, PersonId, PlacementId } from '../vocabulary/id.js'
import type { DayRange, StatedDate } from '../vocabulary/stated-date.js'
import type { CourseCommand, CourseRefusal } from './course-commands.js'
import type { Attachment, Cancellation, Completion, Curtailment, PlacementPeriod, PlacementStart, Reflection, Report } from './events.js'
import type { NominationCommand, NominationObjection } from './nomination-commands.js'
import type { ReflectionNotOnRecord, SetReflectionConsent } from './reflection-consent.js'

// ── commands ────────────────────────────────────────────────────────────────

/**
 * One officer is to be placed for an agreed period: `OfficerAttached`, with the batch of his cohort where only that is named. Refused where
 * the cohort is of another batch (`CohortOfOtherBatch`), the placement is on record with other terms (`OfficerAlreadyAttached`), or somebody else
 * was nominated for it (`NominatedOtherwise`); where not every step approved the nomination, it is refused to a decision and flagged in a report
 * (`NominationNotApproved`).
 */
export type AttachOfficer = { readonly type: 'AttachOfficer' } & Attachment
/**
 * The first day: `PlacementStarted`, also where it is learned after the last. Refused where he was present, or had left, before it
 * (`EndBeforeStart`); a start outside the agreed period is refused to a decision and flagged in a report.
 */
export type StartPlacement = { readonly type: 'StartPlacement' } & PlacementStart
/**
 * The officer was present, first day to last: `PlacementPeriodConfirmed`. That alone puts the placement under way; days after its reported
 * end are refused to a decision and flagged in a report (`PlacementOver`).
 */
export type ConfirmPlacementPeriod = { readonly type: 'ConfirmPlacementPeriod' } & PlacementPeriod
/**
 * Its last day: `PlacementCompleted`, also where no start was ever reported. Refused before the start, and where another end is on record
 * (`PlacementOver`).
 */
export type CompletePlacement = { readonly type: 'CompletePlacement' } & Completion
/**
 * It is cut short: `PlacementCurtailed`. Refused where the day surely lies after the end as agreed or extended (`EarlyReturnAfterEnd`): a member's
 * own, else that of the cohort's period in the command.
 */
export type CurtailPlacement = { readonly type: 'CurtailPlacement' } & Curtailment
/** It is called off: `PlacementCancelled`. Refused once it is under way (`PlacementAlreadyStarted`): from then on it is cut short. */
export type CancelPlacement = { readonly type: 'CancelPlacement' } & Cancellation
/** What somebody wrote of it: `ReflectionRecorded`. Refused where it was cancelled (`PlacementOver`). */
export type RecordReflection = { readonly type: 'RecordReflection' } & Reflection
/** A report came in, before the end or after it: `ReportReceived`. Refused where it was cancelled. */
export type ReceiveReport = { readonly type: 'ReceiveReport' } & Report

/** What may be asked of a placement. */
export type PlacementCommand =
  | AttachOfficer
  | StartPlacement
  | ConfirmPlacementPeriod
  | CompletePlacement
  | CurtailPlacement
  | CancelPlacement
  | RecordReflection
  | ReceiveReport
  | SetReflectionConsent
  | NominationCommand
  | CourseCommand

// ── refusals ────────────────────────────────────────────────────────────────

/** Why something is not recorded of a placement. */
export type PlacementRefusal =
  | NominationObjection
  | CourseRefusal
  | ReflectionNotOnRecord
  | { readonly _tag: 'PlacementNotRecorded'; readonly placement: PlacementId }
  /** The placement is on record with other particulars. */
  | { readonly _tag: 'OfficerAlreadyAttached'; readonly placement: PlacementId; readonly officer: PersonId }
  | { readonly _tag: 'CohortOfOtherBatch'; readonly placement: PlacementId; readonly batch: BatchId; readonly partOf: CohortId }
  /** Without a day: he was reported as present, and nobody told the start. */
  | { readonly _tag: 'PlacementAlreadyStarted'; readonly placement: PlacementId; readonly startedOn?: StatedDate }
  /** Without a day: it was cancelled. */
  | { readonly _tag: 'PlacementOver'; readonly placement: PlacementId; readonly how: Ended; readonly on?: StatedDate }
  /** He is on record as present after the day on which it is said to have ended. */
  | { readonly _tag: 'PlacementPeriodAlreadyConfirmed'; readonly placement: PlacementId; readonly confirmed: DayRange }
  /** `start` is the one on record, else the one agreed. */
  | { readonly _tag: 'EndBeforeStart'; readonly placement: PlacementId; readonly start: StatedDate; readonly end: StatedDate }
  /** `end` is the one agreed or extended to; a return after it is no early one. */
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
