import * as fc from 'fast-check'
import { type Calendar, calendar } from '../../../src/domain/calendars/calendar.js'
import type { CalendarCommand } from '../../../src/domain/calendars/commands.js'
import { calendarCommands, calendarEvents } from '../../../src/events/calendar.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { said } from '../../support/few.js'

const one = fc.constant('officerCalendar-1')
const placement = fc.constantFrom('placement-1', 'placement-2')
const span = fc.constantFrom(
  { from: '2024-01-01', to: '2024-02-01' } as const,
  { from: '2024-02-01', to: '2024-03-01' } as const,
  { from: '2024-01-01', to: '2024-03-01' } as const,
  { from: '2024-02-01', to: '2024-02-01' } as const,
)
const spanning = <A extends object>(rest: fc.Arbitrary<A>) => fc.tuple(rest, span).map(([a, b]) => ({ ...a, ...b }))
const limits = fc.constant({ lifetimeTotalDays: 40 })
const concurrent = fc.constant(true)

/** Where the placement stands that the command speaks of. */
const phaseOf = ({ holds, released }: Calendar, { placement }: CalendarCommand): string => {
  if (released.has(placement)) return 'Released'
  return holds.has(placement) ? 'Held' : 'Free'
}

aggregateModel({
  aggregate: calendar,
  events: calendarEvents,
  commands: calendarCommands,
  contents: {
    HoldDays: spanning(said({ calendar: one, officer: fc.constantFrom('person-1', 'person-2'), placement }, { limits, concurrent })),
    WidenDays: spanning(said({ calendar: one, placement }, { limits, concurrent })),
    NarrowDays: spanning(fc.record({ calendar: one, placement })),
    ReleaseDays: fc.record({ calendar: one, placement }),
    WaiveOverlap: fc.record({
      calendar: one,
      placement: fc.constant('placement-1'),
      with: fc.constant('placement-2'),
      authority: fc.constant('Director'),
      reason: fc.constant('half-days'),
    }),
  },
  phaseOf,
  phases: `
                 | Free               | Held                         | Released
    HoldDays     | Held Held* refused | nothing refused              | refused
    WidenDays    | refused            | stays stays* nothing refused | refused
    NarrowDays   | refused            | stays nothing refused        | nothing refused
    ReleaseDays  | Released           | Released                     | nothing
    WaiveOverlap | stays nothing      | stays nothing                | stays nothing
  `,
})
