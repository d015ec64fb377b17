import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { type Connect, type Driver, type SqlCell, sqliteCode } from './driver.js'
import { damaged, faultOf, type StoreFault, unavailable } from './fault.js'
import { COUNTED, toText } from './row.js'
import { APPLICATION_ID, creation, FORMAT, GUARDS, sealOf } from './schema.js'

/** A ledger's open file. */
export interface LedgerFile {
  readonly driver: Driver
  /** 32 random bytes, made once with the file: the key for digests. */
  readonly key: Uint8Array
  /** Stands before the first event in the chain of hashes. */
  readonly seal: string
}

const KEY_BYTES = 32

/** Makes what stands in a folder outlast a power cut; where a system cannot do that (Windows), the file's own sync must do. */
const syncFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch {
    return
  }
}

/**
 * Makes the ledger beside its place, whole, and then gives it its name: no one ever opens half a ledger, and an empty file is
 * known to be a loss. Where two processes do it at once the first name stands.
 */
const create = (connect: Connect, file: string, busyMs: number): void => {
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`
  try {
    const driver = connect(draft, busyMs)
    try {
      driver.exec(creation(randomBytes(KEY_BYTES).toString('base64url')))
    } finally {
      driver.close()
    }
    try {
      linkSync(draft, file)
    } catch {
      // Another process was first, or the file system has no links.
      if (!existsSync(file)) renameSync(draft, file)
    }
    syncFolder(dirname(file))
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(draft + part, { force: true })
  }
}

const first = (driver: Driver, sql: string): SqlCell | undefined => driver.prepare(sql).all()[0]?.[0]

/** What `ledger` says of the file; refuses what is no ledger, what a newer version wrote, and what was altered. */
const identify = (driver: Driver, file: string): Either<StoreFault, LedgerFile> => {
  const tables = first(driver, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('events', 'ledger')")
  if (first(driver, 'PRAGMA application_id') !== BigInt(APPLICATION_ID))
    return E.left(
      tables === 2n
        ? damaged(`${file}, page 1`, 'the mark of a ledger is gone from the header')
        : unavailable(`${file} is a database, but not a ledger`),
    )
  if (tables !== 2n) return E.left(damaged(`${file}, page 1`, 'the tables of a ledger are gone'))
  const said = new Map(
    driver
      .prepare('SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM ledger')
      .all()
      .map(([k, v]) => [toText(k), toText(v)]),
  )
  const format = said.get('format') ?? ''
  if (/^\d+$/.test(format) && Number(format) > FORMAT)
    return E.left(unavailable(`${file} has format ${format}; this version of programme-ledger knows formats up to ${FORMAT}`))
  const key = said.get('key') ?? ''
  const seal = sealOf(format, key)
  if (said.get('seal') !== seal) return E.left(damaged(`${file}, table ledger`, "the ledger's format or key is not what was written"))
  return E.right({ driver, key: Buffer.from(key, 'base64url'), seal })
}

const GAP = `SELECT e.position + 1 FROM (SELECT 0 AS position UNION ALL SELECT position FROM events) e
  WHERE NOT EXISTS (SELECT 1 FROM events n WHERE n.position = e.position + 1) ORDER BY e.position LIMIT 1`

/** Positions are given inside the transaction that keeps them, so they have no gaps: a gap, or less than was counted, is a loss. */
const complete = (driver: Driver, file: string): Either<StoreFault, void> => {
  const [row] = driver.prepare(`SELECT count(*), coalesce(max(position), 0), ${COUNTED} FROM events`).all()
  const [count, last, counted] = row ?? []
  if (count === last && last === counted) return E.right(undefined)
  return E.left(damaged(`${file}, position ${first(driver, GAP)}`, `an event is missing: ${counted} were recorded, ${count} are there`))
}

/** The first page that SQLite itself finds wrong, for a fault to name. */
const brokenPage = (driver: Driver | undefined): string => {
  try {
    const found = driver && toText(first(driver, 'SELECT CAST(integrity_check AS BLOB) FROM pragma_integrity_check(1)'))
    return /page \d+/.exec(found ?? '')?.[0] ?? 'page 1'
  } catch {
    return 'page 1'
  }
}

/** Names the place of a driver's error in the file, asking SQLite for the page where the file is damaged. */
export const locate = (error: unknown, file: string, driver: Driver | undefined, place?: string): StoreFault => {
  const fault = faultOf(error, file)
  if (fault._tag !== 'LogDamaged') return fault
  const page = sqliteCode(error) === 'SQLITE_NOTADB' ? 'page 1' : brokenPage(driver)
  return damaged(place === undefined ? `${file}, ${page}` : `${file}, ${place} (${page})`, fault.cause)
}

const prepare = (driver: Driver, synchronous: 'FULL' | 'NORMAL'): void => {
  // cell_size_check finds some damage at the page where it lies, instead of reading on from it.
  driver.exec(`PRAGMA cell_size_check = ON; PRAGMA synchronous = ${synchronous}`)
  if (toText(first(driver, 'PRAGMA journal_mode')) !== 'wal') driver.exec('PRAGMA journal_mode = WAL')
  driver.exec(GUARDS)
}

/** Opens a ledger's file, making it where there is none; whatever is wrong is a fault that names the file and the place. */
export const openFile = (
  connect: Connect,
  file: string,
  synchronous: 'FULL' | 'NORMAL',
  busyMs: number,
): Either<StoreFault, LedgerFile> => {
  let driver: Driver | undefined
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat?.isDirectory()) return E.left(unavailable(`${file} is a folder`))
    if (stat?.size === 0) return E.left(damaged(`${file}, page 1`, 'the file is empty, which a ledger never is'))
    if (stat === undefined) create(connect, file, busyMs)
    driver = connect(file, busyMs)
    const identified = identify(driver, file)
    if (E.isRight(identified)) prepare(driver, synchronous)
    const opened = E.isLeft(identified) ? identified : complete(driver, file)
    if (E.isLeft(opened)) driver.close()
    return E.isLeft(opened) ? opened : identified
  } catch (error) {
    const fault = locate(error, file, driver)
    driver?.close()
    return E.left(fault)
  }
}
