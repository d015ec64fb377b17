import type { Cell } from '../../../projections/engine/column.js'
import { cellsOf, cellTypes } from '../../../projections/engine/fold.js'
import type { RowSet } from './rows.js'

/*
 * CSV after RFC 4180, UTF-8, lines ending in LF. One column for each *cell* of the database (`attendance_kind`, `attendance_exact`, …), so that
 * about 350 and 350 stay apart, and an unknown figure is an empty cell beside the kind `unknown`. Nothing is an empty cell; empty text is `""`.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe in front, quotes being no protection; so does text that has apostrophes
 * before such a sign already. Whoever reads the file takes one apostrophe away from cells that match `^'+[=+\-@\t\r\n＝＋－＠]`: every value is
 * then the one that was written. Figures are written as they are.
 */

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
// Semicolons and tabs divide cells in some countries' spreadsheets: quoted, a formula cannot hide behind one.
const QUOTED = /[",;\t\r\n]|^\s|\s$|^$/

const written = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The records of a CSV file, the first with the cells' names. A record holds line breaks where a value does. */
export const csv = ({ columns, rows }: RowSet): ReadonlyArray<string> => [
  cellTypes(columns)
    .map(({ name }) => written(name))
    .join(','),
  ...rows.map((row) => cellsOf(columns, row).map(written).join(',')),
]
