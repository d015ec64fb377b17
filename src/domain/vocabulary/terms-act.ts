import type { Breach } from '../kernel/decider.js'
import type { Count } from './count.js'
import type { AnyId, OrganisationId, ProgrammeId } from './id.js'
import type { NamedList } from './open-list.js'
import type { Period } from './period.js'
import type { StatedDate } from './stated-date.js'
import type { Bar, LengthChange, LengthRange, Limit, Quota, StartDays } from './terms.js'
import type { Activity } from './terms-scope.js'

/** One earlier stay of an officer, first and last day as they are known. */
export interface Participation {
  readonly scheme?: string
  readonly programme?: ProgrammeId
  readonly manner?: string
  readonly first: StatedDate
  readonly last: StatedDate
}

/** What is known of the officer on the day of the act. What is absent is not known, and what rests on it cannot be told. */
export interface OfficerFacts {
  readonly rank?: string
  readonly grade?: OrganisationId
  readonly yearsOfService?: Count
  readonly languages?: NamedList<string>
  readonly earlier?: NamedList<Participation>
}

/** How many are counted under a quota already. */
export interface Taken {
  readonly quota: string
  readonly count: Count
}

/**
 * An act that is judged under terms: what it is of, on which day, and its facts. A part that is absent (the officer, the places taken, the
 * period) is not judged; a fact that is missing within a part that is given cannot be told.
 */
export interface Act {
  /** What is decided or reported: a placement, a batch. */
  readonly of: AnyId
  /** The day of the act, by which it is judged however late it is recorded. */
  readonly day: StatedDate
  readonly activity?: Activity
  readonly period?: Period
  /** It changes a length that was agreed. */
  readonly changesLength?: true
  /** How many hosts are ranked. */
  readonly preferences?: number
  /** The steps of approval so far, in the order in which they were taken. */
  readonly approvals?: ReadonlyArray<string>
  readonly officer?: OfficerFacts
  /** How many are counted under the quotas before this act; it takes one more of each. */
  readonly taken?: ReadonlyArray<Taken>
}

/** What an officer lacks, or what bars him. */
export type Wanting =
  | { readonly of: 'rank'; readonly wanted: NamedList<string>; readonly found?: string }
  | { readonly of: 'grade'; readonly wanted: NamedList<OrganisationId>; readonly found?: OrganisationId }
  | { readonly of: 'years of service'; readonly least?: number; readonly most?: number; readonly found?: Count }
  | { readonly of: 'language'; readonly wanted: string }
  | { readonly of: 'earlier participation'; readonly bar: Bar }
  | { readonly of: 'earlier training'; readonly wanted: ProgrammeId }

/** What speaks against an act under terms, with the facts it rests on. */
export type TermsRefusal =
  | { readonly _tag: 'LengthOutsideTerms'; readonly period: Period; readonly range: LengthRange }
  | { readonly _tag: 'LengthFixed'; readonly day: StatedDate; readonly mayChange: LengthChange }
  | { readonly _tag: 'StartDayNotAllowed'; readonly start: StatedDate; readonly allowed: StartDays }
  | { readonly _tag: 'TooManyPreferences'; readonly most: number; readonly given: number }
  /** Absent `expected`: no further step was left to take. */
  | { readonly _tag: 'ApprovalOutOfOrder'; readonly steps: ReadonlyArray<string>; readonly given: string; readonly expected?: string }
  | { readonly _tag: 'NotEligible'; readonly wanting: Wanting }
  | { readonly _tag: 'LimitExceeded'; readonly limit: Limit; readonly period?: Period }
  | { readonly _tag: 'QuotaFull'; readonly quota: Quota; readonly taken?: Count }
  | { readonly _tag: 'ActivitySuspended'; readonly activity: Activity; readonly from: StatedDate; readonly to?: StatedDate }

/** A term that an act breaks, or may break. */
export type TermsBreach = Breach<TermsRefusal>
