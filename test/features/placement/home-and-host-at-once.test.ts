import { describe, expect, it } from 'vitest'
import { placementLegs } from '../../../src/projections/questions/placement-legs.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { shown, told } from '../../support/placed.js'
import { attach, on, placement } from '../../support/placing.js'

describe('home and host at once', () => {
  it('keeps both units, both supervisors and the role at the host', async () => {
    const ledger = await told(attach(), {
      type: 'ChangeLeg',
      placement,
      from: on('2024-01-08'),
      role: 'planner',
      supervisors: [
        { of: 'home', capacity: { title: 'Chief Engineer', of: 'organisation-roads' } },
        { of: 'host', person: 'person-3' },
      ],
    })
    expect(await shown(ledger, placementsOnRecord, {}, ['homeUnit', 'hosts'])).toStrictEqual([
      'Roads Department | Planning Office (office)',
    ])
    // What is said from the first day belongs to the first leg.
    expect(await shown(ledger, placementLegs, {}, ['leg', 'homeUnit', 'homeSupervisor', 'hosts', 'hostSupervisor', 'role'])).toStrictEqual([
      '1 | Roads Department | Chief Engineer | Planning Office | Officer 3 | planner',
    ])
  })
})
