import { randomUUID } from 'node:crypto'
import type { Database } from './database.js'
import { describedBy, isMetadataStream, METADATA_TYPE, metadataStreamOf, type Proposed, TOMBSTONE } from './entry.js'

/** What the metadata of a stream hides: all before `truncateBefore`, all but the last `maxCount`, all older than `maxAge` seconds. */
export interface Hiding {
  readonly maxCount?: bigint
  readonly maxAge?: bigint
  readonly truncateBefore?: bigint
}

type Fields = Readonly<Record<string, unknown>>

const NOTHING: Proposed['metadata'] = new Uint8Array()

const fieldsOf = (data: Uint8Array): Fields => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(data).toString('utf8'))
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

/** Metadata is the last record of the `$$` stream, if that is JSON at all. */
export const metadataOf = (database: Database, stream: string): Fields => {
  const described = metadataStreamOf(stream)
  const last = database.entryAt(described, database.lastRevision(described))
  return last === undefined || !last.isJson ? {} : fieldsOf(last.data)
}

// JSON.parse rounds 2^63-1 up to 2^63, hence the bound: the client has the same rounding.
const wholeNumber = (value: unknown): bigint | undefined => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  const whole = BigInt(Math.trunc(value))
  return whole > TOMBSTONE ? TOMBSTONE : whole
}

const present = <K extends string>(key: K, value: bigint | undefined): { [P in K]?: bigint } => {
  const one: { [P in K]?: bigint } = {}
  if (value !== undefined) one[key] = value
  return one
}

export const hidingOf = (database: Database, stream: string): Hiding => {
  // A `$$` stream shows its last record only.
  if (isMetadataStream(stream)) return { maxCount: 1n }
  const { $maxCount, $maxAge, $tb } = metadataOf(database, stream)
  return {
    ...present('maxCount', wholeNumber($maxCount)),
    ...present('maxAge', wholeNumber($maxAge)),
    ...present('truncateBefore', wholeNumber($tb)),
  }
}

export const isSoftDeleted = (database: Database, stream: string): boolean => hidingOf(database, stream).truncateBefore === TOMBSTONE

/** The last revision that counts: the metadata of a tombstoned stream is closed with it. */
export const effectiveLast = (database: Database, stream: string): bigint =>
  isMetadataStream(stream) && database.lastRevision(describedBy(stream)) === TOMBSTONE ? TOMBSTONE : database.lastRevision(stream)

export const metadataEvent = (text: string): Proposed => ({
  id: randomUUID(),
  type: METADATA_TYPE,
  isJson: true,
  data: Buffer.from(text, 'utf8'),
  metadata: NOTHING,
})

/** An append to a soft-deleted stream brings it back: numbering goes on, and what lay before stays hidden. */
export const undelete = (database: Database, stream: string, from: bigint): void => {
  const fields = { ...metadataOf(database, stream), $tb: Number(from) }
  database.write(metadataStreamOf(stream), [metadataEvent(JSON.stringify(fields))])
}
