import type { CivilDate } from '../vocabulary/civil-date.js'
import type { AnyId, OfficerCalendarId, PersonId, PlacementId } from '../vocabulary/id.js'

// What is written in an officer's calendar. Days are half-open: `to` is the day after the last. What a command and its event share is one interface.

/** Days from the first to the day before `to`. */
export interface Days {
  readonly from: CivilDate
  /** The day after the last. */
  readonly to: CivilDate
}

/** Every entry names the calendar, whose it is, and for which placement. */
export interface CalendarKeys {
  readonly calendar: OfficerCalendarId
  readonly officer: PersonId
  readonly placement: PlacementId
}

/** How long one officer may be away, as the terms of the day say it. What is absent is not limited. */
export interface DayLimits {
  /** The longest single placement. */
  readonly longestInOneGoDays?: number
  /** The longest service without a break that counts as one. */
  readonly longestContinuousDays?: number
  /** All days of a lifetime; no break resets them. */
  readonly lifetimeTotalDays?: number
  /** Days away from service that reset the continuous clock; a shorter break does not. Absent: any day does. */
  readonly breakDays?: number
  /** Days that must lie between the end of one placement and the start of the next. */
  readonly waitDays?: number
  /** The terms that say so, as they stood: their stream, and its revision. */
  readonly terms?: TermsRead
}

/** Where terms were read. */
export interface TermsRead {
  readonly stream: AnyId
  readonly revision: number
}

/** The limits that may stand in the way. */
export type LimitName = 'longestInOneGoDays' | 'longestContinuousDays' | 'lifetimeTotalDays' | 'waitDays'

/** Some limits are set aside for one placement. The days still count: totals stay true. */
export interface LimitWaiver {
  readonly limits: ReadonlyArray<LimitName>
  /** In whose power, by office. */
  readonly authority: string
  readonly reason: string
}

/** The limits that a hold is judged by, and those of them that are set aside. */
export interface JudgedBy {
  readonly limits?: DayLimits
  readonly waived?: LimitWaiver
}

/** Days that one placement takes. */
export interface Holding extends CalendarKeys, Days, JudgedBy {
  /** The kind of service whose limits are counted together; absent: not stated. */
  readonly scheme?: string
  readonly manner?: 'full-time' | 'part-time' | 'intermittent'
  /** What kind of organisation takes the officer in, in the words of the terms. */
  readonly hostKind?: string
  /** Another placement may be held on the same days. */
  readonly concurrent?: true
}

/** More days for a placement: the whole span as it will be. */
export interface Widening extends Omit<CalendarKeys, 'officer'>, Days, JudgedBy {
  readonly concurrent?: true
}

/** Fewer days for a placement: the whole span as it will be. */
export interface Narrowing extends Omit<CalendarKeys, 'officer'>, Days {}

/** A placement needs its days no longer, or never will. */
export interface Release extends Omit<CalendarKeys, 'officer'> {}

/** Two placements may be held on the same days after all. */
export interface OverlapWaiver extends Omit<CalendarKeys, 'officer'> {
  readonly with: PlacementId
  /** In whose power, by office. */
  readonly authority: string
  readonly reason: string
}

/** A placement took days. */
export type DaysHeld = { readonly type: 'DaysHeld' } & Holding
/** A placement took more days: its whole span from now on. */
export type DaysWidened = { readonly type: 'DaysWidened' } & CalendarKeys & Widening
/** A placement gave up some of its days: its whole span from now on. */
export type DaysNarrowed = { readonly type: 'DaysNarrowed' } & CalendarKeys & Narrowing
/** A placement gave up its days; it stands where none were held, too, so that a late hold finds it. */
export type DaysReleased = { readonly type: 'DaysReleased' } & CalendarKeys
/** Somebody in power lets two placements share days. */
export type OverlapWaived = { readonly type: 'OverlapWaived' } & CalendarKeys & OverlapWaiver

/** What is recorded in an officer's calendar. */
export type CalendarEvent = DaysHeld | DaysWidened | DaysNarrowed | DaysReleased | OverlapWaived
