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
const OWN = ['position', 'revision', 'schema', 'id', 'stream', 'type', 'recorded_at', 'data'].map((name) => `e.${name}`)
const recordOf = (fields: ReadonlyArray<string>): string => `concat_ws(char(31), ${fields.join(', ')}, e.metadata || char(30) || e.hash)`

/** The hash of the event before; the first event has the ledger's seal (the first input) before it. */
const BEFORE = 'coalesce((SELECT b.hash FROM events b WHERE b.position = e.position - 1), ?1)'

/**
 * SQL for a page of events as one text, which crosses the native boundary faster than ten cells each; as bytes, since libsql ends the
 * process on text that is not UTF-8.
 */
const pageOf = (fields: ReadonlyArray<string>, between: string, where: string, beside = 'NULL'): string =>
  `SELECT CAST(group_concat(record, ${between}) AS BLOB), ${beside}
   FROM (SELECT ${recordOf(fields)} AS record FROM events e ${where})`

/**
 * A page of the log: inputs are the position after which it starts and its length. Each event's fields, U+001E, its hash, U+001F: so the hash of
 * an event stands right before the fields of the next, and what was hashed for that one can be cut out in one piece.
 */
export const LOG_PAGE = pageOf(OWN, 'char(31)', 'WHERE e.position > ? ORDER BY e.position LIMIT ?')

/**
 * A page of one stream, and beside it the stream's last revision: inputs are the seal, the stream, the first revision, the length. Each event's
 * fields with the hash before it, U+001E, its hash, U+001E.
 */
export const STREAM_PAGE = pageOf(
  [BEFORE, ...OWN],
  'char(30)',
  'WHERE e.stream = ?2 AND e.revision >= ?3 ORDER BY e.revision LIMIT ?4',
  '(SELECT revision FROM ledger_streams WHERE stream = ?2)',
)

/** The event at one position, as a page of one: inputs are the seal and the position. */
export const EVENT_AT = pageOf([BEFORE, ...OWN], 'char(30)', 'WHERE e.position = ?2')

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

/** The texts in a page between which U+001E stands. */
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

/** A link of the chain as it was read: the text that was hashed, which begins with the hash before it, and the hash that is to come of it. */
export interface Link {
  readonly text: string
  readonly hash: string
}

const HASH_LENGTH = 43

// A part of a text keeps the whole text alive in V8: what callers keep for long is copied out of its page. `join` writes a text of its own, where
// adding two texts would make one that points to both.
const detached = (part: string): string => [part.slice(0, 1), part.slice(1)].join('')

// What was written passed `checkAppend`, and the hash says that it is what was written.
const isNamed = (stream: string): stream is StreamName => stream.includes('-')

const MOST_TYPES = 1_000
const typeNames = new Map<string, string>()
let lastType = ''

/** The one text of a type: what is looked up by type, for every event, then has its hash already. */
const typeNamed = (part: string): string => {
  // Events of one type often come one after another.
  if (part === lastType) return lastType
  lastType = typeIn(part)
  return lastType
}

const typeIn = (part: string): string => {
  const known = typeNames.get(part)
  if (known !== undefined) return known
  if (typeNames.size >= MOST_TYPES) typeNames.clear()
  const name = detached(part)
  typeNames.set(name, name)
  return name
}

/** The links in a page of the log, given the hash before its first event. */
export const linksAfter = (before: string, page: SqlCell | undefined): ReadonlyArray<Link> => {
  const records = toRecords(page)
  const links: Link[] = []
  for (let i = 0; i + 1 < records.length; i += 1)
    links.push({
      text: i === 0 ? `${before}${FIELD}${records[0]}` : (records[i] ?? ''),
      hash: (records[i + 1] ?? '').slice(0, HASH_LENGTH),
    })
  return links
}

/** The links in a page that was read with one of the other two statements. */
export const linksIn = (page: SqlCell | undefined): ReadonlyArray<Link> => {
  const records = toRecords(page)
  const links: Link[] = []
  for (let i = 0; i < records.length; i += 2) links.push({ text: records[i] ?? '', hash: records[i + 1] ?? '' })
  return links
}

/** Where the first field stands, after the hash of the event before. */
const POSITION = HASH_LENGTH + FIELD.length

let lastInstant = ''

/** Events that were recorded together have one instant: it is copied out once. */
const instantIn = (part: string): string => {
  if (part !== lastInstant) lastInstant = detached(part)
  return lastInstant
}

/** Where the field after this one begins; beyond every text where there is none. */
const afterField = (text: string, from: number): number => {
  const end = text.indexOf(FIELD, from)
  return end < 0 ? Number.POSITIVE_INFINITY : end + FIELD.length
}

/** The event of a link; undefined where it is not what was written. */
export const verify = ({ text, hash }: Link): StoredEvent | undefined => {
  if (sha256(text) !== hash) return undefined
  // Cut out one by one: a list of all fields would be made for every event, only to be taken apart.
  const revision = afterField(text, POSITION)
  const schema = afterField(text, revision)
  const id = afterField(text, schema)
  const stream = afterField(text, id)
  const type = afterField(text, stream)
  const recordedAt = afterField(text, type)
  const data = afterField(text, recordedAt)
  const metadata = afterField(text, data)
  if (metadata > text.length || text.includes(FIELD, metadata)) return undefined
  const name = detached(text.slice(stream, type - 1))
  if (!isNamed(name)) return undefined
  return {
    id: detached(text.slice(id, stream - 1)),
    type: typeNamed(text.slice(type, recordedAt - 1)),
    schema: Number(text.slice(schema, id - 1)),
    data: text.slice(data, metadata - 1),
    metadata: text.slice(metadata),
    stream: name,
    revision: BigInt(text.slice(revision, schema - 1)),
    position: BigInt(text.slice(POSITION, revision - 1)),
    recordedAt: instantIn(text.slice(recordedAt, data - 1)),
  }
}
