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

/** An organisation as first known: `OrganisationRegistered`. Refused where the id is taken by another (`OrganisationAlreadyRegistered`). */
export type RegisterOrganisation = { readonly type: 'RegisterOrganisation' } & OrganisationRegistration
/**
 * A name that holds from a day on: `OrganisationRenamed`. Refused where the command and the name tell two first days (`NameFromTwoDays`).
 */
export type RenameOrganisation = { readonly type: 'RenameOrganisation' } & Renaming
/**
 * It goes on in another: `OrganisationsMerged`, also after its end. Refused where it went on elsewhere (`OrganisationAlreadyMerged`), or
 * would have done so before it existed (`EndBeforeEstablishment`).
 */
export type MergeOrganisations = { readonly type: 'MergeOrganisations' } & OrganisationMerger
/**
 * Its last day: `OrganisationDissolved`. Refused where another last day is on record, where it was merged, or did not exist yet
 * (`EndBeforeEstablishment`).
 */
export type DissolveOrganisation = { readonly type: 'DissolveOrganisation' } & Dissolution
/** Somebody calls another its partner: `PartnershipNoted`. One partnership does not end another. */
export type NotePartnership = { readonly type: 'NotePartnership' } & Partnership
/**
 * Who belongs to a group from a day on: `GroupMembersSet`. Refused for what is no group (`NotAGroup`), and where a member is listed twice.
 */
export type SetGroupMembers = { readonly type: 'SetGroupMembers' } & GroupMembership

/** What may be asked of an organisation. */
export type OrganisationCommand =
  | RegisterOrganisation
  | RenameOrganisation
  | MergeOrganisations
  | DissolveOrganisation
  | NotePartnership
  | SetGroupMembers

// ── refusals ────────────────────────────────────────────────────────────────

/** Why something is not recorded of an organisation. */
export type OrganisationRefusal =
  | { readonly _tag: 'OrganisationNotRegistered'; readonly organisation: OrganisationId }
  | { readonly _tag: 'OrganisationAlreadyRegistered'; readonly organisation: OrganisationId }
  /** It goes on in another, which takes the changes from then on. */
  | { readonly _tag: 'OrganisationAlreadyMerged'; readonly organisation: OrganisationId; readonly into: OrganisationId }
  | { readonly _tag: 'OrganisationAlreadyDissolved'; readonly organisation: OrganisationId; readonly on: StatedDate }
  /**
   * What is told of a day after its end is refused to a decision and flagged in a report; of a vague day or of none, it is only flagged.
   */
  | {
      readonly _tag: 'OrganisationOver'
      readonly organisation: OrganisationId
      readonly dissolvedOn: StatedDate
      readonly from?: StatedDate
    }
  /** `end`: dissolved on that day, or merged from then on. */
  | {
      readonly _tag: 'EndBeforeEstablishment'
      readonly organisation: OrganisationId
      readonly establishedOn: StatedDate
      readonly end: StatedDate
    }
  /** The first day in the command and that in the name are surely apart. */
  | { readonly _tag: 'NameFromTwoDays'; readonly organisation: OrganisationId; readonly from: StatedDate; readonly nameFrom: StatedDate }
  | { readonly _tag: 'OrganisationTiedToItself'; readonly organisation: OrganisationId; readonly as: Tie }
  | { readonly _tag: 'NotAGroup'; readonly organisation: OrganisationId; readonly kind: OrganisationKind }
  | { readonly _tag: 'GroupMemberListedTwice'; readonly organisation: OrganisationId; readonly member: OrganisationId }

/** In which roles two organisations must be two. */
export type Tie = 'parent' | 'partner' | 'member' | 'merged into'
