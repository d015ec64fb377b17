import type { CivilDate } from '../vocabulary/civil-date.js'
import type { AgreementId, PersonId, PlacementId } from '../vocabulary/id.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { Period } from '../vocabulary/period.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { CourseEvent } from './course-events.js'
import type { CohortPeriod, Home, Host, PlacementKeys, Side } from './keys.js'
import type { NominationEvent } from './nomination-events.js'
import type { ReflectionConsentSet } from './reflection-consent.js'

export type { Home, Host, PlacementKeys } from './keys.js'

// What is written in a placement's stream. What a command and its event share is one interface; an absent field was not stated.

/** One officer for a period: both where he comes from and where he goes to are kept. */
export interface Attachment extends PlacementKeys {
  readonly kind: 'attachment' | 'secondment' | 'course' | 'study visit'
  readonly direction?: 'outbound' | 'inbound'
  readonly home: Home
  /** A bureau and its office are two hosts, each at its level. */
  readonly hosts: NamedList<Host>
  /** As agreed. */
  readonly period: Period
  readonly basis?: AgreementId
}

/** The officer's first day. */
export interface PlacementStart {
  readonly placement: PlacementId
  readonly on: StatedDate
}

/** The officer is reported as present on both days and all between. */
export interface PlacementPeriod {
  readonly placement: PlacementId
  readonly from: CivilDate
  readonly to: CivilDate
}

/** The end, on whatever day it came. */
export interface Completion {
  readonly placement: PlacementId
  /** The last day. */
  readonly on: StatedDate
}

/** Cut short. */
export interface Curtailment {
  readonly placement: PlacementId
  /** The last day. */
  readonly on: StatedDate
  /** Who asked for it. */
  readonly by: Side
  readonly why: string
  /** When notice of it was given. */
  readonly notice?: StatedDate
  /** Of a member whose own end is not on record: the cohort's period, by which "early" is judged. */
  readonly cohort?: CohortPeriod
}

/** Called off before it began. */
export interface Cancellation {
  readonly placement: PlacementId
  readonly why: string
}

/** What the officer, or somebody else, wrote of the placement: points, and the words or a digest of them. It is no completion report. */
export interface Reflection {
  readonly placement: PlacementId
  readonly author: PersonId
  readonly on?: StatedDate
  readonly language: string
  /** In the author's order. */
  readonly points: ReadonlyArray<string>
  readonly text?: string
  readonly digest?: string
  readonly publishedIn?: string
}

/** That a report came in; what it says is not kept. */
export interface Report {
  readonly placement: PlacementId
  readonly kind: 'completion report' | 'interim report'
  readonly on?: StatedDate
}

/** A placement was agreed. That it began is another event. */
export type OfficerAttached = { readonly type: 'OfficerAttached' } & Attachment
/** The placement began. */
export type PlacementStarted = { readonly type: 'PlacementStarted' } & PlacementKeys & PlacementStart
/** The officer was seen there. Days outside of these are not denied. */
export type PlacementPeriodConfirmed = { readonly type: 'PlacementPeriodConfirmed' } & PlacementKeys & PlacementPeriod
/** The placement ended as one that was served. */
export type PlacementCompleted = { readonly type: 'PlacementCompleted' } & PlacementKeys & Completion
/** The placement ended early, at somebody's wish. */
export type PlacementCurtailed = { readonly type: 'PlacementCurtailed' } & PlacementKeys & Curtailment
/** The placement never took place. */
export type PlacementCancelled = { readonly type: 'PlacementCancelled' } & PlacementKeys & Cancellation
/** Somebody wrote of it. Absent `on`: the day of writing is not stated. It proves no end and is no report. */
export type ReflectionRecorded = { readonly type: 'ReflectionRecorded' } & PlacementKeys & Reflection
/** A report came in. Absent `on`: nobody says on which day. */
export type ReportReceived = { readonly type: 'ReportReceived' } & PlacementKeys & Report

/** What is recorded of a placement. */
export type PlacementEvent =
  | OfficerAttached
  | PlacementStarted
  | PlacementPeriodConfirmed
  | PlacementCompleted
  | PlacementCurtailed
  | PlacementCancelled
  | ReflectionRecorded
  | ReportReceived
  | ReflectionConsentSet
  | NominationEvent
  | CourseEvent
