import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName, Tagged } from '../../domain/kernel/decider.js'
import { type EntryEvent, entriesOf, isEntryEvent } from '../../domain/kernel/entry.js'
import { readRecorded } from '../../domain/kernel/read-recorded.js'
import type { Position, Recorded } from '../../domain/kernel/recorded.js'
import type { AnyRow, Fold } from './fold.js'
import type { Any, Reader, ReadFault } from './reading.js'
import { replay } from './replay.js'

/** The rows that a page changes, by read model and key; `undefined` for a row that goes. */
export type PageRows = ReadonlyMap<string, Map<string, AnyRow | undefined>>

/** What changes the value that stands; a citation or a dispute alone does not. */
export const amending: ReadonlySet<string> = new Set<EntryEvent<never>['type']>(['EntryPreferred', 'EntryCorrected', 'EntryVoided'])

/** Rows of entries that were corrected, preferred or voided in this page are folded again from their first event, as everything now stands. */
export const refold = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  folds: ReadonlyArray<Fold<Any<Ev>>>,
  events: ReadonlyArray<Recorded<Any<Ev>>>,
  until: Position,
  rows: PageRows,
): Promise<Either<ReadFault, void>> => {
  const only = new Map(folds.filter(({ reads }) => reads === 'standing').map(({ name }) => [name, new Set<string>()]))
  for (const { stream, event } of events) {
    if (!amending.has(event.type) || !isEntryEvent<Ev>(event)) continue
    const versions = await versionsOf(reader, stream, event.entry)
    if (E.isLeft(versions)) return versions
    for (const fold of folds) for (const key of versions.right.flatMap(fold.keysOf)) only.get(fold.name)?.add(key)
  }
  const concerned = folds.filter(({ name }) => (only.get(name)?.size ?? 0) > 0)
  if (concerned.length === 0) return E.right(undefined)
  const replayed = await replay(reader, { folds: concerned, until, only })
  if (E.isLeft(replayed)) return replayed
  for (const [name, keys] of only)
    for (const key of keys) {
      const row = replayed.right.get(name)?.get(key)
      rows.get(name)?.set(key, row)
    }
  return E.right(undefined)
}

/** Every value that an entry ever had or was said to have: each may name rows of its own. */
const versionsOf = async <Ev extends Tagged>(
  { log, format }: Reader<Ev>,
  stream: StreamName,
  entry: string,
): Promise<Either<ReadFault, ReadonlyArray<Recorded<Any<Ev>>>>> => {
  const recorded = await readRecorded(log, format, stream)
  if (E.isLeft(recorded)) return recorded
  const found = entriesOf<Ev>(recorded.right).get(entry)
  if (found === undefined) return E.right([])
  const values = found.said.flatMap(({ event }) => ('value' in event ? [{ ...found.original, event: event.value }] : []))
  return E.right([found.original, ...values])
}
