import { describe, expect, it } from 'vitest'
import { hours } from '../../../src/projections/questions/hours.js'
import { course, refusedFor } from '../../support/course.js'
import { shown } from '../../support/placed.js'

const camp = {
  type: 'RecordBriefing',
  occasion: 'occasion-camp',
  kind: 'seminar',
  titles: [{ text: 'Writing camp', language: 'en' }],
  on: { edtf: '2024-04-10' },
  lastDay: { edtf: '2024-04-12' },
} as const
const morning = { on: '2024-04-10', from: '09:30', to: '12:45' } as const

describe('several days, several time blocks', () => {
  it('makes the sum of the blocks the length', async () => {
    const ledger = await course(camp, {
      type: 'SetBlocks',
      occasion: 'occasion-camp',
      blocks: [morning, { on: '2024-04-10', from: '14:00', to: '17:00' }, { on: '2024-04-12', from: '10:00', to: '11:30' }],
    })
    expect(await shown(ledger, hours, { within: 'occasion-camp' }, ['what', 'length', 'days'])).toStrictEqual(['Writing camp | 7:45 | 2'])
  })

  it('refuses blocks that overlap, end before they start, or lie outside the days of the session', async () => {
    const ledger = await course(camp)
    const set = { type: 'SetBlocks', occasion: 'occasion-camp' } as const
    const other = { on: '2024-04-10', from: '12:00', to: '13:00' } as const
    expect(await refusedFor(ledger, { ...set, blocks: [morning, other] })).toStrictEqual({
      _tag: 'BlocksOverlap',
      occasion: 'occasion-camp',
      block: morning,
      other,
    })
    const backwards = { on: '2024-04-10', from: '12:00', to: '11:00' } as const
    expect(await refusedFor(ledger, { ...set, blocks: [backwards] })).toStrictEqual({
      _tag: 'BlockEndsBeforeStart',
      occasion: 'occasion-camp',
      block: backwards,
    })
    const outside = { ...morning, on: '2024-04-13' } as const
    expect(await refusedFor(ledger, { ...set, blocks: [outside] })).toStrictEqual({
      _tag: 'BlockOutsideOccasion',
      occasion: 'occasion-camp',
      block: outside,
      on: { edtf: '2024-04-10' },
    })
  })
})
