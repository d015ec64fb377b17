import { and } from '../../../domain/vocabulary/answer.js'
import { type Count, exactly } from '../../../domain/vocabulary/count.js'
import type { BatchId, CohortId, PersonId, PlacementId, ProgrammeId } from '../../../domain/vocabulary/id.js'
import type { CohortRow } from '../../cohorts-row.js'
import type { PlacementRow } from '../../placements.js'
import type { RestingOn } from '../../resting-on.js'
import type { Naming } from './naming.js'
import { asFarAs, type Here, type PlaceAsked } from './places.js'
import { type Part, partOfMember, partOfPlacement, partsOfCohort, type Sight } from './presence-parts.js'

/** A cohort, or a placement that stands alone, with its officers in parts. */
export interface Entry {
  readonly kind: 'cohort' | 'placement'
  readonly label: {
    readonly id: CohortId | PlacementId
    readonly programme: ProgrammeId
    readonly direction?: 'outbound' | 'inbound' | 'both'
    readonly place?: string
  }
  /** What it goes by: its batch, or its officer. */
  readonly called: (labels: Naming) => string
  readonly sent: Count
  readonly parts: ReadonlyArray<Part>
  readonly rests: ReadonlyArray<RestingOn>
}

/** Which entries are asked about, and how much of each. */
export interface Asked {
  readonly direction?: 'outbound' | 'inbound'
  readonly place?: PlaceAsked
  readonly programme?: ProgrammeId
  readonly batch?: BatchId
  readonly person?: PersonId
}

/**
 * A placement belongs to a cohort that is attached where either of them says so: its officer is within the cohort's number. One whose officer
 * was released from the cohort stands alone: the number no longer includes him.
 */
export const membersOf = (row: CohortRow, placements: ReadonlyArray<PlacementRow>): ReadonlyArray<PlacementRow> =>
  row.state === 'planned'
    ? []
    : placements.filter(
        ({ placement, partOf, officer }) =>
          (partOf === row.cohort && !row.released.includes(officer)) || row.identified.some((member) => member.placement === placement),
      )

/** Officers who were placed, whenever that was: as many as came together, or one by himself. */
export interface Placed extends Pick<PlacementRow, 'programme'> {
  readonly batch?: BatchId
  readonly direction?: 'outbound' | 'inbound' | 'both'
  readonly place?: string
  readonly count: Count
  readonly rests: RestingOn
}

/** The cohorts that were attached, then the placements that are within none of them; what is only planned, or was called off, is neither. */
export const placedIn = (cohorts: ReadonlyArray<CohortRow>, placements: ReadonlyArray<PlacementRow>): ReadonlyArray<Placed> => {
  const within = new Set(cohorts.flatMap((row) => membersOf(row, placements)))
  return [
    ...cohorts.filter(({ state }) => state !== 'planned').map((row): Placed => ({ ...row, count: row.size, rests: row })),
    ...placements
      .filter((row) => !within.has(row) && row.state !== 'cancelled')
      .map((row): Placed => ({ ...row, count: exactly(1), rests: row })),
  ]
}

/** None where the direction is another one, or not stated; of "both" nobody says how many went which way. */
const towards = (direction: CohortRow['direction'], asked: Asked['direction']): Here => {
  if (asked === undefined || direction === asked) return 'yes'
  return direction === 'both' ? 'cannot tell' : undefined
}

const both = (a: Here, b: Here): Here => (a === undefined || b === undefined ? undefined : and(a, b))

const ofCohort = (row: CohortRow, placements: ReadonlyArray<PlacementRow>, sight: Sight, asked: Asked): ReadonlyArray<Entry> => {
  const here = both(towards(row.direction, asked.direction), asked.place === undefined ? 'yes' : asked.place.ofCohort(row, sight.on))
  if (row.state === 'planned' || here === undefined) return []
  const own = membersOf(row, placements)
  const one = asked.person === undefined ? undefined : partOfMember(row, own, sight.survivor(asked.person), sight)
  if (asked.person !== undefined && one === undefined) return []
  const { cohort, programme, direction, place, batch, size } = row
  return [
    {
      kind: 'cohort',
      label: { id: cohort, programme, ...(direction !== undefined && { direction }), ...(place !== undefined && { place }) },
      called: ({ of }) => of(batch),
      sent: one === undefined ? size : exactly(1),
      parts: asFarAs(here, one === undefined ? partsOfCohort(row, own, sight) : [one]),
      rests: [row, ...own],
    },
  ]
}

const ofPlacement = (row: PlacementRow, sight: Sight, asked: Asked): ReadonlyArray<Entry> => {
  const here = both(towards(row.direction, asked.direction), asked.place === undefined ? 'yes' : asked.place.ofPlacement(row))
  if (here === undefined || (asked.person !== undefined && sight.survivor(row.officer) !== sight.survivor(asked.person))) return []
  const { placement, programme, direction, officer } = row
  return [
    {
      kind: 'placement',
      label: { id: placement, programme, ...(direction !== undefined && { direction }) },
      called: ({ of }) => of(officer),
      sent: exactly(1),
      parts: asFarAs(here, [partOfPlacement(row, sight)]),
      rests: [row],
    },
  ]
}

/** The entries that are asked about: cohorts that were attached first, then the placements that are within none of them, each in order of id. */
export const entriesIn = (
  cohorts: ReadonlyArray<CohortRow>,
  placements: ReadonlyArray<PlacementRow>,
  sight: Sight,
  asked: Asked,
): ReadonlyArray<Entry> => {
  const isAsked = ({ programme, batch }: Pick<PlacementRow, 'programme' | 'batch'>): boolean =>
    (asked.programme === undefined || asked.programme === programme) && (asked.batch === undefined || asked.batch === batch)
  const within = new Set(cohorts.flatMap((row) => membersOf(row, placements)))
  return [
    ...cohorts.filter(isAsked).flatMap((row) => ofCohort(row, placements, sight, asked)),
    ...placements.filter((row) => !within.has(row) && isAsked(row)).flatMap((row) => ofPlacement(row, sight, asked)),
  ]
}
