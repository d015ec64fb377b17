import type { Standing } from './nomination-commands.js'
import type {
  AppealAnswered,
  NominationAppealed,
  NominationEvent,
  NominationRefused,
  NominationRequest,
  NominationResubmitted,
  OfficerNominated,
  OfficerWithdrawn,
} from './nomination-events.js'

/** What decisions need of a nomination. */
export interface Nominated {
  readonly nominated: OfficerNominated
  /** The request in force: the first one, or the latest that was sent in again. */
  readonly request: OfficerNominated | NominationResubmitted
  /** The steps that approved it. */
  readonly approved: ReadonlyArray<string>
  readonly phase: NominationPhase
  /** The latest. */
  readonly answer?: AppealAnswered
}

export type NominationPhase =
  | { readonly _tag: 'Open' }
  | { readonly _tag: 'Refused'; readonly refusal: NominationRefused; readonly isFinal: boolean }
  | { readonly _tag: 'Appealed'; readonly refusal: NominationRefused; readonly appeal: NominationAppealed }
  | { readonly _tag: 'Withdrawn'; readonly withdrawal: OfficerWithdrawn }

export const nominatedBy = (event: OfficerNominated): Nominated => ({
  nominated: event,
  request: event,
  approved: [],
  phase: { _tag: 'Open' },
})

export const evolveNomination = (state: Nominated, event: NominationEvent): Nominated => {
  const { phase } = state
  switch (event.type) {
    case 'OfficerNominated':
      return state
    case 'NominationApproved':
      return { ...state, approved: [...state.approved, event.step] }
    case 'NominationRefused':
      return { ...state, phase: { _tag: 'Refused', refusal: event, isFinal: false } }
    case 'NominationAppealed':
      return phase._tag === 'Refused' ? { ...state, phase: { _tag: 'Appealed', refusal: phase.refusal, appeal: event } } : state
    case 'AppealAnswered':
      return phase._tag === 'Appealed' ? { ...state, answer: event, phase: answered(event, phase.refusal) } : state
    case 'NominationResubmitted':
      return { ...state, request: event, approved: [], phase: { _tag: 'Open' } }
    case 'OfficerWithdrawn':
      return { ...state, phase: { _tag: 'Withdrawn', withdrawal: event } }
  }
}

const answered = ({ outcome }: AppealAnswered, refusal: NominationRefused): NominationPhase => {
  switch (outcome) {
    case 'allowed':
      return { _tag: 'Open' }
    case 'dismissed':
      return { _tag: 'Refused', refusal, isFinal: true }
  }
}

const stepsOf = ({ steps }: NominationRequest): ReadonlyArray<string> => steps.map(({ step }) => step)

/** The steps that have not approved, in their order. */
export const waitsFor = ({ request, approved }: Nominated): ReadonlyArray<string> =>
  stepsOf(request).filter((step) => !approved.includes(step))

export const standingOf = (state: Nominated): Standing => {
  switch (state.phase._tag) {
    case 'Open':
      return waitsFor(state).length === 0 ? 'approved' : 'open'
    case 'Refused':
      return 'refused'
    case 'Appealed':
      return 'appealed'
    case 'Withdrawn':
      return 'withdrawn'
  }
}
