import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { LogUnavailable } from '../../domain/kernel/event-log.js'
import type { Revision } from '../../domain/kernel/recorded.js'
import type { Cell } from '../../projections/engine/column.js'
import { type AnyRow, cellsOf, cellTypes, rowOf } from '../../projections/engine/fold.js'
import type { Checkpoint } from '../../projections/engine/projection.js'
import type { RowStore, RowStoreFault, Standing, Table, TableChange } from '../../projections/engine/row-store.js'
import { inTransaction } from './append.js'
import type { Driver, SqlCell, SqlInput, SqlRow } from './driver.js'
import { type Thrown, whileBusy } from './fault.js'
import { toText } from './row.js'
import { scrub } from './scrub.js'

/** Tables that SQL readers find beside the read models: where each of those stands, and how far each stream has been followed. */
const BOOKS = `
CREATE TABLE IF NOT EXISTS ledger_read_models (name TEXT PRIMARY KEY, shape TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS ledger_heads (stream TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS ledger_heads_at (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL) STRICT`

const SET_HEAD = 'INSERT INTO ledger_heads VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision'
const SET_HEADS_AT = 'INSERT INTO ledger_heads_at VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET position = excluded.position'
const SET_STANDING = `INSERT INTO ledger_read_models VALUES (?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET shape = excluded.shape, position = excluded.position, id = excluded.id`

const BUSY_MS = 5_000

const quoted = (name: string): string => `"${name}"`

// Text comes back as bytes and is decoded here: libsql ends the process on a TEXT cell that is not UTF-8, as a damaged file may hold.
const selection = (table: Table): string =>
  [
    `CAST(row_key AS BLOB)`,
    ...cellTypes(table.columns).map(({ name, type }) => (type === 'TEXT' ? `CAST(${quoted(name)} AS BLOB)` : quoted(name))),
  ].join(', ')

const toInput = (cell: Cell): SqlInput => (typeof cell === 'number' ? BigInt(cell) : cell)

const toCell = (cell: SqlCell): Cell =>
  typeof cell === 'bigint' ? Number(cell) : cell instanceof Uint8Array ? (toText(cell) ?? null) : cell

const asFault = (left: Thrown | LogUnavailable): RowStoreFault => ({
  _tag: 'RowsUnavailable',
  cause: left._tag === 'Thrown' ? String(left.error) : left.cause,
})

/** Read models as tables of the ledger's own file, open to any SQL reader. */
export const sqliteRows = (driver: Driver): RowStore => {
  let booksMade = false
  const books = (): void => {
    if (booksMade) return
    driver.exec(BOOKS)
    booksMade = true
  }

  /** Runs on the connection when it is free, and gives back as a fault whatever the driver throws. */
  const using =
    <A>(work: () => Either<RowStoreFault, A>) =>
    async (): Promise<Either<RowStoreFault, A>> => {
      const done = await whileBusy(BUSY_MS, () => {
        books()
        return work()
      })
      if (E.isRight(done)) return done.right
      return E.left(asFault(done.left))
    }

  // What comes back as a fault comes before anything is written, so that committing it changes nothing.
  const transaction = inTransaction(driver)

  const standings = (): ReadonlyMap<string, Standing> => {
    const rows = driver.prepare('SELECT CAST(name AS BLOB), CAST(shape AS BLOB), position, CAST(id AS BLOB) FROM ledger_read_models').all()
    return new Map(
      rows.map(([name = null, shape = null, position, id = null]) => [
        toText(name) ?? '',
        { shape: toText(shape) ?? '', checkpoint: { position: typeof position === 'bigint' ? position : 0n, id: toText(id) ?? '' } },
      ]),
    )
  }

  const headsAt = (): bigint | undefined => {
    const at = driver.prepare('SELECT position FROM ledger_heads_at').all()[0]?.[0]
    return typeof at === 'bigint' ? at : undefined
  }

  const read = (table: Table, rows: ReadonlyArray<SqlRow>): Either<RowStoreFault, ReadonlyMap<string, AnyRow>> => {
    const found = new Map<string, AnyRow>()
    for (const [first = null, ...cells] of rows) {
      const key = toText(first) ?? ''
      const row = rowOf(table.columns, cells.map(toCell))
      if (E.isLeft(row)) return E.left({ _tag: 'RowsDamaged', table: table.name, key, cause: row.left })
      found.set(key, row.right)
    }
    return E.right(found)
  }

  const write = ({ table, from, rows }: TableChange, checkpoint: Checkpoint): void => {
    const cells = cellTypes(table.columns)
    if (from === 'anew') {
      const columns = ['row_key TEXT PRIMARY KEY', ...cells.map(({ name, type }) => `${quoted(name)} ${type}`)].join(', ')
      driver.exec(`DROP TABLE IF EXISTS ${quoted(table.name)}; CREATE TABLE ${quoted(table.name)} (${columns}) STRICT`)
    }
    const put = driver.prepare(`INSERT OR REPLACE INTO ${quoted(table.name)} VALUES (${['?', ...cells.map(() => '?')].join(', ')})`)
    const remove = driver.prepare(`DELETE FROM ${quoted(table.name)} WHERE row_key = ?`)
    for (const [key, row] of rows) {
      if (row === undefined) remove.run(key)
      else put.run(key, ...cellsOf(table.columns, row).map(toInput))
    }
    driver.prepare(SET_STANDING).run(table.name, table.shape, checkpoint.position, checkpoint.id)
  }

  return {
    standings: using(() => E.right(standings())),
    heads: (streams) =>
      using(() => {
        const position = headsAt()
        if (position === undefined) return E.right(undefined)
        const head = driver.prepare('SELECT revision FROM ledger_heads WHERE stream = ?')
        const revisions = new Map<StreamName, Revision>()
        for (const stream of streams) {
          const revision = head.all(stream)[0]?.[0]
          if (typeof revision === 'bigint') revisions.set(stream, revision)
        }
        return E.right({ position, revisions })
      }),
    load: (table, keys) =>
      using<ReadonlyMap<string, AnyRow>>(() => {
        if (!standings().has(table.name)) return E.right(new Map<string, AnyRow>())
        const one = driver.prepare(`SELECT ${selection(table)} FROM ${quoted(table.name)} WHERE row_key = ?`)
        return read(
          table,
          keys.flatMap((key) => one.all(key)),
        )
      }),
    where: (table, fields) =>
      using(() => {
        if (!standings().has(table.name)) return E.right([])
        const asked = table.columns.filter(([name]) => Object.hasOwn(fields, name))
        const conditions = cellTypes(asked).map(({ name }) => `${quoted(name)} IS ?`)
        const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
        const sql = `SELECT ${selection(table)} FROM ${quoted(table.name)} ${where} ORDER BY row_key`
        const rows = read(table, driver.prepare(sql).all(...cellsOf(asked, fields).map(toInput)))
        return E.isLeft(rows) ? rows : E.right([...rows.right.values()])
      }),
    save: (changes, heads, checkpoint) =>
      using(() =>
        transaction((): Either<RowStoreFault, void> => {
          const held = standings()
          for (const { table, from } of changes) {
            const at = held.get(table.name)?.checkpoint
            if (from !== 'anew' && (at?.position !== from.position || at.id !== from.id))
              return E.left({ _tag: 'CheckpointMoved', table: table.name })
          }
          for (const change of changes) write(change, checkpoint)
          const at = headsAt()
          if (at === undefined || checkpoint.position > at) {
            const head = driver.prepare(SET_HEAD)
            for (const [stream, revision] of heads) head.run(stream, revision)
            driver.prepare(SET_HEADS_AT).run(checkpoint.position)
          }
          return E.right(undefined)
        }),
      ),
    forget: async () => {
      const dropped = await using<void>(() =>
        transaction((): Either<RowStoreFault, void> => {
          for (const name of standings().keys()) driver.exec(`DROP TABLE IF EXISTS ${quoted(name)}`)
          driver.exec('DELETE FROM ledger_read_models; DELETE FROM ledger_heads; DELETE FROM ledger_heads_at')
          return E.right(undefined)
        }),
      )()
      return E.isLeft(dropped) ? dropped : E.mapLeft(asFault)(await scrub(driver, BUSY_MS))
    },
  }
}
