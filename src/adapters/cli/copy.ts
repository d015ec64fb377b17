import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { copyKeys } from '../../domain/kernel/copy-keys.js'
import { type Copied, type CopyFault, copyLog } from '../../domain/kernel/copy-log.js'
import type { EventLogFault } from '../../domain/kernel/event-log.js'
import type { Store } from '../../projections/engine/store.js'
import { notOpened, storeAt } from './open-store.js'
import { single, type Typed } from './options.js'
import type { Surroundings } from './output.js'
import type { Problem, Wrong } from './problem.js'
import { counted, lasting } from './render/figures.js'
import { showProgress } from './show-progress.js'
import { keyedBy, nameOfStore, parseStore, type StoreAddress } from './store.js'

/** The variables that may hold the two addresses, so that a password need not stand on the command line. */
export const COPY_VARIABLES = { from: 'PROGRAMME_LEDGER_STORE', to: 'PROGRAMME_LEDGER_COPY_TO' } as const

interface Way {
  readonly from: StoreAddress
  readonly to: StoreAddress
}

const readWay = (typed: Typed, around: Surroundings): Either<Problem, Way> => {
  const wrong: Array<Wrong> = []
  const read = (name: 'from' | 'to', otherwise: string | undefined): StoreAddress | undefined => {
    const said = single(typed, name)
    if (E.isLeft(said)) wrong.push(...said.left)
    if (E.isLeft(said)) return undefined
    const text = said.right ?? otherwise
    const at = said.right === undefined ? COPY_VARIABLES[name] : `--${name}`
    const expected = 'sqlite:FILE or esdb://…'
    const address = text === undefined ? undefined : parseStore(text, at)
    if (address === undefined) wrong.push({ at: `--${name} or ${COPY_VARIABLES[name]}`, expected, given: 'nothing' })
    else if (E.isRight(address) && address.right._tag === 'memory') wrong.push({ at, expected, given: '"memory:"' })
    else if (E.isLeft(address) && address.left._tag === 'WrongUsage') wrong.push(...address.left.wrong)
    return address !== undefined && E.isRight(address) ? address.right : undefined
  }
  const from = read('from', around.defaultStore)
  const to = read('to', around.defaultTarget)
  const said = single(typed, 'keys')
  if (E.isLeft(said)) wrong.push(...said.left)
  const keys = E.isRight(said) ? (said.right ?? around.keysFile) : undefined
  if (wrong.length > 0 || from === undefined || to === undefined) return E.left({ _tag: 'WrongUsage', wrong })
  return E.right({ from: keyedBy(from, keys), to: keyedBy(to, keys) })
}

/** Copies one ledger into another store, event by event, and holds the whole of it against the first when it is done. */
export const copy = async (typed: Typed, around: Surroundings): Promise<Either<Problem, void>> => {
  const way = readWay(typed, around)
  if (E.isLeft(way)) return way
  const { from, to } = way.right
  const { output, elapsed } = around
  const since = elapsed()
  const failed = (fault: CopyFault): Either<Problem, never> =>
    E.left({ _tag: 'NotCopied', from: nameOfStore(from), to: nameOfStore(to), fault })
  const of = (side: 'source' | 'target') => (fault: EventLogFault) => failed({ _tag: 'CopyFaulted', side, fault })

  return using(from, { create: false }, of('source'), (source) =>
    using(to, { create: true, key: source.key, inOneGo: true }, of('target'), async (target) => {
      const keys = await copyKeys(source.keys, target.keys)
      if (E.isLeft(keys)) return failed(keys.left)
      const progress = showProgress(around)
      const copied = await copyLog(source.log, target.log, (done) => progress.show(done, done.doing))
      progress.clear()
      if (E.isLeft(copied)) return failed(copied.left)
      // Once more: somebody may have been recorded, or erased, between the first time and the events.
      const laterKeys = await copyKeys(source.keys, target.keys)
      if (E.isLeft(laterKeys)) return failed(laterKeys.left)
      // What was copied is safe from a power cut once the target is closed: only then is it said.
      const closed = await target.log.close()
      if (E.isLeft(closed)) return of('target')(closed.left)
      summary(copied.right, { from: nameOfStore(from), to: nameOfStore(to) }, elapsed() - since).forEach(output.write)
      return E.right(undefined)
    }),
  )
}

/** Opens a store for a piece of work, and closes it whatever comes of that, if it is not closed already. */
const using = async (
  address: StoreAddress,
  opening: Parameters<typeof storeAt>[1],
  failed: (fault: EventLogFault) => Either<Problem, never>,
  work: (store: Store) => Promise<Either<Problem, void>>,
): Promise<Either<Problem, void>> => {
  const store = await storeAt(address, opening)
  if (E.isLeft(store)) return store
  const opened = await store.right()
  if (E.isLeft(opened)) {
    const problem = notOpened(address, opened.left)
    return problem._tag === 'NoLedgerThere' ? E.left(problem) : failed(opened.left)
  }
  try {
    return await work(opened.right)
  } finally {
    await opened.right.log.close()
  }
}

const summary = (
  { before, added, verified, streams }: Copied,
  { from, to }: { readonly from: string; readonly to: string },
  ms: number,
): ReadonlyArray<string> => [
  added === 0 && verified === 0
    ? `There was nothing to copy: ${from} holds no events yet.`
    : `Copied ${counted(added, 'event')} from ${from} to ${to} in ${lasting(ms)}${before > 0 ? `; ${counted(before, 'event')} lay there already` : ''}.`,
  `Verified: all ${counted(verified, 'event')} in ${counted(streams, 'stream')} have the same ids, the same order, the same content and the same instants of recording.`,
]
