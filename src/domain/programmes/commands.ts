import type { OrganisationId, ProgrammeId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  AgreementPlacing,
  Conclusion,
  Launch,
  Naming,
  OrganiserChange,
  ProgrammeAnnouncement,
  ProgrammeDetails,
  ProgrammeLink,
  Registration,
  Resumption,
  RoleHolder,
  Suspension,
  TermsRevision,
} from './events.js'

export type ProposeProgramme = { readonly type: 'ProposeProgramme' } & ProgrammeDetails
export type AnnounceProgramme = { readonly type: 'AnnounceProgramme' } & ProgrammeAnnouncement
export type RegisterProgramme = { readonly type: 'RegisterProgramme' } & Registration
export type LaunchProgramme = { readonly type: 'LaunchProgramme' } & Launch
export type NameProgramme = { readonly type: 'NameProgramme' } & Naming
export type ChangeOrganisers = { readonly type: 'ChangeOrganisers' } & OrganiserChange
export type PlaceUnderAgreement = { readonly type: 'PlaceUnderAgreement' } & AgreementPlacing
export type ReviseProgrammeTerms = { readonly type: 'ReviseProgrammeTerms' } & TermsRevision
export type SuspendProgramme = { readonly type: 'SuspendProgramme' } & Suspension
export type ResumeProgramme = { readonly type: 'ResumeProgramme' } & Resumption
export type ConcludeProgramme = { readonly type: 'ConcludeProgramme' } & Conclusion
export type LinkProgrammes = { readonly type: 'LinkProgrammes' } & ProgrammeLink

export type ProgrammeCommand =
  | ProposeProgramme
  | AnnounceProgramme
  | RegisterProgramme
  | LaunchProgramme
  | NameProgramme
  | ChangeOrganisers
  | PlaceUnderAgreement
  | ReviseProgrammeTerms
  | SuspendProgramme
  | ResumeProgramme
  | ConcludeProgramme
  | LinkProgrammes

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
  | {
      readonly _tag: 'RoleEndsBeforeStart'
      readonly programme: ProgrammeId
      readonly organisation: OrganisationId
      readonly from: StatedDate
      readonly to: StatedDate
    }
  | {
      readonly _tag: 'JoinsAndLeaves'
      readonly programme: ProgrammeId
      readonly organisation: OrganisationId
      readonly role: RoleHolder['role']
    }
  | { readonly _tag: 'LinkedToItself'; readonly programme: ProgrammeId }
