import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { isStreamName } from '../../domain/kernel/append-check.js'
import { invalid } from '../../domain/vocabulary/invalid.js'
import { builtIn } from '../../projections/built-in.js'
import { withLedger } from './open-store.js'
import { readAsked, type Typed } from './options.js'
import type { Surroundings } from './output.js'
import type { Problem } from './problem.js'
import { explainedColumns, explainedRow, historyColumns, historyRows } from './record-rows.js'
import { render } from './render/render.js'
import { rowSet } from './render/rows.js'
import { at } from './viewpoint.js'

/** Prints every event of a stream, with what became of it. */
export const history = async (stream: string, typed: Typed, around: Surroundings): Promise<Either<Problem, void>> => {
  const wrong = isStreamName(stream) ? [] : [at(invalid("a stream's name, such as agreement-nag", stream), 'STREAM')]
  const asked = readAsked(typed, around, wrong)
  if (E.isLeft(asked)) return asked
  if (!isStreamName(stream)) return E.left({ _tag: 'WrongUsage', wrong })
  const { store, format } = asked.right
  return withLedger(store, false, async (ledger) => {
    const recorded = await ledger.history(stream)
    if (E.isLeft(recorded)) return E.left({ _tag: 'Faulted', fault: recorded.left })
    if (recorded.right.length === 0) return E.left({ _tag: 'NothingOnRecord', of: stream })
    render(format, rowSet(historyColumns, historyRows(recorded.right)), around.output.columns).forEach(around.output.write)
    return E.right(undefined)
  })
}

/** Prints the events behind one row of a read model. */
export const explain = async (readModel: string, key: string, typed: Typed, around: Surroundings): Promise<Either<Problem, void>> => {
  const asked = readAsked(typed, around)
  if (E.isLeft(asked)) return asked
  const known = builtIn.map(({ name }) => name)
  if (!known.includes(readModel)) return E.left({ _tag: 'NoSuchName', what: 'read model', name: readModel, known })
  const { store, format, view } = asked.right
  return withLedger(store, false, async (ledger) => {
    const behind = await ledger.explain(readModel, key, view)
    if (E.isLeft(behind)) return E.left({ _tag: 'Faulted', fault: behind.left })
    if (behind.right.length === 0) return E.left({ _tag: 'NothingOnRecord', of: `${key} in the read model ${readModel}` })
    render(format, rowSet(explainedColumns, behind.right.map(explainedRow)), around.output.columns).forEach(around.output.write)
    return E.right(undefined)
  })
}
