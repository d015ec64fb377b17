import { resolve } from 'node:path'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { checkAppend } from '../../domain/kernel/append-check.js'
import type { Clock } from '../../domain/kernel/clock.js'
import type { EventLog, EventLogFault } from '../../domain/kernel/event-log.js'
import { makeWriteGroup } from './append.js'
import { type Connect, connectLibsql, type Driver } from './driver.js'
import { CLOSED, isBusy, unavailable, whileBusy } from './fault.js'
import { type LedgerFile, locate, openFile } from './file.js'
import { makeGroupCommit } from './group-commit.js'
import { knownEnds } from './known-ends.js'
import { makeReader } from './read.js'
import { makeWatch } from './watch.js'

/** How a ledger's file is opened. */
export interface SqliteLogOptions {
  /** Where instants of recording come from; the machine's clock where absent. */
  readonly clock?: Clock
  /** `FULL` (the default): what was acknowledged outlasts a power cut. `NORMAL`: it outlasts the process, and is about 4 times faster one by one. */
  readonly synchronous?: 'FULL' | 'NORMAL'
  /** How long to wait for other processes before `LogUnavailable`; 5,000 where absent. */
  readonly busyTimeoutMs?: number
  /** Which driver opens the file; libsql where absent. */
  readonly connect?: Connect
  /**
   * The ledger's key for digests (32 bytes): a new file is made with it, as the copy of a ledger needs; a file that has another one is not
   * opened. Random where absent.
   */
  readonly key?: Uint8Array
}

/** A ledger in a file: its log, and what a row store in the same file needs. */
export interface SqliteLog {
  readonly log: EventLog
  /** The log's own connection. Closed with the log; its transactions must begin and end in one turn of the event loop. */
  readonly driver: Driver
  /** 32 random bytes, made once with the file: the key for digests. */
  readonly key: Uint8Array
}

const BUSY_MS = 5_000

// SQLite's own waiting stops the process, so that it may only bridge another process's commit; longer waits are pauses between attempts.
const BLOCKING_MS = 20

const makeLog = (file: string, opened: LedgerFile, clock: Clock, busyMs: number): EventLog => {
  const { driver, seal } = opened
  const known = knownEnds()
  const reader = makeReader(driver, seal, known)
  const at = (place?: string) => (error: unknown) => locate(error, file, driver, place)
  let closed = false

  const headNow = (): Either<EventLogFault, bigint | 'start'> => {
    try {
      return reader.head()
    } catch (error) {
      return isBusy(error) ? E.right('start') : E.left(at()(error))
    }
  }
  const watch = makeWatch(headNow)
  const commits = makeGroupCommit({ writeGroup: makeWriteGroup(driver, seal, clock, known), busyMs, locate: at(), committed: watch.wake })

  const reading =
    <A>(place: string, read: () => Either<EventLogFault, A>): TaskEither<EventLogFault, A> =>
    async () => {
      if (closed) return E.left(CLOSED)
      const done = await whileBusy(busyMs, read)
      if (E.isRight(done)) return done.right
      return E.left(done.left._tag === 'Thrown' ? at(place)(done.left.error) : done.left)
    }

  const close = async (): Promise<Either<EventLogFault, void>> => {
    if (closed) return E.left(CLOSED)
    closed = true
    await commits.drained()
    watch.dismiss()
    try {
      // Another process may still read: then its close empties the WAL.
      driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (!isBusy(error)) return E.left(at()(error))
    } finally {
      driver.close()
    }
    return E.right(undefined)
  }

  return {
    append: (stream, expected, events) => async () => {
      if (closed) return E.left(CLOSED)
      const checked = checkAppend(stream, events)
      return E.isLeft(checked) ? checked : commits.append({ stream, expected, events: checked.right })
    },
    readStream: (stream, from) => reading(`stream ${stream} from revision ${from}`, () => reader.readStream(stream, from)),
    readAll: (request) => reading(`after position ${request.after}`, () => reader.readAll(request)),
    readAt: (position) => reading(`position ${position}`, () => reader.readAt(position)),
    head: reading('the end of the log', reader.head),
    changed: (after, signal) => async () => (closed ? E.left(CLOSED) : watch.changed(after, signal)),
    close,
  }
}

/**
 * Opens a ledger in a SQLite file (WAL), making it where there is none. Several processes may have one file open. A file that is not a
 * ledger, is of a newer format, is damaged or lacks events gives a fault that names the file and the place.
 */
export const openSqliteLog = (file: string, options: SqliteLogOptions = {}): Either<EventLogFault, SqliteLog> => {
  if (file === '' || file === ':memory:') return E.left(unavailable('a ledger needs a file: for one in memory use the memory log'))
  const busyMs = options.busyTimeoutMs ?? BUSY_MS
  const path = resolve(file)
  const opened = openFile(options.connect ?? connectLibsql, path, {
    synchronous: options.synchronous ?? 'FULL',
    busyMs,
    key: options.key,
  })
  if (E.isLeft(opened)) return opened
  const { driver, key } = opened.right
  try {
    driver.exec(`PRAGMA busy_timeout = ${Math.min(BLOCKING_MS, Math.max(0, Math.trunc(busyMs)))}`)
    return E.right({ log: makeLog(path, opened.right, options.clock ?? (() => new Date().toISOString()), busyMs), driver, key })
  } catch (error) {
    driver.close()
    return E.left(locate(error, path, undefined))
  }
}
