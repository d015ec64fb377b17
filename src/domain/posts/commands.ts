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

export type EstablishPost = { readonly type: 'EstablishPost' } & Establishment
export type FillPost = { readonly type: 'FillPost' } & Filling
export type VacatePost = { readonly type: 'VacatePost' } & Vacancy
export type ProposePostChange = { readonly type: 'ProposePostChange' } & ChangeProposal
export type RecommendPostChange = { readonly type: 'RecommendPostChange' } & ChangeRecommendation
export type DecidePostChange = { readonly type: 'DecidePostChange' } & ChangeDecision
export type LapsePost = { readonly type: 'LapsePost' } & PostEnding

export type PostCommand = EstablishPost | FillPost | VacatePost | ProposePostChange | RecommendPostChange | DecidePostChange | LapsePost

// ── refusals ────────────────────────────────────────────────────────────────

export type PostRefusal =
  | { readonly _tag: 'PostNotEstablished'; readonly post: PostId }
  | { readonly _tag: 'PostAlreadyEstablished'; readonly post: PostId }
  | { readonly _tag: 'NoPostChangeProposed'; readonly post: PostId }
  | { readonly _tag: 'PostChangeStillOpen'; readonly post: PostId; readonly change: PostChange; readonly proposedOn?: StatedDate }
  | { readonly _tag: 'AnsweredBeforeProposal'; readonly post: PostId; readonly proposedOn: StatedDate; readonly on: StatedDate }
  | { readonly _tag: 'PostAlreadyLapsed'; readonly post: PostId; readonly lapsedOn?: StatedDate }
  | { readonly _tag: 'LapseBeforeEstablishment'; readonly post: PostId; readonly establishedFrom: StatedDate; readonly on: StatedDate }
  | { readonly _tag: 'PostOver'; readonly post: PostId; readonly lapsedOn?: StatedDate; readonly on?: StatedDate }
