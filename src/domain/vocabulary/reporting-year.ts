import * as E from 'fp-ts/lib/Either.js'
import { addDays, type CivilDate, toCivilDate } from './civil-date.js'
import { type Invalid, invalid } from './invalid.js'
import type { Window } from './window.js'

/**
 * How years are told apart: by the month and day on which each begins.
 * @example
 * labelOfYear({ month: 4, day: 1 }, 2024) // => '2024-25'
 */
export interface ReportingYear {
  /** 1 to 12. */
  readonly month: number
  /** 1 to 28: a day that every year has. */
  readonly day: number
}

/**
 * 1 January to 31 December.
 * @example
 * labelOfYear(calendarYear, 2024) // => '2024'
 */
export const calendarYear: ReportingYear = { month: 1, day: 1 }

/**
 * 1 April to 31 March.
 * @example
 * labelOfYear(financialYear, 2023) // => '2023-24'
 */
export const financialYear: ReportingYear = { month: 4, day: 1 }

const OWN = /^(\d{2})-(\d{2})$/

/**
 * Reads `calendar`, `financial`, or the month and day on which the caller's year begins (`09-01`; to the 28th, so that every year has it).
 * @example
 * parseReportingYear('financial') // => { _tag: 'Right', right: { month: 4, day: 1 } }
 * parseReportingYear('09-01') // => { _tag: 'Right', right: { month: 9, day: 1 } }
 */
export const parseReportingYear = (text: string): E.Either<Invalid, ReportingYear> => {
  if (text === 'calendar') return E.right(calendarYear)
  if (text === 'financial') return E.right(financialYear)
  const [, month = 0, day = 0] = (OWN.exec(text) ?? []).map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= 28
    ? E.right({ month, day })
    : E.left(invalid('calendar, financial, or the first day of the year as MM-DD', text))
}

/**
 * The first day of a year, and the day after its last; a year is numbered by the calendar year in which it begins.
 * @example
 * daysOfYear({ month: 4, day: 1 }, 2023) // => { from: '2023-04-01', to: '2024-04-01' }
 */
export const daysOfYear = ({ month, day }: ReportingYear, year: number): { readonly from: CivilDate; readonly to: CivilDate } => ({
  from: toCivilDate(year, month, day),
  to: toCivilDate(year + 1, month, day),
})

/**
 * The year in which a day lies.
 * @example
 * yearOfDay({ month: 4, day: 1 }, '2024-03-31') // => 2023
 * yearOfDay({ month: 1, day: 1 }, '2024-03-31') // => 2024
 */
export const yearOfDay = (kind: ReportingYear, day: CivilDate): number => {
  const year = Number(day.slice(0, 4))
  return day < daysOfYear(kind, year).from ? year - 1 : year
}

/**
 * The year of a happening: sure, one of several, or not known (a side of its window is open).
 * @example
 * yearOf({ month: 1, day: 1 }, { earliest: '2023-12-20', latest: '2024-01-10' }) // => { _tag: 'one of', from: 2023, to: 2024 }
 */
export type YearOf =
  | { readonly _tag: 'sure'; readonly year: number }
  | { readonly _tag: 'one of'; readonly from: number; readonly to: number }
  | { readonly _tag: 'not known' }

/**
 * In which year a window lies; no year is guessed where it lies in several, or is open.
 * @example
 * yearOf({ month: 4, day: 1 }, { earliest: '2023-12-20', latest: '2024-01-10' }) // => { _tag: 'sure', year: 2023 }
 * yearOf({ month: 4, day: 1 }, { earliest: '2023-12-20' }) // => { _tag: 'not known' }
 */
export const yearOf = (kind: ReportingYear, { earliest, latest }: Window): YearOf => {
  if (earliest === undefined || latest === undefined) return { _tag: 'not known' }
  const [from, to] = [yearOfDay(kind, earliest), yearOfDay(kind, latest)]
  return from === to ? { _tag: 'sure', year: from } : { _tag: 'one of', from, to }
}

/**
 * A year as tables show it: by one number where it is a calendar year, else by both.
 * @example
 * labelOfYear({ month: 4, day: 1 }, 1999) // => '1999-00'
 */
export const labelOfYear = ({ month, day }: ReportingYear, year: number): string =>
  month === 1 && day === 1 ? String(year) : `${year}-${String((year + 1) % 100).padStart(2, '0')}`

/**
 * A kind of year in words, for the answer to tell which one it used.
 * @example
 * showReportingYear({ month: 4, day: 1 }) // => '1 April to 31 March'
 * showReportingYear({ month: 1, day: 1 }) // => '1 January to 31 December'
 */
export const showReportingYear = (kind: ReportingYear): string => {
  const { from, to } = daysOfYear(kind, 2023)
  return `${inWords(from)} to ${inWords(addDays(to, -1))}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const inWords = (day: CivilDate): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`
