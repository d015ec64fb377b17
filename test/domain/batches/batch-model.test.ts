import * as fc from 'fast-check'
import { expect } from 'vitest'
import { type Batch, batch } from '../../../src/domain/batches/batch.js'
import type { BatchCommand } from '../../../src/domain/batches/commands.js'
import type { BatchEvent } from '../../../src/domain/batches/events.js'
import { about, boundsOfCount, exactly, unknownCount } from '../../../src/domain/vocabulary/count.js'
import { batchCommands, batchEvents } from '../../../src/events/batch.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const one = fc.constant('batch-1')
const programme = fc.constantFrom('programme-1', 'programme-2')
const cohort = fc.constantFrom('batch-1#first', 'batch-1#second')
const day = days('2024', '2024-01-10', '2024-03-20')
const civil = fc.constantFrom('2024-01-05', '2024-02-10')
const count = fc.constantFrom(exactly(1), exactly(2), about(2), unknownCount)
const person = fc.constantFrom('person-1', 'person-2', 'person-3')
const period = fc.oneof(said({}, { start: day }), fc.record({ end: day }))
const amount = fc.constant({ currency: 'HKD', amount: { kind: 'exact', n: 800 } } as const)
const hours = fc.constant({ kind: 'exact', n: 6 } as const)
const payer = { organisation: 'organisation-a', share: 60 } as const
const payers = fc.constantFrom([payer], [payer, payer])

/** The batch, or the cohort that is spoken of and, until that is attached, the batch which it is to come in by. */
const phaseOf = (state: Batch, command: BatchCommand): string => {
  const known = 'cohort' in command ? (state.cohorts.get(command.cohort)?._tag ?? 'NotRecorded') : undefined
  if (known === undefined || state._tag === 'NotRecorded') return state._tag
  if (known === 'Attached') return 'Attached'
  return known === 'Planned' ? `Cohort,${state._tag}` : `NoCohort,${state._tag}`
}

/** Members and departures surely fit in the cohort, and its number never changes. */
const fitsInItsNumber = ({ cohorts }: Batch, history: ReadonlyArray<BatchEvent>): void => {
  for (const [id, known] of cohorts) {
    if (known._tag !== 'Attached') continue
    const { high = Number.POSITIVE_INFINITY } = boundsOfCount(known.size)
    const left = known.departures.reduce((sum, { count: some }) => sum + (some === undefined ? 0 : boundsOfCount(some).low), 0)
    expect(known.identified.length + known.described.length).toBeLessThanOrEqual(high)
    expect(left).toBeLessThanOrEqual(high)
    const attached = history.flatMap((event) => (event.type === 'CohortAttached' && event.cohort === id ? event.size : []))
    expect(attached).toStrictEqual([known.size])
  }
}

aggregateModel({
  aggregate: batch,
  events: batchEvents,
  commands: batchCommands,
  contents: {
    PlanBatch: said({ batch: one, programme }, { theme: fc.constant('law') }),
    OpenBatch: said({ batch: one, programme }, { openedOn: day }),
    OpenCall: fc.record({ batch: one, steps: fc.constantFrom([{ step: 'nomination' }], [{ step: 'selection' }]) }),
    ReviseBatch: said({ batch: one }, { plannedSize: count }),
    CloseBatch: said({ batch: one }, { on: day }),
    RecordBatchCosts: said({ batch: one, item: fc.constant('travel'), amount, basis: fc.constant('actual') }, { payers }),
    RecordBatchHours: said({ batch: one, basis: fc.constant('actual') }, { dutyHours: hours }),
    PlanCohort: said({ cohort, size: count }, { period }),
    AttachCohort: said({ cohort, size: count }, { period }),
    RecordCohortDetail: fc.record({ cohort, period }),
    RecordCohortBreakdown: fc.record({
      cohort,
      by: fc.constant('rank'),
      parts: fc.tuple(fc.record({ label: fc.constant('senior'), count: fc.constantFrom(exactly(1), exactly(3)) })),
    }),
    SetCohortItinerary: fc.record({ cohort, legs: fc.tuple(said({ place: fc.constant('Beijing') }, { from: day, to: day })) }),
    NameCohortRoles: fc.record({
      cohort,
      roles: fc.tuple(fc.record({ role: fc.constant('leader'), person, counted: fc.constantFrom('within', 'beside') })),
    }),
    StartCohort: fc.record({ cohort, on: day }),
    IdentifyMember: said({ cohort, person }, { was: fc.constant('member-1') }),
    DescribeMember: fc.record({ cohort, member: fc.constantFrom('member-1', 'member-2'), describedAs: fc.constantFrom('tall', 'short') }),
    ReleaseMember: fc.record({ cohort, person }),
    ConfirmCohortPeriod: fc.record({ cohort, from: civil, to: civil }),
    ExtendCohort: fc.record({ cohort, end: days('2024', '2024-03-20', '2024-06-30') }),
    RecordCohortReturn: fc.record({ cohort, count, on: day }),
    RecordCohortCompletion: said({ cohort, on: day }, { count }),
  },
  always: fitsInItsNumber,
  together: [['OpenBatch', 'AttachCohort', 'NameCohortRoles', 'IdentifyMember', 'DescribeMember', 'ReleaseMember']],
  phaseOf,
  phases: `
                     | NotRecorded | Planned               | Open                  | Closed
    PlanBatch        | Planned     | nothing refused       | refused               | refused
    OpenBatch        | Open        | Open refused          | nothing refused       | refused
    OpenCall         | refused     | stays nothing         | stays nothing         | refused
    ReviseBatch      | refused     | stays nothing         | stays nothing         | refused
    CloseBatch       | refused     | Closed                | Closed                | nothing refused
    RecordBatchCosts | refused     | stays nothing refused | stays nothing refused | stays nothing refused
    RecordBatchHours | refused     | stays nothing refused | stays nothing refused | stays nothing refused

                           | NotRecorded | NoCohort,Planned | NoCohort,Open | NoCohort,Closed | Cohort,Planned        | Cohort,Open           | Cohort,Closed         | Attached
    PlanCohort             | refused     | Cohort,Planned   | Cohort,Open   | refused         | nothing refused       | nothing refused       | refused               | refused
    AttachCohort           | refused     | refused          | Attached      | refused         | refused               | Attached              | refused               | refused
    RecordCohortDetail     | refused     | refused          | refused       | refused         | stays nothing refused | stays nothing refused | stays nothing refused | stays nothing refused
    RecordCohortBreakdown  | refused     | refused          | refused       | refused         | stays nothing refused | stays nothing refused | stays nothing refused | stays nothing refused
    SetCohortItinerary     | refused     | refused          | refused       | refused         | stays nothing refused | stays nothing refused | stays nothing refused | stays nothing refused
    NameCohortRoles        | refused     | refused          | refused       | refused         | stays nothing         | stays nothing         | stays nothing         | stays nothing refused
    IdentifyMember         | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays nothing refused
    DescribeMember         | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays nothing refused
    ReleaseMember          | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays nothing refused
    StartCohort            | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays stays* nothing refused
    ConfirmCohortPeriod    | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays nothing refused
    ExtendCohort           | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays nothing refused
    RecordCohortReturn     | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays nothing refused
    RecordCohortCompletion | refused     | refused          | refused       | refused         | refused               | refused               | refused               | stays nothing refused
  `,
})
