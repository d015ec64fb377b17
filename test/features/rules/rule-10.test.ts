import { describe, expect, it } from 'vitest'
import type { HoldSeat } from '../../../src/domain/seats/commands.js'
import type { SeatHolder, SeatsPolicy } from '../../../src/domain/seats/events.js'
import type { Ledger } from '../../../src/ledger.js'
import { conflicts } from '../../../src/projections/conflicts.js'
import { seatsOnRecord } from '../../../src/projections/questions/seats.js'
import { clerk, opened, placed } from '../../support/intake.js'
import { shown, tell, told } from '../../support/placed.js'
import { left, right } from '../../support/right.js'

const decision = { ...clerk, mode: 'decision' } as const
const ask = (holder: SeatHolder, policy?: SeatsPolicy): HoldSeat => ({
  type: 'HoldSeat',
  seats: 'seats-1',
  holder,
  count: { kind: 'exact', n: 1 },
  ...(policy && { policy }),
})

/** One place, and officer 1 has it. */
const full = async (policy: SeatsPolicy): Promise<Ledger> => {
  const ledger = await told(...placed(1, 2, 3), opened({ batches: ['batch-1'] }, 1, { policy }))
  await tell(ledger, ask('placement-1'))
  return ledger
}

const recorded = async (ledger: Ledger): Promise<ReadonlyArray<unknown>> => right(await ledger.history('seats-1')).map(({ event }) => event)

describe('rule 10: a quota that is full', () => {
  it('refuses, with the quota and what is held', async () => {
    const ledger = await full('refuse')
    expect(left(await ledger.execute(ask('placement-2'), decision))).toMatchObject({
      _tag: 'Refused',
      refusal: { _tag: 'QuotaFull', seats: 'seats-1', quota: { kind: 'exact', n: 1 }, held: { nominal: 1 }, asked: { n: 1 } },
    })
  })

  it('puts on the waiting list where that is the policy, and the policy is recorded', async () => {
    const ledger = await full('waiting list')
    right(await ledger.execute(ask('placement-2'), decision))
    expect((await recorded(ledger)).at(-1)).toStrictEqual({
      type: 'SeatWaitlisted',
      seats: 'seats-1',
      holder: 'placement-2',
      count: { kind: 'exact', n: 1 },
      takes: 1,
      policy: 'waiting list',
    })
  })

  it('follows the policy of the one who asks before that of the allotment', async () => {
    const ledger = await full('refuse')
    right(await ledger.execute(ask('placement-2', 'waiting list'), decision))
    expect(await shown(ledger, seatsOnRecord, {}, ['holders', 'waiting'])).toStrictEqual(['Officer 1 | Officer 2'])
    expect(left(await ledger.execute(ask('placement-3', 'refuse'), decision))).toMatchObject({ refusal: { _tag: 'QuotaFull' } })
  })

  it('takes in what is reported to have happened, and flags it', async () => {
    const ledger = await full('refuse')
    await tell(ledger, ask('placement-2'))
    expect(await shown(ledger, seatsOnRecord, {}, ['quota', 'held', 'free'])).toStrictEqual(['=1 | =2 | =0'])
    expect(right(await ledger.use(conflicts).where({}))).toMatchObject([{ rule: 'QuotaFull', certainty: 'sure' }])
  })

  it('cannot be told of an inexact number: it takes what it surely needs, and is flagged', async () => {
    const ledger = await told(
      { type: 'AttachCohort', cohort: 'batch-1#first', direction: 'outbound', size: { kind: 'about', n: 10 } },
      opened({ batches: ['batch-1'] }, 5),
    )
    right(await ledger.execute({ type: 'HoldSeat', seats: 'seats-1', holder: 'batch-1#first', count: { kind: 'about', n: 10 } }, decision))
    expect((await recorded(ledger)).at(-2)).toMatchObject({ type: 'SeatHeld', takes: 0 })
    expect((await recorded(ledger)).at(-1)).toMatchObject({ type: 'ConflictRecorded', rule: 'QuotaFull', certainty: 'cannot tell' })
  })
})
