import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { judgeAppend } from '../../domain/kernel/append-check.js'
import { type Clock, readClock } from '../../domain/kernel/clock.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Appended, EventLogFault } from '../../domain/kernel/event-log.js'
import type { Expected, NewEvent, Revision } from '../../domain/kernel/recorded.js'
import type { Driver, SqlInput } from './driver.js'
import { type StoreFault, unavailable } from './fault.js'
import { hashOf, lastOf, TAIL, toRecords, toText } from './row.js'

/** An append that has passed `checkAppend`. */
export interface Order {
  readonly stream: StreamName
  readonly expected: Expected
  readonly events: ReadonlyArray<NewEvent>
}

export type Answer = Either<EventLogFault, Appended>

/**
 * Writes a group of appends in one transaction and answers each on its own. The driver's errors fly, and then nothing was written
 * (save where the commit itself failed: there only a repeat can tell). Ids are not looked up beforehand: the index refuses a used one.
 */
export type WriteGroup = (orders: ReadonlyArray<Order>) => ReadonlyArray<Answer>

interface Tail {
  position: bigint
  hash: string
}

const IDS =
  'SELECT CAST(group_concat(id, char(30)) AS BLOB) FROM (SELECT id FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?)'

const SET_LAST_REVISION = 'INSERT INTO ledger_streams VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision'

const COLUMNS = 10

// Crossing the native boundary costs as much as the insert itself.
const AT_ONCE = 20

const insertOf = (rows: number): string =>
  `INSERT INTO events VALUES ${Array(rows)
    .fill(`(${Array(COLUMNS).fill('?').join(', ')})`)
    .join(', ')}`

/** Runs work in one transaction that holds the only right to write; an error undoes all of it and flies on. */
export const inTransaction = (driver: Driver): (<A>(work: () => A) => A) => {
  const begin = driver.prepare('BEGIN IMMEDIATE')
  const commit = driver.prepare('COMMIT')
  const rollback = driver.prepare('ROLLBACK')
  return (work) => {
    begin.run()
    try {
      const answer = work()
      commit.run()
      return answer
    } catch (error) {
      // Some errors (a full disk) have already ended the transaction.
      if (driver.inTransaction()) rollback.run()
      throw error
    }
  }
}

/** The writing half of the log. */
export const makeWriteGroup = (driver: Driver, seal: string, clock: Clock): WriteGroup => {
  const transaction = inTransaction(driver)
  const tailOf = driver.prepare(TAIL)
  const lastRevision = driver.prepare('SELECT revision FROM ledger_streams WHERE stream = ?')
  const setLastRevision = driver.prepare(SET_LAST_REVISION)
  const idsOf = driver.prepare(IDS)
  const insertOne = driver.prepare(insertOf(1))
  const insertMany = driver.prepare(insertOf(AT_ONCE))

  const idsFrom = (stream: StreamName) => (from: Revision, count: number) => toRecords(idsOf.all(stream, from, BigInt(count))[0]?.[0])

  const actualOf = (stream: StreamName): Expected => {
    const cell = lastRevision.all(stream)[0]?.[0]
    return typeof cell === 'bigint' ? cell : 'no-stream'
  }

  const readTail = (): Either<StoreFault, Tail> => {
    const row = tailOf.all()[0]
    const last = lastOf(row)
    return E.isLeft(last) ? last : E.right({ position: last.right, hash: toText(row?.[2]) ?? seal })
  }

  const write = ({ stream, events }: Order, tail: Tail, from: Revision, recordedAt: string): void => {
    let revision = from
    let cells: SqlInput[] = []
    for (const { id, type, schema, data, metadata } of events) {
      const position = tail.position + 1n
      const hash = hashOf(tail.hash, { id, type, schema, data, metadata, stream, revision, position, recordedAt })
      cells.push(position, id, stream, revision, type, BigInt(schema), data, metadata, recordedAt, hash)
      if (cells.length === AT_ONCE * COLUMNS) {
        insertMany.run(...cells)
        cells = []
      }
      tail.position = position
      tail.hash = hash
      revision += 1n
    }
    for (let row = 0; row < cells.length; row += COLUMNS) insertOne.run(...cells.slice(row, row + COLUMNS))
    setLastRevision.run(stream, revision - 1n)
  }

  const answer = (order: Order, tail: Tail): Answer => {
    const verdict = judgeAppend(order.stream, order.expected, order.events, actualOf(order.stream), idsFrom(order.stream))
    if (E.isLeft(verdict)) return verdict
    if (verdict.right._tag === 'Repeat') return E.right(verdict.right.appended)
    const recordedAt = readClock(clock)
    if (recordedAt === undefined) return E.left(unavailable('the clock failed'))
    write(order, tail, verdict.right.first, recordedAt)
    return E.right({ first: verdict.right.first, last: verdict.right.last })
  }

  return (orders) =>
    transaction(() => {
      const tail = readTail()
      return E.isLeft(tail) ? orders.map(() => tail) : orders.map((order) => answer(order, tail.right))
    })
}
