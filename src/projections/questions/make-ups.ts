import * as E from 'fp-ts/lib/Either.js'
import type { Equivalence } from '../../domain/occasions/session-events.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import type { AnyId, OccasionId, PersonId } from '../../domain/vocabulary/id.js'
import { maybe, text } from '../engine/columns.js'
import { anything, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'
import { cameTo, readForSessions, sessionsWithin } from './parts/sessions-within.js'

/** Missed sessions of one programme, batch or series, or of one person; absent: all. */
export interface MakeUpsAsked {
  readonly within?: AnyId
  readonly person?: PersonId
}

/** A missed session that counts as met, and by what. */
export interface MakeUpAnswer {
  readonly occasion: OccasionId
  readonly missed: string
  readonly person: PersonId
  readonly name: string
  readonly equivalence: Equivalence
  /** The session that meets it; absent: no session does. */
  readonly by?: string
  /** Whether that session's roll has the person as having come; absent: no session. */
  readonly attendedIt?: Answer
  readonly why: string
}

/** The make-ups on record. Whether the other session was attended is looked up when it is asked. */
export const makeUps: Question<MakeUpsAsked, MakeUpAnswer> = {
  name: 'make-ups',
  about: 'Missed sessions that count as met: by which session or equivalence, why, and whether that session was attended.',
  parameters: {
    within: anything('only sessions missed of this programme, batch, series or occasion'),
    person: id('person', 'only of this person'),
  },
  reads: [...readForSessions, names],
  glance: ['name', 'missed', 'equivalence', 'by', 'attendedIt', 'why'],
  columns: {
    occasion: text<OccasionId>(),
    missed: text(),
    person: text<PersonId>(),
    name: text(),
    equivalence: text<Equivalence>(),
    by: maybe(text(), 'no session'),
    attendedIt: maybe(text<Answer>(), 'no session'),
    why: text(),
  },
  answer:
    (tables, { within, person: asked }) =>
    async () => {
      const all = await sessionsWithin(tables, undefined)()
      if (E.isLeft(all)) return all
      const scope = await sessionsWithin(tables, within)()
      if (E.isLeft(scope)) return scope
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      return E.right(
        scope.right.flatMap(({ row, session }) =>
          (session?.makeUps ?? []).flatMap(({ person, by, equivalence, why }) => {
            if (asked !== undefined && person !== asked) return []
            const meeting = all.right.find((one) => one.row.occasion === by)
            const attendedIt = meeting === undefined ? 'cannot tell' : cameTo(meeting, person)
            const names = { missed: of(row.occasion), name: of(person), ...(by && { by: of(by), attendedIt }) }
            return [{ occasion: row.occasion, person, equivalence, why, ...names }]
          }),
        ),
      )
    },
}
