import { heading, isOfFigures, type RowSet, shownCell } from './rows.js'
import { printable } from './width.js'

// What Markdown would take for its own in a cell; `<5` and `2023-06~` must come out as they are.
const SIGNS = /[\\|<*_`[\]~&]/g

const cell = (text: string): string =>
  printable(text)
    .trim()
    .replace(SIGNS, (sign) => `\\${sign}`)
    .replaceAll('\n', '<br>')

const line = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

/** A table in GitHub's Markdown, one line for each row. */
export const markdown = ({ columns, rows }: RowSet): ReadonlyArray<string> => {
  const texts = columns.map((column) => rows.map((row) => shownCell(row, column)))
  return [
    line(columns.map(([name]) => cell(heading(name)))),
    line(columns.map((column, at) => (isOfFigures(column, texts[at] ?? []) ? '---:' : '---'))),
    ...rows.map((_, row) => line(texts.map((column) => cell(column[row] ?? '')))),
  ]
}
