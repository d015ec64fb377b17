import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { connectLibsql, type Driver, openSqliteLog, type SqlInput, type SqlRow } from './internals.js'
import { right } from './measure.js'

// Writing by hand: the table of the ledger's own file, with its keys and none of its triggers, and rows of the very bytes that ours wrote.

const COLUMNS = 'id, stream, revision, type, schema, data, metadata, recorded_at, hash'

/** An event as a run of ours left it: the cells that a baseline writes again. */
export type Row = ReadonlyArray<SqlInput> & { readonly length: 9 }

const isRow = (row: SqlRow): row is Row => row.length === 9

/** What a ledger's file holds. */
export const rowsIn = (file: string): ReadonlyArray<Row> => {
  const driver = connectLibsql(file, 5_000)
  const rows = driver.prepare(`SELECT ${COLUMNS} FROM events ORDER BY position`).all().filter(isRow)
  driver.close()
  return rows
}

/** How a baseline writes: with the hashes that ours had worked out, or working them out itself. */
export type Hashing = 'hashes given' | 'hashes worked out'

const hashOf = (before: SqlInput, position: bigint, [id, stream, revision, type, schema, data, metadata, recordedAt]: Row): string =>
  createHash('sha256')
    .update([before, position, revision, schema, id, stream, type, recordedAt, data, metadata].join('\x1f'))
    .digest('base64url')

/** A file that is written by hand. */
export interface ByHand {
  readonly driver: Driver
  /** Reads and parses a stream, checks the revision, inserts, commits. */
  readonly command: (row: Row) => void
  /** Inserts rows of many streams in one transaction, as a group of appends does. */
  readonly setUp: (rows: ReadonlyArray<Row>) => void
  /** Checks the revision, inserts all, row by row or twenty at a time, commits. */
  readonly batch: (rows: ReadonlyArray<Row>, atOnce: 1 | 20) => void
}

const insertOf = (rows: number): string =>
  `INSERT INTO events (${COLUMNS}) VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`

/** Makes a file with the ledger's own table, WAL and synchronous=FULL. */
export const openByHand = (folder: string, name: string, hashing: Hashing): ByHand => {
  const model = right(openSqliteLog(join(folder, 'model.db')))
  const table = String(model.driver.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events'").all()[0]?.[0])
  model.driver.close()
  const driver = connectLibsql(join(folder, name), 5_000)
  driver.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${table}`)
  const begin = driver.prepare('BEGIN IMMEDIATE')
  const commit = driver.prepare('COMMIT')
  const read = driver.prepare('SELECT revision, type, data FROM events WHERE stream = ? ORDER BY revision')
  const last = driver.prepare('SELECT max(revision) FROM events WHERE stream = ?')
  const one = driver.prepare(insertOf(1))
  const twenty = driver.prepare(insertOf(20))
  let tail: { readonly position: bigint; readonly hash: SqlInput } = { position: 0n, hash: '' }

  const cellsOf = (row: Row): ReadonlyArray<SqlInput> => {
    const position = tail.position + 1n
    const hash = hashing === 'hashes given' ? (row[8] ?? null) : hashOf(tail.hash, position, row)
    tail = { position, hash }
    return hashing === 'hashes given' ? row : [...row.slice(0, 8), hash]
  }
  const check = (found: SqlInput | undefined, revision: SqlInput | undefined): void => {
    if ((typeof found === 'bigint' ? found + 1n : 0n) !== revision) throw new Error(`revision ${revision} was expected after ${found}`)
  }

  return {
    driver,
    command: (row) => {
      begin.run()
      const events = read.all(row[1] ?? null)
      for (const [, , data] of events) JSON.parse(String(data))
      check(events.at(-1)?.[0], row[2])
      one.run(...cellsOf(row))
      commit.run()
    },
    setUp: (rows) => {
      begin.run()
      for (const row of rows) one.run(...cellsOf(row))
      commit.run()
    },
    batch: (rows, atOnce) => {
      begin.run()
      check(last.all(rows[0]?.[1] ?? null)[0]?.[0], rows[0]?.[2])
      if (atOnce === 1) for (const row of rows) one.run(...cellsOf(row))
      else for (let from = 0; from < rows.length; from += atOnce) twenty.run(...rows.slice(from, from + atOnce).flatMap(cellsOf))
      commit.run()
    },
  }
}
