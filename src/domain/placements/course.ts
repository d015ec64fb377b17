import * as E from 'fp-ts/lib/Either.js'
import type { Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import { plannedEnd, toWindow } from '../vocabulary/period.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { PlacementRefusal } from './commands.js'
import type {
  ChangeLeg,
  CourseCommand,
  RecordResult,
  ResumePlacement,
  StateManner,
  SuspendPlacement,
  WaiveRule,
} from './course-commands.js'
import type { RuleWaived } from './course-events.js'
import { endBeforeStart } from './dates.js'
import type { PlacementEvent } from './events.js'
import { decideExtension, extensionBreaches, requestExtension } from './extension.js'
import type { PlacementKeys } from './keys.js'
import { type Attached, keysOf, type Over, type Paper, type Placement, presentPeriod, type Underway } from './state.js'

// What happens while a placement runs. It is taken in whatever phase it is learned, but not of a placement that never took place.

type Decision = Outcome<PlacementEvent, PlacementRefusal>
type Standing = Attached | Underway | Over

const suspend = (command: SuspendPlacement, state: Standing): Decision => {
  const event: PlacementEvent = { ...keysOf(state.attachment), ...command, type: 'PlacementSuspended' }
  if (state.pauses.some(({ suspension }) => same(suspension, event))) return E.right([])
  const open = state.pauses.at(-1)
  if (open !== undefined && open.resumption === undefined)
    return E.left({ _tag: 'PlacementAlreadySuspended', placement: command.placement, from: open.suspension.from })
  const backwards = endBeforeStart(command.placement, command.from, command.expectedUntil)
  return backwards === undefined ? E.right([event]) : E.left(backwards)
}

const resume = (command: ResumePlacement, state: Standing): Decision => {
  const event: PlacementEvent = { ...keysOf(state.attachment), ...command, type: 'PlacementResumed' }
  const last = state.pauses.at(-1)
  if (last === undefined || last.resumption !== undefined)
    return same(last?.resumption, event) ? E.right([]) : E.left({ _tag: 'PlacementNotSuspended', placement: command.placement })
  const backwards = endBeforeStart(command.placement, last.suspension.from, command.on)
  return backwards === undefined ? E.right([event]) : E.left(backwards)
}

const unsoundLeg = (command: ChangeLeg): PlacementRefusal | undefined => {
  const { placement, from, until, hosts, role, post, supervisors, place } = command
  return [hosts, role, post, supervisors, place].every((one) => one === undefined)
    ? { _tag: 'NothingChanges', placement }
    : endBeforeStart(placement, from, until)
}

const unsoundResult = ({ placement, grade, passed, comment }: RecordResult): PlacementRefusal | undefined =>
  grade === undefined && passed === undefined && comment === undefined ? { _tag: 'ResultEmpty', placement } : undefined

const unsoundManner = ({ placement, manner, share }: StateManner): PlacementRefusal | undefined =>
  share !== undefined && manner !== 'part-time' ? { _tag: 'ShareNotOfPartTime', placement, share } : undefined

const file = (paper: Paper, state: Standing, refusal?: PlacementRefusal): Decision => {
  if (refusal !== undefined) return E.left(refusal)
  return state.papers.some((known) => same(known, paper)) ? E.right([]) : E.right([paper])
}

const waive = (command: WaiveRule, keys: PlacementKeys, known: ReadonlyArray<RuleWaived>): Decision => {
  const event: RuleWaived = { ...keysOf(keys), ...command, type: 'RuleWaived' }
  return known.some((one) => same(one, event)) ? E.right([]) : E.right([event])
}

const inCourse = (command: CourseCommand, state: Standing): Decision => {
  const keys = keysOf(state.attachment)
  switch (command.type) {
    case 'RequestExtension':
      return requestExtension(command, state)
    case 'DecideExtension':
      return decideExtension(command, state)
    case 'SuspendPlacement':
      return suspend(command, state)
    case 'ResumePlacement':
      return resume(command, state)
    case 'ChangeLeg':
      return file({ ...keys, ...command, type: 'LegChanged' }, state, unsoundLeg(command))
    case 'RecordCover':
      return file({ ...keys, ...command, type: 'CoverRecorded' }, state, endBeforeStart(command.placement, command.from, command.until))
    case 'PlanReview':
      return file({ ...keys, ...command, type: 'ReviewPlanned' }, state)
    case 'RecordReview':
      return file({ ...keys, ...command, type: 'ReviewRecorded' }, state)
    case 'RecordObligation':
      return file({ ...keys, ...command, type: 'ObligationRecorded' }, state)
    case 'RecordResult':
      return file({ ...keys, ...command, type: 'ResultRecorded' }, state, unsoundResult(command))
    case 'StateManner':
      return file({ ...keys, ...command, type: 'MannerStated' }, state, unsoundManner(command))
    case 'ExpectReport':
      return file({ ...keys, ...command, type: 'ReportExpected' }, state)
    case 'WaiveRule':
      return waive(command, keys, state.waivers)
  }
}

export const decideCourse = (command: CourseCommand, state: Placement): Decision => {
  switch (state._tag) {
    case 'Nominated':
      if (command.type === 'WaiveRule') return waive(command, state.nomination.nominated, state.waivers)
      return E.left({ _tag: 'PlacementNotRecorded', placement: command.placement })
    case 'NotRecorded':
      return E.left({ _tag: 'PlacementNotRecorded', placement: command.placement })
    case 'Attached':
    case 'Underway':
    case 'Over':
      return inCourse(command, state)
    case 'Cancelled':
      return E.left({ _tag: 'PlacementOver', placement: command.placement, how: 'cancelled' })
  }
}

// ── what a report may break ─────────────────────────────────────────────────

/** Only what surely lies before the start or after the end: that something may do so is no news. */
const outside = (on: StatedDate, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  if (state._tag === 'NotRecorded' || state._tag === 'Nominated' || state._tag === 'Cancelled') return []
  const { start, ...agreed } = presentPeriod(state)
  const period = { ...(start !== undefined && { start }), ...(state._tag === 'Over' ? { end: state.ending.on } : agreed) }
  const [to, end] = [toWindow(period), plannedEnd(period)]
  const isBefore = start !== undefined && precedes(windowOf(on), windowOf(start)) === 'yes'
  const isAfter = to !== undefined && precedes(windowOf(on), to) === 'no'
  if (!isBefore && !isAfter) return []
  const { placement } = state.attachment
  const bounds = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) }
  return [{ refusal: { _tag: 'OutsidePlacement', placement, on, ...bounds }, certainty: 'sure' }]
}

export const courseBreaches = (command: CourseCommand, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  switch (command.type) {
    case 'RequestExtension':
    case 'DecideExtension':
      return extensionBreaches(command, state)
    case 'ChangeLeg':
    case 'SuspendPlacement':
      return outside(command.from, state)
    case 'ResumePlacement':
    case 'RecordCover':
    case 'PlanReview':
    case 'RecordReview':
    case 'RecordObligation':
    case 'RecordResult':
    case 'StateManner':
    case 'ExpectReport':
    case 'WaiveRule':
      return []
  }
}
