import { type AllStreamSubscription, type ReadPosition, streamNameFilter } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { EventLogFault } from '../../domain/kernel/event-log.js'
import type { Position } from '../../domain/kernel/recorded.js'
import type { AllRecords } from './all-records.js'
import type { Connection } from './connection.js'
import { CLOSED, unavailable } from './faults.js'
import type { Settled } from './options.js'
import { pause, pauseBefore, within } from './patience.js'
import { rawly } from './raw.js'
import type { WireRecord } from './stored.js'
import { type ReadingFault, recordOf } from './stream.js'
import { type Listening, listen } from './subscription.js'

/** Rings when the log holds something new. What is new is always read, never taken from here. */
export interface Bell {
  readonly changed: (after: Position | 'start', signal: AbortSignal) => Promise<Either<EventLogFault, void>>
  /** Sends everyone away, and resolves when nothing is left open. */
  readonly close: () => Promise<void>
}

/** What the bell hangs on. */
export interface BellRope {
  readonly connection: Connection
  readonly records: AllRecords
  readonly head: () => Promise<Either<ReadingFault, Position | 'start'>>
  readonly owns: (stream: string) => boolean
  readonly settled: Pick<Settled, 'timeoutMs' | 'bellCheckMs'>
}

type Place = Position | 'start'

interface Waiter {
  readonly after: Place
  readonly settle: (answer: Either<EventLogFault, void>) => void
}

/** What one subscription knows of the end of the log. */
interface Watch {
  newest: Place
  /** It has been confirmed, and the end of the log was looked at since. */
  isLive: boolean
}

// Followers come back after each page: a subscription is kept for them for a while.
const LINGER_MS = 5_000
// What the end of the log shows, a subscription that is alive brings within milliseconds.
const GRACE_MS = 1_000

const isAfter = (place: Place, other: Place): boolean => place !== 'start' && (other === 'start' || place > other)

/**
 * One subscription to $all for all who wait. It ends in many ways: by itself, with an error, in silence, on a node that leads no more. Each time a
 * new one begins where $all ends at that moment, and then everyone looks at the end of the log again: what came before that point is found by
 * the look, what comes after it by the subscription. So nothing hangs on what an earlier one saw, which a failed-over cluster may take back.
 */
export const makeBell = ({ connection, records, head, owns, settled }: BellRope): Bell => {
  const waiters = new Set<Waiter>()
  const leaving = new AbortController()
  let watch: Watch = { newest: 'start', isLive: false }
  let listening: Listening | undefined
  let ringing: Promise<void> | undefined
  let lingering: NodeJS.Timeout | undefined

  const look = (): void => {
    if (!watch.isLive) return
    for (const waiter of [...waiters]) if (isAfter(watch.newest, waiter.after)) waiter.settle(E.right(undefined))
  }

  const noticed = (place: Place): void => {
    if (isAfter(place, watch.newest)) watch.newest = place
    look()
  }

  /**
   * Looks at the end of the log. Who waits after a position that lies beyond it is woken, too: the log took back what it showed, and reading will
   * say so, where waiting would last for ever.
   */
  const endOfLog = async (): Promise<Either<ReadingFault, Place>> => {
    const asking = [...waiters]
    const last = await head()
    if (E.isLeft(last)) return last
    for (const waiter of asking) if (isAfter(waiter.after, last.right)) waiter.settle(E.right(undefined))
    return last
  }

  const hear = (heard: { readonly event?: WireRecord }): void => {
    const record = recordOf(heard)
    if (record !== undefined && owns(record.streamId)) noticed(record.position.commit)
  }

  /** Looks after a subscription until it is over; one that misses what the log shows is over, too. */
  const tend = async (): Promise<void> => {
    const over = listening?.over.then(() => true)
    for (;;) {
      const rest = new AbortController()
      const ended = await Promise.race([over, pause(settled.bellCheckMs, rest.signal)])
      rest.abort()
      if (ended) return
      const last = await endOfLog()
      if (E.isLeft(last)) return
      if (!isAfter(last.right, watch.newest)) continue
      await pause(GRACE_MS, leaving.signal)
      if (isAfter(last.right, watch.newest)) return noticed(last.right)
    }
  }

  const subscribe = (fromPosition: ReadPosition): Promise<Either<EventLogFault | 'over', void>> =>
    connection
      .attempt(async (client): Promise<Either<EventLogFault, void>> => {
        // The server's own records are of no interest; which of the others are, is not for the server to say.
        const filter = streamNameFilter({ regex: '^[^$]' })
        const subscription: AllStreamSubscription = client.subscribeToAll({ fromPosition, filter, requiresLeader: true })
        watch = { newest: 'start', isLive: false }
        listening = listen(rawly(subscription), hear)
        try {
          await within(settled.timeoutMs, listening.confirmed)
          const last = await endOfLog()
          if (E.isLeft(last)) return last
          watch.isLive = true
          noticed(last.right)
          await tend()
          return E.right(undefined)
        } finally {
          watch.isLive = false
          listening.stop()
        }
      })
      .then((done) => {
        if (E.isRight(done)) return done.right
        return E.left(done.left._tag === 'Refused' ? unavailable(done.left.cause) : 'over')
      })

  const once = async (): Promise<Either<EventLogFault | 'over', void>> => {
    const end = await records.before('end', 1)
    if (leaving.signal.aborted) return E.left('over')
    return E.isLeft(end) ? end : subscribe(end.right.at(0)?.position ?? 'start')
  }

  const keepRinging = async (): Promise<void> => {
    let failures = 0
    while (waiters.size > 0 && !leaving.signal.aborted) {
      const since = performance.now()
      const done = await once()
      if (E.isLeft(done) && done.left !== 'over') for (const waiter of [...waiters]) waiter.settle(E.left(done.left))
      failures = performance.now() - since > settled.bellCheckMs ? 0 : failures + 1
      if (waiters.size > 0) await pause(pauseBefore(failures - 1), leaving.signal)
    }
    ringing = undefined
  }

  const settleDown = (): void => {
    clearTimeout(lingering)
    if (waiters.size > 0 || ringing === undefined) return
    lingering = setTimeout(() => listening?.stop(), LINGER_MS)
    lingering.unref()
  }

  const changed: Bell['changed'] = (after, signal) =>
    new Promise((resolve) => {
      const settle = (answer: Either<EventLogFault, void>): void => {
        waiters.delete(waiter)
        signal.removeEventListener('abort', onAbort)
        settleDown()
        resolve(answer)
      }
      const onAbort = (): void => settle(E.right(undefined))
      const waiter: Waiter = { after, settle }
      if (leaving.signal.aborted) return resolve(E.left(CLOSED))
      waiters.add(waiter)
      signal.addEventListener('abort', onAbort)
      if (signal.aborted) return onAbort()
      clearTimeout(lingering)
      look()
      if (waiters.size > 0) ringing ??= keepRinging()
    })

  const close = async (): Promise<void> => {
    leaving.abort()
    clearTimeout(lingering)
    for (const waiter of [...waiters]) waiter.settle(E.left(CLOSED))
    listening?.stop()
    await ringing
  }

  return { changed, close }
}
