import { describe, expect, it, test } from 'vitest'
import { type SeriesAnnouncement, type SeriesCommand, type SeriesEvent, series, type Talk } from '../../../src/domain/series/series.js'
import { closedList, named, none } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(series)

const id = 'series-foreign-affairs'
const briefing = 'occasion-ocmfa-briefing-2021'
const first = 'occasion-talk-1'
const second = 'occasion-talk-2'
const announcement: SeriesAnnouncement = {
  series: id,
  names: [{ text: "Talks on the country's foreign affairs", language: 'en' }],
  organisers: closedList(['organisation-csc', 'organisation-ocmfa'] as const),
  period: { edtf: '2022', words: 'next year', yearFrom: 'source' },
}

const announced: SeriesEvent = { type: 'SeriesAnnounced', ...announcement }
const concluded: SeriesEvent = { type: 'SeriesConcluded', series: id, on: { edtf: '2022-12' } }
const heralded: SeriesEvent = { type: 'SeriesLinked', series: id, kind: 'precursor', to: briefing }
const talk = (occasion: Talk['occasion'], more: Pick<Talk, 'ordinal' | 'topic'> = {}): Talk => ({ series: id, occasion, ...more })
const added = (...told: Parameters<typeof talk>): SeriesEvent => ({ type: 'TalkAdded', ...talk(...told) })
const add = (...told: Parameters<typeof talk>): SeriesCommand => ({ type: 'AddTalk', ...talk(...told) })

describe('AnnounceSeries', () => {
  const announce: SeriesCommand = { type: 'AnnounceSeries', ...announcement }

  it('puts a series on record before any talk is held', () => given().when(announce).then(announced))

  it('tells a series of a programme, one that stands alone, and one of which nothing is said apart', () => {
    for (const programme of [named('programme-national-studies' as const), none])
      given()
        .when({ ...announce, programme })
        .then({ ...announced, ...announcement, programme })
  })

  it('stays quiet when the same is announced again', () => given(announced, concluded).when(announce).thenNothing())

  it('is refused for another announcement under the same id', () =>
    given(announced)
      .when({ ...announce, planned: { kind: 'exact', n: 6 } })
      .thenRefused({ _tag: 'SeriesAlreadyAnnounced', series: id }))
})

describe('AddTalk', () => {
  it('adds a talk by its ordinal, as the last one, or without either', () => {
    given(announced)
      .when(add(first, { ordinal: 1, topic: 'the landscape' }))
      .then(added(first, { ordinal: 1, topic: 'the landscape' }))
    given(announced)
      .when(add(first, { ordinal: 'last' }))
      .then(added(first, { ordinal: 'last' }))
    given(announced, added(first)).when(add(second)).then(added(second))
  })

  it('is told late of a concluded series', () => given(announced, concluded).when(add(first)).then(added(first)))

  it('stays quiet for a talk that was told as fully before', () => {
    const told = added(first, { ordinal: 1, topic: 'the landscape' })
    given(announced, told)
      .when(add(first, { ordinal: 1, topic: 'the landscape' }))
      .thenNothing()
    given(announced, told)
      .when(add(first, { ordinal: 1 }))
      .thenNothing()
    given(announced, told).when(add(first)).thenNothing()
  })

  it('records what is told of a talk in addition: its ordinal, its topic, that it was the last', () => {
    given(announced, added(first))
      .when(add(first, { ordinal: 3 }))
      .then(added(first, { ordinal: 3 }))
    given(announced, added(first, { ordinal: 3 }))
      .when(add(first, { ordinal: 3, topic: 'trade' }))
      .then(added(first, { ordinal: 3, topic: 'trade' }))
    given(announced, added(first, { ordinal: 3 }))
      .when(add(first, { ordinal: 'last' }))
      .then(added(first, { ordinal: 'last' }))
  })

  it('is refused for an ordinal that another talk has', () => {
    given(announced, added(first, { ordinal: 1 }))
      .when(add(second, { ordinal: 1 }))
      .thenRefused({ _tag: 'OrdinalUsed', series: id, ordinal: 1, occasion: first })
    given(announced, added(first, { ordinal: 'last' }))
      .when(add(second, { ordinal: 'last' }))
      .thenRefused({ _tag: 'OrdinalUsed', series: id, ordinal: 'last', occasion: first })
  })

  it('is refused for a talk told as another number or on another topic: that is to be disputed or corrected', () => {
    given(announced, added(first, { ordinal: 1 }))
      .when(add(first, { ordinal: 2 }))
      .thenRefused({ _tag: 'TalkHasOrdinal', series: id, occasion: first, ordinal: 1 })
    given(announced, added(first, { topic: 'trade' }))
      .when(add(first, { topic: 'finance' }))
      .thenRefused({ _tag: 'TalkHasTopic', series: id, occasion: first, topic: 'trade' })
  })

  it('is refused for a precursor, which is not the first talk', () =>
    given(announced, heralded)
      .when(add(briefing, { ordinal: 1 }))
      .thenRefused({ _tag: 'PrecursorIsNoTalk', series: id, occasion: briefing }))
})

describe('LinkSeries', () => {
  const link: SeriesCommand = { type: 'LinkSeries', series: id, kind: 'precursor', to: briefing }

  it('links a series to an occasion, a programme or another series', () => {
    given(announced).when(link).then(heralded)
    for (const to of ['programme-national-studies', 'series-2021'] as const)
      given(announced)
        .when({ ...link, kind: 'follows', to })
        .then({ ...heralded, kind: 'follows', to })
  })

  it('stays quiet for a link on record', () => given(announced, heralded).when(link).thenNothing())

  it('is refused for a series linked to itself', () =>
    given(announced)
      .when({ ...link, to: id })
      .thenRefused({ _tag: 'LinkedToItself', series: id }))

  it('is refused for a precursor that is one of its talks; related it may be', () => {
    given(announced, added(briefing)).when(link).thenRefused({ _tag: 'PrecursorIsNoTalk', series: id, occasion: briefing })
    given(announced, added(briefing))
      .when({ ...link, kind: 'related' })
      .then({ ...heralded, kind: 'related' })
  })
})

describe('ConcludeSeries', () => {
  const conclude: SeriesCommand = { type: 'ConcludeSeries', series: id, on: { edtf: '2022-12' } }

  it('ends a series, also one that was called off before its period', () => {
    given(announced, added(first)).when(conclude).then(concluded)
    given(announced)
      .when({ ...conclude, on: { edtf: '2021-12-31' }, why: 'called off' })
      .then({ ...concluded, on: { edtf: '2021-12-31' }, why: 'called off' })
  })

  it('stays quiet when told again, and is refused when told otherwise', () => {
    given(announced, concluded).when(conclude).thenNothing()
    given(announced, concluded)
      .when({ ...conclude, on: { edtf: '2023' } })
      .thenRefused({ _tag: 'SeriesAlreadyConcluded', series: id, on: { edtf: '2022-12' } })
    given(announced, { type: 'SeriesConcluded', series: id }).when(conclude).thenRefused({ _tag: 'SeriesAlreadyConcluded', series: id })
  })
})

describe('each command in each phase', () => {
  const commands: { readonly [T in SeriesCommand['type']]: SeriesCommand } = {
    AnnounceSeries: { type: 'AnnounceSeries', ...announcement, subject: 'another' },
    AddTalk: add(first),
    LinkSeries: { type: 'LinkSeries', series: id, kind: 'related', to: 'programme-gba' },
    ConcludeSeries: { type: 'ConcludeSeries', series: id },
  }
  const phases = { 'not recorded': [], announced: [announced], concluded: [announced, concluded] }

  test.each([
    ['AnnounceSeries', 'not recorded', 'records SeriesAnnounced'],
    ['AnnounceSeries', 'announced', 'SeriesAlreadyAnnounced'],
    ['AnnounceSeries', 'concluded', 'SeriesAlreadyAnnounced'],
    ['AddTalk', 'not recorded', 'SeriesNotRecorded'],
    ['AddTalk', 'announced', 'records TalkAdded'],
    ['AddTalk', 'concluded', 'records TalkAdded'],
    ['LinkSeries', 'not recorded', 'SeriesNotRecorded'],
    ['LinkSeries', 'announced', 'records SeriesLinked'],
    ['LinkSeries', 'concluded', 'records SeriesLinked'],
    ['ConcludeSeries', 'not recorded', 'SeriesNotRecorded'],
    ['ConcludeSeries', 'announced', 'records SeriesConcluded'],
    ['ConcludeSeries', 'concluded', 'SeriesAlreadyConcluded'],
  ] as const)('%s on a series %s: %s', (command, phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(commands[command])
        .outcome(),
    ).toBe(outcome),
  )

  test('events out of their order change no phase', () => {
    expect([added(first), heralded, concluded].reduce(series.evolve, series.initialState)).toStrictEqual({ _tag: 'NotRecorded' })
    given(announced, concluded, announced)
      .when(commands.ConcludeSeries)
      .thenRefused({
        _tag: 'SeriesAlreadyConcluded',
        series: id,
        on: { edtf: '2022-12' },
      })
  })

  test('all are of one stream', () => {
    expect(series.streamOf(commands.AddTalk)).toBe(id)
    expect(series.subjectOf(announced)).toBe(id)
    expect(Object.keys(series.commands).sort()).toStrictEqual(Object.keys(commands).sort())
  })
})
