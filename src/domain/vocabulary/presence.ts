/*
 * Whether an entry was in on a day. The table is read from the top; the first row that fits decides. "Start" is the window of the stated
 * start, its later side closed by a report that tells the start as past and by the first confirmed day. A staggered start has no later
 * side (some may come as late as the end) until all are confirmed as in. "End" is the window of the day after the last: of the reported
 * end where there is one, else of the stated end, else of start and length. A later confirmed day proves that it had not come.
 *
 *  on the day                                                        class
 *  1 within a confirmed range                                        confirmed (cannot tell, if another report has it ended before)
 *  2 start surely later, and not confirmed earlier                   surely out
 *  3 a reported end surely reached                                   surely out (cannot tell, if another report has it in later)
 *  4 the planned end surely reached, none reported                   overdue
 *  5 start has no earliest day                                       unknown
 *  6 start not surely reached                                        cannot tell
 *  7 surely started; no end on record, or confirmed again later      presumed, or in by its stated period where that still covers the day
 *  8 surely started; end surely later                                in by its stated period
 *  9 surely started; end may have come                               cannot tell
 *
 * Rows 3 and 4 come before 5: what is known to be over is not made unknown by an unknown beginning.
 *
 * A pause comes after the table: whoever would be in, or might be, is surely out on a day that surely lies in it, and cannot be told of where
 * that cannot be told. A report that confirms him on a day of a pause contradicts it: cannot tell.
 */
import { type Answer, and, not, or } from './answer.js'
import { addDays, type CivilDate } from './civil-date.js'
import { type Period, toWindow } from './period.js'
import { closedBy, type DayRange, type StatedDate, windowOf } from './stated-date.js'
import { isOnOrBefore, movedByDays, type Window, windowFrom } from './window.js'

/**
 * The classes an entry may be in on a day; a count shows every class.
 * @example
 * presenceOn({ period: { start: { edtf: '2023-12-18' } } }, '2023-12-17') // => 'surely out'
 */
export type Presence = 'confirmed' | 'in by its stated period' | 'presumed' | 'cannot tell' | 'overdue' | 'surely out' | 'unknown'

/**
 * What the record holds of one stay: the period as stated, and what was reported of it.
 * @example
 * presenceOn({ period: { start: { edtf: '2023-12-18' } } }, '2024-01-15') // => 'presumed'
 */
export interface Stay {
  readonly period: Period
  /** Reported as in, on both days and all between. */
  readonly confirmed?: ReadonlyArray<DayRange>
  /** The reported last day: end, return or early return. */
  readonly endedOn?: StatedDate
  /** The latest issue day of a source that tells the start as past. */
  readonly startedBy?: CivilDate
  readonly pauses?: ReadonlyArray<Pause>
}

/**
 * Days away within a stay: the first of them, and the first day back, if he is known to be back.
 * @example
 * pausedOn({ period: {}, pauses: [{ since: { edtf: '2024-01-22' }, backOn: { edtf: '2024-02-05' } }] }, '2024-02-05') // => 'no'
 */
export interface Pause {
  readonly since: StatedDate
  readonly backOn?: StatedDate
}

/**
 * Whether the day lies in a pause. One that is not known to be over goes on: no date ends it.
 * @example
 * pausedOn({ period: {}, pauses: [{ since: { edtf: '2024-01' } }] }, '2024-01-15') // => 'cannot tell'
 */
export const pausedOn = ({ pauses = [] }: Stay, day: CivilDate): Answer =>
  pauses.reduce((paused: Answer, { since, backOn }) => {
    const isBack = backOn === undefined ? 'no' : isOnOrBefore(windowOf(backOn), day)
    return or(paused, and(isOnOrBefore(windowOf(since), day), not(isBack)))
  }, 'no')

/**
 * The days on which a stay may have begun, closed by what tells the start as past and by the first confirmed day.
 * @example
 * startOf({ period: { start: { edtf: '2023-12' } }, startedBy: '2023-12-18' }) // => { earliest: '2023-12-01', latest: '2023-12-18' }
 */
export const startOf = ({ period, startedBy, confirmed = [] }: Stay): Window => {
  const stated = period.start === undefined ? {} : windowOf(period.start)
  const open = period.startsStaggered === true ? windowFrom(stated.earliest, undefined) : stated
  const told = startedBy === undefined || period.startsStaggered === true ? open : closedBy(open, startedBy)
  return confirmed.reduce((window, range) => closedBy(window, range.from), told)
}

/**
 * The days that may be the one after the last: of the reported end, else of the planned one. A day that is confirmed later than all of them
 * proves that it lies after that; then nothing is known but that.
 * @example
 * dayAfterLast({ period: { end: { edtf: '2023-12-20' } } }) // => { earliest: '2023-12-21', latest: '2023-12-21' }
 * dayAfterLast({ period: {} }) // => undefined
 */
export const dayAfterLast = ({ period, endedOn, confirmed = [] }: Stay): Window | undefined => {
  const end = endedOn === undefined ? toWindow(period) : movedByDays(windowOf(endedOn), 1)
  return confirmed.reduce((window: Window | undefined, range) => {
    const proven = addDays(range.to, 1)
    if (window?.latest !== undefined && window.latest < proven) return { earliest: proven }
    return window?.earliest !== undefined && window.earliest >= proven ? window : windowFrom(proven, window?.latest)
  }, end)
}

const isKnown = (window: Window | undefined): window is Window => window?.earliest !== undefined || window?.latest !== undefined

const onceStarted = (planned: Window | undefined, reported: Window | undefined, inLater: boolean, day: CivilDate): Presence => {
  const end = reported ?? planned
  if (end === undefined || (reported === undefined && !isKnown(end))) return 'presumed'
  switch (isOnOrBefore(end, day)) {
    case 'no':
      return 'in by its stated period'
    case 'yes':
    case 'cannot tell':
      return inLater ? 'presumed' : 'cannot tell'
  }
}

/**
 * The class of an entry on a day, from everything the record knows of it (also what was learned later). The decision table stands at the
 * top of this file.
 * @example
 * presenceOn({ period: { start: { edtf: '2023-12-18' }, length: { kind: 'about', span: { n: 3, unit: 'month' } } } }, '2024-01-15') // => 'in by its stated period'
 * presenceOn({ period: { start: { edtf: '2023-12-18' }, length: { kind: 'about', span: { n: 3, unit: 'month' } } } }, '2024-03-18') // => 'cannot tell'
 * presenceOn({ period: {}, startedBy: '2021-12-17' }, '2021-12-17') // => 'unknown'
 */
export const presenceOn = (stay: Stay, day: CivilDate): Presence => {
  const presence = apartFromPauses(stay, day)
  switch (presence) {
    case 'confirmed':
      return pausedOn(stay, day) === 'yes' ? 'cannot tell' : presence
    case 'in by its stated period':
    case 'presumed':
    case 'cannot tell': {
      const paused = pausedOn(stay, day)
      return paused === 'no' ? presence : paused === 'yes' ? 'surely out' : 'cannot tell'
    }
    case 'overdue':
    case 'surely out':
    case 'unknown':
      return presence
  }
}

const apartFromPauses = (stay: Stay, day: CivilDate): Presence => {
  const confirmed = stay.confirmed ?? []
  const reported = stay.endedOn && movedByDays(windowOf(stay.endedOn), 1)
  const hasEnded = reported !== undefined && isOnOrBefore(reported, day) === 'yes'
  if (confirmed.some(({ from, to }) => from <= day && day <= to)) return hasEnded ? 'cannot tell' : 'confirmed'

  const start = startOf(stay)
  const inEarlier = confirmed.some(({ to }) => to < day)
  if (start.earliest !== undefined && start.earliest > day && !inEarlier) return 'surely out'
  const inLater = confirmed.some(({ from }) => from > day)
  if (hasEnded) return inLater ? 'cannot tell' : 'surely out'

  const planned = toWindow(stay.period)
  const isOver = planned !== undefined && isOnOrBefore(planned, day) === 'yes'
  if (isOver && reported === undefined && !inLater) return 'overdue'
  if (start.earliest === undefined) return 'unknown'
  return isOnOrBefore(start, day) === 'yes' ? onceStarted(planned, reported, inLater, day) : 'cannot tell'
}

/**
 * What a count's headline makes of a class. Overdue after a stated end counts as out, after a derived end it cannot be told.
 * @example
 * headline('presumed', 'stated') // => 'in'
 * headline('overdue', 'derived') // => 'cannot tell'
 */
export const headline = (presence: Presence, endIs: 'stated' | 'derived'): 'in' | 'out' | 'cannot tell' => {
  switch (presence) {
    case 'confirmed':
    case 'in by its stated period':
    case 'presumed':
      return 'in'
    case 'surely out':
      return 'out'
    case 'overdue':
      return endIs === 'stated' ? 'out' : 'cannot tell'
    case 'cannot tell':
    case 'unknown':
      return 'cannot tell'
  }
}
