import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName, Tagged } from '../../domain/kernel/decider.js'
import type { Position, Recorded, Revision, StoredEvent } from '../../domain/kernel/recorded.js'
import type { AnyRow, Fold } from './fold.js'
import { Heads } from './heads.js'
import type { Checkpoint } from './projection.js'
import { type Any, decodePage, type Reader, type ReadFault, walk } from './reading.js'
import { amending, type PageRows, refold } from './refold.js'
import { apply, foldsByType, type OnProgress } from './replay.js'

/** Read models built from nothing: their rows, the heads of all streams, and the event that was taken in last (none: the log was empty). */
export interface Built {
  readonly rows: PageRows
  readonly heads: ReadonlyMap<StreamName, Revision>
  readonly checkpoint: Checkpoint | undefined
}

/**
 * Builds read models from the first event to a position in one walk of the log, refusing to fold over a gap in a stream. Events are folded as
 * they were recorded; the rows of those that were amended since, few as they are, are then folded again as everything stands.
 * Memory is bounded by rows, streams and amendments, never by events.
 */
export const build = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  folds: ReadonlyArray<Fold<Any<Ev>>>,
  until: Position,
  onProgress: OnProgress = () => undefined,
): Promise<Either<ReadFault, Built>> => {
  const rows = new Map(folds.map(({ name }) => [name, new Map<string, AnyRow>()]))
  const heads = new Heads(new Map())
  const byType = foldsByType(folds)
  const amendments: Array<Recorded<Any<Ev>>> = []
  let last: StoredEvent | undefined
  let read = 0

  const visit = (events: ReadonlyArray<StoredEvent>): Either<ReadFault, void> => {
    // One thing after another for the whole page: the processor does the same to 500 events much faster than three things to each.
    for (const stored of events) {
      const gap = heads.take(stored)
      if (gap !== undefined) return E.left(gap)
    }
    const recorded = decodePage(reader.format, events, (type) => byType.has(type) || amending.has(type))
    if (E.isLeft(recorded)) return recorded
    for (const one of recorded.right) {
      if (amending.has(one.event.type)) amendments.push(one)
      for (const fold of byType.get(one.event.type) ?? []) {
        const table = rows.get(fold.name)
        if (table !== undefined) apply(fold, one, table, undefined)
      }
    }
    last = events.at(-1) ?? last
    read += events.length
    const reached = Number(last?.position ?? until) / Number(until)
    onProgress({ events: read, of: Math.max(read, Math.round(read / reached)) })
    return E.right(undefined)
  }

  const walked = await walk(reader.log, { after: 'start', until }, visit)
  if (E.isLeft(walked)) return walked
  const mended = await refold(reader, folds, amendments, until, rows)
  if (E.isLeft(mended)) return mended
  return E.right({ rows, heads: heads.seen, checkpoint: last && { position: last.position, id: last.id } })
}
