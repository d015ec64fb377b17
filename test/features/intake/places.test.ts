import { describe, expect, it } from 'vitest'
import { seatsOnRecord } from '../../../src/projections/questions/seats.js'
import { clerk, opened, placed } from '../../support/intake.js'
import { asked, shown, tell, told } from '../../support/placed.js'
import { left } from '../../support/right.js'

const glance = ['for', 'quota', 'held', 'free'] as const

describe('places', () => {
  it('are counted by the batch, and each placement takes one', async () => {
    const ledger = await told(...placed(1, 2), opened({ batches: ['batch-1'] }, 2))
    await tell(ledger, { type: 'HoldSeat', seats: 'seats-1', holder: 'placement-1', count: { kind: 'exact', n: 1 } })
    expect(await shown(ledger, seatsOnRecord, { batch: 'batch-1' }, glance)).toStrictEqual(['batch 1 of Staff Exchange | =2 | =1 | =1'])
    await tell(ledger, { type: 'HoldSeat', seats: 'seats-1', holder: 'placement-2', count: { kind: 'exact', n: 1 } })
    expect(await shown(ledger, seatsOnRecord, {}, ['holders', 'free'])).toStrictEqual(['Officer 1; Officer 2 | =0'])
  })

  it('are one quota for two intakes, found from either of them', async () => {
    const ledger = await told(
      { type: 'OpenBatch', batch: 'batch-2', programme: 'programme-exchange', ordinal: 2 },
      ...placed(1),
      { type: 'AttachCohort', cohort: 'batch-2#first', direction: 'outbound', size: { kind: 'exact', n: 7 } },
      opened({ batches: ['batch-1', 'batch-2'], year: '2024/25' }, 8),
      { type: 'HoldSeat', seats: 'seats-1', holder: 'placement-1', count: { kind: 'exact', n: 1 } },
      { type: 'HoldSeat', seats: 'seats-1', holder: 'batch-2#first', count: { kind: 'exact', n: 7 } },
    )
    for (const batch of ['batch-1', 'batch-2'] as const)
      expect(await shown(ledger, seatsOnRecord, { batch, year: '2024/25' }, ['quota', 'held', 'free', 'holders'])).toStrictEqual([
        '=8 | =8 | =0 | Officer 1; first of batch 2 of Staff Exchange =7',
      ])
    expect(await asked(ledger, seatsOnRecord, { year: '2023/24' })).toStrictEqual([])
  })

  it.each([
    ['department', { department: 'organisation-roads' }, 'Roads Department'],
    ['grade', { grade: 'organisation-grade' }, 'Executive Officer Grade'],
    ['partner', { partner: 'organisation-shenzhen' }, 'Shenzhen'],
    ['programme', { programme: 'programme-exchange' }, 'Staff Exchange'],
  ] as const)('are allotted by %s', async (_, of, name) => {
    const ledger = await told(opened(of, 3), opened({ batches: ['batch-1'] }, 9, { seats: 'seats-2' }))
    expect(await shown(ledger, seatsOnRecord, of, glance)).toStrictEqual([`${name} | =3 | =0 | =3`])
  })

  it('are those of a session, too, where people sign up by themselves', async () => {
    const ledger = await told(
      { type: 'ScheduleOccasion', occasion: 'occasion-talk', kind: 'seminar', titles: [{ text: 'A seminar', language: 'en' }] },
      opened({ occasion: 'occasion-talk' }, 1),
      { type: 'HoldSeat', seats: 'seats-1', holder: 'person-1', count: { kind: 'exact', n: 1 } },
    )
    expect(await shown(ledger, seatsOnRecord, { occasion: 'occasion-talk' }, ['for', 'holders', 'free'])).toStrictEqual([
      'A seminar | Officer 1 | =0',
    ])
  })

  it('are never better known than the figures: an inexact number takes what it surely needs', async () => {
    const ledger = await told(opened({ batches: ['batch-1'] }, 10), {
      type: 'AttachCohort',
      cohort: 'batch-1#first',
      direction: 'outbound',
      size: { kind: 'between', from: 4, to: 6 },
    })
    await tell(ledger, { type: 'HoldSeat', seats: 'seats-1', holder: 'batch-1#first', count: { kind: 'between', from: 4, to: 6 } })
    expect(await shown(ledger, seatsOnRecord, {}, ['quota', 'held', 'free'])).toStrictEqual(['=10 | 4–6 | 4–6'])
  })

  it('may be held beyond the quota by permission, which stays on record', async () => {
    const ledger = await told(
      ...placed(1, 2),
      opened({ batches: ['batch-1'] }, 1),
      { type: 'HoldSeat', seats: 'seats-1', holder: 'placement-1', count: { kind: 'exact', n: 1 } },
      { type: 'PermitOverbooking', seats: 'seats-1', by: 1, authority: 'Civil Service College', reason: 'one may withdraw' },
      [{ type: 'HoldSeat', seats: 'seats-1', holder: 'placement-2', count: { kind: 'exact', n: 1 } }, { mode: 'decision' }],
    )
    expect(await shown(ledger, seatsOnRecord, {}, ['quota', 'held', 'free', 'overbookBy'])).toStrictEqual(['=1 | =2 | =0 | 1'])
  })

  it('are not taken away from those who hold them by a smaller quota', async () => {
    const ledger = await told(...placed(1, 2), opened({ batches: ['batch-1'] }, 2))
    for (const holder of ['placement-1', 'placement-2'] as const)
      await tell(ledger, { type: 'HoldSeat', seats: 'seats-1', holder, count: { kind: 'exact', n: 1 } })
    const smaller = { type: 'ReviseQuota', seats: 'seats-1', quota: { kind: 'exact', n: 1 } } as const
    expect(left(await ledger.execute(smaller, { ...clerk, mode: 'decision' }))).toMatchObject({ refusal: { _tag: 'QuotaBelowHeld' } })
    await tell(ledger, smaller)
    expect(await shown(ledger, seatsOnRecord, {}, ['quota', 'held', 'free'])).toStrictEqual(['=1 | =2 | =0'])
  })
})
