import { describe, expect, it } from 'vitest'
import { costs } from '../../../src/projections/questions/costs.js'
import { course, planned, refusedFor } from '../../support/course.js'
import { shown, tell } from '../../support/placed.js'

const fee = {
  type: 'RecordCosts',
  occasion: 'occasion-day-1',
  item: 'course fee',
  amount: { currency: 'HKD', amount: { kind: 'about', n: 120000, words: 'some $120,000' } },
  basis: 'estimate',
} as const

describe('costs', () => {
  it('say who pays which share, and whether they are estimated or actual; the two stand side by side', async () => {
    const ledger = await course(fee, {
      ...fee,
      amount: { currency: 'HKD', amount: { kind: 'exact', n: 118450.5 } },
      basis: 'actual',
      payers: [{ organisation: 'organisation-roads', share: 75 }, { organisation: 'organisation-water' }],
    })
    expect(await shown(ledger, costs, { within: 'programme-writing' }, ['what', 'item', 'basis', 'amount', 'payers'])).toStrictEqual([
      'Day 1 | course fee | estimate | HKD ≈120000 | ?',
      'Day 1 | course fee | actual | HKD =118450.5 | Roads Department (75%); Water Department',
    ])
    expect(await shown(ledger, costs, { basis: 'actual' }, ['amount'])).toStrictEqual(['HKD =118450.5'])
  })

  it('of a batch as a whole stand beside those of its sessions, and are not added to them', async () => {
    const { occasion: _, type: __, ...cost } = fee
    const ledger = await course(fee, { ...cost, type: 'RecordBatchCosts', batch: 'batch-writing', item: 'printing' })
    expect(await shown(ledger, costs, { within: 'batch-writing' }, ['of', 'what', 'item'])).toStrictEqual([
      'batch-writing | batch 1 of Writing Course | printing',
      'occasion-day-1 | Day 1 | course fee',
    ])
    expect(await shown(ledger, costs, { within: 'occasion-day-1' }, ['item'])).toStrictEqual(['course fee'])
    const payers = [{ organisation: 'organisation-roads', share: 100.5 }] as const
    expect(
      await refusedFor(ledger, { ...cost, type: 'RecordBatchCosts', batch: 'batch-writing', payers: [...payers, ...payers] }),
    ).toMatchObject({ _tag: 'InvalidCommand' })
    const halves = [
      { organisation: 'organisation-roads', share: 50 },
      { organisation: 'organisation-water', share: 50.5 },
    ] as const
    expect(await refusedFor(ledger, { ...cost, type: 'RecordBatchCosts', batch: 'batch-writing', payers: halves })).toStrictEqual({
      _tag: 'SharesExceedWhole',
      batch: 'batch-writing',
      item: 'course fee',
      percent: 100.5,
    })
  })

  it('are refused where the shares come to more than the whole, and taken in of a session that was called off', async () => {
    const ledger = await course(planned, { type: 'CancelOccasion', occasion: 'occasion-day-4', why: 'typhoon' })
    const payers = [
      { organisation: 'organisation-roads', share: 75 },
      { organisation: 'organisation-water', share: 30 },
    ] as const
    expect(await refusedFor(ledger, { ...fee, payers })).toStrictEqual({
      _tag: 'SharesExceedWhole',
      occasion: 'occasion-day-1',
      item: 'course fee',
      percent: 105,
    })
    await tell(ledger, { ...fee, occasion: 'occasion-day-4', item: 'hall, not refunded', basis: 'actual' })
    expect(await shown(ledger, costs, {}, ['what', 'item'])).toStrictEqual(['Day 4 | hall, not refunded'])
  })
})
