import type { Count } from '../vocabulary/count.js'
import type { AgreementId, OrganisationId, ProgrammeId } from '../vocabulary/id.js'
import type { Length } from '../vocabulary/length.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList, Stated } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { Terms } from '../vocabulary/terms.js'
import type { Dated } from '../vocabulary/terms-on.js'

// What a command and its event share is one interface. An absent field was not stated; an empty list says that there is none.

/** What sort of programme it is, as its sources call it. */
export const programmeKinds = [
  'national-studies course',
  'staff exchange',
  'exchange and collaboration',
  'secondment to an international organisation',
  'talk series',
  'training course',
  'attachment',
  'other',
] as const

/** One of the kinds. */
export type ProgrammeKind = (typeof programmeKinds)[number]

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

/** A programme that is to come. Absent `announcedOn`: nobody says when it was announced. */
export interface ProgrammeAnnouncement extends ProgrammeDetails {
  readonly announcedOn?: StatedDate
}

/** History imported: it ran before the ledger knew of it. */
export interface Registration extends ProgrammeDetails {
  readonly since?: StatedDate
}

/** A programme as it began. */
export interface Launch extends ProgrammeDetails {
  readonly launchedOn: StatedDate
  /** The place of the launch, as the source says. */
  readonly launchedAt?: string
}

/** A name that it bears from a day on. Absent `from`: from the name's own first day, if it tells one. */
export interface Naming {
  readonly programme: ProgrammeId
  readonly name: Name
  readonly from?: StatedDate
}

/** Who takes a role and who gives it up; the others stay. Absent `from`: nobody says since when. */
export interface OrganiserChange {
  readonly programme: ProgrammeId
  readonly joined: ReadonlyArray<RoleHolder>
  readonly left: ReadonlyArray<RoleHolder>
  readonly from?: StatedDate
}

/** An agreement that it stands under, since when it does. */
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

/** Its typed terms from a day on, perhaps to a last day: whole, instead of those before. */
export interface ProgrammeTermsSetting extends Dated {
  readonly programme: ProgrammeId
  readonly terms: Terms
  readonly words?: string
}

/** A pause of the whole programme, from its first day. It lasts until somebody says that it was resumed. */
export interface Suspension {
  readonly programme: ProgrammeId
  readonly from: StatedDate
  readonly why?: string
}

/** The first day on which it runs again. */
export interface Resumption {
  readonly programme: ProgrammeId
  readonly from: StatedDate
}

/** The day on which it was over, and why, where somebody says. */
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

/** It was put forward: nobody has promised it. */
export type ProgrammeProposed = { readonly type: 'ProgrammeProposed' } & ProgrammeDetails
/** It was promised: it does not run by that. */
export type ProgrammeAnnounced = { readonly type: 'ProgrammeAnnounced' } & ProgrammeAnnouncement
/** It came on record as running. Absent `since`: nobody says since when. */
export type ProgrammeRegistered = { readonly type: 'ProgrammeRegistered' } & Registration
/** It began. What the launch leaves unsaid stays as it was announced. */
export type ProgrammeLaunched = { readonly type: 'ProgrammeLaunched' } & Launch
/** One more name came on record; those before stay. */
export type ProgrammeNamed = { readonly type: 'ProgrammeNamed' } & Naming
/** Roles were taken or given up. Without a day, the same may happen again. */
export type OrganisersChanged = { readonly type: 'OrganisersChanged' } & OrganiserChange
/** One more agreement came to stand over it. */
export type ProgrammePlacedUnderAgreement = { readonly type: 'ProgrammePlacedUnderAgreement' } & AgreementPlacing
/** Other terms hold from a day on; what is absent stays as it was. */
export type ProgrammeTermsRevised = { readonly type: 'ProgrammeTermsRevised' } & TermsRevision
/** Typed terms hold from a day on: all of them, those before no longer. */
export type ProgrammeTermsSet = { readonly type: 'ProgrammeTermsSet' } & ProgrammeTermsSetting
/** It was paused. Absent `why`: no reason is on record. */
export type ProgrammeSuspended = { readonly type: 'ProgrammeSuspended' } & Suspension
/** It ran again. */
export type ProgrammeResumed = { readonly type: 'ProgrammeResumed' } & Resumption
/** It was over, or never came to be. */
export type ProgrammeConcluded = { readonly type: 'ProgrammeConcluded' } & Conclusion
/** Somebody linked it to another programme, or said that there is none to link. */
export type ProgrammesLinked = { readonly type: 'ProgrammesLinked' } & ProgrammeLink

/** What is recorded of a programme. */
export type ProgrammeEvent =
  | ProgrammeProposed
  | ProgrammeAnnounced
  | ProgrammeRegistered
  | ProgrammeLaunched
  | ProgrammeNamed
  | OrganisersChanged
  | ProgrammePlacedUnderAgreement
  | ProgrammeTermsRevised
  | ProgrammeTermsSet
  | ProgrammeSuspended
  | ProgrammeResumed
  | ProgrammeConcluded
  | ProgrammesLinked
