import { randomUUID } from 'node:crypto'
import { type CommitCheck, checkCommit } from './commit-check.js'
import type { Database } from './database.js'
import { DELETED_TYPE, describedBy, isMetadataStream, metadataStreamOf, type Proposed, TOMBSTONE } from './entry.js'
import { effectiveLast, isSoftDeleted, metadataEvent, undelete } from './stream-metadata.js'
import { readStreamPage } from './stream-page.js'

type Refused = Extract<CommitCheck, { readonly is: 'silent' | 'wrong revision' | 'deleted' }>

export type Written =
  /** `revision` is the last one of the append, -1 for no events on no stream; the position is absent where it can no longer be read. */
  { readonly is: 'written'; readonly revision: bigint; readonly position?: bigint } | Refused

export type Removed = { readonly is: 'removed'; readonly position: bigint } | Refused

const NOTHING = new Uint8Array()
/** An append of no events leaves a record in the log that shows nowhere. */
const EMPTY_RECORD = 93n

export const append = (database: Database, stream: string, expected: bigint, proposed: ReadonlyArray<Proposed>): Written => {
  const check = checkCommit(
    database,
    stream,
    expected,
    proposed.map(({ id }) => id),
  )
  if (check.is === 'idempotent') {
    const page = readStreamPage(database, stream, check.revision, 1, false)
    const earlier = page.is === 'page' ? page.entries[0] : undefined
    const position = earlier?.revision === check.revision ? { position: earlier.position } : {}
    return { is: 'written', revision: check.revision, ...position }
  }
  if (check.is !== 'ok') return check
  if (proposed.length === 0) {
    const position = database.end()
    database.pad(EMPTY_RECORD)
    return { is: 'written', revision: check.last, position }
  }
  const described = isMetadataStream(stream) ? describedBy(stream) : undefined
  const bringsBack = described !== undefined && isSoftDeleted(database, described)
  const written = database.write(stream, proposed).at(-1)
  if (written === undefined) return { is: 'silent' }
  if (check.undeletes) undelete(database, stream, check.last + 1n)
  if (bringsBack) undelete(database, described, database.lastRevision(described) + 1n)
  return { is: 'written', revision: written.revision, position: written.position }
}

const removable = (database: Database, stream: string, expected: bigint): Refused | { readonly is: 'ok' } => {
  const check = checkCommit(database, stream, expected, [randomUUID()])
  return check.is === 'idempotent' ? { is: 'silent' } : check
}

/** Replaces the whole metadata of the stream: `$maxCount`, `$acl` and keys of one's own are lost. */
export const softDelete = (database: Database, stream: string, expected: bigint): Removed => {
  const check = removable(database, stream, expected)
  if (check.is !== 'ok') return check
  const isUnknown = database.lastRevision(stream) < 0n && effectiveLast(database, metadataStreamOf(stream)) < 0n
  if (isUnknown) return { is: 'wrong revision', last: -1n }
  const [written] = database.write(metadataStreamOf(stream), [metadataEvent(`{"$tb":${TOMBSTONE}}`)])
  return { is: 'removed', position: written?.position ?? database.end() }
}

/** Closes the name for ever, also one that no event was ever written to. */
export const tombstone = (database: Database, stream: string, expected: bigint): Removed => {
  const check = removable(database, stream, expected)
  if (check.is !== 'ok') return check
  const mark: Proposed = { id: randomUUID(), type: DELETED_TYPE, isJson: false, data: NOTHING, metadata: NOTHING }
  const [written] = database.write(stream, [mark], TOMBSTONE)
  return { is: 'removed', position: written?.position ?? database.end() }
}
