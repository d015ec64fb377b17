import { setTimeout as pause } from 'node:timers/promises'
import { type Failure, notReady, thrownByHandler, timedOut, tooBusy, unknownError } from '../support/eventstoredb/failures.js'
import type { AppendFate, AppendSeen, Faults, ReadFate, ReadSeen } from '../support/eventstoredb/faults.js'
import type { Seeded } from './seeded.js'

// What goes wrong with single calls. A fate hangs on the seed, on what is called and how often that was called before, not on the clock.

/** How long the shields wait for one call: what is slower comes too late. */
export const LATE_MS = 300

export interface WeatherOptions {
  readonly lateMs: number
  /** Told of every call that does not go well. */
  readonly wrong?: () => void
}

const failures = (): readonly [Failure, ...Failure[]] => [
  notReady(),
  tooBusy(),
  timedOut(),
  timedOut('Forwarding timeout'),
  thrownByHandler(),
  unknownError('Could not recognize this'),
]

const counter = (): ((key: string) => number) => {
  const seen = new Map<string, number>()
  return (key) => {
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return before
  }
}

/** Picks by weight: the weights of all come to less than 1, the rest is served. */
const pick = <A>(chance: number, ...of: ReadonlyArray<readonly [weight: number, fate: A]>): A | undefined => {
  let sum = 0
  for (const [weight, fate] of of) {
    sum += weight
    if (chance < sum) return fate
  }
  return undefined
}

const appendFates = (seeded: Seeded, { lateMs, wrong }: WeatherOptions): ((seen: AppendSeen) => AppendFate | Promise<AppendFate>) => {
  const count = counter()
  return ({ stream, events }) => {
    // The ledger's key is no part of the story.
    if (stream.startsWith('programmeLedger-')) return 'serve'
    const id = events[0]?.id ?? ''
    const nth = count(id)
    const fail = seeded.oneOf(failures(), 'failure', id, nth)
    const fate = pick<AppendFate | 'late' | 'slow'>(
      seeded.chance('append', id, nth),
      [0.04, 'drop'],
      [0.05, 'apply-then-drop'],
      [0.02, 'cut'],
      [0.03, 'apply-then-cut'],
      [0.01, 'end'],
      [0.02, 'apply-then-end'],
      [0.05, { fail }],
      [0.07, { applyThenFail: fail }],
      [0.02, { keepAsPhantom: timedOut() }],
      [0.03, 'late'],
      [0.04, 'slow'],
    )
    if (fate === undefined) return 'serve'
    wrong?.()
    if (fate === 'late') return pause(lateMs * 1.5).then(() => 'serve' as const)
    return fate === 'slow' ? pause(lateMs / 10).then(() => 'serve' as const) : fate
  }
}

const readFates = (seeded: Seeded, { wrong }: WeatherOptions): ((seen: ReadSeen) => ReadFate) => {
  const count = counter()
  return ({ stream, isSubscription }) => {
    const key = isSubscription ? 'subscription' : (stream ?? '$all')
    const nth = count(key)
    const fail = seeded.oneOf(failures(), 'read failure', key, nth)
    const after = seeded.between(0, 5, 'after', key, nth)
    const fate = pick<ReadFate>(
      seeded.chance('read', key, nth),
      [0.01, 'drop'],
      [0.01, 'cut'],
      [0.03, { fail }],
      [0.01, { after, then: 'drop' }],
      [0.01, { after, then: 'cut' }],
      [0.02, { after, then: { fail } }],
      // A subscription may end by itself; a read that ends has ended.
      [isSubscription ? 0.1 : 0, { after, then: 'end' }],
      [isSubscription ? 0.15 : 0, { after, then: { fail } }],
      [isSubscription ? 0.1 : 0, { after, then: 'drop' }],
    )
    if (fate !== undefined) wrong?.()
    return fate ?? 'serve'
  }
}

/** From now on calls go wrong. `faults.clear()` ends it. */
export const begin = (faults: Faults, seeded: Seeded, options: WeatherOptions): void => {
  faults.append = appendFates(seeded, options)
  faults.read = readFates(seeded, options)
}
