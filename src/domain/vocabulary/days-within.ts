import { type CivilDate, daysBetween } from './civil-date.js'
import type { Window } from './window.js'

/**
 * Surely no fewer, and surely no more; an absent `high` is not bounded.
 * @example
 * daysWithin({ earliest: '2023-12-30' }, undefined, '2023-01-01', '2024-01-01') // => { low: 0, high: 2 }
 */
export interface DayBounds {
  readonly low: number
  readonly high?: number
}

const later = (a: CivilDate, b: CivilDate | undefined): CivilDate => (b !== undefined && b > a ? b : a)
const earlier = (a: CivilDate, b: CivilDate | undefined): CivilDate => (b !== undefined && b < a ? b : a)

/**
 * How many days of a stay lie from one day to the day before another, by the windows of its first day and of the day after its last.
 * @example
 * daysWithin({ earliest: '2023-12-30', latest: '2023-12-30' }, { earliest: '2024-01-03', latest: '2024-01-05' }, '2024-01-01', '2025-01-01') // => { low: 2, high: 4 }
 */
export const daysWithin = (start: Window, end: Window | undefined, from: CivilDate, to: CivilDate): Required<DayBounds> => {
  const sureTo = end?.earliest === undefined || start.latest === undefined ? from : earlier(to, end.earliest)
  return {
    low: Math.max(0, daysBetween(later(from, start.latest), sureTo)),
    high: Math.max(0, daysBetween(later(from, start.earliest), earlier(to, end?.latest))),
  }
}

/**
 * How many days a stay has in all.
 * @example
 * daysOf({ earliest: '2023-12-18', latest: '2023-12-18' }, { earliest: '2023-12-21', latest: '2023-12-21' }) // => { low: 3, high: 3 }
 * daysOf({ earliest: '2023-12-18', latest: '2023-12-18' }, undefined) // => { low: 0 }
 */
export const daysOf = (start: Window, end: Window | undefined): DayBounds => {
  const low = start.latest === undefined || end?.earliest === undefined ? 0 : Math.max(0, daysBetween(start.latest, end.earliest))
  return start.earliest === undefined || end?.latest === undefined
    ? { low }
    : { low, high: Math.max(0, daysBetween(start.earliest, end.latest)) }
}
