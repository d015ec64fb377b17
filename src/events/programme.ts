import type {
  AnnounceProgramme,
  ChangeOrganisers,
  ConcludeProgramme,
  LaunchProgramme,
  LinkProgrammes,
  NameProgramme,
  PlaceUnderAgreement,
  ProgrammeCommand,
  ProposeProgramme,
  RegisterProgramme,
  ResumeProgramme,
  ReviseProgrammeTerms,
  SetProgrammeTerms,
  SuspendProgramme,
} from '../domain/programmes/commands.js'
import type {
  AgreementPlacing,
  Conclusion,
  Launch,
  Naming,
  OrganiserChange,
  OrganisersChanged,
  ProgrammeAnnounced,
  ProgrammeAnnouncement,
  ProgrammeConcluded,
  ProgrammeDetails,
  ProgrammeEvent,
  ProgrammeLaunched,
  ProgrammeLink,
  ProgrammeNamed,
  ProgrammePlacedUnderAgreement,
  ProgrammeProposed,
  ProgrammeRegistered,
  ProgrammeResumed,
  ProgrammeSuspended,
  ProgrammesLinked,
  ProgrammeTermsRevised,
  ProgrammeTermsSet,
  ProgrammeTermsSetting,
  Registration,
  Resumption,
  RoleHolder,
  Suspension,
  TermsRevision,
} from '../domain/programmes/events.js'
import { programmeKinds } from '../domain/programmes/events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { idOf, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { terms } from './terms.js'
import { count, length, name, namedList, names, stated, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const programme = idOf('programme')
const agreement = idOf('agreement')

const roleHolder = objectCodec<RoleHolder>('an organisation in its role', {
  organisation: idOf('organisation'),
  role: oneOf('organiser', 'joint organiser', 'co-ordinator', 'sponsor', 'supporter', 'helper'),
  from: optional(statedDate),
  to: optional(statedDate),
})
const holders = listOf(roleHolder, { atMost: 100 })

const details: Props<ProgrammeDetails> = {
  programme,
  names,
  kind: oneOf(...programmeKinds),
  direction: optional(oneOf('outbound', 'inbound', 'both')),
  places: optional(namedList(line)),
  delivery: optional(namedList(line)),
  targetGroup: optional(prose),
  aims: optional(listOf(prose, { atMost: 100 })),
  curriculum: optional(namedList(line)),
  organisers: optional(namedList(roleHolder)),
  agreements: optional(listOf(agreement, { atMost: 100 })),
  capacity: optional(count),
}
const announcement: Props<ProgrammeAnnouncement> = { ...details, announcedOn: optional(statedDate) }
const registration: Props<Registration> = { ...details, since: optional(statedDate) }
const launch: Props<Launch> = { ...details, launchedOn: statedDate, launchedAt: optional(line) }
const naming: Props<Naming> = { programme, name, from: optional(statedDate) }
const organiserChange: Props<OrganiserChange> = { programme, joined: holders, left: holders, from: optional(statedDate) }
const placing: Props<AgreementPlacing> = { programme, agreement, from: optional(statedDate) }
const revision: Props<TermsRevision> = {
  programme,
  from: statedDate,
  length: optional(length),
  capacity: optional(count),
  words: optional(prose),
}
const termsSetting: Props<ProgrammeTermsSetting> = {
  programme,
  from: statedDate,
  to: optional(statedDate),
  terms,
  words: optional(prose),
}
const suspension: Props<Suspension> = { programme, from: statedDate, why: optional(prose) }
const resumption: Props<Resumption> = { programme, from: statedDate }
const conclusion: Props<Conclusion> = { programme, on: statedDate, why: optional(prose) }
const link: Props<ProgrammeLink> = {
  programme,
  kind: oneOf('part of', 'follows', 'precursor', 'related', 'alias'),
  to: stated(programme),
}

export const programmeEvents: Catalogue<ProgrammeEvent> = {
  ProgrammeProposed: first<ProgrammeProposed>('ProgrammeProposed', details),
  ProgrammeAnnounced: first<ProgrammeAnnounced>('ProgrammeAnnounced', announcement),
  ProgrammeRegistered: first<ProgrammeRegistered>('ProgrammeRegistered', registration),
  ProgrammeLaunched: first<ProgrammeLaunched>('ProgrammeLaunched', launch),
  ProgrammeNamed: first<ProgrammeNamed>('ProgrammeNamed', naming),
  OrganisersChanged: first<OrganisersChanged>('OrganisersChanged', organiserChange),
  ProgrammePlacedUnderAgreement: first<ProgrammePlacedUnderAgreement>('ProgrammePlacedUnderAgreement', placing),
  ProgrammeTermsRevised: first<ProgrammeTermsRevised>('ProgrammeTermsRevised', revision),
  ProgrammeTermsSet: first<ProgrammeTermsSet>('ProgrammeTermsSet', termsSetting),
  ProgrammeSuspended: first<ProgrammeSuspended>('ProgrammeSuspended', suspension),
  ProgrammeResumed: first<ProgrammeResumed>('ProgrammeResumed', resumption),
  ProgrammeConcluded: first<ProgrammeConcluded>('ProgrammeConcluded', conclusion),
  ProgrammesLinked: first<ProgrammesLinked>('ProgrammesLinked', link),
}

export const programmeCommands: Commands<ProgrammeCommand> = {
  ProposeProgramme: commandCodec<ProposeProgramme>('ProposeProgramme', details),
  AnnounceProgramme: commandCodec<AnnounceProgramme>('AnnounceProgramme', announcement),
  RegisterProgramme: commandCodec<RegisterProgramme>('RegisterProgramme', registration),
  LaunchProgramme: commandCodec<LaunchProgramme>('LaunchProgramme', launch),
  NameProgramme: commandCodec<NameProgramme>('NameProgramme', naming),
  ChangeOrganisers: commandCodec<ChangeOrganisers>('ChangeOrganisers', organiserChange),
  PlaceUnderAgreement: commandCodec<PlaceUnderAgreement>('PlaceUnderAgreement', placing),
  ReviseProgrammeTerms: commandCodec<ReviseProgrammeTerms>('ReviseProgrammeTerms', revision),
  SetProgrammeTerms: commandCodec<SetProgrammeTerms>('SetProgrammeTerms', termsSetting),
  SuspendProgramme: commandCodec<SuspendProgramme>('SuspendProgramme', suspension),
  ResumeProgramme: commandCodec<ResumeProgramme>('ResumeProgramme', resumption),
  ConcludeProgramme: commandCodec<ConcludeProgramme>('ConcludeProgramme', conclusion),
  LinkProgrammes: commandCodec<LinkProgrammes>('LinkProgrammes', link),
}
