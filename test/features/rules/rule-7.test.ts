import { describe, expect, it } from 'vitest'
import { seriesOrder } from '../../../src/projections/questions/series-order.js'
import { course, refusedFor } from '../../support/course.js'
import { type Said, shown } from '../../support/placed.js'

const announced: Said = { type: 'AnnounceSeries', series: 'series-talks', names: [{ text: 'Talks', language: 'en' }] }
const talk = (occasion: `occasion-${string}`, ordinal: number | 'last') =>
  ({ type: 'AddTalk', series: 'series-talks', occasion, ordinal }) as const

describe('rule 7: an ordinal is used once in a series; one that goes against the order of days is flagged', () => {
  it('refuses an ordinal that another talk has', async () => {
    const ledger = await course(announced, talk('occasion-day-1', 1))
    expect(await refusedFor(ledger, talk('occasion-day-2', 1))).toStrictEqual({
      _tag: 'OrdinalUsed',
      series: 'series-talks',
      ordinal: 1,
      occasion: 'occasion-day-1',
    })
  })

  it('flags a talk that was held before one with a lower ordinal; both are on record', async () => {
    const ledger = await course(announced, talk('occasion-day-2', 1), talk('occasion-day-1', 2), talk('occasion-day-3', 'last'))
    expect(await shown(ledger, seriesOrder, { series: 'series-talks' }, ['ordinal', 'talk', 'order', 'against'])).toStrictEqual([
      '1 | Day 2 | in order | none',
      '2 | Day 1 | against date order | Day 2',
      'last | Day 3 | in order | none',
    ])
  })

  it('cannot tell where a day is not known, or too vague', async () => {
    const ledger = await course(
      announced,
      {
        type: 'RecordBriefing',
        occasion: 'occasion-spring',
        kind: 'talk',
        titles: [{ text: 'Spring talk', language: 'en' }],
        on: { edtf: '2024-03' },
      },
      talk('occasion-spring', 1),
      talk('occasion-day-1', 2),
    )
    expect(await shown(ledger, seriesOrder, {}, ['ordinal', 'order', 'against'])).toStrictEqual([
      '1 | in order | none',
      '2 | cannot tell | Spring talk',
    ])
  })
})
