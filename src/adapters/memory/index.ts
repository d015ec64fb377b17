import * as E from 'fp-ts/lib/Either.js'
import type { OpenStore } from '../../projections/engine/store.js'
import { type MemoryLogOptions, memoryLog } from './event-log.js'
import { memoryKeys } from './key-store.js'
import { memoryRows } from './row-store.js'

export type { MemoryLogOptions } from './event-log.js'

/** What a ledger in memory can be told when it is opened. */
export interface MemoryOptions extends MemoryLogOptions {
  /** The ledger's key for digests (32 bytes), as the copy of a ledger needs it; random where absent. */
  readonly key?: Uint8Array
}

const KEY_BYTES = 32

/** A ledger that is gone with the process: for tests, for trying things out. */
export const memory =
  ({ key = crypto.getRandomValues(new Uint8Array(KEY_BYTES)), ...options }: MemoryOptions = {}): OpenStore =>
  async () =>
    key.length === KEY_BYTES
      ? E.right({ log: memoryLog(options), rows: memoryRows(), key, keys: memoryKeys() })
      : E.left({ _tag: 'LogUnavailable', cause: `the key of a ledger has ${KEY_BYTES} bytes, not ${key.length}` })
