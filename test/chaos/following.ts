import * as E from 'fp-ts/lib/Either.js'
import type { EventLogFault } from '../../src/domain/kernel/event-log.js'
import { type Ledger, openLedger } from '../../src/ledger.js'
import type { OpenStore } from '../../src/projections/engine/store.js'

/** Someone who keeps read models up to date, whatever happens. */
export interface Following {
  /** The process that follows ends, and another goes on with its rows. */
  readonly restart: () => void
  /** Resolves once everything up to here is taken in; false where that does not come about in time. */
  readonly reached: (position: bigint, withinMs: number) => Promise<boolean>
  readonly faults: () => number
  /** The longest time between two signs of life, in milliseconds. */
  readonly longestSilence: () => number
  readonly stop: () => Promise<void>
}

/** Opens a ledger, as often as it takes. */
export const openPatiently = async (store: OpenStore, rest: () => Promise<void>, until?: AbortSignal): Promise<Ledger | undefined> => {
  for (;;) {
    const opened = await openLedger(store)
    if (E.isRight(opened)) return opened.right
    if (until?.aborted) return undefined
    await rest()
  }
}

/** Follows a store; rows are the caller's, and outlive each opening. */
export const keepFollowing = (store: OpenStore, rest: () => Promise<void>): Following => {
  const over = new AbortController()
  const waiting = new Set<() => void>()
  let turn = new AbortController()
  let at = -1n
  let faults = 0
  let lastSign = performance.now()
  let longest = 0

  const sign = (position: bigint | undefined): void => {
    const now = performance.now()
    longest = Math.max(longest, now - lastSign)
    lastSign = now
    at = position ?? -1n
    for (const look of [...waiting]) look()
  }
  const failed = async (_fault: unknown): Promise<void> => {
    faults += 1
    await rest()
  }

  const follow = async (ledger: Ledger): Promise<void> => {
    while (!turn.signal.aborted) {
      const followed = await ledger.followUntil(turn.signal, ({ checkpoint }) => sign(checkpoint?.position))
      if (E.isLeft(followed)) await failed(followed.left)
    }
    await closed(ledger)
  }
  const closed = (ledger: Ledger): Promise<E.Either<EventLogFault, void>> => ledger.close()

  const run = async (): Promise<void> => {
    while (!over.signal.aborted) {
      turn = new AbortController()
      const ledger = await openPatiently(store, rest, over.signal)
      if (ledger === undefined) return
      if (over.signal.aborted) turn.abort()
      await follow(ledger)
    }
  }
  const running = run()

  return {
    restart: () => turn.abort(),
    reached: (position, withinMs) =>
      new Promise((resolve) => {
        const settle = (is: boolean): void => {
          clearTimeout(timer)
          waiting.delete(look)
          resolve(is)
        }
        const look = (): void => {
          if (at === position) settle(true)
        }
        const timer = setTimeout(() => settle(false), withinMs)
        waiting.add(look)
        look()
      }),
    faults: () => faults,
    longestSilence: () => longest,
    stop: async () => {
      over.abort()
      turn.abort()
      await running
    },
  }
}
