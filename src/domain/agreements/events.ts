import type { Capacity } from '../vocabulary/capacity.js'
import type { Count } from '../vocabulary/count.js'
import type { AgreementId, OrganisationId, PersonId } from '../vocabulary/id.js'
import type { Length } from '../vocabulary/length.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

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

export interface Places {
  readonly count: Count
  readonly per: 'year' | 'batch' | 'term'
}

export interface Announcement {
  readonly agreement: AgreementId
  readonly names: ReadonlyArray<Name>
  readonly parties: NamedList<OrganisationId>
  readonly announcedOn?: StatedDate
}

export interface Signing extends Term {
  readonly agreement: AgreementId
  readonly names: ReadonlyArray<Name>
}

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

export interface PartyChange {
  readonly agreement: AgreementId
  readonly from: StatedDate
  readonly joined: ReadonlyArray<OrganisationId>
  readonly left: ReadonlyArray<OrganisationId>
}

export interface AgreementLink {
  readonly agreement: AgreementId
  readonly to: AgreementId
  readonly kind: 'under' | 'annex to' | 'supplements' | 'replaces' | 'renews' | 'related'
}

export interface Ending {
  readonly agreement: AgreementId
  readonly on: StatedDate
  readonly why?: string
}

export type AgreementAnnounced = { readonly type: 'AgreementAnnounced' } & Announcement
export type AgreementSigned = { readonly type: 'AgreementSigned' } & Signing
export type AgreementAmended = { readonly type: 'AgreementAmended' } & Amendment
export type AgreementRenewed = { readonly type: 'AgreementRenewed'; readonly term: number } & Renewal
export type PartiesChanged = { readonly type: 'PartiesChanged' } & PartyChange
export type AgreementsLinked = { readonly type: 'AgreementsLinked' } & AgreementLink
export type LapseRecorded = { readonly type: 'LapseRecorded' } & Ending
export type AgreementTerminated = { readonly type: 'AgreementTerminated' } & Ending

export type AgreementEvent =
  | AgreementAnnounced
  | AgreementSigned
  | AgreementAmended
  | AgreementRenewed
  | PartiesChanged
  | AgreementsLinked
  | LapseRecorded
  | AgreementTerminated
