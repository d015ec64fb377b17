import type { CalendarKeys, Holding } from '../domain/calendars/events.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { OfficerCalendarId, PersonId, PlacementId } from '../domain/vocabulary/id.js'
import { list, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Days of one placement as they stand, half-open, and what they were judged by. */
export type HeldDays = Omit<Holding, 'calendar' | 'officer'>

/** Two placements that may share days, and who said so. */
export interface OverlapAllowed {
  readonly placement: PlacementId
  readonly with: PlacementId
  readonly authority: string
}

/** All days of one officer. */
export interface CalendarRow extends RestingOn {
  readonly calendar: OfficerCalendarId
  readonly officer: PersonId
  /** In the order in which they were held. */
  readonly held: ReadonlyArray<HeldDays>
  /** Placements that hold none again. */
  readonly released: ReadonlyArray<PlacementId>
  readonly overlapsWaived: ReadonlyArray<OverlapAllowed>
}

const rowOf = (row: CalendarRow | undefined, { calendar, officer }: CalendarKeys): CalendarRow =>
  row ?? { calendar, officer, held: [], released: [], overlapsWaived: [], entries: [], sources: [] }

/** What is said of a hold that is not there adds none. */
const changed = (row: CalendarRow, placement: PlacementId, change: Partial<HeldDays>): Pick<CalendarRow, 'held'> => ({
  held: row.held.map((hold) => (hold.placement === placement ? { ...hold, ...change } : hold)),
})

const without = ({ held }: CalendarRow, placement: PlacementId): ReadonlyArray<HeldDays> =>
  held.filter((hold) => hold.placement !== placement)

/** The officers' calendars, one row each. */
export const calendars: Projection<LedgerEvent, OfficerCalendarId, CalendarRow> = {
  name: 'calendars',
  version: 1,
  columns: {
    calendar: text<OfficerCalendarId>(),
    officer: text<PersonId>(),
    held: list<HeldDays>(({ placement, from, to }) => `${placement} ${from} until before ${to}`),
    released: list<PlacementId>(String),
    overlapsWaived: list<OverlapAllowed>(({ placement, with: other, authority }) => `${placement} and ${other}, by ${authority}`),
    ...restingOnColumns,
  },
  on: {
    DaysHeld: {
      keys: ({ calendar }) => [calendar],
      evolve: (before, event, _, recorded) => {
        const row = rowOf(before, event)
        const { type: _type, calendar: _calendar, officer: _officer, ...hold } = event
        return { ...row, held: [...without(row, event.placement), hold], ...restingOn(before, recorded) }
      },
    },
    DaysWidened: {
      keys: ({ calendar }) => [calendar],
      evolve: (before, event, _, recorded) => {
        const row = rowOf(before, event)
        const { type: _type, calendar: _calendar, officer: _officer, placement, ...change } = event
        return { ...row, ...changed(row, placement, change), ...restingOn(before, recorded) }
      },
    },
    DaysNarrowed: {
      keys: ({ calendar }) => [calendar],
      evolve: (before, event, _, recorded) => {
        const row = rowOf(before, event)
        return { ...row, ...changed(row, event.placement, { from: event.from, to: event.to }), ...restingOn(before, recorded) }
      },
    },
    DaysReleased: {
      keys: ({ calendar }) => [calendar],
      evolve: (before, event, _, recorded) => {
        const row = rowOf(before, event)
        const released = [...new Set([...row.released, event.placement])]
        return { ...row, held: without(row, event.placement), released, ...restingOn(before, recorded) }
      },
    },
    OverlapWaived: {
      keys: ({ calendar }) => [calendar],
      evolve: (before, event, _, recorded) => {
        const row = rowOf(before, event)
        const { placement, with: other, authority } = event
        const overlapsWaived = [...row.overlapsWaived, { placement, with: other, authority }]
        return { ...row, overlapsWaived, ...restingOn(before, recorded) }
      },
    },
  },
}
