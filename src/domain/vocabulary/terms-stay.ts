import type { Answer } from './answer.js'
import { addDays, type CivilDate, daysBetween } from './civil-date.js'
import { addLength } from './length.js'
import type { Period } from './period.js'
import { plusSpan, type Span } from './span.js'
import { windowOf } from './stated-date.js'
import { agreed } from './terms-finding.js'
import { isAfter, isBefore, movedByDays, type Window } from './window.js'

// How long a stay is, from each day on which it may begin: with a vague start and an exact length the two ends move together, so that they are
// never widened apart.

/** The calendar repeats itself after four years, as far as lengths go. */
const CYCLE = 1_461
const ANY_DAY: ReadonlyArray<CivilDate> = Array.from({ length: CYCLE }, (_, n) => addDays('2000-01-01', n))

/** The days of a window, where it is bounded and not longer than the calendar's cycle. */
export const daysOf = ({ earliest, latest }: Window): ReadonlyArray<CivilDate> | undefined => {
  if (earliest === undefined || latest === undefined) return undefined
  const many = daysBetween(earliest, latest) + 1
  return many <= CYCLE ? Array.from({ length: many }, (_, n) => addDays(earliest, n)) : undefined
}

/** A first day, and the window of the day after the last. */
export interface Course {
  readonly first: CivilDate
  readonly to: Window
}

/** Every course that a period may take, one for each first day; none where it does not tell enough. */
export const coursesOf = ({ start, end, length }: Period): ReadonlyArray<Course> => {
  const firsts = start === undefined ? undefined : daysOf(windowOf(start))
  if (end !== undefined) return firsts?.map((first) => ({ first, to: movedByDays(windowOf(end), 1) })) ?? []
  if (length === undefined) return []
  return (firsts ?? ANY_DAY).map((first) => ({ first, to: addLength({ earliest: first, latest: first }, length) }))
}

/**
 * Whether a period is longer than a span, first and last day counted.
 * @example
 * isLongerThan({ n: 3, unit: 'month' })({ start: { edtf: '2024-01-01' }, end: { edtf: '2024-04-01' } }) // => 'yes'
 * isLongerThan({ n: 3, unit: 'month' })({ length: { kind: 'about', span: { n: 3, unit: 'month' } } }) // => 'cannot tell'
 */
export const isLongerThan =
  (span: Span) =>
  (period: Period): Answer =>
    agreed(coursesOf(period).map(({ first, to }) => isAfter(to, plusSpan(first, span))))

/**
 * Whether a period is shorter than a span.
 * @example
 * isShorterThan({ n: 1, unit: 'month' })({ start: { edtf: '2024-02' }, length: { kind: 'exact', span: { n: 4, unit: 'week' } } }) // => 'yes'
 */
export const isShorterThan =
  (span: Span) =>
  (period: Period): Answer =>
    agreed(coursesOf(period).map(({ first, to }) => isBefore(to, plusSpan(first, span))))

/** The fewest and the most days that a period comes to; absent: not bounded. */
export interface DayBounds {
  readonly fewest: number
  readonly most?: number
}

/**
 * How many days a period comes to.
 * @example
 * daysOfPeriod({ start: { edtf: '2024-12-18' }, end: { edtf: '2024-12-20' } }) // => { fewest: 3, most: 3 }
 */
export const daysOfPeriod = (period: Period): DayBounds => {
  const courses = coursesOf(period)
  if (courses.length === 0) return { fewest: 0 }
  const fewest = courses.map(({ first, to }) => (to.earliest === undefined ? 0 : Math.max(0, daysBetween(first, to.earliest))))
  const most = courses.map(({ first, to }) => (to.latest === undefined ? Number.POSITIVE_INFINITY : daysBetween(first, to.latest)))
  const bound = Math.max(...most)
  return { fewest: Math.min(...fewest), ...(Number.isFinite(bound) && { most: bound }) }
}
