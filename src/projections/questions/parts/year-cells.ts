import { addDays } from '../../../domain/vocabulary/civil-date.js'
import { boundsOfCount, type Count, exactly } from '../../../domain/vocabulary/count.js'
import { type CountSum, sumCounts, withBounds } from '../../../domain/vocabulary/count-sum.js'
import { type DayBounds, daysOf, daysWithin } from '../../../domain/vocabulary/days-within.js'
import {
  daysOfYear,
  labelOfYear,
  parseReportingYear,
  type ReportingYear,
  showReportingYear,
  type YearOf,
  yearOf,
  yearOfDay,
} from '../../../domain/vocabulary/reporting-year.js'
import { choice } from '../../engine/parameters.js'
import type { Parameter } from '../../engine/question.js'
import { overEntries, together } from './presence-figures.js'
import type { Spell } from './stints.js'

// A table by year. Placements that run over the turn of a year are counted by the year in which they start, or their days are divided over
// the years: the caller says which, and the answer tells it.

/** How a stay over the turn of a year is counted. */
export type YearRule = 'start' | 'days'

/** Some officers of one line of a table, with the days of their stays. */
export interface Counted {
  readonly count: Count
  readonly spells: ReadonlyArray<Spell>
}

/** One field of a table: what is surely of the year, and the bounds within which the number lies when those who may be of it are taken in. */
export interface Cell {
  readonly sure: CountSum
  /** Absent: nothing on record. */
  readonly range?: Count
}

/** What the year of a row is: one year, one of several, not known; or all of them. */
export type Year = YearOf | { readonly _tag: 'all' }

/** How the years of a table are counted, in words: every answer tells it. */
export const ruleInWords = (rule: YearRule, kind: ReportingYear): string =>
  rule === 'start'
    ? `officers, each in the year of the first day; years run ${showReportingYear(kind)}`
    : `officer-days in the year, first and last day both counted, pauses within, by the reported or else the planned end; years run ${showReportingYear(kind)}`

/** The parameters that every table by year takes. */
export const yearParameters: { readonly years: Parameter<ReportingYear>; readonly count: Parameter<YearRule> } = {
  years: {
    about: 'how years are told apart: calendar (else), financial, or the first day as MM-DD',
    parse: parseReportingYear,
  },
  count: choice('over the turn of a year: by the start (else), or by the days in each year', 'start', 'days'),
}

export const showYear = (year: Year, kind: ReportingYear): string => {
  switch (year._tag) {
    case 'all':
      return 'all years'
    case 'sure':
      return labelOfYear(kind, year.year)
    case 'one of':
      return `${labelOfYear(kind, year.from)} ${year.to === year.from + 1 ? 'or' : 'to'} ${labelOfYear(kind, year.to)}`
    case 'not known':
      return 'year not known'
  }
}

/** The year in which they start. */
export const startYear = ({ spells }: Counted, kind: ReportingYear): YearOf => yearOf(kind, spells[0]?.start ?? {})

/** Every year in which a day of theirs may lie, as far as their days are bounded. */
const yearsOfDays = ({ spells }: Counted, kind: ReportingYear): ReadonlyArray<YearOf> =>
  spells.flatMap(({ start, end }) => {
    const first = start.earliest ?? start.latest
    const after = end?.latest ?? end?.earliest
    const last = after === undefined ? (start.latest ?? first) : addDays(after, -1)
    const isOpen = start.earliest === undefined || end?.latest === undefined
    const open: ReadonlyArray<YearOf> = isOpen ? [{ _tag: 'not known' }] : []
    if (first === undefined || last === undefined) return open
    const [from, to] = [yearOfDay(kind, first), yearOfDay(kind, last)]
    const sure = Array.from({ length: Math.min(200, Math.max(1, to - from + 1)) }, (_, n): YearOf => ({ _tag: 'sure', year: from + n }))
    return [...sure, ...open]
  })

/** The order of years in a table, as text that sorts. */
export const orderOfYear = (year: Year): string => {
  switch (year._tag) {
    case 'sure':
      return `${year.year}`.padStart(4, '0')
    case 'one of':
      return `${`${year.from}`.padStart(4, '0')}-${`${year.to}`.padStart(4, '0')}`
    case 'not known':
      return '9999-unknown'
    case 'all':
      return 'all'
  }
}

/** One of a few years, and each of them: whoever may be of a year is within its bounds. */
const withEach = (year: YearOf): ReadonlyArray<YearOf> =>
  year._tag === 'one of' && year.to - year.from < 10
    ? [...Array.from({ length: year.to - year.from + 1 }, (_, n): YearOf => ({ _tag: 'sure', year: year.from + n })), year]
    : [year]

/** The years that a table of them has rows for: in order, then what has no year, then all together. */
export const yearsOf = (counted: ReadonlyArray<Counted>, kind: ReportingYear, rule: YearRule): ReadonlyArray<Year> => {
  const years = counted.flatMap((one) => (rule === 'start' ? withEach(startYear(one, kind)) : yearsOfDays(one, kind)))
  const each = new Map<string, Year>(years.map((year) => [orderOfYear(year), year]))
  return [...[...each.keys()].toSorted().flatMap((key) => each.get(key) ?? []), { _tag: 'all' }]
}

const mayBeIn = (own: YearOf, year: number): boolean =>
  own._tag === 'not known' || (own._tag === 'one of' && own.from <= year && year <= own.to)

const times = (count: Count, days: DayBounds): Count => {
  const officers = boundsOfCount(count)
  const high = days.high === undefined || officers.high === undefined ? undefined : days.high * officers.high
  return withBounds(days.low * officers.low, days.high === 0 ? 0 : high)
}

const daysIn = ({ count, spells }: Counted, year: Year, kind: ReportingYear): Count | undefined => {
  switch (year._tag) {
    case 'sure': {
      const { from, to } = daysOfYear(kind, year.year)
      return together(spells.map(({ start, end }) => times(count, daysWithin(start, end, from, to))))
    }
    case 'all':
      return together(spells.map(({ start, end }) => times(count, daysOf(start, end))))
    case 'one of':
      return undefined
    case 'not known': {
      const isOpen = spells.some(({ start, end }) => start.earliest === undefined || end?.latest === undefined)
      return isOpen ? { kind: 'unknown' } : undefined
    }
  }
}

const byDays = (counted: ReadonlyArray<Counted>, year: Year, kind: ReportingYear): Cell => {
  const days = counted.map((one) => daysIn(one, year, kind)).filter((count) => count !== undefined)
  return { sure: overEntries(days), ...(days.length > 0 && { range: together(days) }) }
}

const byStart = (counted: ReadonlyArray<Counted>, year: Year, kind: ReportingYear): Cell => {
  const own = counted.map((one) => ({ count: one.count, year: startYear(one, kind) }))
  const sure = own.filter((one) => year._tag === 'all' || orderOfYear(one.year) === orderOfYear(year)).map(({ count }) => count)
  const perhaps = year._tag === 'sure' ? own.filter((one) => mayBeIn(one.year, year.year)) : []
  const some = [...sure, ...perhaps.map(({ count }) => withBounds(0, boundsOfCount(count).high))]
  return { sure: sure.length > 0 ? overEntries(sure) : none(perhaps.length > 0), ...(some.length > 0 && { range: together(some) }) }
}

/** Nobody is surely of the year: a zero that is sure of "surely" only where somebody may be of it; else nothing is on record. */
const none = (somebodyMayBe: boolean): CountSum => sumCounts(somebodyMayBe ? [exactly(0)] : [])

/** What a table says of a year. By start, the years, "one of" several and "not known" add up to all years: nobody stands in two rows. */
export const cellOf = (counted: ReadonlyArray<Counted>, year: Year, kind: ReportingYear, rule: YearRule): Cell =>
  rule === 'start' ? byStart(counted, year, kind) : byDays(counted, year, kind)
