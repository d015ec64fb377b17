import { describe, expect, it } from 'vitest'
import { batches } from '../../src/projections/batches.js'
import { entryOf, rowIn, tell, told } from '../support/placed.js'

const intake = { batch: 'batch-2', programme: 'programme-exchange' } as const
const plan = { type: 'PlanBatch', ...intake, ordinal: 2, plannedSize: { kind: 'about', n: 12 }, theme: 'transport' } as const

describe('a batch', () => {
  it('is planned, opened and closed, and keeps what the plan said and the opening does not', async () => {
    const ledger = await told(plan, { type: 'OpenCall', batch: 'batch-2', steps: [{ step: 'nomination', deadline: { edtf: '2024-05' } }] })
    const planned = { ...intake, ordinal: 2, plannedSize: { kind: 'about', n: 12 }, theme: 'transport', startTold: [] }
    const callSteps = [{ step: 'nomination', deadline: { edtf: '2024-05' } }]
    expect(await rowIn(ledger, batches, 'batch-2')).toStrictEqual({ ...planned, state: 'planned', hasOpened: false, callSteps })
    await tell(
      ledger,
      { type: 'ReviseBatch', batch: 'batch-2', theme: 'town planning' },
      { type: 'OpenBatch', ...intake, openedOn: { edtf: '2024-03' } },
    )
    const open = {
      ...planned,
      theme: 'town planning',
      openedOn: { edtf: '2024-03' },
      callSteps,
      hasOpened: true,
      startTold: [['source-paper']],
    }
    expect(await rowIn(ledger, batches, 'batch-2')).toStrictEqual({ ...open, state: 'open' })
    await tell(ledger, { type: 'CloseBatch', batch: 'batch-2', why: 'over' })
    expect(await rowIn(ledger, batches, 'batch-2')).toStrictEqual({ ...open, state: 'closed', closedWhy: 'over' })
  })

  it('that was planned and given up was never open; a decision to open tells nothing as past', async () => {
    const ledger = await told(plan, { type: 'CloseBatch', batch: 'batch-2', on: { edtf: '2024' } }, [
      { type: 'OpenBatch', batch: 'batch-3', programme: 'programme-exchange' },
      { mode: 'decision' },
    ])
    expect(await rowIn(ledger, batches, 'batch-2')).toMatchObject({ state: 'closed', hasOpened: false, closedOn: { edtf: '2024' } })
    expect(await rowIn(ledger, batches, 'batch-3')).toMatchObject({ state: 'open', hasOpened: true, startTold: [] })
  })

  it('goes without the plan, or without its opening, when that is voided', async () => {
    const ledger = await told(plan, { type: 'OpenBatch', ...intake })
    const { entry: opening } = await entryOf(ledger, 'batch-2', 'BatchOpened')
    await tell(ledger, { type: 'VoidEntry', stream: 'batch-2', entry: opening, reason: 'not yet' })
    expect(await rowIn(ledger, batches, 'batch-2')).toMatchObject({ state: 'planned', plannedSize: { kind: 'about', n: 12 } })
    const { entry: planning } = await entryOf(ledger, 'batch-2', 'BatchPlanned')
    await tell(ledger, { type: 'VoidEntry', stream: 'batch-2', entry: planning, reason: 'of another programme' })
    expect(await rowIn(ledger, batches, 'batch-2')).toBeUndefined()
  })
})
