import { describe, expect, it } from 'vitest'
import { nominationsOnRecord } from '../../../src/projections/questions/nominations.js'
import { shown, tell, told } from '../../support/placed.js'
import { attach, decided, flagged, nominate, placement, refused } from '../../support/placing.js'

const approve = (step: string) => ({ type: 'Approve', placement, step }) as const
const refuse = { type: 'RefuseNomination', placement, step: 'host', why: 'no desk' } as const
const appeal = { type: 'Appeal', placement, by: 'department', why: 'a desk is free again' } as const

const standing = async (ledger: Awaited<ReturnType<typeof told>>): Promise<ReadonlyArray<string>> =>
  shown(ledger, nominationsOnRecord, {}, ['state', 'step', 'approved', 'why'])

describe('approval chain', () => {
  it('goes from step to step in its order', async () => {
    const ledger = await told(nominate())
    const early = await refused(ledger, approve('host'))
    expect(early).toStrictEqual({ _tag: 'ApprovalOutOfOrder', placement, step: 'host', waitsFor: ['department'] })
    await decided(ledger, approve('department'))
    expect(await standing(ledger)).toStrictEqual(['open | host | department | '])
    await decided(ledger, approve('host'), attach())
    expect(await standing(ledger)).toStrictEqual(['attached |  | department; host | '])
  })

  it('takes a report of a later step, flagged, and one of an earlier step afterwards', async () => {
    const ledger = await told(nominate(), approve('host'), approve('department'))
    expect(await standing(ledger)).toStrictEqual(['approved |  | host; department | '])
    expect(await flagged(ledger)).toStrictEqual(['ApprovalOutOfOrder, sure'])
  })

  it('knows its own steps only', async () =>
    expect(await refused(await told(nominate()), approve('minister'))).toStrictEqual({
      _tag: 'StepNotInChain',
      placement,
      step: 'minister',
      steps: ['department', 'host'],
    }))

  it('stops where a step refuses, with the reason', async () => {
    const ledger = await told(nominate(), approve('department'))
    await decided(ledger, refuse)
    expect(await standing(ledger)).toStrictEqual(['refused | host | department | no desk'])
    expect(await refused(ledger, approve('host'))).toStrictEqual({ _tag: 'NominationNotOpen', placement, standing: 'refused' })
  })

  it('goes on where an appeal is allowed, at the step that refused', async () => {
    const ledger = await told(nominate(), approve('department'), refuse)
    await decided(ledger, appeal)
    expect(await standing(ledger)).toStrictEqual(['appealed | host | department | no desk'])
    await decided(ledger, { type: 'AnswerAppeal', placement, outcome: 'allowed', by: 'organisation-office' })
    expect(await standing(ledger)).toStrictEqual(['open | host | department | '])
    await decided(ledger, approve('host'))
    expect(await standing(ledger)).toStrictEqual(['approved |  | department; host | '])
  })

  it('stays refused where the appeal is dismissed: there is one appeal', async () => {
    const ledger = await told(nominate(), approve('department'), refuse)
    await decided(ledger, appeal, { type: 'AnswerAppeal', placement, outcome: 'dismissed' })
    expect(await standing(ledger)).toStrictEqual(['refused | host | department | no desk'])
    expect(await refused(ledger, { ...appeal, why: 'once more' })).toStrictEqual({ _tag: 'AppealAlreadyAnswered', placement, step: 'host' })
  })

  it('may be left out where the rule is waived, with authority and reason on record', async () => {
    const ledger = await told(nominate())
    const waiver = {
      type: 'WaiveRule',
      placement,
      rule: 'NominationNotApproved',
      authority: 'Head of Training',
      why: 'at short notice',
    } as const
    await decided(ledger, waiver, attach())
    expect(await flagged(ledger)).toStrictEqual([])
    expect(await shown(ledger, nominationsOnRecord, {}, ['state', 'waived'])).toStrictEqual([
      'attached | NominationNotApproved by Head of Training: at short notice',
    ])
  })

  it('comes before the attachment: a decision waits for it, a report goes in flagged', async () => {
    const ledger = await told(nominate(), approve('department'))
    expect(await refused(ledger, attach())).toStrictEqual({
      _tag: 'NominationNotApproved',
      placement,
      standing: 'open',
      waitsFor: ['host'],
    })
    await tell(ledger, attach())
    expect(await flagged(ledger)).toStrictEqual(['NominationNotApproved, sure'])
    // The approval is learned of late; it is not lost.
    await tell(ledger, approve('host'))
    expect(await standing(ledger)).toStrictEqual(['attached |  | department; host | '])
  })
})
