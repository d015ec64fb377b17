import type { Capacity } from '../vocabulary/capacity.js'
import type { Count } from '../vocabulary/count.js'
import type { AgreementId, OrganisationId, PersonId } from '../vocabulary/id.js'
import type { Length } from '../vocabulary/length.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { Terms } from '../vocabulary/terms.js'
import type { Dated } from '../vocabulary/terms-on.js'

// What a command and its event share is one interface. An absent field was not stated; an empty list says that there is none.

/** Who signed, in which capacity, for which party. */
export interface Signatory {
  readonly person: PersonId
  readonly capacity: Capacity
  readonly for: OrganisationId
}

/** Who saw it signed; a witness is no signatory. */
export interface Witness {
  readonly person: PersonId
  readonly capacity: Capacity
}

/** One term of an agreement as it was signed. An absent field was not stated; an empty list says that there is none. */
export interface Term {
  readonly parties: NamedList<OrganisationId>
  readonly signatories?: ReadonlyArray<Signatory>
  readonly witnesses?: ReadonlyArray<Witness>
  readonly signedOn: StatedDate
  readonly signedAt?: string
  /** As stated; where it is not, it follows from the signing and read models mark it so. */
  readonly inForceFrom?: StatedDate
  /** The last day. */
  readonly end?: StatedDate
  readonly placesPerSide?: Places
  readonly length?: Length
}

/** So many places for each side, every year, for each batch or over the term. */
export interface Places {
  readonly count: Count
  readonly per: 'year' | 'batch' | 'term'
}

/** An agreement that is to come, as far as it is told: nothing is in force by it. */
export interface Announcement {
  readonly agreement: AgreementId
  readonly names: ReadonlyArray<Name>
  readonly parties: NamedList<OrganisationId>
  readonly announcedOn?: StatedDate
}

/** The first term, and the names under which the agreement goes. */
export interface Signing extends Term {
  readonly agreement: AgreementId
  readonly names: ReadonlyArray<Name>
}

/** A further term. Nothing is taken over from the last one but the names. */
export interface Renewal extends Term {
  readonly agreement: AgreementId
}

/** What holds from a day on, instead of what was signed. */
export interface Amendment {
  readonly agreement: AgreementId
  readonly from: StatedDate
  readonly end?: StatedDate
  readonly placesPerSide?: Places
  readonly length?: Length
  readonly words?: string
}

/** Its typed terms from a day on, perhaps to a last day: whole, instead of those before. */
export interface AgreementTermsSetting extends Dated {
  readonly agreement: AgreementId
  /** The number of the term that states them: the signing was 1. */
  readonly term?: number
  readonly terms: Terms
  readonly words?: string
}

/** Who is a party from a day on, and who no longer is; the others stay. */
export interface PartyChange {
  readonly agreement: AgreementId
  readonly from: StatedDate
  readonly joined: ReadonlyArray<OrganisationId>
  readonly left: ReadonlyArray<OrganisationId>
}

/** How `agreement` stands to `to`: it is under it, an annex to it, renews it. */
export interface AgreementLink {
  readonly agreement: AgreementId
  readonly to: AgreementId
  readonly kind: 'under' | 'annex to' | 'supplements' | 'replaces' | 'renews' | 'related'
}

/** The day on which it was over, and why, where somebody says. */
export interface Ending {
  readonly agreement: AgreementId
  readonly on: StatedDate
  readonly why?: string
}

/** It was announced. Absent `announcedOn`: nobody says when. */
export type AgreementAnnounced = { readonly type: 'AgreementAnnounced' } & Announcement
/** It was signed: this is its first term. */
export type AgreementSigned = { readonly type: 'AgreementSigned' } & Signing
/** Something else holds from a day on; what the amendment leaves unsaid stays as it was. */
export type AgreementAmended = { readonly type: 'AgreementAmended' } & Amendment
/** Typed terms hold from a day on: all of them, those before no longer. */
export type AgreementTermsSet = { readonly type: 'AgreementTermsSet' } & AgreementTermsSetting
/** Another term was signed. `term` is its number: the signing was 1. */
export type AgreementRenewed = { readonly type: 'AgreementRenewed'; readonly term: number } & Renewal
/** Parties joined or left within the term. */
export type PartiesChanged = { readonly type: 'PartiesChanged' } & PartyChange
/** A link, on record with the agreement that it was said of; the other one's stream holds nothing of it. */
export type AgreementsLinked = { readonly type: 'AgreementsLinked' } & AgreementLink
/** Somebody said that it lapsed. Without this, a term past its end is over and has no renewal on record: that is all. */
export type LapseRecorded = { readonly type: 'LapseRecorded' } & Ending
/** It was ended, whatever end its term had. */
export type AgreementTerminated = { readonly type: 'AgreementTerminated' } & Ending

/** What is recorded of an agreement. */
export type AgreementEvent =
  | AgreementAnnounced
  | AgreementSigned
  | AgreementAmended
  | AgreementTermsSet
  | AgreementRenewed
  | PartiesChanged
  | AgreementsLinked
  | LapseRecorded
  | AgreementTerminated
