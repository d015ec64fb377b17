import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { LogDamaged, Page, ReadAll } from '../../domain/kernel/event-log.js'
import { pageLimit } from '../../domain/kernel/read-check.js'
import type { Position, Revision, StoredEvent } from '../../domain/kernel/recorded.js'
import type { Driver } from './driver.js'
import { damaged } from './fault.js'
import type { KnownEnds, Tail } from './known-ends.js'
import { EVENT_AT, LOG_PAGE, lastOf, linksAfter, linksIn, STREAM_PAGE, TAIL, toText, verify } from './row.js'

/** Reading as the port wants it, except that the driver's errors still fly: `event-log.ts` catches them. */
export interface Reader {
  readonly readStream: (stream: StreamName, from: Revision) => Either<LogDamaged, ReadonlyArray<StoredEvent>>
  readonly readAll: (request: ReadAll) => Either<LogDamaged, Page>
  readonly readAt: (position: Position) => Either<LogDamaged, StoredEvent | undefined>
  readonly head: () => Either<LogDamaged, Position | 'start'>
}

// Events of a chunk cross the native boundary as one text. A megabyte each still makes a text that V8 can hold.
const CHUNK = 128

// A filtered page looks at no more than this many events, so that a rare type does not stop the process for the whole log.
const MOST_LOOKED_AT = 20_000

const NOT_AS_WRITTEN = 'the event, or the hash of the one before it, is not what was written'

const LARGEST_INTEGER = 9_223_372_036_854_775_807n

/** Every event that is read is verified: its own hash, its place, and the hash of the event before it. */
export const makeReader = (driver: Driver, seal: string, known: KnownEnds): Reader => {
  const logPage = driver.prepare(LOG_PAGE)
  const streamPage = driver.prepare(STREAM_PAGE)
  const eventAt = driver.prepare(EVENT_AT)
  const hashAt = driver.prepare('SELECT CAST(hash AS BLOB) FROM events WHERE position = ?')
  const tail = driver.prepare(TAIL)
  // Where the last page ended, so that the next one need not look its hash up again.
  let lastRead: Tail = { position: 0n, hash: seal }

  const recorded = (): Either<LogDamaged, bigint> => lastOf(tail.first())

  const tailAt = (position: Position): Tail | undefined => {
    if (position === lastRead.position) return lastRead
    if (position === 0n) return { position, hash: seal }
    const hash = toText(hashAt.first(position)?.[0])
    return hash === undefined ? undefined : { position, hash }
  }

  const readStream = (stream: StreamName, from: Revision): Either<LogDamaged, ReadonlyArray<StoredEvent>> => {
    const events: StoredEvent[] = []
    const first = from < 0n ? 0n : from
    const next = (): Revision => first + BigInt(events.length)
    const lost = (cause: string) => E.left(damaged(`stream ${stream}, revision ${next()}`, cause))
    if (first > LARGEST_INTEGER) return E.right(events)
    for (;;) {
      const row = streamPage.first(seal, stream, next(), BigInt(CHUNK))
      const links = linksIn(row?.[0])
      for (const link of links) {
        const event = verify(link)
        if (event === undefined) return lost(NOT_AS_WRITTEN)
        if (event.stream !== stream || event.revision !== next()) return lost('the event is missing')
        events.push(event)
      }
      if (links.length === CHUNK) continue
      const last = typeof row?.[1] === 'bigint' ? row[1] : -1n
      const whole = events.length > 0 ? last === next() - 1n : last < first
      if (!whole) return lost(`the stream ends elsewhere than it says: its last revision is ${last}`)
      known.tellStream(stream, last < 0n ? 'no-stream' : last)
      return E.right(events)
    }
  }

  const readAll = (request: ReadAll): Either<LogDamaged, Page> => {
    const after = request.after === 'start' || request.after < 0n ? 0n : request.after
    const limit = pageLimit(request.limit)
    const types = request.types && new Set(request.types)
    const events: StoredEvent[] = []
    const page = (last: Position, end: boolean): Page => ({ events, next: last === after ? request.after : last, end })
    const counted = recorded()
    if (E.isLeft(counted)) return counted
    const total = counted.right
    if (after >= total) return E.right(page(after, true))
    const start = tailAt(after)
    if (start === undefined) return E.left(damaged(`position ${after}`, 'the event is missing'))
    let { position, hash } = start
    while (events.length < limit && position - after < MOST_LOOKED_AT && position < total) {
      const wanted = types ? CHUNK : Math.min(CHUNK, limit - events.length)
      const links = linksAfter(hash, logPage.first(position, BigInt(wanted))?.[0])
      if (links.length === 0) return E.left(damaged(`position ${position + 1n}`, `the event is missing: ${total} were recorded`))
      for (const link of links) {
        if (events.length === limit) break
        const event = verify(link)
        const next = position + 1n
        if (event === undefined) return E.left(damaged(`position ${next}`, NOT_AS_WRITTEN))
        if (event.position !== next) return E.left(damaged(`position ${next}`, 'the event is missing'))
        position = next
        hash = link.hash
        if (types === undefined || types.has(event.type)) events.push(event)
      }
    }
    lastRead = { position, hash }
    return E.right(page(position, position >= total))
  }

  const readAt = (position: Position): Either<LogDamaged, StoredEvent | undefined> => {
    const counted = recorded()
    if (E.isLeft(counted)) return counted
    if (position < 1n || position > counted.right) return E.right(undefined)
    const [link] = linksIn(eventAt.first(seal, position)?.[0])
    if (link === undefined) return E.left(damaged(`position ${position}`, 'the event is missing'))
    const event = verify(link)
    return event ? E.right(event) : E.left(damaged(`position ${position}`, NOT_AS_WRITTEN))
  }

  const head = (): Either<LogDamaged, Position | 'start'> => E.map((last: bigint) => (last === 0n ? 'start' : last))(recorded())

  return { readStream, readAll, readAt, head }
}
