import * as E from 'fp-ts/lib/Either.js'
import type { AnyId, OccasionId, PersonId } from '../../domain/vocabulary/id.js'
import { flag, list, maybe, text } from '../engine/columns.js'
import { anything, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'
import { readForSessions, sessionsWithin } from './parts/sessions-within.js'

/** Of which sessions, and of whom; absent: all. */
export interface GradesAsked {
  readonly within?: AnyId
  readonly person?: PersonId
}

/** What one person achieved in one session: all that was said of it, gathered. */
export interface GradeAnswer {
  readonly occasion: OccasionId
  readonly what: string
  readonly person: PersonId
  readonly name: string
  readonly grade?: string
  /** Absent: nobody says. */
  readonly passed?: boolean
  readonly comments: ReadonlyArray<string>
}

/** Grades, comments, pass or fail, person by person. */
export const grades: Question<GradesAsked, GradeAnswer> = {
  name: 'grades',
  about: 'What people achieved in sessions: grade, pass or fail, comments.',
  parameters: {
    within: anything('only in sessions of this programme, batch, series or occasion'),
    person: id('person', 'only of this person'),
  },
  reads: [...readForSessions, names],
  glance: ['what', 'name', 'grade', 'passed', 'comments'],
  columns: {
    occasion: text<OccasionId>(),
    what: text(),
    person: text<PersonId>(),
    name: text(),
    grade: maybe(text()),
    passed: maybe(flag),
    comments: list<string>(String),
  },
  answer:
    (tables, { within, person: asked }) =>
    async () => {
      const all = await sessionsWithin(tables, within)()
      if (E.isLeft(all)) return all
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      return E.right(
        all.right.flatMap(({ row, session }) => {
          const told = (session?.grades ?? []).filter(({ person }) => asked === undefined || person === asked)
          return [...new Set(told.map(({ person }) => person))].map((person): GradeAnswer => {
            const own = told.filter((one) => one.person === person)
            const grade = own.findLast((one) => one.grade !== undefined)?.grade
            const passed = own.findLast((one) => one.passed !== undefined)?.passed
            return {
              occasion: row.occasion,
              what: of(row.occasion),
              person,
              name: of(person),
              ...(grade !== undefined && { grade }),
              ...(passed !== undefined && { passed }),
              comments: own.flatMap(({ comment }) => (comment === undefined ? [] : [comment])),
            }
          })
        }),
      )
    },
}
