import { describe, expect, it } from 'vitest'
import { seatsOnRecord } from '../../src/projections/questions/seats.js'
import { seats } from '../../src/projections/seats.js'
import { opened, placed } from '../support/intake.js'
import { asked, entryOf, rowIn, shown, tell, told } from '../support/placed.js'

const one = { kind: 'exact', n: 1 } as const
const ask = (n: number) => ({ type: 'HoldSeat', seats: 'seats-1', holder: `placement-${n}`, count: one }) as const
const taken = (n: number) => ({ holder: `placement-${n}`, count: one, takes: 1, policy: 'waiting list' })

const crowded = () => told(...placed(1, 2, 3), opened({ batches: ['batch-1'] }, 1, { policy: 'waiting list' }), ask(1), ask(2), ask(3))

describe('an allotment of seats', () => {
  it('has who holds, who waits in order, and who gave up', async () => {
    const ledger = await crowded()
    await tell(ledger, { type: 'ReleaseSeat', seats: 'seats-1', holder: 'placement-1' })
    await tell(ledger, { type: 'PermitOverbooking', seats: 'seats-1', by: 0, authority: 'nobody', reason: 'the same' })
    expect(await rowIn(ledger, seats, 'seats-1')).toStrictEqual({
      seats: 'seats-1',
      allotted: { batches: ['batch-1'] },
      quota: one,
      policy: 'waiting list',
      held: [taken(2)],
      waiting: [taken(3)],
      released: ['placement-1'],
    })
  })

  it('keeps nothing of a promotion that is voided, nor of an opening that is', async () => {
    const ledger = await crowded()
    await tell(ledger, { type: 'ReleaseSeat', seats: 'seats-1', holder: 'placement-1' })
    const { entry } = await entryOf(ledger, 'seats-1', 'SeatPromoted')
    await tell(ledger, { type: 'VoidEntry', stream: 'seats-1', entry, reason: 'the seat was not free' })
    expect(await shown(ledger, seatsOnRecord, {}, ['holders', 'waiting'])).toStrictEqual(['none | Officer 2; Officer 3'])
    const { entry: opening } = await entryOf(ledger, 'seats-1', 'SeatsOpened')
    await tell(ledger, { type: 'VoidEntry', stream: 'seats-1', entry: opening, reason: 'of another year' })
    expect(await asked(ledger, seatsOnRecord, {})).toStrictEqual([])
  })

  it.each([
    ['an exact quota less an exact number', { kind: 'exact', n: 10 }, { kind: 'exact', n: 4 }, '=6'],
    ['a quota with a margin', { kind: 'about', n: 10, tolerance: 2 }, { kind: 'exact', n: 4 }, '4–8'],
    ['a quota without bounds', { kind: 'about', n: 10 }, { kind: 'exact', n: 4 }, '?'],
    ['an unknown number', { kind: 'exact', n: 10 }, { kind: 'unknown' }, '≤10'],
    ['a number without a highest', { kind: 'exact', n: 10 }, { kind: 'at least', n: 4 }, '≤6'],
    ['a least quota', { kind: 'at least', n: 10 }, { kind: 'exact', n: 4 }, '≥6'],
  ] as const)('has seats free: %s', async (_, quota, count, free) => {
    const ledger = await told(
      { type: 'AttachCohort', cohort: 'batch-1#first', direction: 'outbound', size: count },
      opened({ batches: ['batch-1'] }, 0, { quota }),
      { type: 'HoldSeat', seats: 'seats-1', holder: 'batch-1#first', count },
    )
    expect(await shown(ledger, seatsOnRecord, {}, ['free'])).toStrictEqual([free])
  })
})
