import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { checkAppend, judgeAppend } from '../../domain/kernel/append-check.js'
import { type Clock, readClock } from '../../domain/kernel/clock.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Appended, EventLog, EventLogFault, LogUnavailable, Page, ReadAll } from '../../domain/kernel/event-log.js'
import { pageLimit } from '../../domain/kernel/read-check.js'
import type { Expected, NewEvent, Position, StoredEvent } from '../../domain/kernel/recorded.js'

/** What a log in memory can be told when it is made. */
export interface MemoryLogOptions {
  /** Where instants of recording come from; the machine's clock where absent. */
  readonly clock?: Clock
}

const CLOSED: LogUnavailable = { _tag: 'LogUnavailable', cause: 'the store is closed' }

const asIndex = (position: Position | 'start'): number => (position === 'start' ? 0 : Number(position < 0n ? 0n : position))

/**
 * A log that lives as long as its process: the reference for every other log, and the one for tests. Positions count from 1 without gaps.
 */
export const memoryLog = (options: MemoryLogOptions = {}): EventLog => {
  const clock = options.clock ?? (() => new Date().toISOString())
  const all: StoredEvent[] = []
  const streams = new Map<StreamName, StoredEvent[]>()
  const ids = new Set<string>()
  const waiters = new Set<() => void>()
  let closed = false

  const whileOpen =
    <A>(answer: () => Either<EventLogFault, A>): TaskEither<EventLogFault, A> =>
    async () =>
      closed ? E.left(CLOSED) : answer()

  const wake = (): void => {
    for (const waiter of [...waiters]) waiter()
  }

  const write = (stream: StreamName, events: ReadonlyArray<NewEvent>, now: string): void => {
    const held = streams.get(stream) ?? []
    for (const { id, type, schema, data, metadata, recordedAt = now } of events) {
      const revision = BigInt(held.length)
      const stored = { id, type, schema, data, metadata, stream, revision, position: BigInt(all.length + 1), recordedAt }
      held.push(stored)
      all.push(stored)
      ids.add(id)
    }
    streams.set(stream, held)
    wake()
  }

  const append = (stream: StreamName, expected: Expected, events: ReadonlyArray<NewEvent>): Either<EventLogFault, Appended> => {
    const checked = checkAppend(stream, events)
    if (E.isLeft(checked)) return checked
    const held = streams.get(stream) ?? []
    const actual = held.at(-1)?.revision ?? 'no-stream'
    const idsFrom = (from: bigint, count: number) => held.slice(Number(from), Number(from) + count).map((event) => event.id)
    const verdict = judgeAppend(stream, expected, events, actual, idsFrom)
    if (E.isLeft(verdict)) return verdict
    if (verdict.right._tag === 'Repeat') return E.right(verdict.right.appended)
    if (events.some((event) => ids.has(event.id))) return E.left({ _tag: 'AppendInvalid', stream, why: 'an id is already used elsewhere' })
    const now = readClock(clock)
    if (now === undefined) return E.left({ _tag: 'LogUnavailable', cause: 'the clock failed' })
    write(stream, events, now)
    return E.right({ first: verdict.right.first, last: verdict.right.last })
  }

  const readAll = (request: ReadAll): Page => {
    const wanted = request.types && new Set(request.types)
    const limit = pageLimit(request.limit)
    const events: StoredEvent[] = []
    let index = asIndex(request.after)
    for (; index < all.length && events.length < limit; index++) {
      const event = all[index]
      if (event !== undefined && (wanted === undefined || wanted.has(event.type))) events.push(event)
    }
    return { events, next: index === asIndex(request.after) ? request.after : BigInt(index), end: index >= all.length }
  }

  const changed =
    (after: Position | 'start', signal: AbortSignal): TaskEither<EventLogFault, void> =>
    () =>
      new Promise((resolve) => {
        const settle = (): void => {
          const news = all.length > asIndex(after)
          if (!closed && !signal.aborted && !news) return
          waiters.delete(settle)
          signal.removeEventListener('abort', settle)
          resolve(closed && !signal.aborted ? E.left(CLOSED) : E.right(undefined))
        }
        waiters.add(settle)
        signal.addEventListener('abort', settle)
        settle()
      })

  return {
    append: (stream, expected, events) => whileOpen(() => append(stream, expected, events)),
    readStream: (stream, from) => whileOpen(() => E.right((streams.get(stream) ?? []).slice(Number(from < 0n ? 0n : from)))),
    readAll: (request) => whileOpen(() => E.right(readAll(request))),
    readAt: (position) => whileOpen(() => E.right(position < 1n ? undefined : all[Number(position) - 1])),
    head: whileOpen(() => E.right(all.at(-1)?.position ?? 'start')),
    changed,
    close: whileOpen(() => {
      closed = true
      wake()
      return E.right(undefined)
    }),
  }
}
