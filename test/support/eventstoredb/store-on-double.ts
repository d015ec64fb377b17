import * as E from 'fp-ts/lib/Either.js'
import { eventStoreDb } from '../../../src/adapters/eventstoredb/index.js'
import type { EventStoreDbOptions } from '../../../src/adapters/eventstoredb/options.js'
import type { OpenStore } from '../../../src/projections/engine/store.js'
import { startDouble } from './double.js'

/** A store on a double of its own, which stops with it. */
export const onADouble =
  (options: EventStoreDbOptions = {}): OpenStore =>
  async () => {
    const double = await startDouble()
    const opened = await eventStoreDb(double.connectionString, options)()
    if (E.isLeft(opened)) {
      await double.stop()
      return opened
    }
    const { log } = opened.right
    const close = async () => {
      const closed = await log.close()
      await double.stop()
      return closed
    }
    return E.right({ ...opened.right, log: { ...log, close } })
  }
