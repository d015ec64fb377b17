import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import type { PlacementCommand } from '../../../src/domain/placements/commands.js'
import type { PlacementEvent } from '../../../src/domain/placements/events.js'
import { placement } from '../../../src/domain/placements/placement.js'
import { attachment, id } from './example.js'

// Laws that hold whatever is sent in whatever order, from few values so that commands meet each other.

const on = fc.constantFrom('2024-11', '2024-12-02', '2025-01~', '2025-02-28', '2025-06').map((edtf) => ({ edtf }))
const civil = fc.constantFrom('2024-12-02' as const, '2025-01-10' as const, '2025-04-01' as const)
const why = fc.constantFrom('illness', 'budget')
const at = fc.constant(id)
const kind = fc.constantFrom('attachment' as const, 'course' as const)

const step = fc.constantFrom('department', 'host')
const { partOf: _, kind: __, direction, home, hosts, period, basis, ...nominated } = attachment
const steps = [{ step: 'department' }, { step: 'host' }]
const choices = fc.constantFrom([{ host: 'organisation-cmab' as const }], [])
const ofNomination: ReadonlyArray<fc.Arbitrary<PlacementCommand>> = [
  choices.map((some): PlacementCommand => ({ type: 'Nominate', ...nominated, by: 'organisation-a', choices: some, steps })),
  fc.record({ type: fc.constant('Approve' as const), placement: at, step }),
  fc.record({ type: fc.constant('RefuseNomination' as const), placement: at, step, why }),
  fc.record({ type: fc.constant('Appeal' as const), placement: at, by: fc.constant('officer' as const), why }),
  fc.record({
    type: fc.constant('AnswerAppeal' as const),
    placement: at,
    outcome: fc.constantFrom('allowed' as const, 'dismissed' as const),
  }),
  fc.record({ type: fc.constant('Resubmit' as const), placement: at, choices, steps: fc.constant(steps), why }),
  fc.record({ type: fc.constant('Withdraw' as const), placement: at, by: fc.constant('officer' as const), why }),
]
const inCourse: ReadonlyArray<fc.Arbitrary<PlacementCommand>> = [
  fc.record({ type: fc.constant('RequestExtension' as const), placement: at, to: on, why, on }),
  fc.record({
    type: fc.constant('DecideExtension' as const),
    placement: at,
    outcome: fc.constantFrom('granted' as const, 'refused' as const),
  }),
  fc.record({ type: fc.constant('SuspendPlacement' as const), placement: at, from: on, why }),
  fc.record({ type: fc.constant('ResumePlacement' as const), placement: at, on }),
  fc.record({ type: fc.constant('ChangeLeg' as const), placement: at, from: on, role: why }),
  fc.record({ type: fc.constant('PlanReview' as const), placement: at, due: on }),
]

const command: fc.Arbitrary<PlacementCommand> = fc.oneof(
  kind.map((one): PlacementCommand => ({ type: 'AttachOfficer', ...attachment, kind: one })),
  fc.record({ type: fc.constant('StartPlacement' as const), placement: at, on }),
  fc.record({ type: fc.constant('ConfirmPlacementPeriod' as const), placement: at, from: civil, to: civil }),
  fc.record({ type: fc.constant('CompletePlacement' as const), placement: at, on }),
  fc.record({ type: fc.constant('CurtailPlacement' as const), placement: at, on, by: fc.constant('home' as const), why }),
  fc.record({ type: fc.constant('CancelPlacement' as const), placement: at, why }),
  fc.record({ type: fc.constant('ReceiveReport' as const), placement: at, kind: fc.constant('interim report' as const), on }),
  fc.record({
    type: fc.constant('RecordReflection' as const),
    placement: at,
    author: fc.constantFrom('person-117' as const, 'person-2' as const),
    language: fc.constantFrom('en', 'zh-Hant'),
    points: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('SetReflectionConsent' as const),
    placement: at,
    by: fc.constant('person-117' as const),
    consent: fc.constantFrom('given' as const, 'refused' as const, 'withdrawn' as const),
  }),
  ...ofNomination,
  ...inCourse,
)

const run = (commands: ReadonlyArray<PlacementCommand>): ReadonlyArray<PlacementEvent> => {
  const events: Array<PlacementEvent> = []
  for (const each of commands) {
    const decide = () => placement.decide(each, events.reduce(placement.evolve, placement.initialState))
    const outcome = decide()
    if (E.isLeft(outcome)) continue
    events.push(...outcome.right)
    const again = decide()
    expect(E.isLeft(again) || again.right.length === 0).toBe(true)
  }
  return events
}

const some = fc.array(command, { maxLength: 30 })
const seed = 20241202

test('the same command twice adds nothing; a placement is attached, started and ended once', () => {
  fc.assert(
    fc.property(some, (commands) => {
      const types = run(commands).map(({ type }) => type)
      const times = (...of: ReadonlyArray<PlacementEvent['type']>): number => types.filter((type) => of.includes(type)).length
      expect(times('OfficerAttached')).toBeLessThanOrEqual(1)
      expect(times('PlacementStarted')).toBeLessThanOrEqual(1)
      expect(times('PlacementCompleted', 'PlacementCurtailed', 'PlacementCancelled')).toBeLessThanOrEqual(1)
      expect(times('OfficerNominated')).toBeLessThanOrEqual(1)
      expect(times('ExtensionDecided')).toBeLessThanOrEqual(times('ExtensionRequested'))
      expect(times('PlacementResumed')).toBeLessThanOrEqual(times('PlacementSuspended'))
      if (times('PlacementCancelled') > 0) expect(times('PlacementStarted', 'PlacementPeriodConfirmed')).toBe(0)
    }),
    { seed, numRuns: 500 },
  )
})

test('any part of a history can be folded: voided entries leave gaps', () => {
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.boolean()), command, (commands, kept, next) => {
      const state = run(commands)
        .filter(() => kept.next().value)
        .reduce(placement.evolve, placement.initialState)
      expect(() => [placement.decide(next, state), placement.breaches?.(next, state)]).not.toThrow()
    }),
    { seed, numRuns: 500 },
  )
})
