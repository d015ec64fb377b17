import type { AgreementId, OrganisationId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { AgreementLink, Amendment, Announcement, Ending, PartyChange, Renewal, Signing } from './events.js'

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

export type AgreementRefusal =
  | { readonly _tag: 'AgreementNotRecorded'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementNotSigned'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementAlreadyAnnounced'; readonly agreement: AgreementId }
  | { readonly _tag: 'AgreementAlreadySigned'; readonly agreement: AgreementId; readonly signedOn: StatedDate }
  | { readonly _tag: 'AgreementOver'; readonly agreement: AgreementId; readonly how: 'lapsed' | 'terminated'; readonly on: StatedDate }
  | { readonly _tag: 'EndBeforeSigning'; readonly agreement: AgreementId; readonly signedOn: StatedDate; readonly end: StatedDate }
  | { readonly _tag: 'LinkedToItself'; readonly agreement: AgreementId }
  | { readonly _tag: 'SignsForNoParty'; readonly agreement: AgreementId; readonly for: OrganisationId }
