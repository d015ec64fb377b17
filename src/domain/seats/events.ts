import type { Count } from '../vocabulary/count.js'
import type {
  AgreementId,
  BatchId,
  CohortId,
  OccasionId,
  OrganisationId,
  PersonId,
  PlacementId,
  ProgrammeId,
  SeatsId,
} from '../vocabulary/id.js'
import type { Period } from '../vocabulary/period.js'

// What is written of one allotment of seats. What a command and its event share is one interface; an absent field was not stated.

/** Who takes seats: one placement, a cohort as a whole, or a person, for a session. */
export type SeatHolder = PlacementId | CohortId | PersonId

/** What an ask meets where no seat is free. */
export type SeatsPolicy = 'refuse' | 'waiting list'

/** What the seats are for: all of it together. Two intakes that share a quota are two batches of one allotment. */
export interface Allotted {
  readonly programme?: ProgrammeId
  readonly batches?: ReadonlyArray<BatchId>
  readonly agreement?: AgreementId
  /** One session. */
  readonly occasion?: OccasionId
  /** As the terms define it: `2024`, `2024/25`. */
  readonly year?: string
  readonly department?: OrganisationId
  readonly partner?: OrganisationId
  /** Which side of an agreement sends. */
  readonly side?: string
  readonly grade?: OrganisationId
  /** In the words of the terms. */
  readonly category?: string
}

/** An allotment: what for, how many, and what becomes of those for whom there is no seat. */
export interface Allotment {
  readonly seats: SeatsId
  readonly of: Allotted
  readonly quota: Count
  readonly policy: SeatsPolicy
  /** Seats beyond the quota that may be held from the beginning. */
  readonly overbookBy?: number
  readonly counts?: 'nominations' | 'persons started' | 'persons at one time'
  readonly period?: Period
}

/** Seats asked for. */
export interface SeatAsk {
  readonly seats: SeatsId
  readonly holder: SeatHolder
  readonly count: Count
  /** What becomes of this ask where no seat is free; absent: as the allotment has it. */
  readonly policy?: SeatsPolicy
}

/** What became of an ask. */
export interface SeatTaking extends Omit<SeatAsk, 'policy'> {
  /** The seats that are surely needed: an inexact count takes its lower bound. */
  readonly takes: number
  /** The policy that was followed. */
  readonly policy: SeatsPolicy
}

/** A holder needs no seats any longer, or never will. */
export interface SeatRelease {
  readonly seats: SeatsId
  readonly holder: SeatHolder
  readonly why?: string
}

/** Another quota from now on. */
export interface QuotaRevision {
  readonly seats: SeatsId
  readonly quota: Count
  readonly why?: string
}

/** How many seats beyond the quota may be held from now on. */
export interface Overbooking {
  readonly seats: SeatsId
  readonly by: number
  /** In whose power, by office. */
  readonly authority: string
  readonly reason: string
}

/** There are seats. */
export type SeatsOpened = { readonly type: 'SeatsOpened' } & Allotment
/** Seats are taken. */
export type SeatHeld = { readonly type: 'SeatHeld' } & SeatTaking
/** No seat was free, or others were waiting: the ask stands at the end of the list. */
export type SeatWaitlisted = { readonly type: 'SeatWaitlisted' } & SeatTaking
/** The first on the list has his seats. */
export type SeatPromoted = { readonly type: 'SeatPromoted' } & SeatTaking
/** Seats are given back, or a place on the list; it stands where there was neither, too, so that a late ask finds it. */
export type SeatReleased = { readonly type: 'SeatReleased' } & SeatRelease
/** The quota changed. */
export type QuotaRevised = { readonly type: 'QuotaRevised' } & QuotaRevision
/** Somebody in power lets more be held than the quota. */
export type OverbookingPermitted = { readonly type: 'OverbookingPermitted' } & Overbooking

/** What is recorded of an allotment. */
export type SeatsEvent = SeatsOpened | SeatHeld | SeatWaitlisted | SeatPromoted | SeatReleased | QuotaRevised | OverbookingPermitted
