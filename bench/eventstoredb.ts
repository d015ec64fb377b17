import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { openLedger } from 'programme-ledger'
import { eventStoreDb } from 'programme-ledger/eventstoredb'
import { eventAt } from './data.js'
import { catalogue, type EventLog, formatOf, type NewEvent, openEventStoreDbLog, type StreamName } from './internals.js'
import { type Figure, figureOf, interleaved, right, timed } from './measure.js'
import type { Server } from './servers.js'

// The adapter against bare calls of the client that it is built on, on the same server, in the same process.

/** A client that appends as the adapter does, one call for one append: the batch path can hang, or end the process (docs/eventstoredb.md). */
const bareClient = (connectionString: string, path: 'unary' | 'batch'): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(connectionString)
  if (path === 'unary') Object.defineProperty(client, 'supports', { value: async () => false })
  return client
}

/** Streams that no other run has. */
const newStream = (): StreamName => `agreement-bench-${randomUUID()}`

const fresh = (n: number): NewEvent => ({ ...eventAt(n, 1_000).event, id: randomUUID() })

const asJsonEvent = ({ id, type, schema, data, metadata }: NewEvent) =>
  jsonEvent({ id, type, data: JSON.parse(data), metadata: { ...JSON.parse(metadata), schema } })

const benchAppends = async (server: Server, count: number, runs: number): Promise<ReadonlyArray<Figure>> => {
  const { log } = right(await openEventStoreDbLog(server.connectionString)())
  const bare = { unary: bareClient(server.connectionString, 'unary'), batch: bareClient(server.connectionString, 'batch') }
  const events = () => Array.from({ length: count }, (_, n) => ({ stream: newStream(), event: fresh(n) }))
  const byHand = (path: 'unary' | 'batch') => async (): Promise<number> => {
    const all = events()
    return timed(async () => {
      for (const { stream, event } of all)
        await bare[path].appendToStream(stream, asJsonEvent(event), { expectedRevision: 'no_stream', requiresLeader: true })
    })
  }
  const ours = async (): Promise<number> => {
    const all = events()
    return timed(async () => {
      for (const { stream, event } of all) right(await log.append(stream, 'no-stream', [event])())
    })
  }
  const samples = await interleaved(
    [
      { name: 'unary', run: byHand('unary') },
      { name: 'ours', run: ours },
      { name: 'batch', run: byHand('batch') },
    ],
    runs,
  )
  right(await log.close())
  await Promise.all([bare.unary.dispose(), bare.batch.dispose()])
  const common = {
    ours: 'ours',
    count,
    unit: 'events/s',
    size: `${count} appends of one event, one after another, on ${server.is}`,
  } as const
  const what = 'appendToStream of the bare client'
  return [
    figureOf(samples, {
      ...common,
      name: `${server.name}-append`,
      baseline: 'unary',
      target: 0.85,
      baselineIs: `${what}, at an exact revision, to the leader, a call for each (Append)`,
    }),
    figureOf(samples, {
      ...common,
      name: `${server.name}-append-batch`,
      baseline: 'batch',
      baselineIs: `${what}, over its shared BatchAppend`,
    }),
  ]
}

const IN_ONE = 100
const PAGE = 500

/** Writes events as a ledger has them, in good measure, side by side. */
const fill = async (log: EventLog, count: number): Promise<void> => {
  for (let from = 0; from < count; from += IN_ONE * 8)
    await Promise.all(
      Array.from({ length: 8 }, async (_, k) => {
        const events = Array.from({ length: IN_ONE }, (__, n) => fresh(from + k * IN_ONE + n))
        return right(await log.append(newStream(), 'no-stream', events)())
      }),
    )
}

const benchReadAll = async (server: Server, count: number, runs: number): Promise<Figure> => {
  const { log } = right(await openEventStoreDbLog(server.connectionString)())
  const bare = bareClient(server.connectionString, 'unary')
  const start = right(await log.head())
  const from = await bare.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 })
  let first = { commit: 0n, prepare: 0n }
  for await (const { event } of from) if (event) first = event.position
  await fill(log, count)
  const format = formatOf(catalogue)
  const byHand = () =>
    timed(async () => {
      let found = 0
      for await (const { event } of bare.readAll({ fromPosition: first, maxCount: count + 1_000, requiresLeader: true }))
        if (event !== undefined && !event.type.startsWith('$')) found += 1
      if (found < count) throw new Error(`only ${found} of ${count} events were read`)
    })
  const ours = () =>
    timed(async () => {
      let found = 0
      for (let after = start, end = false; !end; ) {
        const page = right(await log.readAll({ after, limit: PAGE })())
        for (const event of page.events) {
          right(format.decode(event))
          found += 1
        }
        ;({ next: after, end } = page)
      }
      if (found < count) throw new Error(`only ${found} of ${count} events were read`)
    })
  const samples = await interleaved(
    [
      { name: 'bare', run: byHand },
      { name: 'ours', run: ours },
    ],
    runs,
  )
  right(await log.close())
  await bare.dispose()
  return figureOf(samples, {
    name: `${server.name}-read-all`,
    ours: 'ours',
    baseline: 'bare',
    count,
    unit: 'events/s',
    target: 0.7,
    size: `${count} events on ${server.is}; ours decodes and validates each`,
    baselineIs: 'one readAll of the bare client over the same events, whose JSON it parses, nothing decoded',
  })
}

const PER_SECOND = 2_000
const TICK_MS = 50

/** A writer that keeps to a pace, and a ledger that follows it: how many events a second reach the read models, the last one included. */
const benchFollow = async (server: Server, seconds: number): Promise<Figure> => {
  const ledger = right(await openLedger(eventStoreDb(server.connectionString)))
  const bare = bareClient(server.connectionString, 'unary')
  right(await ledger.follow())
  const stop = new AbortController()
  const following = ledger.followUntil(stop.signal)
  const count = PER_SECOND * seconds
  const since = performance.now()
  const sent: Array<Promise<unknown>> = []
  for (let written = 0; written < count; ) {
    const due = Math.min(count, Math.ceil(((performance.now() - since) / 1_000) * PER_SECOND))
    for (; written < due; written += IN_ONE) {
      const events = Array.from({ length: IN_ONE }, (_, n) => asJsonEvent(fresh(written + n)))
      sent.push(bare.appendToStream(newStream(), events, { expectedRevision: 'no_stream' }))
    }
    await pause(TICK_MS)
  }
  await Promise.all(sent)
  const writtenMs = performance.now() - since
  right(await ledger.follow())
  const ms = performance.now() - since
  stop.abort()
  right(await following)
  right(await ledger.close())
  await bare.dispose()
  const samples = new Map([
    ['ours', [ms]],
    ['writer', [writtenMs]],
  ])
  return figureOf(samples, {
    name: `${server.name}-follow`,
    ours: 'ours',
    baseline: 'writer',
    count,
    unit: 'events/s',
    target: 0.9,
    size: `${count} events at ${PER_SECOND} a second on ${server.is}; the last one stood in the read models ${Math.round(ms - writtenMs)} ms after it was written`,
    baselineIs: `a writer in the same process that keeps to ${PER_SECOND} events a second, until its last one is written; ours ends when that is in all read models`,
  })
}

/** Appends, reads and following on one server. */
export const benchServer = async (server: Server, quick: boolean): Promise<ReadonlyArray<Figure>> => [
  ...(await benchAppends(server, quick ? 60 : 1_000, quick ? 3 : 5)),
  await benchReadAll(server, quick ? 3_000 : 40_000, quick ? 3 : 5),
  await benchFollow(server, quick ? 1 : 10),
]
