import { describe, expect, it } from 'vitest'
import type { SeatHolder } from '../../../src/domain/seats/events.js'
import type { Ledger } from '../../../src/ledger.js'
import { seatsOnRecord } from '../../../src/projections/questions/seats.js'
import { waitingList } from '../../../src/projections/questions/waiting-list.js'
import { opened, placed } from '../../support/intake.js'
import { asked, shown, tell, told } from '../../support/placed.js'

const ask = (ledger: Ledger, holder: SeatHolder, n = 1): Promise<void> =>
  tell(ledger, { type: 'HoldSeat', seats: 'seats-1', holder, count: { kind: 'exact', n } })

const release = (ledger: Ledger, holder: SeatHolder): Promise<void> => tell(ledger, { type: 'ReleaseSeat', seats: 'seats-1', holder })

const list = (ledger: Ledger): Promise<ReadonlyArray<string>> => shown(ledger, waitingList, {}, ['place', 'who', 'asked'])
const holders = (ledger: Ledger): Promise<ReadonlyArray<string>> => shown(ledger, seatsOnRecord, {}, ['holders'])

/** One place, taken by officer 1; officers 2 and 3 wait. */
const crowded = async (): Promise<Ledger> => {
  const ledger = await told(...placed(1, 2, 3), opened({ batches: ['batch-1'] }, 1, { policy: 'waiting list' }))
  for (const holder of ['placement-1', 'placement-2', 'placement-3'] as const) await ask(ledger, holder)
  return ledger
}

describe('waiting list', () => {
  it('keeps the order of those for whom there is no place', async () => {
    const ledger = await crowded()
    expect(await holders(ledger)).toStrictEqual(['Officer 1'])
    expect(await list(ledger)).toStrictEqual(['1 | Officer 2 | =1', '2 | Officer 3 | =1'])
  })

  it('promotes the first when a place falls free', async () => {
    const ledger = await crowded()
    await release(ledger, 'placement-1')
    expect(await holders(ledger)).toStrictEqual(['Officer 2'])
    expect(await list(ledger)).toStrictEqual(['1 | Officer 3 | =1'])
  })

  it('goes on without those who withdraw from it', async () => {
    const ledger = await crowded()
    await release(ledger, 'placement-2')
    expect(await list(ledger)).toStrictEqual(['1 | Officer 3 | =1'])
    await release(ledger, 'placement-1')
    expect(await holders(ledger)).toStrictEqual(['Officer 3'])
    expect(await asked(ledger, waitingList, {})).toStrictEqual([])
  })

  it('promotes as many as a larger quota has room for', async () => {
    const ledger = await crowded()
    await tell(ledger, { type: 'ReviseQuota', seats: 'seats-1', quota: { kind: 'exact', n: 3 } })
    expect(await holders(ledger)).toStrictEqual(['Officer 1; Officer 2; Officer 3'])
  })

  it('promotes into overbooked places by permission', async () => {
    const ledger = await crowded()
    const permission = { authority: 'Civil Service College', reason: 'one is expected to withdraw' }
    await tell(ledger, { type: 'PermitOverbooking', seats: 'seats-1', by: 1, ...permission })
    expect(await shown(ledger, seatsOnRecord, {}, ['quota', 'held', 'overbookBy', 'waiting'])).toStrictEqual(['=1 | =2 | 1 | Officer 3'])
  })

  it('lets nobody overtake: who needs fewer places waits behind who needs more', async () => {
    const ledger = await told(
      ...placed(1),
      { type: 'AttachCohort', cohort: 'batch-1#first', direction: 'outbound', size: { kind: 'exact', n: 2 } },
      { type: 'AttachCohort', cohort: 'batch-1#second', direction: 'outbound', size: { kind: 'exact', n: 2 } },
      opened({ batches: ['batch-1'] }, 3, { policy: 'waiting list' }),
    )
    await ask(ledger, 'batch-1#first', 2)
    await ask(ledger, 'batch-1#second', 2)
    await ask(ledger, 'placement-1')
    expect(await shown(ledger, waitingList, {}, ['place', 'who', 'asked', 'free'])).toStrictEqual([
      '1 | second of batch 1 of Staff Exchange | =2 | =1',
      '2 | Officer 1 | =1 | =1',
    ])
    await release(ledger, 'batch-1#first')
    expect(await list(ledger)).toStrictEqual([])
  })
})
