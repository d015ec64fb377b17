import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import type { Coded, Outcome, StreamName, Tagged } from '../../src/domain/kernel/decider.js'
import { ACTOR, type Answers, commandsOf, equal, LONGEST, type Modelled, SEED } from './modelled.js'

const WALKS = 200
const WALKS_PER_COMMAND = 100

/**
 * Commands of some types only, different ones each time, or of those of one table, or of those that go together: what is seldom reached among
 * all of them is reached then.
 */
const walksOf = <C extends Tagged, S, Ev extends Tagged, R extends Coded>(
  modelled: Modelled<C, S, Ev, R>,
  { table }: Answers<C, Ev>,
): fc.Arbitrary<ReadonlyArray<C>> => {
  const { together = [] } = modelled
  const few = new Map([...commandsOf(modelled)].map(([type, one]) => [type, fc.sample(one, { seed: SEED, numRuns: 200 })]))
  const walk = (types: ReadonlyArray<string>): fc.Arbitrary<Array<C>> => {
    const some = types.flatMap((type) => few.get(type) ?? [])
    return fc.array(fc.constantFrom(...some), { minLength: 1, maxLength: 2 * LONGEST, size: 'max' })
  }
  const types = fc.oneof(fc.subarray([...table.commands], { minLength: 1 }), fc.constantFrom(...table.groups, ...together))
  return fc.noBias(types.chain(walk))
}

/** Walks without the machinery, and many times as many: rare outcomes come up, too, and voided entries. */
export const walksAsItsPhasesSay = <C extends Tagged, S, Ev extends Tagged, R extends Coded>(
  modelled: Modelled<C, S, Ev, R>,
  answers: Answers<C, Ev>,
): void => {
  const { aggregate, phaseOf, always } = modelled

  const decide = (command: C, state: S): Outcome<Ev, R> => {
    const forbidden = aggregate.forbids?.(command, ACTOR, state)
    return forbidden === undefined ? aggregate.decide(command, state) : E.left(forbidden)
  }

  /** What a command records; it is taken down. */
  const tell = (command: C, state: S): ReadonlyArray<Ev> => {
    const outcome = decide(command, state)
    const phase = phaseOf(state, command)
    if (E.isLeft(outcome)) answers.take(command, phase, outcome.left)
    else if (outcome.right.length === 0) answers.take(command, phase, 'nothing')
    else {
      const flagged = aggregate.breaches?.(command, state).some(({ certainty }) => certainty === 'sure') === true
      answers.take(command, phase, { to: phaseOf(outcome.right.reduce(aggregate.evolve, state), command), flagged })
      answers.produced(outcome.right)
    }
    return E.isLeft(outcome) ? [] : outcome.right
  }

  const walk = (commands: ReadonlyArray<C>, n: number): void => {
    const histories = new Map<StreamName, Array<Ev>>()
    const states = new Map<StreamName, S>()
    for (const command of commands) {
      const stream = aggregate.streamOf(command)
      const before = states.get(stream) ?? aggregate.initialState
      const events = tell(command, before)
      const state = events.reduce(aggregate.evolve, before)
      if (events.length > 0) equal(tell(command, state), [], 'the same command twice adds nothing')
      states.set(stream, state)
      histories.set(stream, [...(histories.get(stream) ?? []), ...events])
    }
    for (const [stream, history] of histories) {
      always?.(states.get(stream) ?? aggregate.initialState, history)
      // A voided entry leaves a gap in what is folded: whatever state comes of that, commands are decided on it.
      const gap = history.toSpliced(n % (history.length + 1), 1).reduce(aggregate.evolve, aggregate.initialState)
      const next = commands[n % commands.length]
      if (next !== undefined) expect(() => [decide(next, gap), aggregate.breaches?.(next, gap)], 'decide never throws').not.toThrow()
    }
  }

  const numRuns = WALKS + WALKS_PER_COMMAND * answers.table.commands.length
  fc.assert(fc.property(walksOf(modelled, answers), fc.nat(LONGEST), walk), { seed: SEED, numRuns })
}
