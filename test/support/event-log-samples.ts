import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { StreamName } from '../../src/domain/kernel/decider.js'
import type { EventLog, EventLogFault } from '../../src/domain/kernel/event-log.js'
import type { Expected, NewEvent, Position, StoredEvent } from '../../src/domain/kernel/recorded.js'

// Ids and names are fresh, so that the suite also runs on a server that keeps what earlier runs wrote.

/** A stream that no test has used. */
export const freshStream = (): StreamName => `sample-${randomUUID()}`

/** An event with some content, and what a test says of it instead. */
export const anEvent = (said: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'SampleTaken',
  schema: 1,
  data: '{"of":"water"}',
  metadata: '{"actor":"clerk-1"}',
  ...said,
})

export const someEvents = (count: number, said: Partial<NewEvent> = {}): ReadonlyArray<NewEvent> =>
  Array.from({ length: count }, () => anEvent(said))

/** What a task gave, where the test is about something else than its failing. */
export const given = async <A>(task: TaskEither<EventLogFault, A>): Promise<A> => {
  const done = await task()
  if (E.isLeft(done))
    throw new Error(`a step of the test failed: ${JSON.stringify(done.left, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}`)
  return done.right
}

/** A stream that holds so many events. */
export const aStreamOf = async (
  log: EventLog,
  count: number,
): Promise<{ readonly stream: StreamName; readonly events: ReadonlyArray<NewEvent> }> => {
  const stream = freshStream()
  const events = someEvents(count)
  if (count > 0) await given(log.append(stream, 'no-stream', events))
  return { stream, events }
}

/** The last revision of a stream with so many events. */
export const endOf = (count: number): Expected => (count === 0 ? 'no-stream' : BigInt(count - 1))

/** All events after a position, page by page. */
export const readOn = async (
  log: EventLog,
  after: Position | 'start',
  limit = 100,
  types?: ReadonlyArray<string>,
): Promise<ReadonlyArray<StoredEvent>> => {
  const found: StoredEvent[] = []
  for (let from = after; ; ) {
    const page = await given(log.readAll({ after: from, limit, ...(types && { types }) }))
    found.push(...page.events)
    if (page.end) return found
    from = page.next
  }
}

export const idsOf = (events: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<string> => events.map((event) => event.id)
