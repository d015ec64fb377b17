import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { readAsked, type Typed } from './options.js'
import type { Surroundings } from './output.js'
import type { Problem } from './problem.js'
import { bar, type Progress, percentOf } from './progress.js'
import { counted, grouped, lasting } from './render/figures.js'
import { shortened } from './render/width.js'
import { withLedger } from './store.js'

const STEP_IN_PERCENT = 10

/** Builds every read model anew, showing how far it is. */
export const rebuild = async (typed: Typed, around: Surroundings): Promise<Either<Problem, void>> => {
  const asked = readAsked(typed, around)
  if (E.isLeft(asked)) return asked
  const { output, elapsed } = around
  return withLedger(asked.right.store, false, async (ledger) => {
    const since = elapsed()
    const shows = output.isTerminal ? drawn(around, since) : told(around)
    let events = 0
    const rebuilt = await ledger.rebuild((done) => {
      events = done.events
      shows(done)
    })
    if (output.isTerminal) output.redraw('')
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

const drawn =
  ({ output, elapsed }: Surroundings, since: number) =>
  (done: Progress): void =>
    output.redraw(shortened(bar(done, elapsed() - since), output.columns - 1))

/** A line for every tenth of the way, where it is long enough to be worth one. */
const told = ({ output }: Surroundings) => {
  let before = 0
  return (done: Progress): void => {
    const percent = percentOf(done)
    if (percent === undefined || percent >= 100 || percent < before + STEP_IN_PERCENT) return
    before = percent - (percent % STEP_IN_PERCENT)
    output.error(`${percent} %  ${grouped(done.events)} events`)
  }
}
