import type {
  DissolveOrganisation,
  MergeOrganisations,
  NotePartnership,
  OrganisationCommand,
  RegisterOrganisation,
  RenameOrganisation,
  SetGroupMembers,
} from '../domain/organisations/commands.js'
import type {
  Dissolution,
  GroupMembership,
  GroupMembersSet,
  OrganisationDissolved,
  OrganisationEvent,
  OrganisationKind,
  OrganisationMerger,
  OrganisationRegistered,
  OrganisationRegistration,
  OrganisationRenamed,
  OrganisationsMerged,
  Partnership,
  PartnershipNoted,
  Renaming,
} from '../domain/organisations/events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { optional, type Props } from './codec/object.js'
import { idOf, line, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { name, namedList, names, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const organisation = idOf('organisation')

const kind = oneOf<OrganisationKind>(
  'government',
  'bureau',
  'department',
  'office',
  'section',
  'commission',
  'grade',
  'college',
  'academy',
  'centre',
  'municipality',
  'district',
  'province',
  'legislature',
  'UN agency',
  'international organisation',
  'group',
  'other',
)

const registration: Props<OrganisationRegistration> = {
  organisation,
  names,
  kind,
  parent: optional(organisation),
  establishedOn: optional(statedDate),
}
const renaming: Props<Renaming> = { organisation, name, from: optional(statedDate) }
const merger: Props<OrganisationMerger> = { organisation, into: organisation, from: optional(statedDate) }
const dissolution: Props<Dissolution> = { organisation, on: statedDate }
const partnership: Props<Partnership> = {
  organisation,
  partner: organisation,
  field: line,
  since: optional(statedDate),
  words: optional(prose),
}
const membership: Props<GroupMembership> = { organisation, members: namedList(organisation), from: optional(statedDate) }

export const organisationEvents: Catalogue<OrganisationEvent> = {
  OrganisationRegistered: first<OrganisationRegistered>('OrganisationRegistered', registration),
  OrganisationRenamed: first<OrganisationRenamed>('OrganisationRenamed', renaming),
  OrganisationsMerged: first<OrganisationsMerged>('OrganisationsMerged', merger),
  OrganisationDissolved: first<OrganisationDissolved>('OrganisationDissolved', dissolution),
  PartnershipNoted: first<PartnershipNoted>('PartnershipNoted', partnership),
  GroupMembersSet: first<GroupMembersSet>('GroupMembersSet', membership),
}

export const organisationCommands: Commands<OrganisationCommand> = {
  RegisterOrganisation: commandCodec<RegisterOrganisation>('RegisterOrganisation', registration),
  RenameOrganisation: commandCodec<RenameOrganisation>('RenameOrganisation', renaming),
  MergeOrganisations: commandCodec<MergeOrganisations>('MergeOrganisations', merger),
  DissolveOrganisation: commandCodec<DissolveOrganisation>('DissolveOrganisation', dissolution),
  NotePartnership: commandCodec<NotePartnership>('NotePartnership', partnership),
  SetGroupMembers: commandCodec<SetGroupMembers>('SetGroupMembers', membership),
}
