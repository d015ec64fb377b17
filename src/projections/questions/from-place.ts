import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { atLeast, type Count, exactly, unknownCount } from '../../domain/vocabulary/count.js'
import type { CohortId, OrganisationId, PlacementId, ProgrammeId } from '../../domain/vocabulary/id.js'
import { batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import type { CohortRow } from '../cohorts-row.js'
import { count, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type OrganisationRow, organisations } from '../organisations.js'
import { type PlacementRow, placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { namingIn } from './parts/naming.js'
import { membersOf } from './parts/placed.js'
import { together } from './parts/presence-figures.js'
import { membersFrom, partOf, unitsOf } from './parts/shares.js'

/** The place, with whatever lies in it. Absent `programme`: officers of all programmes. */
export interface FromPlaceAsked {
  readonly place: OrganisationId
  readonly programme?: ProgrammeId
}

/** How many officers of a cohort, or whether the officer of a placement that stands alone, came from a place. */
export interface FromPlaceRow extends RestingOn {
  readonly entry: CohortId | PlacementId
  readonly programme: ProgrammeId
  readonly name: string
  readonly officers: Count
}

/** Whether an organisation is the place, or lies in it. */
type IsThere = (organisation: OrganisationId) => boolean

const thereIn = (place: OrganisationId, rows: ReadonlyArray<OrganisationRow>): IsThere => {
  const parents = new Map(rows.map(({ organisation, parent }) => [organisation, parent]))
  const isThere = (organisation: OrganisationId, met: ReadonlyArray<OrganisationId>): boolean => {
    if (organisation === place) return true
    const parent = parents.get(organisation)
    return parent !== undefined && !met.includes(parent) && isThere(parent, [...met, parent])
  }
  return (organisation) => isThere(organisation, [organisation])
}

/**
 * A number that is told of the place itself; else that of the homes that lie there, where they are all the homes there are; else those members
 * who are known to come from there, "at least". None where all homes are known and nothing puts any of them there.
 */
const fromCohort = (row: CohortRow, own: ReadonlyArray<PlacementRow>, place: OrganisationId, isThere: IsThere): Count | undefined => {
  const told = partOf(row, place)
  if (told !== undefined) return told
  const { items = [], open = true } = row.homes ?? {}
  const units = unitsOf(row).filter(({ organisation }) => isThere(organisation))
  if (!open && items.length > 0 && items.every(isThere)) return row.size
  if (!open && units.length > 0) return together(units.map(({ officers }) => officers))
  const listed = new Set(row.identified.map(({ person }) => person))
  const placed = own.filter(
    ({ officer, home }) => !listed.has(officer) && [home.place, home.organisation].some((one) => one && isThere(one)),
  )
  const members = membersFrom(row, isThere) + placed.length
  if (members > 0) return atLeast(members)
  return open ? unknownCount : undefined
}

const fromPlacement = ({ home }: PlacementRow, isThere: IsThere): Count | undefined => {
  const homes = [home.place, home.organisation].filter((one) => one !== undefined)
  if (homes.some(isThere)) return exactly(1)
  return home.place === undefined ? unknownCount : undefined
}

const answer =
  (tables: Tables, { place, programme }: FromPlaceAsked): TaskEither<RowStoreFault, ReadonlyArray<FromPlaceRow>> =>
  async () => {
    const asked = programme === undefined ? {} : { programme }
    const rows = await tables.of(cohorts).where(asked)()
    if (E.isLeft(rows)) return rows
    const single = await tables.of(placements).where(asked)()
    if (E.isLeft(single)) return single
    const known = await tables.of(organisations).where({})()
    if (E.isLeft(known)) return known
    const labels = await namingIn(tables)()
    if (E.isLeft(labels)) return labels
    const isThere = thereIn(place, known.right)
    const within = new Set(rows.right.flatMap((row) => membersOf(row, single.right)))
    const row = (
      label: Pick<FromPlaceRow, 'entry' | 'programme' | 'name'>,
      officers: Count | undefined,
      { entries, sources }: RestingOn,
    ): ReadonlyArray<FromPlaceRow> => (officers === undefined ? [] : [{ ...label, officers, entries, sources }])
    return E.right([
      ...rows.right
        .filter(({ state }) => state !== 'planned')
        .flatMap((one) =>
          row(
            { entry: one.cohort, programme: one.programme, name: labels.right.of(one.batch) },
            fromCohort(one, membersOf(one, single.right), place, isThere),
            one,
          ),
        ),
      ...single.right
        .filter((one) => !within.has(one) && one.state !== 'cancelled')
        .flatMap((one) =>
          row({ entry: one.placement, programme: one.programme, name: labels.right.of(one.officer) }, fromPlacement(one, isThere), one),
        ),
    ])
  }

/** Officers by the place they came from. */
export const fromPlace: Question<FromPlaceAsked, FromPlaceRow> = {
  name: 'from-place',
  about: 'How many officers came from a place: one row for each cohort or placement of which it is told, or not known.',
  parameters: {
    place: required(id('organisation', 'the place, or the organisation')),
    programme: id('programme', 'only of this programme'),
  },
  reads: [cohorts, placements, organisations, batches, names],
  glance: ['name', 'officers'],
  columns: {
    entry: text<CohortId | PlacementId>(),
    programme: text<ProgrammeId>(),
    name: text(),
    officers: count,
    ...restingOnColumns,
  },
  answer,
}
