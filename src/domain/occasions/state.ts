import type { OccasionId } from '../vocabulary/id.js'
import type { Attendance, HeldOccasion, OccasionEvent, OccasionKind, OccasionPostponed, OccasionScheduled, Revision } from './events.js'
import { type Marks, withMarks } from './roll.js'
import { emptySession, evolveSession, type Session } from './session.js'
import { guestMark, plainMarks } from './statuses.js'

/** What is said of an occasion as it stands, revisions included. */
export type Facts = Omit<Revision, 'occasion'>

export interface Known {
  readonly facts: Facts
  /** Records of the same happening. */
  readonly sameAs: ReadonlyArray<OccasionId>
  readonly session: Session
}

interface Planned extends Known {
  readonly plan: OccasionScheduled
}

export interface Held extends Known {
  readonly _tag: 'Held'
  readonly attendances: ReadonlyArray<Attendance>
  readonly marks: Marks
}

export type Occasion =
  | { readonly _tag: 'NotRecorded' }
  | ({ readonly _tag: 'Scheduled' } & Planned)
  | ({ readonly _tag: 'Postponed'; readonly postponement: OccasionPostponed } & Planned)
  | ({ readonly _tag: 'Cancelled' } & Planned)
  | Held

const hold = (state: Occasion, kind: OccasionKind, { attendance, occasion: _, ...facts }: HeldOccasion): Occasion => {
  if (state._tag === 'Cancelled' || state._tag === 'Held') return state
  return {
    _tag: 'Held',
    facts: { ...facts, kind },
    attendances: attendance === undefined ? [] : [attendance],
    marks: new Map(),
    sameAs: state._tag === 'NotRecorded' ? [] : state.sameAs,
    session: state._tag === 'NotRecorded' ? emptySession : state.session,
  }
}

/** A new day, or none: neither the old day nor the old last day holds. */
const postponed = ({ on: _on, lastDay: _lastDay, ...facts }: Facts, { to }: OccasionPostponed): Facts =>
  to === undefined ? facts : { ...facts, on: to }

export const evolve = (state: Occasion, event: OccasionEvent): Occasion => {
  switch (event.type) {
    case 'OccasionScheduled': {
      const { type: _, occasion: __, ...facts } = event
      return state._tag === 'NotRecorded' ? { _tag: 'Scheduled', plan: event, facts, sameAs: [], session: emptySession } : state
    }
    case 'OccasionPostponed':
      return state._tag === 'Scheduled' || state._tag === 'Postponed'
        ? { ...state, _tag: 'Postponed', facts: postponed(state.facts, event), postponement: event }
        : state
    case 'OccasionCancelled':
      return state._tag === 'Scheduled' || state._tag === 'Postponed' ? { ...state, _tag: 'Cancelled' } : state
    case 'OccasionRevised': {
      const { type: _, occasion: __, ...changes } = event
      return state._tag === 'NotRecorded' ? state : { ...state, facts: { ...state.facts, ...changes } }
    }
    case 'BriefingHeld': {
      const { type: _, kind, ...held } = event
      return hold(state, kind, held)
    }
    case 'CeremonyHeld': {
      const { type: _, ...held } = event
      return hold(state, 'ceremony', held)
    }
    case 'MeetingHeld': {
      const { type: _, ...held } = event
      return hold(state, 'meeting', held)
    }
    case 'HeadcountRecorded':
      return state._tag === 'Held' ? { ...state, attendances: [...state.attendances, event.attendance] } : state
    case 'AttendanceRecorded':
      return state._tag === 'Held' ? { ...state, marks: withMarks(state.marks, event.roll) } : state
    case 'AbsenceExcused':
      return state._tag === 'Held'
        ? { ...state, marks: withMarks(state.marks, [{ person: event.person, status: 'excused', standing: 'not stated' }]) }
        : state
    case 'OccasionMarkedSame':
      return state._tag === 'NotRecorded' ? state : { ...state, sameAs: [...state.sameAs, event.same] }
    case 'RollMarked': {
      if (state._tag === 'NotRecorded') return state
      const session = evolveSession(state.session, event)
      return state._tag === 'Held'
        ? { ...state, session, marks: withMarks(state.marks, plainMarks(event.marks, event.statuses)) }
        : { ...state, session }
    }
    case 'GuestIdentified':
      return state._tag === 'Held'
        ? {
            ...state,
            session: evolveSession(state.session, event),
            marks: withMarks(state.marks, [guestMark(event.person, event.standing)]),
          }
        : state
    case 'StatusSetDefined':
    case 'GuestAdded':
    case 'BlocksSet':
    case 'MakeUpRecorded':
    case 'FeedbackAsked':
    case 'FeedbackGiven':
    case 'GradeRecorded':
    case 'HoursRecorded':
    case 'CostsRecorded':
      return state._tag === 'NotRecorded' ? state : { ...state, session: evolveSession(state.session, event) }
  }
}
