import { describe, expect, it } from 'vitest'
import { placementLegs } from '../../../src/projections/questions/placement-legs.js'
import { shown, tell, told } from '../../support/placed.js'
import { attach, decided, flagged, on, placement, refused, started } from '../../support/placing.js'

const change = { type: 'ChangeLeg', placement } as const
const water = { items: [{ organisation: 'organisation-water', level: 'department' }], open: false } as const

describe('change of host, of role, of supervisor within a placement', () => {
  it('is a dated leg; what it leaves unsaid stays as it was', async () => {
    const ledger = await told(attach(), started)
    await decided(
      ledger,
      { ...change, from: on('2024-02-05'), role: 'project officer', place: 'organisation-shenzhen' },
      { ...change, from: on('2024-03-04'), hosts: water, supervisors: [{ of: 'host', person: 'person-2' }], why: 'to see both sides' },
    )
    expect(await shown(ledger, placementLegs, {}, ['leg', 'since', 'hosts', 'role', 'place', 'hostSupervisor', 'why'])).toStrictEqual([
      '1 | 2024-01-08 | Planning Office | ? | ? | ? | ?',
      '2 | 2024-02-05 | Planning Office | project officer | Shenzhen | ? | ?',
      '3 | 2024-03-04 | Water Department | project officer | Shenzhen | Officer 2 | to see both sides',
    ])
  })

  it('makes an itinerary over cities, in the order of the days however it is told', async () => {
    const ledger = await told(
      attach(),
      { ...change, from: on('2024-03'), place: 'organisation-beijing' },
      { ...change, from: on('2024-02'), place: 'organisation-shenzhen', until: on('2024-02-23') },
    )
    expect(await shown(ledger, placementLegs, { placement }, ['since', 'until', 'place'])).toStrictEqual([
      '2024-01-08 | ? | ?',
      '2024-02 | 2024-02-23 | Shenzhen',
      '2024-03 | ? | Beijing',
    ])
  })

  it('changes something, and lies within the placement', async () => {
    const ledger = await told(attach(), started)
    expect(await refused(ledger, { ...change, from: on('2024-02-05') })).toStrictEqual({ _tag: 'NothingChanges', placement })
    const late = { ...change, from: on('2024-05-06'), role: 'project officer' }
    expect(await refused(ledger, late)).toStrictEqual({
      _tag: 'OutsidePlacement',
      placement,
      on: on('2024-05-06'),
      start: on('2024-01-08'),
      end: on('2024-04-05'),
    })
    await tell(ledger, late)
    expect(await flagged(ledger)).toStrictEqual(['OutsidePlacement, sure'])
  })
})
