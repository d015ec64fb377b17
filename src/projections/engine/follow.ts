import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName, Tagged } from '../../domain/kernel/decider.js'
import { type EntryEvent, entriesOf, isEntryEvent } from '../../domain/kernel/entry.js'
import type { Position, Recorded, StoredEvent } from '../../domain/kernel/recorded.js'
import type { AnyRow, Fold } from './fold.js'
import { Heads } from './heads.js'
import type { Checkpoint } from './projection.js'
import { type Any, type Reader, type ReadFault, walk } from './reading.js'
import { apply, type OnProgress, replay } from './replay.js'
import type { RowStore, Standing } from './row-store.js'

/** What following came to: where the read models now stand (nothing for an empty log), and which of them had to be built anew. */
export interface Followed {
  readonly checkpoint: Checkpoint | undefined
  readonly rebuilt: ReadonlyArray<string>
}

/**
 * Brings read models up to the head of the log. New ones, and ones of another shape, are built anew; the others go on from their
 * checkpoint, which must still name the event that the log holds there: otherwise the log is another one, or has taken back what it showed,
 * and everything that was built on it is built anew.
 */
export const follow = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  store: RowStore,
  folds: ReadonlyArray<Fold<Any<Ev>>>,
): Promise<Either<ReadFault, Followed>> => {
  const head = await reader.log.head()
  if (E.isLeft(head)) return head
  const standings = await trusted(reader, store)
  if (E.isLeft(standings)) return standings
  if (head.right === 'start') return E.right({ checkpoint: undefined, rebuilt: [] })
  const { anew, groups } = sortOut(folds, standings.right)
  let checkpoint: Checkpoint | undefined
  for (const group of groups) {
    const advanced = await advance(reader, store, group, head.right)
    if (E.isLeft(advanced)) return advanced
    checkpoint = advanced.right
  }
  const rebuilt = await rebuild(reader, store, anew, head.right)
  return E.isLeft(rebuilt) ? rebuilt : E.right({ ...rebuilt.right, checkpoint: rebuilt.right.checkpoint ?? checkpoint })
}

/** Builds read models from nothing, and puts the new rows in place of the old in one step. */
export const rebuild = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  store: RowStore,
  folds: ReadonlyArray<Fold<Any<Ev>>>,
  until: Position,
  onProgress: OnProgress = () => undefined,
): Promise<Either<ReadFault, Followed>> => {
  if (folds.length === 0) return E.right({ checkpoint: undefined, rebuilt: [] })
  const replayed = await replay(reader, { folds, until, onProgress })
  if (E.isLeft(replayed)) return replayed
  const { rows, heads, checkpoint } = replayed.right
  if (checkpoint === undefined) return E.right({ checkpoint, rebuilt: [] })
  const changes = folds.map((table) => ({ table, from: 'anew' as const, rows: rows.get(table.name) ?? new Map<string, AnyRow>() }))
  const saved = await store.save(changes, heads, checkpoint)()
  return E.isLeft(saved) ? saved : E.right({ checkpoint, rebuilt: folds.map(({ name }) => name) })
}

/** Where the read models stand, if the log still holds the event of every checkpoint; otherwise they are forgotten, all of them. */
const trusted = async <Ev extends Tagged>(
  { log }: Reader<Ev>,
  store: RowStore,
): Promise<Either<ReadFault, ReadonlyMap<string, Standing>>> => {
  const standings = await store.standings()
  if (E.isLeft(standings)) return standings
  const checkpoints = new Map([...standings.right.values()].map(({ checkpoint }) => [checkpoint.position, checkpoint.id]))
  for (const [position, id] of checkpoints) {
    const there = await log.readAt(position)()
    if (E.isLeft(there)) return there
    if (there.right?.id === id) continue
    const forgotten = await store.forget()
    return E.isLeft(forgotten) ? forgotten : E.right(new Map())
  }
  return standings
}

interface Group<Ev extends Tagged> {
  readonly folds: ReadonlyArray<Fold<Any<Ev>>>
  readonly from: Checkpoint
}

/** Which read models start anew, and which go on together from one checkpoint, those furthest behind first. */
const sortOut = <Ev extends Tagged>(folds: ReadonlyArray<Fold<Any<Ev>>>, standings: ReadonlyMap<string, Standing>) => {
  const anew: Array<Fold<Any<Ev>>> = []
  const groups = new Map<Position, { readonly folds: Array<Fold<Any<Ev>>>; readonly from: Checkpoint }>()
  for (const fold of folds) {
    const standing = standings.get(fold.name)
    if (standing === undefined || standing.shape !== fold.shape) anew.push(fold)
    else {
      const group = groups.get(standing.checkpoint.position)
      if (group === undefined) groups.set(standing.checkpoint.position, { folds: [fold], from: standing.checkpoint })
      else group.folds.push(fold)
    }
  }
  return { anew, groups: [...groups.values()].sort((a, b) => (a.from.position < b.from.position ? -1 : 1)) }
}

const advance = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  store: RowStore,
  { folds, from }: Group<Ev>,
  until: Position,
): Promise<Either<ReadFault, Checkpoint>> => {
  let checkpoint = from
  const walked = await walk(reader.log, { after: from.position, until }, async (events) => {
    const last = events.at(-1)
    if (last === undefined) return E.right(undefined)
    const heads = await take(store, events)
    if (E.isLeft(heads)) return heads
    const recorded = decodeFor(reader, folds, events)
    if (E.isLeft(recorded)) return recorded
    const rows = await foldPage(store, folds, recorded.right)
    if (E.isLeft(rows)) return rows
    const mended = await refold(reader, folds, recorded.right, last.position, rows.right)
    if (E.isLeft(mended)) return mended
    const next = { position: last.position, id: last.id }
    const changes = folds.map((table) => ({ table, from: checkpoint, rows: rows.right.get(table.name) ?? new Map<string, AnyRow>() }))
    const saved = await store.save(changes, heads.right, next)()
    if (E.isRight(saved)) checkpoint = next
    return saved
  })
  return E.isLeft(walked) ? walked : E.right(checkpoint)
}

/** Takes the events in that no read model had reached yet: a stream that skips a revision stops everything. */
const take = async (store: RowStore, events: ReadonlyArray<StoredEvent>): Promise<Either<ReadFault, Heads['seen']>> => {
  const known = await store.heads([...new Set(events.map(({ stream }) => stream))])()
  if (E.isLeft(known)) return known
  const heads = new Heads(known.right?.revisions ?? new Map())
  for (const event of events) {
    if (known.right !== undefined && event.position <= known.right.position) continue
    const gap = heads.take(event)
    if (gap !== undefined) return E.left(gap)
  }
  return E.right(heads.seen)
}

/** Decodes the events that somebody reads, and all that was said of entries: that concerns every read model. */
const decodeFor = <Ev extends Tagged>(
  { format }: Reader<Ev>,
  folds: ReadonlyArray<Fold<Any<Ev>>>,
  events: ReadonlyArray<StoredEvent>,
): Either<ReadFault, ReadonlyArray<Recorded<Any<Ev>>>> => {
  const recorded: Array<Recorded<Any<Ev>>> = []
  for (const stored of events) {
    if (!amending.has(stored.type) && !folds.some(({ types }) => types.has(stored.type))) continue
    const decoded = format.decode(stored)
    if (E.isLeft(decoded)) return decoded
    recorded.push(decoded.right)
  }
  return E.right(recorded)
}

type PageRows = ReadonlyMap<string, Map<string, AnyRow | undefined>>

const foldPage = async <Ev extends Tagged>(
  store: RowStore,
  folds: ReadonlyArray<Fold<Any<Ev>>>,
  events: ReadonlyArray<Recorded<Any<Ev>>>,
): Promise<Either<ReadFault, PageRows>> => {
  const rows = new Map<string, Map<string, AnyRow | undefined>>()
  for (const fold of folds) {
    const keys = new Set(events.flatMap(fold.keysOf))
    const loaded = keys.size === 0 ? E.right(new Map<string, AnyRow>()) : await store.load(fold, [...keys])()
    if (E.isLeft(loaded)) return loaded
    const table = new Map(loaded.right)
    for (const event of events) apply(fold, event, table, undefined)
    rows.set(fold.name, new Map([...keys].map((key) => [key, table.get(key)])))
  }
  return E.right(rows)
}

/** What changes the value that stands; a citation or a dispute alone does not. */
const amending: ReadonlySet<string> = new Set<EntryEvent<never>['type']>(['EntryPreferred', 'EntryCorrected', 'EntryVoided'])

/** Rows of entries that were corrected, preferred or voided in this page are folded again from their first event, as everything now stands. */
const refold = async <Ev extends Tagged>(
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
  for (const [name, keys] of only) for (const key of keys) rows.get(name)?.set(key, replayed.right.rows.get(name)?.get(key))
  return E.right(undefined)
}

/** Every value that an entry ever had or was said to have: each may name rows of its own. */
const versionsOf = async <Ev extends Tagged>(
  { log, format }: Reader<Ev>,
  stream: StreamName,
  entry: string,
): Promise<Either<ReadFault, ReadonlyArray<Recorded<Any<Ev>>>>> => {
  const stored = await log.readStream(stream, 0n)()
  if (E.isLeft(stored)) return stored
  const recorded: Array<Recorded<Any<Ev>>> = []
  for (const one of stored.right) {
    const decoded = format.decode(one)
    if (E.isLeft(decoded)) return decoded
    recorded.push(decoded.right)
  }
  const found = entriesOf<Ev>(recorded).get(entry)
  if (found === undefined) return E.right([])
  const values = found.said.flatMap(({ event }) => ('value' in event ? [{ ...found.original, event: event.value }] : []))
  return E.right([found.original, ...values])
}
