import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import { type AnyRow, cellsOf, foldOf } from './fold.js'
import type { Projection } from './projection.js'
import type { Rows } from './replay.js'
import type { RowStore, RowStoreFault, Table } from './row-store.js'

/** One read model, to be asked. */
export interface ReadTable<Key extends string, Row extends object> {
  readonly row: (key: Key) => TaskEither<RowStoreFault, Row | undefined>
  /** The rows whose fields have exactly these values (none given: all rows), in order of key. */
  readonly where: (fields: Partial<Row>) => TaskEither<RowStoreFault, ReadonlyArray<Row>>
}

/** The read models as they stand at one point of the log, whether kept in a store or replayed for a question. */
export interface Tables {
  readonly of: <Ev extends Tagged, Key extends string, Row extends object>(projection: Projection<Ev, Key, Row>) => ReadTable<Key, Row>
}

/** Whether a row has these values: compared as they would be written, in every store alike. */
export const hasFields = ({ columns }: Table, fields: AnyRow): ((row: AnyRow) => boolean) => {
  const asked = columns.filter(([name]) => Object.hasOwn(fields, name))
  const wanted = JSON.stringify(cellsOf(asked, fields))
  return (row) => JSON.stringify(cellsOf(asked, row)) === wanted
}

/** Tables kept in a store. */
export const storedTables = (store: RowStore): Tables => ({
  of: (projection) => {
    const table = foldOf(projection)
    return typed({
      row: (key) => async () => {
        const rows = await store.load(table, [key])()
        return E.isLeft(rows) ? rows : E.right(rows.right.get(key))
      },
      where: (fields) => store.where(table, fields),
    })
  },
})

/** Tables replayed into memory for one question. */
export const replayedTables = (rows: Rows): Tables => ({
  of: (projection) => {
    const table = foldOf(projection)
    const held = rows.get(table.name) ?? new Map<string, AnyRow>()
    return typed({
      row: (key) => async () => E.right(held.get(key)),
      where: (fields) => async () => E.right(selected(table, held, fields)),
    })
  },
})

/** Rows with these fields, in order of key. */
export const selected = (table: Table, rows: ReadonlyMap<string, AnyRow>, fields: AnyRow): ReadonlyArray<AnyRow> => {
  const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  return inOrder.filter(hasFields(table, fields))
}

interface LooseTable {
  readonly row: (key: string) => TaskEither<RowStoreFault, AnyRow | undefined>
  readonly where: (fields: AnyRow) => TaskEither<RowStoreFault, ReadonlyArray<AnyRow>>
}

// Rows under a projection's name were made by its own folds (or read back by its own columns), so they have its row's type.
const typed = <Key extends string, Row extends object>(loose: LooseTable): ReadTable<Key, Row> => loose as unknown as ReadTable<Key, Row>
