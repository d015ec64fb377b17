import type { Breach } from '../kernel/decider.js'
import { not } from '../vocabulary/answer.js'
import type { PlacementId } from '../vocabulary/id.js'
import { plannedEnd, toWindow } from '../vocabulary/period.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { ConfirmPlacementPeriod, PlacementCommand, PlacementRefusal, StartPlacement } from './commands.js'
import type { Completion, Curtailment } from './events.js'
import type { Over, Placement, Underway } from './state.js'

// What the dates of a placement say against each other. What was agreed may be broken, and reports may contradict each other: those go in flagged.

const surelyBefore = (a: StatedDate, b: StatedDate): boolean => precedes(windowOf(a), windowOf(b)) === 'yes'

/** Nothing ends before it starts, as far as both are known. */
export const endBeforeStart = (
  placement: PlacementId,
  start: StatedDate | undefined,
  end: StatedDate | undefined,
): PlacementRefusal | undefined =>
  start !== undefined && end !== undefined && surelyBefore(end, start) ? { _tag: 'EndBeforeStart', placement, start, end } : undefined

/** A start that is learned late does not lie after the reported end, nor after a day of presence. */
export const startAfterLastDay = ({ placement, on }: StartPlacement, state: Underway | Over): PlacementRefusal | undefined => {
  const present = state.confirmed.map(({ to }): StatedDate => ({ edtf: to }))
  const lastDays = state._tag === 'Over' ? [...present, state.ending.on] : present
  return endBeforeStart(
    placement,
    on,
    lastDays.find((day) => surelyBefore(day, on)),
  )
}

/** The refusal of whatever comes after the end. */
export const over = ({ ending }: Over): PlacementRefusal => ({
  _tag: 'PlacementOver',
  placement: ending.placement,
  how: ending.type === 'PlacementCompleted' ? 'completed' : 'curtailed',
  on: ending.on,
})

/** A return after the agreed last day is no early one; where it may be one, that is noted. */
export const returnAfterEnd = ({ placement, on }: Curtailment, state: Placement): Breach<PlacementRefusal> | undefined => {
  if (state._tag === 'NotRecorded') return undefined
  const { period } = state.attachment
  const [to, end] = [toWindow(period), plannedEnd(period)]
  if (to === undefined || end === undefined) return undefined
  const afterEnd = not(precedes(windowOf(on), to))
  return afterEnd === 'no'
    ? undefined
    : { refusal: { _tag: 'EarlyReturnAfterEnd', placement, end, on }, certainty: afterEnd === 'yes' ? 'sure' : 'cannot tell' }
}

// ── what goes in flagged ────────────────────────────────────────────────────

const sure = (refusal: PlacementRefusal): Breach<PlacementRefusal> => ({ refusal, certainty: 'sure' })

/** The agreed period is a plan: that a start may lie outside of a vague one is no news, that it surely does is. */
const startOutside = ({ placement, on }: StartPlacement, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  if (state._tag === 'NotRecorded') return []
  const { period } = state.attachment
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

export const breaches = (command: PlacementCommand, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  switch (command.type) {
    case 'StartPlacement':
      return startOutside(command, state)
    case 'ConfirmPlacementPeriod':
      return presentAfterEnd(command, state)
    case 'CompletePlacement':
      return endBeforePresence(command, state)
    case 'CurtailPlacement':
      return [returnAfterEnd(command, state)].filter((breach) => breach !== undefined).concat(endBeforePresence(command, state))
    case 'AttachOfficer':
    case 'CancelPlacement':
    case 'RecordReflection':
    case 'ReceiveReport':
      return []
  }
}
