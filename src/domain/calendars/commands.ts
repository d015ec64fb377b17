import type { CivilDate } from '../vocabulary/civil-date.js'
import type { OfficerCalendarId, PersonId, PlacementId } from '../vocabulary/id.js'
import type { DayLimits, Holding, LimitName, Narrowing, OverlapWaiver, Release, Widening } from './events.js'

// ── commands ────────────────────────────────────────────────────────────────

/**
 * A placement takes days of an officer: `DaysHeld`; nothing where it holds them already. Refused in a calendar that is not his
 * (`CalendarOfOtherOfficer`), without a day (`EndBeforeStart`), with other days on record (`DaysAlreadyHeld`), and once released
 * (`HoldAfterRelease`). Days that another placement holds (`DaysOverlap`), unless marked concurrent or waived, days beyond a limit
 * (`LimitExceeded`) and too soon after the last service (`WaitNotOver`) are refused to a decision and flagged in a report.
 */
export type HoldDays = { readonly type: 'HoldDays' } & Holding
/** Its span grows: `DaysWidened`; refused as a hold is, without one (`DaysNotHeld`), and where it would lose a day (`NotWider`). */
export type WidenDays = { readonly type: 'WidenDays' } & Widening
/** Its span shrinks: `DaysNarrowed`; nothing once released. Refused without a hold (`DaysNotHeld`), and where it would gain a day (`NotNarrower`). */
export type NarrowDays = { readonly type: 'NarrowDays' } & Narrowing
/** Its days are free again: `DaysReleased`, also where none were held; no later hold of the placement is taken. Never refused. */
export type ReleaseDays = { readonly type: 'ReleaseDays' } & Release
/** Two placements may share days from now on: `OverlapWaived`. Never refused. */
export type WaiveOverlap = { readonly type: 'WaiveOverlap' } & OverlapWaiver

/** What may be asked of an officer's calendar. */
export type CalendarCommand = HoldDays | WidenDays | NarrowDays | ReleaseDays | WaiveOverlap

// ── refusals ────────────────────────────────────────────────────────────────

/** Why days are not held, or not changed. */
export type CalendarRefusal =
  | { readonly _tag: 'CalendarOfOtherOfficer'; readonly calendar: OfficerCalendarId; readonly officer: PersonId }
  | { readonly _tag: 'EndBeforeStart'; readonly placement: PlacementId; readonly from: CivilDate; readonly to: CivilDate }
  /** Widen or narrow what is held. */
  | { readonly _tag: 'DaysAlreadyHeld'; readonly placement: PlacementId; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly _tag: 'DaysNotHeld'; readonly calendar: OfficerCalendarId; readonly placement: PlacementId }
  /** `from` and `to` are those held. */
  | { readonly _tag: 'NotWider'; readonly placement: PlacementId; readonly from: CivilDate; readonly to: CivilDate }
  /** `from` and `to` are those held. */
  | { readonly _tag: 'NotNarrower'; readonly placement: PlacementId; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly _tag: 'HoldAfterRelease'; readonly calendar: OfficerCalendarId; readonly placement: PlacementId }
  /** The other placement, and the days it holds. */
  | {
      readonly _tag: 'DaysOverlap'
      readonly placement: PlacementId
      readonly with: PlacementId
      readonly from: CivilDate
      readonly to: CivilDate
    }
  | LimitRefusal

/** A limit stands in the way. */
export type LimitRefusal = LimitExceeded | WaitNotOver

/** More days than the terms allow, all in days; `used` before, `asked` on top. */
export interface LimitExceeded {
  readonly _tag: 'LimitExceeded'
  readonly placement: PlacementId
  readonly limit: Exclude<LimitName, 'waitDays'>
  readonly allowed: number
  readonly used: number
  readonly asked: number
  readonly scheme?: string
  readonly terms?: DayLimits['terms']
}

/** Too few days lie between two placements; the later one may start on `earliest`. */
export interface WaitNotOver {
  readonly _tag: 'WaitNotOver'
  readonly placement: PlacementId
  readonly with: PlacementId
  readonly waitDays: number
  readonly earliest: CivilDate
  readonly scheme?: string
  readonly terms?: DayLimits['terms']
}
