import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { SeriesCommand, SeriesEvent } from '../../src/domain/series/series.js'
import type { AnyId } from '../../src/domain/vocabulary/id.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { seriesCommands } from '../../src/events/series.js'

/** The fields of an event's golden file, every optional one among them: its command has the same. */
const fieldsOf = (event: SeriesEvent['type']): object =>
  JSON.parse(readFileSync(new URL(`./golden/${event}.1.json`, import.meta.url), 'utf8')).data

const complete: { readonly [T in SeriesCommand['type']]: object } = {
  AnnounceSeries: { ...fieldsOf('SeriesAnnounced'), type: 'AnnounceSeries' },
  AddTalk: { ...fieldsOf('TalkAdded'), type: 'AddTalk' },
  LinkSeries: { ...fieldsOf('SeriesLinked'), type: 'LinkSeries' },
  ConcludeSeries: { ...fieldsOf('SeriesConcluded'), type: 'ConcludeSeries' },
}

const codecOf = (type: SeriesCommand['type']): Decoder<unknown, SeriesCommand> => seriesCommands[type]
const pathsOf = (type: SeriesCommand['type'], value: unknown): ReadonlyArray<string> => {
  const decoded = codecOf(type).decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}
const types: ReadonlyArray<SeriesCommand['type']> = ['AnnounceSeries', 'AddTalk', 'LinkSeries', 'ConcludeSeries']
const fields = types.flatMap((type) => Object.keys(complete[type]).map((field) => [type, field] as const))

describe('each command of a series as it is written', () => {
  test.each(types)('%s is read as it stands', (type) => expect(codecOf(type).decode(complete[type])).toStrictEqual(E.right(complete[type])))

  test.each(types)('%s is refused without its id, with an id of another kind, and with an unknown field', (type) => {
    expect(pathsOf(type, { ...complete[type], series: undefined })).toStrictEqual(['series'])
    for (const id of ['person-1', 'series-', 'series-$all', `series-${'x'.repeat(101)}`])
      expect(pathsOf(type, { ...complete[type], series: id })).toStrictEqual(['series'])
    expect(pathsOf(type, { ...complete[type], colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(types)('%s is refused where it is no object of that type', (type) => {
    for (const value of [null, undefined, 7, type, [complete[type]]]) expect(pathsOf(type, value)).toStrictEqual([''])
    expect(pathsOf(type, { ...complete[type], type: 'toString' })).toStrictEqual(['type'])
  })

  test.each(fields)('%s is refused where %s is nothing, empty, negative, or an object of somebody else', (type, field) => {
    for (const value of [null, '', -1, { hostile: true }])
      expect(pathsOf(type, { ...complete[type], [field]: value })[0]?.startsWith(field)).toBe(true)
  })

  test.each<[SeriesCommand['type'], string, object, string]>([
    ['AnnounceSeries', 'no names', { names: undefined }, 'names'],
    ['AnnounceSeries', 'an empty list of names', { names: [] }, 'names'],
    ['AnnounceSeries', 'a bare list of organisers', { organisers: ['organisation-csc'] }, 'organisers'],
    ['AnnounceSeries', 'a person as organiser', { organisers: { items: ['person-1'], open: false } }, 'organisers.items[0]'],
    ['AnnounceSeries', 'a bare id for its programme', { programme: 'programme-1' }, 'programme'],
    ['AnnounceSeries', 'an organisation for its programme', { programme: { _tag: 'named', value: 'organisation-1' } }, 'programme.value'],
    ['AnnounceSeries', 'a bare number of talks', { planned: 6 }, 'planned'],
    ['AnnounceSeries', 'a range of talks that runs backwards', { planned: { kind: 'between', from: 6, to: 3 } }, 'planned'],
    ['AnnounceSeries', 'words for its period', { period: { edtf: 'next year' } }, 'period.edtf'],
    ['AnnounceSeries', 'a subject of more than 300 characters', { subject: 'x'.repeat(301) }, 'subject'],
    ['AnnounceSeries', 'more than 200 topics', { topics: { items: Array(201).fill('trade'), open: true } }, 'topics.items'],
    ['AddTalk', 'no occasion', { occasion: undefined }, 'occasion'],
    ['AddTalk', 'a series for its occasion', { occasion: 'series-1' }, 'occasion'],
    ['AddTalk', 'the ordinal 0', { ordinal: 0 }, 'ordinal'],
    ['AddTalk', 'half an ordinal', { ordinal: 1.5 }, 'ordinal'],
    ['AddTalk', 'an ordinal in digits', { ordinal: '1' }, 'ordinal'],
    ['AddTalk', 'an ordinal in other words', { ordinal: 'first' }, 'ordinal'],
    ['AddTalk', 'an ordinal beyond all series', { ordinal: 10_001 }, 'ordinal'],
    ['AddTalk', 'an ordinal that is no number', { ordinal: Number.NaN }, 'ordinal'],
    ['AddTalk', 'a topic of more than 300 characters', { topic: 'x'.repeat(301) }, 'topic'],
    ['LinkSeries', 'a kind that is not known', { kind: 'first talk' }, 'kind'],
    ['LinkSeries', 'nothing to link to', { to: undefined }, 'to'],
    ['LinkSeries', 'an agreement to link to', { to: 'agreement-1' }, 'to'],
    ['ConcludeSeries', 'an impossible day', { on: { edtf: '2022-06-31' } }, 'on.edtf'],
    ['ConcludeSeries', 'a reason of more than 10,000 characters', { why: 'x'.repeat(10_001) }, 'why'],
  ])('%s is refused with %s', (type, _, fault, path) => expect(pathsOf(type, { ...complete[type], ...fault })).toStrictEqual([path]))

  it.each([1, 10_000, 'last'])('takes the ordinal %s', (ordinal) =>
    expect(codecOf('AddTalk').decode({ ...complete.AddTalk, ordinal })._tag).toBe('Right'),
  )

  it('names the other things that it rests on', () => {
    const mentioned = new Set<AnyId>()
    const series = 'series-1'
    seriesCommands.LinkSeries.mentions({ type: 'LinkSeries', series, kind: 'precursor', to: 'occasion-1' }, mentioned)
    seriesCommands.AddTalk.mentions({ type: 'AddTalk', series, occasion: 'occasion-2', ordinal: 'last' }, mentioned)
    expect([...mentioned]).toStrictEqual([series, 'occasion-1', 'occasion-2'])
  })
})
