import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import type { Position } from '../../domain/kernel/recorded.js'
import { advance, type Group } from './advance.js'
import { build } from './build.js'
import type { AnyRow, Fold } from './fold.js'
import type { Checkpoint } from './projection.js'
import type { Any, Reader, ReadFault } from './reading.js'
import type { OnProgress } from './replay.js'
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
  const built = await build(reader, folds, until, onProgress)
  if (E.isLeft(built)) return built
  const { rows, heads, checkpoint } = built.right
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

/** Which read models start anew, and which go on together from one checkpoint, those furthest behind first. */
const sortOut = <Ev extends Tagged>(
  folds: ReadonlyArray<Fold<Any<Ev>>>,
  standings: ReadonlyMap<string, Standing>,
): { readonly anew: ReadonlyArray<Fold<Any<Ev>>>; readonly groups: ReadonlyArray<Group<Ev>> } => {
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
