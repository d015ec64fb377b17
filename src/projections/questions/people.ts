import * as E from 'fp-ts/lib/Either.js'
import type { PersonId } from '../../domain/vocabulary/id.js'
import { fits } from '../../domain/vocabulary/name.js'
import { list, maybe, text } from '../engine/columns.js'
import { id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type PersonRow, people } from '../people.js'
import { survivorIn } from './parts/mergers.js'
import { namingIn } from './parts/naming.js'

/** Which people; all that is given must fit. */
export interface PeopleAsked {
  readonly person?: PersonId
  readonly named?: string
}

/** One record of a person, with the names of the units and posts it speaks of. */
export interface PersonAnswer extends PersonRow {
  /** The latest name; of somebody unnamed the description, else the id. */
  readonly name: string
  readonly serves?: ReadonlyArray<string>
  /** The record that goes on where this one was merged: the person is the same. */
  readonly sameAs?: PersonId
}

/**
 * The people on record, in order of id; a name that fits several gives them all. Asked of one person, every record of that person is given, merged
 * ones among them: each keeps what was recorded of it.
 */
export const peopleOnRecord: Question<PeopleAsked, PersonAnswer> = {
  name: 'people',
  about: 'People on record: names, how unnamed ones are described, grade, rank, unit, postings, background.',
  parameters: { person: id('person', 'only this one'), named: words('with a name in any script, or a description, that has these words') },
  reads: [people, names],
  glance: ['person', 'name', 'describedAs', 'grade', 'rank', 'civilServant'],
  columns: {
    name: text(),
    ...people.columns,
    serves: maybe(list<string>(String)),
    sameAs: maybe(text<PersonId>(), ''),
  },
  answer:
    (tables, { person, named }) =>
    async () => {
      const rows = await tables.of(people).where({})()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const survivor = survivorIn(rows.right.map((row) => ({ id: row.person, mergedInto: row.mergedInto })))
      const isCalled = ({ names: called = [], describedAs }: PersonRow): boolean =>
        named === undefined || fits([...called, ...(describedAs === undefined ? [] : [{ text: describedAs, language: 'und' }])], named)
      const found = rows.right.filter((row) => isCalled(row) && (person === undefined || survivor(row.person) === survivor(person)))
      return E.right(
        found.map((row) => {
          const serves = [row.post, row.unit, row.grade].filter((one) => one !== undefined)
          return {
            ...row,
            name: of(row.person),
            ...(serves.length > 0 && { serves: serves.map(of) }),
            ...(survivor(row.person) !== row.person && { sameAs: survivor(row.person) }),
          }
        }),
      )
    },
}
