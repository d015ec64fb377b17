import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { isStreamName } from '../../domain/kernel/append-check.js'
import type { LogDamaged } from '../../domain/kernel/event-log.js'
import type { StoredEvent } from '../../domain/kernel/recorded.js'
import { damaged } from './faults.js'
import { fromWire } from './metadata.js'

/** A record as the client gives it: what this adapter looks at. */
export interface WireRecord {
  readonly streamId: string
  readonly id: string
  readonly revision: bigint
  readonly type: string
  readonly isJson: boolean
  readonly data: unknown
  readonly metadata?: unknown
  readonly created: Date
  readonly position?: { readonly commit: bigint; readonly prepare: bigint }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

// Positions are signed on the server: what lies beyond means "none".
const NO_POSITION = 2n ** 63n

const jsonText = (bytes: unknown): string | undefined => {
  if (!(bytes instanceof Uint8Array)) return undefined
  try {
    const text = utf8.decode(bytes)
    JSON.parse(text)
    return text
  } catch {
    return undefined
  }
}

/** A record of one of the ledger's streams as the port has it; damaged where its content is no JSON. */
export const storedEvent = (record: WireRecord): Either<LogDamaged, StoredEvent> => {
  const { streamId: stream, id, revision, type, position, created } = record
  const place = `revision ${revision} of ${stream}`
  const data = record.isJson ? JSON.stringify(record.data) : jsonText(record.data)
  if (data === undefined) return E.left(damaged(place, 'its content is not JSON'))
  if (record.metadata instanceof Uint8Array) return E.left(damaged(place, 'its metadata is not JSON'))
  // `position` names both numbers or the commit alone: for what is appended over gRPC they are the same.
  if (position === undefined || position.commit >= NO_POSITION)
    return E.left(damaged(place, 'the server does not say its position: it is older than 22.10'))
  if (!isStreamName(stream)) return E.left(damaged(place, 'its stream has no name of a stream'))
  const { schema, metadata, recordedAt = created.toISOString() } = fromWire(record.metadata)
  return E.right({ id, type, schema, data, metadata, stream, revision, position: position.commit, recordedAt })
}
