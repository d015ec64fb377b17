import type { PersonId } from '../vocabulary/id.js'
import type {
  Block,
  CodedMark,
  CostsRecorded,
  FeedbackAsked,
  FeedbackGiven,
  GradeRecorded,
  GuestAdded,
  HoursRecorded,
  MakeUpRecorded,
  SessionEvent,
  Status,
} from './session-events.js'
import { knownStatuses, statusOf } from './statuses.js'

/** One person's line: the latest sign-up, and the latest mark of what happened. */
export interface Line {
  readonly signUp?: CodedMark
  readonly attendance?: CodedMark
}

/** What is on record of an occasion as a session, planned or held. */
export interface Session {
  readonly statuses: ReadonlyArray<Status>
  readonly lines: ReadonlyMap<PersonId, Line>
  readonly guests: ReadonlyArray<GuestAdded & { readonly person?: PersonId }>
  readonly blocks: ReadonlyArray<Block>
  readonly makeUps: ReadonlyArray<MakeUpRecorded>
  readonly asked: ReadonlyArray<FeedbackAsked>
  readonly feedback: ReadonlyArray<FeedbackGiven>
  readonly grades: ReadonlyArray<GradeRecorded>
  readonly hours: ReadonlyArray<HoursRecorded>
  readonly costs: ReadonlyArray<CostsRecorded>
}

export const emptySession: Session = {
  statuses: knownStatuses,
  lines: new Map(),
  guests: [],
  blocks: [],
  makeUps: [],
  asked: [],
  feedback: [],
  grades: [],
  hours: [],
  costs: [],
}

const withLines = (
  lines: Session['lines'],
  marks: ReadonlyArray<CodedMark>,
  statuses: ReadonlyArray<Status>,
): ReadonlyMap<PersonId, Line> => {
  const all = new Map(lines)
  for (const mark of marks) {
    const stage = statusOf(mark.code, statuses)?.stage
    const line = all.get(mark.person) ?? {}
    all.set(mark.person, stage === 'sign-up' ? { ...line, signUp: mark } : { ...line, attendance: mark })
  }
  return all
}

/** How many unnamed guests are said to be within the figure. Those who were identified stand on the roll. */
export const guestsWithin = ({ guests }: Session): number =>
  guests.filter(({ standing, person }) => person === undefined && standing === 'within the figure').length

export const evolveSession = (session: Session, event: SessionEvent): Session => {
  switch (event.type) {
    case 'StatusSetDefined':
      return { ...session, statuses: event.statuses }
    case 'RollMarked':
      return { ...session, lines: withLines(session.lines, event.marks, event.statuses) }
    case 'GuestAdded':
      return { ...session, guests: [...session.guests, event] }
    case 'GuestIdentified':
      return {
        ...session,
        guests: session.guests.map((one) => (one.guest === event.guest ? { ...one, person: event.person } : one)),
      }
    case 'BlocksSet':
      return { ...session, blocks: event.blocks }
    case 'MakeUpRecorded':
      return { ...session, makeUps: [...session.makeUps, event] }
    case 'FeedbackAsked':
      return { ...session, asked: [...session.asked, event] }
    case 'FeedbackGiven':
      return { ...session, feedback: [...session.feedback, event] }
    case 'GradeRecorded':
      return { ...session, grades: [...session.grades, event] }
    case 'HoursRecorded':
      return { ...session, hours: [...session.hours, event] }
    case 'CostsRecorded':
      return { ...session, costs: [...session.costs, event] }
  }
}
