import * as E from 'fp-ts/lib/Either.js'
import type { AnyId, PersonId } from '../../domain/vocabulary/id.js'
import { invalid } from '../../domain/vocabulary/invalid.js'
import { integer, json, list, maybe, text } from '../engine/columns.js'
import { anything } from '../engine/parameters.js'
import type { Parameter, Question } from '../engine/question.js'
import { names } from '../names.js'
import { people } from '../people.js'
import { survivorIn } from './parts/mergers.js'
import { type Naming, namingIn } from './parts/naming.js'
import { readForSessions, type SessionOn, sessionsWithin } from './parts/sessions-within.js'

/** The programme, batch or series whose sessions count (absent: all sessions), and the share in percent below which somebody is warned of. */
export interface AbsenteesAsked {
  readonly within?: AnyId
  readonly below?: number
}

/** What was attended, as the statuses weigh it, of so many sessions. */
export interface Share {
  readonly attended: number
  readonly of: number
}

/** One person's attendance over the sessions asked for: over those whose roll has a mark of the person, and over all. */
export interface AbsenteeAnswer {
  readonly person: PersonId
  readonly name: string
  readonly overTaken: Share
  readonly overAll: Share
  readonly missed: ReadonlyArray<string>
  readonly excused: number
  /** Missed sessions that count as met; they are within the shares. */
  readonly madeUp: number
  /** Which of the two shares lies below the threshold; absent: no threshold was asked for, or neither does. */
  readonly warning?: 'over sessions taken' | 'over all sessions' | 'over both'
}

/** A share, for people. Of nothing there is no share. */
export const showShare = ({ attended, of }: Share): string =>
  of === 0 ? 'no session' : `${attended} of ${of} (${Number(((attended * 100) / of).toFixed(1))}%)`

const percent: Parameter<number> = {
  about: 'only those whose attendance lies below this share, over the sessions taken or over all (percent, 0 to 100)',
  parse: (typed) => {
    const number = Number(typed)
    return typed.trim() !== '' && number >= 0 && number <= 100 ? E.right(number) : E.left(invalid('a number from 0 to 100', typed))
  },
}

/** A session is whatever is not called off; a ceremony or a meeting only where its roll was taken. */
const isSession = ({ row, session }: SessionOn): boolean =>
  row.state !== 'cancelled' &&
  ((row.kind !== 'ceremony' && row.kind !== 'meeting') || session?.lines.some(({ attendance }) => attendance) === true)

/** Weights have at most four decimals, and so has their sum. */
const rounded = (sum: number): number => Number(sum.toFixed(4))

interface Found {
  readonly taken: number
  readonly attended: number
  readonly missed: ReadonlyArray<string>
  readonly excused: number
  readonly madeUp: number
  readonly isEnrolled: boolean
}

const none: Found = { taken: 0, attended: 0, missed: [], excused: 0, madeUp: 0, isEnrolled: false }

const found = (all: ReadonlyArray<SessionOn>, survivor: (person: PersonId) => PersonId, { of }: Naming): ReadonlyMap<PersonId, Found> => {
  const byPerson = new Map<PersonId, Found>()
  for (const { row, session } of all) {
    for (const { person: named, signUp, attendance } of session?.lines ?? []) {
      const person = survivor(named)
      const before = byPerson.get(person) ?? none
      const isMadeUp = attendance?.attended === false && session?.makeUps.some((one) => survivor(one.person) === person) === true
      byPerson.set(person, {
        taken: before.taken + (attendance === undefined ? 0 : 1),
        attended: rounded(before.attended + (isMadeUp ? 1 : (attendance?.weight ?? 0))),
        missed: attendance?.attended === false ? [...before.missed, of(row.occasion)] : before.missed,
        excused: before.excused + (attendance?.code === 'excused' ? 1 : 0),
        madeUp: before.madeUp + (isMadeUp ? 1 : 0),
        isEnrolled: before.isEnrolled || signUp !== undefined || (attendance !== undefined && attendance.sittingIn === undefined),
      })
    }
  }
  return byPerson
}

const warningOf = (overTaken: Share, overAll: Share, below: number | undefined): AbsenteeAnswer['warning'] | undefined => {
  const isBelow = ({ attended, of }: Share): boolean => below !== undefined && of > 0 && attended * 100 < below * of
  if (isBelow(overTaken)) return isBelow(overAll) ? 'over both' : 'over sessions taken'
  return isBelow(overAll) ? 'over all sessions' : undefined
}

/** Who missed sessions, or lies below a threshold. Whoever only sits in is no absentee. */
export const absentees: Question<AbsenteesAsked, AbsenteeAnswer> = {
  name: 'absentees',
  about: 'Who was absent, with the share attended over the sessions taken and over all; below a threshold with a warning.',
  parameters: { within: anything('only sessions of this programme, batch, series or occasion'), below: percent },
  reads: [...readForSessions, people, names],
  glance: ['name', 'overTaken', 'overAll', 'missed', 'madeUp', 'warning'],
  columns: {
    person: text<PersonId>(),
    name: text(),
    overTaken: json<Share>(showShare),
    overAll: json<Share>(showShare),
    missed: list<string>(String),
    excused: integer,
    madeUp: integer,
    warning: maybe(text<NonNullable<AbsenteeAnswer['warning']>>(), 'none'),
  },
  answer:
    (tables, { within, below }) =>
    async () => {
      const all = await sessionsWithin(tables, within)()
      if (E.isLeft(all)) return all
      const known = await tables.of(people).where({})()
      if (E.isLeft(known)) return known
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const survivor = survivorIn(known.right.map(({ person, mergedInto }) => ({ id: person, mergedInto })))
      const counted = all.right.filter(isSession)
      const answers = [...found(counted, survivor, naming.right)].flatMap(([person, one]) => {
        const overTaken = { attended: one.attended, of: one.taken }
        const overAll = { attended: one.attended, of: counted.length }
        const warning = warningOf(overTaken, overAll, below)
        const isAsked = below === undefined ? one.missed.length > 0 : warning !== undefined
        const { missed, excused, madeUp } = one
        const answer = { person, name: naming.right.of(person), overTaken, overAll, missed, excused, madeUp, ...(warning && { warning }) }
        return one.isEnrolled && isAsked ? [answer] : []
      })
      return E.right(answers.sort((a, b) => (a.person < b.person ? -1 : 1)))
    },
}
