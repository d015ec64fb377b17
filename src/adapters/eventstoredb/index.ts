import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventLog, EventLogFault } from '../../domain/kernel/event-log.js'
import { categories } from '../../domain/vocabulary/id.js'
import type { OpenStore } from '../../projections/engine/store.js'
import { openLog } from './event-log.js'
import { examineServer } from './examine.js'
import type { EventStoreDbLogOptions, EventStoreDbOptions } from './options.js'

export type { EventStoreDbLogOptions, EventStoreDbOptions } from './options.js'

/** A log on a server, without a ledger around it. */
export interface EventStoreDbLog {
  readonly log: EventLog
}

const CATEGORIES: ReadonlySet<string> = new Set(categories)

const isOfALedger = (stream: string): boolean => CATEGORIES.has(stream.slice(0, stream.indexOf('-')))

/**
 * A ledger on EventStoreDB: a single node (`esdb://host:2113`) or a cluster (`esdb://a:2113,b:2113,c:2113`, `esdb+discover://name`), which other
 * programs may use too. Name all nodes of a cluster: one of them alone may show what it then takes back.
 *
 * Nothing is sent before it is opened. `LogUnavailable` where the address cannot be read (told without repeating it), no leader answers, rights are
 * missing, or the server's ledger has another key than the one given.
 * @example
 * import { openLedger } from 'programme-ledger'
 * const opened = await openLedger(eventStoreDb('esdb://clerk:pass@localhost:port'))
 * E.isLeft(opened) && opened.left._tag // => 'LogUnavailable'
 */
export const eventStoreDb =
  (connectionString: string, options: EventStoreDbOptions = {}): OpenStore =>
  async () => {
    const opened = await openLog(connectionString, { ...options, owns: options.owns ?? isOfALedger })
    if (E.isLeft(opened)) return opened
    const { log } = opened.right
    const key = await opened.right.key({ given: options.key, create: options.create ?? true })
    if (E.isLeft(key)) {
      await log.close()
      return key
    }
    const keys = options.keys ?? opened.right.keys
    return E.right({ log, key: key.right, keys, examine: examineServer(opened.right), ...(options.rows && { rows: options.rows }) })
  }

/**
 * The log alone, with all streams of the server that `owns` does not leave out: for copying, examining and tests. No key is made. Faults as with
 * `eventStoreDb`.
 * @example
 * const opened = await openEventStoreDbLog('https://localhost:2113')()
 * E.isLeft(opened) && opened.left._tag // => 'LogUnavailable'
 */
export const openEventStoreDbLog =
  (connectionString: string, options: EventStoreDbLogOptions = {}): TaskEither<EventLogFault, EventStoreDbLog> =>
  async () => {
    const opened = await openLog(connectionString, options)
    return E.isLeft(opened) ? opened : E.right({ log: opened.right.log })
  }
