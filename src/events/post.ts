import type {
  DecidePostChange,
  EstablishPost,
  FillPost,
  LapsePost,
  PostCommand,
  ProposePostChange,
  RecommendPostChange,
  VacatePost,
} from '../domain/posts/commands.js'
import type {
  ChangeDecision,
  ChangeProposal,
  ChangeRecommendation,
  Establishment,
  Filling,
  PostChangeDecided,
  PostChangeProposed,
  PostChangeRecommended,
  PostEnding,
  PostEstablished,
  PostEvent,
  PostFilled,
  PostLapsed,
  PostVacated,
  Vacancy,
} from '../domain/posts/events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { optional, type Props } from './codec/object.js'
import { idOf, line, oneOf, prose, truth } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { names, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both; the event adds the post's organisation.

const post = idOf('post')
const organisation = idOf('organisation')

const establishment: Props<Establishment> = {
  post,
  organisation,
  titles: names,
  rank: optional(line),
  from: optional(statedDate),
  onLoanTo: optional(organisation),
}
const filling: Props<Filling> = { post, holder: optional(idOf('person')), from: optional(statedDate), acting: optional(truth) }
const vacancy: Props<Vacancy> = { post, from: optional(statedDate) }
const proposal: Props<ChangeProposal> = {
  post,
  change: oneOf('creation', 'upgrading', 'regrading', 'deletion', 'extension'),
  on: optional(statedDate),
  words: optional(prose),
}
const recommendation: Props<ChangeRecommendation> = { post, by: organisation, on: optional(statedDate) }
const decision: Props<ChangeDecision> = { post, outcome: oneOf('approved', 'refused'), by: organisation, on: optional(statedDate) }
const ending: Props<PostEnding> = { post, on: optional(statedDate), why: optional(prose) }

export const postEvents: Catalogue<PostEvent> = {
  PostEstablished: first<PostEstablished>('PostEstablished', establishment),
  PostFilled: first<PostFilled>('PostFilled', { ...filling, organisation }),
  PostVacated: first<PostVacated>('PostVacated', { ...vacancy, organisation }),
  PostChangeProposed: first<PostChangeProposed>('PostChangeProposed', { ...proposal, organisation }),
  PostChangeRecommended: first<PostChangeRecommended>('PostChangeRecommended', { ...recommendation, organisation }),
  PostChangeDecided: first<PostChangeDecided>('PostChangeDecided', { ...decision, organisation }),
  PostLapsed: first<PostLapsed>('PostLapsed', { ...ending, organisation }),
}

export const postCommands: Commands<PostCommand> = {
  EstablishPost: commandCodec<EstablishPost>('EstablishPost', establishment),
  FillPost: commandCodec<FillPost>('FillPost', filling),
  VacatePost: commandCodec<VacatePost>('VacatePost', vacancy),
  ProposePostChange: commandCodec<ProposePostChange>('ProposePostChange', proposal),
  RecommendPostChange: commandCodec<RecommendPostChange>('RecommendPostChange', recommendation),
  DecidePostChange: commandCodec<DecidePostChange>('DecidePostChange', decision),
  LapsePost: commandCodec<LapsePost>('LapsePost', ending),
}
