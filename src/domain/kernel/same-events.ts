import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { EventLog, EventLogFault } from './event-log.js'
import type { Position, StoredEvent } from './recorded.js'
import { same } from './same.js'

/** Where an event of a log lies, for whoever has to look at it. */
export type EventPlaced = Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'position'>

/** A log is not the copy of another one: the first event at which that shows. */
export interface TargetDiffers {
  readonly _tag: 'TargetDiffers'
  /** In the target, but for `an event is missing`: then in the source. */
  readonly at: EventPlaced
  readonly why:
    | 'another event lies there'
    | 'its type is another'
    | 'its content is another'
    | 'its metadata is another'
    | 'it was recorded at another instant'
    | 'the source holds nothing more'
    | 'an event is missing'
}

/** A log could not be read or written while one was copied, and which of the two. */
export interface CopyFaulted {
  readonly _tag: 'CopyFaulted'
  readonly side: 'source' | 'target'
  readonly fault: EventLogFault
}

/** How far two logs are the same. */
export interface Compared {
  /** How many events, from the start of both. */
  readonly events: number
  readonly streams: number
  /** The position of the last of them in the source; `start` where there is none. */
  readonly upTo: Position | 'start'
}

const PAGE = 500

/** The events of a log after a position, a page at a call; an empty page once there is nothing further. */
export const pagesOf = (
  log: EventLog,
  side: CopyFaulted['side'],
  from: Position | 'start',
): (() => Promise<Either<CopyFaulted, ReadonlyArray<StoredEvent>>>) => {
  let after = from
  let ended = false
  return async () => {
    while (!ended) {
      const page = await log.readAll({ after, limit: PAGE })()
      if (E.isLeft(page)) return E.left({ _tag: 'CopyFaulted', side, fault: page.left })
      after = page.right.next
      ended = page.right.end
      if (page.right.events.length > 0) return E.right(page.right.events)
    }
    return E.right([])
  }
}

/** The place of an event without its content. */
export const placeOf = ({ id, stream, revision, position }: StoredEvent): EventPlaced => ({ id, stream, revision, position })

// What a store gives back may be written otherwise (spaces, the order of fields): it has to say the same.
const saysTheSame = (a: string, b: string): boolean => {
  if (a === b) return true
  try {
    return same(JSON.parse(a), JSON.parse(b))
  } catch {
    return false
  }
}

const difference = (source: StoredEvent, target: StoredEvent): TargetDiffers['why'] | undefined => {
  if (source.id !== target.id || source.stream !== target.stream || source.revision !== target.revision) return 'another event lies there'
  if (source.type !== target.type || source.schema !== target.schema) return 'its type is another'
  if (!saysTheSame(source.data, target.data)) return 'its content is another'
  if (!saysTheSame(source.metadata, target.metadata)) return 'its metadata is another'
  return source.recordedAt === target.recordedAt ? undefined : 'it was recorded at another instant'
}

/**
 * Holds a target against its source, event by event in the order of their positions: ids, streams, revisions, types, content and metadata as
 * JSON, instants of recording. The source may hold more than the target, never the target more than the source.
 */
export const compareLogs = async (
  source: EventLog,
  target: EventLog,
  onProgress: (events: number, upTo: Position) => void = () => undefined,
): Promise<Either<CopyFaulted | TargetDiffers, Compared>> => {
  const more = { source: pagesOf(source, 'source', 'start'), target: pagesOf(target, 'target', 'start') }
  const streams = new Set<string>()
  let wanted: ReadonlyArray<StoredEvent> = []
  let next = 0
  let events = 0
  let upTo: Position | 'start' = 'start'
  for (;;) {
    const held = await more.target()
    if (E.isLeft(held)) return held
    if (held.right.length === 0) return E.right({ events, streams: streams.size, upTo })
    for (const found of held.right) {
      if (next === wanted.length) {
        const page = await more.source()
        if (E.isLeft(page)) return page
        wanted = page.right
        next = 0
      }
      const event = wanted[next]
      const why = event === undefined ? 'the source holds nothing more' : difference(event, found)
      if (event === undefined || why !== undefined)
        return E.left({ _tag: 'TargetDiffers', at: placeOf(found), why: why ?? 'the source holds nothing more' })
      streams.add(found.stream)
      next += 1
      events += 1
      upTo = event.position
    }
    if (upTo !== 'start') onProgress(events, upTo)
  }
}
