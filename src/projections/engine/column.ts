import type { Either } from 'fp-ts/lib/Either.js'

/** What a database cell holds. */
export type Cell = string | number | null

/** The name and type of one cell of a column. */
export interface CellType {
  /** Added to the column's name: `_low` makes `attendance_low`; empty for the name itself. */
  readonly suffix: string
  readonly type: 'TEXT' | 'INTEGER'
}

/**
 * How one field of a row is kept, shown and read back: SQL, CSV, diff and tables all come from this one description.
 * `read(write(value))` is the value again; a law that a test holds every column to.
 */
export interface Column<A> {
  readonly cells: ReadonlyArray<CellType>
  readonly write: (value: A) => ReadonlyArray<Cell>
  /** Gives back what was written; cells that nobody here wrote are refused with what is wrong. */
  readonly read: (cells: ReadonlyArray<Cell>) => Either<string, A>
  /** For people: `≈350`, `2023-09`, `?`. */
  readonly show: (value: A) => string
}

/** A column for every field of a row, optional ones among them. */
export type Columns<Row> = { readonly [K in keyof Row]-?: Column<Row[K]> }
