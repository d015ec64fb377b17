import { UNKNOWN } from '../../../projections/engine/columns.js'
import { counted } from './figures.js'
import { heading, isOfFigures, type NamedColumns, type RowSet, shownCell } from './rows.js'
import { padded, printable, shortened, widestPiece, widthOf, wrapped } from './width.js'

// A table for people. Columns keep their natural width while the terminal has room, then wrap between words; where even that would break words
// or make a tall heap of short lines, each row is written as a block of its own. A column in which nothing is known of any row is named below
// instead of shown. Only a value that fills more than a screen is shortened; it then ends in "…", and a note says where all of it is.

const GAP = '  '
const MOST_LINES_IN_TABLE = 6
const MOST_LINES_IN_BLOCK = 60
const NARROWEST = 16

interface Shown {
  readonly name: string
  readonly side: 'left' | 'right'
  /** One text for each row. */
  readonly texts: ReadonlyArray<string>
}

/** The lines of a table, or of a block for each row, no wider than the terminal. */
export const table = (set: RowSet, width: number): ReadonlyArray<string> => {
  if (set.rows.length === 0) return ['Nothing on record.']
  const [known, unknown] = sortedOut(set)
  const shown = known.map((column) => shownColumn(set, column))
  const { lines, cut } = inColumns(shown, set.rows.length, width) ?? inBlocks(shown, set.rows.length, width)
  return [
    ...lines,
    '',
    counted(set.rows.length, 'row'),
    ...note('Not known of any row: ', unknown.map(([name]) => heading(name)).join(', '), width),
    ...(cut ? ['A value that ends in … is longer than shown: --format json has all of it.'] : []),
  ]
}

const note = (label: string, text: string, width: number): ReadonlyArray<string> => (text === '' ? [] : wrapped(`${label}${text}`, width))

/** Columns of which something is known, and those of which nothing is. */
const sortedOut = ({ columns, rows }: RowSet): readonly [known: NamedColumns, unknown: NamedColumns] => {
  const isUnknown = (column: NamedColumns[number]): boolean => {
    const isAbsent = (row: object): boolean => column[1].write(Reflect.get(row, column[0])).every((cell) => cell === null)
    return rows.every((row) => shownCell(row, column) === UNKNOWN && isAbsent(row))
  }
  return [columns.filter((column) => !isUnknown(column)), columns.filter(isUnknown)]
}

const shownColumn = ({ rows }: RowSet, column: NamedColumns[number]): Shown => {
  const texts = rows.map((row) => printable(shownCell(row, column)))
  return { name: heading(column[0]), side: isOfFigures(column, texts) ? 'right' : 'left', texts }
}

interface Laid {
  readonly lines: ReadonlyArray<string>
  readonly cut: boolean
}

const inColumns = (columns: ReadonlyArray<Shown>, count: number, width: number): Laid | undefined => {
  const widths = widthsOf(columns, width)
  if (widths === undefined) return undefined
  const cells = columns.map(({ texts }, at) => texts.map((text) => wrapped(text, widths[at] ?? 0)))
  // A tall cell whose column has most of the terminal already would be as tall in a block.
  const mostOf = (at: number): number => ((widths[at] ?? 0) > width * 0.6 ? MOST_LINES_IN_BLOCK : MOST_LINES_IN_TABLE)
  if (cells.some((column, at) => column.some((lines) => lines.length > mostOf(at)))) return undefined
  const line = (parts: ReadonlyArray<string>): string =>
    parts
      .map((part, at) => padded(part, widths[at] ?? 0, columns[at]?.side === 'right' ? 'left' : 'right'))
      .join(GAP)
      .trimEnd()
  const heights = Array.from({ length: count }, (_, row) => largest(cells.map((column) => column[row]?.length ?? 0)))
  const isAiry = heights.some((height) => height > 1)
  const lines = [line(columns.map(({ name }) => name)), line(widths.map((each) => '─'.repeat(each)))]
  heights.forEach((height, row) => {
    if (isAiry && row > 0) lines.push('')
    for (let at = 0; at < height; at += 1) lines.push(line(cells.map((column) => column[row]?.[at] ?? '')))
  })
  return { lines, cut: false }
}

/** How wide each column is, or nothing where a table would not be readable. */
const widthsOf = (columns: ReadonlyArray<Shown>, width: number): ReadonlyArray<number> | undefined => {
  const room = width - GAP.length * (columns.length - 1)
  const natural = columns.map(({ name, texts }) => largest([widthOf(name), ...texts.flatMap((text) => text.split('\n').map(widthOf))]))
  const total = sum(natural)
  if (total <= room) return natural
  const least = columns.map(({ name, texts }, at) =>
    Math.max(widthOf(name), Math.min(natural[at] ?? 0, largest([NARROWEST, ...texts.map(widestPiece)]))),
  )
  let left = room - sum(least)
  if (left < 0) return undefined
  // What is left goes to the narrowest column that lacks some, so that short ones stay whole and long ones share the rest.
  const widths = [...least]
  for (; left > 0; left -= 1) {
    const lacking = widths.flatMap((each, at) => (each < (natural[at] ?? 0) ? [{ at, each }] : []))
    const narrowest = lacking.reduce((one, other) => (other.each < one.each ? other : one), { at: 0, each: Number.POSITIVE_INFINITY })
    widths[narrowest.at] = (widths[narrowest.at] ?? 0) + 1
  }
  return widths
}

// Not Math.max(...numbers): a call takes only so many arguments, and tables may have more rows than that.
const largest = (numbers: ReadonlyArray<number>): number => numbers.reduce((most, each) => Math.max(most, each), 0)

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, each) => total + each, 0)

const inBlocks = (columns: ReadonlyArray<Shown>, count: number, width: number): Laid => {
  const names = largest(columns.map(({ name }) => widthOf(name)))
  const room = Math.max(20, width - names - GAP.length)
  const lines: Array<string> = []
  let cut = false
  for (let row = 0; row < count; row += 1) {
    if (row > 0) lines.push('')
    const title = `── ${row + 1} of ${count} `
    lines.push(padded(title, 0) + '─'.repeat(Math.max(2, Math.min(width, names + GAP.length + 40) - widthOf(title))))
    for (const { name, texts } of columns) {
      const all = wrapped(texts[row] ?? '', room)
      const kept = all.length <= MOST_LINES_IN_BLOCK ? all : shortenedTo(all, room)
      cut ||= kept !== all
      kept.forEach((text, at) => {
        lines.push(`${padded(at === 0 ? name : '', names)}${GAP}${text}`.trimEnd())
      })
    }
  }
  return { lines, cut }
}

const shortenedTo = (lines: ReadonlyArray<string>, room: number): ReadonlyArray<string> => {
  const kept = lines.slice(0, MOST_LINES_IN_BLOCK)
  return [...kept.slice(0, -1), shortened(`${kept.at(-1)} …`, room)]
}
