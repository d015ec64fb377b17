import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { create, KEY_BYTES } from './create.js'
import { type Connect, type Driver, type SqlCell, sqliteCode } from './driver.js'
import { damaged, faultOf, type StoreFault, unavailable } from './fault.js'
import { COUNTED, toText } from './row.js'
import { APPLICATION_ID, FORMAT, missingGuards, sealOf, TABLES } from './schema.js'

/** A ledger's open file. */
export interface LedgerFile {
  readonly driver: Driver
  /** 32 random bytes, made once with the file: the key for digests. */
  readonly key: Uint8Array
  /** Stands before the first event in the chain of hashes. */
  readonly seal: string
}

const first = (driver: Driver, sql: string): SqlCell | undefined => driver.prepare(sql).first()?.[0]

type Schema = ReadonlyMap<string, string>

const schemaOf = (driver: Driver): Schema =>
  new Map(
    driver
      .prepare('SELECT CAST(name AS BLOB), CAST(sql AS BLOB) FROM sqlite_schema WHERE sql IS NOT NULL')
      .all()
      .map(([name, sql]) => [toText(name) ?? '', toText(sql) ?? '']),
  )

/** What `ledger` says of the file; refuses what is no ledger, what a newer version wrote, and what was altered. */
const identify = (driver: Driver, file: string, schema: Schema): Either<StoreFault, LedgerFile> => {
  const marked = first(driver, 'PRAGMA application_id') === BigInt(APPLICATION_ID)
  if (!marked && !schema.has('ledger')) return E.left(unavailable(`${file} is a database, but not a ledger`))
  if (!marked) return E.left(damaged(`${file}, page 1`, 'the mark of a ledger is gone from the header'))
  const altered = (name: string): boolean => schema.get(name) !== TABLES.get(name)
  // In every format: the table ledger stays as it is, so that a file can be known before its format is.
  if (altered('ledger')) return E.left(damaged(`${file}, page 1`, 'the table ledger is not as it was made'))
  const said = new Map(
    driver
      .prepare('SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM ledger')
      .all()
      .map(([k, v]) => [toText(k), toText(v)]),
  )
  const format = said.get('format') ?? ''
  const key = said.get('key') ?? ''
  const seal = sealOf(format, key)
  // The seal comes first, in every format: else a changed bit would make a file look like one from the future.
  if (said.get('seal') !== seal) return E.left(damaged(`${file}, table ledger`, "the ledger's format or key is not what was written"))
  if (format !== String(FORMAT))
    return E.left(unavailable(`${file} has format ${format}; this version of programme-ledger knows format ${FORMAT}`))
  const other = [...TABLES.keys()].find(altered)
  if (other !== undefined) return E.left(damaged(`${file}, page 1`, `the table ${other} is not as it was made`))
  return E.right({ driver, key: Buffer.from(key, 'base64url'), seal })
}

const GAP = `SELECT e.position + 1 FROM (SELECT 0 AS position UNION ALL SELECT position FROM events) e
  WHERE NOT EXISTS (SELECT 1 FROM events n WHERE n.position = e.position + 1) ORDER BY e.position LIMIT 1`

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** The page at which a file was cut off, if it is shorter than it should be. Pages that still lie in the WAL are not missed. */
const cutOff = (file: string, pages: number, pageSize: number): string | undefined => {
  // The WAL first: another process may just be moving its pages into the file.
  if (sizeOf(`${file}-wal`) > 0) return undefined
  const size = sizeOf(file)
  return size < pages * pageSize ? `page ${Math.floor(size / pageSize) + 1}` : undefined
}

/** Positions are given inside the transaction that keeps them, so they have no gaps: a gap, or less than was counted, is a loss. */
const complete = (driver: Driver, file: string): Either<StoreFault, void> => {
  const page = cutOff(file, Number(first(driver, 'PRAGMA page_count')), Number(first(driver, 'PRAGMA page_size')))
  if (page !== undefined) return E.left(damaged(`${file}, ${page}`, 'the file is cut off'))
  const [row] = driver.prepare(`SELECT count(*), coalesce(max(position), 0), ${COUNTED} FROM events`).all()
  const [count, last, counted] = row ?? []
  if (count === last && last === counted) return E.right(undefined)
  return E.left(damaged(`${file}, position ${first(driver, GAP)}`, `an event is missing: ${counted} were recorded, ${count} are there`))
}

const HEADER_BYTES = 32

/** The same from the file's header, for a file that SQLite refuses. Reading beside SQLite drops its locks: only for a file that is lost. */
const cutOffByHeader = (file: string): string | undefined => {
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    const handle = openSync(file, 'r')
    readSync(handle, header)
    closeSync(handle)
    return cutOff(file, header.readUInt32BE(28), header.readUInt16BE(16))
  } catch {
    return undefined
  }
}

/** The first page that SQLite itself finds wrong, for a fault to name. */
const brokenPage = (driver: Driver | undefined): string | undefined => {
  try {
    const found = driver && toText(first(driver, 'SELECT CAST(integrity_check AS BLOB) FROM pragma_integrity_check(1)'))
    return /page \d+/.exec(found ?? '')?.[0]
  } catch {
    return undefined
  }
}

/** Names the place of a driver's error in the file, asking SQLite for the page where the file is damaged. */
export const locate = (error: unknown, file: string, driver: Driver | undefined, place?: string): StoreFault => {
  const fault = faultOf(error, file)
  if (fault._tag !== 'LogDamaged') return fault
  const page = sqliteCode(error) === 'SQLITE_NOTADB' ? 'page 1' : (brokenPage(driver) ?? cutOffByHeader(file) ?? 'page 1')
  return damaged(place === undefined ? `${file}, ${page}` : `${file}, ${place} (${page})`, fault.cause)
}

const prepare = (driver: Driver, schema: Schema, synchronous: 'FULL' | 'NORMAL'): void => {
  // cell_size_check finds some damage at the page where it lies, instead of reading on from it.
  driver.exec(`PRAGMA cell_size_check = ON; PRAGMA synchronous = ${synchronous}`)
  if (toText(first(driver, 'PRAGMA journal_mode')) !== 'wal') driver.exec('PRAGMA journal_mode = WAL')
  driver.exec(missingGuards(new Set(schema.keys())))
}

const open = (driver: Driver, file: string, { synchronous, key }: OpenFileOptions): Either<StoreFault, LedgerFile> => {
  const schema = schemaOf(driver)
  const identified = identify(driver, file, schema)
  if (E.isLeft(identified)) return identified
  if (key !== undefined && Buffer.compare(key, identified.right.key) !== 0)
    return E.left(unavailable(`${file} is kept under another key than the one given: it is another ledger`))
  prepare(driver, schema, synchronous)
  const whole = complete(driver, file)
  return E.isLeft(whole) ? whole : identified
}

/** How a file is opened. */
export interface OpenFileOptions {
  readonly synchronous: 'FULL' | 'NORMAL'
  readonly busyMs: number
  /** The key that a new file gets, and that a file that is there must have; a new one gets a random key where it is absent. */
  readonly key: Uint8Array | undefined
}

/** Opens a ledger's file, making it where there is none; whatever is wrong is a fault that names the file and the place. */
export const openFile = (connect: Connect, file: string, options: OpenFileOptions): Either<StoreFault, LedgerFile> => {
  const { busyMs, key } = options
  if (key !== undefined && key.length !== KEY_BYTES)
    return E.left(unavailable(`the key of a ledger has ${KEY_BYTES} bytes, not ${key.length}`))
  let driver: Driver | undefined
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat?.isDirectory()) return E.left(unavailable(`${file} is a folder`))
    if (stat?.size === 0) return E.left(damaged(`${file}, page 1`, 'the file is empty, which a ledger never is'))
    if (stat === undefined) create(connect, file, busyMs, key)
    driver = connect(file, busyMs)
    const opened = open(driver, file, options)
    if (E.isLeft(opened)) driver.close()
    return opened
  } catch (error) {
    const fault = locate(error, file, driver)
    driver?.close()
    return E.left(fault)
  }
}
