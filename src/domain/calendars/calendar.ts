import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { officerOf, type PlacementId } from '../vocabulary/id.js'
import type { CalendarCommand, CalendarRefusal, HoldDays, NarrowDays, ReleaseDays, WaiveOverlap, WidenDays } from './commands.js'
import type { CalendarEvent, CalendarKeys, DaysHeld, JudgedBy } from './events.js'
import { brokenLimits } from './limits.js'
import { covers, lengthOf, overlaps } from './served.js'

// One officer's days. A placement holds its days before it is confirmed, widens them before it grows, narrows them after it shrank, and
// releases them when it comes to nothing. A release is for good: a hold that comes late, from a slow worker, finds it.

// ── state ───────────────────────────────────────────────────────────────────

/** What the officer's days are taken by. */
export interface Calendar {
  readonly holds: ReadonlyMap<PlacementId, Hold>
  /** No later hold of these is taken. */
  readonly released: ReadonlySet<PlacementId>
  /** Pairs of placements that may share days. */
  readonly waived: ReadonlyArray<readonly [PlacementId, PlacementId]>
}

type Hold = Pick<DaysHeld, 'placement' | 'from' | 'to' | 'scheme' | 'concurrent'>

const free: Calendar = { holds: new Map(), released: new Set(), waived: [] }

export const evolve = (state: Calendar, event: CalendarEvent): Calendar => {
  const { placement } = event
  const hold = state.holds.get(placement)
  switch (event.type) {
    case 'DaysHeld':
      return { ...state, holds: new Map(state.holds).set(placement, event) }
    case 'DaysWidened': {
      const { from, to, concurrent } = event
      return hold === undefined
        ? state
        : { ...state, holds: new Map(state.holds).set(placement, { ...hold, from, to, ...(concurrent && { concurrent }) }) }
    }
    case 'DaysNarrowed':
      return hold === undefined
        ? state
        : { ...state, holds: new Map(state.holds).set(placement, { ...hold, from: event.from, to: event.to }) }
    case 'DaysReleased':
      return {
        ...state,
        holds: new Map([...state.holds].filter(([held]) => held !== placement)),
        released: new Set(state.released).add(placement),
      }
    case 'OverlapWaived':
      return { ...state, waived: [...state.waived, [placement, event.with]] }
  }
}

const mayShare = ({ waived }: Calendar, a: PlacementId, b: PlacementId): boolean =>
  waived.some(([one, other]) => (one === a && other === b) || (one === b && other === a))

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<CalendarEvent, CalendarRefusal>

const keysOf = ({ calendar, placement }: Omit<CalendarKeys, 'officer'>): CalendarKeys => ({
  calendar,
  officer: officerOf(calendar),
  placement,
})

const hold = (command: HoldDays, state: Calendar): Decision => {
  const { calendar, officer, placement, from, to } = command
  const held = state.holds.get(placement)
  if (officerOf(calendar) !== officer) return E.left({ _tag: 'CalendarOfOtherOfficer', calendar, officer })
  if (lengthOf(command) === 0) return E.left({ _tag: 'EndBeforeStart', placement, from, to })
  if (state.released.has(placement)) return E.left({ _tag: 'HoldAfterRelease', calendar, placement })
  if (held === undefined) return E.right([{ ...command, type: 'DaysHeld' }])
  return covers(held, command) ? E.right([]) : E.left({ _tag: 'DaysAlreadyHeld', placement, from: held.from, to: held.to })
}

const widen = (command: WidenDays, state: Calendar): Decision => {
  const { calendar, placement } = command
  const held = state.holds.get(placement)
  if (state.released.has(placement)) return E.left({ _tag: 'HoldAfterRelease', calendar, placement })
  if (held === undefined) return E.left({ _tag: 'DaysNotHeld', calendar, placement })
  if (covers(held, command)) return E.right([])
  return covers(command, held)
    ? E.right([{ ...keysOf(command), ...command, type: 'DaysWidened' }])
    : E.left({ _tag: 'NotWider', placement, from: held.from, to: held.to })
}

const narrow = (command: NarrowDays, state: Calendar): Decision => {
  const { calendar, placement, from, to } = command
  const held = state.holds.get(placement)
  if (lengthOf(command) === 0) return E.left({ _tag: 'EndBeforeStart', placement, from, to })
  if (state.released.has(placement)) return E.right([])
  if (held === undefined) return E.left({ _tag: 'DaysNotHeld', calendar, placement })
  if (covers(command, held) && covers(held, command)) return E.right([])
  return covers(held, command)
    ? E.right([{ ...keysOf(command), ...command, type: 'DaysNarrowed' }])
    : E.left({ _tag: 'NotNarrower', placement, from: held.from, to: held.to })
}

const release = (command: ReleaseDays, { released }: Calendar): Decision =>
  released.has(command.placement) ? E.right([]) : E.right([{ ...keysOf(command), type: 'DaysReleased' }])

const waiveOverlap = (command: WaiveOverlap, state: Calendar): Decision =>
  mayShare(state, command.placement, command.with) ? E.right([]) : E.right([{ ...keysOf(command), ...command, type: 'OverlapWaived' }])

export const decide = (command: CalendarCommand, state: Calendar): Decision => {
  switch (command.type) {
    case 'HoldDays':
      return hold(command, state)
    case 'WidenDays':
      return widen(command, state)
    case 'NarrowDays':
      return narrow(command, state)
    case 'ReleaseDays':
      return release(command, state)
    case 'WaiveOverlap':
      return waiveOverlap(command, state)
  }
}

// ── what a report may break ─────────────────────────────────────────────────

const against = (asked: Hold, { limits, waived }: JudgedBy, state: Calendar): ReadonlyArray<Breach<CalendarRefusal>> => {
  const others = [...state.holds.values()].filter(({ placement }) => placement !== asked.placement)
  const shared = others.filter((other) => overlaps(asked, other) && !mayShare(state, asked.placement, other.placement))
  const overlapping = (asked.concurrent ? [] : shared).map(
    ({ placement, from, to }): Breach<CalendarRefusal> => ({
      refusal: { _tag: 'DaysOverlap', placement: asked.placement, with: placement, from, to },
      certainty: 'sure',
    }),
  )
  return limits === undefined ? overlapping : [...overlapping, ...brokenLimits(asked, others, limits, waived?.limits)]
}

const breaches = (command: CalendarCommand, state: Calendar): ReadonlyArray<Breach<CalendarRefusal>> => {
  switch (command.type) {
    case 'HoldDays':
      return against(command, command, state)
    case 'WidenDays': {
      const held = state.holds.get(command.placement)
      return held === undefined ? [] : against({ ...held, ...command }, command, state)
    }
    case 'NarrowDays':
    case 'ReleaseDays':
    case 'WaiveOverlap':
      return []
  }
}

export const calendar: Aggregate<CalendarCommand, Calendar, CalendarEvent, CalendarRefusal> = {
  category: 'officerCalendar',
  initialState: free,
  streamOf: (command) => command.calendar,
  subjectOf: (event) => event.calendar,
  commands: { HoldDays: true, WidenDays: true, NarrowDays: true, ReleaseDays: true, WaiveOverlap: true },
  decide,
  evolve,
  breaches,
}
