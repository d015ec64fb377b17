import type { Breach } from '../kernel/decider.js'
import { plannedEnd, toWindow } from '../vocabulary/period.js'
import { windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { ConfirmPlacementPeriod, PlacementCommand, PlacementRefusal, StartPlacement } from './commands.js'
import { courseBreaches } from './course.js'
import { over, returnAfterEnd, surelyBefore } from './dates.js'
import type { Completion } from './events.js'
import { nominationBreaches, notApproved } from './nomination.js'
import { type Attached, type Over, type Placement, presentPeriod, type Underway } from './state.js'

// What a decision must keep and a report may break: it goes in flagged.

const sure = (refusal: PlacementRefusal): Breach<PlacementRefusal> => ({ refusal, certainty: 'sure' })

/** The agreed period is a plan: that a start may lie outside of a vague one is no news, that it surely does is. */
const startOutside = ({ placement, on }: StartPlacement, state: Attached | Underway | Over): ReadonlyArray<Breach<PlacementRefusal>> => {
  const { start, ...present } = presentPeriod(state)
  const agreedStart = state.attachment.period.start ?? start
  const period = { ...present, ...(agreedStart !== undefined && { start: agreedStart }) }
  const [to, end] = [toWindow(period), plannedEnd(period)]
  const isBefore = period.start !== undefined && surelyBefore(on, period.start)
  const isAfter = to !== undefined && precedes(windowOf(on), to) === 'no'
  if (!isBefore && !isAfter) return []
  const agreed = { ...(period.start !== undefined && { start: period.start }), ...(end !== undefined && { end }) }
  return [sure({ _tag: 'StartOutsideAgreedPeriod', placement, on, ...agreed })]
}

const presentAfterEnd = ({ to }: ConfirmPlacementPeriod, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> =>
  state._tag === 'Over' && surelyBefore(state.ending.on, { edtf: to }) ? [sure(over(state))] : []

const endBeforePresence = ({ placement, on }: Completion, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  if (state._tag !== 'Underway') return []
  const later = state.confirmed.find(({ to }) => surelyBefore(on, { edtf: to }))
  return later === undefined
    ? []
    : [sure({ _tag: 'PlacementPeriodAlreadyConfirmed', placement, confirmed: { from: later.from, to: later.to } })]
}

/** What is waived is broken by nothing: neither refused nor flagged. */
export const breaches = (command: PlacementCommand, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  const waived = new Set<string>(state._tag === 'NotRecorded' ? [] : state.waivers.map(({ rule }) => rule))
  return broken(command, state).filter(({ refusal }) => !waived.has(refusal._tag))
}

const broken = (command: PlacementCommand, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  switch (command.type) {
    case 'AttachOfficer':
      return notApproved(command.placement, state)
    case 'StartPlacement':
      return isAgreed(state) ? startOutside(command, state) : []
    case 'ConfirmPlacementPeriod':
      return presentAfterEnd(command, state)
    case 'CompletePlacement':
      return endBeforePresence(command, state)
    case 'CurtailPlacement':
      return isAgreed(state)
        ? [returnAfterEnd(command, state)].filter((breach) => breach !== undefined).concat(endBeforePresence(command, state))
        : []
    case 'CancelPlacement':
    case 'RecordReflection':
    case 'SetReflectionConsent':
    case 'ReceiveReport':
      return []
    case 'Nominate':
    case 'Approve':
    case 'RefuseNomination':
    case 'Appeal':
    case 'AnswerAppeal':
    case 'Resubmit':
    case 'Withdraw':
      return nominationBreaches(command, state)
    case 'RequestExtension':
    case 'DecideExtension':
    case 'ChangeLeg':
    case 'SuspendPlacement':
    case 'ResumePlacement':
    case 'RecordCover':
    case 'PlanReview':
    case 'RecordReview':
    case 'RecordObligation':
    case 'RecordResult':
    case 'StateManner':
    case 'ExpectReport':
    case 'WaiveRule':
      return courseBreaches(command, state)
  }
}

const isAgreed = (state: Placement): state is Attached | Underway | Over =>
  state._tag === 'Attached' || state._tag === 'Underway' || state._tag === 'Over'
