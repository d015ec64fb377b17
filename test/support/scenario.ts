import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import type { Coded, Decider, Tagged } from '../../src/domain/kernel/decider.js'

/** Given what was recorded, when a command arrives, then these events, nothing, or a refusal: compared whole. */
export interface Given<C, Ev, R> {
  readonly when: (command: C) => {
    readonly then: (...events: ReadonlyArray<Ev>) => void
    readonly thenNothing: () => void
    readonly thenRefused: (refusal: R) => void
    /** For tables over phases and commands: `records X`, `stays quiet` or the refusal's code. */
    readonly outcome: () => string
  }
}

/** The scenario language of one decider. */
export const scenarios =
  <C extends Tagged, S, Ev extends Tagged, R extends Coded>({ initialState, evolve, decide }: Decider<C, S, Ev, R>) =>
  (...history: ReadonlyArray<Ev>): Given<C, Ev, R> => ({
    when: (command) => {
      const outcome = decide(command, history.reduce(evolve, initialState))
      return {
        then: (...events) => expect(outcome).toStrictEqual(E.right(events)),
        thenNothing: () => expect(outcome).toStrictEqual(E.right([])),
        thenRefused: (refusal) => expect(outcome).toStrictEqual(E.left(refusal)),
        outcome: () => {
          if (E.isLeft(outcome)) return outcome.left._tag
          return outcome.right.length === 0 ? 'stays quiet' : `records ${outcome.right.map(({ type }) => type).join(', ')}`
        },
      }
    },
  })
