import type { OrganisationId, ProgrammeId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { UnsoundTerms } from '../vocabulary/terms-soundness.js'
import type {
  AgreementPlacing,
  Conclusion,
  Launch,
  Naming,
  OrganiserChange,
  ProgrammeAnnouncement,
  ProgrammeDetails,
  ProgrammeLink,
  ProgrammeTermsSetting,
  Registration,
  Resumption,
  RoleHolder,
  Suspension,
  TermsRevision,
} from './events.js'

/** A plan that somebody puts forward: `ProgrammeProposed`. Refused once it is proposed otherwise, announced or begun. */
export type ProposeProgramme = { readonly type: 'ProposeProgramme' } & ProgrammeDetails
/** It is to come, proposed before or not: `ProgrammeAnnounced`. Refused once it is announced otherwise or begun. */
export type AnnounceProgramme = { readonly type: 'AnnounceProgramme' } & ProgrammeAnnouncement
/** It ran before the ledger knew of it: `ProgrammeRegistered`. Refused once it is registered otherwise, or launched. */
export type RegisterProgramme = { readonly type: 'RegisterProgramme' } & Registration
/** It begins: `ProgrammeLaunched`. Refused where it is launched already, or on record as running (`ProgrammeAlreadyRunning`). */
export type LaunchProgramme = { readonly type: 'LaunchProgramme' } & Launch
/** One more name: `ProgrammeNamed`. It may be given long after the end. */
export type NameProgramme = { readonly type: 'NameProgramme' } & Naming
/**
 * Who takes a role and who gives it up: `OrganisersChanged`. Refused where one does both in one role (`JoinsAndLeaves`); where nobody does
 * either, nothing is recorded.
 */
export type ChangeOrganisers = { readonly type: 'ChangeOrganisers' } & OrganiserChange
/** It stands under an agreement, beside those before: `ProgrammePlacedUnderAgreement`. */
export type PlaceUnderAgreement = { readonly type: 'PlaceUnderAgreement' } & AgreementPlacing
/** Other terms from a day on: `ProgrammeTermsRevised`. Where no length, no capacity and no words are given, nothing is recorded. */
export type ReviseProgrammeTerms = { readonly type: 'ReviseProgrammeTerms' } & TermsRevision
/**
 * Typed terms from a day on, whole: `ProgrammeTermsSet`. Refused where they end before they begin (`TermsEndBeforeStart`), and where no act
 * could keep them (`TermsContradict`).
 */
export type SetProgrammeTerms = { readonly type: 'SetProgrammeTerms' } & ProgrammeTermsSetting
/** A pause of all of it: `ProgrammeSuspended`. Refused unless it has begun (`ProgrammeNotRunning`), and while it is suspended. */
export type SuspendProgramme = { readonly type: 'SuspendProgramme' } & Suspension
/**
 * The pause is over: `ProgrammeResumed`. Refused where there is none (`ProgrammeNotSuspended`), or it began only later
 * (`ResumptionBeforeSuspension`).
 */
export type ResumeProgramme = { readonly type: 'ResumeProgramme' } & Resumption
/**
 * It is over, or its plan is given up: `ProgrammeConcluded`. Refused where that surely was before its start, or it is concluded already.
 */
export type ConcludeProgramme = { readonly type: 'ConcludeProgramme' } & Conclusion
/**
 * How it stands to another programme, or that it stands so to none: `ProgrammesLinked`. "None" and a link of one kind take each other back.
 */
export type LinkProgrammes = { readonly type: 'LinkProgrammes' } & ProgrammeLink

/** What may be asked of a programme. */
export type ProgrammeCommand =
  | ProposeProgramme
  | AnnounceProgramme
  | RegisterProgramme
  | LaunchProgramme
  | NameProgramme
  | ChangeOrganisers
  | PlaceUnderAgreement
  | ReviseProgrammeTerms
  | SetProgrammeTerms
  | SuspendProgramme
  | ResumeProgramme
  | ConcludeProgramme
  | LinkProgrammes

/** Why something is not recorded of a programme. */
export type ProgrammeRefusal =
  | { readonly _tag: 'ProgrammeNotRecorded'; readonly programme: ProgrammeId }
  | { readonly _tag: 'ProgrammeAlreadyProposed'; readonly programme: ProgrammeId }
  | { readonly _tag: 'ProgrammeAlreadyAnnounced'; readonly programme: ProgrammeId }
  /** It was registered as running: it neither starts again nor goes back to a plan. */
  | { readonly _tag: 'ProgrammeAlreadyRunning'; readonly programme: ProgrammeId; readonly since?: StatedDate }
  | { readonly _tag: 'ProgrammeAlreadyLaunched'; readonly programme: ProgrammeId; readonly launchedOn: StatedDate }
  /** It is only proposed or announced. */
  | { readonly _tag: 'ProgrammeNotRunning'; readonly programme: ProgrammeId }
  | { readonly _tag: 'ProgrammeAlreadySuspended'; readonly programme: ProgrammeId; readonly from: StatedDate }
  | { readonly _tag: 'ProgrammeNotSuspended'; readonly programme: ProgrammeId }
  /** It is concluded. What is told of its own days is taken in; of a later day, a decision is refused and a report goes in flagged. */
  | { readonly _tag: 'ProgrammeOver'; readonly programme: ProgrammeId; readonly on: StatedDate }
  | {
      readonly _tag: 'SuspensionBeforeStart'
      readonly programme: ProgrammeId
      readonly start: StatedDate
      readonly from: StatedDate
    }
  | {
      readonly _tag: 'ResumptionBeforeSuspension'
      readonly programme: ProgrammeId
      readonly suspended: StatedDate
      readonly from: StatedDate
    }
  | { readonly _tag: 'EndBeforeStart'; readonly programme: ProgrammeId; readonly start: StatedDate; readonly end: StatedDate }
  /** Of somebody who organises it, joins or leaves. */
  | {
      readonly _tag: 'RoleEndsBeforeStart'
      readonly programme: ProgrammeId
      readonly organisation: OrganisationId
      readonly from: StatedDate
      readonly to: StatedDate
    }
  /** One organisation in one role; it may give up one role and take another. */
  | {
      readonly _tag: 'JoinsAndLeaves'
      readonly programme: ProgrammeId
      readonly organisation: OrganisationId
      readonly role: RoleHolder['role']
    }
  | { readonly _tag: 'LinkedToItself'; readonly programme: ProgrammeId }
  | UnsoundTerms
