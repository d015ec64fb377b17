import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { BatchId } from '../../domain/vocabulary/id.js'
import { type BatchRow, batches } from '../batches.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { type Naming, namingIn } from './naming.js'

/** What things are called, batches without a name among them. */
export interface Labels extends Naming {
  /** A batch's own name; else its programme's, with its edition or ordinal: "Staff Exchange Programme, batch 1". */
  readonly ofBatch: (batch: BatchId) => string
}

const labelOf = ({ batch, programme, names, edition, ordinal }: BatchRow, { of }: Naming): string => {
  const number = edition ?? (ordinal === undefined ? batch : `batch ${ordinal}`)
  return names?.at(-1)?.text ?? `${of(programme)}, ${number}`
}

/** The labels on record. A question that uses them names `batches` and `names` among its `reads`. */
export const labelsIn =
  (tables: Tables): TaskEither<RowStoreFault, Labels> =>
  async () => {
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const rows = await tables.of(batches).where({})()
    if (E.isLeft(rows)) return rows
    const labels = new Map(rows.right.map((row) => [row.batch, labelOf(row, naming.right)]))
    return E.right({ ...naming.right, ofBatch: (batch) => labels.get(batch) ?? batch })
  }
