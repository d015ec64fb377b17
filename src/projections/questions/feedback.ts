import * as E from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { AnyId, OccasionId, PersonId } from '../../domain/vocabulary/id.js'
import { list, maybe, text } from '../engine/columns.js'
import { anything, choice, day } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'
import { cameTo, readForSessions, type SessionOn, sessionsWithin } from './parts/sessions-within.js'

/** Of which sessions, as of which day, and in which state; absent: all, and of no day. */
export interface FeedbackAsked {
  readonly within?: AnyId
  /** Whether something is overdue can only be said as of a day. */
  readonly asOf?: CivilDate
  readonly state?: FeedbackAnswer['state']
}

/** One person's feedback on one session, or that it was asked for and has not come. */
export interface FeedbackAnswer {
  readonly occasion: OccasionId
  readonly what: string
  readonly person: PersonId
  readonly name: string
  readonly state: 'given' | 'due' | 'overdue' | 'not given'
  /** The last day; absent: none was set. */
  readonly due?: CivilDate
  readonly score?: string
  readonly points: ReadonlyArray<string>
  readonly words?: string
}

const stateOf = (isGiven: boolean, due: CivilDate | undefined, asOf: CivilDate | undefined): FeedbackAnswer['state'] => {
  if (isGiven) return 'given'
  if (due === undefined || asOf === undefined) return 'not given'
  return due < asOf ? 'overdue' : 'due'
}

/** Those who gave feedback, and those who came and were asked for it. Who was absent is not asked. */
const peopleOf = (one: SessionOn): ReadonlyArray<PersonId> => {
  const given = (one.session?.feedback ?? []).map(({ person }) => person)
  const onRecord = [
    ...(one.session?.lines ?? []).map(({ person }) => person),
    ...one.row.roles.flatMap(({ person }) => (person === undefined ? [] : [person])),
  ]
  const came = (one.session?.asked ?? []).length === 0 ? [] : onRecord.filter((person) => cameTo(one, person) === 'yes')
  return [...new Set([...given, ...came])]
}

/** Feedback on sessions, given or asked for: due until its last day, overdue from the day after. */
export const feedback: Question<FeedbackAsked, FeedbackAnswer> = {
  name: 'feedback',
  about: 'Feedback given on sessions, and who that attended has not given it yet: due or overdue as of a day.',
  parameters: {
    within: anything('only on sessions of this programme, batch, series or occasion'),
    asOf: day('due or overdue as of this day'),
    state: choice('only these', 'given', 'due', 'overdue', 'not given'),
  },
  reads: [...readForSessions, names],
  glance: ['what', 'name', 'state', 'due', 'score', 'points', 'words'],
  columns: {
    occasion: text<OccasionId>(),
    what: text(),
    person: text<PersonId>(),
    name: text(),
    state: text<FeedbackAnswer['state']>(),
    due: maybe(text<CivilDate>()),
    score: maybe(text()),
    points: list<string>(String),
    words: maybe(text()),
  },
  answer:
    (tables, { within, asOf, state: asked }) =>
    async () => {
      const all = await sessionsWithin(tables, within)()
      if (E.isLeft(all)) return all
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const answers = all.right.flatMap((one) => {
        const due = one.session?.asked.at(-1)?.due
        return peopleOf(one).map((person): FeedbackAnswer => {
          const given = one.session?.feedback.find((each) => each.person === person)
          return {
            occasion: one.row.occasion,
            what: of(one.row.occasion),
            person,
            name: of(person),
            state: stateOf(given !== undefined, due, asOf),
            ...(due && { due }),
            ...(given?.score && { score: `${given.score.points} of ${given.score.of}` }),
            points: given?.points ?? [],
            ...(given?.words && { words: given.words }),
          }
        })
      })
      return E.right(answers.filter(({ state }) => asked === undefined || state === asked))
    },
}
