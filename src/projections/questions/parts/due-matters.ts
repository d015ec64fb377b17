import type { Answer } from '../../../domain/vocabulary/answer.js'
import { addDays, type CivilDate } from '../../../domain/vocabulary/civil-date.js'
import { type Period, plannedEnd, toWindow } from '../../../domain/vocabulary/period.js'
import { type StatedDate, windowOf } from '../../../domain/vocabulary/stated-date.js'
import { isAfter, isBefore, isOnOrBefore, movedByDays, type Window } from '../../../domain/vocabulary/window.js'
import type { PlacementRow } from '../../placements.js'
import type { PlacementDetailsRow } from '../../placements-details.js'

/** What is due. */
export type Matter = 'ends soon' | 'overdue' | 'report due' | 'report overdue' | 'review due' | 'review overdue' | 'obligation ending'

/** One thing that is due on the day asked about, or within the days after it. */
export interface Due {
  readonly matter: Matter
  readonly what?: string
  /** Absent: nothing on record says when. */
  readonly due?: StatedDate
  /** The days that the due date was taken as. */
  readonly window?: Window
  /** `yes`: surely so on the day asked about; else it cannot be told. */
  readonly certainty: Exclude<Answer, 'no'>
}

/** The day asked about, and the last day of those looked ahead to. */
export interface Ahead {
  readonly on: CivilDate
  readonly until: CivilDate
}

export const aheadOf = (on: CivilDate, within: number): Ahead => ({ on, until: addDays(on, within) })

/** Soon, late, or neither; a window that lies on both sides of a border is none of them for sure. */
const judged = (
  window: Window,
  { on, until }: Ahead,
): { readonly is: 'soon' | 'late'; readonly certainty: Due['certainty'] } | undefined => {
  const isLate = isBefore(window, on)
  if (isLate === 'yes') return { is: 'late', certainty: 'yes' }
  const isSoon = isOnOrBefore(window, until)
  if (isSoon === 'no') return undefined
  return { is: 'soon', certainty: isLate === 'no' && isSoon === 'yes' ? 'yes' : 'cannot tell' }
}

const dueOf = (
  soon: Matter,
  late: Matter | undefined,
  due: StatedDate,
  window: Window,
  ahead: Ahead,
  what?: string,
): ReadonlyArray<Due> => {
  const found = judged(window, ahead)
  const matter = found?.is === 'late' ? late : soon
  return found === undefined || matter === undefined
    ? []
    : [{ matter, due, window, certainty: found.certainty, ...(what !== undefined && { what }) }]
}

/** The end of a placement or a cohort. One that has ended on record is not overdue; one without an end may end on any day. */
export const endDue = (period: Period, endedOn: StatedDate | undefined, ahead: Ahead): ReadonlyArray<Due> => {
  if (endedOn !== undefined) return dueOf('ends soon', undefined, endedOn, windowOf(endedOn), ahead)
  const [end, to] = [plannedEnd(period), toWindow(period)]
  if (end === undefined || to === undefined) return [{ matter: 'ends soon', certainty: 'cannot tell' }]
  return dueOf('ends soon', 'overdue', end, movedByDays(to, -1), ahead)
}

/** Had happened by the day asked about, or is not said to have happened later: an undated report came in. */
const hadCome = (on: StatedDate | undefined, { on: day }: Ahead): boolean => on === undefined || isAfter(windowOf(on), day) !== 'yes'

const inOrder = <A extends { readonly due: StatedDate }>(plans: ReadonlyArray<A>): ReadonlyArray<A> =>
  [...plans].sort((a, b) => ((windowOf(a.due).earliest ?? '') < (windowOf(b.due).earliest ?? '') ? -1 : 1))

/** Each report that came in, and each review that was held, meets the earliest of its kind that was planned. */
const notMet = <A extends { readonly due: StatedDate }>(plans: ReadonlyArray<A>, met: number): ReadonlyArray<A> => inOrder(plans).slice(met)

const reportsDue = ({ reportsExpected }: PlacementDetailsRow, { reports }: PlacementRow, ahead: Ahead): ReadonlyArray<Due> =>
  (['interim report', 'completion report'] as const).flatMap((kind) => {
    const received = reports.filter((report) => report.kind === kind && hadCome(report.on, ahead)).length
    const open = notMet(
      reportsExpected.filter((report) => report.kind === kind),
      received,
    )
    return open.flatMap(({ due }) => dueOf('report due', 'report overdue', due, windowOf(due), ahead, kind))
  })

const reviewsDue = ({ reviewsPlanned, reviews }: PlacementDetailsRow, ahead: Ahead): ReadonlyArray<Due> => {
  const held = reviews.filter(({ kind, on }) => kind === 'review' && hadCome(on, ahead)).length
  return notMet(reviewsPlanned, held).flatMap(({ due }) => dueOf('review due', 'review overdue', due, windowOf(due), ahead))
}

/** What is due of a placement beside its end. */
export const detailsDue = (details: PlacementDetailsRow, row: PlacementRow, ahead: Ahead): ReadonlyArray<Due> => [
  ...reviewsDue(details, ahead),
  ...reportsDue(details, row, ahead),
  ...details.obligations.flatMap(({ until, why }) => dueOf('obligation ending', undefined, until, windowOf(until), ahead, why)),
]
