import { boundsOfCount, type Count } from '../vocabulary/count.js'
import { sumCounts } from '../vocabulary/count-sum.js'
import type { PersonId } from '../vocabulary/id.js'
import type { Period } from '../vocabulary/period.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  Breakdown,
  CohortCompleted,
  CohortDetail,
  CohortEvent,
  CohortExtension,
  CohortFacts,
  CohortPeriod,
  CohortPlanned,
  CohortReturned,
  CohortRole,
  Itinerary,
  MemberDescription,
  MemberIdentity,
} from './cohort-events.js'
import type { BatchKeys } from './events.js'

/**
 * A cohort as far as decisions need it. Being over is no phase: it follows from who left (`overOn`), and what is learned late of a cohort that
 * is over is still taken in.
 */
export type Cohort =
  | ({ readonly _tag: 'NotRecorded' } & Told)
  | ({ readonly _tag: 'Planned'; readonly size: Count; readonly plan: CohortPlanned } & Told)
  | AttachedCohort

export type AttachedCohort = { readonly _tag: 'Attached'; readonly size: Count } & Told

/** What was told of it, in any phase: where an attachment was voided and entered anew, the new one finds this again. */
interface Told {
  readonly facts: CohortFacts
  readonly breakdowns: ReadonlyArray<Breakdown>
  readonly itinerary?: Itinerary
  readonly roles: ReadonlyArray<CohortRole>
  readonly identified: ReadonlyArray<MemberIdentity>
  /** Those described and not identified since. */
  readonly described: ReadonlyArray<MemberDescription>
  readonly released: ReadonlyArray<PersonId>
  readonly startedOn?: StatedDate
  readonly confirmed: ReadonlyArray<CohortPeriod>
  readonly extension?: CohortExtension
  readonly departures: ReadonlyArray<CohortReturned | CohortCompleted>
}

export const noCohort: Cohort = {
  _tag: 'NotRecorded',
  facts: {},
  breakdowns: [],
  roles: [],
  identified: [],
  described: [],
  released: [],
  confirmed: [],
  departures: [],
}

/** What is told later stands beside what was told before; of a period, each of its parts. */
export const withFacts = (before: CohortFacts, told: CohortFacts): CohortFacts => ({
  ...before,
  ...told,
  ...(told.period !== undefined && { period: { ...before.period, ...told.period } }),
})

/** One person in one role stands once, as last named. */
export const withRoles = (before: ReadonlyArray<CohortRole>, named: ReadonlyArray<CohortRole>): ReadonlyArray<CohortRole> => [
  ...before.filter((old) => !named.some(({ role, person }) => role === old.role && person === old.person)),
  ...named,
]

export const withMember = (cohort: Cohort, member: MemberIdentity): Cohort => ({
  ...cohort,
  identified: [...cohort.identified, member],
  described: cohort.described.filter((described) => described.member !== member.was),
})

export const evolveCohort = (cohort: Cohort, event: CohortEvent): Cohort => {
  switch (event.type) {
    case 'CohortPlanned':
      return cohort._tag === 'Attached'
        ? cohort
        : { ...cohort, _tag: 'Planned', size: event.size, plan: event, facts: withFacts(cohort.facts, factsIn(event)) }
    case 'CohortAttached':
      // The period of the attachment stands instead of the planned one: a plan's end says nothing of a start that moved.
      return { ...cohort, _tag: 'Attached', size: event.size, facts: { ...cohort.facts, ...factsIn(event) } }
    case 'CohortDetailRecorded':
      return { ...cohort, facts: withFacts(cohort.facts, factsIn(event)) }
    case 'CohortStarted':
      return { ...cohort, startedOn: event.on }
    case 'CohortBreakdownRecorded':
      return { ...cohort, breakdowns: [...cohort.breakdowns.filter(({ by }) => by !== event.by), event] }
    case 'CohortItinerarySet':
      return { ...cohort, itinerary: event }
    case 'CohortRolesNamed':
      return { ...cohort, roles: withRoles(cohort.roles, event.roles) }
    case 'MemberIdentified':
      return { ...withMember(cohort, event), released: cohort.released.filter((person) => person !== event.person) }
    case 'MemberDescribed':
      return { ...cohort, described: [...cohort.described, event] }
    case 'MemberReleased':
      return {
        ...cohort,
        identified: cohort.identified.filter(({ person }) => person !== event.person),
        released: [...cohort.released, event.person],
      }
    case 'CohortPeriodConfirmed':
      return { ...cohort, confirmed: [...cohort.confirmed, event] }
    case 'CohortExtended':
      return { ...cohort, extension: event }
    case 'CohortReturned':
    case 'CohortCompleted':
      return { ...cohort, departures: [...cohort.departures, event] }
  }
}

type Telling = BatchKeys & CohortDetail & { readonly type: CohortEvent['type']; readonly size?: Count }

/** What an event tells of the officers, without its keys and their number. */
export const factsIn = ({ type, batch, programme, cohort, size, ...facts }: Telling): CohortFacts => facts

/** The period as it is now known: the start on record and the latest extension before what was agreed. */
export const presentPeriod = ({ facts, startedOn, extension }: Cohort): Period => ({
  ...facts.period,
  ...(startedOn !== undefined && { start: startedOn }),
  ...(extension !== undefined && { end: extension.end }),
})

/** The start to judge an end by: once days of presence are on record, the agreed start proves nothing. */
export const knownStart = ({ facts, startedOn, confirmed }: Cohort): StatedDate | undefined =>
  startedOn ?? (confirmed.length === 0 ? facts.period?.start : undefined)

/** The last day of the last: the cohort completed as a whole, or all of its number are known to have left. */
export const overOn = ({ size, departures }: AttachedCohort): StatedDate | undefined => {
  const whole = departures.find((departure) => departure.type === 'CohortCompleted' && departure.count === undefined)
  if (whole !== undefined) return whole.on
  const { high } = boundsOfCount(size)
  const left = sumCounts(departures.flatMap(({ count }) => count ?? [])).low
  return high !== undefined && left >= high ? departures.at(-1)?.on : undefined
}
