import * as E from 'fp-ts/lib/Either.js'
import type { OpenStore } from '../../projections/engine/store.js'
import { type MemoryLogOptions, memoryLog } from './event-log.js'
import { memoryRows } from './row-store.js'

export type { MemoryLogOptions } from './event-log.js'

/** A ledger that is gone with the process: for tests, for trying things out. */
export const memory =
  (options: MemoryLogOptions = {}): OpenStore =>
  async () =>
    E.right({ log: memoryLog(options), rows: memoryRows(), key: crypto.getRandomValues(new Uint8Array(32)) })
