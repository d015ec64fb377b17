import * as E from 'fp-ts/lib/Either.js'

/** The value, or the end of the bench: what is measured here must not fail. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)))
}

/** One line of the bench. `ours` and `baseline` are in `unit`; `ratio` is how many times as fast ours is. */
export interface Figure {
  readonly name: string
  readonly ratio: number | null
  readonly ours: number
  readonly baseline: number | null
  readonly unit: 'events/s' | 'commands/s' | 'ms' | 'MiB'
  /** Of the process that ran both sides. */
  readonly peakRssMiB: number
  readonly target: number | null
  readonly oursRange: readonly [number, number]
  readonly baselineRange: readonly [number, number] | null
  readonly runs: number
  readonly size: string
  /** What the baseline selects and writes. */
  readonly baselineIs: string
}

/** One side of a comparison. A run answers with the milliseconds that count; opening and tidying up do not. */
export interface Side {
  readonly name: string
  readonly run: () => number | Promise<number>
}

export type Samples = ReadonlyMap<string, ReadonlyArray<number>>

/** Milliseconds of some work. */
export const timed = async (work: () => unknown): Promise<number> => {
  const since = performance.now()
  await work()
  return performance.now() - since
}

/**
 * What is collected before each run, so that no side pays for what another left behind. `all` where that is many rows. `young` where runs are short
 * and leave little: a full collection also makes the young generation small again and lets go of what the engine learnt of the code, and the run would
 * measure how it gets that back.
 */
export type Collecting = 'all' | 'young'

/** Runs every side `runs` times in turn, in an order that is turned round each time, after one round that does not count. */
export const interleaved = async (sides: ReadonlyArray<Side>, runs: number, collecting: Collecting = 'all'): Promise<Samples> => {
  const samples = new Map(sides.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= runs; round += 1) {
    for (const { name, run } of round % 2 === 0 ? sides : sides.toReversed()) {
      if (collecting === 'all') globalThis.gc?.()
      else globalThis.gc?.({ type: 'minor' })
      const ms = await run()
      if (round > 0) samples.get(name)?.push(ms)
    }
  }
  return samples
}

const sorted = (samples: Samples, side: string): ReadonlyArray<number> => (samples.get(side) ?? []).toSorted((a, b) => a - b)

const median = (inOrder: ReadonlyArray<number>): number => inOrder[Math.floor(inOrder.length / 2)] ?? Number.NaN

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

export const peakRssMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

/** What is measured: how much of it, in which unit, against which side, and what is asked for. */
export interface Measured {
  readonly name: string
  readonly ours: string
  readonly baseline?: string
  readonly count: number
  readonly unit: 'events/s' | 'commands/s' | 'ms'
  readonly target?: number
  readonly size: string
  readonly baselineIs: string
}

/** A figure out of the samples of its sides: medians, and the range of each. */
export const figureOf = (samples: Samples, { name, ours, baseline, count, unit, target, size, baselineIs }: Measured): Figure => {
  const inUnit = (ms: number): number => (unit === 'ms' ? round(ms / count, 2) : Math.round((count / ms) * 1_000))
  const [mine, theirs] = [sorted(samples, ours), baseline === undefined ? undefined : sorted(samples, baseline)]
  const rangeOf = (ms: ReadonlyArray<number>): readonly [number, number] => {
    const [a, b] = [inUnit(ms.at(0) ?? Number.NaN), inUnit(ms.at(-1) ?? Number.NaN)]
    return a < b ? [a, b] : [b, a]
  }
  return {
    name,
    ratio: theirs === undefined ? null : round(median(theirs) / median(mine), 2),
    ours: inUnit(median(mine)),
    baseline: theirs === undefined ? null : inUnit(median(theirs)),
    unit,
    peakRssMiB: peakRssMiB(),
    target: target ?? null,
    oursRange: rangeOf(mine),
    baselineRange: theirs === undefined ? null : rangeOf(theirs),
    runs: mine.length,
    size,
    baselineIs,
  }
}
