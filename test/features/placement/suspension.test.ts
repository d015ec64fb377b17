import { describe, expect, it } from 'vitest'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { presence } from '../../../src/projections/questions/presence.js'
import { shown, tell, told } from '../../support/placed.js'
import { attach, decided, flagged, on, placement, refused, started } from '../../support/placing.js'

const suspend = { type: 'SuspendPlacement', placement, from: on('2024-02-05'), why: 'budget at home' } as const
const resume = { type: 'ResumePlacement', placement, on: on('2024-02-19') } as const

describe('suspension', () => {
  it('pauses a placement without ending it: on a day of the pause the officer is away', async () => {
    const ledger = await told(attach(), started)
    await decided(ledger, suspend, resume)
    const onDay = async (day: `2024-${number}-${number}`): Promise<ReadonlyArray<string>> =>
      (await shown(ledger, presence, { on: day }, ['inPost', 'suspended'])).slice(-1)
    expect(await onDay('2024-02-02')).toStrictEqual(['=1 | '])
    expect(await onDay('2024-02-05')).toStrictEqual(['=0 | Officer 1'])
    expect(await onDay('2024-02-18')).toStrictEqual(['=0 | Officer 1'])
    expect(await onDay('2024-02-19')).toStrictEqual(['=1 | '])
    expect(await shown(ledger, placementsOnRecord, {}, ['state', 'pauses'])).toStrictEqual(['under way | from 2024-02-05, back 2024-02-19'])
  })

  it('goes on until somebody says that the officer is back', async () => {
    const ledger = await told(attach(), started, { ...suspend, expectedUntil: on('2024-02-16') })
    expect(await shown(ledger, presence, { on: '2024-03-15' }, ['inPost', 'suspended'])).toContain('=0 | Officer 1')
    expect(await shown(ledger, placementsOnRecord, {}, ['pauses'])).toStrictEqual(['from 2024-02-05, not back'])
  })

  it('cannot be told of on a day that may lie before it', async () => {
    const ledger = await told(attach(), started, { ...suspend, from: on('2024-02') }, resume)
    expect(await shown(ledger, presence, { on: '2024-02-12' }, ['certainty', 'suspended'])).toContain('cannot tell | ')
  })

  it('is refused while it is paused, and resumed only then', async () => {
    const ledger = await told(attach(), started)
    expect(await refused(ledger, resume)).toStrictEqual({ _tag: 'PlacementNotSuspended', placement })
    await decided(ledger, suspend)
    const again = { ...suspend, from: on('2024-02-12') }
    expect(await refused(ledger, again)).toStrictEqual({ _tag: 'PlacementAlreadySuspended', placement, from: on('2024-02-05') })
    await decided(ledger, resume, { ...suspend, from: on('2024-03-04') })
  })

  it('lies within the placement: what surely does not is flagged in a report', async () => {
    const ledger = await told(attach(), started)
    await tell(ledger, { ...suspend, from: on('2024-05') })
    expect(await flagged(ledger)).toStrictEqual(['OutsidePlacement, sure'])
  })
})
