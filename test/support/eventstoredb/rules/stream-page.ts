import type { Database } from './database.js'
import { type Entry, TOMBSTONE } from './entry.js'
import { effectiveLast, hidingOf } from './stream-metadata.js'

export type StreamPage =
  | { readonly is: 'page'; readonly entries: ReadonlyArray<Entry>; readonly next: bigint; readonly isEnd: boolean }
  /** Never written, or soft-deleted. */
  | { readonly is: 'not found' }
  | { readonly is: 'deleted' }

const larger = (one: bigint, other: bigint): bigint => {
  if (one > other) return one
  return other
}

/** One page of a stream, from a revision (included, both ways); no revision is the end. What metadata hides is left out. */
export const readStreamPage = (
  database: Database,
  stream: string,
  from: bigint | undefined,
  count: number,
  backwards: boolean,
): StreamPage => {
  const last = effectiveLast(database, stream)
  if (last === TOMBSTONE) return { is: 'deleted' }
  const { maxCount, maxAge, truncateBefore } = hidingOf(database, stream)
  if (last < 0n || truncateBefore === TOMBSTONE) return { is: 'not found' }
  const least = larger(truncateBefore ?? 0n, larger(0n, maxCount === undefined ? 0n : last - maxCount + 1n))
  const oldest = maxAge === undefined ? 0n : BigInt(Date.now()) * 10_000n - maxAge * 10_000_000n

  const entries: Entry[] = []
  const step = backwards ? -1n : 1n
  const asked = from ?? (backwards ? last : last + 1n)
  let revision = backwards ? (asked > last ? last : asked) : larger(asked, least)
  const isWithin = (): boolean => (backwards ? revision >= least : revision <= last)
  for (; isWithin() && entries.length < count; revision += step) {
    const entry = database.entryAt(stream, revision)
    if (entry !== undefined && entry.created >= oldest) entries.push(entry)
  }
  return { is: 'page', entries, next: revision, isEnd: !isWithin() }
}
