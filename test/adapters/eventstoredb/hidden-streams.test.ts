import type { EventStoreDBClient } from '@eventstore/db-client'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { StreamName } from '../../../src/domain/kernel/decider.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { anEvent, aStreamOf, given } from '../../support/event-log-samples.js'
import type { Double } from '../../support/eventstoredb/double.js'
import { bareClient, disposeClients } from './defects/bare-client.js'
import { opener } from './opened.js'

// A rule that rests on an event which the server hides would be lost in silence: so a stream of which something is hidden is a fault, by name.

disposeClients()
const open = opener()

const setting = async (): Promise<{
  readonly double: Double
  readonly log: EventLog
  readonly client: EventStoreDBClient
  readonly stream: StreamName
}> => {
  const double = await open.double()
  const log = await open.log(double.connectionString)
  return { double, log, client: bareClient(double.connectionString), stream: (await aStreamOf(log, 5)).stream }
}

const damage = (at: string) => ({ left: { _tag: 'LogDamaged', at: expect.stringContaining(at) } })

type Deed = (client: EventStoreDBClient, stream: string) => Promise<unknown>

const DEEDS: ReadonlyArray<readonly [string, Deed]> = [
  ['was deleted softly', (client, stream) => client.deleteStream(stream)],
  ['was deleted for good', (client, stream) => client.tombstoneStream(stream)],
  ['is truncated', (client, stream) => client.setStreamMetadata(stream, { truncateBefore: 2 })],
  ['is truncated beyond its end', (client, stream) => client.setStreamMetadata(stream, { truncateBefore: 50 })],
  ['is kept to its last events', (client, stream) => client.setStreamMetadata(stream, { maxCount: 3 })],
  [
    'was deleted softly, its metadata set since',
    async (client, stream) => {
      await client.deleteStream(stream)
      await client.setStreamMetadata(stream, { note: 'mended' })
    },
  ],
]

describe.each(DEEDS)('a stream that %s', (_, deed) => {
  it('cannot be read', async () => {
    const { log, client, stream } = await setting()
    await deed(client, stream)
    expect(await log.readStream(stream, 0n)()).toMatchObject(damage(stream))
  })

  it('stops the reading of the whole log, before a scavenge can take the events out of it', async () => {
    const { double, log, client, stream } = await setting()
    await deed(client, stream)
    expect(await log.readAll({ after: 'start', limit: 1_000 })()).toMatchObject(damage(stream))
    double.scavenge()
    expect(await log.readAll({ after: 'start', limit: 1_000 })()).toMatchObject(damage(stream))
  })
})

describe('a stream that was deleted', () => {
  it('softly, and is written anew, is a fault: its numbering goes on, its past does not count', async () => {
    const { log, client, stream } = await setting()
    await client.deleteStream(stream)
    expect(await log.append(stream, 'no-stream', [anEvent()])()).toMatchObject(damage(stream))
    expect(await log.readStream(stream, 0n)()).toMatchObject(damage(stream))
  })

  it('softly does not take a repeat for a success: the server finds the events, and hides them', async () => {
    const { log, client } = await setting()
    const { stream, events } = await aStreamOf(log, 2)
    await client.deleteStream(stream)
    expect(E.isLeft(await log.append(stream, 'no-stream', events)())).toBe(true)
  })

  it('for good takes no append', async () => {
    const { log, client, stream } = await setting()
    await client.tombstoneStream(stream)
    expect(await log.append(stream, 4n, [anEvent()])()).toMatchObject(damage(stream))
  })
})

describe('a stream that can be read whole', () => {
  it('is no fault where its metadata says something else: rights, a note', async () => {
    const { log, client, stream } = await setting()
    await client.setStreamMetadata(stream, { note: 'kept', acl: { readRoles: ['$all'], writeRoles: ['$all'] } })
    expect(await given(log.readStream(stream, 0n))).toHaveLength(5)
    expect((await given(log.readAll({ after: 'start', limit: 100 }))).events).toHaveLength(5)
  })

  it('is no fault where its metadata was wrong once, and was put right before anything was lost', async () => {
    const { log, client, stream } = await setting()
    await client.setStreamMetadata(stream, { truncateBefore: 3 })
    await client.setStreamMetadata(stream, {})
    expect(await given(log.readStream(stream, 0n))).toHaveLength(5)
    expect((await given(log.readAll({ after: 'start', limit: 100 }))).events).toHaveLength(5)
  })

  it('is no fault where another program deletes and truncates streams of its own', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { owns: (stream) => stream.startsWith('sample-') })
    const client = bareClient(double.connectionString)
    await aStreamOf(log, 3)
    for (const stream of ['order-1', 'order-2'])
      await client.appendToStream(stream, { ...anEvent(), contentType: 'application/json', data: {}, metadata: {} })
    await client.deleteStream('order-1')
    await client.tombstoneStream('order-2')
    expect((await given(log.readAll({ after: 'start', limit: 100 }))).events).toHaveLength(3)
  })
})

describe('an answer that somebody in between ended before it began', () => {
  it('is not taken for a stream without events', async () => {
    const { double, log, stream } = await setting()
    double.faults.read = ({ stream: asked }) => (asked === stream ? { after: 0, then: 'end' } : 'serve')
    expect(await log.readStream(stream, 0n)()).toMatchObject({ left: { _tag: 'LogUnavailable', cause: expect.stringContaining(stream) } })
    double.faults.read = undefined
    expect(await log.readStream(stream, 0n)()).toMatchObject({ right: { length: 5 } })
    expect(await log.readStream(stream, 5n)()).toStrictEqual(E.right([]))
  })
})
