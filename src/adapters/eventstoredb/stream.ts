import type { ReadRevision } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { LogDamaged, LogUnavailable } from '../../domain/kernel/event-log.js'
import type { Expected, Revision, StoredEvent } from '../../domain/kernel/recorded.js'
import type { Calls } from './calls.js'
import { damaged, HIDDEN, readFault, type Trouble, unavailable } from './faults.js'
import { jsonOf } from './metadata.js'
import { storedEvent, type WireRecord } from './stored.js'

/** What can come of reading. */
export type ReadingFault = LogUnavailable | LogDamaged

// Revisions are signed on the server; it answers one beyond with an error that says nothing.
const NO_REVISION = 2n ** 63n

/** The record of an answer that was taken `rawly`: links are never resolved, so each has one. */
export const recordOf = ({ event }: { readonly event?: WireRecord }): WireRecord | undefined => event

interface Asked {
  readonly fromRevision: ReadRevision
  readonly direction?: 'forwards' | 'backwards'
  readonly maxCount?: number
}

/** The records of a stream; `NotFound` among the troubles where there is none. */
const records = (calls: Calls, stream: string, asked: Asked): Promise<Either<Trouble, ReadonlyArray<WireRecord | undefined>>> =>
  calls.read((client) => client.readStream(stream, { ...asked, requiresLeader: true }), recordOf)

const has = (metadata: unknown, name: string): boolean => typeof metadata === 'object' && metadata !== null && Object.hasOwn(metadata, name)

/**
 * Whether the server hides events of a stream, or is told to: by its metadata, which alone tells a stream that was deleted softly from one that
 * never was. The client's own reading of metadata rounds `$tb` and writes to the console, so the record is read itself.
 */
export const isTruncated = async (calls: Calls, stream: string): Promise<Either<ReadingFault, boolean>> => {
  const found = await records(calls, `$$${stream}`, { fromRevision: 'end', direction: 'backwards', maxCount: 1 })
  if (E.isLeft(found)) return found.left._tag === 'NotFound' ? E.right(false) : E.left(readFault(found.left, `stream ${stream}`))
  const record = found.right.at(-1)
  const metadata = record && jsonOf(record.data)
  return E.right(['$tb', '$maxCount', '$maxAge'].some((name) => has(metadata, name)))
}

/** Events in order, each the next one of its stream. */
const whole = (
  stream: string,
  from: Revision,
  found: ReadonlyArray<WireRecord | undefined>,
): Either<LogDamaged, ReadonlyArray<StoredEvent>> => {
  const events: StoredEvent[] = []
  for (const record of found) {
    if (record === undefined) continue
    const expected = from + BigInt(events.length)
    if (record.revision !== expected)
      return E.left(damaged(`revision ${expected} of ${stream}`, `${HIDDEN}; the next one found is revision ${record.revision}`))
    const stored = storedEvent(record)
    if (E.isLeft(stored)) return stored
    events.push(stored.right)
  }
  return E.right(events)
}

/**
 * The events of a stream from a revision on. A stream of which the server hides or lost something is a fault, since a rule that rests on it would
 * be lost in silence.
 */
export const readStream = async (
  calls: Calls,
  stream: string,
  from: Revision,
): Promise<Either<ReadingFault, ReadonlyArray<StoredEvent>>> => {
  const first = from < 0n ? 0n : from
  if (first >= NO_REVISION) return E.right([])
  const found = await records(calls, stream, { fromRevision: first })
  if (E.isLeft(found) && found.left._tag !== 'NotFound') return E.left(readFault(found.left, `stream ${stream}`))
  if (E.isRight(found) && found.right.length > 0) return whole(stream, first, found.right)
  // Nothing there: because nothing was written, or because the server hides it.
  const hidden = await isTruncated(calls, stream)
  if (E.isLeft(hidden)) return hidden
  if (hidden.right) return E.left(damaged(`stream ${stream}`, HIDDEN))
  // A server says that a stream is not there; an answer without events and without that was cut short by somebody in between.
  return E.isRight(found) && first === 0n ? E.left(unavailable(`the answer about stream ${stream} ended before it began`)) : E.right([])
}

/** The last revision of a stream that can be seen. */
export const lastRevision = async (calls: Calls, stream: string): Promise<Either<Trouble, Expected>> => {
  const found = await records(calls, stream, { fromRevision: 'end', direction: 'backwards', maxCount: 1 })
  if (E.isLeft(found)) return found.left._tag === 'NotFound' ? E.right('no-stream') : found
  return E.right(found.right.at(-1)?.revision ?? 'no-stream')
}

/** The ids that a stream holds from a revision on, at most so many. */
export const idsFrom = async (
  calls: Calls,
  stream: string,
  from: Revision,
  count: number,
): Promise<Either<Trouble, ReadonlyArray<string>>> => {
  const found = await records(calls, stream, { fromRevision: from, maxCount: count })
  if (E.isLeft(found)) return found.left._tag === 'NotFound' ? E.right([]) : found
  return E.right(found.right.flatMap((record) => (record?.revision !== undefined && record.revision >= from ? [record.id] : [])))
}
