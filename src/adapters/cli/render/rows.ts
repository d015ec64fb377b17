import type { Columns } from '../../../projections/engine/column.js'
import type { AnyRow, Fold } from '../../../projections/engine/fold.js'

/** Columns in order, each with the name of its field. */
export type NamedColumns = Fold<never>['columns']

/** Rows and how their fields are shown: all that a format knows of what it prints. */
export interface RowSet {
  readonly columns: NamedColumns
  readonly rows: ReadonlyArray<AnyRow>
}

/** Rows with the columns of their type. */
export const rowSet = <Row extends object>(columns: Columns<Row>, rows: ReadonlyArray<Row>): RowSet => ({
  columns: Object.entries(columns),
  rows,
})

/** A field's name as people read it: `inForceFrom` becomes `in force from`. */
export const heading = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** Whether a column holds figures, by what is shown of it: they stand on the right. */
export const isOfFigures = ([, { cells }]: NamedColumns[number], texts: ReadonlyArray<string>): boolean =>
  cells.some(({ type }) => type === 'INTEGER') && texts.every((text) => !/\p{L}/u.test(text))

/** The text of one field of a row, for people. */
export const shownCell = (row: AnyRow, [name, column]: NamedColumns[number]): string => column.show(Reflect.get(row, name))
