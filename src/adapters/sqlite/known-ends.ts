import type { StreamName } from '../../domain/kernel/decider.js'
import type { Expected, Position } from '../../domain/kernel/recorded.js'

/** The last event of the log, as the next one needs it. */
export interface Tail {
  readonly position: Position
  readonly hash: string
}

/** What an append says of its stream. */
interface Expecting {
  readonly stream: StreamName
  readonly expected: Expected
}

/** Where a group of appends begins: the end of the log and of the group's streams; one that is not there does not exist. */
export interface Start extends Tail {
  readonly ends: ReadonlyMap<StreamName, Expected>
}

// A few hundred bytes each; when there are more, all are forgotten and looked up again.
const MOST_STREAMS = 10_000

/**
 * Where the log and its streams ended when this connection last saw them. Another process may have written since, and ends only ever grow: then
 * the position, or the revision in its stream, that follows on what is known here is taken, and the table's keys refuse it. So a write that rests on
 * what is known either follows on the true ends or fails, and nothing that is known answers a reader.
 */
export interface KnownEnds {
  readonly tellStream: (stream: StreamName, end: Expected) => void
  readonly tellTail: (tail: Tail) => void
  /**
   * Where the appends may begin without looking anything up; none, where an end is not known or not what its append expects. The log's own end is
   * then forgotten, until the write is done and tells it anew: after one that failed, it is looked up.
   */
  readonly takeStart: (orders: ReadonlyArray<Expecting>) => Start | undefined
}

/** Knows nothing yet. */
export const knownEnds = (): KnownEnds => {
  const streams = new Map<StreamName, Expected>()
  let tail: Tail | undefined

  return {
    tellStream: (stream, end) => {
      if (streams.size >= MOST_STREAMS) streams.clear()
      streams.set(stream, end)
    },
    tellTail: (last) => {
      tail = last
    },
    takeStart: (orders) => {
      const last = tail
      tail = undefined
      if (last === undefined) return undefined
      const ends = new Map<StreamName, Expected>()
      for (const { stream, expected } of orders) {
        // Two appends to one stream in one group are rare: they are judged one after the other, on ends that were looked up.
        if (ends.has(stream) || streams.get(stream) !== expected) return undefined
        ends.set(stream, expected)
      }
      return { ...last, ends }
    },
  }
}
