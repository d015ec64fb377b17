import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { OrganisationKind } from '../../domain/organisations/events.js'
import { type Count, showCount } from '../../domain/vocabulary/count.js'
import type { BatchId, CohortId, OrganisationId, ProgrammeId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import { plannedEnd } from '../../domain/vocabulary/period.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import { showPeriod } from '../cohorts-period.js'
import type { CohortRow } from '../cohorts-row.js'
import { count, date, integer, json, maybe, namedList, text, UNKNOWN } from '../engine/columns.js'
import { choice, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { organisations } from '../organisations.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type Naming, namingIn } from './parts/naming.js'

/** What a cohort has to be of, and which way it goes; absent: any. One whose direction nobody states goes none of the ways. */
export interface CohortsAsked {
  readonly programme?: ProgrammeId
  readonly batch?: BatchId
  readonly direction?: 'outbound' | 'inbound' | 'both'
}

/** A number of officers of a batch: how many, how many of them are known, where from and where to, as far as it is told. */
export interface CohortAnswer extends RestingOn {
  readonly cohort: CohortId
  readonly batch: BatchId
  readonly name: string
  readonly programme: ProgrammeId
  readonly state: CohortRow['state']
  readonly size: Count
  readonly population?: string
  readonly civilServants?: 'yes' | 'no' | 'mixed'
  /** So many are named: "0 of 10". */
  readonly identified: Share
  /** Known by role or post, and not by name. */
  readonly described: number
  readonly direction?: 'outbound' | 'inbound' | 'both'
  readonly place?: string
  readonly hostPlaces?: NamedList<string>
  readonly hosts?: NamedList<string>
  /** How many homes of each kind: a grade is not a department. */
  readonly homes?: NamedList<OfKind>
  readonly fields?: NamedList<string>
  readonly period: string
  readonly plannedEnd?: StatedDate
}

/** So many of a number. */
export interface Share {
  readonly n: number
  readonly of: Count
}

/** Organisations of one kind; of one that is not on record the kind is not known. */
export interface OfKind {
  readonly kind?: OrganisationKind
  readonly n: number
}

const showShare = ({ n, of }: Share): string => `${n} of ${of.kind === 'exact' ? of.n : showCount(of)}`

const byKind = (homes: NamedList<OrganisationId>, kinds: ReadonlyMap<OrganisationId, OrganisationKind>): NamedList<OfKind> => {
  const counted = homes.items.reduce(
    (counts, home) => counts.set(kinds.get(home), (counts.get(kinds.get(home)) ?? 0) + 1),
    new Map<OrganisationKind | undefined, number>(),
  )
  return { ...homes, items: [...counted].map(([kind, n]) => ({ ...(kind !== undefined && { kind }), n })) }
}

const named = (list: NamedList<OrganisationId>, { of }: Naming): NamedList<string> => ({ ...list, items: list.items.map(of) })

const answerOf = (row: CohortRow, labels: Naming, kinds: ReadonlyMap<OrganisationId, OrganisationKind>): CohortAnswer => {
  const { cohort, batch, programme, state, size, population, civilServants, identified, described, direction, place, fields } = row
  const { hostPlaces, hosts, homes, period = {}, entries, sources } = row
  const end = plannedEnd(period)
  return {
    cohort,
    batch,
    name: labels.of(batch),
    programme,
    state,
    size,
    ...(population !== undefined && { population }),
    ...(civilServants !== undefined && { civilServants }),
    identified: { n: identified.length, of: size },
    described: described.length,
    ...(direction !== undefined && { direction }),
    ...(place !== undefined && { place }),
    ...(hostPlaces !== undefined && { hostPlaces: named(hostPlaces, labels) }),
    ...(hosts !== undefined && { hosts: named(hosts, labels) }),
    ...(homes !== undefined && { homes: byKind(homes, kinds) }),
    ...(fields !== undefined && { fields }),
    period: showPeriod(period),
    ...(end !== undefined && { plannedEnd: end }),
    entries,
    sources,
  }
}

const answer =
  (tables: Tables, asked: CohortsAsked): TaskEither<RowStoreFault, ReadonlyArray<CohortAnswer>> =>
  async () => {
    const rows = await tables.of(cohorts).where(asked)()
    if (E.isLeft(rows)) return rows
    const known = await tables.of(organisations).where({})()
    if (E.isLeft(known)) return known
    const labels = await namingIn(tables)()
    if (E.isLeft(labels)) return labels
    const kinds = new Map(known.right.map(({ organisation, kind }) => [organisation, kind]))
    return E.right(rows.right.map((row) => answerOf(row, labels.right, kinds)))
  }

/** The cohorts on record, planned ones among them. */
export const cohortsOnRecord: Question<CohortsAsked, CohortAnswer> = {
  name: 'cohorts',
  about: 'Cohorts on record: size, how many are identified, direction, place, homes by kind, hosts, fields, period.',
  parameters: {
    programme: id('programme', 'only those of this programme'),
    batch: id('batch', 'only those of this batch'),
    direction: choice('only those that go this way', 'outbound', 'inbound', 'both'),
  },
  reads: [cohorts, organisations, batches, names],
  glance: ['name', 'size', 'population', 'direction', 'place', 'identified', 'period', 'plannedEnd'],
  columns: {
    cohort: text<CohortId>(),
    batch: text<BatchId>(),
    name: text(),
    programme: text<ProgrammeId>(),
    state: text<CohortRow['state']>(),
    size: count,
    population: maybe(text()),
    civilServants: maybe(text<'yes' | 'no' | 'mixed'>()),
    identified: json<Share>(showShare),
    described: integer,
    direction: maybe(text<'outbound' | 'inbound' | 'both'>()),
    place: maybe(text()),
    hostPlaces: maybe(namedList<string>(String)),
    hosts: maybe(namedList<string>(String)),
    homes: maybe(namedList<OfKind>(({ kind = UNKNOWN, n }) => `${kind} ${n}`)),
    fields: maybe(namedList<string>(String)),
    period: text(),
    plannedEnd: maybe(date),
    ...restingOnColumns,
  },
  answer,
}
