import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { Silence, type Trouble } from './faults.js'

/** A promise that is waited for so long and no longer; what comes of it later is nobody's concern. */
export const within = <A>(ms: number, work: Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Silence(ms)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/** Waits, or stops waiting when the signal aborts. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000

/** How long to wait before a repeat, counted from 0: doubling, and by chance up to half shorter, so that many do not come back at one instant. */
export const pauseBefore = (repeat: number): number => {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(repeat, 10), LONGEST_PAUSE_MS)
  return longest * (0.5 + Math.random() / 2)
}

/** How long something is repeated, and who may end it sooner. */
export interface Patience {
  readonly ms: number
  readonly signal: AbortSignal
}

/**
 * Repeats a call while the server does not answer, as long as patience lasts. Who is sent on to the leader goes there at once, the first time;
 * during an election the one named may be the dead one, so after that there are pauses.
 */
export const patiently = async <A>({ ms, signal }: Patience, attempt: () => Promise<Either<Trouble, A>>): Promise<Either<Trouble, A>> => {
  const since = performance.now()
  let pauses = 0
  let sentOn = false
  for (;;) {
    const answer = await attempt()
    if (E.isRight(answer) || answer.left._tag !== 'NotNow') return answer
    if (signal.aborted) return answer
    if (answer.left.leader !== undefined && !sentOn) {
      sentOn = true
      continue
    }
    const next = pauseBefore(pauses)
    if (performance.now() - since + next > ms) return answer
    pauses += 1
    await pause(next, signal)
  }
}

/** At most so many at once; the others wait in line. */
export const inTurns = (most: number): (<A>(work: () => Promise<A>) => Promise<A>) => {
  const waiting: Array<() => void> = []
  let free = most
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
