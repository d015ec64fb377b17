import { csv } from './csv.js'
import { json } from './json.js'
import { markdown } from './markdown.js'
import type { RowSet } from './rows.js'
import { table } from './table.js'

/** The forms in which rows are printed. */
export const formats = ['table', 'json', 'csv', 'markdown'] as const

export type Format = (typeof formats)[number]

/** The lines of rows in a format; `width` is the terminal's, and only tables ask for it. */
export const render = (format: Format, set: RowSet, width: number): ReadonlyArray<string> => {
  switch (format) {
    case 'table':
      return table(set, width)
    case 'json':
      return json(set)
    case 'csv':
      return csv(set)
    case 'markdown':
      return markdown(set)
  }
}
