// The log and its index by stream, in memory. Deciding what may be written is in commit-check.ts, reading by the rules in
// stream-page.ts and all-page.ts.
import type { Entry, Proposed } from './entry.js'
import { type RecentIds, recentIds } from './recent-ids.js'

/** The records of one stream; `last` stays what it was when a scavenge takes records away. */
interface StreamIndex {
  readonly entries: Map<bigint, Entry>
  last: bigint
}

export interface Database {
  /** In log order. */
  readonly entries: () => ReadonlyArray<Entry>
  readonly entryAt: (stream: string, revision: bigint) => Entry | undefined
  /** The last revision of a stream, -1 for one that was never written. */
  readonly lastRevision: (stream: string) => bigint
  /** The first byte after the log. */
  readonly end: () => bigint
  /** The index in `entries` of the first entry at or after the position. */
  readonly indexAt: (position: bigint) => number
  /** Whether a record starts there, or the log ends there. */
  readonly isAligned: (position: bigint) => boolean
  /** Appends without asking; `revision` is given for tombstones only. */
  readonly write: (stream: string, proposed: ReadonlyArray<Proposed>, revision?: bigint) => ReadonlyArray<Entry>
  /** Takes up room in the log and shows nothing, as an append of no events does. */
  readonly pad: (bytes: bigint) => void
  /** Takes away what a scavenge would; positions stay as they are. */
  readonly keepOnly: (keeps: (entry: Entry) => boolean) => ReadonlyArray<Entry>
  readonly recent: RecentIds
  /** Counts the changes of the log. */
  readonly changes: () => number
  /** Settles when there are more changes than that, or when the signal is aborted. */
  readonly changedSince: (changes: number, signal: AbortSignal) => Promise<void>
}

export interface DatabaseOptions {
  /** Starts with the same log: what is written from here on takes positions that the other one will use as well. */
  readonly copyOf?: Database
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** How many ids the server keeps in mind; the real bound is about 8 MiB. */
  readonly recentIds?: number
}

/** What a record holds beside names and payload: flags, ids, lengths, a time. */
const RECORD_HEAD = 90
const TICKS_PER_MILLISECOND = 10_000n

const sizeOf = (stream: string, { type, data, metadata }: Proposed): bigint =>
  BigInt(RECORD_HEAD + Buffer.byteLength(stream) + Buffer.byteLength(type) + data.length + metadata.length)

export const openDatabase = ({ copyOf, now = Date.now, recentIds: limit = 100_000 }: DatabaseOptions = {}): Database => {
  const streams = new Map<string, StreamIndex>()
  const gone = new Set<bigint>()
  const waiting = new Set<() => void>()
  const recent = recentIds(limit)
  let log: Entry[] = []
  let end = 0n
  let changes = 0

  const indexOf = (stream: string): StreamIndex => {
    const found = streams.get(stream)
    if (found !== undefined) return found
    const fresh: StreamIndex = { entries: new Map(), last: -1n }
    streams.set(stream, fresh)
    return fresh
  }

  const indexAt = (position: bigint): number => {
    let low = 0
    let high = log.length
    while (low < high) {
      const middle = (low + high) >> 1
      const entry = log[middle]
      if (entry !== undefined && entry.position < position) low = middle + 1
      else high = middle
    }
    return low
  }

  const record = (stream: string, proposed: Proposed, index: StreamIndex, revision: bigint): Entry => {
    const entry = {
      ...proposed,
      stream,
      revision,
      position: end,
      end: end + sizeOf(stream, proposed),
      created: BigInt(Math.floor(now())) * TICKS_PER_MILLISECOND,
    }
    end = entry.end
    index.last = revision
    index.entries.set(revision, entry)
    log.push(entry)
    recent.remember(entry.id, { stream, revision })
    return entry
  }

  for (const entry of copyOf?.entries() ?? []) {
    const index = indexOf(entry.stream)
    index.entries.set(entry.revision, entry)
    index.last = entry.revision
    log.push(entry)
  }
  end = copyOf?.end() ?? 0n

  const wake = (): void => {
    changes += 1
    for (const one of [...waiting]) one()
  }

  return {
    recent,
    indexAt,
    entries: () => log,
    entryAt: (stream, revision) => streams.get(stream)?.entries.get(revision),
    lastRevision: (stream) => streams.get(stream)?.last ?? -1n,
    end: () => end,
    isAligned: (position) => position === 0n || position === end || gone.has(position) || log[indexAt(position)]?.position === position,

    write: (stream, proposed, revision) => {
      const index = indexOf(stream)
      const written = proposed.map((one) => record(stream, one, index, revision ?? index.last + 1n))
      wake()
      return written
    },

    pad: (bytes) => {
      gone.add(end)
      end += bytes
    },

    keepOnly: (keeps) => {
      const dropped = log.filter((entry) => !keeps(entry))
      for (const { stream, revision, position } of dropped) {
        streams.get(stream)?.entries.delete(revision)
        gone.add(position)
      }
      log = log.filter(keeps)
      return dropped
    },

    changes: () => changes,
    changedSince: (seen, signal) =>
      new Promise((settle) => {
        const once = (): void => {
          waiting.delete(once)
          signal.removeEventListener('abort', once)
          settle()
        }
        waiting.add(once)
        signal.addEventListener('abort', once, { once: true })
        if (signal.aborted || changes !== seen) once()
      }),
  }
}
