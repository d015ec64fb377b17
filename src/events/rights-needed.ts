import type { Tagged } from '../domain/kernel/decider.js'
import type { LedgerCommand, OwnEvent } from '../domain/ledger.js'
import type { Right } from '../domain/rights/rights.js'
import { isTagged } from './codec/event-value.js'
import { recordedBy } from './recorded-by.js'

/**
 * The right that each command takes, in a ledger that keeps to the rights on record. A command that is forgotten here does not compile. No right
 * includes another: who registers and decides holds two. (`export` is asked for by whoever hands data out; no command takes it.)
 */
export const neededRights: { readonly [T in LedgerCommand['type']]: Right } = {
  // Taken on the spot, by whoever stands at the door: what was marked is altered under another right.
  MarkRoll: 'take',
  RecordAttendance: 'take',
  RecordHeadcount: 'take',
  AddGuest: 'take',
  GiveFeedback: 'take',

  // Registers what there is, and follows it as it changes. Nothing of this binds or overrules anybody.
  RegisterSource: 'change',
  RegisterOrganisation: 'change',
  RenameOrganisation: 'change',
  DissolveOrganisation: 'change',
  NotePartnership: 'change',
  SetGroupMembers: 'change',
  EstablishPost: 'change',
  FillPost: 'change',
  VacatePost: 'change',
  LapsePost: 'change',
  RegisterPerson: 'change',
  AddAlias: 'change',
  RecordPosting: 'change',
  RecordBackground: 'change',
  AnnounceAgreement: 'change',
  LinkAgreements: 'change',
  AnnounceProgramme: 'change',
  NameProgramme: 'change',
  ChangeOrganisers: 'change',
  PlaceUnderAgreement: 'change',
  LinkProgrammes: 'change',
  PlanBatch: 'change',
  OpenCall: 'change',
  ReviseBatch: 'change',
  RecordBatchCosts: 'change',
  RecordBatchHours: 'change',
  ReportFigure: 'change',
  AnnounceSeries: 'change',
  AddTalk: 'change',
  LinkSeries: 'change',
  ConcludeSeries: 'change',
  RecordRemarks: 'change',
  SetExpectations: 'change',
  RecordCommitment: 'change',
  AnswerExpectation: 'change',
  CloseCommitment: 'change',
  RecordPolicyBasis: 'change',
  RecordClaim: 'change',

  // What happens to those who take part, as it is learned; and what they ask for, which another right answers.
  PlanCohort: 'change',
  AttachCohort: 'change',
  StartCohort: 'change',
  RecordCohortDetail: 'change',
  RecordCohortBreakdown: 'change',
  SetCohortItinerary: 'change',
  NameCohortRoles: 'change',
  IdentifyMember: 'change',
  DescribeMember: 'change',
  ReleaseMember: 'change',
  RecordCohortReturn: 'change',
  RecordCohortCompletion: 'change',
  Nominate: 'change',
  Resubmit: 'change',
  Withdraw: 'change',
  Appeal: 'change',
  RequestExtension: 'change',
  AttachOfficer: 'change',
  StartPlacement: 'change',
  CompletePlacement: 'change',
  ChangeLeg: 'change',
  StateManner: 'change',
  RecordCover: 'change',
  PlanReview: 'change',
  RecordReview: 'change',
  ExpectReport: 'change',
  ReceiveReport: 'change',
  RecordReflection: 'change',
  SetReflectionConsent: 'change',
  RecordObligation: 'change',
  RecordResult: 'change',
  HoldDays: 'change',
  WidenDays: 'change',
  NarrowDays: 'change',
  ReleaseDays: 'change',
  HoldSeat: 'change',
  ReleaseSeat: 'change',

  // Plans sessions and follows them up afterwards, at a desk.
  ScheduleOccasion: 'change',
  PostponeOccasion: 'change',
  CancelOccasion: 'change',
  ReviseOccasion: 'change',
  RecordBriefing: 'change',
  RecordCeremony: 'change',
  RecordMeeting: 'change',
  DefineStatusSet: 'change',
  SetBlocks: 'change',
  ExcuseAbsence: 'change',
  IdentifyGuest: 'change',
  RecordMakeUp: 'change',
  AskFeedback: 'change',
  RecordGrade: 'change',
  RecordHours: 'change',
  RecordCosts: 'change',

  // Puts forward, and does not decide.
  ProposePostChange: 'change',
  RecommendPostChange: 'change',
  ProposeProgramme: 'change',

  // Answers what was asked for.
  DecidePostChange: 'approve',
  Approve: 'approve',
  RefuseNomination: 'approve',
  AnswerAppeal: 'approve',
  DecideExtension: 'approve',
  ExtendCohort: 'approve',

  // Vouches for what was not sure before.
  ConfirmPlacementPeriod: 'approve',
  ConfirmCohortPeriod: 'approve',
  IssueCertificate: 'approve',
  InvalidateCertificate: 'approve',
  ReissueCertificate: 'approve',

  // Begins, pauses or ends something for all who are in it. A programme that is registered runs as one that is launched.
  LaunchProgramme: 'approve',
  RegisterProgramme: 'approve',
  SuspendProgramme: 'approve',
  ResumeProgramme: 'approve',
  ConcludeProgramme: 'approve',
  OpenBatch: 'approve',
  CloseBatch: 'approve',
  CurtailPlacement: 'approve',
  CancelPlacement: 'approve',
  SuspendPlacement: 'approve',
  ResumePlacement: 'approve',

  // Binds the parties, and says what others are judged by.
  SignAgreement: 'approve',
  AmendAgreement: 'approve',
  RenewAgreement: 'approve',
  ChangeParties: 'approve',
  SetAgreementTerms: 'approve',
  RecordLapse: 'approve',
  TerminateAgreement: 'approve',
  ReviseProgrammeTerms: 'approve',
  SetProgrammeTerms: 'approve',
  OpenSeats: 'approve',
  ReviseQuota: 'approve',
  IssueRule: 'approve',
  AmendRule: 'approve',
  LiftRule: 'approve',

  // Judges, and lets off a rule.
  RecordJudgement: 'approve',
  SetRuleAside: 'approve',
  WaiveRule: 'approve',
  WaiveOverlap: 'approve',
  PermitOverbooking: 'approve',

  // Makes one of two, in every answer.
  MergeOrganisations: 'approve',
  MergePersons: 'approve',
  ErasePersonalData: 'approve',
  MarkSameOccasion: 'approve',

  // Says more of an entry, and leaves its value standing; correcting what `approve` decided takes `approve` (`rightFor`).
  CiteEntry: 'change',
  DisputeEntry: 'change',
  CorrectEntry: 'change',

  // Overrules an entry.
  PreferEntry: 'approve',
  VoidEntry: 'approve',

  // Says who may do any of this.
  GrantRights: 'administer',
  WithdrawRights: 'administer',
}

const isKnown = (type: string): type is LedgerCommand['type'] => Object.hasOwn(neededRights, type)
const isRecorded = (type: string): type is OwnEvent['type'] => Object.hasOwn(recordedBy, type)

/** What a correction would make of an entry; none, where a command is no correction. */
const corrected = (command: Tagged): unknown => (command.type === 'CorrectEntry' ? Reflect.get(command, 'value') : undefined)

/**
 * The right that a command takes. What `approve` decided is corrected under that right alone: a decision is not turned round by calling it an
 * error. What is not known takes the rarest.
 */
export const rightFor = (command: Tagged): Right => {
  const value = corrected(command)
  if (isTagged(value) && isRecorded(value.type) && neededRights[recordedBy[value.type]] === 'approve') return 'approve'
  return isKnown(command.type) ? neededRights[command.type] : 'administer'
}
