import { addDays, type CivilDate, daysBetween } from '../vocabulary/civil-date.js'
import type { Days } from './events.js'

// Arithmetic of days in service. Days that two placements share are one day; days of a break are no service.

const byStart = (a: Days, b: Days): number => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)
const later = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a)

/** How many days. */
export const lengthOf = ({ from, to }: Days): number => Math.max(0, daysBetween(from, to))

/** Whether the two share a day. */
export const overlaps = (a: Days, b: Days): boolean => a.from < b.to && b.from < a.to

/** Whether every day of the second is one of the first. */
export const covers = (outer: Days, inner: Days): boolean => outer.from <= inner.from && inner.to <= outer.to

/** The same days, without any day twice: spans in order that neither meet nor touch. */
export const unionOf = (spans: ReadonlyArray<Days>): ReadonlyArray<Days> => {
  const union: Array<Days> = []
  for (const { from, to } of spans.filter((span) => lengthOf(span) > 0).toSorted(byStart)) {
    const last = union.at(-1)
    if (last !== undefined && from <= last.to) union[union.length - 1] = { from: last.from, to: later(last.to, to) }
    else union.push({ from, to })
  }
  return union
}

/** How many different days there are. */
export const totalDays = (spans: ReadonlyArray<Days>): number => unionOf(spans).reduce((sum, span) => sum + lengthOf(span), 0)

/** Service without a break that counts as one: from its first day to the day after its last, and how many days of it were served. */
export interface Stretch extends Days {
  readonly days: number
}

/** The service in stretches, in order: a break of `breakDays` or more begins a new one. */
export const stretchesOf = (spans: ReadonlyArray<Days>, breakDays = 1): ReadonlyArray<Stretch> => {
  const stretches: Array<Stretch> = []
  for (const span of unionOf(spans)) {
    const last = stretches.at(-1)
    if (last !== undefined && daysBetween(last.to, span.from) < Math.max(1, breakDays))
      stretches[stretches.length - 1] = { from: last.from, to: span.to, days: last.days + lengthOf(span) }
    else stretches.push({ ...span, days: lengthOf(span) })
  }
  return stretches
}

/** What was served by the end of a day. */
export const servedBy = (spans: ReadonlyArray<Days>, day: CivilDate): ReadonlyArray<Days> => {
  const after = addDays(day, 1)
  return spans.flatMap(({ from, to }) => (from < after ? [to <= after ? { from, to } : { from, to: after }] : []))
}
