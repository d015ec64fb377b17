import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { KeyStore } from '../../domain/kernel/key-store.js'
import { connectLibsql, type Driver } from './driver.js'
import { faultOf, type StoreFault, unavailable } from './fault.js'
import { sqliteKeys } from './key-store.js'

/** A file with the keys of people and nothing else, for a ledger whose events lie elsewhere. */
export interface KeyFile {
  readonly keys: KeyStore
  /** After this the keys cannot be used any more. */
  readonly close: () => void
}

/** Written into the file's header: `PLky`. */
const APPLICATION_ID = 0x504c6b79n
const BUSY_MS = 5_000

const numberOf = (driver: Driver, sql: string): bigint => {
  const cell = driver.prepare(sql).first()?.[0]
  return typeof cell === 'bigint' ? cell : -1n
}

const isForKeys = (driver: Driver, isNew: boolean): boolean =>
  isNew ? numberOf(driver, 'SELECT count(*) FROM sqlite_schema') === 0n : numberOf(driver, 'PRAGMA application_id') === APPLICATION_ID

/**
 * Opens a file of keys. Only with `create` is one made where there is none: a path that is written wrong would else leave everything sealed that
 * was recorded before. A file that holds something else is a fault.
 * @example
 * const opened = openKeyFile('there/is/no/such.keys', false)
 * E.isLeft(opened) && opened.left._tag // => 'LogUnavailable'
 */
export const openKeyFile = (file: string, create: boolean): Either<StoreFault, KeyFile> => {
  const path = resolve(file)
  const isNew = !existsSync(path)
  if (isNew && !create) return E.left(unavailable(`there is no file of keys at ${path}`))
  if (!isNew && !statSync(path).isFile()) return E.left(unavailable(`${path} is no file`))
  let driver: Driver | undefined
  try {
    driver = connectLibsql(path, BUSY_MS)
    const opened = driver
    if (!isForKeys(opened, isNew)) {
      opened.close()
      return E.left(unavailable(`${path} is a database, but not a file of keys`))
    }
    opened.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`)
    return E.right({ keys: sqliteKeys(opened), close: opened.close })
  } catch (error) {
    driver?.close()
    return E.left(faultOf(error, path))
  }
}
