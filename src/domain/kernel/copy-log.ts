import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { EventLog } from './event-log.js'
import type { Expected, NewEvent, Position, StoredEvent } from './recorded.js'
import { type CopyFaulted, compareLogs, pagesOf, placeOf, type TargetDiffers } from './same-events.js'

/** Why a log was not copied, or not to its end. What is in the target by then stays there, and is gone on from. */
export type CopyFault = CopyFaulted | TargetDiffers

/** How far the copying is: what it does, events so far, of how many as far as positions tell. */
export type OnCopyProgress = (done: {
  readonly doing: 'comparing' | 'copying' | 'verifying'
  readonly events: number
  readonly of: number
}) => void

/** What copying came to. */
export interface Copied {
  /** How many events lay in the target before. */
  readonly before: number
  /** How many were added to it. */
  readonly added: number
  /** How many it holds, each held against the source after the last one was written. */
  readonly verified: number
  readonly streams: number
}

// EventStoreDB takes a mebibyte at a time, and no character needs more than three bytes in UTF-8 (four for two of them).
const MOST_CHARACTERS = 300_000
const MOST_EVENTS = 100

const sizeOf = ({ data, metadata }: StoredEvent): number => data.length + metadata.length

/** Events in order, cut where the stream changes or an append would grow too large. */
const appendsOf = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<ReadonlyArray<StoredEvent>> => {
  const appends: Array<Array<StoredEvent>> = []
  let size = 0
  for (const event of events) {
    const open = appends.at(-1)
    size += sizeOf(event)
    if (open !== undefined && open[0]?.stream === event.stream && open.length < MOST_EVENTS && size <= MOST_CHARACTERS) open.push(event)
    else {
      appends.push([event])
      size = sizeOf(event)
    }
  }
  return appends
}

const asNew = ({ id, type, schema, data, metadata, recordedAt }: StoredEvent): NewEvent => ({
  id,
  type,
  schema,
  data,
  metadata,
  recordedAt,
})

const before = ({ revision }: StoredEvent): Expected => (revision === 0n ? 'no-stream' : revision - 1n)

const failed = (side: CopyFaulted['side'], { left: fault }: E.Left<CopyFaulted['fault']>): Either<CopyFaulted, never> =>
  E.left({ _tag: 'CopyFaulted', side, fault })

/** Appends what lies in the source after one position and up to another, one append after the other. */
const append = async (
  source: EventLog,
  target: EventLog,
  { after, until }: { readonly after: Position | 'start'; readonly until: Position },
  onAppended: (events: number, upTo: Position) => void,
): Promise<Either<CopyFault, number>> => {
  const more = pagesOf(source, 'source', after)
  let events = 0
  for (;;) {
    const page = await more()
    if (E.isLeft(page)) return page
    const wanted = page.right.filter(({ position }) => position <= until)
    for (const group of appendsOf(wanted)) {
      const [first] = group
      if (first === undefined) continue
      const appended = await target.append(first.stream, before(first), group.map(asNew))()
      if (E.isLeft(appended)) return failed('target', appended)
      events += group.length
      onAppended(events, group.at(-1)?.position ?? until)
    }
    if (page.right.length === 0 || wanted.length < page.right.length) return E.right(events)
  }
}

/**
 * Copies a log into another one: every event that the source holds when it begins, with its id, its place in its stream, content, metadata and
 * instant of recording, in the order of the source's positions. Then the whole target is held against the source, event by event.
 *
 * What lies in the target already is held against the source first, and gone on from: a copy may be broken off at any point and begun again,
 * and one that is run later adds what has come since. A target that holds anything else is refused (`TargetDiffers`) before anything is written.
 *
 * One append waits for the one before it, whatever its stream: only so does the target keep the source's order across streams, on which what
 * was known at a position and what read models make of it depend. Events of one stream that follow each other go together.
 */
export const copyLog = async (
  source: EventLog,
  target: EventLog,
  onProgress: OnCopyProgress = () => undefined,
): Promise<Either<CopyFault, Copied>> => {
  const head = await source.head()
  if (E.isLeft(head)) return failed('source', head)
  const until = head.right
  const telling =
    (doing: 'comparing' | 'copying' | 'verifying', from = 0) =>
    (events: number, upTo: Position): void => {
      const reached = until === 'start' ? 1 : Math.min(1, Number(upTo) / Number(until))
      onProgress({ doing, events: from + events, of: Math.max(from + events, Math.round((from + events) / reached)) })
    }

  const there = await compareLogs(source, target, telling('comparing'))
  if (E.isLeft(there)) return there
  const { events, upTo } = there.right
  const rest = { after: upTo, until: until === 'start' ? 0n : until }
  const added = await append(source, target, rest, telling('copying', events))
  if (E.isLeft(added)) return added

  const verified = await compareLogs(source, target, telling('verifying'))
  if (E.isLeft(verified)) return verified
  const left = await pagesOf(source, 'source', verified.right.upTo)()
  if (E.isLeft(left)) return left
  const [missing] = left.right
  if (missing !== undefined && until !== 'start' && missing.position <= until)
    return E.left({ _tag: 'TargetDiffers', at: placeOf(missing), why: 'an event is missing' })
  return E.right({ before: events, added: added.right, verified: verified.right.events, streams: verified.right.streams })
}
