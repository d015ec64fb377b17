import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import type { KernelEvent } from '../../domain/kernel/entry.js'
import type { EventFormat, FormatFault } from '../../domain/kernel/event-format.js'
import type { EventLog, EventLogFault } from '../../domain/kernel/event-log.js'
import type { Position, Recorded, StoredEvent } from '../../domain/kernel/recorded.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import type { ProjectionFault } from './projection.js'
import type { RowStoreFault } from './row-store.js'

/** Everything that can go wrong while a read model is built, brought up to date or asked. */
export type ReadFault = EventLogFault | FormatFault | ProjectionFault | RowStoreFault

/** An event of the ledger: an aggregate's own, or one that the kernel wrote beside it. */
export type Any<Ev extends Tagged> = Ev | KernelEvent<Ev>

/** What the engine reads from. */
export interface Reader<Ev extends Tagged> {
  readonly log: EventLog
  readonly format: EventFormat<Any<Ev>>
  /** The log as it is shown to whoever is not to see what is personal. */
  readonly masked?: EventLog
  /** How the engine learns when a source was issued. */
  readonly issue: {
    readonly type: string
    readonly of: (event: Any<Ev>) => { readonly source: string; readonly on?: StatedDate } | undefined
  }
  /** Types of events after which nothing that was built before may stay: an erasure reaches back into what was read. */
  readonly reachingBack?: ReadonlySet<string>
}

/** Decodes the events of a page that somebody reads, in order; the first that cannot be read stops it. */
export const decodePage = <Ev extends Tagged>(
  format: EventFormat<Any<Ev>>,
  events: ReadonlyArray<StoredEvent>,
  isRead: (type: string) => boolean,
): Either<ReadFault, ReadonlyArray<Recorded<Any<Ev>>>> => {
  const recorded: Array<Recorded<Any<Ev>>> = []
  for (const stored of events) {
    if (!isRead(stored.type)) continue
    const decoded = format.decode(stored)
    if (E.isLeft(decoded)) return decoded
    recorded.push(decoded.right)
  }
  return E.right(recorded)
}

/** Few enough that a page is garbage before the collector looks at it twice, many enough that the cost of a page disappears. */
const PAGE = 500

/** Walks the log in order from after one position up to another, stopping at the first fault. */
export const walk = async (
  log: EventLog,
  range: { readonly after: Position | 'start'; readonly until: Position; readonly types?: ReadonlyArray<string> },
  visit: (events: ReadonlyArray<StoredEvent>) => Either<ReadFault, void> | Promise<Either<ReadFault, void>>,
): Promise<Either<ReadFault, void>> => {
  const { until, ...rest } = range
  let after = range.after
  for (;;) {
    if (after !== 'start' && after >= until) return E.right(undefined)
    const page = await log.readAll({ ...rest, after, limit: PAGE })()
    if (E.isLeft(page)) return page
    const { events, next, end } = page.right
    const beyond = events.findIndex(({ position }) => position > until)
    const visited = await visit(beyond < 0 ? events : events.slice(0, beyond))
    if (E.isLeft(visited)) return visited
    if (beyond >= 0 || end) return E.right(undefined)
    after = next
  }
}
