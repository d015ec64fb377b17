import { describe, expect, it, test } from 'vitest'
import type { PostCommand } from '../../../src/domain/posts/commands.js'
import type { PostEvent } from '../../../src/domain/posts/events.js'
import { breaches, evolve, post } from '../../../src/domain/posts/post.js'
import type { StatedDate } from '../../../src/domain/vocabulary/stated-date.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(post)

const id = 'post-scs'
const organisation = 'organisation-csb'
const committee = 'organisation-committee'
const end = { edtf: '2027-07-04' }

const established: PostEvent = {
  type: 'PostEstablished',
  post: id,
  organisation,
  titles: [{ text: 'Secretary for the Civil Service', language: 'en' }],
}
const proposed: PostEvent = { type: 'PostChangeProposed', post: id, organisation, change: 'extension', on: { edtf: '2024-05' } }
const decided: PostEvent = { type: 'PostChangeDecided', post: id, organisation, outcome: 'refused', by: committee }
const lapsed: PostEvent = { type: 'PostLapsed', post: id, organisation, on: end }

const broken = (command: PostCommand, ...history: ReadonlyArray<PostEvent>) => breaches(command, history.reduce(evolve, post.initialState))

describe('after the last day, a report goes in with the conflict beside it', () => {
  const isOver = (on?: StatedDate) => ({ _tag: 'PostOver', post: id, lapsedOn: end, ...(on && { on }) })
  const late: ReadonlyArray<[string, (on?: StatedDate) => PostCommand]> = [
    ['a holder', (on) => ({ type: 'FillPost', post: id, ...(on && { from: on }) })],
    ['a vacancy', (on) => ({ type: 'VacatePost', post: id, ...(on && { from: on }) })],
    ['a proposal', (on) => ({ type: 'ProposePostChange', post: id, change: 'upgrading', ...(on && { on }) })],
    ['a recommendation', (on) => ({ type: 'RecommendPostChange', post: id, by: committee, ...(on && { on }) })],
    ['a decision', (on) => ({ type: 'DecidePostChange', post: id, outcome: 'approved', by: committee, ...(on && { on }) })],
  ]

  test.each(late)('%s: surely, or perhaps where a date is vague or missing', (_, on) => {
    expect(broken(on({ edtf: '2027-07-05' }), established, lapsed)).toStrictEqual([
      { refusal: isOver({ edtf: '2027-07-05' }), certainty: 'sure' },
    ])
    expect(broken(on({ edtf: '2027' }), established, lapsed)).toStrictEqual([
      { refusal: isOver({ edtf: '2027' }), certainty: 'cannot tell' },
    ])
    expect(broken(on(), established, lapsed)).toStrictEqual([{ refusal: isOver(), certainty: 'cannot tell' }])
    expect(broken(on(), established, { type: 'PostLapsed', post: id, organisation })).toStrictEqual([
      { refusal: { _tag: 'PostOver', post: id }, certainty: 'cannot tell' },
    ])
  })

  test.each(late)('%s: no conflict up to that day, nor while none is known', (_, on) => {
    expect(broken(on(end), established, lapsed)).toStrictEqual([])
    expect(broken(on({ edtf: '2030' }), established)).toStrictEqual([])
  })

  it('what opens or ends the record breaks nothing', () => {
    expect(broken({ ...established, type: 'EstablishPost' }, established, lapsed)).toStrictEqual([])
    expect(broken({ type: 'LapsePost', post: id }, established, lapsed)).toStrictEqual([])
  })
})

describe('a proposal while another is open', () => {
  const upgrade: PostCommand = { type: 'ProposePostChange', post: id, change: 'upgrading' }

  it('is refused as a decision, and goes in as a report: sources may not tell how the first one ended', () => {
    given(established, proposed).when(upgrade).then({ type: 'PostChangeProposed', post: id, organisation, change: 'upgrading' })
    expect(broken(upgrade, established, proposed)).toStrictEqual([
      { refusal: { _tag: 'PostChangeStillOpen', post: id, change: 'extension', proposedOn: { edtf: '2024-05' } }, certainty: 'sure' },
    ])
    expect(broken(upgrade, established, { type: 'PostChangeProposed', post: id, organisation, change: 'creation' })).toStrictEqual([
      { refusal: { _tag: 'PostChangeStillOpen', post: id, change: 'creation' }, certainty: 'sure' },
    ])
  })

  it('breaks nothing once that one is decided', () => {
    expect(broken(upgrade, established, proposed, decided)).toStrictEqual([])
    expect(broken(upgrade)).toStrictEqual([])
  })
})

describe('each command in each phase', () => {
  const commands: { readonly [T in PostCommand['type']]: PostCommand } = {
    EstablishPost: { type: 'EstablishPost', post: id, organisation: 'organisation-other', titles: established.titles },
    FillPost: { type: 'FillPost', post: id, holder: 'person-1' },
    VacatePost: { type: 'VacatePost', post: id },
    ProposePostChange: { type: 'ProposePostChange', post: id, change: 'upgrading' },
    RecommendPostChange: { type: 'RecommendPostChange', post: id, by: committee },
    DecidePostChange: { type: 'DecidePostChange', post: id, outcome: 'approved', by: committee },
    LapsePost: { type: 'LapsePost', post: id, why: 'not extended' },
  }
  const phases = {
    'not established': [],
    'with a voided opening': [proposed, lapsed],
    established: [established],
    'to be changed': [established, proposed],
    'whose change is decided': [established, proposed, decided],
    lapsed: [established, lapsed],
    'lapsed, to be changed': [established, proposed, lapsed],
  } as const

  test.each([
    ['EstablishPost', 'not established', 'records PostEstablished'],
    ['EstablishPost', 'with a voided opening', 'records PostEstablished'],
    ['EstablishPost', 'established', 'PostAlreadyEstablished'],
    ['EstablishPost', 'to be changed', 'PostAlreadyEstablished'],
    ['EstablishPost', 'whose change is decided', 'PostAlreadyEstablished'],
    ['EstablishPost', 'lapsed', 'PostAlreadyEstablished'],
    ['EstablishPost', 'lapsed, to be changed', 'PostAlreadyEstablished'],
    ['FillPost', 'not established', 'PostNotEstablished'],
    ['FillPost', 'with a voided opening', 'PostNotEstablished'],
    ['FillPost', 'established', 'records PostFilled'],
    ['FillPost', 'to be changed', 'records PostFilled'],
    ['FillPost', 'whose change is decided', 'records PostFilled'],
    ['FillPost', 'lapsed', 'records PostFilled'],
    ['FillPost', 'lapsed, to be changed', 'records PostFilled'],
    ['VacatePost', 'not established', 'PostNotEstablished'],
    ['VacatePost', 'with a voided opening', 'PostNotEstablished'],
    ['VacatePost', 'established', 'records PostVacated'],
    ['VacatePost', 'to be changed', 'records PostVacated'],
    ['VacatePost', 'whose change is decided', 'records PostVacated'],
    ['VacatePost', 'lapsed', 'records PostVacated'],
    ['VacatePost', 'lapsed, to be changed', 'records PostVacated'],
    ['ProposePostChange', 'not established', 'PostNotEstablished'],
    ['ProposePostChange', 'with a voided opening', 'PostNotEstablished'],
    ['ProposePostChange', 'established', 'records PostChangeProposed'],
    ['ProposePostChange', 'to be changed', 'records PostChangeProposed'],
    ['ProposePostChange', 'whose change is decided', 'records PostChangeProposed'],
    ['ProposePostChange', 'lapsed', 'records PostChangeProposed'],
    ['ProposePostChange', 'lapsed, to be changed', 'records PostChangeProposed'],
    ['RecommendPostChange', 'not established', 'PostNotEstablished'],
    ['RecommendPostChange', 'with a voided opening', 'PostNotEstablished'],
    ['RecommendPostChange', 'established', 'NoPostChangeProposed'],
    ['RecommendPostChange', 'to be changed', 'records PostChangeRecommended'],
    ['RecommendPostChange', 'whose change is decided', 'NoPostChangeProposed'],
    ['RecommendPostChange', 'lapsed', 'NoPostChangeProposed'],
    ['RecommendPostChange', 'lapsed, to be changed', 'records PostChangeRecommended'],
    ['DecidePostChange', 'not established', 'PostNotEstablished'],
    ['DecidePostChange', 'with a voided opening', 'PostNotEstablished'],
    ['DecidePostChange', 'established', 'NoPostChangeProposed'],
    ['DecidePostChange', 'to be changed', 'records PostChangeDecided'],
    ['DecidePostChange', 'whose change is decided', 'NoPostChangeProposed'],
    ['DecidePostChange', 'lapsed', 'NoPostChangeProposed'],
    ['DecidePostChange', 'lapsed, to be changed', 'records PostChangeDecided'],
    ['LapsePost', 'not established', 'PostNotEstablished'],
    ['LapsePost', 'with a voided opening', 'PostNotEstablished'],
    ['LapsePost', 'established', 'records PostLapsed'],
    ['LapsePost', 'to be changed', 'records PostLapsed'],
    ['LapsePost', 'whose change is decided', 'records PostLapsed'],
    ['LapsePost', 'lapsed', 'PostAlreadyLapsed'],
    ['LapsePost', 'lapsed, to be changed', 'PostAlreadyLapsed'],
  ] as const)('%s on a post %s: %s', (command, phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(commands[command])
        .outcome(),
    ).toBe(outcome),
  )
})
