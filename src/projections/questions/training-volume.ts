import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { boundsOfCount, type Count, unknownCount } from '../../domain/vocabulary/count.js'
import { type CountSum, withBounds } from '../../domain/vocabulary/count-sum.js'
import type { AnyId } from '../../domain/vocabulary/id.js'
import { type Quantity, showQuantity } from '../../domain/vocabulary/quantity.js'
import { financialYear, type ReportingYear, showReportingYear } from '../../domain/vocabulary/reporting-year.js'
import { windowOf } from '../../domain/vocabulary/stated-date.js'
import { movedByDays } from '../../domain/vocabulary/window.js'
import { count, integer, json, maybe, text } from '../engine/columns.js'
import { anything } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type OccasionRow, occasions } from '../occasions.js'
import { people } from '../people.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type SessionRow, sessions } from '../sessions.js'
import { briefings } from './briefings.js'
import { survivorIn } from './parts/mergers.js'
import { countSum } from './parts/presence-columns.js'
import { together } from './parts/presence-figures.js'
import { restingTogether, type Stint, stintsIn, stintsRead } from './parts/stints.js'
import { type Counted, cellOf, orderOfYear, showYear, startYear, type Year, yearParameters, yearsOf } from './parts/year-cells.js'

/** How years are told apart (else 1 April to 31 March), and of what the occasions are a part. */
export interface TrainingVolumeAsked {
  readonly years?: ReportingYear
  readonly partOf?: AnyId
}

/** The training of one reporting year. Attendances are not persons: somebody who came twice is two attendances and one participant. */
export interface TrainingVolumeRow extends RestingOn {
  readonly line: 'year' | 'total'
  readonly year: string
  /** Held, and surely of the year. */
  readonly occasions: number
  readonly attendances: CountSum
  /** Bounds with occasions that may be of the year. */
  readonly attendancesRange?: Count
  /** Persons: no fewer than came to one occasion, or are known by themselves; no more than attendances. */
  readonly participants?: Count
  /** The length of the occasions together, as far as it is on record. */
  readonly hours?: Quantity
  /** Occasions surely of the year of whose length nothing is on record. */
  readonly withoutHours: number
  /** Attendances times the days of each occasion. */
  readonly traineeDays?: Count
  /** Days of officers in placements that fall in the year, by the reported or else the planned end. */
  readonly placementDays?: Count
  readonly rule: string
}

interface Held extends Counted {
  readonly row: OccasionRow
  readonly session: SessionRow | undefined
}

const CAME: ReadonlySet<string> = new Set(['attended', 'attended in part', 'late', 'left early'])

const heldOf = (row: OccasionRow, session: SessionRow | undefined): Held => {
  const start = row.day === undefined ? {} : windowOf(row.day)
  const end = row.lastDay && movedByDays(windowOf(row.lastDay), 1)
  return { row, session, count: row.attendance ?? unknownCount, spells: [{ start, ...(end !== undefined && { end }) }] }
}

const cameTo = ({ row, session }: Held): ReadonlyArray<string> => [
  ...row.roles.flatMap(({ person, attended }) => (person !== undefined && attended === 'within the figure' ? [person] : [])),
  ...row.roll.flatMap(({ person, status }) => (CAME.has(status) ? [person] : [])),
  ...(session?.lines.flatMap(({ person, attendance }) => (attendance?.attended === true ? [person] : [])) ?? []),
]

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** By its time blocks, else by the hours that are told of it as a whole. */
const hoursOf = ({ session }: Held): number | undefined => {
  if (session === undefined) return undefined
  if (session.blocks.length > 0) return session.blocks.reduce((sum, { from, to }) => sum + (minutesOf(to) - minutesOf(from)), 0) / 60
  const told = session.hours.filter(({ person }) => person === undefined).at(-1)
  const each = [told?.dutyHours, told?.nonDutyHours].filter((hours) => hours !== undefined)
  if (each.length === 0 || each.some(({ kind }) => kind !== 'exact')) return undefined
  return each.reduce((sum, hours) => sum + (hours.kind === 'exact' ? hours.n : 0), 0)
}

const participantsOf = (held: ReadonlyArray<Held>, survivor: (person: string) => string): Count | undefined => {
  if (held.length === 0) return undefined
  const named = new Set(held.flatMap(cameTo).map(survivor)).size
  const low = Math.max(named, ...held.map((one) => boundsOfCount(one.count).low))
  if (held.length === 1) return held[0]?.row.attendance ?? withBounds(low, undefined)
  const highs = held.map((one) => boundsOfCount(one.count).high)
  const high = highs.includes(undefined) ? undefined : highs.reduce((sum: number, n) => sum + (n ?? 0), 0)
  return withBounds(low, high === undefined ? undefined : Math.max(low, high))
}

const ofSingleDay = ({ row }: Held): boolean => row.lastDay === undefined

const traineeDays = (held: ReadonlyArray<Held>, year: Year, kind: ReportingYear): Count | undefined => {
  const single = cellOf(held.filter(ofSingleDay), year, kind, 'start').range
  const several = held.filter((one) => !ofSingleDay(one))
  const longer = cellOf(several, year, kind, 'days').range
  const cells = [single, longer].filter((cell) => cell !== undefined)
  return cells.length === 0 ? undefined : together(cells)
}

const answer =
  (tables: Tables, { years = financialYear, partOf }: TrainingVolumeAsked): TaskEither<RowStoreFault, ReadonlyArray<TrainingVolumeRow>> =>
  async () => {
    const listed = await briefings.answer(tables, partOf === undefined ? {} : { partOf })()
    if (E.isLeft(listed)) return listed
    const all = await tables.of(occasions).where({ state: 'held' })()
    if (E.isLeft(all)) return all
    const kept = await tables.of(sessions).where({})()
    if (E.isLeft(kept)) return kept
    const known = await tables.of(people).where({})()
    if (E.isLeft(known)) return known
    const placed = await stintsIn(tables)()
    if (E.isLeft(placed)) return placed
    const records = new Map<string, string | undefined>(known.right.map(({ person, mergedInto }) => [person, mergedInto]))
    const survivor = survivorIn([...records].map(([id, mergedInto]) => ({ id, mergedInto })))
    const sessionOf = new Map(kept.right.map((row) => [row.occasion, row]))
    const ids = new Set(listed.right.flatMap(({ occasion }) => occasion ?? []))
    const held = all.right.filter(({ occasion }) => ids.has(occasion)).map((row) => heldOf(row, sessionOf.get(row.occasion)))
    const stints = placed.right.filter(({ programme, batch }) => partOf === undefined || programme === partOf || batch === partOf)
    if (held.length === 0 && stints.length === 0) return E.right([])

    const rowOf = (year: Year): TrainingVolumeRow => {
      const isIts = (one: Held): boolean => year._tag === 'all' || orderOfYear(startYear(one, years)) === orderOfYear(year)
      const own = held.filter(isIts)
      const attendances = cellOf(held, year, years, 'start')
      const lengths = own.map(hoursOf)
      const stated = lengths.filter((hours) => hours !== undefined)
      const participants = participantsOf(own, survivor)
      const trained = traineeDays(held, year, years)
      const days = cellOf(stints, year, years, 'days').range
      return {
        line: year._tag === 'all' ? 'total' : 'year',
        year: showYear(year, years),
        occasions: own.length,
        attendances: attendances.sure,
        ...(attendances.range && { attendancesRange: attendances.range }),
        ...(participants && { participants }),
        ...(stated.length > 0 && { hours: { kind: 'exact', n: Math.round(stated.reduce((sum, n) => sum + n, 0) * 100) / 100 } }),
        withoutHours: lengths.length - stated.length,
        ...(trained && { traineeDays: trained }),
        ...(days && { placementDays: days }),
        rule: `occasions in the year of their first day, days divided over the years; years run ${showReportingYear(years)}`,
        ...restingTogether([...own.map(({ row }): Pick<Stint, 'rests'> => ({ rests: [row] })), ...stints]),
      }
    }
    const found = [
      ...yearsOf(held, years, 'start'),
      ...yearsOf(
        held.filter((one) => !ofSingleDay(one)),
        years,
        'days',
      ),
      ...yearsOf(stints, years, 'days'),
    ]
    const each = new Map(found.map((year) => [orderOfYear(year), year]))
    return E.right(
      [...each.keys()].toSorted().flatMap((key) => [each.get(key)].flatMap((year) => (year === undefined ? [] : [rowOf(year)]))),
    )
  }

/** Training by reporting year. */
export const trainingVolume: Question<TrainingVolumeAsked, TrainingVolumeRow> = {
  name: 'training-volume',
  about:
    'Training by reporting year: occasions, attendances, participants, hours, trainee-days, days in placements; persons and attendances apart.',
  parameters: {
    years: { ...yearParameters.years, about: 'how years are told apart: financial (else), calendar, or the first day as MM-DD' },
    partOf: anything('part of this programme, batch, series or agreement'),
  },
  reads: [...briefings.reads, occasions, sessions, people, ...stintsRead, names],
  glance: ['year', 'occasions', 'participants', 'attendances', 'hours', 'withoutHours', 'traineeDays', 'placementDays'],
  columns: {
    line: text<TrainingVolumeRow['line']>(),
    year: text(),
    occasions: integer,
    attendances: countSum,
    attendancesRange: maybe(count, 'nothing on record'),
    participants: maybe(count, 'nothing on record'),
    hours: maybe(json<Quantity>(showQuantity), 'nothing on record'),
    withoutHours: integer,
    traineeDays: maybe(count, 'nothing on record'),
    placementDays: maybe(count, 'nothing on record'),
    rule: text(),
    ...restingOnColumns,
  },
  answer,
}
