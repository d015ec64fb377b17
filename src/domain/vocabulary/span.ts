import { addDays, addMonths, type CivilDate } from './civil-date.js'
import { type Field, field, oneOf, type Parser, parserOf, shape } from './plain.js'

/**
 * The units lengths are stated in; weeks are 7 days, months and years go by the calendar.
 * @example
 * plusSpan('2024-02-29', { n: 1, unit: 'year' }) // => '2025-02-28'
 */
export type LengthUnit = 'day' | 'week' | 'month' | 'year'

/**
 * A number of units, 1 to 10,000.
 * @example
 * plusSpan('2023-12-18', { n: 3, unit: 'month' }) // => '2024-03-18'
 */
export interface Span {
  readonly n: number
  readonly unit: LengthUnit
}

const MOST = 10_000

const SPAN = shape('a span, n and unit', {
  n: field((n) => typeof n === 'number' && Number.isInteger(n) && n >= 1 && n <= MOST, `a whole number from 1 to ${MOST}`),
  unit: oneOf('day', 'week', 'month', 'year'),
})

/**
 * Whether a value is a span.
 * @example
 * isSpan({ n: 4, unit: 'week' }) // => true
 * isSpan({ n: 0, unit: 'week' }) // => false
 */
export const isSpan = (value: unknown): value is Span => SPAN.is(value)

/**
 * Accepts what `isSpan` accepts.
 * @example
 * parseSpan({ n: 4, unit: 'week' }) // => { _tag: 'Right', right: { n: 4, unit: 'week' } }
 */
export const parseSpan: Parser<Span> = parserOf(isSpan, SPAN.fault)

/**
 * A span as a field of a shape.
 * @example
 * spanField.is({ n: 4, unit: 'week' }) // => true
 */
export const spanField: Field = { is: isSpan, parse: parseSpan }

/**
 * A day moved on by a span, by the calendar; from a first day this is the day after the last.
 * @example
 * plusSpan('2024-12-01', { n: 4, unit: 'week' }) // => '2024-12-29'
 */
export const plusSpan = (date: CivilDate, { n, unit }: Span): CivilDate => {
  switch (unit) {
    case 'day':
      return addDays(date, n)
    case 'week':
      return addDays(date, 7 * n)
    case 'month':
      return addMonths(date, n)
    case 'year':
      return addMonths(date, 12 * n)
  }
}

// n months have at least 28, 59, 89 … and at most 31, 62, 92 … days: the two lines stay outside those values for every n.
const inUnits = ({ n, unit }: Span): { readonly months?: number; readonly fewestDays: number; readonly mostDays: number } => {
  switch (unit) {
    case 'day':
      return { fewestDays: n, mostDays: n }
    case 'week':
      return { fewestDays: 7 * n, mostDays: 7 * n }
    case 'month':
      return { months: n, fewestDays: Math.floor(30.4 * n) - 2, mostDays: Math.ceil(30.5 * n) + 1 }
    case 'year':
      return { months: 12 * n, fewestDays: 365 * n, mostDays: 366 * n }
  }
}

/**
 * Whether `a` is longer than `b` from whatever day they run; "30 days" and "1 month" are neither longer nor shorter.
 * @example
 * isSurelyLonger({ n: 3, unit: 'month' }, { n: 4, unit: 'week' }) // => true
 * isSurelyLonger({ n: 30, unit: 'day' }, { n: 1, unit: 'month' }) // => false
 */
export const isSurelyLonger = (a: Span, b: Span): boolean => {
  const [x, y] = [inUnits(a), inUnits(b)]
  if (x.months !== undefined && y.months !== undefined) return x.months > y.months
  return x.fewestDays > y.mostDays
}

/**
 * How many days a span comes to, from whatever day it runs: the fewest and the most.
 * @example
 * daysIn({ n: 2, unit: 'year' }) // => { fewest: 730, most: 732 }
 */
export const daysIn = (span: Span): { readonly fewest: number; readonly most: number } => {
  const { fewestDays, mostDays } = inUnits(span)
  return { fewest: fewestDays, most: mostDays }
}

/**
 * A span in words.
 * @example
 * showSpan({ n: 3, unit: 'month' }) // => '3 months'
 */
export const showSpan = ({ n, unit }: Span): string => `${n} ${unit}${n === 1 ? '' : 's'}`
