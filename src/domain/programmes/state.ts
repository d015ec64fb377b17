import { same } from '../kernel/same.js'
import type {
  ProgrammeAnnounced,
  ProgrammeConcluded,
  ProgrammeEvent,
  ProgrammeLaunched,
  ProgrammeProposed,
  ProgrammeRegistered,
  ProgrammeSuspended,
  ProgrammesLinked,
} from './events.js'

export type Beginning = ProgrammeRegistered | ProgrammeLaunched
/** All that was said, in order, less what was taken back since: the same again is nothing new. */
type Told = ReadonlyArray<ProgrammeEvent>

export type Programme =
  | { readonly _tag: 'NotRecorded' }
  | { readonly _tag: 'Proposed'; readonly opening: ProgrammeProposed; readonly told: Told }
  | { readonly _tag: 'Announced'; readonly opening: ProgrammeAnnounced; readonly told: Told }
  | { readonly _tag: 'Running'; readonly opening: Beginning; readonly told: Told }
  | { readonly _tag: 'Suspended'; readonly opening: Beginning; readonly suspension: ProgrammeSuspended; readonly told: Told }
  | {
      readonly _tag: 'Concluded'
      readonly opening: ProgrammeProposed | ProgrammeAnnounced | Beginning
      readonly conclusion: ProgrammeConcluded
      readonly told: Told
    }

const toldIn = (state: Programme): Told => (state._tag === 'NotRecorded' ? [] : state.told)

/** "None" takes back what was linked in that way, and a link takes back "none". */
const isTakenBackBy = (link: ProgrammesLinked, one: ProgrammeEvent): boolean =>
  one.type === 'ProgrammesLinked' && one.kind === link.kind && (link.to._tag === 'none' || one.to._tag === 'none')

const telling = (told: Told, event: ProgrammeEvent): Told =>
  event.type === 'ProgrammesLinked' ? [...told.filter((one) => !isTakenBackBy(event, one)), event] : [...told, event]

/**
 * Whether this is on record. Who joined without a date may have left and joined again: of such changes, only the last one is still so.
 */
export const isTold = (event: ProgrammeEvent, state: Programme): boolean => {
  const told = toldIn(state)
  if (event.type !== 'OrganisersChanged' || event.from !== undefined) return told.some((one) => same(one, event))
  return same(
    told.findLast(({ type }) => type === 'OrganisersChanged'),
    event,
  )
}

export const evolve = (state: Programme, event: ProgrammeEvent): Programme => {
  const told = telling(toldIn(state), event)
  switch (event.type) {
    case 'ProgrammeProposed':
      return state._tag === 'NotRecorded' ? { _tag: 'Proposed', opening: event, told } : state
    case 'ProgrammeAnnounced':
      return state._tag === 'NotRecorded' || state._tag === 'Proposed' ? { _tag: 'Announced', opening: event, told } : state
    case 'ProgrammeRegistered':
    case 'ProgrammeLaunched':
      return state._tag === 'NotRecorded' || state._tag === 'Proposed' || state._tag === 'Announced'
        ? { _tag: 'Running', opening: event, told }
        : state
    case 'ProgrammeSuspended':
      if (state._tag === 'Running') return { ...state, _tag: 'Suspended', suspension: event, told }
      return state._tag === 'NotRecorded' ? state : { ...state, told }
    case 'ProgrammeResumed':
      if (state._tag === 'Suspended') return { _tag: 'Running', opening: state.opening, told }
      return state._tag === 'NotRecorded' ? state : { ...state, told }
    case 'ProgrammeConcluded':
      return state._tag === 'NotRecorded' || state._tag === 'Concluded'
        ? state
        : { _tag: 'Concluded', opening: state.opening, conclusion: event, told }
    case 'ProgrammeNamed':
    case 'OrganisersChanged':
    case 'ProgrammePlacedUnderAgreement':
    case 'ProgrammeTermsRevised':
    case 'ProgrammeTermsSet':
    case 'ProgrammesLinked':
      return state._tag === 'NotRecorded' ? state : { ...state, told }
  }
}
