import { hash } from 'node:crypto'

/** Chances that hang on a seed and on what they are for, not on the order in which they are taken: what runs side by side meets the same fates. */
export interface Seeded {
  /** From 0 to below 1, the same for the same words. */
  readonly chance: (...of: ReadonlyArray<string | number>) => number
  /** A whole number from `low` to `high`. */
  readonly between: (low: number, high: number, ...of: ReadonlyArray<string | number>) => number
  readonly oneOf: <const A>(values: readonly [A, ...A[]], ...of: ReadonlyArray<string | number>) => A
  /** A version 7 id. */
  readonly commandId: (...of: ReadonlyArray<string | number>) => string
}

const FIRST_INSTANT = 0x0193_0000_0000

export const seeded = (seed: number): Seeded => {
  const digest = (of: ReadonlyArray<string | number>): string => hash('sha256', JSON.stringify([seed, ...of]), 'hex')
  const chance: Seeded['chance'] = (...of) => Number.parseInt(digest(of).slice(0, 12), 16) / 2 ** 48
  const between: Seeded['between'] = (low, high, ...of) => low + Math.floor(chance(...of) * (high - low + 1))
  return {
    chance,
    between,
    oneOf: (values, ...of) => values[between(0, values.length - 1, ...of)] ?? values[0],
    commandId: (...of) => {
      const hex = digest(['id', ...of])
      const time = (FIRST_INSTANT + (Number.parseInt(hex.slice(0, 8), 16) % 1_000_000)).toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(9, 12)}-8${hex.slice(13, 16)}-${hex.slice(16, 28)}`
    },
  }
}
