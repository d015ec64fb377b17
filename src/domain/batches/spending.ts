import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import { type Cost, saysHours, sharesOf, type TimeSpent } from '../vocabulary/cost.js'
import type { BatchId, ProgrammeId } from '../vocabulary/id.js'
import type { BatchKeys } from './keys.js'

// What a batch as a whole cost, and the time that it took: beside what its sessions did, never added to them here.

/** One item of cost of a batch as a whole. */
export interface BatchCosts extends Cost {
  readonly batch: BatchId
}

/** Time that each of a batch, or the one named, spent on it as a whole. */
export interface BatchHours extends TimeSpent {
  readonly batch: BatchId
}

/** A cost of the whole batch came on record. */
export type BatchCostsRecorded = { readonly type: 'BatchCostsRecorded' } & BatchKeys & BatchCosts
/** Time spent on the whole batch came on record. */
export type BatchHoursRecorded = { readonly type: 'BatchHoursRecorded' } & BatchKeys & BatchHours

/** What is recorded of the costs and hours of a batch. */
export type SpendingEvent = BatchCostsRecorded | BatchHoursRecorded

/** An item of cost: `BatchCostsRecorded`. Refused where the shares come to more than the whole (`SharesExceedWhole`). */
export type RecordBatchCosts = { readonly type: 'RecordBatchCosts' } & BatchCosts
/** Time spent: `BatchHoursRecorded`. Refused where neither hours of duty nor others are stated (`HoursNotStated`). */
export type RecordBatchHours = { readonly type: 'RecordBatchHours' } & BatchHours

/** What may be asked of the costs and hours of a batch. */
export type SpendingCommand = RecordBatchCosts | RecordBatchHours

/** Why a cost or hours are not recorded. */
export type SpendingRefusal =
  | { readonly _tag: 'BatchNotRecorded'; readonly batch: BatchId }
  | { readonly _tag: 'SharesExceedWhole'; readonly batch: BatchId; readonly item: string; readonly percent: number }
  | { readonly _tag: 'HoursNotStated'; readonly batch: BatchId }

type Decision = Outcome<SpendingEvent, SpendingRefusal>

const unlessKnown = (event: SpendingEvent, spent: ReadonlyArray<SpendingEvent>): Decision =>
  E.right(spent.some((one) => same(one, event)) ? [] : [event])

/** Also of a batch that is closed, or was only planned: bills come late, and estimates early. */
export const decideSpending = (command: SpendingCommand, programme: ProgrammeId, spent: ReadonlyArray<SpendingEvent>): Decision => {
  const { batch } = command
  switch (command.type) {
    case 'RecordBatchCosts': {
      const percent = sharesOf(command.payers ?? [])
      if (percent > 100) return E.left({ _tag: 'SharesExceedWhole', batch, item: command.item, percent })
      return unlessKnown({ ...command, programme, type: 'BatchCostsRecorded' }, spent)
    }
    case 'RecordBatchHours':
      if (!saysHours(command)) return E.left({ _tag: 'HoursNotStated', batch })
      return unlessKnown({ ...command, programme, type: 'BatchHoursRecorded' }, spent)
  }
}
