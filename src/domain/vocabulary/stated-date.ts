import { type CivilDate, dateField, lastOfMonth, toCivilDate } from './civil-date.js'
import { type Edtf, edtfField } from './edtf.js'
import { type Invalid, invalid } from './invalid.js'
import { partOfMonth } from './part-of-month.js'
import { type Field, oneOf, type Parser, parserOf, shape } from './plain.js'
import { textField } from './text.js'
import { type Window, widened } from './window.js'

/**
 * What a date was worked out from, where no source gives it.
 * @example
 * showDate({ edtf: '2023-06-15', derived: 'signing' }) // => '2023-06-15 (derived)'
 */
export type DerivedFrom = 'signing' | 'start and length' | 'issue date'

/**
 * Two days and all between them; both count.
 * @example
 * isDayRange({ from: '2024-12-01', to: '2024-12-10' }) // => true
 */
export interface DayRange {
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * A date as a source gives it: its value, its words, where the year comes from, and the window meant, where the caller states one.
 * @example
 * windowOf({ edtf: '2024-12-01~', words: 'early December 2024' }) // => { earliest: '2024-12-01', latest: '2024-12-10' }
 */
export interface StatedDate {
  readonly edtf: Edtf
  /** The source's words, at most 500 characters. */
  readonly words?: string
  /** Printed in the text; known from the source's issue date or number; supplied by who recorded it. */
  readonly yearFrom?: 'text' | 'source' | 'recorder'
  /** A window the caller states; it stands instead of every other reading. */
  readonly within?: DayRange
  /** Present where no source states the date. */
  readonly derived?: DerivedFrom
}

const LONGEST_WORDS = 500

const RANGE = shape('a range of days, from and to', { from: dateField, to: dateField })

/**
 * Whether a value is a range of real days that does not end before it begins.
 * @example
 * isDayRange({ from: '2024-12-01', to: '2024-12-10' }) // => true
 * isDayRange({ from: '2024-12-10', to: '2024-12-01' }) // => false
 */
export const isDayRange = (value: unknown): value is DayRange => {
  if (!RANGE.is(value)) return false
  const { from, to } = value as DayRange
  return from <= to
}

/**
 * Accepts what `isDayRange` accepts.
 * @example
 * parseDayRange({ from: '2024-12-01', to: '2024-12-01' }) // => { _tag: 'Right', right: { from: '2024-12-01', to: '2024-12-01' } }
 */
export const parseDayRange: Parser<DayRange> = parserOf(
  isDayRange,
  (value): Invalid => (RANGE.is(value) ? invalid('a range whose first day is not after its last', value) : RANGE.fault(value)),
)

const STATED_DATE = shape(
  'a stated date',
  { edtf: edtfField },
  {
    words: textField(LONGEST_WORDS),
    yearFrom: oneOf('text', 'source', 'recorder'),
    within: { is: isDayRange, parse: parseDayRange },
    derived: oneOf('signing', 'start and length', 'issue date'),
  },
)

/**
 * Whether a value is a stated date and nothing more.
 * @example
 * isStatedDate({ edtf: '2023-09', words: 'in September this year', yearFrom: 'source' }) // => true
 * isStatedDate({ edtf: '2023-09', month: 9 }) // => false
 */
export const isStatedDate = (value: unknown): value is StatedDate => STATED_DATE.is(value)

/**
 * Accepts what `isStatedDate` accepts; rejects bad EDTF, a window that ends before it begins, unknown fields.
 * @example
 * parseStatedDate({ edtf: '2023-09' }) // => { _tag: 'Right', right: { edtf: '2023-09' } }
 */
export const parseStatedDate: Parser<StatedDate> = parserOf(isStatedDate, STATED_DATE.fault)

/**
 * A stated date as a field of a shape.
 * @example
 * statedDateField.is({ edtf: '2023-09' }) // => true
 */
export const statedDateField: Field = { is: isStatedDate, parse: parseStatedDate }

// A month, or a vague day: a plain day is exact, whatever words describe it.
const NAMES_A_MONTH = /^(\d{4})-(0[1-9]|1[0-2])(?:[~?%]?|-\d{2}[~?%])$/

const windowOfWords = (edtf: Edtf, words: string): Window | undefined => {
  const [, year, month] = NAMES_A_MONTH.exec(edtf) ?? []
  const named = year === undefined ? undefined : partOfMonth(words)
  if (named === undefined || named.month !== Number(month) || Number(year) !== (named.year ?? Number(year))) return undefined
  const day = (n: number): CivilDate => toCivilDate(Number(year), named.month, n)
  switch (named.part) {
    case 'early':
      return { earliest: day(1), latest: day(10) }
    case 'mid':
      return { earliest: day(11), latest: day(20) }
    case 'late':
      return { earliest: day(21), latest: lastOfMonth(Number(year), named.month) }
  }
}

/**
 * The window of a date: the one the caller states; else early (days 1 to 10), mid (11 to 20) or late (21 to the end) month, where the words
 * say so of the very month the EDTF names; else the EDTF's bounds, widened where it is marked vague.
 * @example
 * windowOf({ edtf: '2023-09' }) // => { earliest: '2023-09-01', latest: '2023-09-30' }
 * windowOf({ edtf: '2024-12~', within: { from: '2024-12-01', to: '2024-12-07' } }) // => { earliest: '2024-12-01', latest: '2024-12-07' }
 */
export const windowOf = (date: StatedDate): Window => {
  if (date.within !== undefined) return { earliest: date.within.from, latest: date.within.to }
  return (date.words === undefined ? undefined : windowOfWords(date.edtf, date.words)) ?? widened(date.edtf)
}

/**
 * What a report tells as past was so by the day its source was issued: closes the later side, never the earlier one. A window that begins
 * only after that day contradicts the report and is left as it is.
 * @example
 * closedBy({ earliest: '2021-01-01', latest: '2021-12-31' }, '2021-12-17') // => { earliest: '2021-01-01', latest: '2021-12-17' }
 * closedBy({}, '2021-12-17') // => { latest: '2021-12-17' }
 */
export const closedBy = (window: Window, issueDay: CivilDate): Window => {
  const contradicted = window.earliest !== undefined && window.earliest > issueDay
  const closed = window.latest !== undefined && window.latest <= issueDay
  return contradicted || closed ? window : { ...window, latest: issueDay }
}

/**
 * The date had surely come by that day. A missing date counts from its latest possible day, of which nothing is known: `false`.
 * @example
 * surelyBy({ edtf: '2023-12' }, '2023-12-31') // => true
 * surelyBy({ edtf: '2023-12' }, '2023-12-15') // => false
 * surelyBy(undefined, '2023-12-31') // => false
 */
export const surelyBy = (date: StatedDate | undefined, day: CivilDate): boolean => {
  const latest = date && windowOf(date).latest
  return latest !== undefined && latest <= day
}

/**
 * The EDTF of a date; a derived one never looks like a stated one.
 * @example
 * showDate({ edtf: '2024-03-18~', derived: 'start and length' }) // => '2024-03-18~ (derived)'
 * showDate({ edtf: '2023-09' }) // => '2023-09'
 */
export const showDate = (date: StatedDate): string => (date.derived === undefined ? date.edtf : `${date.edtf} (derived)`)
