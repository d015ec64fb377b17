import { describe, expect, it } from 'vitest'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { cohortsOnRecord } from '../../../src/projections/questions/cohorts.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { presence } from '../../../src/projections/questions/presence.js'
import { asked, shown, told } from '../../support/placed.js'
import { attach, decided, on, placement, started } from '../../support/placing.js'

const curtail = { type: 'CurtailPlacement', placement, on: on('2024-03-01'), by: 'host', why: 'the office closes' } as const

describe('early return', () => {
  it.each(['home', 'host', 'officer'] as const)('is asked by the %s, with notice and reason', async (by) => {
    const ledger = await told(attach(), started)
    await decided(ledger, { ...curtail, by, notice: on('2024-02-01') })
    expect(await shown(ledger, placementsOnRecord, {}, ['state', 'endedOn', 'endedBy', 'notice', 'why'])).toStrictEqual([
      `curtailed | 2024-03-01 | ${by} | 2024-02-01 | the office closes`,
    ])
    expect(await shown(ledger, presence, { on: '2024-03-02' }, ['inPost'])).toContain('=0')
  })

  it('may be that of a batch as a whole', async () => {
    const cohort = 'batch-1#all'
    const ledger = await told(
      { type: 'AttachCohort', cohort, size: exactly(30), period: { start: on('2024-01-08'), end: on('2024-04-05') } },
      { type: 'RecordCohortReturn', cohort, count: exactly(30), on: on('2024-03-01'), askedBy: 'host', why: 'the office closes' },
    )
    expect(await asked(ledger, cohortsOnRecord, {})).toMatchObject([{ state: 'returned' }])
  })
})
