import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventLog, EventLogFault } from '../../domain/kernel/event-log.js'
import type { RowStore } from './row-store.js'

/** Where a ledger keeps its events and its read models, and the key of its digests. */
export interface Store {
  readonly log: EventLog
  readonly rows: RowStore
  readonly key: Uint8Array
}

/** A store still to be opened: `memory()`, `sqlite(file)`. */
export type OpenStore = TaskEither<EventLogFault, Store>
