import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { PostId } from '../vocabulary/id.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type {
  DecidePostChange,
  EstablishPost,
  LapsePost,
  PostCommand,
  PostRefusal,
  ProposePostChange,
  RecommendPostChange,
} from './commands.js'
import type { ChangeStep, PostChangeProposed, PostEstablished, PostEvent, PostLapsed, Tenure } from './events.js'

// A post outlives its holders: it is established, filled, vacated and filled again, told in any order. A change of the post itself is
// proposed, recommended by some, and decided; a recommendation is not an approval. The post lapses when somebody says so; who held it
// before that day can still be learned.

// ── state ───────────────────────────────────────────────────────────────────

interface Known {
  readonly establishment: PostEstablished
  readonly tenures: ReadonlyArray<Tenure>
  readonly steps: ReadonlyArray<ChangeStep>
  /** The change that was last proposed, as long as it is not decided. */
  readonly open?: PostChangeProposed
}

export type Post =
  | { readonly _tag: 'NotEstablished' }
  | ({ readonly _tag: 'Established' } & Known)
  | ({ readonly _tag: 'Lapsed'; readonly lapse: PostLapsed } & Known)

export const evolve = (state: Post, event: PostEvent): Post => {
  if (event.type === 'PostEstablished') return { _tag: 'Established', establishment: event, tenures: [], steps: [] }
  if (state._tag === 'NotEstablished') return state
  switch (event.type) {
    case 'PostFilled':
    case 'PostVacated':
      return { ...state, tenures: [...state.tenures, event] }
    case 'PostChangeProposed':
      return { ...state, steps: [...state.steps, event], open: event }
    case 'PostChangeRecommended':
      return { ...state, steps: [...state.steps, event] }
    case 'PostChangeDecided': {
      const { open: _, ...rest } = state
      return { ...rest, steps: [...state.steps, event] }
    }
    case 'PostLapsed':
      return { ...state, _tag: 'Lapsed', lapse: event }
  }
}

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<PostEvent, PostRefusal>

const notEstablished = (post: PostId): Decision => E.left({ _tag: 'PostNotEstablished', post })

const establish = (command: EstablishPost, state: Post): Decision => {
  const event: PostEstablished = { ...command, type: 'PostEstablished' }
  if (state._tag === 'NotEstablished') return E.right([event])
  return same(state.establishment, event) ? E.right([]) : E.left({ _tag: 'PostAlreadyEstablished', post: command.post })
}

/**
 * Whether this is on record. The last word is what is so; an earlier word, where it has no date, may come back as a change (the same holder
 * once more), where it has one, it was said before.
 */
const isSaid = (event: PostEvent, dated: StatedDate | undefined, words: ReadonlyArray<PostEvent>): boolean =>
  same(words.at(-1), event) || (dated !== undefined && words.some((one) => same(one, event)))

/** No holder is refused for another: what is learned later may have been so earlier. */
const hold = (event: Tenure, { tenures }: Known): Decision => E.right(isSaid(event, event.from, tenures) ? [] : [event])

const propose = (command: ProposePostChange, state: Post): Decision => {
  if (state._tag === 'NotEstablished') return notEstablished(command.post)
  const event: PostChangeProposed = { ...command, type: 'PostChangeProposed', organisation: state.establishment.organisation }
  const words = state.steps.filter(({ type }) => type !== 'PostChangeRecommended')
  return E.right(isSaid(event, command.on, words) ? [] : [event])
}

/** Recommending and deciding answer the proposal that is open. */
const answer = (command: RecommendPostChange | DecidePostChange, state: Post): Decision => {
  const { post, on } = command
  if (state._tag === 'NotEstablished') return notEstablished(post)
  const event = answerOf(command, state)
  if (isAnswered(event, state.steps)) return E.right([])
  if (state.open === undefined) return E.left({ _tag: 'NoPostChangeProposed', post })
  const { on: proposedOn } = state.open
  return on !== undefined && proposedOn !== undefined && precedes(windowOf(on), windowOf(proposedOn)) === 'yes'
    ? E.left({ _tag: 'AnsweredBeforeProposal', post, proposedOn, on })
    : E.right([event])
}

const answerOf = (command: RecommendPostChange | DecidePostChange, { establishment: { organisation } }: Known): ChangeStep => {
  switch (command.type) {
    case 'RecommendPostChange':
      return { ...command, type: 'PostChangeRecommended', organisation }
    case 'DecidePostChange':
      return { ...command, type: 'PostChangeDecided', organisation }
  }
}

/** Said of the last proposal, or, with a date, of any. Several may recommend: what one said is not undone by what another says after him. */
const isAnswered = (event: ChangeStep, steps: ReadonlyArray<ChangeStep>): boolean => {
  const sinceProposal = steps.slice(steps.findLastIndex(({ type }) => type === 'PostChangeProposed') + 1)
  return (event.on === undefined ? sinceProposal : steps).some((one) => same(one, event))
}

const lapse = (command: LapsePost, state: Post): Decision => {
  const { post, on } = command
  if (state._tag === 'NotEstablished') return notEstablished(post)
  const { organisation, from } = state.establishment
  const event: PostLapsed = { ...command, type: 'PostLapsed', organisation }
  switch (state._tag) {
    case 'Established':
      return on !== undefined && from !== undefined && precedes(windowOf(on), windowOf(from)) === 'yes'
        ? E.left({ _tag: 'LapseBeforeEstablishment', post, establishedFrom: from, on })
        : E.right([event])
    case 'Lapsed': {
      const { on: lapsedOn } = state.lapse
      return same(state.lapse, event)
        ? E.right([])
        : E.left({ _tag: 'PostAlreadyLapsed', post, ...(lapsedOn !== undefined && { lapsedOn }) })
    }
  }
}

export const decide = (command: PostCommand, state: Post): Decision => {
  switch (command.type) {
    case 'EstablishPost':
      return establish(command, state)
    case 'FillPost':
      if (state._tag === 'NotEstablished') return notEstablished(command.post)
      return hold({ ...command, type: 'PostFilled', organisation: state.establishment.organisation }, state)
    case 'VacatePost':
      if (state._tag === 'NotEstablished') return notEstablished(command.post)
      return hold({ ...command, type: 'PostVacated', organisation: state.establishment.organisation }, state)
    case 'ProposePostChange':
      return propose(command, state)
    case 'RecommendPostChange':
    case 'DecidePostChange':
      return answer(command, state)
    case 'LapsePost':
      return lapse(command, state)
  }
}

// ── rules that a report may break ───────────────────────────────────────────

type Breaches = ReadonlyArray<Breach<PostRefusal>>

/** After its end a post is neither held nor changed; on its last day it still is. */
const whenOver = (state: Post, on: StatedDate | undefined): Breaches => {
  if (state._tag !== 'Lapsed') return []
  const { post, on: lapsedOn } = state.lapse
  const isAfter = precedes(lapsedOn === undefined ? {} : windowOf(lapsedOn), on === undefined ? {} : windowOf(on))
  if (isAfter === 'no') return []
  const refusal: PostRefusal = { _tag: 'PostOver', post, ...(lapsedOn !== undefined && { lapsedOn }), ...(on !== undefined && { on }) }
  return [{ refusal, certainty: isAfter === 'yes' ? 'sure' : 'cannot tell' }]
}

/** One change at a time: an answer does not say which proposal it is for. Reports may leave out how the last one ended. */
const whileOpen = (state: Post): Breaches => {
  if (state._tag === 'NotEstablished' || state.open === undefined) return []
  const { post, change, on } = state.open
  return [{ refusal: { _tag: 'PostChangeStillOpen', post, change, ...(on !== undefined && { proposedOn: on }) }, certainty: 'sure' }]
}

export const breaches = (command: PostCommand, state: Post): Breaches => {
  switch (command.type) {
    case 'FillPost':
    case 'VacatePost':
      return whenOver(state, command.from)
    case 'ProposePostChange':
      return [...whileOpen(state), ...whenOver(state, command.on)]
    case 'RecommendPostChange':
    case 'DecidePostChange':
      return whenOver(state, command.on)
    case 'EstablishPost':
    case 'LapsePost':
      return []
  }
}

export const post: Aggregate<PostCommand, Post, PostEvent, PostRefusal> = {
  category: 'post',
  initialState: { _tag: 'NotEstablished' },
  streamOf: (command) => command.post,
  subjectOf: (event) => event.post,
  commands: {
    EstablishPost: true,
    FillPost: true,
    VacatePost: true,
    ProposePostChange: true,
    RecommendPostChange: true,
    DecidePostChange: true,
    LapsePost: true,
  },
  decide,
  breaches,
  evolve,
}
