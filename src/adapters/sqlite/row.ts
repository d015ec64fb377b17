import * as crypto from 'node:crypto'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { LogDamaged } from '../../domain/kernel/event-log.js'
import type { StoredEvent } from '../../domain/kernel/recorded.js'
import type { SqlCell, SqlRow } from './driver.js'
import { damaged } from './fault.js'

// The text of an event is its fields with U+001F between them. No field can hold one: names and types are checked before they are
// written, and JSON has no raw control characters but tab and line ends. So the text is unambiguous, and its hash is the event's.
const FIELD = '\x1f'
const RECORD = '\x1e'

/** SQL for an event's text, its hash last. One text per event crosses the native boundary faster than ten cells. */
const TEXT = ['position', 'revision', 'schema', 'id', 'stream', 'type', 'recorded_at', 'data', 'metadata', 'hash']
  .map((column) => `e.${column}`)
  .join(` || char(31) || `)

/** The hash of the event before; the first event has the ledger's seal (the first input) before it. */
const BEFORE = 'coalesce((SELECT b.hash FROM events b WHERE b.position = e.position - 1), ?)'

const pageOf = (text: string, where: string): string =>
  // A damaged cell can be NULL, and NULL swallows the whole row: then the bare position stands for it. As bytes, since libsql ends the
  // process on text that is not UTF-8.
  `SELECT CAST(group_concat(coalesce(${text}, e.position), char(30)) AS BLOB) FROM (SELECT * FROM events ${where}) e`

/** A page of the log: inputs are the position after which it starts and its length. */
export const LOG_PAGE = pageOf(TEXT, 'WHERE position > ? ORDER BY position LIMIT ?')

/** A page of one stream, each event with the hash before it: inputs are the seal, the stream, the first revision, the length. */
export const STREAM_PAGE = pageOf(`${BEFORE} || char(31) || ${TEXT}`, 'WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?')

/** The event at one position with the hash before it: inputs are the seal and the position. */
export const EVENT_AT = pageOf(`${BEFORE} || char(31) || ${TEXT}`, 'WHERE position = ?')

/** SQL for the number of events ever recorded, which is also the last position. */
export const COUNTED = "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0)"

/** The end of the log: how many events were recorded, the last position there is, its hash. */
export const TAIL = `SELECT ${COUNTED}, coalesce(max(position), 0), CAST(hash AS BLOB) FROM events`

/** The last position, from a row of `TAIL`; an event that was counted but is not there is a loss. */
export const lastOf = (row: SqlRow | undefined): Either<LogDamaged, bigint> => {
  const [counted, last] = row ?? []
  return typeof last === 'bigint' && last === counted
    ? E.right(last)
    : E.left(damaged(`position ${last}`, `events are missing: ${counted} were recorded, the last one there is ${last}`))
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Text that was read as bytes; undefined for anything else. */
export const toText = (cell: SqlCell | undefined): string | undefined =>
  cell instanceof Uint8Array ? decoder.decode(cell) : cell === undefined || cell === null ? undefined : String(cell)

/** The events' texts in a page that was read with one of the statements above. */
export const toRecords = (cell: SqlCell | undefined): ReadonlyArray<string> => toText(cell)?.split(RECORD) ?? []

/** SHA-256 in base64url. */
export const sha256: (text: string) => string =
  // Twice as fast as createHash on short texts; it came with Node 20.12.
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'base64url')
    : (text) => crypto.createHash('sha256').update(text).digest('base64url')

/** The hash of an event that is about to be written: over the hash before it and all its own fields. */
export const hashOf = (before: string, event: StoredEvent): string =>
  sha256(
    [
      before,
      event.position,
      event.revision,
      event.schema,
      event.id,
      event.stream,
      event.type,
      event.recordedAt,
      event.data,
      event.metadata,
    ].join(FIELD),
  )

/** An event that is what was written, and its hash. */
export interface Verified {
  readonly event: StoredEvent
  readonly hash: string
}

// What was written passed `checkAppend`, and the hash says that it is what was written.
const isNamed = (stream: string): stream is StreamName => stream.includes('-')

const INTEGER = /^\d{1,19}$/

/** The hash before, then the event's text: as `STREAM_PAGE` and `EVENT_AT` give it. */
export const verify = (chained: string, place: string): Either<LogDamaged, Verified> => {
  const end = chained.lastIndexOf(FIELD)
  const hash = chained.slice(end + 1)
  const body = chained.slice(0, end)
  const [, position, revision, schema, id, stream, type, recordedAt, data, metadata, more] = body.split(FIELD)
  if (position === undefined || !INTEGER.test(position)) return E.left(damaged(place, 'the event cannot be read'))
  const at = `position ${position} (stream ${stream}, revision ${revision})`
  if (sha256(body) !== hash) return E.left(damaged(at, 'the event, or the hash of the one before it, is not what was written'))
  if (revision === undefined || schema === undefined || id === undefined || stream === undefined || !isNamed(stream))
    return E.left(damaged(at, 'the event cannot be read'))
  if (type === undefined || recordedAt === undefined || data === undefined || metadata === undefined || more !== undefined)
    return E.left(damaged(at, 'the event cannot be read'))
  const event = {
    id,
    type,
    schema: Number(schema),
    data,
    metadata,
    stream,
    revision: BigInt(revision),
    position: BigInt(position),
    recordedAt,
  }
  return E.right({ event, hash })
}

/** The text of an event as the log's page gives it, put after the hash before it. */
export const chain = (before: string, text: string): string => before + FIELD + text
