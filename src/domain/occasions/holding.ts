import * as E from 'fp-ts/lib/Either.js'
import { same } from '../kernel/same.js'
import type { OccasionId } from '../vocabulary/id.js'
import type { ExcuseAbsence, MarkSameOccasion, RecordAttendance, RecordHeadcount } from './commands.js'
import type { BriefingHeld, CeremonyHeld, Mark, MeetingHeld } from './events.js'
import { isNews, merged, withMarks } from './roll.js'
import { guestsWithin } from './session.js'
import { type Decision, sound, tooMany, unchanged } from './soundness.js'
import type { Held, Occasion } from './state.js'

// Decisions on what was held, and on who came.

export const hold = (event: BriefingHeld | CeremonyHeld | MeetingHeld, state: Occasion): Decision => {
  const { occasion, roles, attendance } = event
  switch (state._tag) {
    case 'NotRecorded':
    case 'Scheduled':
    case 'Postponed': {
      const refusal = tooMany(occasion, roles, new Map(), attendance === undefined ? [] : [attendance])
      return refusal === undefined ? sound(event, [event]) : E.left(refusal)
    }
    case 'Cancelled':
      return E.left({ _tag: 'OccasionIsCancelled', occasion })
    case 'Held':
      return E.left({ _tag: 'OccasionAlreadyHeld', occasion })
  }
}

/** Nobody attended, or was absent from, what was not held. */
export const whenHeld = (occasion: OccasionId, state: Occasion, decideHeld: (held: Held) => Decision): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'OccasionNotRecorded', occasion })
    case 'Scheduled':
    case 'Postponed':
      return E.left({ _tag: 'OccasionNotHeld', occasion })
    case 'Cancelled':
      return E.left({ _tag: 'OccasionIsCancelled', occasion })
    case 'Held':
      return decideHeld(state)
  }
}

export const recordHeadcount = (command: RecordHeadcount, held: Held): Decision => {
  const { occasion, attendance } = command
  const saysNothing = Object.keys(attendance).length === 0
  if (saysNothing || held.attendances.some((one) => same(one, attendance))) return unchanged
  const refusal = tooMany(occasion, held.facts.roles, held.marks, [...held.attendances, attendance], 'sure', guestsWithin(held.session))
  return refusal === undefined ? E.right([{ ...command, type: 'HeadcountRecorded' }]) : E.left(refusal)
}

export const recordAttendance = (command: RecordAttendance, held: Held): Decision => {
  const { occasion } = command
  const roll = merged(command.roll)
  if (E.isLeft(roll)) return E.left({ _tag: 'RollContradictsItself', occasion, person: roll.left })
  const news = roll.right.filter((mark) => isNews(mark, held.marks))
  if (news.length === 0) return unchanged
  const refusal = tooMany(occasion, held.facts.roles, withMarks(held.marks, news), held.attendances, 'sure', guestsWithin(held.session))
  return refusal === undefined ? E.right([{ type: 'AttendanceRecorded', occasion, roll: news }]) : E.left(refusal)
}

export const excuse = (command: ExcuseAbsence, held: Held): Decision =>
  isNews(excused(command), held.marks) ? E.right([{ ...command, type: 'AbsenceExcused' }]) : unchanged

export const excused = ({ person }: ExcuseAbsence): Mark => ({ person, status: 'excused', standing: 'not stated' })

export const markSame = (command: MarkSameOccasion, state: Occasion): Decision => {
  const { occasion, same: other } = command
  if (state._tag === 'NotRecorded') return E.left({ _tag: 'OccasionNotRecorded', occasion })
  if (other === occasion) return E.left({ _tag: 'SameAsItself', occasion })
  return state.sameAs.includes(other) ? unchanged : E.right([{ ...command, type: 'OccasionMarkedSame' }])
}
