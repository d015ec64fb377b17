import { describe, expect, it } from 'vitest'
import { placedOnADay } from '../../../src/projections/questions/placed-on-a-day.js'
import { shown, told } from '../../support/placed.js'
import { exact, january, months, place, vague } from '../../support/presence.js'

const FIELDS = ['where', 'direction', 'inPost', 'range', 'cannotTell'] as const

describe('placements on a day', () => {
  const placed = async () =>
    told(
      { type: 'AttachCohort', cohort: 'batch-1#sure', size: exact(10), direction: 'outbound', place: 'Shenzhen', period: january },
      { type: 'AttachCohort', cohort: 'batch-1#vague', size: exact(5), direction: 'outbound', place: 'Beijing', period: vague },
      {
        type: 'AttachCohort',
        cohort: 'batch-1#in',
        size: { kind: 'about', n: 20 },
        direction: 'inbound',
        homes: { items: ['organisation-shenzhen'], open: false },
        period: { start: { edtf: '2024-03-01' }, length: months(2) },
      },
      place(1, { start: { edtf: '2024-01-08' }, end: { edtf: '2024-12-31' } }),
    )

  it('counts by host and direction, with bounds where a day cannot be told', async () => {
    expect(await shown(await placed(), placedOnADay, { on: '2024-03-24' }, FIELDS)).toStrictEqual([
      'Beijing | outbound | ≤5 | ≤5 | =5',
      'Shenzhen | outbound | =10 | =10 | =0',
      'not stated | inbound | ≈20 | ? | =0',
      'not stated | not stated | =1 | =1 | =0',
      'all | outbound | 15, not exact (at most, exact), at least 10, at most 15 | 10–15 | =5',
      'all | inbound | ≈20 | ? | =0',
      'all | not stated | =1 | =1 | =0',
    ])
  })

  it('counts by home as well: the same officers in other lines', async () => {
    expect(
      await shown(await placed(), placedOnADay, { on: '2024-03-24', by: 'home' }, ['line', 'where', 'direction', 'inPost']),
    ).toStrictEqual([
      'home | Shenzhen | inbound | ≈20',
      'home | not stated | outbound | 15, not exact (at most, exact), at least 10, at most 15',
      'home | not stated | not stated | =1',
      'total | all | outbound | 15, not exact (at most, exact), at least 10, at most 15',
      'total | all | inbound | ≈20',
      'total | all | not stated | =1',
    ])
  })

  it('says nothing of a day where nothing matches, and zero only where all on record are out', async () => {
    expect(await shown(await told(), placedOnADay, { on: '2024-03-24' }, FIELDS)).toStrictEqual([])
    const ledger = await told({
      type: 'AttachCohort',
      cohort: 'batch-1#a',
      size: exact(3),
      direction: 'outbound',
      place: 'Shenzhen',
      period: january,
    })
    expect(await shown(ledger, placedOnADay, { on: '2023-12-31' }, FIELDS)).toStrictEqual([
      'Shenzhen | outbound | =0 | =0 | =0',
      'all | outbound | =0 | =0 | =0',
    ])
  })
})
