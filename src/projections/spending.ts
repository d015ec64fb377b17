import type { LedgerEvent } from '../domain/ledger.js'
import { type Cost, showAmount, type TimeSpent } from '../domain/vocabulary/cost.js'
import type { BatchId, ProgrammeId } from '../domain/vocabulary/id.js'
import { list, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Costs and hours of a batch as a whole; those of its sessions stand with the sessions. */
export interface SpendingRow extends RestingOn {
  readonly batch: BatchId
  readonly programme: ProgrammeId
  readonly costs: ReadonlyArray<Cost>
  readonly hours: ReadonlyArray<TimeSpent>
}

const keys = ({ batch }: { readonly batch: BatchId }): ReadonlyArray<BatchId> => [batch]

/** What batches cost and took, one row for each of which anything is on record. */
export const spending: Projection<LedgerEvent, BatchId, SpendingRow> = {
  name: 'spending',
  version: 1,
  columns: {
    batch: text<BatchId>(),
    programme: text<ProgrammeId>(),
    costs: list<Cost>(({ item, amount }) => `${item} ${showAmount(amount)}`),
    hours: list<TimeSpent>(({ basis }) => basis),
    ...restingOnColumns,
  },
  on: {
    BatchCostsRecorded: {
      keys,
      evolve: (row, { type: _, batch, programme, ...cost }, __, recorded) => ({
        hours: [],
        ...row,
        batch,
        programme,
        costs: [...(row?.costs ?? []), cost],
        ...restingOn(row, recorded),
      }),
    },
    BatchHoursRecorded: {
      keys,
      evolve: (row, { type: _, batch, programme, ...spent }, __, recorded) => ({
        costs: [],
        ...row,
        batch,
        programme,
        hours: [...(row?.hours ?? []), spent],
        ...restingOn(row, recorded),
      }),
    },
  },
}
