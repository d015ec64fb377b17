import * as E from 'fp-ts/lib/Either.js'
import type { EventLog, Page } from '../domain/kernel/event-log.js'
import type { StoredEvent } from '../domain/kernel/recorded.js'
import { maskEvent } from './sealing.js'

/** A log for readers who are not to see what is personal: it is hidden in every event, whether it was written sealed or in the clear. */
export const maskedLog = (log: EventLog): EventLog => ({
  ...log,
  readStream: (stream, from) => async () =>
    E.map((events: ReadonlyArray<StoredEvent>) => events.map(maskEvent))(await log.readStream(stream, from)()),
  readAll: (request) => async () =>
    E.map(({ events, ...page }: Page): Page => ({ ...page, events: events.map(maskEvent) }))(await log.readAll(request)()),
  readAt: (position) => async () => E.map((event: StoredEvent | undefined) => event && maskEvent(event))(await log.readAt(position)()),
})
