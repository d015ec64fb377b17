import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import type { Fold } from './fold.js'
import type { Any, Reader, ReadFault } from './reading.js'
import { type Folded, replay } from './replay.js'
import type { Viewpoint } from './viewpoint.js'

/** The events behind one row, in order, each with the value that stands and with what was said of it since. */
export const explain = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  fold: Fold<Any<Ev>>,
  key: string,
  view: Viewpoint,
): Promise<Either<ReadFault, ReadonlyArray<Folded<Ev>>>> => {
  const head = await reader.log.head()
  if (E.isLeft(head)) return head
  if (head.right === 'start') return E.right([])
  const behind: Array<Folded<Ev>> = []
  const only = new Map([[fold.name, new Set([key])]])
  const replayed = await replay(reader, { folds: [fold], until: head.right, view, only, onFold: (folded) => behind.push(folded) })
  return E.isLeft(replayed) ? replayed : E.right(behind)
}
