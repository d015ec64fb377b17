import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import type { Position, Recorded, StoredEvent } from '../../domain/kernel/recorded.js'
import type { AnyRow, Fold } from './fold.js'
import { Heads } from './heads.js'
import type { Checkpoint } from './projection.js'
import { type Any, decodePage, type Reader, type ReadFault, walk } from './reading.js'
import { amending, type PageRows, refold } from './refold.js'
import { apply } from './replay.js'
import type { RowStore } from './row-store.js'

/** Read models that stand at one checkpoint. */
export interface Group<Ev extends Tagged> {
  readonly folds: ReadonlyArray<Fold<Any<Ev>>>
  readonly from: Checkpoint
}

/**
 * Takes a group on from its checkpoint, page by page: each page's rows, heads and checkpoint are saved together. Where an event reaches back,
 * every row is forgotten, and the checkpoint has moved to the start.
 */
export const advance = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  store: RowStore,
  { folds, from }: Group<Ev>,
  until: Position,
): Promise<Either<ReadFault, Checkpoint>> => {
  let checkpoint = from
  const walked = await walk(reader.log, { after: from.position, until }, async (events) => {
    const last = events.at(-1)
    if (last === undefined) return E.right(undefined)
    if (events.some(({ type }) => reader.reachingBack?.has(type))) {
      const forgotten = await store.forget()
      return E.isLeft(forgotten) ? forgotten : E.left({ _tag: 'CheckpointMoved', table: '' })
    }
    const heads = await take(store, events)
    if (E.isLeft(heads)) return heads
    // What was said of entries concerns every read model.
    const recorded = decodePage(reader.format, events, (type) => amending.has(type) || folds.some(({ types }) => types.has(type)))
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
