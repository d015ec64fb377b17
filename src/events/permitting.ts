import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { isOwnEvent } from '../domain/kernel/entry.js'
import type { FormatFault } from '../domain/kernel/event-format.js'
import type { EventLog, EventLogFault } from '../domain/kernel/event-log.js'
import type { StoredEvent } from '../domain/kernel/recorded.js'
import { evolve, holds, RIGHTS, type Right, type Rights, rights } from '../domain/rights/rights.js'
import { formatOf } from './format.js'
import { rightsEvents } from './rights.js'

/** Whether an account holds a right, by what is on record at this moment. */
export type Permits = (actor: string, right: Right) => Promise<Either<EventLogFault | FormatFault, boolean>>

/** Asks a log. What was read before is kept, so that each question reads only what was recorded since. */
export const permitsOn = (log: EventLog): Permits => {
  const format = formatOf(rightsEvents)
  let next = 0n
  let state: Rights = rights.initialState

  /** Questions may overlap: an event that another one has taken in meanwhile is passed over. */
  const takeIn = (stored: StoredEvent): Either<FormatFault, void> => {
    if (stored.revision < next) return E.right(undefined)
    const decoded = format.decode(stored)
    if (E.isLeft(decoded)) return decoded
    const { event } = decoded.right
    // Entries of rights are never disputed, corrected or voided: what was recorded stands.
    if (isOwnEvent(event)) state = evolve(state, event)
    next = stored.revision + 1n
    return E.right(undefined)
  }

  return async (actor, right) => {
    const stored = await log.readStream(RIGHTS, next)()
    if (E.isLeft(stored)) return stored
    for (const one of stored.right) {
      const taken = takeIn(one)
      if (E.isLeft(taken)) return taken
    }
    return E.right(holds(state, actor, right))
  }
}
