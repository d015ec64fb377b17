import { type Answer, not } from './answer.js'
import { addDays, addMonths, type CivilDate } from './civil-date.js'
import { type Edtf, sidesOf } from './edtf.js'
import type { Side } from './edtf-side.js'

/**
 * The days on which a happening may lie, both inclusive; an absent side is not bounded. Inside: cannot tell; outside: sure.
 * @example
 * isBefore({ earliest: '2023-09-01', latest: '2023-09-30' }, '2023-10-01') // => 'yes'
 */
export interface Window {
  readonly earliest?: CivilDate
  readonly latest?: CivilDate
}

/**
 * The window with these sides, leaving out a side that is `undefined`.
 * @example
 * windowFrom('2023-09-01', undefined) // => { earliest: '2023-09-01' }
 */
export const windowFrom = (earliest: CivilDate | undefined, latest: CivilDate | undefined): Window => ({
  ...(earliest !== undefined && { earliest }),
  ...(latest !== undefined && { latest }),
})

// Design, settled points: a vague day or month is widened by 10 days on each side, a vague year by 3 months.
const VAGUE_DAYS = 10
const VAGUE_MONTHS = 3

const shifted = (date: CivilDate, side: Side, direction: -1 | 1): CivilDate => {
  if (!side.vague) return date
  return side.precision === 'year' ? addMonths(date, direction * VAGUE_MONTHS) : addDays(date, direction * VAGUE_DAYS)
}

const firstDayOf = (side: Side | undefined): CivilDate | undefined => side?.earliest && shifted(side.earliest, side, -1)

// A year ends on 31 December; three months more end on 31 March: the month's end is kept by stepping from the day after.
const lastDayOf = (side: Side | undefined): CivilDate | undefined =>
  side?.latest &&
  (side.precision === 'year' && side.vague ? addDays(shifted(addDays(side.latest, 1), side, 1), -1) : shifted(side.latest, side, 1))

/**
 * The literal bounds of a date, widened on both sides where it is marked `~`, `?` or `%`.
 * @example
 * widened('2024-12-01~') // => { earliest: '2024-11-21', latest: '2024-12-11' }
 * widened('2024-12') // => { earliest: '2024-12-01', latest: '2024-12-31' }
 * widened('2002~') // => { earliest: '2001-10-01', latest: '2003-03-31' }
 */
export const widened = (edtf: Edtf): Window => {
  const { first, last } = sidesOf(edtf)
  return windowFrom(firstDayOf(first), lastDayOf(last))
}

/**
 * The happening lies before that day.
 * @example
 * isBefore({ earliest: '2023-12-18', latest: '2023-12-20' }, '2023-12-20') // => 'cannot tell'
 */
export const isBefore = (window: Window, day: CivilDate): Answer => {
  if (window.latest !== undefined && window.latest < day) return 'yes'
  return window.earliest !== undefined && window.earliest >= day ? 'no' : 'cannot tell'
}

/**
 * The happening lies on that day or before it.
 * @example
 * isOnOrBefore({ earliest: '2023-12-18', latest: '2023-12-20' }, '2023-12-20') // => 'yes'
 */
export const isOnOrBefore = (window: Window, day: CivilDate): Answer => {
  if (window.latest !== undefined && window.latest <= day) return 'yes'
  return window.earliest !== undefined && window.earliest > day ? 'no' : 'cannot tell'
}

/**
 * The happening lies after that day.
 * @example
 * isAfter({ earliest: '2023-12-18' }, '2023-12-17') // => 'yes'
 */
export const isAfter = (window: Window, day: CivilDate): Answer => not(isOnOrBefore(window, day))

/**
 * The first happening lies on an earlier day than the second.
 * @example
 * precedes({ latest: '2023-09-30' }, { earliest: '2023-12-18' }) // => 'yes'
 * precedes({ earliest: '2023-09-01', latest: '2023-09-30' }, { earliest: '2023-09-15' }) // => 'cannot tell'
 */
export const precedes = (a: Window, b: Window): Answer => {
  if (a.latest !== undefined && b.earliest !== undefined && a.latest < b.earliest) return 'yes'
  return a.earliest !== undefined && b.latest !== undefined && a.earliest >= b.latest ? 'no' : 'cannot tell'
}

/**
 * Both sides moved by a number of days, as from a last day to the day after it.
 * @example
 * movedByDays({ earliest: '2024-02-29' }, 1) // => { earliest: '2024-03-01' }
 */
export const movedByDays = (window: Window, days: number): Window =>
  windowFrom(window.earliest && addDays(window.earliest, days), window.latest && addDays(window.latest, days))

/**
 * The window as an answer names it: one day, or an EDTF interval with `..` for a side that is not bounded.
 * @example
 * showWindow({ earliest: '2024-12-01', latest: '2024-12-10' }) // => '2024-12-01/2024-12-10'
 * showWindow({ latest: '2021-12-17' }) // => '../2021-12-17'
 */
export const showWindow = ({ earliest, latest }: Window): string =>
  earliest !== undefined && earliest === latest ? earliest : `${earliest ?? '..'}/${latest ?? '..'}`
