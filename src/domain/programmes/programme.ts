import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { ProgrammeCommand, ProgrammeRefusal } from './commands.js'
import type { ProgrammeEvent } from './events.js'
import { refusalOf } from './rules.js'
import { evolve, isTold, type Programme } from './state.js'

// A programme is proposed, announced and launched, or registered because it ran before the ledger knew of it. While it runs it may be
// suspended and resumed; at last it is concluded, also from a plan that came to nothing. Its names, organisers, agreements, terms and links
// change by their own dates and move no state.

const eventOf = (command: ProgrammeCommand): ProgrammeEvent => {
  switch (command.type) {
    case 'ProposeProgramme':
      return { ...command, type: 'ProgrammeProposed' }
    case 'AnnounceProgramme':
      return { ...command, type: 'ProgrammeAnnounced' }
    case 'RegisterProgramme':
      return { ...command, type: 'ProgrammeRegistered' }
    case 'LaunchProgramme':
      return { ...command, type: 'ProgrammeLaunched' }
    case 'NameProgramme':
      return { ...command, type: 'ProgrammeNamed' }
    case 'ChangeOrganisers':
      return { ...command, type: 'OrganisersChanged' }
    case 'PlaceUnderAgreement':
      return { ...command, type: 'ProgrammePlacedUnderAgreement' }
    case 'ReviseProgrammeTerms':
      return { ...command, type: 'ProgrammeTermsRevised' }
    case 'SetProgrammeTerms':
      return { ...command, type: 'ProgrammeTermsSet' }
    case 'SuspendProgramme':
      return { ...command, type: 'ProgrammeSuspended' }
    case 'ResumeProgramme':
      return { ...command, type: 'ProgrammeResumed' }
    case 'ConcludeProgramme':
      return { ...command, type: 'ProgrammeConcluded' }
    case 'LinkProgrammes':
      return { ...command, type: 'ProgrammesLinked' }
  }
}

/** A change that changes nothing: nobody joins or leaves, no term is named. */
const isEmpty = (command: ProgrammeCommand): boolean => {
  if (command.type === 'ChangeOrganisers') return command.joined.length === 0 && command.left.length === 0
  if (command.type !== 'ReviseProgrammeTerms') return false
  return command.length === undefined && command.capacity === undefined && command.words === undefined
}

export const decide = (command: ProgrammeCommand, state: Programme): Outcome<ProgrammeEvent, ProgrammeRefusal> => {
  const event = eventOf(command)
  if (isTold(event, state)) return E.right([])
  const refusal = refusalOf(command, state)
  if (refusal !== undefined) return E.left(refusal)
  return E.right(isEmpty(command) ? [] : [event])
}

/** The day from which a command changes a programme that has to be there still; a name may be given long after the end. */
const dayOf = (command: ProgrammeCommand): StatedDate | undefined => {
  switch (command.type) {
    case 'ChangeOrganisers':
    case 'PlaceUnderAgreement':
    case 'ReviseProgrammeTerms':
    case 'SetProgrammeTerms':
    case 'SuspendProgramme':
    case 'ResumeProgramme':
      return command.from
    case 'ProposeProgramme':
    case 'AnnounceProgramme':
    case 'RegisterProgramme':
    case 'LaunchProgramme':
    case 'NameProgramme':
    case 'ConcludeProgramme':
    case 'LinkProgrammes':
      return undefined
  }
}

/** What is told late of a concluded programme's own days is no conflict; what lies after its end is, surely or perhaps. */
export const breaches = (command: ProgrammeCommand, state: Programme): ReadonlyArray<Breach<ProgrammeRefusal>> => {
  const day = dayOf(command)
  if (day === undefined || state._tag !== 'Concluded') return []
  const { programme, on } = state.conclusion
  const after = precedes(windowOf(on), windowOf(day))
  if (after === 'no') return []
  return [{ refusal: { _tag: 'ProgrammeOver', programme, on }, certainty: after === 'yes' ? 'sure' : 'cannot tell' }]
}

export const programme: Aggregate<ProgrammeCommand, Programme, ProgrammeEvent, ProgrammeRefusal> = {
  category: 'programme',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.programme,
  subjectOf: (event) => event.programme,
  commands: {
    ProposeProgramme: true,
    AnnounceProgramme: true,
    RegisterProgramme: true,
    LaunchProgramme: true,
    NameProgramme: true,
    ChangeOrganisers: true,
    PlaceUnderAgreement: true,
    ReviseProgrammeTerms: true,
    SetProgrammeTerms: true,
    SuspendProgramme: true,
    ResumeProgramme: true,
    ConcludeProgramme: true,
    LinkProgrammes: true,
  },
  decide,
  evolve,
  breaches,
}
