import { describe, expect, it } from 'vitest'
import { corrections } from '../../../src/projections/questions/corrections.js'
import { nominationsOnRecord } from '../../../src/projections/questions/nominations.js'
import { entryOf, shown, tell, told } from '../../support/placed.js'
import { decided, nominate, placement, refused } from '../../support/placing.js'

const approve = (step: string) => ({ type: 'Approve', placement, step }) as const
const refuse = { type: 'RefuseNomination', placement, step: 'host', why: 'no desk' } as const
const { steps } = nominate()
const resubmit = { type: 'Resubmit', placement, choices: [{ host: 'organisation-water' }], steps, why: 'another host' } as const
const fields = ['state', 'step', 'approved', 'choices', 'requests'] as const

describe('resubmission, correction, cancellation of a request', () => {
  it('resubmission: after a refusal the request is made again, and the chain begins anew', async () => {
    const ledger = await told(nominate(), approve('department'), refuse)
    await decided(ledger, resubmit)
    expect(await shown(ledger, nominationsOnRecord, {}, fields)).toStrictEqual(['open | department | none | 1 Water Department | 2'])
    await decided(ledger, approve('department'), approve('host'))
    expect(await shown(ledger, nominationsOnRecord, {}, ['state'])).toStrictEqual(['approved'])
  })

  it('resubmission: an open request is not made again', async () =>
    expect(await refused(await told(nominate()), resubmit)).toStrictEqual({ _tag: 'NominationNotRefused', placement, standing: 'open' }))

  it('correction: a slip is put right, and what was approved stays approved', async () => {
    const ledger = await told(nominate(), approve('department'))
    const { entry, value } = await entryOf(ledger, placement, 'OfficerNominated')
    if (value.type !== 'OfficerNominated') return
    const corrected = { ...value, choices: [{ host: 'organisation-water' }] } as const
    await tell(ledger, { type: 'CorrectEntry', stream: placement, entry, value: corrected, reason: 'wrong host typed' })
    expect(await shown(ledger, nominationsOnRecord, {}, fields)).toStrictEqual(['open | host | department | 1 Water Department | 1'])
    expect(await shown(ledger, corrections, {}, ['type', 'change', 'reason'])).toStrictEqual([
      'OfficerNominated | corrected | wrong host typed',
    ])
  })

  it('cancellation: a request that is no longer wanted is withdrawn, and stays on record', async () => {
    const ledger = await told(nominate())
    await decided(ledger, { type: 'Withdraw', placement, by: 'officer', why: 'moving house' })
    expect(await shown(ledger, nominationsOnRecord, {}, ['state', 'why'])).toStrictEqual(['withdrawn | moving house'])
    expect(await shown(ledger, corrections, {}, ['change'])).toStrictEqual([])
  })
})
