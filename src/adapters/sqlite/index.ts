import * as E from 'fp-ts/lib/Either.js'
import type { OpenStore } from '../../projections/engine/store.js'
import { openSqliteLog, type SqliteLogOptions } from './event-log.js'
import { examineFile } from './examine.js'
import { sqliteKeys } from './key-store.js'
import { sqliteRows } from './row-store.js'

export type { SqliteLogOptions } from './event-log.js'
export { type KeyFile, openKeyFile } from './key-file.js'

/**
 * A ledger in one SQLite file: its events, and beside them its read models as plain tables that any SQL reader can query. The file is made
 * where there is none. Several processes may use it at once.
 */
export const sqlite =
  (file: string, options: SqliteLogOptions = {}): OpenStore =>
  async () => {
    const opened = openSqliteLog(file, options)
    if (E.isLeft(opened)) return opened
    const { log, driver, key } = opened.right
    return E.right({
      log,
      rows: sqliteRows(driver),
      key,
      keys: sqliteKeys(driver, options.busyTimeoutMs),
      examine: examineFile(log, driver),
    })
  }
