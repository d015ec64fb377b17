import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { openSqliteLog, type SqliteLog, type SqliteLogOptions } from '../../../src/adapters/sqlite/event-log.js'

/** A folder of its own for one test, and its removal. */
export interface Place {
  readonly file: string
  readonly remove: () => void
}

export const aPlace = (): Place => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  return { file: join(folder, 'office.ledger'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Opens a file that must open. */
export const opened = (file: string, options?: SqliteLogOptions): SqliteLog => {
  const answer = openSqliteLog(file, options)
  if (E.isLeft(answer)) throw new Error(`the ledger did not open: ${JSON.stringify(answer.left)}`)
  return answer.right
}
