import type { OrganisationId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  Dissolution,
  GroupMembership,
  OrganisationKind,
  OrganisationMerger,
  OrganisationRegistration,
  Partnership,
  Renaming,
} from './events.js'

// ── commands ────────────────────────────────────────────────────────────────

export type RegisterOrganisation = { readonly type: 'RegisterOrganisation' } & OrganisationRegistration
export type RenameOrganisation = { readonly type: 'RenameOrganisation' } & Renaming
export type MergeOrganisations = { readonly type: 'MergeOrganisations' } & OrganisationMerger
export type DissolveOrganisation = { readonly type: 'DissolveOrganisation' } & Dissolution
export type NotePartnership = { readonly type: 'NotePartnership' } & Partnership
export type SetGroupMembers = { readonly type: 'SetGroupMembers' } & GroupMembership

export type OrganisationCommand =
  | RegisterOrganisation
  | RenameOrganisation
  | MergeOrganisations
  | DissolveOrganisation
  | NotePartnership
  | SetGroupMembers

// ── refusals ────────────────────────────────────────────────────────────────

export type OrganisationRefusal =
  | { readonly _tag: 'OrganisationNotRegistered'; readonly organisation: OrganisationId }
  | { readonly _tag: 'OrganisationAlreadyRegistered'; readonly organisation: OrganisationId }
  | { readonly _tag: 'OrganisationAlreadyMerged'; readonly organisation: OrganisationId; readonly into: OrganisationId }
  | { readonly _tag: 'OrganisationAlreadyDissolved'; readonly organisation: OrganisationId; readonly on: StatedDate }
  | {
      readonly _tag: 'OrganisationOver'
      readonly organisation: OrganisationId
      readonly dissolvedOn: StatedDate
      readonly from?: StatedDate
    }
  | {
      readonly _tag: 'EndBeforeEstablishment'
      readonly organisation: OrganisationId
      readonly establishedOn: StatedDate
      readonly end: StatedDate
    }
  | { readonly _tag: 'NameFromTwoDays'; readonly organisation: OrganisationId; readonly from: StatedDate; readonly nameFrom: StatedDate }
  | { readonly _tag: 'OrganisationTiedToItself'; readonly organisation: OrganisationId; readonly as: Tie }
  | { readonly _tag: 'NotAGroup'; readonly organisation: OrganisationId; readonly kind: OrganisationKind }
  | { readonly _tag: 'GroupMemberListedTwice'; readonly organisation: OrganisationId; readonly member: OrganisationId }

/** In which roles two organisations must be two. */
export type Tie = 'parent' | 'partner' | 'member' | 'merged into'
