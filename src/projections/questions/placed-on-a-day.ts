import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import { boundsOfCount, type Count } from '../../domain/vocabulary/count.js'
import { type CountSum, withBounds } from '../../domain/vocabulary/count-sum.js'
import type { ProgrammeId } from '../../domain/vocabulary/id.js'
import { batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import { count, text } from '../engine/columns.js'
import { choice, day, id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { organisations } from '../organisations.js'
import { people } from '../people.js'
import { placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { sources } from '../sources.js'
import { citiesIn, type Share } from './parts/cities.js'
import { lookingOn } from './parts/looking-on.js'
import { type Entry, entriesIn } from './parts/placed.js'
import { countSum } from './parts/presence-columns.js'
import { eachOfficerOnce, figuresOf, together } from './parts/presence-figures.js'
import type { Part } from './parts/presence-parts.js'
import { restingTogether } from './parts/stints.js'

/** The day, and whether the lines are the hosts (else) or the homes of those placed. */
export interface PlacedOnADayAsked {
  readonly on: CivilDate
  readonly by?: 'host' | 'home'
  readonly programme?: ProgrammeId
}

/** One host or home, in one direction, on the day. Officers of one of several hosts have a line of their own, so that the lines add up. */
export interface PlacedOnADayRow extends RestingOn {
  readonly line: 'host' | 'home' | 'total'
  readonly where: string
  readonly direction: 'outbound' | 'inbound' | 'both' | 'not stated'
  readonly on: CivilDate
  /** In for sure, or between bounds: confirmed, in by the stated period, or presumed. */
  readonly inPost: CountSum
  /** What the number surely lies within. */
  readonly range: Count
  /** Those of whom it cannot be told, of whatever class. */
  readonly cannotTell: Count
  readonly overdue: CountSum
}

const DIRECTIONS = ['outbound', 'inbound', 'both', 'not stated'] as const

type Line = Pick<PlacedOnADayRow, 'where' | 'direction'> & Pick<Entry, 'parts' | 'rests'>

/** A share of an entry's parts: all of them in each class where it is the whole entry, else bounds. */
const partsOfShare = (parts: ReadonlyArray<Part>, share: Share, whole: Count): ReadonlyArray<Part> => {
  const [only, ...others] = parts
  if (share.count === whole || only === undefined) return parts
  if (others.length === 0) return [{ ...only, count: share.count }]
  const most = boundsOfCount(share.count).high
  return parts.map((part) => {
    const { high } = boundsOfCount(part.count)
    return { ...part, count: withBounds(0, most === undefined || (high !== undefined && high < most) ? high : most) }
  })
}

const rowOf = (label: Pick<PlacedOnADayRow, 'line' | 'where' | 'direction' | 'on'>, lines: ReadonlyArray<Line>): PlacedOnADayRow => {
  const parts = eachOfficerOnce(lines.map((line) => line.parts))
  const figures = figuresOf(parts)
  const { low, high } = figures.inPost
  const unsure = parts.flat().filter((part) => part.headline === 'cannot tell')
  return {
    ...label,
    inPost: figures.inPost,
    range: withBounds(low, high),
    cannotTell: together(unsure.map((part) => part.count)),
    overdue: figures.overdue,
    ...restingTogether(lines),
  }
}

const answer =
  (tables: Tables, { on, by = 'host', programme }: PlacedOnADayAsked): TaskEither<RowStoreFault, ReadonlyArray<PlacedOnADayRow>> =>
  async () => {
    const looking = await lookingOn(tables, on)()
    if (E.isLeft(looking)) return looking
    const { placed, alone, places, naming, sight } = looking.right
    const intakes = await tables.of(batches).where({})()
    if (E.isLeft(intakes)) return intakes
    const entries = entriesIn(placed, alone, sight, programme === undefined ? {} : { programme })
    if (entries.length === 0) return E.right([])
    const cities = citiesIn(places, intakes.right, naming.of)
    const lines = entries.flatMap((entry): ReadonlyArray<Line> => {
      const cohort = placed.find((row) => row.cohort === entry.label.id)
      const placement = alone.find((row) => row.placement === entry.label.id)
      const batch = cohort?.batch ?? placement?.batch
      const stint = {
        count: entry.sent,
        spells: [],
        programme: entry.label.programme,
        ...(batch !== undefined && { batch }),
        ...(cohort !== undefined && { cohort }),
        ...(placement !== undefined && { placement }),
        rests: entry.rests,
      }
      const shares = by === 'host' ? cities.hostsOf(stint) : cities.homesOf(stint)
      const direction = entry.label.direction ?? 'not stated'
      return shares.map((share) => ({
        where: share.label,
        direction,
        parts: partsOfShare(entry.parts, share, entry.sent),
        rests: entry.rests,
      }))
    })
    const wheres = [...new Set(lines.map(({ where }) => where))].toSorted()
    const cellsOf = (label: Pick<PlacedOnADayRow, 'line' | 'where'>, own: ReadonlyArray<Line>): ReadonlyArray<PlacedOnADayRow> =>
      DIRECTIONS.flatMap((direction) => {
        const going = own.filter((line) => line.direction === direction)
        return going.length === 0 ? [] : [rowOf({ ...label, direction, on }, going)]
      })
    const whole = entries.map((entry): Line => ({ where: 'all', direction: entry.label.direction ?? 'not stated', ...entry }))
    return E.right([
      ...wheres.flatMap((where) =>
        cellsOf(
          { line: by, where },
          lines.filter((line) => line.where === where),
        ),
      ),
      ...cellsOf({ line: 'total', where: 'all' }, whole),
    ])
  }

/** Who was placed where on a day. */
export const placedOnADay: Question<PlacedOnADayAsked, PlacedOnADayRow> = {
  name: 'placed-on-a-day',
  about: 'Officers placed on a day, by host or home and direction; where it cannot be told, the bounds.',
  parameters: {
    on: required(day('the day asked about')),
    by: choice('lines by host (else), or by home', 'host', 'home'),
    programme: id('programme', 'only of this programme'),
  },
  reads: [cohorts, placements, sources, people, organisations, batches, names],
  glance: ['where', 'direction', 'inPost', 'range', 'cannotTell'],
  columns: {
    line: text<PlacedOnADayRow['line']>(),
    where: text(),
    direction: text<PlacedOnADayRow['direction']>(),
    on: text<CivilDate>(),
    inPost: countSum,
    range: count,
    cannotTell: count,
    overdue: countSum,
    ...restingOnColumns,
  },
  answer,
}
