import type { AnyId, BatchId, OrganisationId, PersonId, PlacementId, ProgrammeId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { PlacementKeys } from './keys.js'

// A placement before it is agreed: asked for, passed from step to step, refused, appealed against, sent in again, withdrawn.

/** A host that is asked for. */
export interface Choice {
  readonly host: OrganisationId
  readonly why?: string
}

/** One step of the chain of approval, and whose it is where that is stated. */
export interface Step {
  readonly step: string
  readonly by?: OrganisationId
}

/** Evidence: how many hosts may be ranked, by the terms that stood at a revision of a stream. */
export interface PreferenceTerms {
  readonly stream: AnyId
  readonly revision: number
  readonly mostPreferences: number
}

/** What is asked for, and who must approve it. */
export interface NominationRequest {
  readonly placement: PlacementId
  /** Ranked, the most wanted first. */
  readonly choices: ReadonlyArray<Choice>
  readonly businessCase?: string
  readonly objectives?: ReadonlyArray<string>
  /** In their order; none: nobody's approval is needed. */
  readonly steps: ReadonlyArray<Step>
  readonly on?: StatedDate
  readonly terms?: PreferenceTerms
}

/** One officer, put forward by his department. */
export interface Nomination extends NominationRequest {
  readonly officer: PersonId
  readonly programme: ProgrammeId
  readonly batch?: BatchId
  /** The department that puts him forward. */
  readonly by: OrganisationId
  /** The placement of the officer whom he is to stand in for. */
  readonly replaces?: PlacementId
}

/** A step says yes. */
export interface Approval {
  readonly placement: PlacementId
  readonly step: string
  readonly on?: StatedDate
  readonly words?: string
}

/** A step says no. */
export interface NominationRefusal {
  readonly placement: PlacementId
  readonly step: string
  readonly why: string
  readonly on?: StatedDate
}

/** Somebody does not accept a refusal. */
export interface NominationAppeal {
  readonly placement: PlacementId
  readonly by: 'officer' | 'department'
  readonly why: string
  readonly on?: StatedDate
}

/** What became of an appeal: allowed, the refusal is set aside; dismissed, it stays. */
export interface AppealAnswer {
  readonly placement: PlacementId
  readonly outcome: 'allowed' | 'dismissed'
  readonly by?: OrganisationId
  readonly why?: string
  readonly on?: StatedDate
}

/** A request made again after it was refused: the whole of it, whatever changed. */
export interface Resubmission extends NominationRequest {
  /** What is different. */
  readonly why?: string
}

/** Taken back before the start. */
export interface Withdrawal {
  readonly placement: PlacementId
  readonly by: 'officer' | 'department' | 'organiser' | 'host'
  readonly why: string
  readonly on?: StatedDate
  /** The placement of the officer who comes instead. */
  readonly replacedBy?: PlacementId
}

/** An officer was put forward: the chain of approval begins. */
export type OfficerNominated = { readonly type: 'OfficerNominated' } & Nomination
/** One step approved. */
export type NominationApproved = { readonly type: 'NominationApproved' } & PlacementKeys & Approval
/** One step refused: the chain stops there. */
export type NominationRefused = { readonly type: 'NominationRefused' } & PlacementKeys & NominationRefusal
/** The refusal is disputed. */
export type NominationAppealed = { readonly type: 'NominationAppealed' } & PlacementKeys & NominationAppeal
/** Allowed: the step that refused is asked again. Dismissed: the refusal stands. */
export type AppealAnswered = { readonly type: 'AppealAnswered' } & PlacementKeys & AppealAnswer
/** A new request in place of the refused one: no step of the chain has approved it yet. */
export type NominationResubmitted = { readonly type: 'NominationResubmitted' } & PlacementKeys & Resubmission
/** The officer does not come, by his own wish or another's. It is a change in the world and no correction. */
export type OfficerWithdrawn = { readonly type: 'OfficerWithdrawn' } & PlacementKeys & Withdrawal

/** What is recorded of a nomination. */
export type NominationEvent =
  | OfficerNominated
  | NominationApproved
  | NominationRefused
  | NominationAppealed
  | AppealAnswered
  | NominationResubmitted
  | OfficerWithdrawn
