import type { Count } from '../vocabulary/count.js'
import type { CountSum } from '../vocabulary/count-sum.js'
import type { SeatsId } from '../vocabulary/id.js'
import type { Allotment, Overbooking, QuotaRevision, SeatAsk, SeatHolder, SeatRelease } from './events.js'

// ── commands ────────────────────────────────────────────────────────────────

/** There are so many seats, for this: `SeatsOpened`. Refused where the allotment is on record with other terms (`SeatsAlreadyOpened`). */
export type OpenSeats = { readonly type: 'OpenSeats' } & Allotment
/**
 * A placement, a cohort or a person takes seats: `SeatHeld`, or where there are none `SeatWaitlisted`, by the policy of the ask or of the
 * allotment; nothing where the same was asked before. With the policy `refuse`, more than the quota (`QuotaFull`), and seats that others
 * wait for (`SeatsWaitedFor`), are refused to a decision and flagged in a report; what cannot be told goes in flagged. Refused before the
 * opening (`SeatsNotOpened`), once released (`HoldAfterRelease`), and for another number than was asked (`SeatAlreadyAsked`).
 */
export type HoldSeat = { readonly type: 'HoldSeat' } & SeatAsk
/**
 * Seats are free again: `SeatReleased`, also where none were held, and `SeatPromoted` for those who then have room, in their order; no later
 * ask of the holder is taken. Never refused.
 */
export type ReleaseSeat = { readonly type: 'ReleaseSeat' } & SeatRelease
/**
 * The quota changes: `QuotaRevised`, and `SeatPromoted` for those who then have room. Refused before the opening. A quota surely below what is
 * held (`QuotaBelowHeld`) is refused to a decision and flagged in a report.
 */
export type ReviseQuota = { readonly type: 'ReviseQuota' } & QuotaRevision
/** More may be held than the quota: `OverbookingPermitted`, and `SeatPromoted` for those who then have room. Refused before the opening. */
export type PermitOverbooking = { readonly type: 'PermitOverbooking' } & Overbooking

/** What may be asked of an allotment. */
export type SeatsCommand = OpenSeats | HoldSeat | ReleaseSeat | ReviseQuota | PermitOverbooking

// ── refusals ────────────────────────────────────────────────────────────────

/** Why seats are not held, or not changed. */
export type SeatsRefusal =
  | { readonly _tag: 'SeatsNotOpened'; readonly seats: SeatsId }
  | { readonly _tag: 'SeatsAlreadyOpened'; readonly seats: SeatsId }
  | { readonly _tag: 'HoldAfterRelease'; readonly seats: SeatsId; readonly holder: SeatHolder }
  /** `count` is what was asked before. */
  | { readonly _tag: 'SeatAlreadyAsked'; readonly seats: SeatsId; readonly holder: SeatHolder; readonly count: Count }
  /** `held` before, `asked` on top. */
  | {
      readonly _tag: 'QuotaFull'
      readonly seats: SeatsId
      readonly quota: Count
      readonly held: CountSum
      readonly asked: Count
      readonly overbookBy?: number
    }
  /** `first` on the waiting list comes before. */
  | { readonly _tag: 'SeatsWaitedFor'; readonly seats: SeatsId; readonly first: SeatHolder; readonly waiting: number }
  | { readonly _tag: 'QuotaBelowHeld'; readonly seats: SeatsId; readonly quota: Count; readonly held: CountSum }
