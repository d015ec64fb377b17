import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { EventFormat } from '../../domain/kernel/event-format.js'
import type { EventLog } from '../../domain/kernel/event-log.js'
import type { Position, Revision, StoredEvent } from '../../domain/kernel/recorded.js'
import type { LedgerEvent } from '../../domain/ledger.js'
import type { ReadFault } from '../../projections/engine/reading.js'
import type { Finding } from '../../projections/engine/store.js'
import type { Progress } from './progress.js'
import { counted } from './render/figures.js'
import { ofFault } from './render/sentences.js'

const PAGE = 500

/** One type of event in one of its schemas: how often it occurs, and what is wrong with those that cannot be read. */
interface Kind {
  readonly type: string
  readonly schema: number
  count: number
  unreadable: number
  first: ReadFault | undefined
}

/** What a walk over all events has seen. */
interface Seen {
  events: number
  readonly kinds: Map<string, Kind>
  readonly heads: Map<StreamName, Revision>
  gaps: number
  firstGap: ReadFault | undefined
  last: StoredEvent | undefined
}

/** Takes one event in: its place in its stream, its type, whether it can be read. */
const take = (seen: Seen, event: StoredEvent, { decode }: EventFormat<LedgerEvent>): void => {
  const { type, schema, stream, revision, position } = event
  const expected = (seen.heads.get(stream) ?? -1n) + 1n
  if (revision !== expected) {
    seen.gaps += 1
    seen.firstGap ??= { _tag: 'RevisionGap', stream, expected, found: revision, position }
  }
  seen.heads.set(stream, revision)
  const name = `${type} ${schema}`
  const kind = seen.kinds.get(name) ?? { type, schema, count: 0, unreadable: 0, first: undefined }
  seen.kinds.set(name, kind)
  const decoded = decode(event)
  kind.count += 1
  seen.events += 1
  seen.last = event
  if (E.isRight(decoded)) return
  kind.unreadable += 1
  kind.first ??= decoded.left
}

const kindsOf = ({ kinds }: Seen, wide: boolean): ReadonlyArray<Finding> => {
  const all = [...kinds.values()].sort((a, b) => (a.type === b.type ? a.schema - b.schema : a.type < b.type ? -1 : 1))
  const wrong = all.filter(({ unreadable }) => unreadable > 0)
  const types = new Set(all.map(({ type }) => type)).size
  const whole: Finding = {
    about: 'catalogue',
    outcome: wrong.length === 0 ? 'fine' : 'wrong',
    says:
      wrong.length === 0
        ? `every event can be read: ${counted(types, 'type')}, ${counted(all.length, 'written form')}`
        : `this version cannot read every event: ${wrong.length} of ${counted(all.length, 'written form')}`,
  }
  const told = wide ? all : wrong
  return [whole, ...told.map(kindFinding)]
}

const kindFinding = ({ type, schema, count, unreadable, first }: Kind): Finding => {
  const about = `${type}, schema ${schema}`
  if (first === undefined) return { about, outcome: 'fine', says: counted(count, 'event') }
  return { about, outcome: 'wrong', says: `${unreadable} of ${counted(count, 'event')} cannot be read. ${ofFault(first)}` }
}

/**
 * Walks over every event: whether each follows on in its stream, and whether this version can read it. Memory is bounded by streams and types. A
 * log that cannot be read to its end is a finding, and so is what was seen of it until then.
 */
export const examineEvents = async (
  log: EventLog,
  format: EventFormat<LedgerEvent>,
  onProgress: (done: Progress, doing: string) => void,
  wide: boolean,
): Promise<ReadonlyArray<Finding>> => {
  const seen: Seen = { events: 0, kinds: new Map(), heads: new Map(), gaps: 0, firstGap: undefined, last: undefined }
  const head = await log.head()
  const until = E.isRight(head) && head.right !== 'start' ? Number(head.right) : undefined
  let after: Position | 'start' = 'start'
  let stopped: ReadFault | undefined
  for (;;) {
    const page = await log.readAll({ after, limit: PAGE })()
    if (E.isLeft(page)) {
      stopped = page.left
      break
    }
    for (const event of page.right.events) take(seen, event, format)
    const reached = until === undefined || seen.last === undefined ? undefined : Number(seen.last.position) / until
    onProgress({ events: seen.events, ...(reached !== undefined && { of: Math.round(seen.events / reached) }) }, 'reading')
    if (page.right.end) break
    after = page.right.next
  }
  return [eventsOf(seen, stopped), ...streamsOf(seen), ...(seen.events === 0 ? [] : kindsOf(seen, wide))]
}

const eventsOf = ({ events, last }: Seen, stopped: ReadFault | undefined): Finding => {
  if (stopped !== undefined)
    return { about: 'events', outcome: 'wrong', says: `${counted(events, 'event')} were read. ${ofFault(stopped)}` }
  if (last === undefined) return { about: 'events', outcome: 'fine', says: 'there are none yet' }
  return { about: 'events', outcome: 'fine', says: `${counted(events, 'event')}; the last was recorded at ${last.recordedAt}` }
}

const streamsOf = ({ heads, gaps, firstGap }: Seen): ReadonlyArray<Finding> => {
  if (heads.size === 0) return []
  if (firstGap === undefined)
    return [{ about: 'streams', outcome: 'fine', says: `${counted(heads.size, 'stream')}, each whole from its first event` }]
  return [{ about: 'streams', outcome: 'wrong', says: `${counted(gaps, 'gap')} in ${counted(heads.size, 'stream')}. ${ofFault(firstGap)}` }]
}
