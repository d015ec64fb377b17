import * as E from 'fp-ts/lib/Either.js'
import type { Capacity } from '../../domain/vocabulary/capacity.js'
import { boundsOfCount, type Count, parseCount, showCount } from '../../domain/vocabulary/count.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import { parseStatedDate, type StatedDate, showDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import type { Cell, Column } from './column.js'

// The kinds of column. What a value cannot be told apart by in one cell gets several: "about 350" and 350 differ in `_kind`, never in a note.

const TEXT = { suffix: '', type: 'TEXT' } as const
const INTEGER = { suffix: '', type: 'INTEGER' } as const

/** The unknown, in every table for people. */
export const UNKNOWN = '?'

const wrong = (expected: string, cells: ReadonlyArray<Cell>): E.Either<string, never> =>
  E.left(`${expected} expected, ${cells.map((cell) => (cell === null ? 'nothing' : String(cell))).join(', ')} found`)

/** Text of a closed or open kind: ids, states, words. */
export const text = <A extends string = string>(): Column<A> => ({
  cells: [TEXT],
  write: (value) => [value],
  // Only this column writes the cell, so its text is of the kind that was written; ids and states are not parsed twice.
  read: ([cell = null, ...rest]) => (typeof cell === 'string' ? E.right(cell as A) : wrong('text', [cell, ...rest])),
  show: (value) => value,
})

/** A whole number of the record itself (an ordinal, a number of rows); a figure that somebody stated is a `count`. */
export const integer: Column<number> = {
  cells: [INTEGER],
  write: (value) => [value],
  read: ([cell = null]) => (typeof cell === 'number' ? E.right(cell) : wrong('a number', [cell])),
  show: String,
}

/** Yes or no. */
export const flag: Column<boolean> = {
  cells: [INTEGER],
  write: (value) => [value ? 1 : 0],
  read: ([cell = null]) => (cell === 0 || cell === 1 ? E.right(cell === 1) : wrong('0 or 1', [cell])),
  show: (value) => (value ? 'yes' : 'no'),
}

/** Any plain value, kept as JSON (SQL reads it with `json_each`); `show` says how people see it. */
export const json = <A>(show: (value: A) => string): Column<A> => ({
  cells: [TEXT],
  write: (value) => [JSON.stringify(value)],
  read: ([cell = null]) => {
    if (typeof cell !== 'string') return wrong('JSON', [cell])
    try {
      // As for text: nothing but this column's own `write` makes the cell.
      return E.right(JSON.parse(cell) as A)
    } catch {
      return wrong('JSON', [cell])
    }
  },
  show,
})

/** A list in order. An empty list is a list that is empty; where nothing is known, the column is `maybe(list(…))`. */
export const list = <A>(show: (item: A) => string): Column<ReadonlyArray<A>> =>
  json((items) => (items.length === 0 ? 'none' : items.map(show).join('; ')))

/** A list that ends in "…" where its source left it open. */
export const namedList = <A>(show: (item: A) => string): Column<NamedList<A>> =>
  json(({ items, open }) => [...items.map(show), ...(open ? ['…'] : [])].join('; '))

/** A date as stated; beside its EDTF text stand the earliest and latest day it can mean, so that SQL can compare without guessing. */
export const date: Column<StatedDate> = {
  cells: [TEXT, { suffix: '_earliest', type: 'TEXT' }, { suffix: '_latest', type: 'TEXT' }, { suffix: '_stated', type: 'TEXT' }],
  write: (value) => {
    const { earliest = null, latest = null } = windowOf(value)
    return [value.edtf, earliest, latest, JSON.stringify(value)]
  },
  read: (cells) => {
    const stated = cells[3]
    if (typeof stated !== 'string') return wrong('a stated date', cells)
    const value = E.tryCatch(
      (): unknown => JSON.parse(stated),
      () => 'JSON',
    )
    const parsed = E.isRight(value) ? parseStatedDate(value.right) : value
    return E.isRight(parsed) ? parsed : wrong('a stated date', [stated])
  },
  show: showDate,
}

/**
 * A count with its kind. `_exact` holds the figure only where it is exact, so that a sum over it is a sum of exact figures; `_stated` holds the
 * figure in the source's words whatever its kind; `_low` and `_high` are sure bounds.
 */
export const count: Column<Count> = {
  cells: [
    { suffix: '_kind', type: 'TEXT' },
    { suffix: '_exact', type: 'INTEGER' },
    { suffix: '_stated', type: 'INTEGER' },
    { suffix: '_low', type: 'INTEGER' },
    { suffix: '_high', type: 'INTEGER' },
    { suffix: '_tolerance', type: 'INTEGER' },
    { suffix: '_words', type: 'TEXT' },
  ],
  write: (value) => {
    const { low, high = null } = boundsOfCount(value)
    const stated = value.kind === 'unknown' || value.kind === 'between' ? null : value.n
    const tolerance = value.kind === 'about' ? (value.tolerance ?? null) : null
    return [value.kind, value.kind === 'exact' ? value.n : null, stated, low, high, tolerance, value.words ?? null]
  },
  read: (cells) => {
    const [kind, , n, from, to, tolerance, words] = cells
    const extra = { ...(tolerance !== null && { tolerance }), ...(words !== null && { words }) }
    const parsed = parseCount(
      kind === 'unknown' ? { kind, ...extra } : kind === 'between' ? { kind, from, to, ...extra } : { kind, n, ...extra },
    )
    return E.isRight(parsed) ? parsed : wrong('a count', cells)
  },
  show: showCount,
}

/** Titles as used. */
export const capacities: Column<ReadonlyArray<Capacity>> = list(({ title }) => title)

/** A value that may be missing: not stated, not known. It shows as `?`, never as zero or as an empty text. */
export const maybe = <A>(column: Column<A>, missing = UNKNOWN): Column<A | undefined> => ({
  cells: column.cells,
  write: (value) => (value === undefined ? column.cells.map(() => null) : column.write(value)),
  read: (cells) => (cells.every((cell) => cell === null) ? E.right(undefined) : column.read(cells)),
  show: (value) => (value === undefined ? missing : column.show(value)),
})
