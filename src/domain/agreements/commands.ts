import type { AgreementId, OrganisationId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { UnsoundTerms } from '../vocabulary/terms-soundness.js'
import type { AgreementLink, AgreementTermsSetting, Amendment, Announcement, Ending, PartyChange, Renewal, Signing } from './events.js'

/** An agreement is to come: `AgreementAnnounced`. Refused once it is announced, or signed. */
export type AnnounceAgreement = { readonly type: 'AnnounceAgreement' } & Announcement
/**
 * Its first term, announced before or not: `AgreementSigned`. Refused where it surely ends before it is signed (`EndBeforeSigning`), and
 * where somebody signs for none of its parties (`SignsForNoParty`).
 */
export type SignAgreement = { readonly type: 'SignAgreement' } & Signing
/** Something else holds from a day on: `AgreementAmended`. Refused unless it is in force (`AgreementNotSigned`, `AgreementOver`). */
export type AmendAgreement = { readonly type: 'AmendAgreement' } & Amendment
/**
 * Typed terms from a day on, whole: `AgreementTermsSet`. Told late of an agreement that is over they are taken in for its own days; of a
 * later day a decision is refused (`AgreementOver`). Refused where the term that states them was not signed (`TermNotSigned`).
 */
export type SetAgreementTerms = { readonly type: 'SetAgreementTerms' } & AgreementTermsSetting
/**
 * The next term, with signatories of its own: `AgreementRenewed`. A lapsed or terminated agreement may be renewed, one that is only
 * announced may not (`AgreementNotSigned`). The dates and signatories are judged as at the signing. The same renewal again opens no term.
 */
export type RenewAgreement = { readonly type: 'RenewAgreement' } & Renewal
/** Parties join or leave while the term goes on: `PartiesChanged`. Refused unless it is in force. */
export type ChangeParties = { readonly type: 'ChangeParties' } & PartyChange
/** How it stands to another agreement: `AgreementsLinked`, signed or not. Refused where it is linked to itself. */
export type LinkAgreements = { readonly type: 'LinkAgreements' } & AgreementLink
/** Somebody says that it lapsed: `LapseRecorded`. No date says so by itself. Refused unless it is in force. */
export type RecordLapse = { readonly type: 'RecordLapse' } & Ending
/** The parties, or one of them, end it: `AgreementTerminated`. Refused unless it is in force. */
export type TerminateAgreement = { readonly type: 'TerminateAgreement' } & Ending

/** What may be asked of an agreement. */
export type AgreementCommand =
  | AnnounceAgreement
  | SignAgreement
  | AmendAgreement
  | SetAgreementTerms
  | RenewAgreement
  | ChangeParties
  | LinkAgreements
  | RecordLapse
  | TerminateAgreement

/** Why something is not recorded of an agreement. */
export type AgreementRefusal =
  | { readonly _tag: 'AgreementNotRecorded'; readonly agreement: AgreementId }
  /** It is only announced. */
  | { readonly _tag: 'AgreementNotSigned'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementAlreadyAnnounced'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementAlreadySigned'; readonly agreement: AgreementId; readonly signedOn: StatedDate }
  /** Only a renewal leads on from here. */
  | { readonly _tag: 'AgreementOver'; readonly agreement: AgreementId; readonly how: 'lapsed' | 'terminated'; readonly on: StatedDate }
  /** A vague date that may still lie after the signing is not refused. */
  | { readonly _tag: 'EndBeforeSigning'; readonly agreement: AgreementId; readonly signedOn: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'LinkedToItself'; readonly agreement: AgreementId }
  | { readonly _tag: 'TermNotSigned'; readonly agreement: AgreementId; readonly term: number; readonly latest: number }
  | UnsoundTerms
  /** The parties are a closed list, and this is none of them. */
  | { readonly _tag: 'SignsForNoParty'; readonly agreement: AgreementId; readonly for: OrganisationId }
