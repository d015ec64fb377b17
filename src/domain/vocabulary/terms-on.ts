import { type Answer, and, not, or } from './answer.js'
import { type StatedDate, windowOf } from './stated-date.js'
import { precedes, showWindow, type Window } from './window.js'

/** Something that is stated to hold from a day, and perhaps to a last day. */
export interface Dated {
  readonly from: StatedDate
  /** The last day. */
  readonly to?: StatedDate
}

/** A statement that is not surely out on a day: it holds, or nobody can tell. */
export interface Holding<A> {
  readonly statement: A
  readonly holds: Exclude<Answer, 'no'>
}

const isBegun = ({ from }: Dated, day: Window): Answer => not(precedes(day, windowOf(from)))
const isOver = ({ to }: Dated, day: Window): Answer => (to === undefined ? 'no' : precedes(windowOf(to), day))

/** Of two that begin on the same day, the one that was stated later counts. */
const isLater = (a: Dated, b: Dated, isStatedLater: boolean): Answer => {
  const [x, y] = [windowOf(a.from), windowOf(b.from)]
  return showWindow(x) === showWindow(y) ? (isStatedLater ? 'yes' : 'no') : precedes(y, x)
}

/**
 * Which statements hold on a day (or in its window), in the order in which they were stated: the one that began last, until its own last day.
 * Those that surely do not hold are left out.
 * @example
 * holdingOn([{ from: { edtf: '2020' } }, { from: { edtf: '2024-01-01' } }], { earliest: '2024-06-01', latest: '2024-06-01' }) // => [{ statement: { from: { edtf: '2024-01-01' } }, holds: 'yes' }]
 */
export const holdingOn = <A extends Dated>(statements: ReadonlyArray<A>, day: Window): ReadonlyArray<Holding<A>> =>
  statements.flatMap((statement, n): ReadonlyArray<Holding<A>> => {
    const runs = and(isBegun(statement, day), not(isOver(statement, day)))
    const replaced = statements
      .map((other, m) => (m === n ? 'no' : and(isLater(other, statement, m > n), and(isBegun(other, day), not(isOver(other, day))))))
      .reduce<Answer>(or, 'no')
    const holds = and(runs, not(replaced))
    return holds === 'no' ? [] : [{ statement, holds }]
  })

/**
 * The statements of terms that hold on the day of an act.
 * @example
 * termsOn([{ from: { edtf: '2024-01-01' }, to: { edtf: '2024-12-31' } }], { edtf: '2025-01-01' }) // => []
 */
export const termsOn = <A extends Dated>(statements: ReadonlyArray<A>, day: StatedDate): ReadonlyArray<Holding<A>> =>
  holdingOn(statements, windowOf(day))
