import type { CivilDate } from '../../../domain/vocabulary/civil-date.js'
import { boundsOfCount, type Count, exactly } from '../../../domain/vocabulary/count.js'
import { remainder, withBounds } from '../../../domain/vocabulary/count-sum.js'
import type { PersonId } from '../../../domain/vocabulary/id.js'
import { endIs } from '../../../domain/vocabulary/period.js'
import { headline, type Presence, presenceOn, type Stay } from '../../../domain/vocabulary/presence.js'
import type { CohortRow } from '../../cohorts-row.js'
import type { PlacementRow } from '../../placements.js'
import { stayOfCohort, stayOfLeavers, stayOfMember, stayOfPlacement, type ToldBy } from './stays.js'

/** On a day: officers of one entry who are all in the same class. */
export interface Part extends Judgement {
  readonly count: Count
  /** Where the part is one officer who is known. */
  readonly officer?: PersonId
  /** What it was judged by; none for a placement that was called off. */
  readonly stays: ReadonlyArray<Stay>
}

export interface Judgement {
  readonly presence: Presence
  readonly headline: 'in' | 'out' | 'cannot tell'
}

/** How the day, the issue dates of sources and the mergers of people bear on every entry alike. */
export interface Sight {
  readonly on: CivilDate
  readonly told: ToldBy
  readonly survivor: (person: PersonId) => PersonId
}

const surestFirst: ReadonlyArray<Presence> = [
  'confirmed',
  'in by its stated period',
  'presumed',
  'cannot tell',
  'unknown',
  'overdue',
  'surely out',
]

export const isSurer = (a: Judgement, b: Judgement): boolean => surestFirst.indexOf(a.presence) < surestFirst.indexOf(b.presence)

/** An officer with several stays is in by any of them. */
const judge = (stays: ReadonlyArray<Stay>, on: CivilDate): Judgement =>
  stays
    .map((stay): Judgement => {
      const presence = presenceOn(stay, on)
      return { presence, headline: headline(presence, endIs(stay.period) ?? 'stated') }
    })
    .reduce((best, one) => (isSurer(one, best) ? one : best), { presence: 'surely out', headline: 'out' })

const part = (count: Count, stays: ReadonlyArray<Stay>, { on }: Sight, officer?: PersonId): Part => ({
  count,
  stays,
  ...judge(stays, on),
  ...(officer !== undefined && { officer }),
})

/** Stays of one officer on record; one that was called off before its start is none. */
const stays = (rows: ReadonlyArray<PlacementRow>, stayOf: (row: PlacementRow) => Stay): ReadonlyArray<Stay> =>
  rows.filter(({ state }) => state !== 'cancelled').map(stayOf)

/** A placement that stands alone. */
export const partOfPlacement = (row: PlacementRow, sight: Sight): Part =>
  part(
    exactly(1),
    stays([row], (one) => stayOfPlacement(one, sight.told)),
    sight,
    sight.survivor(row.officer),
  )

/** By officer: those of a cohort who have placements of their own. */
export const membersIn = (own: ReadonlyArray<PlacementRow>, { survivor }: Sight): ReadonlyMap<PersonId, ReadonlyArray<PlacementRow>> =>
  own.reduce((members, row) => {
    const officer = survivor(row.officer)
    return members.set(officer, [...(members.get(officer) ?? []), row])
  }, new Map<PersonId, ReadonlyArray<PlacementRow>>())

const isOver = (rows: ReadonlyArray<PlacementRow>): boolean =>
  rows.every(({ endedOn, state }) => endedOn !== undefined || state === 'cancelled')

/**
 * Those told of as having left before the others, each report by itself. Members whose own end is on record may be among them or not: so many
 * fewer are surely others.
 */
export const leaversOf = (row: CohortRow, ownEnds: number, sight: Sight): ReadonlyArray<Part> => {
  let perhapsOwn = ownEnds
  return [...row.returns, ...row.completions].flatMap(({ count, on }) => {
    if (count === undefined) return []
    const { low, high } = boundsOfCount(count)
    const others = Math.max(0, low - perhapsOwn)
    const left = perhapsOwn === 0 ? count : withBounds(others, high)
    perhapsOwn -= low - others
    return [part(left, [stayOfLeavers(row, on, sight.told)], sight)]
  })
}

/**
 * The officers of a cohort in parts that add up to its size: members with placements of their own, those reported as having left, the rest.
 * The cohort of 30 with one identified member is that one and 29 others.
 */
export const partsOfCohort = (row: CohortRow, own: ReadonlyArray<PlacementRow>, sight: Sight): ReadonlyArray<Part> => {
  const members = membersIn(own, sight)
  const known = [...members].map(([officer, rows]) =>
    part(
      exactly(1),
      stays(rows, (one) => stayOfMember(one, row, sight.told)),
      sight,
      officer,
    ),
  )
  const ownEnds = [...members.values()].filter(isOver).length
  const rest = part(row.size, [stayOfCohort(row, sight.told)], sight)
  // Whoever is in the same class as the rest is counted with the rest: a number that is not sure must not make the whole unsure.
  const leavers = leaversOf(row, ownEnds, sight).filter(
    ({ count, headline, presence }) => headline !== rest.headline || (count.kind === 'exact' && presence !== rest.presence),
  )
  const apart = [...known, ...leavers]
  const left = remainder(
    row.size,
    apart.map(({ count }) => count),
  )
  return left.kind === 'exact' && left.n === 0 && apart.length > 0 ? apart : [...apart, { ...rest, count: left }]
}

/** One person of a cohort: by his own placement, else as one of the rest, who may be among those that left. None where he is not known to be one of it. */
export const partOfMember = (row: CohortRow, own: ReadonlyArray<PlacementRow>, person: PersonId, sight: Sight): Part | undefined => {
  const parts = partsOfCohort(row, own, sight)
  const known = parts.find(({ officer }) => officer === person)
  if (known !== undefined) return known
  if (!row.identified.some((member) => sight.survivor(member.person) === person)) return undefined
  const one = part(exactly(1), [stayOfCohort(row, sight.told)], sight, person)
  const mayHaveLeft = parts.some(({ officer, headline }) => officer === undefined && headline !== one.headline)
  return mayHaveLeft ? { ...one, presence: 'cannot tell', headline: 'cannot tell' } : one
}
