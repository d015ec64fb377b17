import * as E from 'fp-ts/lib/Either.js'
import type { Mode, Standing } from '../../domain/occasions/standing.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import { isCivilDate } from '../../domain/vocabulary/civil-date.js'
import type { OccasionId, PersonId } from '../../domain/vocabulary/id.js'
import { windowOf } from '../../domain/vocabulary/stated-date.js'
import { isBefore } from '../../domain/vocabulary/window.js'
import { json, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import { names } from '../names.js'
import { type OccasionRow, occasions } from '../occasions.js'
import { type LineMark, type SessionLine, type SessionRow, sessions } from '../sessions.js'
import { type Naming, namingIn } from './parts/naming.js'

/** One session. */
export interface RollAsked {
  readonly occasion: OccasionId
}

/** One person, or one guest whom nobody has named, on the roll of a session. */
export interface RollAnswer {
  readonly occasion: OccasionId
  /** Absent: an unnamed guest. */
  readonly person?: PersonId
  readonly name: string
  /** The latest of invited, requested, approved, booked; absent: none on record. */
  readonly signUp?: string
  /** The code by which the roll says what happened; absent: it does not say. */
  readonly code?: string
  readonly status?: string
  readonly attended: Answer
  /** What the status counts towards a share of attendance: 0 to 1. */
  readonly weight?: number
  readonly standing: Standing
  /** As the person took part, else as the occasion was held. */
  readonly mode?: Mode
  readonly enrolment: 'signed up' | 'sitting in' | 'not stated'
  /** By what a missed session counts as met. */
  readonly madeUp?: string
  /** Whether the mark was taken after the session's last day. */
  readonly lateEntry: Answer
  /** Absent of guests. */
  readonly recordedBy?: string
  /** ISO 8601, UTC. */
  readonly recordedAt?: string
  readonly note?: string
}

const isLate = ({ takenOn, recordedAt }: LineMark, { day, lastDay }: OccasionRow): Answer => {
  const ends = lastDay ?? day
  const entered = takenOn ?? recordedAt.slice(0, 10)
  return ends === undefined || !isCivilDate(entered) ? 'cannot tell' : isBefore(windowOf(ends), entered)
}

const answerOf = (row: OccasionRow, line: SessionLine, latest: LineMark, { makeUps }: SessionRow, { of }: Naming): RollAnswer => {
  const { person, signUp, attendance } = line
  const mode = latest.mode ?? row.mode
  const madeUp = makeUps.find((one) => one.person === person)
  return {
    occasion: row.occasion,
    person,
    name: of(person),
    ...(signUp && { signUp: signUp.code }),
    ...(attendance && { code: attendance.code, status: attendance.words, weight: attendance.weight }),
    attended: attendance === undefined ? 'cannot tell' : attendance.attended ? 'yes' : 'no',
    standing: attendance?.standing ?? 'not stated',
    ...(mode && { mode }),
    enrolment: latest.sittingIn ? 'sitting in' : signUp === undefined ? 'not stated' : 'signed up',
    ...(madeUp && { madeUp: madeUp.equivalence }),
    lateEntry: isLate(latest, row),
    recordedBy: latest.by,
    recordedAt: latest.recordedAt,
    ...(latest.note && { note: latest.note }),
  }
}

/** Guests who were named since stand on the roll as themselves. */
const guestsOf = (row: OccasionRow, { guests }: SessionRow): ReadonlyArray<RollAnswer> =>
  guests.flatMap(({ person, guest, describedAs, standing }) =>
    person !== undefined
      ? []
      : [
          {
            occasion: row.occasion,
            name: `${guest}: ${describedAs}`,
            attended: 'yes',
            standing,
            ...(row.mode && { mode: row.mode }),
            enrolment: 'not stated',
            lateEntry: 'cannot tell',
          },
        ],
  )

/** The roll of one session: sign-ups, what happened, guests; in order of the marks. What was corrected shows as it stands: `corrections` has the rest. */
export const roll: Question<RollAsked, RollAnswer> = {
  name: 'roll',
  about:
    'The roll of a session: who signed up, who came, in part, late or not at all, guests, late entries; written as CSV it can be read in again.',
  parameters: { occasion: required(id('occasion', 'the session')) },
  reads: [occasions, sessions, names],
  glance: ['name', 'signUp', 'status', 'attended', 'enrolment', 'mode', 'madeUp', 'lateEntry'],
  columns: {
    occasion: text<OccasionId>(),
    person: maybe(text<PersonId>()),
    name: text(),
    signUp: maybe(text()),
    code: maybe(text()),
    status: maybe(text()),
    attended: text<Answer>(),
    weight: maybe(json<number>(String)),
    standing: text<Standing>(),
    mode: maybe(text<Mode>()),
    enrolment: text<RollAnswer['enrolment']>(),
    madeUp: maybe(text()),
    lateEntry: text<Answer>(),
    recordedBy: maybe(text()),
    recordedAt: maybe(text()),
    note: maybe(text()),
  },
  answer:
    (tables, { occasion }) =>
    async () => {
      const row = await tables.of(occasions).row(occasion)()
      if (E.isLeft(row)) return row
      const session = await tables.of(sessions).row(occasion)()
      if (E.isLeft(session)) return session
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const [held, kept] = [row.right, session.right]
      if (held === undefined || kept === undefined) return E.right([])
      const lines = kept.lines.flatMap((line) => {
        const latest = line.attendance ?? line.signUp
        return latest === undefined ? [] : [answerOf(held, line, latest, kept, naming.right)]
      })
      return E.right([...lines, ...guestsOf(held, kept)])
    },
}
