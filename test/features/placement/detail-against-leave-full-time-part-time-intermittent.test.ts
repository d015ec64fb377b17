import { describe, expect, it } from 'vitest'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { shown, told } from '../../support/placed.js'
import { attach, decided, on, placement, refused, started } from '../../support/placing.js'

const state = { type: 'StateManner', placement } as const

describe('detail against leave, full-time, part-time, intermittent', () => {
  it('is the manner of a placement; the latest that was stated answers', async () => {
    const ledger = await told(attach(), started)
    expect(await shown(ledger, placementsOnRecord, {}, ['manner'])).toStrictEqual(['?'])
    await decided(ledger, { ...state, manner: 'full-time', standing: 'detail' })
    expect(await shown(ledger, placementsOnRecord, {}, ['manner'])).toStrictEqual(['full-time, on detail'])
    await decided(ledger, { ...state, manner: 'part-time', share: 60, standing: 'detail', from: on('2024-02-05') })
    expect(await shown(ledger, placementsOnRecord, {}, ['manner'])).toStrictEqual(['part-time, 60%, on detail'])
    await decided(ledger, { ...state, manner: 'intermittent', standing: 'leave', from: on('2024-03-04') })
    expect(await shown(ledger, placementsOnRecord, {}, ['manner'])).toStrictEqual(['intermittent, on leave'])
  })

  it('has a share where it is part-time only', async () =>
    expect(await refused(await told(attach()), { ...state, manner: 'full-time', share: 60 })).toStrictEqual({
      _tag: 'ShareNotOfPartTime',
      placement,
      share: 60,
    }))
})
