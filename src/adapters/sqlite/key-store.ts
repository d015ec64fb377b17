import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { LogUnavailable } from '../../domain/kernel/event-log.js'
import type { KeyFault, KeyStore } from '../../domain/kernel/key-store.js'
import { inTransaction } from './append.js'
import type { Driver, SqlCell } from './driver.js'
import { faultOf, type Thrown, whileBusy } from './fault.js'
import { toText } from './row.js'
import { scrub } from './scrub.js'

// A person whose key is destroyed stays in the table without one, so that nobody gives him another: with an empty key as long as the file may
// still hold traces of it, with none afterwards.
const TABLE = 'CREATE TABLE IF NOT EXISTS ledger_keys (person TEXT PRIMARY KEY, key BLOB) STRICT, WITHOUT ROWID'

const BUSY_MS = 5_000
const KEY_BYTES = 32

const keyIn = (cell: SqlCell | undefined): Uint8Array | 'destroyed' =>
  cell instanceof Uint8Array && cell.length === KEY_BYTES ? new Uint8Array(cell) : 'destroyed'

const asFault = (left: Thrown | LogUnavailable): KeyFault => (left._tag === 'Thrown' ? faultOf(left.error, 'the keys of people') : left)

/** Keys of people in a table of a SQLite file, beside the events or in a file of their own. */
export const sqliteKeys = (driver: Driver, busyMs = BUSY_MS): KeyStore => {
  const transaction = inTransaction(driver)
  let isMade = false

  const using =
    <A>(work: () => A) =>
    async (): Promise<Either<KeyFault, A>> => {
      const done = await whileBusy(busyMs, () => {
        if (!isMade) driver.exec(TABLE)
        isMade = true
        return work()
      })
      return E.mapLeft(asFault)(done)
    }

  const keyOf = (person: string): Uint8Array | 'destroyed' | undefined => {
    const [row] = driver.prepare('SELECT key FROM ledger_keys WHERE person = ?').all(person)
    return row === undefined ? undefined : keyIn(row[0])
  }

  return {
    held: (people) =>
      using(() => {
        const one = driver.prepare('SELECT key FROM ledger_keys WHERE person = ?')
        const found = new Map<string, Uint8Array | 'destroyed'>()
        for (const person of people) for (const [key] of one.all(person)) found.set(person, keyIn(key))
        return found
      }),
    keep: (person, key) =>
      using(() =>
        transaction(() => {
          driver.prepare('INSERT INTO ledger_keys VALUES (?, ?) ON CONFLICT (person) DO NOTHING').run(person, key)
          return keyOf(person) ?? 'destroyed'
        }),
      ),
    destroy: (person) => async () => {
      const traces = await using(() => {
        const [row] = driver.prepare('SELECT key FROM ledger_keys WHERE person = ?').all(person)
        if (row === undefined) driver.prepare('INSERT INTO ledger_keys VALUES (?, NULL)').run(person)
        if (row?.[0] == null) return false
        transaction(() => driver.prepare("UPDATE ledger_keys SET key = x'' WHERE person = ?").run(person))
        return true
      })()
      if (E.isLeft(traces) || !traces.right) return E.map(() => undefined)(traces)
      const scrubbed = await scrub(driver, busyMs)
      if (E.isLeft(scrubbed)) return E.mapLeft(asFault)(scrubbed)
      return using(() => void driver.prepare('UPDATE ledger_keys SET key = NULL WHERE person = ?').run(person))()
    },
    people: using(() =>
      driver
        .prepare('SELECT CAST(person AS BLOB) FROM ledger_keys ORDER BY person')
        .all()
        .map(([person]) => toText(person) ?? ''),
    ),
  }
}
