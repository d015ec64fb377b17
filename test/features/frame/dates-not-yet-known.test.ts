import { describe, expect, it } from 'vitest'
import { agreementsOnRecord } from '../../../src/projections/questions/agreements.js'
import { occasionsOnRecord } from '../../../src/projections/questions/occasions.js'
import { openMatters } from '../../../src/projections/questions/open-matters.js'
import { shown, tell, told } from '../../support/placed.js'

const occasion = 'occasion-1'

describe('dates not yet known', () => {
  it('schedules a session without a date, and gives it one later', async () => {
    const ledger = await told({ type: 'ScheduleOccasion', occasion, kind: 'lecture' })
    const day = () => shown(ledger, occasionsOnRecord, { occasion }, ['state', 'day'])
    expect(await day()).toStrictEqual(['scheduled | ?'])
    await tell(ledger, { type: 'ReviseOccasion', occasion, on: { edtf: '2024-06' } })
    expect(await day()).toStrictEqual(['scheduled | 2024-06'])
  })

  it('postpones a session to a day that nobody knows yet', async () => {
    const ledger = await told(
      { type: 'ScheduleOccasion', occasion, kind: 'lecture', on: { edtf: '2024-05-02' } },
      { type: 'PostponeOccasion', occasion, why: 'until further notice' },
    )
    expect(await shown(ledger, occasionsOnRecord, { occasion }, ['state', 'day'])).toStrictEqual(['postponed | ?'])
  })

  it('leaves nothing out that may lie within the days asked', async () => {
    const ledger = await told({ type: 'ScheduleOccasion', occasion, kind: 'lecture' })
    expect(await shown(ledger, occasionsOnRecord, { since: '2024-01-01', until: '2024-12-31' }, ['occasion'])).toStrictEqual([occasion])
  })

  it('announces an agreement and plans a batch without a day', async () => {
    const ledger = await told(
      {
        type: 'AnnounceAgreement',
        agreement: 'agreement-next',
        names: [{ text: 'Next Agreement', language: 'en' }],
        parties: { items: ['organisation-shenzhen'], open: true },
      },
      { type: 'PlanBatch', batch: 'batch-2', programme: 'programme-exchange', ordinal: 2 },
    )
    expect(await shown(ledger, agreementsOnRecord, {}, ['state', 'announcedOn', 'signedOn'])).toStrictEqual(['announced | ? | ?'])
    expect(await shown(ledger, openMatters, { kind: 'batch planned' }, ['what', 'due'])).toStrictEqual(['batch 2 of Staff Exchange | ?'])
  })
})
