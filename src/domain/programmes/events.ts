import type { Count } from '../vocabulary/count.js'
import type { AgreementId, OrganisationId, ProgrammeId } from '../vocabulary/id.js'
import type { Length } from '../vocabulary/length.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList, Stated } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// What a command and its event share is one interface. An absent field was not stated; an empty list says that there is none.

export type ProgrammeKind =
  | 'national-studies course'
  | 'staff exchange'
  | 'exchange and collaboration'
  | 'secondment to an international organisation'
  | 'talk series'
  | 'training course'
  | 'attachment'
  | 'other'

/** Seen from the home government: officers go out, others come in, or both. */
export type Direction = 'outbound' | 'inbound' | 'both'

/** An organisation in one role, for the days it held it. */
export interface RoleHolder {
  readonly organisation: OrganisationId
  readonly role: 'organiser' | 'joint organiser' | 'co-ordinator' | 'sponsor' | 'supporter' | 'helper'
  readonly from?: StatedDate
  /** The last day. */
  readonly to?: StatedDate
}

/** What somebody says of a programme as he first tells of it. */
export interface ProgrammeDetails {
  readonly programme: ProgrammeId
  readonly names: ReadonlyArray<Name>
  readonly kind: ProgrammeKind
  readonly direction?: Direction
  /** Where it is held: country, region or city, as the source says. */
  readonly places?: NamedList<string>
  /** Lectures, site visits. */
  readonly delivery?: NamedList<string>
  readonly targetGroup?: string
  /** In the source's order. */
  readonly aims?: ReadonlyArray<string>
  readonly curriculum?: NamedList<string>
  readonly organisers?: NamedList<RoleHolder>
  /** The agreements that it stands under. */
  readonly agreements?: ReadonlyArray<AgreementId>
  readonly capacity?: Count
}

export interface ProgrammeAnnouncement extends ProgrammeDetails {
  readonly announcedOn?: StatedDate
}

/** History imported: it ran before the ledger knew of it. */
export interface Registration extends ProgrammeDetails {
  readonly since?: StatedDate
}

export interface Launch extends ProgrammeDetails {
  readonly launchedOn: StatedDate
  /** The place of the launch, as the source says. */
  readonly launchedAt?: string
}

export interface Naming {
  readonly programme: ProgrammeId
  readonly name: Name
  readonly from?: StatedDate
}

export interface OrganiserChange {
  readonly programme: ProgrammeId
  readonly joined: ReadonlyArray<RoleHolder>
  readonly left: ReadonlyArray<RoleHolder>
  readonly from?: StatedDate
}

export interface AgreementPlacing {
  readonly programme: ProgrammeId
  readonly agreement: AgreementId
  readonly from?: StatedDate
}

/** What holds from a day on. */
export interface TermsRevision {
  readonly programme: ProgrammeId
  readonly from: StatedDate
  readonly length?: Length
  readonly capacity?: Count
  readonly words?: string
}

export interface Suspension {
  readonly programme: ProgrammeId
  readonly from: StatedDate
  readonly why?: string
}

export interface Resumption {
  readonly programme: ProgrammeId
  readonly from: StatedDate
}

export interface Conclusion {
  readonly programme: ProgrammeId
  readonly on: StatedDate
  readonly why?: string
}

/** To which other programme, or that there is none of the kind. Similar names link nothing: somebody has to say it. */
export interface ProgrammeLink {
  readonly programme: ProgrammeId
  readonly kind: 'part of' | 'follows' | 'precursor' | 'related' | 'alias'
  readonly to: Stated<ProgrammeId>
}

export type ProgrammeProposed = { readonly type: 'ProgrammeProposed' } & ProgrammeDetails
export type ProgrammeAnnounced = { readonly type: 'ProgrammeAnnounced' } & ProgrammeAnnouncement
export type ProgrammeRegistered = { readonly type: 'ProgrammeRegistered' } & Registration
export type ProgrammeLaunched = { readonly type: 'ProgrammeLaunched' } & Launch
export type ProgrammeNamed = { readonly type: 'ProgrammeNamed' } & Naming
export type OrganisersChanged = { readonly type: 'OrganisersChanged' } & OrganiserChange
export type ProgrammePlacedUnderAgreement = { readonly type: 'ProgrammePlacedUnderAgreement' } & AgreementPlacing
export type ProgrammeTermsRevised = { readonly type: 'ProgrammeTermsRevised' } & TermsRevision
export type ProgrammeSuspended = { readonly type: 'ProgrammeSuspended' } & Suspension
export type ProgrammeResumed = { readonly type: 'ProgrammeResumed' } & Resumption
export type ProgrammeConcluded = { readonly type: 'ProgrammeConcluded' } & Conclusion
export type ProgrammesLinked = { readonly type: 'ProgrammesLinked' } & ProgrammeLink

export type ProgrammeEvent =
  | ProgrammeProposed
  | ProgrammeAnnounced
  | ProgrammeRegistered
  | ProgrammeLaunched
  | ProgrammeNamed
  | OrganisersChanged
  | ProgrammePlacedUnderAgreement
  | ProgrammeTermsRevised
  | ProgrammeSuspended
  | ProgrammeResumed
  | ProgrammeConcluded
  | ProgrammesLinked
