import { invalid } from './invalid.js'
import { type Field, type Parser, parserOf } from './plain.js'

/**
 * A day of the calendar, `YYYY-MM-DD`, years 0001 to 9999, without time or zone. The order of the strings is the order of the days.
 * @example
 * '2023-12-18' < '2024-01-15' // => true
 */
export type CivilDate = `${number}-${number}-${number}`

const FORM = /^\d{4}-\d{2}-\d{2}$/
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const FIRST_YEAR = 1
const LAST_YEAR = 9999

const clamp = (low: number, high: number, n: number): number => Math.min(high, Math.max(low, Math.trunc(n)))

/**
 * How many days a month of a year has; 0 where there is no such month.
 * @example
 * daysInMonth(2024, 2) // => 29
 * daysInMonth(2023, 2) // => 28
 */
export const daysInMonth = (year: number, month: number): number => {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return leap ? 29 : (LENGTHS[month - 1] ?? 0)
}

/**
 * Whether these three numbers are a day of the calendar in the years 1 to 9999.
 * @example
 * isRealDay(2023, 2, 29) // => false
 */
export const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= FIRST_YEAR && year <= LAST_YEAR && day >= 1 && day <= daysInMonth(year, month)

const ZERO = '0'.charCodeAt(0)

/** Digits read where they stand: a rebuild asks this of every date there is. */
const numberIn = (digits: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at += 1) number = number * 10 + digits.charCodeAt(at) - ZERO
  return number
}

/**
 * Whether a value is a real calendar day as `YYYY-MM-DD`.
 * @example
 * isCivilDate('2024-02-29') // => true
 * isCivilDate('2023-02-29') // => false
 * isCivilDate('2024-2-9') // => false
 */
export const isCivilDate = (value: unknown): value is CivilDate =>
  typeof value === 'string' && FORM.test(value) && isRealDay(numberIn(value, 0, 4), numberIn(value, 5, 7), numberIn(value, 8, 10))

/**
 * Accepts what `isCivilDate` accepts; rejects anything that is not a day, is not in the calendar or lies outside the years 0001 to 9999.
 * @example
 * parseCivilDate('2023-12-18') // => { _tag: 'Right', right: '2023-12-18' }
 */
export const parseCivilDate: Parser<CivilDate> = parserOf(isCivilDate, (value) => invalid('a day of the calendar, YYYY-MM-DD', value))

/**
 * A day as a field of a shape.
 * @example
 * dateField.is('2023-12-18') // => true
 */
export const dateField: Field = { is: isCivilDate, parse: parseCivilDate }

/**
 * The day with these numbers; numbers outside the calendar are brought to its nearest edge (day 31 of a short month is its last day).
 * @example
 * toCivilDate(2024, 2, 31) // => '2024-02-29'
 */
export const toCivilDate = (year: number, month: number, day: number): CivilDate => {
  const y = clamp(FIRST_YEAR, LAST_YEAR, year)
  const m = clamp(1, 12, month)
  const d = clamp(1, daysInMonth(y, m), day)
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as CivilDate
}

const partsOf = (date: CivilDate): readonly [year: number, month: number, day: number] => [
  numberIn(date, 0, 4),
  numberIn(date, 5, 7),
  numberIn(date, 8, 10),
]

// Days are numbered from 0000-03-01: with the year beginning in March, the leap day comes last and needs no special case.
const DAYS_IN_400_YEARS = 146_097

const dayNumber = (date: CivilDate): number => {
  const [year, month, day] = partsOf(date)
  const y = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear
}

const fromDayNumber = (n: number): CivilDate => {
  const era = Math.floor(n / DAYS_IN_400_YEARS)
  const dayOfEra = n - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return toCivilDate(year, month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1)
}

const FIRST = dayNumber('0001-01-01')
const LAST = dayNumber('9999-12-31')

/**
 * The day `n` days later (earlier if negative); stops at 0001-01-01 and 9999-12-31.
 * @example
 * addDays('2023-12-18', 14) // => '2024-01-01'
 * addDays('2024-03-01', -1) // => '2024-02-29'
 */
export const addDays = (date: CivilDate, n: number): CivilDate => fromDayNumber(clamp(FIRST, LAST, dayNumber(date) + Math.trunc(n)))

/**
 * The same day of the month `n` months later (earlier if negative), or the last day of that month where it is shorter; stops at the
 * edges of the calendar.
 * @example
 * addMonths('2023-12-18', 3) // => '2024-03-18'
 * addMonths('2024-01-31', 1) // => '2024-02-29'
 */
export const addMonths = (date: CivilDate, n: number): CivilDate => {
  const [year, month, day] = partsOf(date)
  const months = year * 12 + (month - 1) + Math.trunc(n)
  if (months < FIRST_YEAR * 12) return '0001-01-01'
  if (months >= (LAST_YEAR + 1) * 12) return '9999-12-31'
  return toCivilDate(Math.floor(months / 12), (months % 12) + 1, day)
}

/**
 * How many days `b` lies after `a`; negative when before.
 * @example
 * daysBetween('2024-12-18', '2024-12-20') // => 2
 */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a)

/**
 * Length in days where the first and the last day both count; 0 when the last lies before the first.
 * @example
 * daysInclusive('2024-12-18', '2024-12-20') // => 3
 */
export const daysInclusive = (first: CivilDate, last: CivilDate): number => Math.max(0, daysBetween(first, last) + 1)

/**
 * The order of days, for sorting.
 * @example
 * compareDates('2023-12-18', '2024-01-15') // => -1
 */
export const compareDates = (a: CivilDate, b: CivilDate): -1 | 0 | 1 => (a === b ? 0 : a < b ? -1 : 1)

/**
 * The last day of a month (1 to 12) of a year.
 * @example
 * lastOfMonth(2024, 2) // => '2024-02-29'
 */
export const lastOfMonth = (year: number, month: number): CivilDate => toCivilDate(year, month, 31)
