import type { CohortAttached, CohortEvent, CohortPlanned } from '../domain/batches/cohort-events.js'
import { type AttachedCohort, factsIn, noCohort, overOn, presentPeriod, withFacts, withRoles } from '../domain/batches/cohort-state.js'
import type { OfType } from '../domain/kernel/decider.js'
import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { CohortId } from '../domain/vocabulary/id.js'
import { startTold } from './cohorts-period.js'
import { type CohortRow, cohortColumns } from './cohorts-row.js'
import type { Projection, Reading } from './engine/projection.js'
import { restingOn } from './resting-on.js'

const keys = ({ cohort }: { readonly cohort: CohortId }): ReadonlyArray<CohortId> => [cohort]

/** The row as the domain's own rules on periods and ends take a cohort: they are asked, not repeated. */
const asAttached = (row: CohortRow): AttachedCohort => {
  const { cohort, batch, programme, size, agreed, startedOn, extendedTo, returns, completions } = row
  return {
    ...noCohort,
    _tag: 'Attached',
    size,
    facts: agreed === undefined ? {} : { period: agreed },
    ...(startedOn !== undefined && { startedOn }),
    ...(extendedTo !== undefined && { extension: { cohort, end: extendedTo } }),
    departures: [
      ...returns.map((one) => ({ type: 'CohortReturned', batch, programme, cohort, ...one }) as const),
      ...completions.map((one) => ({ type: 'CohortCompleted', batch, programme, cohort, ...one }) as const),
    ],
  }
}

/** What follows from the rest of the row: the present period, and whether it is over. */
const settled = (row: CohortRow): CohortRow => {
  const known = asAttached(row)
  const period = presentPeriod(known)
  const over = row.state === 'planned' ? undefined : overOn(known)
  return {
    ...row,
    ...(Object.keys(period).length > 0 && { period }),
    ...(over !== undefined && { overOn: over, state: row.completions.length > 0 ? 'completed' : 'returned' }),
  }
}

const nothingTold: Pick<
  CohortRow,
  'confirmed' | 'returns' | 'completions' | 'breakdowns' | 'identified' | 'described' | 'released' | 'startTold'
> = {
  confirmed: [],
  returns: [],
  completions: [],
  breakdowns: [],
  identified: [],
  described: [],
  released: [],
  startTold: [],
}

const opened = (
  row: CohortRow | undefined,
  event: CohortPlanned | CohortAttached,
  state: CohortRow['state'],
  recorded: Recorded<unknown>,
): CohortRow => {
  const { period, ...facts } = factsIn(event)
  const { cohort, batch, programme, size } = event
  const plannedSize = row?.state === 'planned' ? row.size : row?.plannedSize
  return settled({
    ...nothingTold,
    ...row,
    ...facts,
    cohort,
    batch,
    programme,
    state,
    size,
    ...(plannedSize !== undefined && { plannedSize }),
    // The period of the attachment stands instead of the planned one: a plan's end says nothing of a start that moved.
    ...(period !== undefined && { agreed: period }),
    ...restingOn(row, recorded),
  })
}

/** An event that tells more of a cohort on record. */
const later = <T extends CohortEvent['type']>(
  change: (row: CohortRow, event: OfType<CohortEvent, T>, recorded: Recorded<unknown>) => CohortRow,
): Reading<OfType<CohortEvent, T>, CohortId, CohortRow> => ({
  keys,
  evolve: (row, event, _, recorded) => row && { ...settled(change(row, event, recorded)), ...restingOn(row, recorded) },
})

/** The cohorts, one row each. */
export const cohorts: Projection<LedgerEvent, CohortId, CohortRow> = {
  name: 'cohorts',
  version: 1,
  columns: cohortColumns,
  on: {
    CohortPlanned: {
      keys,
      evolve: (row, event, _, recorded) =>
        row === undefined || row.state === 'planned' ? opened(row, event, 'planned', recorded) : { ...row, ...restingOn(row, recorded) },
    },
    CohortAttached: { keys, evolve: (row, event, _, recorded) => opened(row, event, 'attached', recorded) },
    CohortStarted: later<'CohortStarted'>((row, { on }, recorded) => ({ ...row, startedOn: on, ...startTold(row, recorded) })),
    CohortDetailRecorded: later<'CohortDetailRecorded'>((row, event) => {
      const { period, ...facts } = withFacts(row.agreed === undefined ? {} : { period: row.agreed }, factsIn(event))
      return { ...row, ...facts, ...(period !== undefined && { agreed: period }) }
    }),
    CohortBreakdownRecorded: later<'CohortBreakdownRecorded'>((row, { type, batch, programme, cohort, ...breakdown }) => ({
      ...row,
      breakdowns: [...row.breakdowns.filter(({ by }) => by !== breakdown.by), breakdown],
    })),
    CohortItinerarySet: later<'CohortItinerarySet'>((row, { legs }) => ({ ...row, itinerary: legs })),
    CohortRolesNamed: later<'CohortRolesNamed'>((row, { roles }) => ({ ...row, roles: withRoles(row.roles ?? [], roles) })),
    MemberIdentified: later<'MemberIdentified'>((row, { type, batch, programme, cohort, ...member }) => ({
      ...row,
      identified: [...row.identified.filter(({ person }) => person !== member.person), member],
      described: row.described.filter((described) => described.member !== member.was),
      released: row.released.filter((person) => person !== member.person),
    })),
    MemberDescribed: later<'MemberDescribed'>((row, { type, batch, programme, cohort, ...described }) => ({
      ...row,
      described: [...row.described, described],
    })),
    MemberReleased: later<'MemberReleased'>((row, { person }) => ({
      ...row,
      identified: row.identified.filter((member) => member.person !== person),
      released: [...row.released, person],
    })),
    CohortPeriodConfirmed: later<'CohortPeriodConfirmed'>((row, { from, to }, recorded) => ({
      ...row,
      confirmed: [...row.confirmed, { from, to }],
      ...startTold(row, recorded),
    })),
    CohortExtended: later<'CohortExtended'>((row, { end }) => ({ ...row, extendedTo: end })),
    CohortReturned: later<'CohortReturned'>((row, { type, batch, programme, cohort, ...back }, recorded) => ({
      ...row,
      returns: [...row.returns, back],
      ...startTold(row, recorded),
    })),
    CohortCompleted: later<'CohortCompleted'>((row, { on, count }, recorded) => ({
      ...row,
      completions: [...row.completions, { on, ...(count !== undefined && { count }) }],
      ...startTold(row, recorded),
    })),
  },
}
