import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { PersonId, SourceId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, list, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { TimelineItem } from '../timelines-items.js'
import { itemsOf, itemsRead, type PersonItem } from './parts/timeline-items.js'

/** Whose roles: any record of the person will do. */
export interface RolesOfAsked {
  readonly person: PersonId
}

/** What somebody was: signatory or witness of an agreement, in a role at an occasion, whoever set expectations, leader or member of a cohort. */
export interface RoleOfAnswer {
  readonly role: string
  readonly kind: TimelineItem['kind']
  readonly at: string
  readonly what?: string
  readonly day?: StatedDate
  readonly titles?: ReadonlyArray<string>
  readonly sources: ReadonlyArray<SourceId>
}

const PLAYED: ReadonlyArray<TimelineItem['kind']> = ['agreement', 'occasion', 'statement', 'cohort']

/** A role that was only planned was not played. */
const wasPlayed = ({ kind, state = 'held' }: PersonItem): boolean => PLAYED.includes(kind) && state === 'held'

const roleOf = ({ role, kind, name, what, date: day, titles, sources }: PersonItem): RoleOfAnswer => ({
  role,
  kind,
  at: name,
  ...(what !== undefined && { what }),
  ...(day && { day }),
  ...(titles && { titles }),
  sources,
})

/** The roles that one person played, in order of day, each as its source said it. */
export const rolesOf: Question<RolesOfAsked, RoleOfAnswer> = {
  name: 'roles-of',
  about: 'The roles of one person: witness, host, speaker, present, setter of expectations; at what, and when.',
  parameters: { person: required(id('person', 'whose')) },
  reads: itemsRead,
  columns: {
    role: text(),
    kind: text<TimelineItem['kind']>(),
    at: text(),
    what: maybe(text(), ''),
    day: maybe(date),
    titles: maybe(list<string>(String), ''),
    sources: list<SourceId>(String),
  },
  answer: (tables, { person }) =>
    pipe(
      itemsOf(tables, person),
      TE.map((items) => items.filter(wasPlayed).map(roleOf)),
    ),
}
