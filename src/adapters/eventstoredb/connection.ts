import type { EventStoreDBClient } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Login } from './address.js'
import type { MakeClient, ShieldedClient } from './client.js'
import { type Trouble, troubleOf } from './faults.js'

/** A piece of work on a client; what it throws becomes a `Trouble`. */
export type Work<A> = (client: EventStoreDBClient) => Promise<A>

/** The way to the server: one client at a time, replaced when it is of no more use. */
export interface Connection {
  readonly attempt: <A>(work: Work<A>) => Promise<Either<Trouble, A>>
  /** The calls that are under way. */
  readonly underWay: () => number
  /** Shuts every client as soon as its calls are over; later calls still work, and are shut after. */
  readonly shut: () => void
}

interface Generation {
  readonly made: ShieldedClient
  calls: number
  retired: boolean
}

/**
 * After an error that means "not here", the next call goes out on a new client: to the leader that the server named, else to whom the address leads.
 * Calls that are still under way keep the old one, which is shut when the last of them is over.
 */
export const connection = (make: MakeClient, login: Login | undefined): Connection => {
  const begin = (made: ShieldedClient): Generation => ({ made, calls: 0, retired: false })
  let current: Generation | undefined
  let leaving = false
  let underWay = 0

  const settleDown = (generation: Generation): void => {
    if (generation.calls > 0 || !(generation.retired || leaving)) return
    generation.made.shut()
    // A call on a client that is shut would end the process.
    if (generation === current) current = undefined
  }

  const retire = (generation: Generation, trouble: Trouble): void => {
    if (generation !== current || trouble._tag !== 'NotNow' || !trouble.reconnect) return
    generation.retired = true
    current = trouble.leader === undefined ? undefined : begin(make(trouble.leader))
  }

  const attempt = async <A>(work: Work<A>): Promise<Either<Trouble, A>> => {
    let generation: Generation | undefined
    underWay += 1
    try {
      current ??= begin(make())
      generation = current
      generation.calls += 1
      return E.right(await work(generation.made.client))
    } catch (error) {
      const trouble = troubleOf(error, login)
      if (generation !== undefined) retire(generation, trouble)
      return E.left(trouble)
    } finally {
      underWay -= 1
      if (generation !== undefined) {
        generation.calls -= 1
        settleDown(generation)
      }
    }
  }

  const shut = (): void => {
    leaving = true
    if (current !== undefined) settleDown(current)
  }

  return { attempt, underWay: () => underWay, shut }
}
