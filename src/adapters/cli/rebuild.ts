import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { withLedger } from './open-store.js'
import { readAsked, type Typed } from './options.js'
import type { Surroundings } from './output.js'
import type { Problem } from './problem.js'
import { counted, lasting } from './render/figures.js'
import { showProgress } from './show-progress.js'

/** Builds every read model anew, showing how far it is. */
export const rebuild = async (typed: Typed, around: Surroundings): Promise<Either<Problem, void>> => {
  const asked = readAsked(typed, around)
  if (E.isLeft(asked)) return asked
  const { output, elapsed } = around
  return withLedger(asked.right.store, false, async (ledger) => {
    const since = elapsed()
    const progress = showProgress(around)
    let events = 0
    const rebuilt = await ledger.rebuild((done) => {
      events = done.events
      progress.show(done)
    })
    progress.clear()
    if (E.isLeft(rebuilt)) return E.left({ _tag: 'Faulted', fault: rebuilt.left })
    const models = rebuilt.right.rebuilt.length
    output.write(
      models === 0
        ? 'There was nothing to rebuild: the ledger holds no events yet.'
        : `Rebuilt ${counted(models, 'read model')} from ${counted(events, 'event')} in ${lasting(elapsed() - since)}.`,
    )
    return E.right(undefined)
  })
}
