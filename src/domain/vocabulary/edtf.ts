import { parse as parseWithLibrary } from 'edtf'
import { type CivilDate, isCivilDate } from './civil-date.js'
import { readSide, type Side } from './edtf-side.js'
import { invalid } from './invalid.js'
import { type Field, type Parser, parserOf } from './plain.js'

/*
 * Dates as sources give them: EDTF (ISO 8601-2), levels 0 to 2 in part. The library is the judge of the grammar. It takes about 90 µs,
 * so plain dates are read by a regular expression, and what was read is remembered: a ledger speaks of the same days again and again. It does let
 * 2023-02-29 pass: the calendar is checked here for every side.
 */

/**
 * A date or interval as EDTF text. Supported: year, month, day, season (`2023-21` to `2023-41`), one qualifier `~ ? %` at the end of a
 * date, unspecified digits (`202X`, `XXXX-05-04`), intervals `a/b` with `..` for an open end and nothing for an unknown one. Not
 * supported: sets, lists, times of day, years outside 0001 to 9999, centuries, qualifiers of single parts (`2023?-09`), and, as the
 * library has it, a qualifier on unspecified digits or on a season (`202X~`, `2023-21~`).
 * @example
 * isEdtf('2024-12/2025-03~') // => true
 */
export type Edtf = string

/**
 * The two sides of an EDTF text: the same one twice for a date; a side is absent where it is open, unknown or not EDTF.
 * @example
 * sidesOf('../..') // => {}
 */
export interface Sides {
  readonly first?: Side
  readonly last?: Side
}

const PLAIN = /^\d{4}(?:-[01]\d(?:-\d{2})?)?[~?%]?$/
const LONGEST = 'XXXX-XX-XX~/XXXX-XX-XX~'.length
const MOST_REMEMBERED = 10_000

const remembered = new Map<string, Sides | undefined>()

const libraryAccepts = (text: string): boolean => {
  try {
    parseWithLibrary(text)
    return true
  } catch {
    return false
  }
}

/** `null`: not a date; `undefined`: open or unknown. */
const readEnd = (text: string): Side | null | undefined => (text === '' || text === '..' ? undefined : (readSide(text) ?? null))

const readInterval = (from: string, to: string): Sides | undefined => {
  const first = readEnd(from)
  const last = readEnd(to)
  if (first === null || last === null) return undefined
  const backwards = first?.earliest !== undefined && last?.latest !== undefined && last.latest < first.earliest
  return backwards ? undefined : { ...(first && { first }), ...(last && { last }) }
}

const readSlowly = (text: string): Sides | undefined => {
  const [from, to, more] = text.split('/')
  if (from === undefined || more !== undefined) return undefined
  if (to !== undefined) return libraryAccepts(text) ? readInterval(from, to) : undefined
  const side = readSide(from)
  return side !== undefined && libraryAccepts(text) ? { first: side, last: side } : undefined
}

const readPlain = (text: string): Sides | undefined => {
  const side = readSide(text)
  return side && { first: side, last: side }
}

const read = (text: string): Sides | undefined => {
  if (text.length > LONGEST) return undefined
  const known = remembered.get(text)
  if (known !== undefined || remembered.has(text)) return known
  const sides = PLAIN.test(text) ? readPlain(text) : readSlowly(text)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(text, sides)
  return sides
}

/**
 * Whether a value is EDTF text of the supported kind that names real days.
 * @example
 * isEdtf('2023-09') // => true
 * isEdtf('2023-02-30') // => false
 * isEdtf('September 2023') // => false
 */
export const isEdtf = (value: unknown): value is Edtf => isCivilDate(value) || (typeof value === 'string' && read(value) !== undefined)

/**
 * Accepts what `isEdtf` accepts; rejects other forms, days not in the calendar, and intervals that end before they begin.
 * @example
 * parseEdtf('2024-12-01~') // => { _tag: 'Right', right: '2024-12-01~' }
 */
export const parseEdtf: Parser<Edtf> = parserOf(isEdtf, (value) =>
  invalid('an EDTF date such as 2023-12-18, 2023-09, 2024-12-01~ or 2024-12/..', value),
)

/**
 * EDTF as a field of a shape.
 * @example
 * edtfField.is('2023-09') // => true
 */
export const edtfField: Field = { is: isEdtf, parse: parseEdtf }

/**
 * The dates an EDTF text consists of; nothing for a text that is none.
 * @example
 * sidesOf('2024~/..') // => { first: { earliest: '2024-01-01', latest: '2024-12-31', precision: 'year', vague: true } }
 */
export const sidesOf = (edtf: Edtf): Sides => read(edtf) ?? {}

/**
 * The literal first and last day of an EDTF text, not widened for `~ ? %`. Absent: open, unknown, or the year is not given.
 * @example
 * boundsOf('2023-09') // => { earliest: '2023-09-01', latest: '2023-09-30' }
 * boundsOf('2024-12-01~/..') // => { earliest: '2024-12-01' }
 * boundsOf('XXXX-05-04') // => {}
 */
export const boundsOf = (edtf: Edtf): { readonly earliest?: CivilDate; readonly latest?: CivilDate } => {
  const { first, last } = sidesOf(edtf)
  return { ...(first?.earliest && { earliest: first.earliest }), ...(last?.latest && { latest: last.latest }) }
}
