import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { nextRevision } from '../../domain/kernel/append-check.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Appended, EventLogFault } from '../../domain/kernel/event-log.js'
import type { Expected, NewEvent } from '../../domain/kernel/recorded.js'
import type { Calls } from './calls.js'
import { inDoubt } from './faults.js'
import { idsFrom, lastRevision } from './stream.js'

/** An append as it was asked for. */
export interface Proposal {
  readonly stream: StreamName
  readonly expected: Expected
  readonly events: ReadonlyArray<NewEvent>
}

/**
 * The last word on an append that the server would not answer for: what stands in the stream. Its own events: committed. Another's at their place:
 * lost, and told as the conflict that it is. Nothing yet: it may still come, which only `AppendInDoubt` says.
 */
export const settledByReading = async (calls: Calls, proposal: Proposal, cause: string): Promise<Either<EventLogFault, Appended>> => {
  const { stream, expected, events } = proposal
  const first = nextRevision(expected)
  // Patience was spent on the append: these are asked once.
  const impatient: Calls = { ...calls, read: calls.readOnce }
  const held = await idsFrom(impatient, stream, first, events.length)
  if (E.isLeft(held)) return E.left(inDoubt(stream, cause))
  if (held.right.length === 0) return E.left(inDoubt(stream, cause))
  if (events.every(({ id }, i) => held.right[i] === id)) return E.right({ first, last: first + BigInt(events.length) - 1n })
  const actual = await lastRevision(impatient, stream)
  return E.left(E.isLeft(actual) ? inDoubt(stream, cause) : { _tag: 'RevisionConflict', stream, expected, actual: actual.right })
}
