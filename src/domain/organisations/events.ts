import type { OrganisationId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// What is recorded of an organisation. Commands say the same in the imperative: what both share is one interface.

/** A grade is not a department, a district is not a city, an office is not the bureau it belongs to. */
export type OrganisationKind =
  | 'government'
  | 'bureau'
  | 'department'
  | 'office'
  | 'section'
  | 'commission'
  | 'grade'
  | 'college'
  | 'academy'
  | 'centre'
  | 'municipality'
  | 'district'
  | 'province'
  | 'legislature'
  | 'UN agency'
  | 'international organisation'
  | 'group'
  | 'other'

/** An organisation as first known. An absent field was not stated. */
export interface OrganisationRegistration {
  readonly organisation: OrganisationId
  readonly names: ReadonlyArray<Name>
  readonly kind: OrganisationKind
  /** What it is a part of. */
  readonly parent?: OrganisationId
  /** Before this day it did not exist. */
  readonly establishedOn?: StatedDate
}

/** The name that holds in its language from a day on; the name of the day stays on what was recorded under it. */
export interface Renaming {
  readonly organisation: OrganisationId
  readonly name: Name
  /** The first day of the name, unless the name itself tells it. */
  readonly from?: StatedDate
}

/** What was one organisation goes on in another. */
export interface OrganisationMerger {
  readonly organisation: OrganisationId
  readonly into: OrganisationId
  /** The first day on which the other stands in its place. */
  readonly from?: StatedDate
}

/** The organisation ends. Whether its work goes on elsewhere, a merger says. */
export interface Dissolution {
  readonly organisation: OrganisationId
  /** The last day. */
  readonly on: StatedDate
}

/** Somebody calls two organisations partners in a field; an agreement between them is another matter. */
export interface Partnership {
  readonly organisation: OrganisationId
  readonly partner: OrganisationId
  /** In what they are partners: "civil service training". */
  readonly field: string
  readonly since?: StatedDate
  /** The source's words. */
  readonly words?: string
}

/** The members of a group from a day on: all listed, partly listed (open), or none listed (open and empty). It is never counted as its members. */
export interface GroupMembership {
  readonly organisation: OrganisationId
  readonly members: NamedList<OrganisationId>
  readonly from?: StatedDate
}

/** It came on record. What is learned later is told by events of its own. */
export type OrganisationRegistered = { readonly type: 'OrganisationRegistered' } & OrganisationRegistration
/** Another name holds in its language. Absent `from`: from the name's own first day, if it tells one. */
export type OrganisationRenamed = { readonly type: 'OrganisationRenamed' } & Renaming
/** The other stands in its place; what was recorded under this id stays there. */
export type OrganisationsMerged = { readonly type: 'OrganisationsMerged' } & OrganisationMerger
/** Somebody said that it had ended. What was so before its last day can still be learned. */
export type OrganisationDissolved = { readonly type: 'OrganisationDissolved' } & Dissolution
/** Somebody stated a partnership. Absent `since`: not since when. */
export type PartnershipNoted = { readonly type: 'PartnershipNoted' } & Partnership
/** Members were listed, or said to be more than are listed. Absent `from`: nobody says since when. */
export type GroupMembersSet = { readonly type: 'GroupMembersSet' } & GroupMembership

/** What is recorded of an organisation. */
export type OrganisationEvent =
  | OrganisationRegistered
  | OrganisationRenamed
  | OrganisationsMerged
  | OrganisationDissolved
  | PartnershipNoted
  | GroupMembersSet
