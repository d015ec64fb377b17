import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Leg, Supervisor } from '../../domain/placements/course-events.js'
import type { PersonId, PlacementId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { date, integer, maybe, namedList, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type PlacementRow, placements } from '../placements.js'
import { type PlacementDetailsRow, placementDetails } from '../placements-details.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type Naming, namingIn } from './parts/naming.js'

/** Of which placement, or of whose; absent: of all. */
export interface PlacementLegsAsked {
  readonly placement?: PlacementId
  readonly person?: PersonId
}

/**
 * One leg of a placement: where, as what and under whom the officer serves from its first day. What a leg leaves unsaid is as it was in the leg
 * before. Absent: nothing on record says it.
 */
export interface PlacementLegAnswer extends RestingOn {
  readonly placement: PlacementId
  readonly officer: PersonId
  readonly name: string
  /** From 1, in order of their days. */
  readonly leg: number
  readonly since?: StatedDate
  /** The last day, where one is stated; a leg without it lasts until the next begins, or the placement ends. */
  readonly until?: StatedDate
  readonly hosts: NamedList<string>
  readonly role?: string
  readonly place?: string
  /** What the officer leaves and keeps at home. */
  readonly homeUnit?: string
  readonly homeSupervisor?: string
  readonly hostSupervisor?: string
  readonly why?: string
}

type Serving = Omit<Leg, 'placement' | 'from'> & { readonly from?: StatedDate }

const firstDay = ({ from }: Serving): string => (from === undefined ? '' : (windowOf(from).earliest ?? ''))

/** The leg of the attachment, then each later one with what it leaves unsaid taken from the one before. */
const servingOf = ({ period, hosts }: PlacementRow, { legs }: PlacementDetailsRow): ReadonlyArray<Serving> => {
  const { start } = period
  const first: Serving = { hosts, ...(start !== undefined && { from: start }) }
  const known: Array<Serving> = [first]
  for (const leg of [...legs].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0))) {
    const { why, until, supervisors = [], ...before } = known.at(-1) ?? first
    const both = [...supervisors.filter((one) => !leg.supervisors?.some(({ of }) => of === one.of)), ...(leg.supervisors ?? [])]
    // A change that begins with the placement says more of its first leg: it is no second one.
    if (known.length === 1 && start !== undefined && start.edtf === leg.from.edtf) known.pop()
    known.push({ ...before, ...leg, ...(both.length > 0 && { supervisors: both }) })
  }
  return known
}

const supervisorOf = (side: Supervisor['of'], supervisors: ReadonlyArray<Supervisor>, { of }: Naming): string | undefined => {
  const found = supervisors.filter((one) => one.of === side)
  const called = found
    .map(({ person, capacity }) => (person === undefined ? capacity?.title : of(person)))
    .filter((one) => one !== undefined)
  return called.length === 0 ? undefined : called.join(', ')
}

const answersOf = (row: PlacementRow, details: PlacementDetailsRow, labels: Naming): ReadonlyArray<PlacementLegAnswer> =>
  servingOf(row, details).map(({ from, until, hosts, role, post, supervisors = [], place, why }, n) => {
    const { of } = labels
    const [home, host] = [supervisorOf('home', supervisors, labels), supervisorOf('host', supervisors, labels)]
    const as = role ?? (post === undefined ? undefined : of(post))
    return {
      placement: row.placement,
      officer: row.officer,
      name: of(row.officer),
      leg: n + 1,
      ...(from !== undefined && { since: from }),
      ...(until !== undefined && { until }),
      hosts: { items: (hosts ?? row.hosts).items.map(({ organisation }) => of(organisation)), open: (hosts ?? row.hosts).open },
      ...(as !== undefined && { role: as }),
      ...(place !== undefined && { place: of(place) }),
      ...(row.home.organisation !== undefined && { homeUnit: of(row.home.organisation) }),
      ...(home !== undefined && { homeSupervisor: home }),
      ...(host !== undefined && { hostSupervisor: host }),
      ...(why !== undefined && { why }),
      entries: [...new Set([...row.entries, ...details.entries])],
      sources: [...new Set([...row.sources, ...details.sources])],
    }
  })

const answer =
  (tables: Tables, { placement, person }: PlacementLegsAsked): TaskEither<RowStoreFault, ReadonlyArray<PlacementLegAnswer>> =>
  async () => {
    const asked = { ...(placement !== undefined && { placement }), ...(person !== undefined && { officer: person }) }
    const rows = await tables.of(placements).where(asked)()
    if (E.isLeft(rows)) return rows
    const details = await tables.of(placementDetails).where(asked)()
    if (E.isLeft(details)) return details
    const labels = await namingIn(tables)()
    if (E.isLeft(labels)) return labels
    const byPlacement = new Map(details.right.map((row) => [row.placement, row]))
    return E.right(
      rows.right.flatMap((row) => {
        const known = byPlacement.get(row.placement)
        return known === undefined || row.state === 'cancelled' ? [] : answersOf(row, known, labels.right)
      }),
    )
  }

/** The legs of placements, each with its hosts, role, city and supervisors. */
export const placementLegs: Question<PlacementLegsAsked, PlacementLegAnswer> = {
  name: 'placement-legs',
  about: 'Each placement leg by leg: host, role, city and supervisors, from which day.',
  parameters: { placement: id('placement', 'only this placement'), person: id('person', 'only those of this officer') },
  reads: [placements, placementDetails, names],
  glance: ['name', 'leg', 'since', 'hosts', 'role', 'place', 'homeSupervisor', 'hostSupervisor'],
  columns: {
    placement: text<PlacementId>(),
    officer: text<PersonId>(),
    name: text(),
    leg: integer,
    since: maybe(date),
    until: maybe(date),
    hosts: namedList<string>(String),
    role: maybe(text()),
    place: maybe(text()),
    homeUnit: maybe(text()),
    homeSupervisor: maybe(text()),
    hostSupervisor: maybe(text()),
    why: maybe(text()),
    ...restingOnColumns,
  },
  answer,
}
