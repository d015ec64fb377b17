import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ProgrammeKind } from '../../domain/programmes/events.js'
import { type CountSum, sumCounts } from '../../domain/vocabulary/count-sum.js'
import { cohorts } from '../cohorts.js'
import { list, maybe, text } from '../engine/columns.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { placements } from '../placements.js'
import { programmes } from '../programmes.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type Placed, placedIn } from './parts/placed.js'
import { countSum } from './parts/presence-columns.js'

type Direction = 'outbound' | 'inbound' | 'both'
/**
 * Officers placed in one direction, whenever that was, each placement counted. A secondment to an international organisation is not an exchange
 * between governments: the two are never added.
 */
export interface OfficersByDirectionRow extends RestingOn {
  /** What was added, in words: "outbound to an international organisation". */
  readonly group: string
  /** As stated of the cohort or placement; absent: not stated. */
  readonly direction?: Direction
  /** The kinds of programme that were added. */
  readonly kinds: ReadonlyArray<ProgrammeKind>
  /** Where they were placed, as far as it is stated. */
  readonly places: ReadonlyArray<string>
  readonly officers: CountSum
}

/** Said after the direction, where the kind of programme keeps officers apart from the others. */
const apart = (kind: ProgrammeKind | undefined): string => {
  if (kind === undefined) return ', programme not on record'
  return kind === 'secondment to an international organisation' ? ' to an international organisation' : ''
}

const once = <A>(items: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(items)].toSorted()

const DIRECTIONS: ReadonlyArray<Direction | undefined> = ['outbound', 'inbound', 'both', undefined]

type Kinds = ReadonlyMap<Placed['programme'], ProgrammeKind>

const rowOf = (group: string, placed: ReadonlyArray<Placed>, kinds: Kinds, direction: Direction | undefined): OfficersByDirectionRow => ({
  group,
  ...(direction !== undefined && { direction }),
  kinds: once(placed.flatMap(({ programme }) => kinds.get(programme) ?? [])),
  places: once(placed.flatMap(({ place }) => place ?? [])),
  officers: sumCounts(placed.map(({ count }) => count)),
  entries: once(placed.flatMap(({ rests }) => rests.entries)),
  sources: once(placed.flatMap(({ rests }) => rests.sources)),
})

const grouped = (placed: ReadonlyArray<Placed>, kinds: Kinds): ReadonlyArray<OfficersByDirectionRow> =>
  DIRECTIONS.flatMap((direction) => {
    const going = placed.filter((one) => one.direction === direction)
    const groups = once(going.map(({ programme }) => apart(kinds.get(programme))))
    return groups.map((group) =>
      rowOf(
        `${direction ?? 'direction not stated'}${group}`,
        going.filter(({ programme }) => apart(kinds.get(programme)) === group),
        kinds,
        direction,
      ),
    )
  })

const answer =
  (tables: Tables): TaskEither<RowStoreFault, ReadonlyArray<OfficersByDirectionRow>> =>
  async () => {
    const together = await tables.of(cohorts).where({})()
    if (E.isLeft(together)) return together
    const single = await tables.of(placements).where({})()
    if (E.isLeft(single)) return single
    const known = await tables.of(programmes).where({})()
    if (E.isLeft(known)) return known
    return E.right(grouped(placedIn(together.right, single.right), new Map(known.right.map(({ programme, kind }) => [programme, kind]))))
  }

/** Officers placed, by direction. */
export const officersByDirection: Question<object, OfficersByDirectionRow> = {
  name: 'officers-by-direction',
  about: 'Officers placed, by direction; secondments to international organisations apart.',
  parameters: {},
  reads: [cohorts, placements, programmes],
  glance: ['group', 'officers', 'places'],
  columns: {
    group: text(),
    direction: maybe(text<Direction>()),
    kinds: list<ProgrammeKind>(String),
    places: list<string>(String),
    officers: countSum,
    ...restingOnColumns,
  },
  answer,
}
