import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Outcome, Tagged } from '../kernel/decider.js'
import { isEntryCommand } from '../kernel/entry.js'
import { same } from '../kernel/same.js'
import { isPersonId, type OrganisationId, type PersonId, type PostId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { ErasePersonalData, PersonalDataErased, PersonErased } from './erasing.js'

// A person is an officer or an outside figure, known by names, or unnamed and known by a description. Names, postings and background are
// added as they are learned, in any order and for any day past. Two records found to be of one person are merged: the merged one takes no
// further change. Names stand here and nowhere else in the ledger.

// ── events ──────────────────────────────────────────────────────────────────

/** Somebody as first known: with names, or only with what a source says of him. An absent field was not stated. */
export interface PersonRegistration {
  readonly person: PersonId
  /** Absent: nobody names this person. */
  readonly names?: ReadonlyArray<Name>
  /** How a source speaks of somebody it does not name: "one of the representatives from …". */
  readonly describedAs?: string
  /** A grade is not a department: an officer of a grade serves in one unit or another. */
  readonly grade?: OrganisationId
  readonly rank?: string
  readonly unit?: OrganisationId
  readonly post?: PostId
  readonly civilServant?: boolean
}

/** One more name, in any script; the first name, where a person was registered without one. */
export interface Alias {
  readonly person: PersonId
  readonly name: Name
}

/** Where, in which post, grade or rank somebody served, and when; any of them may be all that is known. */
export interface Posting {
  readonly person: PersonId
  readonly organisation?: OrganisationId
  readonly post?: PostId
  readonly grade?: OrganisationId
  readonly rank?: string
  readonly from?: StatedDate
  /** The last day. */
  readonly to?: StatedDate
}

/** What terms of eligibility ask after: experience, education, languages; or bar: an earlier participation. */
export type BackgroundKind = 'experience' | 'education' | 'language' | 'earlier participation' | 'other'

/** What somebody brings along, in a source's words. */
export interface Background {
  readonly person: PersonId
  readonly kind: BackgroundKind
  readonly words: string
  readonly with?: OrganisationId
}

/** Two records of one person: what is asked of `person` is answered by `into`. */
export interface PersonMerger {
  readonly person: PersonId
  readonly into: PersonId
}

/** Somebody came on record, named or only described. */
export type PersonRegistered = { readonly type: 'PersonRegistered' } & PersonRegistration
/** One more name came on record; those before stay. */
export type AliasAdded = { readonly type: 'AliasAdded' } & Alias
/** A posting came on record, of any time and in any order. */
export type PostingRecorded = { readonly type: 'PostingRecorded' } & Posting
/** Something that somebody brings along came on record. */
export type BackgroundRecorded = { readonly type: 'BackgroundRecorded' } & Background
/** Both records are of one person. What each of them holds stays where it is. */
export type PersonsMerged = { readonly type: 'PersonsMerged' } & PersonMerger

/** What is learned of a person beside the registration; the order in which it is learned says nothing. */
type Learned = AliasAdded | PostingRecorded | BackgroundRecorded

/** What is recorded of a person. */
export type PersonEvent = PersonRegistered | Learned | PersonsMerged | PersonalDataErased

// ── state ───────────────────────────────────────────────────────────────────

interface Known {
  readonly registration: PersonRegistered
  readonly learned: ReadonlyArray<Learned>
}

export type Person =
  | { readonly _tag: 'NotRegistered' }
  | ({ readonly _tag: 'Registered' } & Known)
  | ({ readonly _tag: 'Merged'; readonly into: PersonId } & Known)
  | { readonly _tag: 'Erased' }

export const evolve = (state: Person, event: PersonEvent): Person => {
  switch (event.type) {
    case 'PersonRegistered':
      return { _tag: 'Registered', registration: event, learned: [] }
    case 'AliasAdded':
    case 'PostingRecorded':
    case 'BackgroundRecorded':
      return state._tag === 'NotRegistered' || state._tag === 'Erased' ? state : { ...state, learned: [...state.learned, event] }
    case 'PersonsMerged':
      return state._tag === 'NotRegistered' || state._tag === 'Erased' ? state : { ...state, _tag: 'Merged', into: event.into }
    case 'PersonalDataErased':
      return { _tag: 'Erased' }
  }
}

// ── commands ────────────────────────────────────────────────────────────────

/**
 * Somebody as first known: `PersonRegistered`. Refused where neither a name nor a description is given (`PersonWithoutNameOrDescription`),
 * or the id is taken (`PersonAlreadyRegistered`).
 */
export type RegisterPerson = { readonly type: 'RegisterPerson' } & PersonRegistration
/** One more name: `AliasAdded`. Refused once the record is merged (`PersonAlreadyMerged`). */
export type AddAlias = { readonly type: 'AddAlias' } & Alias
/**
 * Where somebody served: `PostingRecorded`. Refused where it tells no organisation, post, grade or rank (`PostingSaysNothing`), or surely
 * ends before it starts. Postings may overlap.
 */
export type RecordPosting = { readonly type: 'RecordPosting' } & Posting
/** What somebody brings along: `BackgroundRecorded`. Refused once the record is merged. */
export type RecordBackground = { readonly type: 'RecordBackground' } & Background
/** This record and another are of one person: `PersonsMerged`. Refused where it was merged into a third (`PersonAlreadyMerged`). */
export type MergePersons = { readonly type: 'MergePersons' } & PersonMerger
/** What may be asked of a person's record. */
export type PersonCommand = RegisterPerson | AddAlias | RecordPosting | RecordBackground | MergePersons | ErasePersonalData

// ── refusals ────────────────────────────────────────────────────────────────

/** Why something is not recorded of a person. No refusal repeats a name or a description: refusals travel where personal data must not. */
export type PersonRefusal =
  | { readonly _tag: 'PersonNotRegistered'; readonly person: PersonId }
  | { readonly _tag: 'PersonAlreadyRegistered'; readonly person: PersonId }
  /** Nobody could tell who is meant. */
  | { readonly _tag: 'PersonWithoutNameOrDescription'; readonly person: PersonId }
  /** The other record takes what is learned from then on. */
  | { readonly _tag: 'PersonAlreadyMerged'; readonly person: PersonId; readonly into: PersonId }
  | { readonly _tag: 'PersonMergedIntoItself'; readonly person: PersonId }
  | PersonErased
  | { readonly _tag: 'PostingSaysNothing'; readonly person: PersonId }
  | { readonly _tag: 'PostingEndsBeforeStart'; readonly person: PersonId; readonly from: StatedDate; readonly to: StatedDate }

type Decision = Outcome<PersonEvent, PersonRefusal>

// ── decisions ───────────────────────────────────────────────────────────────

const register = (command: RegisterPerson, state: Person): Decision => {
  const { person, names = [], describedAs } = command
  if (names.length === 0 && describedAs === undefined) return E.left({ _tag: 'PersonWithoutNameOrDescription', person })
  const event: PersonRegistered = { ...command, type: 'PersonRegistered' }
  switch (state._tag) {
    case 'NotRegistered':
      return E.right([event])
    case 'Registered':
    case 'Merged':
      return same(state.registration, event) ? E.right([]) : E.left({ _tag: 'PersonAlreadyRegistered', person })
    case 'Erased':
      return E.left({ _tag: 'PersonErased', person })
  }
}

/** What is on record already adds nothing, also when it comes for a merged person. */
const learn = (event: Learned, state: Person): Decision => {
  const { person } = event
  if (state._tag === 'NotRegistered') return E.left({ _tag: 'PersonNotRegistered', person })
  if (state._tag === 'Erased') return E.left({ _tag: 'PersonErased', person })
  if (isNameOf(state, event) || state.learned.some((one) => same(one, event))) return E.right([])
  return state._tag === 'Merged' ? E.left({ _tag: 'PersonAlreadyMerged', person, into: state.into }) : E.right([event])
}

const isNameOf = ({ registration: { names = [] } }: Known, event: Learned): boolean =>
  event.type === 'AliasAdded' && names.some((name) => same(name, event.name))

const recordPosting = (command: RecordPosting, state: Person): Decision => {
  const { person, organisation, post, grade, rank, from, to } = command
  if ((organisation ?? post ?? grade ?? rank) === undefined) return E.left({ _tag: 'PostingSaysNothing', person })
  if (from !== undefined && to !== undefined && precedes(windowOf(to), windowOf(from)) === 'yes')
    return E.left({ _tag: 'PostingEndsBeforeStart', person, from, to })
  return learn({ ...command, type: 'PostingRecorded' }, state)
}

const merge = (command: MergePersons, state: Person): Decision => {
  const { person, into } = command
  if (into === person) return E.left({ _tag: 'PersonMergedIntoItself', person })
  switch (state._tag) {
    case 'NotRegistered':
      return E.left({ _tag: 'PersonNotRegistered', person })
    case 'Registered':
      return E.right([{ ...command, type: 'PersonsMerged' }])
    case 'Merged':
      return state.into === into ? E.right([]) : E.left({ _tag: 'PersonAlreadyMerged', person, into: state.into })
    case 'Erased':
      return E.left({ _tag: 'PersonErased', person })
  }
}

const erase = (command: ErasePersonalData, state: Person): Decision => {
  const { person } = command
  switch (state._tag) {
    case 'NotRegistered':
      return E.left({ _tag: 'PersonNotRegistered', person })
    case 'Registered':
    case 'Merged':
      return E.right([{ ...command, type: 'PersonalDataErased' }])
    case 'Erased':
      return E.right([])
  }
}

export const decide = (command: PersonCommand, state: Person): Decision => {
  switch (command.type) {
    case 'RegisterPerson':
      return register(command, state)
    case 'AddAlias':
      return learn({ ...command, type: 'AliasAdded' }, state)
    case 'RecordPosting':
      return recordPosting(command, state)
    case 'RecordBackground':
      return learn({ ...command, type: 'BackgroundRecorded' }, state)
    case 'MergePersons':
      return merge(command, state)
    case 'ErasePersonalData':
      return erase(command, state)
  }
}

/** What is said of an erased person's entries would bring words about him back, and taking the erasure itself out would promise what cannot be. */
const forbids = (command: Tagged, _: string, state: Person): PersonRefusal | undefined => {
  if (state._tag !== 'Erased' || !isEntryCommand(command)) return undefined
  const { stream } = command
  return isPersonId(stream) ? { _tag: 'PersonErased', person: stream } : undefined
}

export const person: Aggregate<PersonCommand, Person, PersonEvent, PersonRefusal> = {
  category: 'person',
  initialState: { _tag: 'NotRegistered' },
  streamOf: (command) => command.person,
  subjectOf: (event) => event.person,
  commands: {
    RegisterPerson: true,
    AddAlias: true,
    RecordPosting: true,
    RecordBackground: true,
    MergePersons: true,
    ErasePersonalData: true,
  },
  forbids,
  decide,
  evolve,
}
