import type { OrganisationId, PersonId, PostId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// What is recorded of a post. Commands say the same in the imperative: what both share is one interface. Every event after the opening
// repeats the organisation, which is fixed there.

/** A post of an organisation, with or without a holder; also one whose creation is only proposed. An absent field was not stated. */
export interface Establishment {
  readonly post: PostId
  readonly organisation: OrganisationId
  /** Its titles by language and date: that of the day stays on what was recorded under it. */
  readonly titles: ReadonlyArray<Name>
  readonly rank?: string
  readonly from?: StatedDate
  /** The host where the post, not its holder, is on loan. */
  readonly onLoanTo?: OrganisationId
}

/** A holder and his first day. Holders change: a new one is no correction of the last. */
export interface Filling {
  readonly post: PostId
  /** Absent: somebody holds it, and is not named. */
  readonly holder?: PersonId
  readonly from?: StatedDate
  /** Somebody acts in the post, and need not be its holder; absent: nobody says so. */
  readonly acting?: true
}

/** From that day on nobody holds it. */
export interface Vacancy {
  readonly post: PostId
  readonly from?: StatedDate
}

/** What may be asked for a post: that there be one, that it rank otherwise, end, or last longer. */
export type PostChange = 'creation' | 'upgrading' | 'regrading' | 'deletion' | 'extension'

/** Somebody asks for a change of the post; nothing has changed by that. */
export interface ChangeProposal {
  readonly post: PostId
  readonly change: PostChange
  readonly on?: StatedDate
  /** The source's words. */
  readonly words?: string
}

/** Somebody is for the change last proposed. It is no approval, however high he stands. */
export interface ChangeRecommendation {
  readonly post: PostId
  readonly by: OrganisationId
  readonly on?: StatedDate
}

/** The answer to the change last proposed; whether and when it takes effect is another matter. */
export interface ChangeDecision {
  readonly post: PostId
  readonly outcome: 'approved' | 'refused'
  readonly by: OrganisationId
  readonly on?: StatedDate
}

/** The post is no more; somebody says so: neither a date nor an approved deletion ends a post. */
export interface PostEnding {
  readonly post: PostId
  /** The last day. */
  readonly on?: StatedDate
  readonly why?: string
}

interface OfOrganisation {
  readonly organisation: OrganisationId
}

/** The post came on record. Absent `from`: nobody says since when it has been there. */
export type PostEstablished = { readonly type: 'PostEstablished' } & Establishment
/** Somebody held it. Absent `from`: nobody says since when. */
export type PostFilled = { readonly type: 'PostFilled' } & Filling & OfOrganisation
/** Nobody held it any more. */
export type PostVacated = { readonly type: 'PostVacated' } & Vacancy & OfOrganisation
/** A change was proposed, and waits for its answer. */
export type PostChangeProposed = { readonly type: 'PostChangeProposed' } & ChangeProposal & OfOrganisation
/** Somebody was for the change; it still waits. */
export type PostChangeRecommended = { readonly type: 'PostChangeRecommended' } & ChangeRecommendation & OfOrganisation
/** The proposal was answered. Even an approved deletion leaves the post as it is, until somebody says that it lapsed. */
export type PostChangeDecided = { readonly type: 'PostChangeDecided' } & ChangeDecision & OfOrganisation
/** The post was no more. Absent `on`: its last day is not stated. */
export type PostLapsed = { readonly type: 'PostLapsed' } & PostEnding & OfOrganisation

/** Who held the post, and when nobody did. */
export type Tenure = PostFilled | PostVacated
/** What was to become of the post. */
export type ChangeStep = PostChangeProposed | PostChangeRecommended | PostChangeDecided

/** What is recorded of a post. */
export type PostEvent = PostEstablished | Tenure | ChangeStep | PostLapsed
