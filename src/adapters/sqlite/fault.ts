import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { LogDamaged, LogUnavailable } from '../../domain/kernel/event-log.js'
import { sqliteCode } from './driver.js'

/** What can go wrong with the file itself, whatever was asked of it. */
export type StoreFault = LogUnavailable | LogDamaged

/** After `close`, every call. */
export const CLOSED: LogUnavailable = { _tag: 'LogUnavailable', cause: 'the store is closed' }

export const unavailable = (cause: string): LogUnavailable => ({ _tag: 'LogUnavailable', cause })

export const damaged = (at: string, cause: string): LogDamaged => ({ _tag: 'LogDamaged', at, cause })

const sentence = (error: unknown): string => (error instanceof Error ? error.message : 'the driver failed')

/** Whether another connection holds the file: worth trying again. */
export const isBusy = (error: unknown): boolean => {
  const code = sqliteCode(error) ?? ''
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')
}

/** Whether a place is taken that was thought to be free: a position, a revision, an event's id. */
export const isTaken = (error: unknown): boolean => (sqliteCode(error) ?? '').startsWith('SQLITE_CONSTRAINT')

/** Whether an event's id is in the log already. */
export const isIdTaken = (error: unknown): boolean =>
  sqliteCode(error) === 'SQLITE_CONSTRAINT_UNIQUE' && sentence(error).includes('events.id')

// A page that cannot be read in full lies beyond the end of a file that was cut off; a constraint breaks only where an index contradicts its table.
const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_FORMAT', 'SQLITE_CONSTRAINT']

/** Turns what a driver threw into a fault; `at` names the place that was being read. */
export const faultOf = (error: unknown, at: string): StoreFault => {
  const code = sqliteCode(error)
  if (code === undefined) return unavailable(sentence(error))
  return DAMAGE.some((damage) => code.startsWith(damage))
    ? damaged(at, `${sentence(error)} (${code})`)
    : unavailable(`${sentence(error)} (${code})`)
}

/** Waits. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const LONGEST_PAUSE_MS = 25

/** What the driver threw, still to be named. */
export interface Thrown {
  readonly _tag: 'Thrown'
  readonly error: unknown
}

/**
 * Tries until the file is free or the budget is spent. SQLite waits only a moment by itself, since its waiting stops the whole process;
 * the pauses differ by chance, so that two processes do not keep meeting.
 */
export const whileBusy = async <A>(budgetMs: number, attempt: () => A): Promise<Either<Thrown | LogUnavailable, A>> => {
  let since: number | undefined
  for (;;) {
    try {
      return E.right(attempt())
    } catch (error) {
      if (!isBusy(error)) return E.left({ _tag: 'Thrown', error })
      since ??= performance.now()
      if (performance.now() - since >= budgetMs) return E.left(unavailable(`another process kept the file locked for ${budgetMs} ms`))
    }
    await pause(1 + Math.random() * LONGEST_PAUSE_MS)
  }
}
