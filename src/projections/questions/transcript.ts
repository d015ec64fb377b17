import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Count, exactly } from '../../domain/vocabulary/count.js'
import { withBounds } from '../../domain/vocabulary/count-sum.js'
import { daysOf } from '../../domain/vocabulary/days-within.js'
import type { AnyId, CohortId, PersonId } from '../../domain/vocabulary/id.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { movedByDays } from '../../domain/vocabulary/window.js'
import { batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import { count, date, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type OccasionRow, occasions } from '../occasions.js'
import { people } from '../people.js'
import { placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { sessions } from '../sessions.js'
import { survivorIn } from './parts/mergers.js'
import { type Naming, namingIn } from './parts/naming.js'
import { together } from './parts/presence-figures.js'
import { restingTogether, type Spell, stintsIn, stintsRead } from './parts/stints.js'

/** Whose transcript. */
export interface TranscriptAsked {
  readonly person: PersonId
}

/**
 * One briefing or other occasion, one course, one placement of a person, under whichever record; the last rows are totals. Of whoever is a
 * member of a cohort without a placement of his own, the cohort's days are told.
 */
export interface TranscriptRow extends RestingOn {
  readonly line: 'occasion' | 'placement' | 'cohort' | 'total'
  readonly what?: AnyId | CohortId
  readonly name: string
  /** What the person was there: `attended`, `speaker`, `attachment`. */
  readonly as: string
  readonly start?: StatedDate
  /** The last day that was reported, or is planned. */
  readonly lastDay?: StatedDate
  readonly state: string
  /** First and last day both counted, by the reported or else the planned end; of an occasion, of its days. */
  readonly days?: Count
  /** In a total: how many there are. */
  readonly number?: Count
}

const DAYS_OF = 'first and last day both counted, pauses within, by the reported or else the planned end'

const daysIn = (spells: ReadonlyArray<Spell>): Count =>
  together(
    spells.map(({ start, end }) => {
      const { low, high } = daysOf(start, end)
      return withBounds(low, high)
    }),
  )

const CAME: ReadonlySet<string> = new Set(['attended', 'attended in part', 'late', 'left early'])

const AWAY: ReadonlySet<string> = new Set(['absent', 'excused', 'did not come'])

/** What somebody was at an occasion: the mark on the roll, and each role. */
const partsAt = (row: OccasionRow, isHim: (person: PersonId) => boolean): ReadonlyArray<string> => [
  ...row.roll.flatMap(({ person, status }) => (isHim(person) ? [status] : [])),
  ...row.roles.flatMap(({ person, role, attended }) =>
    person !== undefined && isHim(person) ? [attended === undefined ? role : `${role}, attended`] : [],
  ),
]

const hasCome = (as: ReadonlyArray<string>): boolean => as.some((one) => CAME.has(one) || one.endsWith(', attended'))

const occasionRow = (row: OccasionRow, as: ReadonlyArray<string>, { of }: Naming): TranscriptRow => {
  const end = row.lastDay && movedByDays(windowOf(row.lastDay), 1)
  const start = row.day && windowOf(row.day)
  return {
    line: 'occasion',
    what: row.occasion,
    name: of(row.occasion),
    as: as.join('; '),
    ...(row.day && { start: row.day }),
    ...(row.lastDay && { lastDay: row.lastDay }),
    state: row.state,
    ...(row.state === 'held' && hasCome(as) && { days: end === undefined ? exactly(1) : daysIn([{ start: start ?? {}, end }]) }),
    entries: row.entries,
    sources: row.sources,
  }
}

const inOrder = (a: TranscriptRow, b: TranscriptRow): number => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)
const dayOf = ({ start }: TranscriptRow): string => (start && windowOf(start).earliest) ?? '9999-99-99'

const total = (name: string, as: string, rows: ReadonlyArray<TranscriptRow>): TranscriptRow => {
  const days = rows.flatMap((row) => row.days ?? [])
  return {
    line: 'total',
    name,
    as,
    state: '',
    number: exactly(rows.length),
    ...(days.length > 0 && { days: together(days) }),
    ...restingTogether([{ rests: rows }]),
  }
}

const answer =
  (tables: Tables, { person }: TranscriptAsked): TaskEither<RowStoreFault, ReadonlyArray<TranscriptRow>> =>
  async () => {
    const known = await tables.of(people).where({})()
    if (E.isLeft(known)) return known
    const held = await tables.of(occasions).where({})()
    if (E.isLeft(held)) return held
    const kept = await tables.of(sessions).where({})()
    if (E.isLeft(kept)) return kept
    const placed = await stintsIn(tables)()
    if (E.isLeft(placed)) return placed
    const sent = await tables.of(cohorts).where({})()
    if (E.isLeft(sent)) return sent
    const off = await tables.of(placements).where({ state: 'cancelled' })()
    if (E.isLeft(off)) return off
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const { of } = naming.right
    const survivor = survivorIn(known.right.map((row) => ({ id: row.person, mergedInto: row.mergedInto })))
    const isHim = (one: PersonId): boolean => survivor(one) === survivor(person)

    const lines = new Map(kept.right.map((row) => [row.occasion, row.lines]))
    const attended = held.right.flatMap((row): ReadonlyArray<TranscriptRow> => {
      // A mark that the occasion's own roll has is not told twice.
      const coded = (row.roll.some((mark) => isHim(mark.person)) ? [] : (lines.get(row.occasion) ?? [])).flatMap((line) =>
        isHim(line.person) && line.attendance !== undefined ? [line.attendance.attended ? 'attended' : 'did not come'] : [],
      )
      const as = [...new Set([...partsAt(row, isHim), ...coded])]
      return as.length === 0 ? [] : [occasionRow(row, as, naming.right)]
    })
    const stints = placed.right.filter(({ officer, placement }) => placement !== undefined && officer !== undefined && isHim(officer))
    const served = stints.map(({ placement, spells, programme, rests }): TranscriptRow => {
      const lastDay = placement?.endedOn ?? placement?.period.end
      return {
        line: 'placement',
        ...(placement && { what: placement.placement }),
        name: of(programme),
        as: placement?.kind ?? 'placement',
        ...(placement?.period.start && { start: placement.period.start }),
        ...(lastDay && { lastDay }),
        state: placement?.state ?? 'attached',
        days: daysIn(spells),
        ...restingTogether([{ rests }]),
      }
    })
    const own = new Set(stints.flatMap(({ cohort }) => cohort?.cohort ?? []))
    const memberOf = sent.right
      .filter((row) => row.state !== 'planned' && !own.has(row.cohort) && row.identified.some((member) => isHim(member.person)))
      .map((row): TranscriptRow => {
        const spells = placed.right.find(({ cohort, officer }) => cohort?.cohort === row.cohort && officer === undefined)?.spells
        const lastDay = row.overOn ?? row.period?.end
        return {
          line: 'cohort',
          what: row.cohort,
          name: of(row.batch),
          as: 'member',
          ...(row.period?.start && { start: row.period.start }),
          ...(lastDay && { lastDay }),
          state: row.state,
          // He may be one of those who came back before the others.
          ...(spells && row.returns.length === 0 && { days: daysIn(spells) }),
          entries: row.entries,
          sources: row.sources,
        }
      })
    const called = off.right
      .filter(({ officer }) => isHim(officer))
      .map(
        (row): TranscriptRow => ({
          line: 'placement',
          what: row.placement,
          name: of(row.programme),
          as: row.kind,
          state: row.state,
          ...restingTogether([{ rests: [row] }]),
        }),
      )
    const rows = [...attended, ...served, ...memberOf, ...called].toSorted(inOrder)
    if (rows.length === 0) return E.right([])
    const came = attended.filter(({ state, as }) => state === 'held' && hasCome(as.split('; ')))
    const notMerelyInvited = attended.filter(
      (row) => row.state === 'held' && !came.includes(row) && row.as.split('; ').some((as) => !AWAY.has(as)),
    )
    return E.right([
      ...rows,
      total('attendances', 'occasions attended; their days', came),
      total('roles', 'occasions held with a role, attendance not told', notMerelyInvited),
      total('placements', `placements and cohorts; days of each by itself, ${DAYS_OF}`, [...served, ...memberOf]),
    ])
  }

/** All that is on record of one officer's training. */
export const transcript: Question<TranscriptAsked, TranscriptRow> = {
  name: 'transcript',
  about: 'All briefings, courses and placements of one person in order of day, with totals of attendances and of days.',
  parameters: { person: required(id('person', 'whose transcript')) },
  reads: [people, occasions, sessions, cohorts, placements, batches, ...stintsRead, names],
  glance: ['line', 'name', 'as', 'start', 'lastDay', 'state', 'days', 'number'],
  columns: {
    line: text<TranscriptRow['line']>(),
    what: maybe(text<AnyId | CohortId>(), ''),
    name: text(),
    as: text(),
    start: maybe(date),
    lastDay: maybe(date),
    state: text(),
    days: maybe(count),
    number: maybe(count, ''),
    ...restingOnColumns,
  },
  answer,
}
