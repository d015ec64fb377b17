import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ConsentAnswer } from '../../domain/placements/reflection-consent.js'
import type { PersonId, PlacementId } from '../../domain/vocabulary/id.js'
import { type StatedDate, showDate } from '../../domain/vocabulary/stated-date.js'
import { cohorts } from '../cohorts.js'
import { date, flag, integer, list, maybe, text } from '../engine/columns.js'
import { choice, id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { people } from '../people.js'
import { type PlacementRow, placements, type ReflectionTold } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { survivorIn } from './parts/mergers.js'
import { type Naming, namingIn } from './parts/naming.js'

/** Which way the officer went, and who wrote or went; absent: any. Where nobody states the way, it is none of them. */
export interface ReflectionsAsked {
  readonly direction?: 'outbound' | 'inbound'
  /** The officer placed, or the author. */
  readonly person?: PersonId
  /** What it is to be published for: whether the author consents to that; absent: to anything. */
  readonly use?: string
}

type Direction = 'outbound' | 'inbound' | 'both'

/** Whether it may be published, by the author's own word. Nobody's silence is a "yes". */
type Consent = 'given' | 'refused or withdrawn' | 'not asked'

/** What somebody wrote of a placement. That it was published says nothing of its end: a completion report is another record. */
export interface ReflectionRow extends RestingOn {
  readonly placement: PlacementId
  readonly officer: string
  readonly author: string
  /** The placement's; else that of the cohort it is within. */
  readonly direction?: Direction
  readonly on?: StatedDate
  readonly language: string
  readonly pointCount: number
  readonly points: ReadonlyArray<string>
  readonly publishedIn?: string
  /** To the use asked about; where none was, `given` is for the uses that `consents` names. */
  readonly consent: Consent
  /** The author's answers that stand, the latest for each use; absent: he was not asked. */
  readonly consents?: ReadonlyArray<ConsentAnswer>
  /** Never: a completion report is received as one. */
  readonly isCompletionReport: boolean
  /** The reports received on the placement; absent: none on record. */
  readonly reports?: PlacementRow['reports']
}

/** An answer for every use stands until a later one, be it for one use; a "yes" for one use is none for another. */
const consentTo = (use: string | undefined, answers: ReadonlyArray<ConsentAnswer>): Consent => {
  const about = use === undefined ? answers : answers.filter((one) => one.use === undefined || one.use === use).slice(-1)
  if (about.length === 0) return 'not asked'
  return about.some(({ consent }) => consent === 'given') ? 'given' : 'refused or withdrawn'
}

const showAnswer = ({ consent, use, on }: ConsentAnswer): string =>
  [consent, use === undefined ? 'for every use' : `for ${use}`, on === undefined ? '' : `(${showDate(on)})`].filter(Boolean).join(' ')

const answerOf = (
  row: PlacementRow,
  { author, on, language, points, publishedIn, consents }: ReflectionTold,
  use: string | undefined,
  direction: Direction | undefined,
  { of }: Naming,
): ReflectionRow => ({
  placement: row.placement,
  officer: of(row.officer),
  author: of(author),
  ...(direction !== undefined && { direction }),
  ...(on !== undefined && { on }),
  language,
  pointCount: points.length,
  points,
  ...(publishedIn !== undefined && { publishedIn }),
  consent: consentTo(use, consents ?? []),
  ...(consents !== undefined && { consents }),
  isCompletionReport: false,
  ...(row.reports.length > 0 && { reports: row.reports }),
  entries: row.entries,
  sources: row.sources,
})

const answer =
  (tables: Tables, { direction, person, use }: ReflectionsAsked): TaskEither<RowStoreFault, ReadonlyArray<ReflectionRow>> =>
  async () => {
    const rows = await tables.of(placements).where({})()
    if (E.isLeft(rows)) return rows
    const together = await tables.of(cohorts).where({})()
    if (E.isLeft(together)) return together
    const known = await tables.of(people).where({})()
    if (E.isLeft(known)) return known
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const survivor = survivorIn(known.right.map((row) => ({ id: row.person, mergedInto: row.mergedInto })))
    const directions = new Map(together.right.map((row) => [row.cohort, row.direction]))
    const isOf = (one: PersonId): boolean => person === undefined || survivor(one) === survivor(person)
    const answers = rows.right.flatMap((row) => {
      const way = row.direction ?? (row.partOf === undefined ? undefined : directions.get(row.partOf))
      if (direction !== undefined && way !== direction) return []
      const asked = row.reflections.filter(({ author }) => isOf(row.officer) || isOf(author))
      return asked.map((reflection) => answerOf(row, reflection, use, way, naming.right))
    })
    return E.right(answers)
  }

/** The reflections on record, by placement. */
export const reflections: Question<ReflectionsAsked, ReflectionRow> = {
  name: 'reflections',
  about: 'What officers wrote of their placements: author, language, points, where published, whether they may be; not completion reports.',
  parameters: {
    direction: choice('only of officers who went this way', 'outbound', 'inbound'),
    person: id('person', 'only by or of this person'),
    use: words('what they are to be published for: whether the author consents to that'),
  },
  reads: [placements, cohorts, people, names],
  glance: ['officer', 'language', 'points', 'consent', 'consents', 'isCompletionReport'],
  columns: {
    placement: text<PlacementId>(),
    officer: text(),
    author: text(),
    direction: maybe(text<Direction>()),
    on: maybe(date),
    language: text(),
    pointCount: integer,
    points: list<string>(String),
    publishedIn: maybe(text()),
    consent: text<Consent>(),
    consents: maybe(list(showAnswer), 'not asked'),
    isCompletionReport: flag,
    reports: maybe(
      list<PlacementRow['reports'][number]>(({ kind, on }) => (on === undefined ? kind : `${kind} ${showDate(on)}`)),
      'none on record',
    ),
    ...restingOnColumns,
  },
  answer,
}
