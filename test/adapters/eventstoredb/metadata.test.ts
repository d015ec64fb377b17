import { binaryEvent, type EventData, jsonEvent } from '@eventstore/db-client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flat, fromText, fromWire, toWire } from '../../../src/adapters/eventstoredb/metadata.js'
import { anEvent, freshStream, given, someEvents } from '../../support/event-log-samples.js'
import { bareClient, disposeClients } from './defects/bare-client.js'
import { opener } from './opened.js'

disposeClients()
const open = opener()

/** As the server gives it back, a text; read in both ways, which must agree. */
const throughTheServer = (metadata: string, schema = 1, recordedAt?: string) => {
  const text = JSON.stringify(toWire(flat(metadata, JSON.parse(metadata)), schema, recordedAt))
  const read = fromText(text)
  expect(read).toStrictEqual(fromWire(JSON.parse(text)))
  return read ?? fromWire(undefined)
}

const OF_A_LEDGER = {
  actor: 'clerk-7',
  mode: 'report',
  sources: ['source-a', 'source-b'],
  reason: 'as printed',
  commandId: '018f0000-0000-7000-8000-000000000001',
  correlationId: '018f0000-0000-7000-8000-000000000002',
  causationId: '018f0000-0000-7000-8000-000000000003',
  commandDigest: 'k7Zl',
}

describe('metadata on the server', () => {
  it('of a ledger is a flat object of texts, under the names that EventStoreDB itself has for them', () => {
    expect(toWire(flat(JSON.stringify(OF_A_LEDGER), OF_A_LEDGER), 3, undefined)).toStrictEqual({
      schema: '3',
      actor: 'clerk-7',
      mode: 'report',
      sources: 'source-a source-b',
      reason: 'as printed',
      commandId: '018f0000-0000-7000-8000-000000000001',
      $correlationId: '018f0000-0000-7000-8000-000000000002',
      $causationId: '018f0000-0000-7000-8000-000000000003',
      commandDigest: 'k7Zl',
    })
  })

  it('of any other form is one text', () => {
    expect(toWire(flat('{"a":{"b":1}}', { a: { b: 1 } }), 1, '2026-11-22T08:00:00.000Z')).toStrictEqual({
      schema: '1',
      recordedAt: '2026-11-22T08:00:00.000Z',
      metadata: '{"a":{"b":1}}',
    })
  })

  it.each([
    JSON.stringify(OF_A_LEDGER),
    JSON.stringify({ ...OF_A_LEDGER, sources: [] }),
    '{}',
    'null',
    '[]',
    '"text"',
    '12.0',
    '{"sources":"one two"}',
    '{"sources":["a b"]}',
    '{"sources":[""]}',
    '{"sources":["a\\u00a0b"]}',
    '{"$correlationId":"x","correlationId":"y"}',
    '{"schema":"9"}',
    '{"metadata":"{}"}',
    '{"recordedAt":"2026-11-22T08:00:00.000Z"}',
    '{"__proto__":"x"}',
    '{"toJSON":"x","constructor":"y"}',
    '{"b":"x","1":"y"}',
    '{"1":"y","b":"x"}',
    '{"a":"x","a":"y"}',
    '{ "a" : "x" }',
    '{"a":"\\u0061"}',
    '{"a":"\\ud800"}',
  ])('comes back letter by letter: %s', (metadata) => {
    expect(throughTheServer(metadata)).toStrictEqual({ schema: 1, metadata })
  })

  it('comes back letter by letter, whatever it is', () => {
    const word = fc.stringMatching(/^[a-z-]{1,8}$/)
    const name = fc.oneof(word, fc.constantFrom('sources', 'schema', 'correlationId', '$correlationId', 'metadata', 'recordedAt', '1'))
    const value = fc.oneof(fc.string(), fc.array(fc.oneof(word, fc.string())), fc.jsonValue())
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.dictionary(name, value).map((one) => JSON.stringify(one)),
        ),
        fc.integer({ min: 1 }),
        (metadata, schema) => {
          expect(throughTheServer(metadata, schema)).toStrictEqual({ schema, metadata })
        },
      ),
    )
  })

  it('of an event that was copied tells when it was recorded first', () => {
    const recordedAt = '2021-12-17T03:04:05.678Z'
    expect(throughTheServer('{"actor":"clerk-1"}', 2, recordedAt)).toStrictEqual({ schema: 2, metadata: '{"actor":"clerk-1"}', recordedAt })
  })

  it.each([
    [undefined, { schema: 1, metadata: 'null' }],
    [
      { schema: 'x', who: 1 },
      { schema: 1, metadata: '{"who":1}' },
    ],
    [
      { schema: 4, recordedAt: 'soon' },
      { schema: 4, metadata: '{}' },
    ],
  ])('that another program wrote is read as far as it goes: %j', (wire, said) => {
    expect(fromWire(wire)).toStrictEqual(said)
  })
})

describe('an event on the server', () => {
  it('is JSON under its type in a stream of its category, for every other program', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const stream = freshStream()
    const event = anEvent({ metadata: JSON.stringify(OF_A_LEDGER), data: '{"of":"water","litres":2}' })
    await given(log.append(stream, 'no-stream', [event]))
    for await (const { event: read } of bareClient(double.connectionString).readStream(stream))
      expect(read).toMatchObject({
        id: event.id,
        type: 'SampleTaken',
        isJson: true,
        data: { of: 'water', litres: 2 },
        metadata: { schema: '1', $correlationId: OF_A_LEDGER.correlationId },
      })
  })

  it('whose text JSON would not give back is bytes, and comes back as it was', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const stream = freshStream()
    const data = '{ "litres": 2.0 }'
    await given(log.append(stream, 'no-stream', someEvents(2, { data })))
    for await (const { event } of bareClient(double.connectionString).readStream(stream)) expect(event?.isJson).toBe(false)
    expect((await given(log.readStream(stream, 0n))).map((event) => event.data)).toEqual([data, data])
  })

  it('keeps the instant of its first recording, where it has one', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const stream = freshStream()
    const recordedAt = '2021-12-17T03:04:05.678Z'
    await given(log.append(stream, 'no-stream', [anEvent({ recordedAt }), anEvent()]))
    const [first, second] = await given(log.readStream(stream, 0n))
    expect(first?.recordedAt).toBe(recordedAt)
    expect(second?.recordedAt.slice(0, 4)).not.toBe('2021')
  })

  const SPOILT: ReadonlyArray<readonly [string, EventData]> = [
    ['bytes that are no JSON', binaryEvent({ type: 'SampleTaken', data: Uint8Array.of(255) })],
    ['metadata that is no JSON', jsonEvent({ type: 'SampleTaken', data: {}, metadata: Uint8Array.of(255) })],
  ]
  it.each(SPOILT)('with %s, by another hand, is damage that names its place', async (_, event) => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const stream = freshStream()
    await bareClient(double.connectionString).appendToStream(stream, [event])
    const damaged = { left: { _tag: 'LogDamaged', at: `revision 0 of ${stream}` } }
    expect(await log.readStream(stream, 0n)()).toMatchObject(damaged)
    expect(await log.readAll({ after: 'start', limit: 10 })()).toMatchObject(damaged)
  })
})
