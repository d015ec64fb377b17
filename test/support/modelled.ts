import { isDeepStrictEqual } from 'node:util'
import type * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import type { Aggregate, Coded, OfType, Tagged } from '../../src/domain/kernel/decider.js'
import type { Commands } from '../../src/events/codec/command.js'
import type { Catalogue } from '../../src/events/codec/versions.js'
import { type PhaseTable, phaseTable } from './phase-table.js'

/** What each command says beside its type: a forgotten command does not compile. Few values, so that commands meet each other. */
export type Contents<C extends Tagged> = { readonly [T in C['type']]: fc.Arbitrary<Omit<OfType<C, T>, 'type'>> }

/** An aggregate, how it is written, what is asked of it, and what its model knows. */
export interface Modelled<C extends Tagged, S, Ev extends Tagged, R extends Coded> {
  readonly aggregate: Aggregate<C, S, Ev, R>
  readonly events: Catalogue<Ev>
  readonly commands: Commands<C>
  readonly contents: Contents<C>
  /** See `phase-table.ts`. It is exact: nothing comes of a command that it does not name, and whatever it names comes of one. */
  readonly phases: string
  /** The phase of what a command speaks of, in the words of the table. */
  readonly phaseOf: (state: S, command: C) => string
  /** What else is so, whatever was recorded. */
  readonly always?: (state: S, history: ReadonlyArray<Ev>) => void
  /** Commands that have a way to go together, though they stand in different tables, or far apart. */
  readonly together?: ReadonlyArray<ReadonlyArray<C['type']>>
  /** Event types that no run here produces, each with the test (from `test/`) in whose scenario it is. */
  readonly elsewhere?: { readonly [T in Ev['type']]?: string }
}

/** Runs are the same every time; what fails is printed with the path to it. */
export const SEED = 20241202
/** Who sends all commands. */
export const ACTOR = 'clerk-7'
/** As many commands as one run may have. */
export const LONGEST = 40

/** A map's keys, as what they are. */
export const keysIn = <M extends object>(map: M): ReadonlyArray<Extract<keyof M, string>> => {
  const keys: Array<Extract<keyof M, string>> = []
  for (const key in map) keys.push(key)
  return keys
}

/** As `expect` has it, by which it is shown, but many times as fast where all is well. */
export const equal = (given: unknown, wanted: unknown, law: string): void => {
  if (!isDeepStrictEqual(given, wanted)) expect(given, law).toStrictEqual(wanted)
}

/** Commands of each type, read from their written form: a content that no file could hold fails the test. */
export const commandsOf = <C extends Tagged, S, Ev extends Tagged, R extends Coded>({
  contents,
  commands,
}: Modelled<C, S, Ev, R>): ReadonlyMap<string, fc.Arbitrary<C>> => {
  const read = <T extends C['type']>(type: T, content: Omit<OfType<C, T>, 'type'>): OfType<C, T> => {
    const written: unknown = JSON.parse(JSON.stringify({ type, ...content }))
    const decoded = commands[type].decode(written)
    return E.isRight(decoded) ? decoded.right : expect.fail(`${type} is not written like that: ${JSON.stringify(content)}`)
  }
  return new Map(keysIn(contents).map((type): [string, fc.Arbitrary<C>] => [type, contents[type].map((content) => read(type, content))]))
}

/** What came of a command: events and the phase they led to, nothing, or a refusal. */
export type Answer = { readonly to: string; readonly flagged: boolean } | 'nothing' | Coded

const outcomeOf = (answer: Answer, phase: string): string => {
  if (answer === 'nothing') return answer
  if ('_tag' in answer) return 'refused'
  return `${answer.to === phase ? 'stays' : answer.to}${answer.flagged ? '*' : ''}`
}

/** What came of all commands, held against the table. */
export interface Answers<C extends Tagged, Ev extends Tagged> {
  readonly table: PhaseTable
  /** Takes down what came of a command in a phase. */
  readonly take: (command: C, phase: string, answer: Answer) => void
  readonly produced: (events: ReadonlyArray<Ev>) => void
  /** One event of each type that was produced, the latest. */
  readonly events: ReadonlyMap<string, Ev>
  /** What the table names and nothing came to. */
  readonly neverSeen: () => ReadonlyArray<string>
}

/** Nothing has come yet. */
export const answersTo = <C extends Tagged, Ev extends Tagged>(phases: string): Answers<C, Ev> => {
  const table = phaseTable(phases)
  const seen = new Set<string>()
  const events = new Map<string, Ev>()
  return {
    table,
    events,
    take: (command, phase, answer) => {
      const outcome = outcomeOf(answer, phase)
      const allowed = table.outcomes(command.type, phase)
      if (!allowed.includes(outcome))
        expect(allowed, `${JSON.stringify(command)} while ${phase}: ${JSON.stringify(answer)}`).toContain(outcome)
      seen.add(`${command.type} while ${phase}: ${outcome}`)
    },
    produced: (some) => {
      for (const event of some) events.set(event.type, event)
    },
    neverSeen: () =>
      table.cells
        .flatMap(({ command, phase, outcomes }) => outcomes.map((one) => `${command} while ${phase}: ${one}`))
        .filter((one) => !seen.has(one)),
  }
}
