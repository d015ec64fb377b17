import { same } from '../kernel/same.js'
import { not } from '../vocabulary/answer.js'
import { boundsOfCount, type Count } from '../vocabulary/count.js'
import { type Period, plannedEnd, toWindow } from '../vocabulary/period.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes, type Window, windowFrom } from '../vocabulary/window.js'
import type {
  CohortCompleted,
  CohortCompletion,
  CohortExtended,
  CohortExtension,
  CohortPeriodConfirmed,
  CohortReturn,
  CohortReturned,
  CohortStart,
  CohortStarted,
} from './cohort-events.js'
import { exceeds } from './cohort-members.js'
import { type AttachedCohort, knownStart, overOn, presentPeriod } from './cohort-state.js'
import { type Doubt, doubtOf, endBeforeStart, type Finding, ifSure, surelyBefore } from './finding.js'

// From the start to the end of a cohort, in whatever order it is learned: a start that is reported after the completion is taken in.

/** The end on record before a start that is on record: the plan may have moved, so that only a decision is refused for it. */
export const startAfterAgreedEnd = ({ cohort: id, on }: CohortStart, cohort: AttachedCohort): Doubt | undefined => {
  const refusal = endBeforeStart(id, on, presentPeriod(cohort).end)
  return refusal === undefined ? undefined : { refusal, certainty: 'sure' }
}

export const starting = (event: CohortStarted, cohort: AttachedCohort): Finding => {
  if (cohort.startedOn !== undefined)
    return same(cohort.startedOn, event.on)
      ? 'already so'
      : { _tag: 'CohortAlreadyStarted', cohort: event.cohort, startedOn: cohort.startedOn }
  const lastDays = [...cohort.departures.map(({ on }) => on), ...cohort.confirmed.map(({ to }): StatedDate => ({ edtf: to }))]
  return endBeforeStart(
    event.cohort,
    event.on,
    lastDays.find((day) => surelyBefore(day, event.on)),
  )
}

/** Nobody is sent back before a day on which all are reported as present. */
export const confirming = (event: CohortPeriodConfirmed, cohort: AttachedCohort): Finding => {
  const { cohort: id, from, to } = event
  if (cohort.confirmed.some((known) => same(known, event))) return 'already so'
  if (to < from) return { _tag: 'EndBeforeStart', cohort: id, start: { edtf: from }, end: { edtf: to } }
  const left = cohort.departures.find(({ on, count }) => isSomebody(count) && surelyBefore(on, { edtf: to }))
  if (left !== undefined) return { _tag: 'MembersAlreadyReturned', cohort: id, on: left.on }
  return endBeforeStart(id, cohort.startedOn, { edtf: to })
}

// ── the end ─────────────────────────────────────────────────────────────────

/** The window of the day after the last. Where the starts are staggered, start and length only say how soon the first may be done. */
const endWindow = (period: Period): Window | undefined => {
  const to = toWindow(period)
  const latest = period.startsStaggered === true && period.end === undefined ? undefined : to?.latest
  return to?.earliest === undefined && latest === undefined ? undefined : windowFrom(to?.earliest, latest)
}

export const notBeyondEnd = ({ cohort: id, end }: CohortExtension, cohort: AttachedCohort): Doubt | undefined => {
  const period = presentPeriod(cohort)
  const [present, extended, presentEnd] = [endWindow(period), toWindow({ end }), plannedEnd(period)]
  if (present === undefined || extended === undefined || presentEnd === undefined) return undefined
  return doubtOf(not(precedes(present, extended)), { _tag: 'ExtensionNotBeyondEnd', cohort: id, presentEnd, end })
}

export const extending = (event: CohortExtended, cohort: AttachedCohort): Finding => {
  if (cohort.extension !== undefined && same(cohort.extension.end, event.end)) return 'already so'
  const on = overOn(cohort)
  if (on !== undefined) return { _tag: 'CohortOver', cohort: event.cohort, on }
  return endBeforeStart(event.cohort, knownStart(cohort), event.end) ?? ifSure(notBeyondEnd(event, cohort))
}

/** A return after the last day is no early one. The completion of the whole cohort is its end, whatever was planned. */
export const returnAfterEnd = ({ cohort: id, on }: CohortReturn, cohort: AttachedCohort): Doubt | undefined => {
  const over = overOn(cohort)
  const period: Period = over === undefined ? presentPeriod(cohort) : { end: over }
  const [to, end] = [endWindow(period), plannedEnd(period)]
  if (to === undefined || end === undefined) return undefined
  return doubtOf(not(precedes(windowOf(on), to)), { _tag: 'EarlyReturnAfterEnd', cohort: id, end, on })
}

export const tooManyLeft = ({ cohort: id, count }: CohortReturn | CohortCompletion, cohort: AttachedCohort): Doubt | undefined => {
  if (count === undefined) return undefined
  const returned = [...cohort.departures.flatMap((departure) => departure.count ?? []), count]
  return doubtOf(exceeds(returned, cohort.size), { _tag: 'MoreReturnedThanAttached', cohort: id, attached: cohort.size, returned })
}

export const returning = (event: CohortReturned, cohort: AttachedCohort): Finding => {
  if (cohort.departures.some((known) => same(known, event))) return 'already so'
  return (
    endBeforeStart(event.cohort, knownStart(cohort), event.on) ??
    leftWhileConfirmed(event, cohort) ??
    ifSure(tooManyLeft(event, cohort)) ??
    ifSure(returnAfterEnd(event, cohort))
  )
}

export const completing = (event: CohortCompleted, cohort: AttachedCohort): Finding => {
  if (cohort.departures.some((known) => same(known, event))) return 'already so'
  const on = overOn(cohort)
  if (on !== undefined) return { _tag: 'CohortOver', cohort: event.cohort, on }
  return (
    endBeforeStart(event.cohort, knownStart(cohort), event.on) ??
    leftWhileConfirmed(event, cohort) ??
    leftAfter(event, cohort) ??
    ifSure(tooManyLeft(event, cohort))
  )
}

/** Whoever returned early did so before the whole cohort was done. */
const leftAfter = ({ cohort: id, on: end, count }: CohortCompletion, { departures }: AttachedCohort): Finding => {
  const late = departures.find(({ type, on }) => type === 'CohortReturned' && count === undefined && surelyBefore(end, on))
  return late === undefined ? undefined : { _tag: 'EarlyReturnAfterEnd', cohort: id, end, on: late.on }
}

/** A period confirmed for all n leaves none who left before its last day. */
const leftWhileConfirmed = ({ cohort: id, on, count }: CohortReturn | CohortCompletion, { confirmed }: AttachedCohort): Finding => {
  const range = confirmed.find(({ to }) => isSomebody(count) && surelyBefore(on, { edtf: to }))
  return range === undefined
    ? undefined
    : { _tag: 'CohortPeriodAlreadyConfirmed', cohort: id, confirmed: { from: range.from, to: range.to } }
}

/** Whether anybody is meant for sure; a completion without a number is that of the whole cohort. */
const isSomebody = (count: Count | undefined): boolean => count === undefined || count.kind === 'about' || boundsOfCount(count).low > 0
