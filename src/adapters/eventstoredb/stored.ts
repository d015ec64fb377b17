import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { isStreamName } from '../../domain/kernel/append-check.js'
import type { LogDamaged } from '../../domain/kernel/event-log.js'
import type { StoredEvent } from '../../domain/kernel/recorded.js'
import { damaged } from './faults.js'
import { fromText, jsonOf } from './metadata.js'

/** A record of the server: what this adapter looks at. */
export interface WireRecord {
  readonly streamId: string
  readonly id: string
  readonly revision: bigint
  readonly type: string
  readonly isJson: boolean
  /** Nothing where they are bytes that stand for no text. */
  readonly data: string | undefined
  readonly metadata: string | undefined
  /** Milliseconds since 1970. */
  readonly createdMs: number
  readonly position: { readonly commit: bigint; readonly prepare: bigint }
}

// Positions are signed on the server: what lies beyond means "none".
const NO_POSITION = 2n ** 63n

/** A record of one of the ledger's streams as the port has it; damaged where its content is no JSON. */
export const storedEvent = (record: WireRecord): Either<LogDamaged, StoredEvent> => {
  const { streamId: stream, id, revision, type, position, data, createdMs } = record
  const place = (): string => `revision ${revision} of ${stream}`
  // What the server calls JSON is parsed by whoever decodes it, who says so where it is not.
  if (data === undefined || (!record.isJson && jsonOf(data) === undefined)) return E.left(damaged(place(), 'its content is not JSON'))
  const said = record.metadata === undefined ? undefined : fromText(record.metadata)
  if (said === undefined) return E.left(damaged(place(), 'its metadata is not JSON'))
  // `position` names both numbers or the commit alone: for what is appended over gRPC they are the same.
  if (position.commit >= NO_POSITION) return E.left(damaged(place(), 'the server does not say its position: it is older than 22.10'))
  if (!isStreamName(stream)) return E.left(damaged(place(), 'its stream has no name of a stream'))
  const { schema, metadata, recordedAt = new Date(createdMs).toISOString() } = said
  return E.right({ id, type, schema, data, metadata, stream, revision, position: position.commit, recordedAt })
}
