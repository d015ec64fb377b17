import type { Either } from 'fp-ts/lib/Either.js'
import type { StreamName, Tagged } from './decider.js'
import type { Metadata, NewEvent, Position, Recorded, Revision, StoredEvent } from './recorded.js'

/** Where a stored event lies, for every fault that is about one. */
export interface EventPlace {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
}

/** The ledger does not know this type, or not this schema of it: it was written by a newer version, or by something else. */
export interface UnknownEventType extends EventPlace {
  readonly _tag: 'UnknownEventType'
  readonly type: string
  readonly schema: number
}

/** The stored form does not fit its codec; `path` says where in it, `expected` what should stand there. */
export interface UndecodableEvent extends EventPlace {
  readonly _tag: 'UndecodableEvent'
  readonly type: string
  readonly path: string
  readonly expected: string
}

/** A stored event cannot be read; it is never skipped. */
export type FormatFault = UnknownEventType | UndecodableEvent

/** The typed edge between decided events and stored ones; made in `events/` from the catalogue. */
export interface EventFormat<Ev extends Tagged> {
  readonly decode: (stored: StoredEvent) => Either<FormatFault, Recorded<Ev>>
  readonly encode: (event: Ev, metadata: Metadata, id: string) => NewEvent
}
