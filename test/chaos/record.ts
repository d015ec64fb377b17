import * as E from 'fp-ts/lib/Either.js'
import { isStreamName } from '../../src/domain/kernel/append-check.js'
import type { EventLog } from '../../src/domain/kernel/event-log.js'
import type { StoredEvent } from '../../src/domain/kernel/recorded.js'
import { categories } from '../../src/domain/vocabulary/id.js'

// What a server truly holds, looked at without the adapter.

/** A record of the server, as the double keeps it or as a bare client reads it. */
export interface Held {
  readonly stream: string
  readonly revision: bigint
  readonly position: bigint
  readonly id: string
  readonly type: string
  readonly data: unknown
  readonly metadata: unknown
  /** ISO 8601. */
  readonly created: string
}

/** A record of the ledger's, with what the checks look at. */
export interface Kept {
  readonly event: StoredEvent
  readonly commandId: string
}

const CATEGORIES: ReadonlyArray<string> = categories
const THEIR_NAMES: Readonly<Record<string, string>> = { $correlationId: 'correlationId', $causationId: 'causationId' }

const textAt = (value: unknown, name: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'string' ? found : ''
}

/** The metadata as the ledger gave it, from what the server holds. */
export const metadataOf = (wire: unknown): string => {
  if (typeof wire !== 'object' || wire === null) return '{}'
  const said = Object.entries(wire).flatMap(([name, value]): ReadonlyArray<readonly [string, unknown]> => {
    if (name === 'schema' || name === 'recordedAt') return []
    if (name === 'sources') return [[name, value === '' ? [] : String(value).split(' ')]]
    return [[THEIR_NAMES[name] ?? name, value]]
  })
  return JSON.stringify(Object.fromEntries(said))
}

/** The ledger's own records, in order of position. */
export const keptOf = (held: ReadonlyArray<Held>, isOfRun: (stream: string) => boolean = () => true): ReadonlyArray<Kept> =>
  held.flatMap(({ stream, data, metadata, created, ...rest }) => {
    const isOwn = isStreamName(stream) && CATEGORIES.includes(stream.slice(0, stream.indexOf('-'))) && isOfRun(stream)
    if (!isOwn) return []
    const event: StoredEvent = {
      ...rest,
      stream,
      schema: Number(textAt(metadata, 'schema')),
      data: JSON.stringify(data),
      metadata: metadataOf(metadata),
      recordedAt: created,
    }
    return [{ event, commandId: textAt(metadata, 'commandId') }]
  })

/** A log that shows these records and takes nothing: read models are built anew from it. */
export const logOf = (kept: ReadonlyArray<Kept>): EventLog => {
  const events = kept.map(({ event }) => event)
  const refused = { _tag: 'LogUnavailable', cause: 'a record is read only' } as const
  return {
    append: () => async () => E.left(refused),
    readStream: (stream, from) => async () => E.right(events.filter((one) => one.stream === stream && one.revision >= from)),
    readAll:
      ({ after, limit, types }) =>
      async () => {
        const found = events.filter(
          ({ position, type }) => (after === 'start' || position > after) && (types === undefined || types.includes(type)),
        )
        const page = found.slice(0, limit)
        return E.right({ events: page, next: page.at(-1)?.position ?? after, end: found.length <= limit })
      },
    readAt: (position) => async () => E.right(events.find((one) => one.position === position)),
    head: async () => E.right(events.at(-1)?.position ?? 'start'),
    changed: () => async () => E.right(undefined),
    close: async () => E.right(undefined),
  }
}
