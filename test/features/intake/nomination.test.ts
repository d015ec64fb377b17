import { describe, expect, it } from 'vitest'
import { nominationsOnRecord } from '../../../src/projections/questions/nominations.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { asked, shown, tell, told } from '../../support/placed.js'
import { attach, decided, flagged, nominate, placement, refused } from '../../support/placing.js'

describe('nomination', () => {
  it('is made by a department, with ranked hosts, a business case and objectives', async () => {
    const [answer] = await asked(await told(nominate()), nominationsOnRecord, {})
    expect(answer).toMatchObject({
      name: 'Officer 1',
      programmeName: 'Staff Exchange',
      department: 'Roads Department',
      state: 'open',
      step: 'department',
      waitsFor: ['department', 'host'],
      choices: [
        { rank: 1, host: 'organisation-office', name: 'Planning Office', why: 'plans the new line' },
        { rank: 2, host: 'organisation-water', name: 'Water Department' },
      ],
      businessCase: 'The line crosses the boundary.',
      objectives: ['see one planning cycle'],
      requests: 1,
    })
  })

  it('is found by programme, batch and state', async () => {
    const ledger = await told(
      nominate(),
      nominate({ placement: 'placement-2', officer: 'person-2', steps: [] }),
      nominate({ placement: 'placement-3', officer: 'person-3', programme: 'programme-un' }),
    )
    const found = async (params: object): Promise<ReadonlyArray<string>> => shown(ledger, nominationsOnRecord, params, ['name', 'state'])
    expect(await found({ programme: 'programme-un' })).toStrictEqual(['Officer 3 | open'])
    expect(await found({ batch: 'batch-1', state: 'open' })).toStrictEqual(['Officer 1 | open', 'Officer 3 | open'])
    // Nobody's approval is needed where the chain has no step.
    expect(await found({ state: 'approved' })).toStrictEqual(['Officer 2 | approved'])
  })

  it('ranks no more hosts than the terms in the command allow, and none twice', async () => {
    const terms = { stream: 'programme-exchange', revision: 0, mostPreferences: 1 } as const
    const ledger = await told()
    const tooMany = { _tag: 'TooManyPreferences', placement, ranked: 2, most: 1, stream: 'programme-exchange', revision: 0 }
    expect(await refused(ledger, nominate({ terms }))).toStrictEqual(tooMany)
    const host = 'organisation-office'
    expect(await refused(ledger, nominate({ choices: [{ host }, { host }] }))).toStrictEqual({ _tag: 'HostRankedTwice', placement, host })
    await tell(ledger, nominate({ terms }))
    expect(await flagged(ledger)).toStrictEqual(['TooManyPreferences, sure'])
  })

  it('is no placement: it becomes one when the officer is attached', async () => {
    const ledger = await told(nominate({ steps: [] }))
    expect(await asked(ledger, placementsOnRecord, {})).toStrictEqual([])
    await decided(ledger, attach())
    expect(await shown(ledger, placementsOnRecord, {}, ['name', 'state'])).toStrictEqual(['Officer 1 | attached'])
    expect(await shown(ledger, nominationsOnRecord, {}, ['state'])).toStrictEqual(['attached'])
  })

  it('is for one officer: somebody else is not attached in its place', async () => {
    const ledger = await told(nominate({ steps: [] }))
    expect(await refused(ledger, attach({ officer: 'person-2' }))).toStrictEqual({
      _tag: 'NominatedOtherwise',
      placement,
      officer: 'person-1',
      programme: 'programme-exchange',
    })
  })
})
