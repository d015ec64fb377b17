import * as E from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { EventLog } from '../../domain/kernel/event-log.js'
import type { Position } from '../../domain/kernel/recorded.js'
import type { Finding } from '../../projections/engine/store.js'
import { inTransaction } from './append.js'
import type { Driver } from './driver.js'
import { faultOf } from './fault.js'
import { toText } from './row.js'
import { FORMAT } from './schema.js'

const PAGE = 1_000

const wordOf = (driver: Driver, sql: string): string => toText(driver.prepare(sql).first()?.[0]) ?? ''

/** What an error of the driver says, as a finding. */
const tried = (about: string, look: () => Finding): Finding => {
  try {
    return look()
  } catch (error) {
    return { about, outcome: 'wrong', says: faultOf(error, about).cause }
  }
}

const format = (driver: Driver): Finding =>
  tried('format', () => ({
    about: 'format',
    outcome: 'fine',
    says: `format ${FORMAT} of a ledger's file, journal mode ${wordOf(driver, 'PRAGMA journal_mode')}, SQLite ${wordOf(driver, 'SELECT sqlite_version()')}`,
  }))

const pages = (driver: Driver): Finding =>
  tried('pages', () => {
    const found = wordOf(driver, 'SELECT CAST(integrity_check AS BLOB) FROM pragma_integrity_check(1)')
    return found === 'ok'
      ? { about: 'pages', outcome: 'fine', says: 'SQLite finds every page and index whole' }
      : { about: 'pages', outcome: 'wrong', says: found }
  })

const mayAppend = (driver: Driver): Finding =>
  tried('right to append', () => {
    inTransaction(driver)(() => undefined)
    return {
      about: 'right to append',
      outcome: 'fine',
      says: 'a transaction that may write was begun and ended; nothing was written in it',
    }
  })

/** Reading verifies: each event against its own hash, and that against the one before. */
const chain = async (log: EventLog): Promise<Finding> => {
  const about = 'chain of hashes'
  let after: Position | 'start' = 'start'
  let events = 0
  for (;;) {
    const page = await log.readAll({ after, limit: PAGE })()
    if (E.isLeft(page))
      return { about, outcome: 'wrong', says: page.left._tag === 'LogDamaged' ? `${page.left.at}: ${page.left.cause}` : page.left._tag }
    events += page.right.events.length
    if (page.right.end)
      return { about, outcome: 'fine', says: `${events} events, each what was written and each after the one that was before it` }
    after = page.right.next
  }
}

/** What a ledger's file can tell of itself: its format, its pages, whether it may be written to, and its chain of hashes from end to end. */
export const examineFile =
  (log: EventLog, driver: Driver): Task<ReadonlyArray<Finding>> =>
  async () => [format(driver), pages(driver), mayAppend(driver), await chain(log)]
