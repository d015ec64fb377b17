import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { BatchCommand } from '../../src/domain/batches/commands.js'
import type { BatchEvent } from '../../src/domain/batches/events.js'
import { batchCommands, batchEvents } from '../../src/events/batch.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { schemaOf } from '../../src/events/codec/event-value.js'

const golden = (type: string, schema = 1): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`./golden/${type}.${schema}.json`, import.meta.url), 'utf8')).data

/** Each command in full: what its event holds, less the keys that the decider adds. */
const recordedAs: { readonly [T in BatchCommand['type']]: BatchEvent['type'] } = {
  PlanBatch: 'BatchPlanned',
  OpenBatch: 'BatchOpened',
  OpenCall: 'CallOpened',
  ReviseBatch: 'BatchRevised',
  CloseBatch: 'BatchClosed',
  RecordBatchCosts: 'BatchCostsRecorded',
  RecordBatchHours: 'BatchHoursRecorded',
  PlanCohort: 'CohortPlanned',
  AttachCohort: 'CohortAttached',
  StartCohort: 'CohortStarted',
  RecordCohortDetail: 'CohortDetailRecorded',
  RecordCohortBreakdown: 'CohortBreakdownRecorded',
  SetCohortItinerary: 'CohortItinerarySet',
  NameCohortRoles: 'CohortRolesNamed',
  IdentifyMember: 'MemberIdentified',
  DescribeMember: 'MemberDescribed',
  ReleaseMember: 'MemberReleased',
  ConfirmCohortPeriod: 'CohortPeriodConfirmed',
  ExtendCohort: 'CohortExtended',
  RecordCohortReturn: 'CohortReturned',
  RecordCohortCompletion: 'CohortCompleted',
}
const types = Object.keys(batchCommands).filter((type): type is BatchCommand['type'] => type in recordedAs)

const complete = (type: BatchCommand['type']): Record<string, unknown> => {
  const data = golden(recordedAs[type], type === 'OpenBatch' ? 2 : 1)
  const added = 'cohort' in data ? ['batch', 'programme'] : ['PlanBatch', 'OpenBatch'].includes(type) ? [] : ['programme']
  return { type, ...Object.fromEntries(Object.entries(data).filter(([field]) => !added.includes(field))) }
}

const pathsOf = (codec: Decoder<unknown, unknown>, value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

const cohort = 'batch-gba-1#first'
const ten = { kind: 'exact', n: 10 }
const leg = { place: 'Futian' }
const list = (items: ReadonlyArray<unknown>) => ({ items, open: false })
const many = (n: number, item: unknown) => Array<unknown>(n).fill(item)

describe('each command of a batch as it is written', () => {
  test.each(types)('%s is read as it stands', (type) =>
    expect(batchCommands[type].decode(complete(type))).toStrictEqual(E.right(complete(type))),
  )

  test.each(types)('%s is refused with an unknown field, another type, or where it is no object', (type) => {
    const codec = batchCommands[type]
    expect(pathsOf(codec, { ...complete(type), colour: 'red' })).toStrictEqual(['colour'])
    expect(pathsOf(codec, { ...complete(type), type: 'toString' })).toStrictEqual(['type'])
    for (const value of [null, undefined, 7, type, [complete(type)]]) expect(pathsOf(codec, value)).toStrictEqual([''])
  })

  test.each(types)('%s is refused with something else in any of its fields', (type) => {
    for (const field of Object.keys(complete(type)))
      for (const other of [Number.NaN, null, { toString: 'x' }, [[]]])
        expect(pathsOf(batchCommands[type], { ...complete(type), [field]: other })[0]).toMatch(new RegExp(`^${field}\\b`))
  })

  test.each(types)('%s is refused without its id, and with the id of another thing', (type) => {
    const key = 'cohort' in complete(type) ? 'cohort' : 'batch'
    expect(pathsOf(batchCommands[type], { ...complete(type), [key]: undefined })).toStrictEqual([key])
    for (const other of ['', 'person-1', '$all', 'batch-', `${cohort}#again`, key === 'batch' ? cohort : 'batch-gba-1'])
      expect(pathsOf(batchCommands[type], { ...complete(type), [key]: other })).toStrictEqual([key])
  })

  test.each<[BatchCommand['type'], string, object, string]>([
    ['PlanBatch', 'no programme', { programme: undefined }, 'programme'],
    ['PlanBatch', 'an ordinal of 0', { ordinal: 0 }, 'ordinal'],
    ['PlanBatch', 'an ordinal in words', { ordinal: 'second' }, 'ordinal'],
    ['PlanBatch', 'a negative size', { plannedSize: { kind: 'exact', n: -1 } }, 'plannedSize.n'],
    ['PlanBatch', 'a size of no kind', { plannedSize: { n: 10 } }, 'plannedSize.kind'],
    ['PlanBatch', 'an empty list of names', { names: [] }, 'names'],
    ['OpenBatch', 'the year that schema 1 had', { year: 2024 }, 'year'],
    ['OpenBatch', 'an edition as a number', { edition: 2024 }, 'edition'],
    ['OpenBatch', 'a month that does not exist', { openedOn: { edtf: '2024-13' } }, 'openedOn.edtf'],
    ['OpenBatch', 'a city for a partner', { partners: list(['Shenzhen']) }, 'partners.items[0]'],
    ['OpenBatch', 'more than 200 partners', { partners: list(many(201, 'organisation-a')) }, 'partners.items'],
    ['OpenCall', 'no steps', { steps: [] }, 'steps'],
    ['OpenCall', 'more than 50 steps', { steps: many(51, { step: 'a' }) }, 'steps'],
    ['OpenCall', 'a step without words', { steps: [{ deadline: { edtf: '2024' } }] }, 'steps[0].step'],
    ['ReviseBatch', 'an ordinal', { ordinal: 2 }, 'ordinal'],
    ['ReviseBatch', 'a theme of more than 300 characters', { theme: 'x'.repeat(301) }, 'theme'],
    ['CloseBatch', 'a reason of more than 10,000 characters', { why: 'x'.repeat(10_001) }, 'why'],
    ['AttachCohort', 'no size', { size: undefined }, 'size'],
    ['AttachCohort', 'a bare number', { size: 10 }, 'size'],
    ['AttachCohort', 'a huge number', { size: { kind: 'exact', n: 2 ** 53 } }, 'size.n'],
    ['AttachCohort', 'a period that ends before it starts', { period: { start: { edtf: '2024' }, end: { edtf: '2023' } } }, 'period'],
    ['AttachCohort', 'a direction that is not known', { direction: 'upwards' }, 'direction'],
    ['AttachCohort', '"not stated" for civil servants', { civilServants: 'not stated' }, 'civilServants'],
    ['AttachCohort', 'a list that does not say whether it is open', { homes: { items: [] } }, 'homes.open'],
    ['RecordCohortDetail', 'a size', { size: ten }, 'size'],
    ['RecordCohortDetail', 'a field of work with a control character', { fields: list(['a\u0000']) }, 'fields.items[0]'],
    ['StartCohort', 'a day of a month that has fewer', { on: { edtf: '2023-02-29' } }, 'on.edtf'],
    ['RecordCohortBreakdown', 'no parts', { parts: [] }, 'parts'],
    ['RecordCohortBreakdown', 'more than 200 parts', { parts: many(201, { label: 'a', count: ten }) }, 'parts'],
    ['RecordCohortBreakdown', 'a part without a count', { parts: [{ label: 'women' }] }, 'parts[0].count'],
    ['RecordCohortBreakdown', 'a doubtful sum', { addsUp: 'maybe' }, 'addsUp'],
    ['SetCohortItinerary', 'more than 100 legs', { legs: many(101, leg) }, 'legs'],
    ['SetCohortItinerary', 'a leg without a place', { legs: [leg, {}] }, 'legs[1].place'],
    ['NameCohortRoles', 'nobody', { roles: [] }, 'roles'],
    ['NameCohortRoles', 'a leader by name', { roles: [{ role: 'leader', person: 'Somebody', counted: 'within' }] }, 'roles[0].person'],
    ['NameCohortRoles', 'a leader counted otherwise', { roles: [{ role: 'a', person: 'person-1', counted: 'both' }] }, 'roles[0].counted'],
    ['IdentifyMember', 'nobody', { person: undefined }, 'person'],
    ['IdentifyMember', 'a person for a placement', { placement: 'person-1' }, 'placement'],
    ['DescribeMember', 'blanks for a description', { describedAs: ' \n' }, 'describedAs'],
    ['ConfirmCohortPeriod', 'a month for a day', { from: '2023-12' }, 'from'],
    ['ConfirmCohortPeriod', 'no last day', { to: undefined }, 'to'],
    ['RecordCohortReturn', 'no count', { count: undefined }, 'count'],
    ['RecordCohortReturn', 'a range that runs backwards', { count: { kind: 'between', from: 3, to: 2 } }, 'count'],
    ['RecordCohortReturn', 'a reason of two pages', { why: 'x'.repeat(301) }, 'why'],
    ['RecordCohortReturn', 'an asker that is not known', { askedBy: 'nobody' }, 'askedBy'],
  ])('%s is refused with %s', (type, _, fault, path) => {
    const value = { ...complete(type), ...fault }
    expect(batchCommands[type].is(value)).toBe(false)
    expect(pathsOf(batchCommands[type], value)).toStrictEqual([path])
  })
})

describe('BatchOpened in its two schemas', () => {
  const { year, ...rest } = golden('BatchOpened', 1)
  const faultsIn = (schema: number, json: unknown) => {
    const read = batchEvents.BatchOpened.read(schema, json)
    return read !== 'unknown schema' && E.isLeft(read) ? problemsOf(read.left).map(({ path }) => path) : read
  }

  it('is written in schema 2', () => {
    expect(schemaOf<BatchEvent>(batchEvents)({ type: 'BatchOpened', batch: 'batch-gba-1', programme: 'programme-gba' })).toBe(2)
    expect(batchEvents.BatchOpened.read(2, golden('BatchOpened', 2))).toStrictEqual(E.right(golden('BatchOpened', 2)))
  })

  it('is read from schema 1 as schema 2: the year was the name of the edition', () => {
    expect(year).toBe(2023)
    expect(batchEvents.BatchOpened.read(1, golden('BatchOpened', 1))).toStrictEqual(E.right({ ...rest, edition: '2023' }))
  })

  it('has no edition where schema 1 had no year', () => expect(batchEvents.BatchOpened.read(1, rest)).toStrictEqual(E.right(rest)))

  it('does not mix the schemas, nor know a third', () => {
    expect(faultsIn(1, golden('BatchOpened', 2))).toStrictEqual(['edition'])
    expect(faultsIn(2, golden('BatchOpened', 1))).toStrictEqual(['year'])
    expect(faultsIn(3, golden('BatchOpened', 2))).toBe('unknown schema')
  })
})
