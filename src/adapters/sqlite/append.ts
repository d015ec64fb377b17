import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { judgeAppend } from '../../domain/kernel/append-check.js'
import { type Clock, readClock } from '../../domain/kernel/clock.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Appended, EventLogFault } from '../../domain/kernel/event-log.js'
import type { Expected, NewEvent, Revision } from '../../domain/kernel/recorded.js'
import type { Driver, SqlInput } from './driver.js'
import { type StoreFault, unavailable } from './fault.js'
import type { KnownEnds, Start } from './known-ends.js'
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

const IDS =
  'SELECT CAST(group_concat(id, char(30)) AS BLOB) FROM (SELECT id FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?)'

// One statement for many streams, since crossing the native boundary costs more than a lookup; for one alone, JSON costs more than that.

const endsBeside = (ends: string): string => `SELECT *, (SELECT ${ends}) FROM (${TAIL})`
const END = endsBeside('revision FROM ledger_streams WHERE stream = ?')
const ENDS = endsBeside(`group_concat(coalesce(s.revision, ''), ' ' ORDER BY asked.key)
  FROM json_each(?) asked LEFT JOIN ledger_streams s ON s.stream = asked.value`)

const setEndsFrom = (source: string): string =>
  `INSERT INTO ledger_streams ${source} ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision`
const SET_END = setEndsFrom('VALUES (?, ?)')
const SET_ENDS = setEndsFrom('SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true')

const COLUMNS = 10

// Rows that go in with one statement, largest first: crossing the native boundary costs as much as the insert itself.
const AT_ONCE = [20, 5, 1]

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

/** What a group is about to write, and the ends of the log and of its streams with that. */
interface Draft {
  position: bigint
  hash: string
  readonly start: Start
  readonly changed: Map<StreamName, Revision>
  cells: SqlInput[]
}

const draftFrom = (start: Start): Draft => ({ position: start.position, hash: start.hash, start, changed: new Map(), cells: [] })

/** The writing half of the log. */
export const makeWriteGroup = (driver: Driver, seal: string, clock: Clock, known: KnownEnds): WriteGroup => {
  const transaction = inTransaction(driver)
  const [endOf, endsOf] = [driver.prepare(END), driver.prepare(ENDS)]
  const [setEnd, setEnds] = [driver.prepare(SET_END), driver.prepare(SET_ENDS)]
  const idsOf = driver.prepare(IDS)
  const inserts = AT_ONCE.map((rows) => ({ cells: rows * COLUMNS, insert: driver.prepare(insertOf(rows)) }))

  const lookUp = (orders: ReadonlyArray<Order>): Either<StoreFault, Start> => {
    const streams = [...new Set(orders.map(({ stream }) => stream))]
    const [only = ''] = streams
    const row = streams.length === 1 ? endOf.first(only) : endsOf.first(JSON.stringify(streams))
    const last = lastOf(row)
    if (E.isLeft(last)) return last
    const ends = new Map<StreamName, Revision>()
    for (const [i, end] of (toText(row?.[3]) ?? '').split(' ').entries()) {
      const stream = streams[i]
      if (stream !== undefined && end !== '') ends.set(stream, BigInt(end))
    }
    return E.right({ position: last.right, hash: toText(row?.[2]) ?? seal, ends })
  }

  /** Writes what is drafted; of an append of many events as soon as there is enough of it, so that memory stays small. */
  const flush = (draft: Draft, all: boolean): void => {
    let from = 0
    for (const { cells, insert } of all ? inserts : inserts.slice(0, 1))
      for (; draft.cells.length - from >= cells; from += cells) insert.run(...draft.cells.slice(from, from + cells))
    draft.cells = draft.cells.slice(from)
  }

  const idsFrom = (draft: Draft, stream: StreamName) => (from: Revision, count: number) => {
    flush(draft, true)
    return toRecords(idsOf.first(stream, from, BigInt(count))?.[0])
  }

  const write = ({ stream, events }: Order, draft: Draft, from: Revision, now: string): void => {
    let revision = from
    for (const { id, type, schema, data, metadata, recordedAt = now } of events) {
      draft.position += 1n
      const { position } = draft
      draft.hash = hashOf(draft.hash, { id, type, schema, data, metadata, stream, revision, position, recordedAt })
      draft.cells.push(position, id, stream, revision, type, BigInt(schema), data, metadata, recordedAt, draft.hash)
      if (draft.cells.length === inserts[0]?.cells) flush(draft, false)
      revision += 1n
    }
    draft.changed.set(stream, revision - 1n)
  }

  const answer = (order: Order, draft: Draft): Answer => {
    const { stream, expected, events } = order
    const end = draft.changed.get(stream) ?? draft.start.ends.get(stream) ?? 'no-stream'
    const verdict = judgeAppend(stream, expected, events, end, idsFrom(draft, stream))
    if (E.isLeft(verdict)) return verdict
    if (verdict.right._tag === 'Repeat') return E.right(verdict.right.appended)
    const now = readClock(clock)
    if (now === undefined) return E.left(unavailable('the clock failed'))
    write(order, draft, verdict.right.first, now)
    return E.right({ first: verdict.right.first, last: verdict.right.last })
  }

  const finish = (draft: Draft): void => {
    flush(draft, true)
    const [first, ...more] = draft.changed
    if (first !== undefined && more.length === 0) setEnd.run(...first)
    if (more.length > 0) setEnds.run(`[${[...draft.changed].map(([stream, end]) => `[${JSON.stringify(stream)},${end}]`).join()}]`)
  }

  const writeFrom = (orders: ReadonlyArray<Order>, from: () => Either<StoreFault, Start>): ReadonlyArray<Answer> => {
    const { answers, draft } = transaction(() => {
      const start = from()
      if (E.isLeft(start)) return { answers: orders.map(() => start), draft: undefined }
      const draft = draftFrom(start.right)
      const answers = orders.map((order) => answer(order, draft))
      finish(draft)
      return { answers, draft }
    })
    if (draft !== undefined) known.tellTail({ position: draft.position, hash: draft.hash })
    for (const [stream, end] of draft?.changed ?? []) known.tellStream(stream, end)
    return answers
  }

  return (orders) => {
    const start = known.takeStart(orders)
    return writeFrom(orders, () => (start === undefined ? lookUp(orders) : E.right(start)))
  }
}
