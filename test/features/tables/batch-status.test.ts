import { describe, expect, it } from 'vitest'
import { batchStatus } from '../../../src/projections/questions/batch-status.js'
import { asked, shown, tell, told } from '../../support/placed.js'
import { exact, january, place } from '../../support/presence.js'

const FIELDS = ['attached', 'started', 'extended', 'returnedEarly', 'completed', 'noEndOnRecord', 'reported'] as const

describe('batch status', () => {
  it('adds up: who returned early, who completed and of whom no end is on record are those attached', async () => {
    const ledger = await told(
      { type: 'AttachCohort', cohort: 'batch-1#a', size: exact(10), direction: 'outbound', period: january },
      { type: 'StartCohort', cohort: 'batch-1#a', on: { edtf: '2024-01-08' } },
      place(1, january, { batch: 'batch-1', partOf: 'batch-1#a' }),
      place(2, january, { batch: 'batch-1' }),
      { type: 'StartPlacement', placement: 'placement-1', on: { edtf: '2024-01-08' } },
      { type: 'RecordCohortReturn', cohort: 'batch-1#a', count: exact(2), on: { edtf: '2024-02-01' } },
      { type: 'CompletePlacement', placement: 'placement-1', on: { edtf: '2024-04-07' } },
      { type: 'ReceiveReport', placement: 'placement-1', kind: 'completion report' },
    )
    const status = async (): Promise<ReadonlyArray<string>> => shown(ledger, batchStatus, {}, FIELDS)
    expect(await status()).toStrictEqual(['=11 | =10 | =0 | 1–2 | =1 | not exact (between, exact), at least 8, at most 9 | =1'])
    await tell(ledger, { type: 'RecordCohortCompletion', cohort: 'batch-1#a', on: { edtf: '2024-04-07' } })
    const [row] = await asked(ledger, batchStatus, {})
    expect([row?.attached.low, row?.noEndOnRecord.low]).toStrictEqual([11, 1])
  })

  it('moves nobody on by date alone, and keeps what was planned beside what came', async () => {
    const ledger = await told({
      type: 'PlanBatch',
      batch: 'batch-2',
      programme: 'programme-exchange',
      ordinal: 2,
      plannedSize: { kind: 'about', n: 30 },
    })
    expect(await shown(ledger, batchStatus, { batch: 'batch-2' }, ['name', 'state', 'planned', ...FIELDS])).toStrictEqual([
      `batch 2 of Staff Exchange | planned | ≈30 | ${Array.from({ length: 7 }, () => 'nothing on record').join(' | ')}`,
    ])
  })
})
