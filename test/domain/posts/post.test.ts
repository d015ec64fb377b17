import { describe, it } from 'vitest'
import type { PostEvent } from '../../../src/domain/posts/events.js'
import { post } from '../../../src/domain/posts/post.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(post)

const id = 'post-scs'
const organisation = 'organisation-csb'

const established: PostEvent = {
  type: 'PostEstablished',
  post: id,
  organisation,
  titles: [{ text: 'Secretary for the Civil Service', language: 'en' }],
  from: { edtf: '2002-07-01' },
}
const filled: PostEvent = { type: 'PostFilled', post: id, organisation, holder: 'person-1', from: { edtf: '2020-04-22' } }
const vacated: PostEvent = { type: 'PostVacated', post: id, organisation, from: { edtf: '2022-07-01' } }
const proposed: PostEvent = { type: 'PostChangeProposed', post: id, organisation, change: 'extension', on: { edtf: '2024-05' } }
const recommended: PostEvent = { type: 'PostChangeRecommended', post: id, organisation, by: 'organisation-subcommittee' }
const approved: PostEvent = { type: 'PostChangeDecided', post: id, organisation, outcome: 'approved', by: 'organisation-committee' }
const lapsed: PostEvent = { type: 'PostLapsed', post: id, organisation, on: { edtf: '2027-07-04' } }

describe('EstablishPost', () => {
  it('opens the record of a post', () =>
    given()
      .when({ ...established, type: 'EstablishPost' })
      .then(established))

  it('stays quiet for the same post', () =>
    given(established, filled)
      .when({ ...established, type: 'EstablishPost' })
      .thenNothing())

  it('is refused for another post under the same id', () =>
    given(established)
      .when({ ...established, type: 'EstablishPost', rank: 'D8' })
      .thenRefused({ _tag: 'PostAlreadyEstablished', post: id }))
})

describe('FillPost', () => {
  it('records a holder, with the organisation of the post', () =>
    given(established)
      .when({ type: 'FillPost', post: id, holder: 'person-1', from: { edtf: '2020-04-22' } })
      .then(filled))

  it('records that somebody holds it who is not named', () =>
    given(established).when({ type: 'FillPost', post: id }).then({ type: 'PostFilled', post: id, organisation }))

  it('records who acts in it', () =>
    given(established, filled)
      .when({ type: 'FillPost', post: id, holder: 'person-2', acting: true })
      .then({ type: 'PostFilled', post: id, organisation, holder: 'person-2', acting: true }))

  it('records an earlier holder after a later one: it was learned late', () =>
    given(established, filled)
      .when({ type: 'FillPost', post: id, holder: 'person-9', from: { edtf: '2015-07' } })
      .then({ type: 'PostFilled', post: id, organisation, holder: 'person-9', from: { edtf: '2015-07' } }))

  it('stays quiet for a dated holder on record, though the post was vacated since', () =>
    given(established, filled, vacated)
      .when({ type: 'FillPost', post: id, holder: 'person-1', from: { edtf: '2020-04-22' } })
      .thenNothing())

  it('records the same holder once more, where neither time has a date', () => {
    const undated: PostEvent = { type: 'PostFilled', post: id, organisation, holder: 'person-1' }
    given(established, undated, { type: 'PostVacated', post: id, organisation })
      .when({ type: 'FillPost', post: id, holder: 'person-1' })
      .then(undated)
  })
})

describe('VacatePost', () => {
  it('records that nobody holds it from a day on, whether or not a holder was known', () => {
    given(established, filled)
      .when({ type: 'VacatePost', post: id, from: { edtf: '2022-07-01' } })
      .then(vacated)
    given(established)
      .when({ type: 'VacatePost', post: id, from: { edtf: '2022-07-01' } })
      .then(vacated)
  })

  it('stays quiet for a vacancy on record', () =>
    given(established, filled, vacated, { ...filled, holder: 'person-2', from: { edtf: '2022-07-02' } })
      .when({ type: 'VacatePost', post: id, from: { edtf: '2022-07-01' } })
      .thenNothing())
})

describe('ProposePostChange', () => {
  it('records what is to become of the post', () =>
    given(established)
      .when({ type: 'ProposePostChange', post: id, change: 'extension', on: { edtf: '2024-05' } })
      .then(proposed))

  it('stays quiet for a dated proposal on record, open or decided', () => {
    given(established, proposed, recommended)
      .when({ type: 'ProposePostChange', post: id, change: 'extension', on: { edtf: '2024-05' } })
      .thenNothing()
    given(established, proposed, approved)
      .when({ type: 'ProposePostChange', post: id, change: 'extension', on: { edtf: '2024-05' } })
      .thenNothing()
  })

  it('stays quiet for an undated proposal that is still the last, though it was recommended', () =>
    given(established, { type: 'PostChangeProposed', post: id, organisation, change: 'extension' }, recommended)
      .when({ type: 'ProposePostChange', post: id, change: 'extension' })
      .thenNothing())

  it('records an undated proposal again after the first was decided', () => {
    const undated: PostEvent = { type: 'PostChangeProposed', post: id, organisation, change: 'extension' }
    given(established, undated, approved).when({ type: 'ProposePostChange', post: id, change: 'extension' }).then(undated)
  })
})

describe('RecommendPostChange', () => {
  it('records who is for the proposal, and leaves it open', () => {
    given(established, proposed).when({ type: 'RecommendPostChange', post: id, by: 'organisation-subcommittee' }).then(recommended)
    given(established, proposed, recommended)
      .when({ type: 'DecidePostChange', post: id, outcome: 'approved', by: 'organisation-committee' })
      .then(approved)
  })

  it('stays quiet for a recommendation on record, though another came after it', () =>
    given(established, proposed, recommended, { ...recommended, by: 'organisation-bureau' })
      .when({ type: 'RecommendPostChange', post: id, by: 'organisation-subcommittee' })
      .thenNothing())

  it('counts anew for the next proposal, unless its date shows that it was for an earlier one', () => {
    const on = { edtf: '2024-06-12' }
    given(established, proposed, recommended, approved, { ...proposed, change: 'upgrading' })
      .when({ type: 'RecommendPostChange', post: id, by: 'organisation-subcommittee' })
      .then(recommended)
    given(established, proposed, { ...recommended, on }, approved, { ...proposed, change: 'upgrading' })
      .when({ type: 'RecommendPostChange', post: id, by: 'organisation-subcommittee', on })
      .thenNothing()
  })

  it('is refused where nothing is proposed', () =>
    given(established)
      .when({ type: 'RecommendPostChange', post: id, by: 'organisation-subcommittee' })
      .thenRefused({ _tag: 'NoPostChangeProposed', post: id }))
})

describe('DecidePostChange', () => {
  it('records the answer to what was proposed', () =>
    given(established, proposed)
      .when({ type: 'DecidePostChange', post: id, outcome: 'refused', by: 'organisation-committee', on: { edtf: '2024-07-05' } })
      .then({ ...approved, outcome: 'refused', on: { edtf: '2024-07-05' } }))

  it('stays quiet for the same answer', () =>
    given(established, proposed, approved)
      .when({ type: 'DecidePostChange', post: id, outcome: 'approved', by: 'organisation-committee' })
      .thenNothing())

  it('is refused where the proposal has its answer: another answer needs another proposal', () =>
    given(established, proposed, approved)
      .when({ type: 'DecidePostChange', post: id, outcome: 'refused', by: 'organisation-committee' })
      .thenRefused({ _tag: 'NoPostChangeProposed', post: id }))

  it('is refused on a day that surely lies before the proposal', () =>
    given(established, proposed)
      .when({ type: 'DecidePostChange', post: id, outcome: 'approved', by: 'organisation-committee', on: { edtf: '2024-04-30' } })
      .thenRefused({ _tag: 'AnsweredBeforeProposal', post: id, proposedOn: { edtf: '2024-05' }, on: { edtf: '2024-04-30' } }))

  it('is taken on a day that may lie after it', () =>
    given(established, proposed)
      .when({ type: 'DecidePostChange', post: id, outcome: 'approved', by: 'organisation-committee', on: { edtf: '2024-05-01' } })
      .then({ ...approved, on: { edtf: '2024-05-01' } }))

  it('ends nothing by itself: a post whose deletion is approved is filled and vacated as before', () =>
    given(established, { ...proposed, change: 'deletion' }, approved)
      .when({ type: 'FillPost', post: id, holder: 'person-1', from: { edtf: '2020-04-22' } })
      .then(filled))
})

describe('LapsePost', () => {
  it('records that the post is no more', () =>
    given(established)
      .when({ type: 'LapsePost', post: id, on: { edtf: '2027-07-04' } })
      .then(lapsed))

  it('stays quiet for the same end', () =>
    given(established, lapsed)
      .when({ type: 'LapsePost', post: id, on: { edtf: '2027-07-04' } })
      .thenNothing())

  it('is refused for another end, dated or not', () => {
    given(established, lapsed)
      .when({ type: 'LapsePost', post: id })
      .thenRefused({ _tag: 'PostAlreadyLapsed', post: id, lapsedOn: { edtf: '2027-07-04' } })
    given(established, { type: 'PostLapsed', post: id, organisation })
      .when({ type: 'LapsePost', post: id, on: { edtf: '2027' } })
      .thenRefused({ _tag: 'PostAlreadyLapsed', post: id })
  })

  it('is refused on a day that surely lies before the establishment', () =>
    given(established)
      .when({ type: 'LapsePost', post: id, on: { edtf: '2001' } })
      .thenRefused({ _tag: 'LapseBeforeEstablishment', post: id, establishedFrom: { edtf: '2002-07-01' }, on: { edtf: '2001' } }))
})
