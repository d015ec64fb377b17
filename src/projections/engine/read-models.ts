import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import { serially } from '../../domain/kernel/serially.js'
import { explain } from './explain.js'
import type { Fold } from './fold.js'
import { type Followed, follow, rebuild } from './follow.js'
import type { Any, Reader, ReadFault } from './reading.js'
import { type Folded, type OnProgress, replay } from './replay.js'
import type { RowStore } from './row-store.js'
import { replayedTables, storedTables, type Tables } from './tables.js'
import { isEverything, problemOf, type Viewpoint } from './viewpoint.js'

/** The read models of one ledger: kept in a store, replayed for questions from elsewhere. */
export interface ReadModels<Ev extends Tagged> {
  /** Takes a read model in; from then on it is followed and rebuilt like the others. */
  readonly add: (fold: Fold<Any<Ev>>) => Either<ReadFault, void>
  readonly follow: () => Promise<Either<ReadFault, Followed>>
  readonly rebuild: (onProgress?: OnProgress) => Promise<Either<ReadFault, Followed>>
  /** The tables as seen from a viewpoint, brought up to date first; `reads` names those that must be replayed where it is not the present one. */
  readonly tables: (view: Viewpoint, reads: ReadonlyArray<string>) => Promise<Either<ReadFault, Tables>>
  readonly explain: (name: string, key: string, view: Viewpoint) => Promise<Either<ReadFault, ReadonlyArray<Folded<Ev>>>>
}

const NAME = /^(?!ledger|events$|sqlite)[a-z][a-z0-9_]{0,62}$/
const MOST_ATTEMPTS = 20

export const readModels = <Ev extends Tagged>(reader: Reader<Ev>, store: RowStore): ReadModels<Ev> => {
  const folds = new Map<string, Fold<Any<Ev>>>()
  const inTurn = serially()

  const named = (names: ReadonlyArray<string>): Either<ReadFault, ReadonlyArray<Fold<Any<Ev>>>> => {
    const found: Array<Fold<Any<Ev>>> = []
    for (const name of names) {
      const fold = folds.get(name)
      if (fold === undefined) return E.left({ _tag: 'ProjectionMisnamed', name, why: 'no read model of this ledger has the name' })
      found.push(fold)
    }
    return E.right(found)
  }

  /** Another process may move the same read models on at the same time: then its work is taken over and the rest is done. */
  const persistently = async (work: () => Promise<Either<ReadFault, Followed>>): Promise<Either<ReadFault, Followed>> => {
    for (let attempt = 1; ; attempt += 1) {
      const done = await work()
      if (E.isRight(done) || done.left._tag !== 'CheckpointMoved' || attempt === MOST_ATTEMPTS) return done
    }
  }

  const readerFor = (view: Viewpoint): Reader<Ev> => (view.masked === undefined ? reader : { ...reader, log: reader.masked ?? reader.log })

  const followAll = () => inTurn('follow', () => persistently(() => follow(reader, store, [...folds.values()])))

  return {
    add: (fold) => {
      if (!NAME.test(fold.name))
        return E.left({
          _tag: 'ProjectionMisnamed',
          name: fold.name,
          why: 'lower case letters, digits and underscores; not a name of the ledger itself',
        })
      const known = folds.get(fold.name)
      if (known !== undefined && known.shape !== fold.shape)
        return E.left({ _tag: 'ProjectionMisnamed', name: fold.name, why: 'another read model has the name' })
      if (known === undefined) folds.set(fold.name, fold)
      return E.right(undefined)
    },
    follow: followAll,
    rebuild: (onProgress) =>
      inTurn('follow', async () => {
        const head = await reader.log.head()
        if (E.isLeft(head)) return head
        if (head.right === 'start') return E.right({ checkpoint: undefined, rebuilt: [] })
        return rebuild(reader, store, [...folds.values()], head.right, onProgress)
      }),
    tables: async (view, reads) => {
      if (isEverything(view)) {
        const followed = await followAll()
        return E.isLeft(followed) ? followed : E.right(storedTables(store))
      }
      const problem = problemOf(view)
      if (problem !== undefined) return E.left({ _tag: 'ViewpointInvalid', why: problem })
      const wanted = named(reads)
      if (E.isLeft(wanted)) return wanted
      const head = await reader.log.head()
      if (E.isLeft(head)) return head
      if (head.right === 'start') return E.right(replayedTables(new Map()))
      const replayed = await replay(readerFor(view), { folds: wanted.right, until: head.right, view })
      return E.isLeft(replayed) ? replayed : E.right(replayedTables(replayed.right))
    },
    explain: async (name, key, view) => {
      const [fold, ...others] = E.getOrElse((): ReadonlyArray<Fold<Any<Ev>>> => [])(named([name]))
      if (fold === undefined || others.length > 0)
        return E.left({ _tag: 'ProjectionMisnamed', name, why: 'no read model of this ledger has the name' })
      const problem = problemOf(view)
      return problem === undefined ? explain(readerFor(view), fold, key, view) : E.left({ _tag: 'ViewpointInvalid', why: problem })
    },
  }
}
