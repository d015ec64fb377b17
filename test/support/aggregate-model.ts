import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coded, Tagged } from '../../src/domain/kernel/decider.js'
import { exampleEvents } from './example-events.js'
import { keepsTheLaws } from './model-runs.js'
import { walksAsItsPhasesSay } from './model-walks.js'
import { answersTo, commandsOf, type Modelled, SEED } from './modelled.js'

const TESTS = join(import.meta.dirname, '..')

/**
 * The model of an aggregate as tests: it knows the phase alone, and by that what may come of each command. Any run of commands is held against
 * it, and against the laws that every decider keeps: nothing is thrown, whatever was recorded is folded, what is so already adds nothing, what
 * is read back is what was decided, and what is refused is not written.
 */
export const aggregateModel = <C extends Tagged, S, Ev extends Tagged, R extends Coded>(modelled: Modelled<C, S, Ev, R>): void => {
  const { aggregate, events, phaseOf, phases, elsewhere = {} } = modelled

  describe(`the model of the aggregate: ${aggregate.category}`, () => {
    const answers = answersTo<C, Ev>(phases)
    let [isKept, isWalked] = [false, false]

    it('names every command', () => expect(answers.table.commands.toSorted()).toStrictEqual(Object.keys(aggregate.commands).sort()))

    it('answers every run of commands as its phases say, and keeps the laws', async () => {
      await keepsTheLaws(modelled, answers)
      isKept = true
    })

    it('answers every walk as its phases say, which name nothing that never comes of a command', ({ skip }) => {
      skip(!isKept)
      walksAsItsPhasesSay(modelled, answers)
      isWalked = true
      expect(answers.neverSeen(), 'it never comes of a command, or too seldom: say which go `together`').toStrictEqual([])
    })

    it('produces every event type, but for those of a scenario that is named', ({ skip }) => {
      skip(!isWalked)
      expect([...answers.events.keys(), ...Object.keys(elsewhere)].sort()).toStrictEqual(Object.keys(events).sort())
      for (const [type, file] of Object.entries<string | undefined>(elsewhere))
        expect(readFileSync(join(TESTS, file ?? ''), 'utf8'), `${type} in ${file}`).toContain(type)
    })

    it('folds any events in any order, and decides on whatever comes of that', () => {
      const event = fc.constantFrom(...answers.events.values(), ...exampleEvents(events))
      const command = fc.oneof(...commandsOf(modelled).values())
      fc.assert(
        fc.property(fc.array(event, { maxLength: 12, size: 'max' }), command, (history, next) => {
          const state = history.reduce(aggregate.evolve, aggregate.initialState)
          expect(phaseOf(state, next)).toStrictEqual(expect.any(String))
          expect(() => [aggregate.decide(next, state), aggregate.breaches?.(next, state)]).not.toThrow()
        }),
        { seed: SEED, numRuns: 500 },
      )
    })
  })
}
