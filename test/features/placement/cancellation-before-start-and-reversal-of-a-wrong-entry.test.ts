import { describe, expect, it } from 'vitest'
import { corrections } from '../../../src/projections/questions/corrections.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { entryOf, shown, told } from '../../support/placed.js'
import { attach, decided, placement, refused, started } from '../../support/placing.js'

const cancel = { type: 'CancelPlacement', placement, why: 'no desk' } as const
const fields = ['name', 'state', 'why'] as const

describe('cancellation before start, and reversal of a wrong entry', () => {
  it('cancellation: the placement was agreed, and did not take place; it stays on record', async () => {
    const ledger = await told(attach())
    await decided(ledger, cancel)
    expect(await shown(ledger, placementsOnRecord, {}, fields)).toStrictEqual(['Officer 1 | cancelled | no desk'])
    expect(await shown(ledger, corrections, {}, ['change'])).toStrictEqual([])
  })

  it('cancellation: is refused once it is under way', async () =>
    expect(await refused(await told(attach(), started), cancel)).toStrictEqual({
      _tag: 'PlacementAlreadyStarted',
      placement,
      startedOn: { edtf: '2024-01-08' },
    }))

  it('reversal: it was never agreed; there is no placement, and the corrections say who took it out and why', async () => {
    const ledger = await told(attach(), started)
    for (const type of ['PlacementStarted', 'OfficerAttached'] as const) {
      const { entry } = await entryOf(ledger, placement, type)
      await decided(ledger, { type: 'VoidEntry', stream: placement, entry, reason: 'another officer of that name' })
    }
    expect(await shown(ledger, placementsOnRecord, {}, fields)).toStrictEqual([])
    expect(await shown(ledger, corrections, { stream: placement }, ['type', 'change', 'reason', 'actor'])).toStrictEqual(
      expect.arrayContaining([
        'OfficerAttached | voided | another officer of that name | secretariat-1',
        'PlacementStarted | voided | another officer of that name | secretariat-1',
      ]),
    )
  })

  it('reversal: a cancellation entered by mistake is taken out, and the placement is as agreed', async () => {
    const ledger = await told(attach(), cancel)
    const { entry } = await entryOf(ledger, placement, 'PlacementCancelled')
    await decided(ledger, { type: 'VoidEntry', stream: placement, entry, reason: 'of another officer' })
    expect(await shown(ledger, placementsOnRecord, {}, fields)).toStrictEqual(['Officer 1 | attached | '])
  })
})
