import type { AppendExpectedRevision } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { checkAppend, nextRevision } from '../../domain/kernel/append-check.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Appended, AppendInvalid, EventLogFault, RevisionConflict } from '../../domain/kernel/event-log.js'
import type { Expected, NewEvent } from '../../domain/kernel/recorded.js'
import type { Calls } from './calls.js'
import { damaged, HIDDEN, readFault, TOMBSTONED, type Trouble, unavailable } from './faults.js'
import { type Proposal, settledByReading } from './in-doubt.js'
import type { Settled } from './options.js'
import { patiently, pause } from './patience.js'
import { lastRevision } from './stream.js'
import { parsedOnce, type Written, written } from './written.js'

const NO_REVISION = 2n ** 63n

/** The server's word for a revision; nothing where it has none, and the client would break over it. */
const wordFor = (expected: Expected): AppendExpectedRevision | undefined => {
  if (expected === 'no-stream') return 'no_stream'
  return expected >= 0n && expected < NO_REVISION ? expected : undefined
}

/** Appends at exactly one revision, as often as it takes to know what became of it. What is wrong in itself is refused before anything is sent. */
export type Append = (stream: StreamName, expected: Expected, events: ReadonlyArray<NewEvent>) => Promise<Either<EventLogFault, Appended>>

// Another's event, of which the server tells in a conflict, was readable 63 ms later at the latest where that was measured, and may never be.
const VISIBLE_WITHIN_MS = 2_000
const LOOK_AGAIN_MS = 10

/** Waits until the revision that a conflict named can be read, so that the next decision does not rest on what it rested on before. */
const untilVisible = async (calls: Calls, stream: StreamName, actual: Expected): Promise<void> => {
  const since = performance.now()
  for (;;) {
    const last = await lastRevision({ ...calls, read: calls.readOnce }, stream)
    if (E.isLeft(last) || actual === 'no-stream') return
    if (last.right !== 'no-stream' && last.right >= actual) return
    if (performance.now() - since > VISIBLE_WITHIN_MS || calls.closing.aborted) return
    await pause(LOOK_AGAIN_MS, calls.closing)
  }
}

const conflict = ({ stream, expected }: Proposal, actual: Expected): RevisionConflict => ({
  _tag: 'RevisionConflict',
  stream,
  expected,
  actual,
})

const tooLarge = (stream: StreamName): AppendInvalid => ({ _tag: 'AppendInvalid', stream, why: 'the append is too large' })

/** A trouble as a fault, where it is sure that nothing was written. */
const sureFault = (proposal: Proposal, trouble: Trouble): EventLogFault => {
  const { stream } = proposal
  switch (trouble._tag) {
    case 'Conflict':
      return conflict(proposal, trouble.actual)
    case 'Tombstoned':
      return damaged(`stream ${stream}`, TOMBSTONED)
    case 'TooLarge':
      return tooLarge(stream)
    case 'Refused':
    case 'NotNow':
      return unavailable(trouble.cause)
    case 'NotFound':
      return readFault(trouble, `stream ${stream}`)
  }
}

/**
 * An append that got no answer, or one that says nothing, is sent again with the same ids at the same revision: the server then either finds it
 * written, or writes it, or says that another was first, and each of these is the truth about the first sending too. It is never sent with
 * "any", which would write it twice.
 */
export const appendOn = (calls: Calls, { timeoutMs, patienceMs, maxAppendBytes }: Settled): Append => {
  const send = async (proposal: Proposal, revision: AppendExpectedRevision, sent: Written['events']) => {
    let doubtful = false
    const answer = await patiently({ ms: patienceMs, signal: calls.closing }, async () => {
      const once = await calls.once((client) =>
        client.appendToStream(proposal.stream, sent, { expectedRevision: revision, requiresLeader: true, deadline: timeoutMs }),
      )
      if (E.isLeft(once) && once.left._tag === 'NotNow' && !once.left.notWritten) doubtful = true
      return once
    })
    return { answer, doubtful }
  }

  return async (stream, expected, events) => {
    const parsed = parsedOnce()
    const fine = checkAppend(stream, events, parsed.reads)
    if (E.isLeft(fine)) return fine
    const proposal: Proposal = { stream, expected, events }
    const revision = wordFor(expected)
    if (revision === undefined) {
      const actual = await lastRevision(calls, stream)
      return E.left(E.isLeft(actual) ? readFault(actual.left, `stream ${stream}`) : conflict(proposal, actual.right))
    }
    const sent = written(events, parsed)
    if (sent.bytes > maxAppendBytes) return E.left(tooLarge(stream))
    const { answer, doubtful } = await send(proposal, revision, sent.events)
    const first = nextRevision(expected)
    const last = first + BigInt(events.length) - 1n
    if (E.isRight(answer)) {
      const { nextExpectedRevision, position } = answer.right
      // Numbering that goes on from before: the stream was deleted softly, and what it said does not count any more.
      if (nextExpectedRevision !== last) return E.left(damaged(`stream ${stream}`, HIDDEN))
      return position === undefined
        ? settledByReading(calls, proposal, 'the server found the events, and does not show them')
        : E.right({ first, last })
    }
    if (answer.left._tag === 'Conflict') {
      await untilVisible(calls, stream, answer.left.actual)
      return E.left(conflict(proposal, answer.left.actual))
    }
    if (!doubtful || answer.left._tag === 'Tombstoned') return E.left(sureFault(proposal, answer.left))
    return settledByReading(calls, proposal, 'cause' in answer.left ? answer.left.cause : answer.left._tag)
  }
}
