import type { Finished } from './pool.js'
import type { Outcome } from './run.js'

/** All seeds together. */
export interface Report {
  readonly seeds: number
  readonly lost: number
  readonly doubled: number
  readonly falseRefusals: number
  /** Seeds after which read models were not as a rebuild makes them. */
  readonly unequal: number
  readonly openCalls: number
  /** Errors that end a process, and runs that came to no end. */
  readonly deaths: number
  /** Seeds of the control in which something was found. */
  readonly controlFailed: number
  readonly commands: number
  readonly events: number
  readonly wrongs: number
  readonly faults: number
  /** What was found, seed by seed. */
  readonly details: ReadonlyArray<string>
}

const sum = (outcomes: ReadonlyArray<Outcome>, of: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + of(outcome), 0)

const isBad = ({ lost, doubled, falseRefusals, apart, openCalls }: Outcome): boolean =>
  lost + doubled + falseRefusals + apart.length + openCalls > 0

const foundIn = ({ seed, lost, doubled, falseRefusals, apart, openCalls }: Outcome): string =>
  `seed ${seed}: lost ${lost}, doubled ${doubled}, false refusals ${falseRefusals}, unequal rebuilds ${apart.join(' ') || 'none'}, calls left open ${openCalls}`

export const reportOf = (seeds: number, shielded: Finished, control: Finished): Report => {
  const { outcomes } = shielded
  const bad = outcomes.filter(isBad)
  const missing = seeds - outcomes.length - shielded.broken.length
  return {
    seeds,
    lost: sum(outcomes, ({ lost }) => lost),
    doubled: sum(outcomes, ({ doubled }) => doubled),
    falseRefusals: sum(outcomes, ({ falseRefusals }) => falseRefusals),
    unequal: outcomes.filter(({ apart }) => apart.length > 0).length,
    openCalls: sum(outcomes, ({ openCalls }) => openCalls),
    deaths: shielded.deaths.length + shielded.broken.length + missing,
    controlFailed: control.outcomes.filter(isBad).length + control.broken.length,
    commands: sum(outcomes, ({ commands }) => commands),
    events: sum(outcomes, ({ events }) => events),
    wrongs: sum(outcomes, ({ wrongs }) => wrongs),
    faults: sum(outcomes, ({ faults }) => faults),
    details: [
      ...bad.flatMap((outcome) => [foundIn(outcome), ...outcome.found]),
      ...shielded.broken.map(({ seed, why }) => `seed ${seed}: ${why}`),
      ...shielded.deaths.map((why) => `would have ended the process: ${why}`),
    ],
  }
}

/** Whether nothing was found where nothing may be, and something where something must be. */
export const isClean = ({ lost, doubled, falseRefusals, unequal, openCalls, deaths, controlFailed }: Report): boolean =>
  lost + doubled + falseRefusals + unequal + openCalls + deaths === 0 && controlFailed > 0

export const lastLine = ({ seeds, lost, doubled, falseRefusals, unequal, controlFailed }: Report): string =>
  `chaos: ${seeds} seeds, lost ${lost}, doubled ${doubled}, false refusals ${falseRefusals}, unequal rebuilds ${unequal}; control: ${controlFailed} seeds failed`
