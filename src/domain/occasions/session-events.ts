import type { CivilDate } from '../vocabulary/civil-date.js'
import type { Cost, TimeSpent } from '../vocabulary/cost.js'
import type { OccasionId, PersonId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { Mode, Standing } from './standing.js'

// What is recorded of an occasion as a session that people sign up for, attend, miss, make up, judge and pay for. What a command and its event
// share is one interface. An absent field was not stated.

/** One status that a roll may give, as the organiser of the session defines it. */
export interface Status {
  /** As it stands on the roll: `P`, `no-show`. */
  readonly code: string
  readonly words: string
  /** Before the session (invited, booked) or of what happened in it (attended, no-show): somebody has one of each. */
  readonly stage: 'sign-up' | 'attendance'
  /** What it counts towards a share of attendance, from 0 to 1; 0 for a sign-up. */
  readonly weight: number
  readonly attended: boolean
}

/** The statuses of one session. They stand in place of those known, and of those defined before. */
export interface StatusSet {
  readonly occasion: OccasionId
  readonly statuses: ReadonlyArray<Status>
}

/** One person's line on a roll that is kept by statuses. */
export interface CodedMark {
  readonly person: PersonId
  readonly code: string
  /** How the person stands to the head count; absent: not stated. */
  readonly standing?: Standing
  /** How the person took part, where it is not as the occasion was held. */
  readonly mode?: Mode
  /** Came without being enrolled. */
  readonly sittingIn?: true
  readonly note?: string
}

/** A roll by statuses. */
export interface CodedRoll {
  readonly occasion: OccasionId
  readonly marks: ReadonlyArray<CodedMark>
  /** The day on which it was taken; what is recorded later, or taken later, is a late entry. */
  readonly takenOn?: CivilDate
}

/** Somebody who came and whom nobody names yet. */
export interface Guest {
  readonly occasion: OccasionId
  /** What tells the guest from others at this occasion: `guest 1`. Never a name. */
  readonly guest: string
  readonly describedAs: string
  readonly standing: Standing
}

/** Who a guest was. */
export interface Identification {
  readonly occasion: OccasionId
  readonly guest: string
  readonly person: PersonId
}

/** A stretch of time within one day: from and to as `HH:MM`. */
export interface Block {
  readonly on: CivilDate
  readonly from: string
  readonly to: string
  readonly what?: string
}

/** The time blocks of an occasion; their sum is its length. They replace those before. */
export interface Blocks {
  readonly occasion: OccasionId
  readonly blocks: ReadonlyArray<Block>
}

/** By what a missed session counts as met. */
export type Equivalence = 'same session again' | 'equivalent' | 'tested out' | 'outside activity' | 'administrative'

/** A missed session that counts as met. */
export interface MakeUp {
  /** The one that was missed. */
  readonly occasion: OccasionId
  readonly person: PersonId
  /** The one that meets it; absent where no session does. */
  readonly by?: OccasionId
  readonly equivalence: Equivalence
  readonly why: string
}

/** Those who attended are asked what they think of it. Absent `due`: no day is set. */
export interface FeedbackRequest {
  readonly occasion: OccasionId
  readonly due?: CivilDate
}

/** What one person who attended thinks of it. */
export interface Feedback {
  readonly occasion: OccasionId
  readonly person: PersonId
  readonly score?: { readonly points: number; readonly of: number }
  readonly points?: ReadonlyArray<string>
  readonly words?: string
  readonly on?: StatedDate
}

/** What one person achieved in it. */
export interface Grade {
  readonly occasion: OccasionId
  readonly person: PersonId
  readonly grade?: string
  readonly passed?: boolean
  readonly comment?: string
}

/** Time spent on it. */
export interface Hours extends TimeSpent {
  readonly occasion: OccasionId
}

/** One item of what it cost. An estimate and what was actually paid stand side by side. */
export interface Costs extends Cost {
  readonly occasion: OccasionId
}

/** Which statuses the session's roll is kept by. */
export type StatusSetDefined = { readonly type: 'StatusSetDefined' } & StatusSet
/** The marks that were news, with the statuses by which their codes are read. */
export type RollMarked = { readonly type: 'RollMarked'; readonly statuses: ReadonlyArray<Status> } & CodedRoll
/** Somebody unnamed came. */
export type GuestAdded = { readonly type: 'GuestAdded' } & Guest
/** A guest turned out to be this person: one attendance, not two. */
export type GuestIdentified = { readonly type: 'GuestIdentified'; readonly standing: Standing } & Identification
/** When within its days it took place, or is to. */
export type BlocksSet = { readonly type: 'BlocksSet' } & Blocks
/** A session that somebody missed counts as met. The absence stays on record. */
export type MakeUpRecorded = { readonly type: 'MakeUpRecorded' } & MakeUp
/** Feedback was asked for. */
export type FeedbackAsked = { readonly type: 'FeedbackAsked' } & FeedbackRequest
/** Somebody gave feedback. */
export type FeedbackGiven = { readonly type: 'FeedbackGiven' } & Feedback
/** Somebody's grade, pass or fail, or a comment came on record. */
export type GradeRecorded = { readonly type: 'GradeRecorded' } & Grade
/** Time spent came on record. */
export type HoursRecorded = { readonly type: 'HoursRecorded' } & Hours
/** A cost came on record. */
export type CostsRecorded = { readonly type: 'CostsRecorded' } & Costs

/** What is recorded of an occasion as a session. */
export type SessionEvent =
  | StatusSetDefined
  | RollMarked
  | GuestAdded
  | GuestIdentified
  | BlocksSet
  | MakeUpRecorded
  | FeedbackAsked
  | FeedbackGiven
  | GradeRecorded
  | HoursRecorded
  | CostsRecorded
