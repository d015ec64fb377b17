import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventLog, EventLogFault } from '../../domain/kernel/event-log.js'
import type { KeyStore } from '../../domain/kernel/key-store.js'
import type { RowStore } from './row-store.js'

/** What an examination of a store says of one matter. */
export interface Finding {
  /** The matter in a word or two: `format`, `right to append`. */
  readonly about: string
  /** `wrong`: it cannot be relied on as it is. `warning`: it can, but may not stay so. `not tried`: nothing is known of it. */
  readonly outcome: 'fine' | 'warning' | 'wrong' | 'not tried'
  readonly says: string
}

/** Where a ledger keeps its events and its read models, and the key of its digests. */
export interface Store {
  readonly log: EventLog
  /** Where read models are kept; in memory, built anew by each process, where the store keeps events only. */
  readonly rows?: RowStore
  readonly key: Uint8Array
  /** The keys that personal data are sealed with; where a store keeps none, they are written in the clear, and cannot be erased. */
  readonly keys?: KeyStore
  /**
   * What the store can tell of itself beside its events; absent where there is nothing to tell. It writes nothing that a reader of the log would
   * see, and never fails: what it cannot find out is a finding.
   */
  readonly examine?: Task<ReadonlyArray<Finding>>
}

/** A store still to be opened: `memory()`, `sqlite(file)`. */
export type OpenStore = TaskEither<EventLogFault, Store>
