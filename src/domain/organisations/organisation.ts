import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { OrganisationId } from '../vocabulary/id.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type {
  DissolveOrganisation,
  MergeOrganisations,
  NotePartnership,
  OrganisationCommand,
  OrganisationRefusal,
  RegisterOrganisation,
  RenameOrganisation,
  SetGroupMembers,
  Tie,
} from './commands.js'
import type {
  GroupMembersSet,
  OrganisationDissolved,
  OrganisationEvent,
  OrganisationRegistered,
  OrganisationRenamed,
  OrganisationsMerged,
  PartnershipNoted,
} from './events.js'

// An organisation is registered as first known, then renamed, partnered and, where it is a group, given members, each from a day on. It may
// be dissolved: what was so before that day can still be learned. It may be merged into another: it then takes no further change.

// ── state ───────────────────────────────────────────────────────────────────

/** What may be learned of an organisation again and again. */
type Learned = OrganisationRenamed | PartnershipNoted | GroupMembersSet

interface Known {
  readonly registration: OrganisationRegistered
  readonly learned: ReadonlyArray<Learned>
}

export type Organisation =
  | { readonly _tag: 'NotRegistered' }
  | ({ readonly _tag: 'Active' } & Known)
  | ({ readonly _tag: 'Dissolved'; readonly dissolution: OrganisationDissolved } & Known)
  | ({ readonly _tag: 'Merged'; readonly merger: OrganisationsMerged; readonly dissolution?: OrganisationDissolved } & Known)

export const evolve = (state: Organisation, event: OrganisationEvent): Organisation => {
  if (event.type === 'OrganisationRegistered') return { _tag: 'Active', registration: event, learned: [] }
  if (state._tag === 'NotRegistered') return state
  switch (event.type) {
    case 'OrganisationRenamed':
    case 'PartnershipNoted':
    case 'GroupMembersSet':
      return { ...state, learned: [...state.learned, event] }
    case 'OrganisationDissolved':
      return { ...state, _tag: 'Dissolved', dissolution: event }
    case 'OrganisationsMerged':
      return { ...state, _tag: 'Merged', merger: event }
  }
}

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<OrganisationEvent, OrganisationRefusal>

const tiedToItself = (organisation: OrganisationId, as: Tie): Decision => E.left({ _tag: 'OrganisationTiedToItself', organisation, as })

const register = (command: RegisterOrganisation, state: Organisation): Decision => {
  const { organisation, parent } = command
  if (parent === organisation) return tiedToItself(organisation, 'parent')
  const event: OrganisationRegistered = { ...command, type: 'OrganisationRegistered' }
  if (state._tag === 'NotRegistered') return E.right([event])
  return same(state.registration, event) ? E.right([]) : E.left({ _tag: 'OrganisationAlreadyRegistered', organisation })
}

/** What is on record already adds nothing; else it goes in, unless the organisation goes on in another. */
const learn = (event: Learned, state: Organisation, isOnRecord: (known: Known) => boolean): Decision => {
  const { organisation } = event
  if (state._tag === 'NotRegistered') return E.left({ _tag: 'OrganisationNotRegistered', organisation })
  if (isOnRecord(state)) return E.right([])
  if (state._tag === 'Merged') return E.left({ _tag: 'OrganisationAlreadyMerged', organisation, into: state.merger.into })
  return E.right([event])
}

/** The last word is what is so; an earlier word, where it has no date, may come back as a change, where it has one, it was said before. */
const isSaid = (event: Learned, dated: boolean, words: ReadonlyArray<Learned>): boolean =>
  same(words.at(-1), event) || (dated && words.some((one) => same(one, event)))

const areSurelyApart = (a: StatedDate, b: StatedDate): boolean =>
  precedes(windowOf(a), windowOf(b)) === 'yes' || precedes(windowOf(b), windowOf(a)) === 'yes'

const rename = (command: RenameOrganisation, state: Organisation): Decision => {
  const event: OrganisationRenamed = { ...command, type: 'OrganisationRenamed' }
  const { organisation, name, from } = command
  if (from !== undefined && name.from !== undefined && areSurelyApart(from, name.from))
    return E.left({ _tag: 'NameFromTwoDays', organisation, from, nameFrom: name.from })
  return learn(event, state, ({ registration, learned }) => {
    const renamings = learned.filter((one) => one.type === 'OrganisationRenamed' && one.name.language === name.language)
    const isFirstName = renamings.length === 0 && from === undefined && registration.names.some((one) => same(one, name))
    return isFirstName || isSaid(event, (from ?? name.from) !== undefined, renamings)
  })
}

/** One partnership does not end another: the order in which they are noted says nothing. */
const notePartnership = (command: NotePartnership, state: Organisation): Decision => {
  const { organisation, partner } = command
  if (partner === organisation) return tiedToItself(organisation, 'partner')
  const event: PartnershipNoted = { ...command, type: 'PartnershipNoted' }
  return learn(event, state, ({ learned }) => learned.some((one) => same(one, event)))
}

const setMembers = (command: SetGroupMembers, state: Organisation): Decision => {
  const { organisation, members, from } = command
  if (state._tag !== 'NotRegistered' && state.registration.kind !== 'group')
    return E.left({ _tag: 'NotAGroup', organisation, kind: state.registration.kind })
  if (members.items.includes(organisation)) return tiedToItself(organisation, 'member')
  const twice = members.items.find((member, at) => members.items.indexOf(member) < at)
  if (twice !== undefined) return E.left({ _tag: 'GroupMemberListedTwice', organisation, member: twice })
  const event: GroupMembersSet = { ...command, type: 'GroupMembersSet' }
  return learn(event, state, ({ learned }) =>
    isSaid(
      event,
      from !== undefined,
      learned.filter((one) => one.type === 'GroupMembersSet'),
    ),
  )
}

const endsTooEarly = ({ registration }: Known, end: StatedDate | undefined): OrganisationRefusal | undefined => {
  const { organisation, establishedOn } = registration
  const isTooEarly = end !== undefined && establishedOn !== undefined && precedes(windowOf(end), windowOf(establishedOn)) === 'yes'
  return isTooEarly ? { _tag: 'EndBeforeEstablishment', organisation, establishedOn, end } : undefined
}

const dissolve = (command: DissolveOrganisation, state: Organisation): Decision => {
  const { organisation } = command
  const event: OrganisationDissolved = { ...command, type: 'OrganisationDissolved' }
  switch (state._tag) {
    case 'NotRegistered':
      return E.left({ _tag: 'OrganisationNotRegistered', organisation })
    case 'Active': {
      const refusal = endsTooEarly(state, command.on)
      return refusal === undefined ? E.right([event]) : E.left(refusal)
    }
    case 'Dissolved': {
      const { dissolution } = state
      return same(dissolution, event) ? E.right([]) : E.left({ _tag: 'OrganisationAlreadyDissolved', organisation, on: dissolution.on })
    }
    case 'Merged': {
      const { dissolution, merger } = state
      return same(dissolution, event) ? E.right([]) : E.left({ _tag: 'OrganisationAlreadyMerged', organisation, into: merger.into })
    }
  }
}

/** A dissolved organisation may be merged: where its work goes on is often learned after its end. */
const merge = (command: MergeOrganisations, state: Organisation): Decision => {
  const { organisation, into, from } = command
  if (into === organisation) return tiedToItself(organisation, 'merged into')
  const event: OrganisationsMerged = { ...command, type: 'OrganisationsMerged' }
  switch (state._tag) {
    case 'NotRegistered':
      return E.left({ _tag: 'OrganisationNotRegistered', organisation })
    case 'Active':
    case 'Dissolved': {
      const refusal = endsTooEarly(state, from)
      return refusal === undefined ? E.right([event]) : E.left(refusal)
    }
    case 'Merged':
      return same(state.merger, event) ? E.right([]) : E.left({ _tag: 'OrganisationAlreadyMerged', organisation, into: state.merger.into })
  }
}

export const decide = (command: OrganisationCommand, state: Organisation): Decision => {
  switch (command.type) {
    case 'RegisterOrganisation':
      return register(command, state)
    case 'RenameOrganisation':
      return rename(command, state)
    case 'NotePartnership':
      return notePartnership(command, state)
    case 'SetGroupMembers':
      return setMembers(command, state)
    case 'DissolveOrganisation':
      return dissolve(command, state)
    case 'MergeOrganisations':
      return merge(command, state)
  }
}

/** Sources may well tell of an organisation after the day on which another has it dissolved: a report of it goes in, with the conflict. */
const whenOver = (state: Organisation, from: StatedDate | undefined): ReadonlyArray<Breach<OrganisationRefusal>> => {
  if (state._tag !== 'Dissolved') return []
  const { organisation, on } = state.dissolution
  const isAfter = precedes(windowOf(on), from === undefined ? {} : windowOf(from))
  if (isAfter === 'no') return []
  const refusal: OrganisationRefusal = { _tag: 'OrganisationOver', organisation, dissolvedOn: on, ...(from !== undefined && { from }) }
  return [{ refusal, certainty: isAfter === 'yes' ? 'sure' : 'cannot tell' }]
}

export const breaches = (command: OrganisationCommand, state: Organisation): ReadonlyArray<Breach<OrganisationRefusal>> => {
  switch (command.type) {
    case 'RenameOrganisation':
      return whenOver(state, command.from ?? command.name.from)
    case 'NotePartnership':
      return whenOver(state, command.since)
    case 'SetGroupMembers':
      return whenOver(state, command.from)
    case 'RegisterOrganisation':
    case 'MergeOrganisations':
    case 'DissolveOrganisation':
      return []
  }
}

export const organisation: Aggregate<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRefusal> = {
  category: 'organisation',
  initialState: { _tag: 'NotRegistered' },
  streamOf: (command) => command.organisation,
  subjectOf: (event) => event.organisation,
  commands: {
    RegisterOrganisation: true,
    RenameOrganisation: true,
    MergeOrganisations: true,
    DissolveOrganisation: true,
    NotePartnership: true,
    SetGroupMembers: true,
  },
  decide,
  breaches,
  evolve,
}
