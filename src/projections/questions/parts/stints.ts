import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Count, exactly } from '../../../domain/vocabulary/count.js'
import { remainder } from '../../../domain/vocabulary/count-sum.js'
import type { BatchId, PersonId, ProgrammeId } from '../../../domain/vocabulary/id.js'
import { dayAfterLast, type Stay, startOf } from '../../../domain/vocabulary/presence.js'
import type { Window } from '../../../domain/vocabulary/window.js'
import { cohorts } from '../../cohorts.js'
import type { CohortRow } from '../../cohorts-row.js'
import type { RowStoreFault } from '../../engine/row-store.js'
import type { Tables } from '../../engine/tables.js'
import { people } from '../../people.js'
import { type PlacementRow, placements } from '../../placements.js'
import type { RestingOn } from '../../resting-on.js'
import { sources } from '../../sources.js'
import { survivorIn } from './mergers.js'
import { membersOf } from './placed.js'
import { leaversOf, membersIn, type Sight } from './presence-parts.js'
import { stayOfCohort, stayOfMember, stayOfPlacement, toldBy } from './stays.js'

/** The first day of a stay and the day after its last, each as the days that it may be. */
export interface Spell {
  readonly start: Window
  readonly end?: Window
}

/** So many officers who were placed at the same time: one who is known by himself, or those of a cohort who are not told apart. */
export interface Stint {
  readonly count: Count
  /** One at least, in the order in which they began to be on record; an officer placed twice within one cohort has two. */
  readonly spells: ReadonlyArray<Spell>
  readonly programme: ProgrammeId
  readonly batch?: BatchId
  readonly direction?: 'outbound' | 'inbound' | 'both'
  readonly cohort?: CohortRow
  readonly placement?: PlacementRow
  readonly officer?: PersonId
  readonly rests: ReadonlyArray<RestingOn>
}

/** The read models that `stintsIn` reads. */
export const stintsRead = [cohorts, placements, people, sources]

export const spellOf = (stay: Stay): Spell => {
  const end = dayAfterLast(stay)
  return { start: startOf(stay), ...(end !== undefined && { end }) }
}

const ofCohort = (row: CohortRow, own: ReadonlyArray<PlacementRow>, sight: Sight): ReadonlyArray<Stint> => {
  const { programme, batch, direction } = row
  const same = { programme, batch, cohort: row, ...(direction !== undefined && { direction }), rests: [row] }
  const members = [...membersIn(own, sight)].flatMap(([officer, rows]): ReadonlyArray<Stint> => {
    const [first, ...others] = rows.filter(({ state }) => state !== 'cancelled')
    const spells = rows.filter(({ state }) => state !== 'cancelled').map((one) => spellOf(stayOfMember(one, row, sight.told)))
    return first === undefined ? [] : [{ ...same, count: exactly(1), spells, placement: first, officer, rests: [row, first, ...others] }]
  })
  const ended = [...membersIn(own, sight).values()].filter((rows) => rows.every(({ endedOn }) => endedOn !== undefined)).length
  const left = leaversOf(row, ended, sight).map(({ count, stays }): Stint => ({ ...same, count, spells: stays.map(spellOf) }))
  const apart = [...membersIn(own, sight).keys()].map(() => exactly(1))
  const rest = remainder(row.size, [...apart, ...left.map(({ count }) => count)])
  const none = rest.kind === 'exact' && rest.n === 0
  return [...members, ...left, ...(none ? [] : [{ ...same, count: rest, spells: [spellOf(stayOfCohort(row, sight.told))] }])]
}

const ofPlacement = (row: PlacementRow, sight: Sight): Stint => {
  const { programme, batch, direction, officer } = row
  return {
    count: exactly(1),
    spells: [spellOf(stayOfPlacement(row, sight.told))],
    programme,
    ...(batch !== undefined && { batch }),
    ...(direction !== undefined && { direction }),
    placement: row,
    officer: sight.survivor(officer),
    rests: [row],
  }
}

/** All officers who were placed, in stints that add up to their number: of the cohorts first, then of the placements that are within none. */
export const stintsIn =
  (tables: Tables): TaskEither<RowStoreFault, ReadonlyArray<Stint>> =>
  async () => {
    const together = await tables.of(cohorts).where({})()
    if (E.isLeft(together)) return together
    const single = await tables.of(placements).where({})()
    if (E.isLeft(single)) return single
    const known = await tables.of(people).where({})()
    if (E.isLeft(known)) return known
    const issued = await tables.of(sources).where({})()
    if (E.isLeft(issued)) return issued
    const sight: Sight = {
      // No day is asked about; the stays are taken whole.
      on: '0001-01-01',
      told: toldBy(new Map(issued.right.map(({ source, issuedOn }) => [source, issuedOn]))),
      survivor: survivorIn(known.right.map(({ person, mergedInto }) => ({ id: person, mergedInto }))),
    }
    const within = new Set(together.right.flatMap((row) => membersOf(row, single.right)))
    return E.right([
      ...together.right.filter(({ state }) => state !== 'planned').flatMap((row) => ofCohort(row, membersOf(row, single.right), sight)),
      ...single.right.filter((row) => !within.has(row) && row.state !== 'cancelled').map((row) => ofPlacement(row, sight)),
    ])
  }

/** Each row that stints rest on, once. */
export const restingTogether = (stints: ReadonlyArray<Pick<Stint, 'rests'>>): RestingOn => ({
  entries: [...new Set(stints.flatMap(({ rests }) => rests.flatMap(({ entries }) => entries)))],
  sources: [...new Set(stints.flatMap(({ rests }) => rests.flatMap((row) => row.sources)))],
})
