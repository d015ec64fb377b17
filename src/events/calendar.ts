import type { CalendarCommand, HoldDays, NarrowDays, ReleaseDays, WaiveOverlap, WidenDays } from '../domain/calendars/commands.js'
import type {
  CalendarEvent,
  CalendarKeys,
  DayLimits,
  Days,
  DaysHeld,
  DaysNarrowed,
  DaysReleased,
  DaysWidened,
  Holding,
  JudgedBy,
  LimitWaiver,
  OverlapWaived,
  Release,
  TermsRead,
} from '../domain/calendars/events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { anyId, idOf, integer, line, listOf, oneOf, prose, truth } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { civilDate } from './vocabulary.js'

const placement = idOf('placement')
/** A lifetime has fewer days than this. */
const days = integer(0, 100_000)

// Commands name the calendar and the placement; events say whose calendar it is.
const named: Props<Release> = { calendar: idOf('officerCalendar'), placement }
const keys: Props<CalendarKeys> = { calendar: named.calendar, officer: idOf('person'), placement }
const span: Props<Days> = { from: civilDate, to: civilDate }

const limits = objectCodec<DayLimits>('limits', {
  longestInOneGoDays: optional(days),
  longestContinuousDays: optional(days),
  lifetimeTotalDays: optional(days),
  breakDays: optional(days),
  waitDays: optional(days),
  terms: optional(objectCodec<TermsRead>('terms as read', { stream: anyId, revision: integer(0, Number.MAX_SAFE_INTEGER) })),
})
const waiver = objectCodec<LimitWaiver>('a waiver', {
  limits: listOf(oneOf('longestInOneGoDays', 'longestContinuousDays', 'lifetimeTotalDays', 'waitDays'), { atLeast: 1, atMost: 4 }),
  authority: line,
  reason: prose,
})
const judgedBy: Props<JudgedBy> = { limits: optional(limits), waived: optional(waiver) }
const concurrent = optional(truth)

const holding: Props<Holding> = {
  ...keys,
  ...span,
  scheme: optional(line),
  manner: optional(oneOf('full-time', 'part-time', 'intermittent')),
  hostKind: optional(line),
  concurrent,
  ...judgedBy,
}
const widened = { ...span, concurrent, ...judgedBy }
const waived = { with: placement, authority: line, reason: prose }

export const calendarEvents: Catalogue<CalendarEvent> = {
  DaysHeld: first<DaysHeld>('DaysHeld', holding),
  DaysWidened: first<DaysWidened>('DaysWidened', { ...keys, ...widened }),
  DaysNarrowed: first<DaysNarrowed>('DaysNarrowed', { ...keys, ...span }),
  DaysReleased: first<DaysReleased>('DaysReleased', keys),
  OverlapWaived: first<OverlapWaived>('OverlapWaived', { ...keys, ...waived }),
}

export const calendarCommands: Commands<CalendarCommand> = {
  HoldDays: commandCodec<HoldDays>('HoldDays', holding),
  WidenDays: commandCodec<WidenDays>('WidenDays', { ...named, ...widened }),
  NarrowDays: commandCodec<NarrowDays>('NarrowDays', { ...named, ...span }),
  ReleaseDays: commandCodec<ReleaseDays>('ReleaseDays', named),
  WaiveOverlap: commandCodec<WaiveOverlap>('WaiveOverlap', { ...named, ...waived }),
}
