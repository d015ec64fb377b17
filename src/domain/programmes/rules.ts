import type { ProgrammeId } from '../vocabulary/id.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { unsoundTerms } from '../vocabulary/terms-soundness.js'
import { precedes } from '../vocabulary/window.js'
import type {
  ChangeOrganisers,
  ConcludeProgramme,
  LaunchProgramme,
  LinkProgrammes,
  ProgrammeCommand,
  ProgrammeRefusal,
  RegisterProgramme,
  ResumeProgramme,
  SuspendProgramme,
} from './commands.js'
import type { ProgrammeDetails, RoleHolder } from './events.js'
import type { Beginning, Programme } from './state.js'

// What speaks against a command in the phase that a programme is in: one function for each command, or for those that share a rule.

type Refused = ProgrammeRefusal | undefined
type Recorded = Exclude<Programme, { readonly _tag: 'NotRecorded' }>

const surelyBefore = (a: StatedDate, b: StatedDate): boolean => precedes(windowOf(a), windowOf(b)) === 'yes'

const startOf = ({ opening }: Recorded): StatedDate | undefined => {
  switch (opening.type) {
    case 'ProgrammeProposed':
    case 'ProgrammeAnnounced':
      return undefined
    case 'ProgrammeRegistered':
      return opening.since
    case 'ProgrammeLaunched':
      return opening.launchedOn
  }
}

const beginningOf = ({ opening }: Recorded): Beginning | undefined =>
  opening.type === 'ProgrammeRegistered' || opening.type === 'ProgrammeLaunched' ? opening : undefined

const alreadyBegun = ({ programme }: ProgrammeDetails, opening: Beginning): ProgrammeRefusal => {
  if (opening.type === 'ProgrammeLaunched') return { _tag: 'ProgrammeAlreadyLaunched', programme, launchedOn: opening.launchedOn }
  return { _tag: 'ProgrammeAlreadyRunning', programme, ...(opening.since !== undefined && { since: opening.since }) }
}

const alreadyConcluded = (details: ProgrammeDetails, state: Extract<Recorded, { readonly _tag: 'Concluded' }>): ProgrammeRefusal => {
  const beginning = beginningOf(state)
  if (beginning !== undefined) return alreadyBegun(details, beginning)
  return { _tag: 'ProgrammeOver', programme: details.programme, on: state.conclusion.on }
}

/** A plan is told of before the programme runs: proposed first, then announced, each once. */
const plan = (details: ProgrammeDetails, of: 'Proposed' | 'Announced', state: Programme): Refused => {
  const { programme } = details
  switch (state._tag) {
    case 'NotRecorded':
      return unsoundRoles(programme, details.organisers?.items)
    case 'Proposed':
      if (of === 'Proposed') return { _tag: 'ProgrammeAlreadyProposed', programme }
      return unsoundRoles(programme, details.organisers?.items)
    case 'Announced':
      return { _tag: 'ProgrammeAlreadyAnnounced', programme }
    case 'Running':
    case 'Suspended':
      return alreadyBegun(details, state.opening)
    case 'Concluded':
      return alreadyConcluded(details, state)
  }
}

/** A planned programme may turn out to have run already: it is registered, where nobody tells of a launch. */
const begin = (command: LaunchProgramme | RegisterProgramme, state: Programme): Refused => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Proposed':
    case 'Announced':
      return unsoundRoles(command.programme, command.organisers?.items)
    case 'Running':
    case 'Suspended':
      return alreadyBegun(command, state.opening)
    case 'Concluded':
      return alreadyConcluded(command, state)
  }
}

const unsoundRoles = (programme: ProgrammeId, holders: ReadonlyArray<RoleHolder> = []): Refused => {
  for (const { organisation, from, to } of holders)
    if (from !== undefined && to !== undefined && surelyBefore(to, from))
      return { _tag: 'RoleEndsBeforeStart', programme, organisation, from, to }
  return undefined
}

/** Names, organisers, agreements and terms may be told of at any time, also late; see `breaches` for what lies after the end. */
const whileRecorded = ({ programme }: ProgrammeCommand, state: Programme): Refused =>
  state._tag === 'NotRecorded' ? { _tag: 'ProgrammeNotRecorded', programme } : undefined

const changeOrganisers = (command: ChangeOrganisers, state: Programme): Refused => {
  const { programme, joined, left } = command
  return whileRecorded(command, state) ?? joinsAndLeaves(command) ?? unsoundRoles(programme, [...joined, ...left])
}

const joinsAndLeaves = ({ programme, joined, left }: ChangeOrganisers): Refused => {
  const both = joined.find((one) => left.some(({ organisation, role }) => organisation === one.organisation && role === one.role))
  return both && { _tag: 'JoinsAndLeaves', programme, organisation: both.organisation, role: both.role }
}

const suspend = (command: SuspendProgramme, state: Programme): Refused => {
  const { programme, from } = command
  if (state._tag === 'NotRecorded') return { _tag: 'ProgrammeNotRecorded', programme }
  if (state._tag === 'Suspended') return { _tag: 'ProgrammeAlreadySuspended', programme, from: state.suspension.from }
  if (beginningOf(state) === undefined) return { _tag: 'ProgrammeNotRunning', programme }
  const start = startOf(state)
  return start !== undefined && surelyBefore(from, start) ? { _tag: 'SuspensionBeforeStart', programme, start, from } : undefined
}

const resume = (command: ResumeProgramme, state: Programme): Refused => {
  const { programme, from } = command
  switch (state._tag) {
    case 'NotRecorded':
      return { _tag: 'ProgrammeNotRecorded', programme }
    case 'Proposed':
    case 'Announced':
    case 'Running':
      return { _tag: 'ProgrammeNotSuspended', programme }
    case 'Suspended': {
      const suspended = state.suspension.from
      return surelyBefore(from, suspended) ? { _tag: 'ResumptionBeforeSuspension', programme, suspended, from } : undefined
    }
    case 'Concluded':
      return beginningOf(state) === undefined ? { _tag: 'ProgrammeNotSuspended', programme } : undefined
  }
}

const conclude = (command: ConcludeProgramme, state: Programme): Refused => {
  const { programme, on } = command
  if (state._tag === 'NotRecorded') return { _tag: 'ProgrammeNotRecorded', programme }
  if (state._tag === 'Concluded') return { _tag: 'ProgrammeOver', programme, on: state.conclusion.on }
  const start = startOf(state)
  return start !== undefined && surelyBefore(on, start) ? { _tag: 'EndBeforeStart', programme, start, end: on } : undefined
}

const link = ({ programme, to }: LinkProgrammes, state: Programme): Refused => {
  if (state._tag === 'NotRecorded') return { _tag: 'ProgrammeNotRecorded', programme }
  return to._tag === 'named' && to.value === programme ? { _tag: 'LinkedToItself', programme } : undefined
}

export const refusalOf = (command: ProgrammeCommand, state: Programme): Refused => {
  switch (command.type) {
    case 'ProposeProgramme':
      return plan(command, 'Proposed', state)
    case 'AnnounceProgramme':
      return plan(command, 'Announced', state)
    case 'RegisterProgramme':
    case 'LaunchProgramme':
      return begin(command, state)
    case 'NameProgramme':
    case 'PlaceUnderAgreement':
    case 'ReviseProgrammeTerms':
      return whileRecorded(command, state)
    case 'SetProgrammeTerms':
      return whileRecorded(command, state) ?? unsoundTerms(command)
    case 'ChangeOrganisers':
      return changeOrganisers(command, state)
    case 'SuspendProgramme':
      return suspend(command, state)
    case 'ResumeProgramme':
      return resume(command, state)
    case 'ConcludeProgramme':
      return conclude(command, state)
    case 'LinkProgrammes':
      return link(command, state)
  }
}
