import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../kernel/decider.js'
import type { OccasionId } from '../vocabulary/id.js'
import { windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { OccasionRefusal } from './commands.js'
import type { Attendance, OccasionEvent, Particulars, Role } from './events.js'
import { exceeded, type Marks, namedWithin } from './roll.js'

export type Decision = Outcome<OccasionEvent, OccasionRefusal>

export const unchanged: Decision = E.right([])

/** More people named within the figure than it can hold. Where that cannot be told, nothing is refused: see `breaches`. */
export const tooMany = (
  occasion: OccasionId,
  roles: ReadonlyArray<Role> = [],
  marks: Marks,
  attendances: ReadonlyArray<Attendance>,
  certainty: 'sure' | 'cannot tell' = 'sure',
  guestsWithin = 0,
): OccasionRefusal | undefined => {
  const named = namedWithin(roles, marks) + guestsWithin
  const over = exceeded(named, attendances)
  return over?.certainty === certainty ? { _tag: 'RollLargerThanFigure', occasion, figure: over.figure, named } : undefined
}

/** The events, unless what is said of the occasion cannot be. */
export const sound = (said: Particulars & { readonly occasion: OccasionId }, events: ReadonlyArray<OccasionEvent>): Decision => {
  const { occasion, on, lastDay, roles = [], order = {} } = said
  if (on !== undefined && lastDay !== undefined && precedes(windowOf(lastDay), windowOf(on)) === 'yes')
    return E.left({ _tag: 'EndBeforeStart', occasion, on, lastDay })
  const vacant = roles.find(({ person, organisation }) => person === undefined && organisation === undefined)
  if (vacant !== undefined) return E.left({ _tag: 'RoleOfNobody', occasion, role: vacant.role })
  const { before = [], after = [] } = order
  const other = before.find((id) => after.includes(id)) ?? [...before, ...after].find((id) => id === occasion)
  return other === undefined ? E.right(events) : E.left({ _tag: 'OrderContradictsItself', occasion, other })
}
