import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { EventLogFault } from '../../domain/kernel/event-log.js'
import type { Position } from '../../domain/kernel/recorded.js'
import { CLOSED } from './fault.js'

/** Those who wait for news of the log. */
export interface Watch {
  readonly changed: (after: Position | 'start', signal: AbortSignal) => Promise<Either<EventLogFault, void>>
  /** Lets everyone look again: after each own commit. */
  readonly wake: () => void
  /** Sends everyone away: the store is closed. */
  readonly dismiss: () => void
}

// Other processes send no word: while someone waits, the end of the log is looked at ten times a second.
const POLL_MS = 100

/** `head` is asked once per waiter and look; a fault of it ends the wait. */
export const makeWatch = (head: () => Either<EventLogFault, Position | 'start'>): Watch => {
  const waiters = new Set<(closed: boolean) => void>()
  let poll: NodeJS.Timeout | undefined

  const look = (closed = false): void => {
    for (const waiter of [...waiters]) waiter(closed)
  }

  const keepPolling = (): void => {
    if (waiters.size > 0 && poll === undefined) {
      poll = setInterval(look, POLL_MS)
      poll.unref()
    }
    if (waiters.size === 0 && poll !== undefined) {
      clearInterval(poll)
      poll = undefined
    }
  }

  const changed = (after: Position | 'start', signal: AbortSignal): Promise<Either<EventLogFault, void>> =>
    new Promise((resolve) => {
      const settle = (answer: Either<EventLogFault, void>): void => {
        waiters.delete(waiter)
        signal.removeEventListener('abort', onAbort)
        keepPolling()
        resolve(answer)
      }
      const waiter = (closed: boolean): void => {
        const now = closed ? E.left(CLOSED) : head()
        if (E.isLeft(now)) settle(now)
        else if (now.right !== 'start' && (after === 'start' || now.right > after)) settle(E.right(undefined))
      }
      const onAbort = (): void => settle(E.right(undefined))
      signal.addEventListener('abort', onAbort)
      waiters.add(waiter)
      keepPolling()
      if (signal.aborted) onAbort()
      else waiter(false)
    })

  return { changed, wake: () => look(), dismiss: () => look(true) }
}
