import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { Mark } from '../domain/occasions/events.js'
import type {
  Block,
  CodedMark,
  Costs,
  Feedback,
  FeedbackRequest,
  Grade,
  Guest,
  Hours,
  MakeUp,
  Status,
} from '../domain/occasions/session-events.js'
import type { Mode, Standing } from '../domain/occasions/standing.js'
import { knownStatuses, statusOf, statusOfMark } from '../domain/occasions/statuses.js'
import type { CivilDate } from '../domain/vocabulary/civil-date.js'
import { showAmount } from '../domain/vocabulary/cost.js'
import type { OccasionId, PersonId } from '../domain/vocabulary/id.js'
import { list, maybe, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** How somebody stands on a roll, and how that came on record. */
export interface LineMark extends Status {
  readonly standing?: Standing
  readonly mode?: Mode
  readonly sittingIn?: true
  readonly note?: string
  readonly takenOn?: CivilDate
  /** ISO 8601, UTC. */
  readonly recordedAt: string
  /** The account that recorded it. */
  readonly by: string
}

/** One person's line on a roll: the latest sign-up, and the latest mark of what happened. */
export interface SessionLine {
  readonly person: PersonId
  readonly signUp?: LineMark
  readonly attendance?: LineMark
}

/** Somebody who came unnamed, and who it was where that is known by now. */
export type SessionGuest = Omit<Guest, 'occasion'> & { readonly person?: PersonId }

/** An occasion as a session: its roll, its time blocks, and what came of it. Absent rows: nothing of the kind is on record. */
export interface SessionRow extends RestingOn {
  readonly occasion: OccasionId
  /** Statuses of its own; absent: those that every roll knows. */
  readonly statuses?: ReadonlyArray<Status>
  readonly lines: ReadonlyArray<SessionLine>
  readonly guests: ReadonlyArray<SessionGuest>
  readonly blocks: ReadonlyArray<Block>
  readonly makeUps: ReadonlyArray<Omit<MakeUp, 'occasion'>>
  /** Requests for feedback; the last one says when it is due. */
  readonly asked: ReadonlyArray<Omit<FeedbackRequest, 'occasion'>>
  readonly feedback: ReadonlyArray<Omit<Feedback, 'occasion'>>
  readonly grades: ReadonlyArray<Omit<Grade, 'occasion'>>
  readonly hours: ReadonlyArray<Omit<Hours, 'occasion'>>
  readonly costs: ReadonlyArray<Omit<Costs, 'occasion'>>
}

const empty = { lines: [], guests: [], blocks: [], makeUps: [], asked: [], feedback: [], grades: [], hours: [], costs: [] } as const

interface OfOccasion {
  readonly occasion: OccasionId
}

/** What an event changes of the row of its occasion. */
const reading = <Ev extends OfOccasion>(
  changes: (row: Omit<SessionRow, keyof RestingOn>, event: Ev, recorded: Recorded<Ev>) => Partial<SessionRow>,
): Reading<Ev, OccasionId, SessionRow> => ({
  keys: ({ occasion }) => [occasion],
  evolve: (row, event, occasion, recorded) => {
    const before = { ...empty, ...row, occasion }
    return { ...before, ...changes(before, event, recorded), ...restingOn(row, recorded) }
  },
})

const lineMark = (
  status: Status,
  said: Omit<CodedMark, 'person' | 'code'>,
  recorded: Recorded<unknown>,
  takenOn?: CivilDate,
): LineMark => ({
  ...status,
  ...(said.standing && { standing: said.standing }),
  ...(said.mode && { mode: said.mode }),
  ...(said.sittingIn && { sittingIn: said.sittingIn }),
  ...(said.note && { note: said.note }),
  ...(takenOn && { takenOn }),
  recordedAt: recorded.recordedAt,
  by: recorded.metadata.actor,
})

const withLine = (lines: ReadonlyArray<SessionLine>, person: PersonId, mark: LineMark | undefined): ReadonlyArray<SessionLine> => {
  if (mark === undefined) return lines
  const line: SessionLine = lines.find((one) => one.person === person) ?? { person }
  const changed = mark.stage === 'sign-up' ? { ...line, signUp: mark } : { ...line, attendance: mark }
  return [...lines.filter((one) => one.person !== person), changed]
}

const withMarks = (
  lines: ReadonlyArray<SessionLine>,
  marks: ReadonlyArray<Mark>,
  recorded: Recorded<unknown>,
): ReadonlyArray<SessionLine> =>
  marks.reduce((all, mark) => {
    const status = statusOfMark(mark)
    return withLine(all, mark.person, status && lineMark(status, mark, recorded))
  }, lines)

const ATTENDED = statusOf('attended', knownStatuses)

const showLine = ({ person, signUp, attendance }: SessionLine): string => `${person} ${attendance?.code ?? signUp?.code ?? ''}`.trim()

/** Occasions as sessions, one row each. */
export const sessions: Projection<LedgerEvent, OccasionId, SessionRow> = {
  name: 'sessions',
  version: 1,
  columns: {
    occasion: text<OccasionId>(),
    statuses: maybe(list<Status>(({ code }) => code)),
    lines: list<SessionLine>(showLine),
    guests: list<SessionGuest>(({ guest }) => guest),
    blocks: list<Block>(({ on, from, to }) => `${on} ${from}–${to}`),
    makeUps: list<SessionRow['makeUps'][number]>(({ person, equivalence }) => `${person} (${equivalence})`),
    asked: list<SessionRow['asked'][number]>(({ due }) => due ?? 'no day set'),
    feedback: list<SessionRow['feedback'][number]>(({ person }) => person),
    grades: list<SessionRow['grades'][number]>(({ person, grade }) => `${person} ${grade ?? ''}`.trim()),
    hours: list<SessionRow['hours'][number]>(({ basis }) => basis),
    costs: list<SessionRow['costs'][number]>(({ item, amount }) => `${item} ${showAmount(amount)}`),
    ...restingOnColumns,
  },
  on: {
    StatusSetDefined: reading((_, { statuses }) => ({ statuses })),
    RollMarked: reading(({ lines }, { marks, statuses, takenOn }, recorded) => ({
      lines: marks.reduce<ReadonlyArray<SessionLine>>((all, mark) => {
        const status = statusOf(mark.code, statuses)
        return withLine(all, mark.person, status && lineMark(status, mark, recorded, takenOn))
      }, lines),
    })),
    AttendanceRecorded: reading(({ lines }, { roll }, recorded) => ({ lines: withMarks(lines, roll, recorded) })),
    AbsenceExcused: reading(({ lines }, { person }, recorded) => ({
      lines: withMarks(lines, [{ person, status: 'excused', standing: 'not stated' }], recorded),
    })),
    GuestAdded: reading(({ guests }, { type: _, occasion: __, ...guest }) => ({ guests: [...guests, guest] })),
    GuestIdentified: reading(({ guests, lines }, { guest, person, standing }, recorded) => ({
      guests: guests.map((one) => (one.guest === guest ? { ...one, person } : one)),
      // Who stood on the roll before keeps that line.
      lines: lines.some((line) => line.person === person && line.attendance?.attended === true)
        ? lines
        : withLine(lines, person, ATTENDED && lineMark(ATTENDED, { standing }, recorded)),
    })),
    BlocksSet: reading((_, { blocks }) => ({ blocks })),
    MakeUpRecorded: reading(({ makeUps }, { type: _, occasion: __, ...makeUp }) => ({ makeUps: [...makeUps, makeUp] })),
    FeedbackAsked: reading(({ asked }, { type: _, occasion: __, ...request }) => ({ asked: [...asked, request] })),
    FeedbackGiven: reading(({ feedback }, { type: _, occasion: __, ...given }) => ({ feedback: [...feedback, given] })),
    GradeRecorded: reading(({ grades }, { type: _, occasion: __, ...grade }) => ({ grades: [...grades, grade] })),
    HoursRecorded: reading(({ hours }, { type: _, occasion: __, ...stated }) => ({ hours: [...hours, stated] })),
    CostsRecorded: reading(({ costs }, { type: _, occasion: __, ...stated }) => ({ costs: [...costs, stated] })),
  },
}
