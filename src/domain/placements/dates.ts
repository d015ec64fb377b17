import type { Breach } from '../kernel/decider.js'
import { not } from '../vocabulary/answer.js'
import type { PlacementId } from '../vocabulary/id.js'
import { plannedEnd, toWindow } from '../vocabulary/period.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { PlacementRefusal, StartPlacement } from './commands.js'
import type { Curtailment } from './events.js'
import { periodWith } from './extension.js'
import type { Attached, Over, Underway } from './state.js'

// What the dates of a placement say against each other. What was agreed may be broken, and reports may contradict each other: those go in flagged.

export const surelyBefore = (a: StatedDate, b: StatedDate): boolean => precedes(windowOf(a), windowOf(b)) === 'yes'

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

/** A return after the last day, as agreed or extended, is no early one; where it may be one, that is noted. */
export const returnAfterEnd = (
  { placement, on, cohort }: Curtailment,
  state: Attached | Underway | Over,
): Breach<PlacementRefusal> | undefined => {
  const period = periodWith(state, cohort)
  const [to, end] = [toWindow(period), plannedEnd(period)]
  if (to === undefined || end === undefined) return undefined
  const afterEnd = not(precedes(windowOf(on), to))
  return afterEnd === 'no'
    ? undefined
    : { refusal: { _tag: 'EarlyReturnAfterEnd', placement, end, on }, certainty: afterEnd === 'yes' ? 'sure' : 'cannot tell' }
}
