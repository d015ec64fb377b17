import type { ErasePersonalData, Erasure, PersonalDataErased } from '../domain/people/erasing.js'
import type {
  AddAlias,
  Alias,
  AliasAdded,
  Background,
  BackgroundRecorded,
  MergePersons,
  PersonCommand,
  PersonEvent,
  PersonMerger,
  PersonRegistered,
  PersonRegistration,
  PersonsMerged,
  Posting,
  PostingRecorded,
  RecordBackground,
  RecordPosting,
  RegisterPerson,
} from '../domain/people/person.js'
import { type Commands, commandCodec } from './codec/command.js'
import { optional, type Props } from './codec/object.js'
import { flag, idOf, line, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { name, names, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both. That a person has a name or a description, and a posting some
// content, is a rule between fields: it is decided, not decoded.

const person = idOf('person')
const organisation = idOf('organisation')
const post = idOf('post')

const registration: Props<PersonRegistration> = {
  person,
  names: optional(names),
  describedAs: optional(prose),
  grade: optional(organisation),
  rank: optional(line),
  unit: optional(organisation),
  post: optional(post),
  civilServant: optional(flag),
}
const alias: Props<Alias> = { person, name }
const posting: Props<Posting> = {
  person,
  organisation: optional(organisation),
  post: optional(post),
  grade: optional(organisation),
  rank: optional(line),
  from: optional(statedDate),
  to: optional(statedDate),
}
const background: Props<Background> = {
  person,
  kind: oneOf('experience', 'education', 'language', 'earlier participation', 'other'),
  words: prose,
  with: optional(organisation),
}
const merger: Props<PersonMerger> = { person, into: person }
const erasure: Props<Erasure> = { person, ground: line }

export const personEvents: Catalogue<PersonEvent> = {
  PersonRegistered: first<PersonRegistered>('PersonRegistered', registration),
  AliasAdded: first<AliasAdded>('AliasAdded', alias),
  PostingRecorded: first<PostingRecorded>('PostingRecorded', posting),
  BackgroundRecorded: first<BackgroundRecorded>('BackgroundRecorded', background),
  PersonsMerged: first<PersonsMerged>('PersonsMerged', merger),
  PersonalDataErased: first<PersonalDataErased>('PersonalDataErased', erasure),
}

export const personCommands: Commands<PersonCommand> = {
  RegisterPerson: commandCodec<RegisterPerson>('RegisterPerson', registration),
  AddAlias: commandCodec<AddAlias>('AddAlias', alias),
  RecordPosting: commandCodec<RecordPosting>('RecordPosting', posting),
  RecordBackground: commandCodec<RecordBackground>('RecordBackground', background),
  MergePersons: commandCodec<MergePersons>('MergePersons', merger),
  ErasePersonalData: commandCodec<ErasePersonalData>('ErasePersonalData', erasure),
}
