import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { batch } from '../../../src/domain/batches/batch.js'
import type { BatchCommand } from '../../../src/domain/batches/commands.js'
import type { BatchEvent } from '../../../src/domain/batches/events.js'
import { about, boundsOfCount, type Count, exactly } from '../../../src/domain/vocabulary/count.js'

// Laws that hold whatever is sent in whatever order, from few ids and values so that commands meet each other.

const keys = { batch: 'batch-a', programme: 'programme-a' } as const
const day = fc.constantFrom('2024', '2024-01', '2024-01-10', '2024-02-01~', '2024-03-20').map((edtf) => ({ edtf }))
const civil = fc.constantFrom('2024-01-05' as const, '2024-02-10' as const, '2024-04-01' as const)
const count: fc.Arbitrary<Count> = fc.constantFrom(exactly(1), exactly(2), about(3), { kind: 'unknown' })
const person = fc.constantFrom('person-1' as const, 'person-2' as const, 'person-3' as const, 'person-4' as const)
const member = fc.constantFrom('member-1', 'member-2')
const cohort = fc.constantFrom('batch-a#1' as const, 'batch-a#2' as const)
const period = fc.record({ start: day }, { requiredKeys: [] })

const command: fc.Arbitrary<BatchCommand> = fc.oneof(
  fc.record({ type: fc.constant('PlanBatch' as const), batch: fc.constant(keys.batch), programme: fc.constant(keys.programme) }),
  fc.record({ type: fc.constant('OpenBatch' as const), batch: fc.constant(keys.batch), programme: fc.constant(keys.programme) }),
  fc.record({ type: fc.constant('ReviseBatch' as const), batch: fc.constant(keys.batch), plannedSize: count }),
  fc.record({ type: fc.constant('PlanCohort' as const), cohort, size: count }),
  fc.record({ type: fc.constant('AttachCohort' as const), cohort, size: count, period }),
  fc.record({ type: fc.constant('RecordCohortDetail' as const), cohort, period }),
  fc.record({ type: fc.constant('StartCohort' as const), cohort, on: day }),
  fc.record({ type: fc.constant('IdentifyMember' as const), cohort, person, was: member }, { requiredKeys: ['type', 'cohort', 'person'] }),
  fc.record({ type: fc.constant('DescribeMember' as const), cohort, member, describedAs: fc.constantFrom('tall', 'short') }),
  fc.record({ type: fc.constant('ReleaseMember' as const), cohort, person }),
  fc.record({
    type: fc.constant('NameCohortRoles' as const),
    cohort,
    roles: fc.array(fc.record({ role: fc.constant('leader'), person, counted: fc.constantFrom('within' as const, 'beside' as const) })),
  }),
  fc.record({ type: fc.constant('ConfirmCohortPeriod' as const), cohort, from: civil, to: civil }),
  fc.record({ type: fc.constant('ExtendCohort' as const), cohort, end: day }),
  fc.record({ type: fc.constant('RecordCohortReturn' as const), cohort, count, on: day }),
  fc.record({ type: fc.constant('RecordCohortCompletion' as const), cohort, on: day, count }, { requiredKeys: ['type', 'cohort', 'on'] }),
)

const run = (commands: ReadonlyArray<BatchCommand>, from = batch.initialState) => {
  const events: Array<BatchEvent> = []
  let state = from
  for (const each of commands) {
    const outcome = batch.decide(each, state)
    if (E.isRight(outcome)) {
      events.push(...outcome.right)
      state = outcome.right.reduce(batch.evolve, state)
    }
    const again = batch.decide(each, state)
    if (E.isRight(outcome)) expect(E.isLeft(again) || again.right.length === 0).toBe(true)
  }
  return { events, state }
}

test('the same command twice adds nothing, and what was recorded can be replayed', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const { events, state } = run(commands)
      expect(events.reduce(batch.evolve, batch.initialState)).toStrictEqual(state)
      for (const event of events) expect(batch.subjectOf(event)).toBe(keys.batch)
    }),
    { seed: 20231218, numRuns: 500 },
  )
})

test('members and departures surely fit in the cohort, and its number never changes', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const { events, state } = run(commands)
      for (const [id, known] of state.cohorts) {
        if (known._tag !== 'Attached') continue
        const { high = Number.POSITIVE_INFINITY } = boundsOfCount(known.size)
        const left = known.departures.reduce((sum, { count: some }) => sum + (some === undefined ? 0 : boundsOfCount(some).low), 0)
        expect(known.identified.length + known.described.length).toBeLessThanOrEqual(high)
        expect(left).toBeLessThanOrEqual(high)
        expect(events.flatMap((event) => (event.type === 'CohortAttached' && event.cohort === id ? event.size : []))).toStrictEqual([
          known.size,
        ])
      }
    }),
    { seed: 20231218, numRuns: 500 },
  )
})

test('any part of a history can be folded: voided entries leave gaps', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), fc.infiniteStream(fc.boolean()), command, (commands, kept, next) => {
      const left = run(commands).events.filter(() => kept.next().value)
      const state = left.reduce(batch.evolve, batch.initialState)
      expect(() => [batch.decide(next, state), batch.breaches?.(next, state)]).not.toThrow()
    }),
    { seed: 20231218, numRuns: 500 },
  )
})
