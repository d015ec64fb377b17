import type { Database } from './database.js'
import { ANY, metadataStreamOf, NO_STREAM, STREAM_EXISTS, TOMBSTONE } from './entry.js'
import { effectiveLast, isSoftDeleted } from './stream-metadata.js'

/** What the server decides about a write, before it writes. */
export type CommitCheck =
  | { readonly is: 'ok'; readonly last: bigint; readonly undeletes: boolean }
  /** All of it is there already, up to this revision. */
  | { readonly is: 'idempotent'; readonly revision: bigint }
  /** The server's own answer fails: no reply is ever sent. */
  | { readonly is: 'silent' }
  | { readonly is: 'wrong revision'; readonly last: bigint }
  | { readonly is: 'deleted' }

/** `any` and `stream_exists` know repeats from the recent ids only. */
const checkAgainstRecent = (database: Database, stream: string, ids: ReadonlyArray<string>, last: bigint, soft: boolean): CommitCheck => {
  const places = ids.map((id) => {
    const place = database.recent.find(id)
    return place?.stream === stream ? place.revision : undefined
  })
  const first = places[0]
  if (first === undefined) return { is: 'ok', last, undeletes: soft }
  const known = places.filter((revision) => revision !== undefined)
  if (known.length < places.length) return { is: 'wrong revision', last }
  const revision = known.at(-1) ?? first
  return revision < first - 1n ? { is: 'silent' } : { is: 'idempotent', revision }
}

/** A revision before the last one: a repeat if the very ids lie there, checked against the log itself. */
const checkAgainstLog = (
  database: Database,
  stream: string,
  expected: bigint,
  ids: ReadonlyArray<string>,
  last: bigint,
  soft: boolean,
): CommitCheck => {
  const differs = ids.findIndex((id, index) => database.entryAt(stream, expected + 1n + BigInt(index))?.id !== id)
  if (differs === -1 && ids.length > 0) return { is: 'idempotent', revision: expected + BigInt(ids.length) }
  if (differs === 0 && expected === NO_STREAM && soft) return { is: 'ok', last, undeletes: true }
  return { is: 'wrong revision', last }
}

export const checkCommit = (database: Database, stream: string, expected: bigint, ids: ReadonlyArray<string>): CommitCheck => {
  const last = effectiveLast(database, stream)
  if (last === TOMBSTONE) return { is: 'deleted' }
  const soft = isSoftDeleted(database, stream)
  if (expected === STREAM_EXISTS) {
    if (soft) return { is: 'deleted' }
    if (last < 0n && effectiveLast(database, metadataStreamOf(stream)) < 0n) return { is: 'wrong revision', last }
  }
  if (expected === ANY || expected === STREAM_EXISTS) return checkAgainstRecent(database, stream, ids, last, soft)
  if (expected < last) return checkAgainstLog(database, stream, expected, ids, last, soft)
  return expected > last ? { is: 'wrong revision', last } : { is: 'ok', last, undeletes: soft }
}
