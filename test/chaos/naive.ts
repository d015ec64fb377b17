import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type AllStreamResolvedEvent, EventStoreDBClient, jsonEvent, type ResolvedEvent, StreamNotFoundError } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { isStreamName } from '../../src/domain/kernel/append-check.js'
import type { EventLog, EventLogFault } from '../../src/domain/kernel/event-log.js'
import type { NewEvent, Position, StoredEvent } from '../../src/domain/kernel/recorded.js'
import type { OpenStore } from '../../src/projections/engine/store.js'
import { metadataOf } from './record.js'
import type { RunOptions } from './run.js'
import { startServer } from './server.js'

// The control: a log as one writes it in an afternoon, straight on the client. What fails is sent again as a new append, wherever the stream ends by
// then; what was read is taken for granted. The checks must find it out, or they find nothing.

type Found = ResolvedEvent['event'] | AllStreamResolvedEvent['event']

const PATIENCE_MS = 150
const ATTEMPTS = 5
const POLL_MS = 20

const storedOf = (event: Found): ReadonlyArray<StoredEvent> => {
  if (event?.position === undefined || !isStreamName(event.streamId) || event.streamId.startsWith('invoice-')) return []
  const { id, type, data, revision, position, created, streamId } = event
  return [
    {
      id,
      type,
      data: JSON.stringify(data),
      stream: streamId,
      revision,
      position: position.commit,
      recordedAt: created.toISOString(),
      schema: 1,
      metadata: metadataOf(event.metadata),
    },
  ]
}

const wireOf = (schema: number, metadata: string): Record<string, string> => {
  const { sources, ...said } = JSON.parse(metadata)
  return { ...said, schema: String(schema), sources: sources.join(' ') }
}

const inTime = <A>(work: Promise<A>): Promise<A> =>
  Promise.race([work, pause(PATIENCE_MS).then(() => Promise.reject(new Error('no answer')))])

const stubbornly = async <A>(work: () => Promise<A>): Promise<Either<EventLogFault, A>> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return E.right(await inTime(work()))
    } catch (error) {
      if (attempt === ATTEMPTS) return E.left({ _tag: 'LogUnavailable', cause: String(error) })
      await pause(POLL_MS)
    }
  }
}

const collected = async (reading: AsyncIterable<{ readonly event?: Found }>): Promise<ReadonlyArray<StoredEvent>> => {
  const found: StoredEvent[] = []
  for await (const { event } of reading) found.push(...storedOf(event))
  return found
}

const naiveLog = (client: EventStoreDBClient): EventLog => {
  const shown = new Map<Position, StoredEvent>()
  // Given with each call, credentials keep the client from batch appends, which can end the process: that would hide all other findings.
  const credentials = { username: 'clerk', password: 'clerk' }

  const append = async (stream: string, events: ReadonlyArray<NewEvent>) => {
    let attempt = 0
    return stubbornly(async () => {
      attempt += 1
      const sent = events.map(({ id, type, schema, data, metadata }) =>
        jsonEvent({
          id: attempt === 1 ? id : randomUUID(),
          type,
          data: JSON.parse(data),
          metadata: wireOf(schema, metadata),
        }),
      )
      const { nextExpectedRevision } = await client.appendToStream(stream, sent, { expectedRevision: 'any', credentials })
      return { first: nextExpectedRevision - BigInt(sent.length) + 1n, last: nextExpectedRevision }
    })
  }

  const all = async (after: Position | 'start'): Promise<ReadonlyArray<StoredEvent>> => {
    const fromPosition = after === 'start' ? after : { commit: after, prepare: after }
    const found = await collected(client.readAll({ fromPosition }))
    for (const event of found) shown.set(event.position, event)
    return found.filter(({ position }) => after === 'start' || position > after)
  }
  const head = async (): Promise<Position | 'start'> => (await all('start')).at(-1)?.position ?? 'start'

  return {
    append: (stream, _expected, events) => () => append(stream, events),
    readStream: (stream, fromRevision) => () =>
      stubbornly(() =>
        collected(client.readStream(stream, { fromRevision })).catch((error) =>
          error instanceof StreamNotFoundError ? [] : Promise.reject(error),
        ),
      ),
    readAll:
      ({ after, limit, types }) =>
      async () => {
        const found = await stubbornly(() => all(after))
        if (E.isLeft(found)) return found
        const wanted = found.right.filter(({ type }) => types === undefined || types.includes(type))
        const events = wanted.slice(0, limit)
        return E.right({ events, next: events.at(-1)?.position ?? after, end: wanted.length <= limit })
      },
    readAt: (position) => async () => E.right(shown.get(position)),
    head: () => stubbornly(head),
    changed: (after, signal) => async () => {
      while (!signal.aborted) {
        const last = await stubbornly(head)
        if (E.isRight(last) && last.right !== after) break
        await pause(POLL_MS)
      }
      return E.right(undefined)
    },
    close: async () => {
      await client.dispose().catch(() => undefined)
      return E.right(undefined)
    },
  }
}

const naiveStore =
  (connectionString: string, rows?: Parameters<RunOptions['store']>[1]): OpenStore =>
  async () =>
    E.right({ log: naiveLog(EventStoreDBClient.connectionString(connectionString)), key: new Uint8Array(32), ...(rows && { rows }) })

export const naive: RunOptions = {
  start: startServer,
  store: naiveStore,
  incidents: ['restart', 'cut', 'freeze', 'scavenge', 'calls fail', 'subscriptions end', 'slow', 'phantoms', 'phantoms that are shown'],
  settleMs: 1_000,
  weatherMs: 1_000,
}
