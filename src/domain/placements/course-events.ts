import type { Capacity } from '../vocabulary/capacity.js'
import type { AgreementId, AnyId, OccasionId, OrganisationId, PersonId, PlacementId, PostId } from '../vocabulary/id.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { Span } from '../vocabulary/span.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { CohortPeriod, Host, PlacementKeys, Side } from './keys.js'

// What happens in the course of a placement. None of these starts it or ends it.

/** Evidence: how far a placement may be extended, by the terms that stood at a revision of a stream. */
export interface ExtensionTerms {
  readonly stream: AnyId
  readonly revision: number
  readonly longestInOneGo?: Span
  /** From the first day, extensions and all. */
  readonly longestInAll?: Span
}

/** Somebody asks that it last longer. */
export interface ExtensionRequest {
  readonly placement: PlacementId
  /** The new last day. */
  readonly to: StatedDate
  readonly why: string
  readonly by?: Side
  /** The day of asking. */
  readonly on?: StatedDate
  /** Which sides agree; absent: not stated. */
  readonly agreedBy?: ReadonlyArray<Side>
  /** Of a member whose own end is not on record: the cohort's period. */
  readonly cohort?: CohortPeriod
  readonly terms?: ExtensionTerms
}

/** What became of the request. */
export interface ExtensionDecision {
  readonly placement: PlacementId
  readonly outcome: 'granted' | 'refused'
  readonly by?: OrganisationId
  readonly why?: string
  readonly on?: StatedDate
  /** Sides that agreed since the request was made. */
  readonly agreedBy?: ReadonlyArray<Side>
  /** The caller's policy: whose agreement a grant needs. */
  readonly needs?: ReadonlyArray<Side>
}

/** Who looks after the officer, on which side. */
export interface Supervisor {
  readonly of: 'home' | 'host'
  readonly person?: PersonId
  readonly capacity?: Capacity
}

/** Another host, role, supervisor or city from a date. What is not stated stays as it was. */
export interface Leg {
  readonly placement: PlacementId
  readonly from: StatedDate
  /** The last day, where the leg is known to end before the placement does. */
  readonly until?: StatedDate
  readonly hosts?: NamedList<Host>
  readonly role?: string
  readonly post?: PostId
  readonly supervisors?: ReadonlyArray<Supervisor>
  readonly place?: OrganisationId
  readonly why?: string
}

/** A pause begins. */
export interface Suspension {
  readonly placement: PlacementId
  /** The first day away. */
  readonly from: StatedDate
  readonly why: string
  /** The last day away, as expected. It ends nothing: `ResumePlacement` does. */
  readonly expectedUntil?: StatedDate
}

/** A pause ends. */
export interface Resumption {
  readonly placement: PlacementId
  /** The first day back. */
  readonly on: StatedDate
}

/** What happens at home meanwhile. */
export interface Cover {
  readonly placement: PlacementId
  readonly arrangement: 'post held' | 'cover' | 'acting' | 'left vacant'
  readonly post?: PostId
  /** Who covers or acts; absent: nobody is named. */
  readonly by?: PersonId
  readonly handedOverOn?: StatedDate
  readonly from?: StatedDate
  readonly until?: StatedDate
  /** What becomes of the officer's record at home. */
  readonly homeRecord?: 'active' | 'dormant'
}

/** A review is to be held. */
export interface ReviewPlan {
  readonly placement: PlacementId
  readonly due: StatedDate
}

/** A conversation about the placement, while it runs or after it. */
export interface Review {
  readonly placement: PlacementId
  readonly on: StatedDate
  readonly kind: 'review' | 'debrief' | 'sharing session'
  readonly words?: string
  readonly at?: OccasionId
}

/** The officer is bound to stay in service. */
export interface Obligation {
  readonly placement: PlacementId
  /** The last day bound. */
  readonly until: StatedDate
  readonly why?: string
  readonly basis?: AgreementId
}

/** What came of a course or an assessment: at least one of grade, pass and comment. */
export interface Result {
  readonly placement: PlacementId
  readonly grade?: string
  readonly passed?: boolean
  readonly comment?: string
  readonly on?: StatedDate
}

/** How much of his time the officer gives, and in what standing towards his home. */
export interface Manner {
  readonly placement: PlacementId
  readonly manner: 'full-time' | 'part-time' | 'intermittent'
  /** Of part-time: per cent of full time. */
  readonly share?: number
  /** On detail he stays on the strength of his home; on leave he does not serve it. */
  readonly standing?: 'detail' | 'leave'
  readonly from?: StatedDate
}

/** A report is due. */
export interface ReportPlan {
  readonly placement: PlacementId
  readonly kind: 'completion report' | 'interim report'
  readonly due: StatedDate
}

/** The rules of a placement that may be waived: those that a report may break. */
export const waivable = [
  'ApprovalOutOfOrder',
  'NominationNotApproved',
  'TooManyPreferences',
  'StartOutsideAgreedPeriod',
  'LimitExceeded',
  'ExtensionNotAgreed',
  'OutsidePlacement',
] as const

/** One of them, by the code of its refusal. */
export type Waivable = (typeof waivable)[number]

/** Somebody with the authority to do so lets one placement off one rule. */
export interface RuleWaiver {
  readonly placement: PlacementId
  readonly rule: Waivable
  /** Who may say so: an office, a circular. */
  readonly authority: string
  readonly why: string
  readonly on?: StatedDate
}

/** It was asked that the placement last longer. Nothing is moved by asking. */
export type ExtensionRequested = { readonly type: 'ExtensionRequested' } & PlacementKeys & ExtensionRequest
/** Granted: the placement is to end on `to`. Refused: its end stays. */
export type ExtensionDecided = { readonly type: 'ExtensionDecided' } & PlacementKeys & ExtensionDecision & { readonly to: StatedDate }
/** The placement went on elsewhere, in another role, or under somebody else. */
export type LegChanged = { readonly type: 'LegChanged' } & PlacementKeys & Leg
/** The placement was paused; it did not end. */
export type PlacementSuspended = { readonly type: 'PlacementSuspended' } & PlacementKeys & Suspension
/** The officer was back. */
export type PlacementResumed = { readonly type: 'PlacementResumed' } & PlacementKeys & Resumption
/** What was arranged at home. */
export type CoverRecorded = { readonly type: 'CoverRecorded' } & PlacementKeys & Cover
/** A review was planned. */
export type ReviewPlanned = { readonly type: 'ReviewPlanned' } & PlacementKeys & ReviewPlan
/** A review, a debrief or a sharing session took place. */
export type ReviewRecorded = { readonly type: 'ReviewRecorded' } & PlacementKeys & Review
/** The officer bound himself. */
export type ObligationRecorded = { readonly type: 'ObligationRecorded' } & PlacementKeys & Obligation
/** A result became known. */
export type ResultRecorded = { readonly type: 'ResultRecorded' } & PlacementKeys & Result
/** The manner of the placement was stated. */
export type MannerStated = { readonly type: 'MannerStated' } & PlacementKeys & Manner
/** A report was asked for by a day. */
export type ReportExpected = { readonly type: 'ReportExpected' } & PlacementKeys & ReportPlan
/** From then on the rule does not bind this placement; the waiver stays on record. */
export type RuleWaived = { readonly type: 'RuleWaived' } & PlacementKeys & RuleWaiver

/** What is recorded in the course of a placement. */
export type CourseEvent =
  | ExtensionRequested
  | ExtensionDecided
  | LegChanged
  | PlacementSuspended
  | PlacementResumed
  | CoverRecorded
  | ReviewPlanned
  | ReviewRecorded
  | ObligationRecorded
  | ResultRecorded
  | MannerStated
  | ReportExpected
  | RuleWaived
