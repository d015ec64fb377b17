import { eventStoreDb } from '../../src/adapters/eventstoredb/index.js'
import { startProcess } from './process-server.js'
import type { RunOptions } from './run.js'
import { startServer } from './server.js'
import { LATE_MS } from './weather.js'

// The ledger as it is meant to be used, with little patience: where it gives up, whoever sent the command sends it again.

const IMPATIENT = { timeoutMs: LATE_MS, patienceMs: 1_200, bellCheckMs: 200 } as const

export const shielded: RunOptions = {
  start: startServer,
  store: (connectionString, rows) => eventStoreDb(connectionString, { ...IMPATIENT, ...(rows && { rows }) }),
  incidents: [
    'restart',
    'cut',
    'freeze',
    'scavenge',
    'calls fail',
    'subscriptions end',
    'not leader',
    'no leader',
    'not ready',
    'slow',
    'phantoms',
    'phantoms that are shown',
  ],
  settleMs: 20_000,
  weatherMs: 3_000,
}

/** The same, and nothing goes wrong. */
export const quiet: RunOptions = {
  ...shielded,
  start: async (seeded) => ({ ...(await startServer(seeded)), begin: () => undefined, befall: async () => undefined }),
  store: (connectionString, rows) => eventStoreDb(connectionString, rows && { rows }),
}

const EACH = 20
const FIRST = 3

/** Some seeds run against a server in a process of its own, which is stopped (SIGSTOP) and killed (SIGKILL). */
export const isOfProcess = (seed: number): boolean => seed % EACH === FIRST

export const onProcess: RunOptions = { ...shielded, start: (_, seed) => startProcess(seed), incidents: ['freeze', 'restart'] }
