import type { Either } from 'fp-ts/lib/Either.js'
import type { Connection, Work } from './connection.js'
import type { Trouble } from './faults.js'
import type { Settled } from './options.js'
import { inTurns, patiently, within } from './patience.js'
import { rawly } from './raw.js'
import { type Reading, takeAll } from './read.js'

/** A read that a client is asked for. */
export type Ask = (client: Parameters<Work<unknown>>[0]) => Reading

/** How everything in this folder speaks with the server: a limited number of calls, each with an end, repeated while nothing is lost by it. */
export interface Calls {
  /** One append or other call with a single answer, once. */
  readonly once: <A>(work: Work<A>) => Promise<Either<Trouble, A>>
  /** A read, whole, from its beginning again while the server does not answer. */
  readonly read: <A, B>(ask: Ask, keep: (found: A) => B) => Promise<Either<Trouble, ReadonlyArray<B>>>
  /** As `read`, without repeating it. */
  readonly readOnce: <A, B>(ask: Ask, keep: (found: A) => B) => Promise<Either<Trouble, ReadonlyArray<B>>>
  /** Aborts when the log closes: nothing is repeated from then on. */
  readonly closing: AbortSignal
}

export const callsOn = (
  { attempt }: Connection,
  { timeoutMs, patienceMs, callsInFlight }: Pick<Settled, 'timeoutMs' | 'patienceMs' | 'callsInFlight'>,
  closing: AbortSignal,
): Calls => {
  const inTurn = inTurns(callsInFlight)

  const once = <A>(work: Work<A>): Promise<Either<Trouble, A>> =>
    // The call has a deadline of its own, told to the server; this one also covers the search for the leader, which that one does not.
    inTurn(() => attempt((client) => within(timeoutMs, work(client))))

  const readOnce = <A, B>(ask: Ask, keep: (found: A) => B): Promise<Either<Trouble, ReadonlyArray<B>>> =>
    inTurn(() =>
      attempt(async (client) => {
        const kept: B[] = []
        await takeAll<A>(rawly(ask(client)), timeoutMs, (found) => kept.push(keep(found)))
        return kept
      }),
    )

  return { once, readOnce, read: (ask, keep) => patiently({ ms: patienceMs, signal: closing }, () => readOnce(ask, keep)), closing }
}
