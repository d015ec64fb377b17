import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import { type Count, unknownCount } from '../../domain/vocabulary/count.js'
import { type CountSum, showSum, sumCounts } from '../../domain/vocabulary/count-sum.js'
import type { OccasionId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { count, date, integer, json, list, maybe, namedList, text } from '../engine/columns.js'
import { day, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type OccasionRow, occasions } from '../occasions.js'
import { inOrderOfDay, occasionsOnRecord } from './occasions.js'
import { type Naming, namingIn } from './parts/naming.js'

/** One occasion, or a span of days with both its ends. Absent: no limit. */
export interface AttendanceAsked {
  readonly occasion?: OccasionId
  readonly since?: CivilDate
  readonly until?: CivilDate
}

/** Who came to one occasion: the figure as published, and the people that are named, who stand beside it, within it, or nobody says. */
export interface AttendanceAnswer {
  readonly occasion: OccasionId
  readonly day?: StatedDate
  readonly kind: OccasionRow['kind']
  readonly what: string
  /** `?` where an occasion was held and nobody gave a figure. */
  readonly attendance: Count
  readonly attendedBy?: string
  readonly beside: ReadonlyArray<string>
  readonly within: ReadonlyArray<string>
  readonly notStated: ReadonlyArray<string>
  readonly categories?: NamedList<string>
}

const CAME: ReadonlySet<string> = new Set(['attended', 'attended in part', 'late', 'left early'])

const peopleOf = (
  row: OccasionRow,
  standing: 'beside the figure' | 'within the figure' | 'not stated',
  { of }: Naming,
): ReadonlyArray<string> => {
  const inRoles = row.roles.flatMap(({ person, attended }) => (person !== undefined && attended === standing ? [person] : []))
  const onRoll = row.roll.flatMap((mark) => (CAME.has(mark.status) && mark.standing === standing ? [mark.person] : []))
  return [...new Set([...inRoles, ...onRoll])].map(of)
}

/** Attendance, occasion by occasion, in order of day. Only occasions that were held, and that people attend to listen: no ceremonies or meetings without a figure. */
export const attendance: Question<AttendanceAsked, AttendanceAnswer> = {
  name: 'attendance',
  about: 'Attendance history: head counts with their kind, named people beside or within them, categories.',
  parameters: {
    occasion: id('occasion', 'only this one'),
    since: day('not surely before this day'),
    until: day('not surely after this day'),
  },
  reads: [occasions, names],
  glance: ['day', 'kind', 'what', 'attendance', 'beside'],
  columns: {
    occasion: text<OccasionId>(),
    day: maybe(date),
    kind: text<OccasionRow['kind']>(),
    what: text(),
    attendance: count,
    attendedBy: maybe(text()),
    beside: list<string>(String),
    within: list<string>(String),
    notStated: list<string>(String),
    categories: maybe(namedList<string>(String)),
  },
  answer: (tables, asked) => async () => {
    const held = await occasionsOnRecord.answer(tables, asked)()
    if (E.isLeft(held)) return held
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const attended = held.right.filter(
      (row) => row.state === 'held' && (row.attendance !== undefined || row.roll.length > 0 || isBriefing(row)),
    )
    return E.right(
      inOrderOfDay(attended).map((row) => ({
        occasion: row.occasion,
        kind: row.kind,
        what: row.name,
        attendance: row.attendance ?? unknownCount,
        beside: peopleOf(row, 'beside the figure', naming.right),
        within: peopleOf(row, 'within the figure', naming.right),
        notStated: peopleOf(row, 'not stated', naming.right),
        ...(row.day && { day: row.day }),
        ...(row.attendedBy && { attendedBy: row.attendedBy }),
        ...(row.categories && { categories: row.categories }),
      })),
    )
  },
}

const isBriefing = ({ kind }: OccasionRow): boolean => kind !== 'ceremony' && kind !== 'meeting' && kind !== 'site visit'

/** Attendance added up: attendances, not persons, for nobody says who came twice. */
export interface AttendanceTotal {
  readonly occasions: number
  readonly total: CountSum
  /** Named people who stand beside the figures, once for every occasion. */
  readonly namedBeside: number
}

/** The sum of head counts; it keeps apart what is exact and what is not, and gives bounds that are sure. */
export const attendanceTotal: Question<AttendanceAsked, AttendanceTotal> = {
  name: 'attendance-total',
  about: 'Attendance in all: attendances, not persons; with bounds that are sure.',
  parameters: attendance.parameters,
  reads: attendance.reads,
  columns: { occasions: integer, total: json<CountSum>(showSum), namedBeside: integer },
  answer:
    (tables, asked): TaskEither<RowStoreFault, ReadonlyArray<AttendanceTotal>> =>
    async () => {
      const rows = await attendance.answer(tables, asked)()
      if (E.isLeft(rows)) return rows
      return E.right([
        {
          occasions: rows.right.length,
          total: sumCounts(rows.right.map((row) => row.attendance)),
          namedBeside: rows.right.reduce((sum, { beside }) => sum + beside.length, 0),
        },
      ])
    },
}

/** One category of those who came: sources name them without a figure for each. */
export interface CategoryAnswer {
  readonly occasion: OccasionId
  readonly category: string
  readonly attendance: Count
  /** Whether the list of categories is open ("including"): then others came too. */
  readonly listed: 'closed list' | 'open list'
}

/** The categories of people at an occasion; how many of each came is unknown unless a source says so. */
export const attendanceCategories: Question<{ readonly occasion?: OccasionId }, CategoryAnswer> = {
  name: 'attendance-categories',
  about: 'Which categories of people came to an occasion, and how many of each as far as anybody said.',
  parameters: { occasion: id('occasion', 'only this one') },
  reads: [occasions],
  columns: {
    occasion: text<OccasionId>(),
    category: text(),
    attendance: count,
    listed: text<CategoryAnswer['listed']>(),
  },
  answer:
    (tables: Tables, { occasion }) =>
    async () => {
      const rows = await tables.of(occasions).where(occasion === undefined ? {} : { occasion })()
      if (E.isLeft(rows)) return rows
      return E.right(
        rows.right.flatMap(({ occasion: id, categories }) =>
          (categories?.items ?? []).map((category) => ({
            occasion: id,
            category,
            attendance: unknownCount,
            listed: categories?.open === true ? ('open list' as const) : ('closed list' as const),
          })),
        ),
      )
    },
}
