import type { CivilDate } from '../vocabulary/civil-date.js'
import type { Count } from '../vocabulary/count.js'
import type { CohortId, OrganisationId, PersonId, PlacementId } from '../vocabulary/id.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { Period } from '../vocabulary/period.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { BatchKeys } from './keys.js'

// What is recorded of the cohorts in a batch's stream. An absent field was not stated; an empty list says that there is none.

/** What is told of a number of officers, beside their number. */
export interface CohortFacts {
  /** In the source's words: "middle and senior-level civil servants". */
  readonly population?: string
  readonly civilServants?: 'yes' | 'no' | 'mixed'
  readonly direction?: 'outbound' | 'inbound' | 'both'
  /** Departments, grades or cities alike: what an organisation is, its own stream says. */
  readonly homes?: NamedList<OrganisationId>
  readonly hosts?: NamedList<OrganisationId>
  /** The city; `hostPlaces` are districts and other places within it. */
  readonly place?: string
  readonly hostPlaces?: NamedList<OrganisationId>
  readonly fields?: NamedList<string>
  readonly period?: Period
}

/** So many officers, with what is told of them. */
export interface CohortDetails extends CohortFacts {
  readonly cohort: CohortId
  readonly size: Count
}

/** More of what is told of them: it stands beside what was told before. */
export interface CohortDetail extends CohortFacts {
  readonly cohort: CohortId
}

/** Their first day. */
export interface CohortStart {
  readonly cohort: CohortId
  readonly on: StatedDate
}

/** The cohort divided by one criterion: `sex`, `rank`, `home`. */
export interface Breakdown {
  readonly cohort: CohortId
  readonly by: string
  readonly parts: ReadonlyArray<Part>
  readonly addsUp?: boolean
  readonly overlapping?: boolean
}

/** One part by its label, and by its id where it is an organisation. */
export interface Part {
  readonly label: string
  readonly organisation?: OrganisationId
  readonly count: Count
}

/** The whole route in its order; a later one takes the place of this one. */
export interface Itinerary {
  readonly cohort: CohortId
  readonly legs: ReadonlyArray<Leg>
}

/** One stay on the way, with or without days. */
export interface Leg {
  readonly place: string
  readonly host?: OrganisationId
  readonly from?: StatedDate
  readonly to?: StatedDate
}

/** Adds to the roles named before; of one person in one role the latest naming holds. */
export interface RoleNaming {
  readonly cohort: CohortId
  readonly roles: ReadonlyArray<CohortRole>
}

/** A leader or deputy. `counted`: whether he is one of the n, or comes on top of them. */
export interface CohortRole {
  readonly role: string
  readonly person: PersonId
  readonly counted: 'within' | 'beside' | 'not stated'
}

/** One of the n becomes known: the number stays what it was. `was`: the label of the member described before, where it is this one. */
export interface MemberIdentity {
  readonly cohort: CohortId
  readonly person: PersonId
  readonly placement?: PlacementId
  readonly home?: OrganisationId
  readonly homePlace?: OrganisationId
  readonly homeDepartment?: OrganisationId
  readonly was?: string
}

/** One of the n, known by role or post and not by name. `member` is a label within the cohort: `member-2`. */
export interface MemberDescription {
  readonly cohort: CohortId
  readonly member: string
  readonly describedAs: string
  readonly home?: OrganisationId
  readonly homePlace?: OrganisationId
}

/** An identified member is no longer one of the n; the number stays what it was. */
export interface MemberRelease {
  readonly cohort: CohortId
  readonly person: PersonId
  readonly why?: string
}

/** All n are reported as present on both days and all between. */
export interface CohortPeriod {
  readonly cohort: CohortId
  readonly from: CivilDate
  readonly to: CivilDate
}

/** A new last day. */
export interface CohortExtension {
  readonly cohort: CohortId
  readonly end: StatedDate
  readonly why?: string
}

/** Some of the n return before the end: `on` is their last day. */
export interface CohortReturn {
  readonly cohort: CohortId
  readonly count: Count
  readonly on: StatedDate
  readonly why?: string
  readonly askedBy?: 'home' | 'host' | 'officer'
}

/** The last day. Absent `count`: of the cohort as a whole, however many were left of it. */
export interface CohortCompletion {
  readonly cohort: CohortId
  readonly on: StatedDate
  readonly count?: Count
}

/** So many were to come. */
export type CohortPlanned = { readonly type: 'CohortPlanned' } & BatchKeys & CohortDetails
/** So many came in. A plan before it stays on record as a plan. */
export type CohortAttached = { readonly type: 'CohortAttached' } & BatchKeys & CohortDetails
/** All of them started, or the first of them where the starts were staggered. */
export type CohortStarted = { readonly type: 'CohortStarted' } & BatchKeys & CohortStart
/** More was told of them. */
export type CohortDetailRecorded = { readonly type: 'CohortDetailRecorded' } & BatchKeys & CohortDetail
/** The number was divided, instead of an earlier division by the same criterion. */
export type CohortBreakdownRecorded = { readonly type: 'CohortBreakdownRecorded' } & BatchKeys & Breakdown
/** Their route was told, instead of the one before. */
export type CohortItinerarySet = { readonly type: 'CohortItinerarySet' } & BatchKeys & Itinerary
/** Roles were named, beside those before. */
export type CohortRolesNamed = { readonly type: 'CohortRolesNamed' } & BatchKeys & RoleNaming
/** One of them became known by id. */
export type MemberIdentified = { readonly type: 'MemberIdentified' } & BatchKeys & MemberIdentity
/** One of them became known by role or post. */
export type MemberDescribed = { readonly type: 'MemberDescribed' } & BatchKeys & MemberDescription
/** Somebody was not of them any more. */
export type MemberReleased = { readonly type: 'MemberReleased' } & BatchKeys & MemberRelease
/** All were seen there on those days. */
export type CohortPeriodConfirmed = { readonly type: 'CohortPeriodConfirmed' } & BatchKeys & CohortPeriod
/** They were to stay longer; the latest extension counts. */
export type CohortExtended = { readonly type: 'CohortExtended' } & BatchKeys & CohortExtension
/** Some came back early. Absent `askedBy`: nobody says at whose wish. */
export type CohortReturned = { readonly type: 'CohortReturned' } & BatchKeys & CohortReturn
/** All, or so many, stayed to the end. */
export type CohortCompleted = { readonly type: 'CohortCompleted' } & BatchKeys & CohortCompletion

/** What is recorded of a cohort, in the stream of its batch. */
export type CohortEvent =
  | CohortPlanned
  | CohortAttached
  | CohortStarted
  | CohortDetailRecorded
  | CohortBreakdownRecorded
  | CohortItinerarySet
  | CohortRolesNamed
  | MemberIdentified
  | MemberDescribed
  | MemberReleased
  | CohortPeriodConfirmed
  | CohortExtended
  | CohortReturned
  | CohortCompleted
