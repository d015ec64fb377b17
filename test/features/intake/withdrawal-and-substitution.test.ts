import { describe, expect, it } from 'vitest'
import { nominationsOnRecord } from '../../../src/projections/questions/nominations.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { shown, told } from '../../support/placed.js'
import { attach, decided, nominate, placement, refused, started } from '../../support/placing.js'

const withdraw = { type: 'Withdraw', placement, by: 'department', why: 'needed at home', on: { edtf: '2023-11' } } as const
const substitute = nominate({ placement: 'placement-2', officer: 'person-2', replaces: placement })

describe('withdrawal and substitution', () => {
  it('says by whom and why, and who comes instead, from both sides', async () => {
    const ledger = await told(nominate())
    await decided(ledger, substitute, { ...withdraw, replacedBy: 'placement-2' })
    const fields = ['name', 'state', 'withdrawnBy', 'why', 'replaces', 'replacedBy'] as const
    expect(await shown(ledger, nominationsOnRecord, {}, fields)).toStrictEqual([
      'Officer 1 | withdrawn | department | needed at home |  | placement-2',
      'Officer 2 | open |  |  | placement-1 | ',
    ])
  })

  it('is possible until the start, also of an officer who was attached', async () => {
    const ledger = await told(nominate({ steps: [] }), attach())
    await decided(ledger, withdraw)
    expect(await shown(ledger, placementsOnRecord, {}, ['state', 'endedBy', 'why'])).toStrictEqual([
      'cancelled | department | needed at home',
    ])
    expect(await shown(ledger, nominationsOnRecord, {}, ['state'])).toStrictEqual(['withdrawn'])
  })

  it('is refused from the start on: from then on the placement is cut short', async () => {
    const ledger = await told(nominate({ steps: [] }), attach(), started)
    expect(await refused(ledger, withdraw)).toStrictEqual({ _tag: 'PlacementAlreadyStarted', placement, startedOn: { edtf: '2024-01-08' } })
  })

  it('is made once', async () => {
    const ledger = await told(nominate(), withdraw)
    await decided(ledger, withdraw)
    const again = { _tag: 'NominationNotOpen', placement, standing: 'withdrawn' }
    expect(await refused(ledger, { ...withdraw, by: 'officer' })).toStrictEqual(again)
  })
})
