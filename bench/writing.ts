import { hash } from 'node:crypto'
import type { Ledger } from 'programme-ledger'
import { connectLibsql, type Driver, openSqliteLog, type SqlInput, type SqlRow, systemIdentity } from './internals.js'
import { right } from './measure.js'

// Writing by hand: the table of the ledger's own file, with its keys and none of its triggers, and rows of the very bytes that ours writes.

type Command = Parameters<Ledger['execute']>[0]

/** A command and what comes with it, made before any clock starts. */
export type Sent = readonly [command: Command, context: Parameters<Ledger['execute']>[1]]

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

/** How a baseline comes by the hashes of its rows: copied from a run of ours, or worked out itself, each over the one before. */
export type Hashing = 'hashes given' | 'hashes worked out'

const hashOf = (before: SqlInput, position: bigint, [id, stream, revision, type, schema, data, metadata, recordedAt]: Row): string =>
  hash(
    'sha256',
    `${before}\x1f${position}\x1f${revision}\x1f${schema}\x1f${id}\x1f${stream}\x1f${type}\x1f${recordedAt}\x1f${data}\x1f${metadata}`,
    'base64url',
  )

/** A file that is written by hand. */
export interface ByHand {
  readonly driver: Driver
  /** Inserts rows of many streams in one transaction, as a group of appends does. */
  readonly setUp: (rows: ReadonlyArray<Row>) => void
  /** Handles a command: reads and parses its stream, makes the event with the bytes and the id that ours writes, inserts it, commits. */
  readonly handle: (sent: Sent) => void
  /** Writes again what handling a command came to: reads and parses its stream, checks the revision, inserts, commits. */
  readonly again: (row: Row) => void
  /** Checks the revision, inserts all, row by row or twenty at a time, commits. */
  readonly batch: (rows: ReadonlyArray<Row>, atOnce: 1 | 20) => void
}

const insertOf = (rows: number): string =>
  `INSERT INTO events (${COLUMNS}) VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`

/** The key of every ledger here, so that both sides write the same digests. */
export const KEY: Uint8Array = new Uint8Array(32).fill(7)

const identity = systemIdentity(KEY)

/** The event of a command as ours writes it, but for its hash. */
const eventOf = ([command, { commandId = '', ...said }]: Sent, revision: bigint): Row => {
  if (command.type !== 'SignAgreement' && command.type !== 'AmendAgreement') throw new Error(`${command.type} is not handled`)
  const { type, ...data } = command
  if ((type === 'SignAgreement') !== (revision === 0n)) throw new Error(`${command.agreement} cannot take ${type}`)
  const metadata = { ...said, commandId, correlationId: commandId, commandDigest: identity.digest([command, said]) }
  return [
    identity.eventId(commandId, command.agreement, 0),
    command.agreement,
    revision,
    type === 'SignAgreement' ? 'AgreementSigned' : 'AgreementAmended',
    1n,
    JSON.stringify(data),
    JSON.stringify(metadata),
    new Date().toISOString(),
    null,
  ]
}

/** Makes a file with the table of a ledger's file (`model`, made where it is absent), WAL and synchronous=FULL. */
export const openByHand = (file: string, model: string, hashing: Hashing): ByHand => {
  const ledger = right(openSqliteLog(model))
  const table = String(ledger.driver.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events'").first()?.[0])
  ledger.driver.close()
  const driver = connectLibsql(file, 5_000)
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
    const hashed = hashing === 'hashes given' ? (row[8] ?? null) : hashOf(tail.hash, position, row)
    tail = { position, hash: hashed }
    return hashing === 'hashes given' ? row : [...row.slice(0, 8), hashed]
  }
  const check = (found: SqlInput | undefined, revision: SqlInput | undefined): void => {
    if ((typeof found === 'bigint' ? found + 1n : 0n) !== revision) throw new Error(`revision ${revision} was expected after ${found}`)
  }
  const nextOf = (stream: SqlInput | undefined): bigint => {
    const events = read.all(stream ?? null)
    for (const [, , data] of events) JSON.parse(String(data))
    const end = events.at(-1)?.[0]
    return typeof end === 'bigint' ? end + 1n : 0n
  }

  return {
    driver,
    setUp: (rows) => {
      begin.run()
      for (const row of rows) one.run(...cellsOf(row))
      commit.run()
    },
    handle: (sent) => {
      begin.run()
      const stream = Reflect.get(sent[0], 'agreement')
      one.run(...cellsOf(eventOf(sent, nextOf(stream))))
      commit.run()
    },
    again: (row) => {
      begin.run()
      check(nextOf(row[1]) - 1n, row[2])
      one.run(...cellsOf(row))
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
