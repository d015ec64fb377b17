import { describe, expect, it } from 'vitest'
import { trainingVolume } from '../../../src/projections/questions/training-volume.js'
import { shown, told } from '../../support/placed.js'
import { exact } from '../../support/presence.js'

const FIELDS = ['year', 'occasions', 'attendances', 'participants', 'hours', 'withoutHours', 'traineeDays', 'placementDays'] as const

const briefing = (n: number, on: string, size: number, lastDay?: string) =>
  ({
    type: 'RecordBriefing',
    occasion: `occasion-${n}`,
    kind: 'seminar',
    on: { edtf: on },
    ...(lastDay && { lastDay: { edtf: lastDay } }),
    attendance: { figure: exact(size) },
  }) as const

describe('training volume', () => {
  it('is told by financial year: attendances, persons within bounds, and days', async () => {
    const ledger = await told(briefing(1, '2024-03-28', 40), briefing(2, '2024-03-30', 10, '2024-04-01'), briefing(3, '2024-06-01', 25), {
      type: 'AttachCohort',
      cohort: 'batch-1#a',
      size: exact(2),
      direction: 'outbound',
      period: { start: { edtf: '2024-03-31' }, end: { edtf: '2024-04-02' } },
    })
    expect(await shown(ledger, trainingVolume, {}, FIELDS)).toStrictEqual([
      '2023-24 | 2 | =50 | 40–50 | nothing on record | 2 | =60 | =2',
      '2024-25 | 1 | =25 | =25 | nothing on record | 1 | =35 | =4',
      'all years | 3 | =75 | 40–75 | nothing on record | 3 | =95 | =6',
    ])
  })

  it('takes any other year that is asked for, and leaves an occasion of one of two years in a line of its own', async () => {
    const ledger = await told(briefing(1, '2024-03', 40), briefing(2, '2023-12-31~', 10))
    expect(
      await shown(ledger, trainingVolume, { years: { month: 1, day: 1 } }, ['year', 'occasions', 'attendances', 'attendancesRange']),
    ).toStrictEqual(['2023 | 0 | =0 | ≤10', '2023 or 2024 | 1 | =10 | =10', '2024 | 1 | =40 | 40–50', 'all years | 2 | =50 | =50'])
  })

  it('adds up hours that are on record, and says of how many occasions none are', async () => {
    const ledger = await told(briefing(1, '2024-05-02', 40), briefing(2, '2024-05-03', 10), {
      type: 'SetBlocks',
      occasion: 'occasion-1',
      blocks: [
        { on: '2024-05-02', from: '09:30', to: '12:00' },
        { on: '2024-05-02', from: '14:00', to: '16:00' },
      ],
    })
    expect(await shown(ledger, trainingVolume, {}, ['year', 'hours', 'withoutHours'])).toStrictEqual([
      '2024-25 | =4.5 | 1',
      'all years | =4.5 | 1',
    ])
  })
})
