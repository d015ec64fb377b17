import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CohortId, OrganisationId, PersonId, PlacementId, ProgrammeId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import { plannedEnd } from '../../domain/vocabulary/period.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { showPeriod } from '../cohorts-period.js'
import { date, maybe, namedList, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { people } from '../people.js'
import { type PlacementRow, placements } from '../placements.js'
import { type PlacementDetailsRow, placementDetails } from '../placements-details.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { survivorIn } from './parts/mergers.js'
import { type Naming, namingIn } from './parts/naming.js'
import { type PlacementState, placementState, placementStateColumns } from './parts/placement-state.js'
import { cohortId } from './parts/presence-columns.js'

/** Whose placements, in what, with whom; absent: any. An officer is found under each record merged with his. */
export interface PlacementsAsked {
  readonly person?: PersonId
  readonly programme?: ProgrammeId
  readonly cohort?: CohortId
  readonly host?: OrganisationId
}

/** One placement of one officer. */
export interface PlacementAnswer extends PlacementState, RestingOn {
  readonly placement: PlacementId
  readonly officer: PersonId
  readonly name: string
  readonly programme: ProgrammeId
  readonly programmeName: string
  readonly partOf?: CohortId
  readonly kind: PlacementRow['kind']
  readonly direction?: 'outbound' | 'inbound'
  /** Absent: not stated; the unit may be unknown where the city is not. */
  readonly homeUnit?: string
  readonly homePlace?: string
  readonly hosts: NamedList<HostNamed>
  /** Start and planned end in one line. */
  readonly period: string
  /** Marked where it was worked out; then it is the day after the last. */
  readonly plannedEnd?: StatedDate
  readonly state: PlacementRow['state']
  readonly startedOn?: StatedDate
  readonly endedOn?: StatedDate
}

/** A bureau and its office are two hosts, each at its level. */
export interface HostNamed {
  readonly organisation: OrganisationId
  readonly name: string
  readonly level: PlacementRow['hosts']['items'][number]['level']
}

const answerOf = (row: PlacementRow, details: PlacementDetailsRow | undefined, labels: Naming): PlacementAnswer => {
  const { of } = labels
  const { placement, officer, programme, partOf, kind, direction, home, hosts, period, state, startedOn, endedOn, entries, sources } = row
  const end = plannedEnd(period)
  return {
    placement,
    officer,
    name: of(officer),
    programme,
    programmeName: of(programme),
    ...(partOf !== undefined && { partOf }),
    kind,
    ...(direction !== undefined && { direction }),
    ...(home.organisation !== undefined && { homeUnit: of(home.organisation) }),
    ...(home.place !== undefined && { homePlace: of(home.place) }),
    hosts: { ...hosts, items: hosts.items.map(({ organisation, level }) => ({ organisation, name: of(organisation), level })) },
    period: showPeriod(period),
    ...(end !== undefined && { plannedEnd: end }),
    state,
    ...(startedOn !== undefined && { startedOn }),
    ...(endedOn !== undefined && { endedOn }),
    ...placementState(row, details, labels),
    entries: [...new Set([...entries, ...(details?.entries ?? [])])],
    sources: [...new Set([...sources, ...(details?.sources ?? [])])],
  }
}

const answer =
  (tables: Tables, { person, programme, cohort, host }: PlacementsAsked): TaskEither<RowStoreFault, ReadonlyArray<PlacementAnswer>> =>
  async () => {
    const rows = await tables
      .of(placements)
      .where({ ...(programme !== undefined && { programme }), ...(cohort !== undefined && { partOf: cohort }) })()
    if (E.isLeft(rows)) return rows
    const details = await tables.of(placementDetails).where({})()
    if (E.isLeft(details)) return details
    const detailsOf = new Map(details.right.map((row) => [row.placement, row]))
    const known = await tables.of(people).where({})()
    if (E.isLeft(known)) return known
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const survivor = survivorIn(known.right.map((row) => ({ id: row.person, mergedInto: row.mergedInto })))
    const asked = rows.right.filter(
      ({ officer, hosts }) =>
        (person === undefined || survivor(officer) === survivor(person)) &&
        (host === undefined || hosts.items.some(({ organisation }) => organisation === host)),
    )
    return E.right(asked.map((row) => answerOf(row, detailsOf.get(row.placement), naming.right)))
  }

/** The placements on record, those that were called off among them. */
export const placementsOnRecord: Question<PlacementsAsked, PlacementAnswer> = {
  name: 'placements',
  about: 'Placements on record: officer, home, hosts, period, how far each has come.',
  parameters: {
    person: id('person', 'only those of this officer'),
    programme: id('programme', 'only those of this programme'),
    cohort: cohortId('only those within this cohort'),
    host: id('organisation', 'only those with this host'),
  },
  reads: [placements, placementDetails, people, names],
  glance: ['name', 'homePlace', 'homeUnit', 'hosts', 'period', 'state'],
  columns: {
    placement: text<PlacementId>(),
    officer: text<PersonId>(),
    name: text(),
    programme: text<ProgrammeId>(),
    programmeName: text(),
    partOf: maybe(text<CohortId>(), ''),
    kind: text<PlacementRow['kind']>(),
    direction: maybe(text<'outbound' | 'inbound'>()),
    homeUnit: maybe(text()),
    homePlace: maybe(text()),
    hosts: namedList<HostNamed>(({ name, level }) => `${name} (${level})`),
    period: text(),
    plannedEnd: maybe(date),
    state: text<PlacementRow['state']>(),
    startedOn: maybe(date),
    endedOn: maybe(date),
    ...placementStateColumns,
    ...restingOnColumns,
  },
  answer,
}
