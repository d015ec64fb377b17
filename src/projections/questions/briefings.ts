import * as E from 'fp-ts/lib/Either.js'
import type { OccasionKind } from '../../domain/occasions/events.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import { unknownCount } from '../../domain/vocabulary/count.js'
import { type CountSum, sumCounts } from '../../domain/vocabulary/count-sum.js'
import type { AnyId, OccasionId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, integer, list, maybe, namedList, text } from '../engine/columns.js'
import { anything, day } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type OccasionRow, occasions } from '../occasions.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { occasionsOnRecord } from './occasions.js'
import { type Naming, namingIn } from './parts/naming.js'
import { countSum } from './parts/presence-columns.js'
import { restingTogether } from './parts/stints.js'

/** A span of days with both its ends, and of what; absent: no limit. */
export interface BriefingsAsked {
  readonly since?: CivilDate
  readonly until?: CivilDate
  readonly partOf?: AnyId
}

/** One briefing that was held; the last row adds them up and is marked: it counts attendances, not persons. */
export interface BriefingRow extends RestingOn {
  readonly line: 'briefing' | 'total'
  readonly occasion?: OccasionId
  readonly day?: StatedDate
  readonly kind?: OccasionKind
  readonly title: string
  readonly speakers: ReadonlyArray<string>
  readonly organisers: ReadonlyArray<string>
  /** `?` where one was held and nobody gave a figure. */
  readonly attendance: CountSum
  readonly attendedBy?: string
  /** Absent: none are told. */
  readonly categories?: NamedList<string>
  /** In the total: how many briefings it is of. */
  readonly briefings?: number
}

const inRole = ({ roles }: OccasionRow, sought: ReadonlyArray<string>, { of }: Naming): ReadonlyArray<string> =>
  [...new Set(roles.filter(({ role }) => sought.includes(role)).flatMap(({ person, organisation }) => person ?? organisation ?? []))].map(
    of,
  )

const rowOf = (row: OccasionRow, naming: Naming): BriefingRow => {
  const { occasion, day: on, kind, attendance, attendedBy, categories, entries, sources } = row
  return {
    line: 'briefing',
    occasion,
    ...(on !== undefined && { day: on }),
    kind,
    title: naming.of(occasion),
    speakers: inRole(row, ['speaker'], naming),
    organisers: inRole(row, ['organiser', 'joint organiser', 'host'], naming),
    attendance: sumCounts([attendance ?? unknownCount]),
    ...(attendedBy !== undefined && { attendedBy }),
    ...(categories !== undefined && { categories }),
    entries,
    sources,
  }
}

/** One happening under several records counts once, by the record that comes first. */
const eachHappeningOnce = (rows: ReadonlyArray<OccasionRow>): ReadonlyArray<OccasionRow> =>
  rows.filter(({ sameAs }, n) => !rows.slice(0, n).some(({ occasion }) => sameAs.includes(occasion)))

/** The briefings that were held: briefings, seminars, talks, lectures, site visits; in order of day, and added up. */
export const briefings: Question<BriefingsAsked, BriefingRow> = {
  name: 'briefings',
  about: 'Briefings held: date, title, speaker, organisers, attendance, categories; the last row is their total, in attendances.',
  parameters: {
    since: day('not surely before this day'),
    until: day('not surely after this day'),
    partOf: anything('part of this programme, batch, series or agreement'),
  },
  reads: [occasions, names],
  glance: ['day', 'title', 'speakers', 'organisers', 'attendance', 'categories'],
  columns: {
    line: text<BriefingRow['line']>(),
    occasion: maybe(text<OccasionId>(), ''),
    day: maybe(date),
    kind: maybe(text<OccasionKind>(), ''),
    title: text(),
    speakers: list<string>(String),
    organisers: list<string>(String),
    attendance: countSum,
    attendedBy: maybe(text()),
    categories: maybe(namedList<string>(String)),
    briefings: maybe(integer, ''),
    ...restingOnColumns,
  },
  answer: (tables, asked) => async () => {
    const rows = await occasionsOnRecord.answer(tables, asked)()
    if (E.isLeft(rows)) return rows
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const held = eachHappeningOnce(rows.right.filter(({ state, kind }) => state === 'held' && kind !== 'ceremony' && kind !== 'meeting'))
    if (held.length === 0) return E.right([])
    const total: BriefingRow = {
      line: 'total',
      title: 'total, attendances',
      speakers: [],
      organisers: [],
      attendance: sumCounts(held.map(({ attendance }) => attendance ?? unknownCount)),
      briefings: held.length,
      ...restingTogether([{ rests: held }]),
    }
    return E.right([...held.map((row) => rowOf(row, naming.right)), total])
  },
}
