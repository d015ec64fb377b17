import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import type { Recorded } from '../../domain/kernel/recorded.js'
import type { Cell, Column } from './column.js'
import type { Projection } from './projection.js'

/** A row whose type only its projection knows. */
export type AnyRow = object

/** A projection as the engine runs it: the types of keys and rows are given up here, in one place, and taken up again by `tableOf`. */
export interface Fold<Ev extends Tagged> {
  readonly name: string
  /** The projection's version and the cells of its columns: a stored table of another shape is built anew. */
  readonly shape: string
  readonly reads: 'standing' | 'recorded'
  readonly types: ReadonlySet<string>
  readonly columns: ReadonlyArray<readonly [name: string, column: Column<unknown>]>
  readonly keysOf: (recorded: Recorded<Ev>) => ReadonlyArray<string>
  /** How events of a type are read. */
  readonly reading: (type: string) => LooseReading<Ev> | undefined
}

/** A reading whose types of key and row only its projection knows. */
export interface LooseReading<Ev> {
  readonly keys: (event: Ev, recorded: Recorded<Ev>) => ReadonlyArray<string>
  readonly evolve: (row: AnyRow | undefined, event: Ev, key: string, recorded: Recorded<Ev>) => AnyRow | undefined
}

const NO_KEYS: ReadonlyArray<string> = []

/** A projection of any kind, as the engine runs it. */
export const foldOf = <Ev extends Tagged, Key extends string, Row extends object>(projection: Projection<Ev, Key, Row>): Fold<Ev> => {
  // The correlated union: the reading under an event's type takes events of that type, which holds by the shape of `on` and cannot be written.
  const readings = new Map<string, LooseReading<Ev>>(Object.entries(projection.on) as never)
  const columns: Fold<Ev>['columns'] = Object.entries(projection.columns)
  return {
    name: projection.name,
    shape: `${projection.version}: ${cellTypes(columns)
      .map(({ name, type }) => `${name} ${type}`)
      .join(', ')}`,
    reads: projection.reads ?? 'standing',
    types: new Set(readings.keys()),
    columns,
    keysOf: (recorded) => readings.get(recorded.event.type)?.keys(recorded.event, recorded) ?? NO_KEYS,
    reading: (type) => readings.get(type),
  }
}

/** The cells of a table: their names as SQL and CSV have them (`signedOn` becomes `signed_on_earliest`), and their types. */
export const cellTypes = (columns: Fold<never>['columns']): ReadonlyArray<{ readonly name: string; readonly type: 'TEXT' | 'INTEGER' }> =>
  columns.flatMap(([name, { cells }]) => {
    const stem = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return cells.map(({ suffix, type }) => ({ name: stem + suffix, type }))
  })

/** The cells of a row, in the order of its columns. */
export const cellsOf = (columns: Fold<never>['columns'], row: AnyRow): ReadonlyArray<Cell> =>
  columns.flatMap(([name, column]) => column.write(Reflect.get(row, name)))

/** A row read back from its cells, or the column that could not be read and why. */
export const rowOf = (columns: Fold<never>['columns'], cells: ReadonlyArray<Cell>): E.Either<string, AnyRow> => {
  const row: Record<string, unknown> = {}
  let at = 0
  for (const [name, column] of columns) {
    const value = column.read(cells.slice(at, at + column.cells.length))
    if (E.isLeft(value)) return E.left(`${name}: ${value.left}`)
    if (value.right !== undefined) row[name] = value.right
    at += column.cells.length
  }
  return E.right(row)
}
