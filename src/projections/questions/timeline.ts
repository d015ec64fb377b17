import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventId, PersonId, SourceId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, list, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { OccasionRow } from '../occasions.js'
import type { TimelineItem } from '../timelines-items.js'
import { itemsOf, itemsRead, type PersonItem } from './parts/timeline-items.js'

/** Whose timeline: any record of the person will do. */
export interface TimelineAsked {
  readonly person: PersonId
}

/** One line of a person's timeline. */
export interface TimelineAnswer {
  /** Absent: the record gives no day. */
  readonly day?: StatedDate
  readonly kind: TimelineItem['kind']
  readonly role: string
  readonly what?: string
  readonly name: string
  readonly titles?: ReadonlyArray<string>
  /** Of an occasion: held, or only planned, postponed or cancelled. */
  readonly state?: OccasionRow['state']
  readonly words?: string
  readonly entry: EventId
  readonly sources: ReadonlyArray<SourceId>
}

const lineOf = ({ date: day, kind, role, what, name, titles, state, words, entry, sources }: PersonItem): TimelineAnswer => ({
  ...(day && { day }),
  kind,
  role,
  ...(what !== undefined && { what }),
  name,
  ...(titles && { titles }),
  ...(state && { state }),
  ...(words !== undefined && { words }),
  entry,
  sources,
})

/**
 * Everything on record of one person in order of the earliest day it can have been, undated last: titles used, roles, agreements signed or
 * witnessed, statements, cohorts, placements, posts, postings, background. A cohort's day is that of the cohort's start.
 */
export const timeline: Question<TimelineAsked, TimelineAnswer> = {
  name: 'timeline',
  about: 'Everything on record of one person, in order of day: roles, titles, placements, statements, postings.',
  parameters: { person: required(id('person', 'whose')) },
  reads: itemsRead,
  glance: ['day', 'kind', 'role', 'name', 'state'],
  columns: {
    day: maybe(date),
    kind: text<TimelineItem['kind']>(),
    role: text(),
    what: maybe(text(), ''),
    name: text(),
    titles: maybe(list<string>(String), ''),
    state: maybe(text<OccasionRow['state']>(), ''),
    words: maybe(text(), ''),
    entry: text(),
    sources: list<SourceId>(String),
  },
  answer: (tables, { person }) =>
    pipe(
      itemsOf(tables, person),
      TE.map((items) => items.map(lineOf)),
    ),
}
