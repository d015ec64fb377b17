import { type Answer, and, not, or } from '../domain/vocabulary/answer.js'
import type { CivilDate } from '../domain/vocabulary/civil-date.js'
import { type StatedDate, windowOf } from '../domain/vocabulary/stated-date.js'
import { isBefore, isOnOrBefore, precedes, type Window } from '../domain/vocabulary/window.js'

// Holders of a post, members of a group: each holds from its day on, until the next takes its place. Nobody need have said when one ended.

/** The first day of something, if stated. */
export interface Beginning {
  readonly from?: StatedDate
}

const windowFrom = ({ from }: Beginning): Window => (from === undefined ? {} : windowOf(from))

/** Whether one held on a day among those that take its place: begun by then, and none of the others begun after it by then. */
export const heldOn = (one: Beginning, others: ReadonlyArray<Beginning>, day: CivilDate): Answer => {
  const begins = windowFrom(one)
  const replaced = others.map((other): Answer => and(precedes(begins, windowFrom(other)), isOnOrBefore(windowFrom(other), day)))
  return and(isOnOrBefore(begins, day), not(replaced.reduce(or, 'no')))
}

/** Whether something is known to have taken its place one day: without that, how long it held is nobody's word. */
export const isSucceeded = (one: Beginning, others: ReadonlyArray<Beginning>): boolean =>
  others.some((other) => precedes(windowFrom(one), windowFrom(other)) === 'yes')

/** Whether it began on that very day. */
export const beganOn = (one: Beginning, day: CivilDate): boolean => {
  const { earliest, latest } = windowFrom(one)
  return earliest === day && latest === day
}

/** Whether that day lies after the last day of something; `ended` without a day: cannot tell. */
export const isOverBy = (ended: boolean, lastDay: StatedDate | undefined, day: CivilDate): Answer => {
  if (!ended) return 'no'
  return lastDay === undefined ? 'cannot tell' : isBefore(windowOf(lastDay), day)
}
