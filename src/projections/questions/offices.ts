import * as E from 'fp-ts/lib/Either.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { OrganisationId, PersonId } from '../../domain/vocabulary/id.js'
import { type StatedDate, showDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { list, maybe, text } from '../engine/columns.js'
import { day, id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { occasions } from '../occasions.js'
import { people } from '../people.js'
import { posts } from '../posts.js'
import { titles } from '../titles.js'
import { survivorIn } from './parts/mergers.js'
import { namingIn } from './parts/naming.js'
import { type Ground, groundsOfPost, groundsOfTitle, meaning, together } from './parts/offices-grounds.js'

/** Which title, of whom; with a day, each row says whether it was so then. */
export interface OfficesAsked {
  readonly title?: string
  readonly person?: PersonId
  readonly on?: CivilDate
}

/** One person in one office, on all grounds on record. */
export interface OfficeAnswer {
  /** Absent: somebody who is not named, or nobody. */
  readonly person?: PersonId
  readonly name: string
  readonly title: string
  readonly organisation?: OrganisationId
  readonly organisationName?: string
  /** The days on which the title was used, earliest first; each proves the holder for that day only. */
  readonly usedOn: ReadonlyArray<StatedDate>
  /** For the day asked. */
  readonly answer?: Answer
  readonly because: string
}

const RANK: { readonly [A in Answer]: number } = { yes: 0, 'cannot tell': 1, no: 2 }

const earliest = (day: StatedDate | undefined): string => (day === undefined ? undefined : windowOf(day).earliest) ?? '9999-99-99'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Surest first; then by title, and by the day on which it was first used. */
const inOrder = (a: OfficeAnswer, b: OfficeAnswer): number =>
  RANK[a.answer ?? 'yes'] - RANK[b.answer ?? 'yes'] ||
  compare(a.title, b.title) ||
  compare(earliest(a.usedOn[0]), earliest(b.usedOn[0])) ||
  compare(a.name, b.name)

const answerOf = (grounds: ReadonlyArray<Ground>, of: (id: string) => string): ReadonlyArray<OfficeAnswer> => {
  const [first] = grounds
  if (first === undefined) return []
  const { person, vacant, title, organisation } = first
  const usedOn = grounds.flatMap((ground) => (ground.usedOn === undefined ? [] : [ground.usedOn]))
  const distinct = usedOn.filter((one, n) => usedOn.findIndex(({ edtf, derived }) => edtf === one.edtf && derived === one.derived) === n)
  const answer = together(grounds)
  return [
    {
      ...(person && { person }),
      name: person === undefined ? (vacant === true ? 'nobody' : 'not named') : of(person),
      title,
      ...(organisation && { organisation, organisationName: of(organisation) }),
      usedOn: distinct.sort((a, b) => compare(earliest(a), earliest(b))),
      ...(answer && { answer }),
      because: [...new Set(grounds.map(({ because }) => because))].join('; '),
    },
  ]
}

const grouped = (grounds: ReadonlyArray<Ground>): ReadonlyArray<ReadonlyArray<Ground>> => {
  const groups = new Map<string, Array<Ground>>()
  for (const ground of grounds) {
    const key = [ground.person, ground.vacant, ground.organisation, ground.title].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [ground])
    else group.push(ground)
  }
  return [...groups.values()]
}

/**
 * Who held which office: from titles as used, and from posts as filled. Asked of a day: "yes" where the title was used that very day, or where the
 * turn in a post surely covers it; "cannot tell" before, after and between. A person's records that were merged answer together.
 */
export const offices: Question<OfficesAsked, OfficeAnswer> = {
  name: 'offices',
  about: 'Who held an office, with the days on which the title was used; who held it on a given day: yes, no or cannot tell.',
  parameters: {
    title: words('only this title; where no title is just this, those that have the words'),
    person: id('person', 'only of this person'),
    on: day('on this day'),
  },
  reads: [titles, posts, occasions, people, names],
  glance: ['name', 'title', 'organisationName', 'usedOn', 'answer'],
  columns: {
    person: maybe(text<PersonId>()),
    name: text(),
    title: text(),
    organisation: maybe(text<OrganisationId>()),
    organisationName: maybe(text()),
    usedOn: list<StatedDate>(showDate),
    answer: maybe(text<Answer>(), ''),
    because: text(),
  },
  answer:
    (tables, { title, person, on }) =>
    async () => {
      const used = await tables.of(titles).where({})()
      if (E.isLeft(used)) return used
      const filled = await tables.of(posts).where({})()
      if (E.isLeft(filled)) return filled
      const held = await tables.of(occasions).where({})()
      if (E.isLeft(held)) return held
      const records = await tables.of(people).where({})()
      if (E.isLeft(records)) return records
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const survivor = survivorIn(records.right.map((row) => ({ id: row.person, mergedInto: row.mergedInto })))
      const occasionOf = new Map<string, (typeof held.right)[number]>(held.right.map((row) => [row.occasion, row]))
      const onRecord = [...used.right.map((row) => row.title), ...filled.right.flatMap((row) => row.titles.map(({ text }) => text))]
      const wanted = { isMeant: meaning(title, onRecord), on }
      const grounds = [
        ...used.right.flatMap((row) => groundsOfTitle(row, occasionOf, wanted)),
        ...filled.right.flatMap((row) => groundsOfPost(row, wanted)),
      ].map((ground): Ground => ({ ...ground, ...(ground.person && { person: survivor(ground.person) }) }))
      const asked = grounds.filter((ground) => person === undefined || ground.person === survivor(person))
      return E.right([...grouped(asked).flatMap((group) => answerOf(group, naming.right.of))].sort(inOrder))
    },
}
