import type {
  Breakdown,
  CohortCompletion,
  CohortFacts,
  CohortReturn,
  CohortRole,
  Leg,
  MemberDescription,
  MemberIdentity,
} from '../domain/batches/cohort-events.js'
import { type Count, showCount } from '../domain/vocabulary/count.js'
import type { BatchId, CohortId, OrganisationId, PersonId, ProgrammeId } from '../domain/vocabulary/id.js'
import type { Period } from '../domain/vocabulary/period.js'
import { type DayRange, type StatedDate, showDate } from '../domain/vocabulary/stated-date.js'
import { type StartTold, showPeriod, startToldColumns } from './cohorts-period.js'
import type { Columns } from './engine/column.js'
import { count, date, json, list, maybe, namedList, text } from './engine/columns.js'
import { type RestingOn, restingOnColumns } from './resting-on.js'

/** One of the number who is named. */
export type Member = Omit<MemberIdentity, 'cohort'>
/** One of the number who is known by role or post. */
export type Described = Omit<MemberDescription, 'cohort'>
/** The number divided by one criterion. */
export type PartsBy = Omit<Breakdown, 'cohort'>
/** Some of the number who came back before the end. */
export type Return = Omit<CohortReturn, 'cohort'>
/** Some of the number, or all that were left of it, who stayed to the end. */
export type Completion = Omit<CohortCompletion, 'cohort'>

/** A number of officers of a batch, as it is known now. Who the officers are never changes how many they are. */
export interface CohortRow extends CohortFacts, StartTold, RestingOn {
  readonly cohort: CohortId
  readonly batch: BatchId
  readonly programme: ProgrammeId
  /** `completed`: over, by a completion that leaves none of it; `returned`: over, all having come back early. No date moves it. */
  readonly state: 'planned' | 'attached' | 'completed' | 'returned'
  /** As many as are attached; while it is only planned, as many as are planned. */
  readonly size: Count
  /** Of a cohort that was planned before it was attached. */
  readonly plannedSize?: Count
  /** The period as agreed or told, before its start and its extensions were. */
  readonly agreed?: Period
  /** The same with the start on record, and with the end to which it was extended. */
  readonly period?: Period
  readonly startedOn?: StatedDate
  readonly extendedTo?: StatedDate
  /** All of them reported as present. */
  readonly confirmed: ReadonlyArray<DayRange>
  readonly returns: ReadonlyArray<Return>
  /** One without a count is that of the whole cohort. */
  readonly completions: ReadonlyArray<Completion>
  /** The last day of the last of them. */
  readonly overOn?: StatedDate
  readonly breakdowns: ReadonlyArray<PartsBy>
  readonly itinerary?: ReadonlyArray<Leg>
  readonly roles?: ReadonlyArray<CohortRole>
  readonly identified: ReadonlyArray<Member>
  /** Known by role or post, and not identified since. */
  readonly described: ReadonlyArray<Described>
  readonly released: ReadonlyArray<PersonId>
}

/** One criterion, its parts and their counts: `rank: senior =4, middle =6`. */
const showParts = ({ by, parts }: PartsBy): string => `${by}: ${parts.map((part) => `${part.label} ${showCount(part.count)}`).join(', ')}`

const showLeg = ({ place, from, to }: Leg): string =>
  from === undefined && to === undefined ? place : `${place} ${from?.edtf ?? '?'}/${to?.edtf ?? '?'}`

export const cohortColumns: Columns<CohortRow> = {
  cohort: text<CohortId>(),
  batch: text<BatchId>(),
  programme: text<ProgrammeId>(),
  state: text<CohortRow['state']>(),
  size: count,
  plannedSize: maybe(count),
  population: maybe(text()),
  civilServants: maybe(text<'yes' | 'no' | 'mixed'>()),
  direction: maybe(text<'outbound' | 'inbound' | 'both'>()),
  homes: maybe(namedList<OrganisationId>(String)),
  hosts: maybe(namedList<OrganisationId>(String)),
  place: maybe(text()),
  hostPlaces: maybe(namedList<OrganisationId>(String)),
  fields: maybe(namedList<string>(String)),
  agreed: maybe(json<Period>(showPeriod)),
  period: maybe(json<Period>(showPeriod)),
  startedOn: maybe(date),
  extendedTo: maybe(date),
  confirmed: list<DayRange>(({ from, to }) => `${from}/${to}`),
  returns: list<Return>(({ count, on }) => `${showCount(count)} on ${showDate(on)}`),
  completions: list<Completion>(({ count, on }) => `${count === undefined ? 'all' : showCount(count)} on ${showDate(on)}`),
  overOn: maybe(date),
  breakdowns: list<PartsBy>(showParts),
  itinerary: maybe(list<Leg>(showLeg)),
  roles: maybe(list<CohortRole>(({ role, person, counted }) => `${role} ${person} (${counted})`)),
  identified: list<Member>(({ person }) => person),
  described: list<Described>(({ describedAs }) => describedAs),
  released: list<PersonId>(String),
  ...startToldColumns,
  ...restingOnColumns,
}
