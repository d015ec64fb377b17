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

// concat_ws leaves NULL out: a damaged cell then makes a text with too few fields, instead of swallowing the row.
const FIELDS = ['hash', 'position', 'revision', 'schema', 'id', 'stream', 'type', 'recorded_at', 'data', 'metadata'].map(
  (name) => `e.${name}`,
)

/** The hash of the event before; the first event has the ledger's seal (the first input) before it. */
const BEFORE = 'coalesce((SELECT b.hash FROM events b WHERE b.position = e.position - 1), ?1)'

/**
 * SQL for a page of events as one text, which crosses the native boundary faster than ten cells each; as bytes, since libsql ends the
 * process on text that is not UTF-8.
 */
const pageOf = (fields: ReadonlyArray<string>, where: string, beside = 'NULL'): string =>
  `SELECT CAST(group_concat(record, char(30)) AS BLOB), ${beside}
   FROM (SELECT concat_ws(char(31), ${fields.join(', ')}) AS record FROM events e ${where})`

/** A page of the log: inputs are the position after which it starts and its length. */
export const LOG_PAGE = pageOf(FIELDS, 'WHERE e.position > ? ORDER BY e.position LIMIT ?')

/**
 * A page of one stream, each event with the hash before it, and beside it the stream's last revision: inputs are the seal, the stream, the
 * first revision, the length.
 */
export const STREAM_PAGE = pageOf(
  [BEFORE, ...FIELDS],
  'WHERE e.stream = ?2 AND e.revision >= ?3 ORDER BY e.revision LIMIT ?4',
  '(SELECT revision FROM ledger_streams WHERE stream = ?2)',
)

/** The event at one position with the hash before it: inputs are the seal and the position. */
export const EVENT_AT = pageOf([BEFORE, ...FIELDS], 'WHERE e.position = ?2')

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
export const hashOf = (before: string, event: StoredEvent): string => {
  const { position, revision, schema, id, stream, type, recordedAt, data, metadata } = event
  // One template, since a list that is joined costs half as much again as the hash.
  return sha256(
    `${before}${FIELD}${position}${FIELD}${revision}${FIELD}${schema}${FIELD}${id}${FIELD}${stream}${FIELD}${type}${FIELD}${recordedAt}${FIELD}${data}${FIELD}${metadata}`,
  )
}

/** An event that is what was written, and its hash. */
export interface Verified {
  readonly event: StoredEvent
  readonly hash: string
}

const HASH_LENGTH = 43

// A part of a text keeps the whole text alive in V8: what callers keep for long is copied out of its page.
const detached = (part: string): string => ` ${part}`.slice(1)

// What was written passed `checkAppend`, and the hash says that it is what was written.
const isNamed = (stream: string): stream is StreamName => stream.includes('-')

/** The event in a record of a page, given the hash before it; undefined where it is not what was written. */
export const verify = (before: string, record: string): Verified | undefined => {
  const hash = record.slice(0, HASH_LENGTH)
  const body = record.slice(HASH_LENGTH)
  if (sha256(before + body) !== hash) return undefined
  const [, position, revision, schema, id, stream, type, recordedAt, data, metadata, more] = body.split(FIELD)
  if (position === undefined || revision === undefined || schema === undefined || id === undefined || stream === undefined) return undefined
  if (type === undefined || recordedAt === undefined || data === undefined || metadata === undefined || more !== undefined) return undefined
  const name = detached(stream)
  if (!isNamed(name)) return undefined
  const event = {
    id: detached(id),
    type,
    schema: Number(schema),
    data,
    metadata,
    stream: name,
    revision: BigInt(revision),
    position: BigInt(position),
    recordedAt: detached(recordedAt),
  }
  return { event, hash }
}

/** The same for a record that has the hash before it in front, as `STREAM_PAGE` and `EVENT_AT` give it. */
export const verifyChained = (record: string): Verified | undefined =>
  verify(record.slice(0, HASH_LENGTH), record.slice(HASH_LENGTH + FIELD.length))
