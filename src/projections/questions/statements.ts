import * as E from 'fp-ts/lib/Either.js'
import { and, not } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { AnyId, OrganisationId, PersonId } from '../../domain/vocabulary/id.js'
import { windowOf } from '../../domain/vocabulary/stated-date.js'
import { isBefore, isOnOrBefore } from '../../domain/vocabulary/window.js'
import { text } from '../engine/columns.js'
import { anything, choice, day, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type StatementKind, type StatementRow, statements } from '../statements.js'
import { type Naming, namingIn } from './parts/naming.js'

/**
 * What words have to meet, all of it at once; absent: anything. On a day: those that may have been said then, none of which the day is
 * unknown.
 */
export interface StatementsAsked {
  readonly kind?: StatementKind
  readonly about?: AnyId
  readonly by?: PersonId
  readonly of?: OrganisationId
  readonly on?: CivilDate
  readonly reported?: StatementRow['reported']
}

/** Somebody's words, with the names of who spoke and of what was spoken about. */
export interface StatementAnswer extends StatementRow {
  readonly who: string
  readonly capacity: string
  readonly subjects: string
}

const KINDS: ReadonlyArray<StatementKind> = ['remark', 'thanks', 'hope', 'purpose', 'expectation', 'commitment', 'policy basis', 'claim']

const speaksFor = ({ speaker }: StatementRow, organisation: OrganisationId): boolean => {
  switch (speaker._tag) {
    case 'person':
      return speaker.capacity.of === organisation
    case 'organisation':
      return speaker.organisation === organisation
    case 'source':
      return false
  }
}

const saidOn = ({ saidOn: date }: StatementRow, on: CivilDate): boolean => {
  if (date === undefined) return false
  const window = windowOf(date)
  return and(isOnOrBefore(window, on), not(isBefore(window, on))) !== 'no'
}

const concerns = (row: StatementRow, subject: AnyId): boolean =>
  row.about.includes(subject) || row.at === subject || row.expectedOf === subject || row.basisOf === subject

const withNames = (row: StatementRow, naming: Naming): StatementAnswer => {
  const subjects = [...new Set([...row.about, ...(row.expectedOf ? [row.expectedOf] : []), ...(row.basisOf ? [row.basisOf] : [])])]
  const spoke = { subjects: subjects.map(naming.of).join('; ') }
  switch (row.speaker._tag) {
    case 'person':
      return { ...row, ...spoke, who: naming.of(row.speaker.person), capacity: row.speaker.capacity.title }
    case 'organisation':
      return { ...row, ...spoke, who: naming.of(row.speaker.organisation), capacity: '' }
    case 'source':
      return { ...row, ...spoke, who: 'the source itself', capacity: '' }
  }
}

/** What was said: by whom, about what, quoted or reported. Statements are somebody's words, not the ledger's facts. */
export const statementsOnRecord: Question<StatementsAsked, StatementAnswer> = {
  name: 'statements',
  about: "Somebody's words: remarks, expectations, commitments, purposes, policy bases, claims.",
  parameters: {
    kind: choice('only of this kind', ...KINDS),
    about: anything('only those about, or made at, this'),
    by: id('person', 'only those by this person'),
    of: id('organisation', 'only those by somebody who speaks for it'),
    on: day('only those made, or possibly made, on this day'),
    reported: choice('only these', 'quoted', 'reported'),
  },
  reads: [statements, names],
  glance: ['saidOn', 'kind', 'who', 'capacity', 'points'],
  columns: { ...statements.columns, who: text(), capacity: text(), subjects: text() },
  answer:
    (tables, { kind, about, by, of, on, reported }) =>
    async () => {
      const rows = await tables.of(statements).where({ ...(kind && { kind }), ...(reported && { reported }) })()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const asked = rows.right.filter(
        (row) =>
          (about === undefined || concerns(row, about)) &&
          (by === undefined || (row.speaker._tag === 'person' && row.speaker.person === by)) &&
          (of === undefined || speaksFor(row, of)) &&
          (on === undefined || saidOn(row, on)),
      )
      return E.right(asked.map((row) => withNames(row, naming.right)))
    },
}
