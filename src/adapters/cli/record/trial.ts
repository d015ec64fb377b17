import * as E from 'fp-ts/lib/Either.js'
import { judgeAppend } from '../../../domain/kernel/append-check.js'
import type { StreamName } from '../../../domain/kernel/decider.js'
import type { EventLog, EventLogFault } from '../../../domain/kernel/event-log.js'
import type { KeyStore } from '../../../domain/kernel/key-store.js'
import type { StoredEvent } from '../../../domain/kernel/recorded.js'

/**
 * A log that begins as another one stands and keeps what is added to itself: streams are copied when they are first asked for, so that a trial
 * costs what its commands touch, however large the ledger. Positions of what is added mean nothing.
 */
export const trialOn = (log: EventLog): EventLog => {
  const streams = new Map<StreamName, Array<StoredEvent>>()

  const held = async (stream: StreamName): Promise<E.Either<EventLogFault, Array<StoredEvent>>> => {
    const known = streams.get(stream)
    if (known !== undefined) return E.right(known)
    const stored = await log.readStream(stream, 0n)()
    if (E.isLeft(stored)) return stored
    const copy = [...stored.right]
    streams.set(stream, copy)
    return E.right(copy)
  }

  return {
    append: (stream, expected, events) => async () => {
      const before = await held(stream)
      if (E.isLeft(before)) return before
      const all = before.right
      const idsFrom = (from: bigint, count: number) => all.slice(Number(from), Number(from) + count).map(({ id }) => id)
      const verdict = judgeAppend(stream, expected, events, all.at(-1)?.revision ?? 'no-stream', idsFrom)
      if (E.isLeft(verdict)) return verdict
      if (verdict.right._tag === 'Repeat') return E.right(verdict.right.appended)
      const { first, last } = verdict.right
      const now = new Date().toISOString()
      all.push(...events.map((event, index) => ({ recordedAt: now, ...event, stream, revision: first + BigInt(index), position: 0n })))
      return E.right({ first, last })
    },
    readStream: (stream, from) => async () => E.map((events: ReadonlyArray<StoredEvent>) => events.slice(Number(from)))(await held(stream)),
    readAll: (request) => log.readAll(request),
    readAt: (position) => log.readAt(position),
    head: () => log.head(),
    changed: (after, signal) => log.changed(after, signal),
    // The log behind it belongs to whoever opened that.
    close: async () => E.right(undefined),
  }
}

/** Keys for a trial: those that are held may be read, new ones are gone with it, and none is destroyed. */
export const trialKeys = (keys: KeyStore): KeyStore => {
  const made = new Map<string, Uint8Array>()
  return {
    ...keys,
    held: (people) => async () =>
      E.map((held: ReadonlyMap<string, Uint8Array | 'destroyed'>) => new Map([...made, ...held]))(await keys.held(people)()),
    keep: (person, key) => async () => {
      made.set(person, made.get(person) ?? key)
      return E.right(made.get(person) ?? key)
    },
    destroy: () => async () => E.right(undefined),
  }
}
