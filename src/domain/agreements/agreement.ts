import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Outcome } from '../kernel/decider.js'
import type { Capacity } from '../vocabulary/capacity.js'
import type { Count } from '../vocabulary/count.js'
import type { AgreementId, OrganisationId, PersonId } from '../vocabulary/id.js'
import type { Length } from '../vocabulary/length.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import { windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'

// An agreement is announced, then signed: its first term. It may be amended, renewed (the next term, with its own signatories), joined or left
// by parties, and terminated. A term whose end has passed is over; it has *lapsed* only when somebody says so: no date moves a state.

// ── events ──────────────────────────────────────────────────────────────────

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

// ── state ───────────────────────────────────────────────────────────────────

export type Agreement =
  | { readonly _tag: 'NotRecorded' }
  | { readonly _tag: 'Announced' }
  | { readonly _tag: 'InForce'; readonly term: number; readonly signedOn: StatedDate }
  | {
      readonly _tag: 'Over'
      readonly term: number
      readonly signedOn: StatedDate
      readonly how: 'lapsed' | 'terminated'
      readonly on: StatedDate
    }

const termOf = (state: Agreement): number => (state._tag === 'InForce' || state._tag === 'Over' ? state.term : 0)

export const evolve = (state: Agreement, event: AgreementEvent): Agreement => {
  switch (event.type) {
    case 'AgreementAnnounced':
      return state._tag === 'NotRecorded' ? { _tag: 'Announced' } : state
    case 'AgreementSigned':
      return { _tag: 'InForce', term: 1, signedOn: event.signedOn }
    case 'AgreementRenewed':
      return { _tag: 'InForce', term: event.term, signedOn: event.signedOn }
    case 'LapseRecorded':
    case 'AgreementTerminated':
      return state._tag === 'InForce'
        ? { ...state, _tag: 'Over', how: event.type === 'LapseRecorded' ? 'lapsed' : 'terminated', on: event.on }
        : state
    case 'AgreementAmended':
    case 'PartiesChanged':
    case 'AgreementsLinked':
      return state
  }
}

// ── commands ────────────────────────────────────────────────────────────────

export type AnnounceAgreement = { readonly type: 'AnnounceAgreement' } & Announcement
export type SignAgreement = { readonly type: 'SignAgreement' } & Signing
export type AmendAgreement = { readonly type: 'AmendAgreement' } & Amendment
export type RenewAgreement = { readonly type: 'RenewAgreement' } & Renewal
export type ChangeParties = { readonly type: 'ChangeParties' } & PartyChange
export type LinkAgreements = { readonly type: 'LinkAgreements' } & AgreementLink
export type RecordLapse = { readonly type: 'RecordLapse' } & Ending
export type TerminateAgreement = { readonly type: 'TerminateAgreement' } & Ending

export type AgreementCommand =
  | AnnounceAgreement
  | SignAgreement
  | AmendAgreement
  | RenewAgreement
  | ChangeParties
  | LinkAgreements
  | RecordLapse
  | TerminateAgreement

// ── refusals ────────────────────────────────────────────────────────────────

export type AgreementRefusal =
  | { readonly _tag: 'AgreementNotRecorded'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementNotSigned'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementAlreadyAnnounced'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementAlreadySigned'; readonly agreement: AgreementId; readonly signedOn: StatedDate }
  | { readonly _tag: 'AgreementOver'; readonly agreement: AgreementId; readonly how: 'lapsed' | 'terminated'; readonly on: StatedDate }
  | { readonly _tag: 'EndBeforeSigning'; readonly agreement: AgreementId; readonly signedOn: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'LinkedToItself'; readonly agreement: AgreementId }
  | { readonly _tag: 'SignsForNoParty'; readonly agreement: AgreementId; readonly for: OrganisationId }

type Decision = Outcome<AgreementEvent, AgreementRefusal>

// ── decisions ───────────────────────────────────────────────────────────────

const announce = (command: AnnounceAgreement, state: Agreement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.right([{ ...command, type: 'AgreementAnnounced' }])
    case 'Announced':
      return E.left({ _tag: 'AgreementAlreadyAnnounced', agreement: command.agreement })
    case 'InForce':
    case 'Over':
      return E.left({ _tag: 'AgreementAlreadySigned', agreement: command.agreement, signedOn: state.signedOn })
  }
}

const sign = (command: SignAgreement, state: Agreement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Announced': {
      const refusal = unsound(command)
      return refusal === undefined ? E.right([{ ...command, type: 'AgreementSigned' }]) : E.left(refusal)
    }
    case 'InForce':
    case 'Over':
      return E.left({ _tag: 'AgreementAlreadySigned', agreement: command.agreement, signedOn: state.signedOn })
  }
}

/** A lapsed or terminated agreement may be renewed: the parties start again where they left off. */
const renew = (command: RenewAgreement, state: Agreement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'AgreementNotRecorded', agreement: command.agreement })
    case 'Announced':
      return E.left({ _tag: 'AgreementNotSigned', agreement: command.agreement })
    case 'InForce':
    case 'Over': {
      const refusal = unsound(command)
      return refusal === undefined ? E.right([{ ...command, type: 'AgreementRenewed', term: termOf(state) + 1 }]) : E.left(refusal)
    }
  }
}

/** What needs an agreement in force: amending it, changing its parties, ending it. */
const whileInForce = (agreement: AgreementId, state: Agreement, event: AgreementEvent): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'AgreementNotRecorded', agreement })
    case 'Announced':
      return E.left({ _tag: 'AgreementNotSigned', agreement })
    case 'InForce':
      return E.right([event])
    case 'Over':
      return E.left({ _tag: 'AgreementOver', agreement, how: state.how, on: state.on })
  }
}

const link = (command: LinkAgreements, state: Agreement): Decision => {
  if (state._tag === 'NotRecorded') return E.left({ _tag: 'AgreementNotRecorded', agreement: command.agreement })
  if (command.to === command.agreement) return E.left({ _tag: 'LinkedToItself', agreement: command.agreement })
  return E.right([{ ...command, type: 'AgreementsLinked' }])
}

/** A term ends on or after the day it is signed, and its signatories sign for its parties (an open list may hold more than it names). */
const unsound = (term: Signing | Renewal): AgreementRefusal | undefined => {
  const { agreement, signedOn, end, parties, signatories = [] } = term
  if (end !== undefined && precedes(windowOf(end), windowOf(signedOn)) === 'yes')
    return { _tag: 'EndBeforeSigning', agreement, signedOn, end }
  const stranger = signatories.find((signatory) => !parties.open && !parties.items.includes(signatory.for))
  return stranger === undefined ? undefined : { _tag: 'SignsForNoParty', agreement, for: stranger.for }
}

export const decide = (command: AgreementCommand, state: Agreement): Decision => {
  switch (command.type) {
    case 'AnnounceAgreement':
      return announce(command, state)
    case 'SignAgreement':
      return sign(command, state)
    case 'RenewAgreement':
      return renew(command, state)
    case 'AmendAgreement':
      return whileInForce(command.agreement, state, { ...command, type: 'AgreementAmended' })
    case 'ChangeParties':
      return whileInForce(command.agreement, state, { ...command, type: 'PartiesChanged' })
    case 'RecordLapse':
      return whileInForce(command.agreement, state, { ...command, type: 'LapseRecorded' })
    case 'TerminateAgreement':
      return whileInForce(command.agreement, state, { ...command, type: 'AgreementTerminated' })
    case 'LinkAgreements':
      return link(command, state)
  }
}

export const agreement: Aggregate<AgreementCommand, Agreement, AgreementEvent, AgreementRefusal> = {
  category: 'agreement',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.agreement,
  subjectOf: (event) => event.agreement,
  commands: {
    AnnounceAgreement: true,
    SignAgreement: true,
    AmendAgreement: true,
    RenewAgreement: true,
    ChangeParties: true,
    LinkAgreements: true,
    RecordLapse: true,
    TerminateAgreement: true,
  },
  decide,
  evolve,
}
