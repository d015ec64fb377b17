import { afterEach } from 'vitest'
import { openEventStoreDbLog } from '../../../src/adapters/eventstoredb/index.js'
import type { EventStoreDbLogOptions } from '../../../src/adapters/eventstoredb/options.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { given } from '../../support/event-log-samples.js'
import { type Double, type DoubleOptions, startDouble } from '../../support/eventstoredb/double.js'

/** Doubles and logs that are gone after each test, the logs first. */
export interface Opener {
  readonly double: (options?: DoubleOptions) => Promise<Double>
  readonly log: (connectionString: string, options?: EventStoreDbLogOptions) => Promise<EventLog>
}

/** Short enough for a test, long enough for a busy machine. */
export const QUICK: EventStoreDbLogOptions = { timeoutMs: 400, patienceMs: 4_000 }

/** Registers the cleaning up; called once in a test file. */
export const opener = (): Opener => {
  const doubles: Double[] = []
  const logs: EventLog[] = []
  afterEach(async () => {
    for (const { faults, thaw } of doubles) {
      faults.clear()
      thaw()
    }
    for (const log of logs.splice(0)) await log.close()
    for (const double of doubles.splice(0)) await double.stop()
  })
  return {
    double: async (options) => {
      const double = await startDouble(options)
      doubles.push(double)
      return double
    },
    log: async (connectionString, options = QUICK) => {
      const { log } = await given(openEventStoreDbLog(connectionString, options))
      logs.push(log)
      return log
    },
  }
}
