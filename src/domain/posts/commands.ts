import type { PostId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  ChangeDecision,
  ChangeProposal,
  ChangeRecommendation,
  Establishment,
  Filling,
  PostChange,
  PostEnding,
  Vacancy,
} from './events.js'

// ── commands ────────────────────────────────────────────────────────────────

/**
 * A post as first known, also one that is only proposed: `PostEstablished`. Refused where it is on record otherwise
 * (`PostAlreadyEstablished`).
 */
export type EstablishPost = { readonly type: 'EstablishPost' } & Establishment
/** Somebody holds it, or acts in it: `PostFilled`. No holder is refused for another, for what is learned later may have been so earlier. */
export type FillPost = { readonly type: 'FillPost' } & Filling
/** Nobody holds it: `PostVacated`. */
export type VacatePost = { readonly type: 'VacatePost' } & Vacancy
/** Somebody wants the post changed: `PostChangeProposed`. While another proposal is open, a decision is refused (`PostChangeStillOpen`). */
export type ProposePostChange = { readonly type: 'ProposePostChange' } & ChangeProposal
/**
 * Somebody is for the open proposal: `PostChangeRecommended`. Refused where none is open (`NoPostChangeProposed`), or it is surely older
 * than the proposal (`AnsweredBeforeProposal`).
 */
export type RecommendPostChange = { readonly type: 'RecommendPostChange' } & ChangeRecommendation
/** The open proposal is approved or refused, and open no more: `PostChangeDecided`. Refused as a recommendation is. */
export type DecidePostChange = { readonly type: 'DecidePostChange' } & ChangeDecision
/**
 * Somebody says that the post is no more: `PostLapsed`. Refused where it would end before it was established, or ended otherwise
 * (`PostAlreadyLapsed`).
 */
export type LapsePost = { readonly type: 'LapsePost' } & PostEnding

/** What may be asked of a post. */
export type PostCommand = EstablishPost | FillPost | VacatePost | ProposePostChange | RecommendPostChange | DecidePostChange | LapsePost

// ── refusals ────────────────────────────────────────────────────────────────

/** Why something is not recorded of a post. */
export type PostRefusal =
  | { readonly _tag: 'PostNotEstablished'; readonly post: PostId }
  | { readonly _tag: 'PostAlreadyEstablished'; readonly post: PostId }
  /** There is nothing to answer: no proposal, or one that is decided. */
  | { readonly _tag: 'NoPostChangeProposed'; readonly post: PostId }
  /** An answer does not say which proposal it is for. A report goes in, for it may leave out how the last one ended. */
  | { readonly _tag: 'PostChangeStillOpen'; readonly post: PostId; readonly change: PostChange; readonly proposedOn?: StatedDate }
  | { readonly _tag: 'AnsweredBeforeProposal'; readonly post: PostId; readonly proposedOn: StatedDate; readonly on: StatedDate }
  | { readonly _tag: 'PostAlreadyLapsed'; readonly post: PostId; readonly lapsedOn?: StatedDate }
  | { readonly _tag: 'LapseBeforeEstablishment'; readonly post: PostId; readonly establishedFrom: StatedDate; readonly on: StatedDate }
  /**
   * What is told of a day after its lapse is refused to a decision and flagged in a report; of a vague day or of none, it is only flagged.
   */
  | { readonly _tag: 'PostOver'; readonly post: PostId; readonly lapsedOn?: StatedDate; readonly on?: StatedDate }
