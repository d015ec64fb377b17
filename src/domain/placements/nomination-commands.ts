import type { AnyId, OrganisationId, PersonId, PlacementId, ProgrammeId } from '../vocabulary/id.js'
import type {
  AppealAnswer,
  Approval,
  Nomination,
  NominationAppeal,
  NominationRefusal,
  Resubmission,
  Withdrawal,
} from './nomination-events.js'

/**
 * A department puts an officer forward: `OfficerNominated`. Refused where he is already put forward otherwise (`AlreadyNominated`), or placed
 * without it (`OfficerAlreadyAttached`), or a host or a step is named twice; more hosts than the terms in the command allow are refused to a
 * decision and flagged in a report (`TooManyPreferences`).
 */
export type Nominate = { readonly type: 'Nominate' } & Nomination
/**
 * A step approves: `NominationApproved`, also where it is learned after the officer was attached. Refused where the chain has no such step
 * (`StepNotInChain`) or is not open (`NominationNotOpen`); before the steps that come first it is refused to a decision and flagged in a
 * report (`ApprovalOutOfOrder`).
 */
export type Approve = { readonly type: 'Approve' } & Approval
/** A step refuses: `NominationRefused`. Refused as an approval is. */
export type RefuseNomination = { readonly type: 'RefuseNomination' } & NominationRefusal
/** Against a refusal: `NominationAppealed`. Refused where nothing is refused (`NominationNotRefused`), or an appeal was dismissed (`AppealAlreadyAnswered`). */
export type Appeal = { readonly type: 'Appeal' } & NominationAppeal
/** An appeal is allowed or dismissed: `AppealAnswered`. Refused where none is open (`NoAppealOpen`). */
export type AnswerAppeal = { readonly type: 'AnswerAppeal' } & AppealAnswer
/**
 * The request is made again: `NominationResubmitted`; the chain begins anew. Refused where nothing is refused (`NominationNotRefused`): a slip
 * in an open request is corrected, and one that is no longer wanted withdrawn.
 */
export type Resubmit = { readonly type: 'Resubmit' } & Resubmission
/** Before the start, nominated or attached: `OfficerWithdrawn`. Refused once it is under way (`PlacementAlreadyStarted`). */
export type Withdraw = { readonly type: 'Withdraw' } & Withdrawal

/** What may be asked of a nomination. */
export type NominationCommand = Nominate | Approve | RefuseNomination | Appeal | AnswerAppeal | Resubmit | Withdraw

/** How a nomination stands. `approved`: in every step. */
export type Standing = 'open' | 'approved' | 'refused' | 'appealed' | 'withdrawn' | 'attached'

/** Why something is not recorded of a nomination. */
export type NominationObjection =
  | { readonly _tag: 'NotNominated'; readonly placement: PlacementId }
  | { readonly _tag: 'AlreadyNominated'; readonly placement: PlacementId; readonly officer: PersonId }
  | { readonly _tag: 'NominationNotOpen'; readonly placement: PlacementId; readonly standing: Standing }
  | { readonly _tag: 'NominationNotRefused'; readonly placement: PlacementId; readonly standing: Standing }
  | { readonly _tag: 'NoAppealOpen'; readonly placement: PlacementId; readonly standing: Standing }
  | { readonly _tag: 'AppealAlreadyAnswered'; readonly placement: PlacementId; readonly step: string }
  | { readonly _tag: 'StepNotInChain'; readonly placement: PlacementId; readonly step: string; readonly steps: ReadonlyArray<string> }
  /** `waitsFor`: the steps before it that have not approved. */
  | {
      readonly _tag: 'ApprovalOutOfOrder'
      readonly placement: PlacementId
      readonly step: string
      readonly waitsFor: ReadonlyArray<string>
    }
  | { readonly _tag: 'StepNamedTwice'; readonly placement: PlacementId; readonly step: string }
  | { readonly _tag: 'HostRankedTwice'; readonly placement: PlacementId; readonly host: OrganisationId }
  | {
      readonly _tag: 'TooManyPreferences'
      readonly placement: PlacementId
      readonly ranked: number
      readonly most: number
      readonly stream: AnyId
      readonly revision: number
    }
  /** Attached as somebody else, or for another programme, than was nominated. */
  | { readonly _tag: 'NominatedOtherwise'; readonly placement: PlacementId; readonly officer: PersonId; readonly programme: ProgrammeId }
  /** Attached, and not every step approved. */
  | {
      readonly _tag: 'NominationNotApproved'
      readonly placement: PlacementId
      readonly standing: Standing
      readonly waitsFor: ReadonlyArray<string>
    }
