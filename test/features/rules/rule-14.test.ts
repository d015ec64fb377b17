import { describe, expect, it } from 'vitest'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import type { Ledger } from '../../../src/ledger.js'
import { due } from '../../../src/projections/questions/due.js'
import { presence } from '../../../src/projections/questions/presence.js'
import { shown, told } from '../../support/placed.js'
import { attach, decided, on, placement, refused } from '../../support/placing.js'

const cohort = 'batch-1#all'
const period = { start: on('2024-01-08'), end: on('2024-04-05') }
/** The cohort's period, as it was read at revision 1 of the batch. */
const evidence = { stream: 'batch-1', revision: 1, cohort, period } as const
const curtail = { type: 'CurtailPlacement', placement, by: 'home', why: 'needed at home', on: on('2024-04-15') } as const
const request = { type: 'RequestExtension', placement, to: on('2024-04-01'), why: 'unfinished' } as const

/** A cohort of thirty until 5 April, and one of them identified, with a placement of his own. */
const member = (own: Parameters<typeof attach>[0]): Promise<Ledger> =>
  told({ type: 'AttachCohort', cohort, size: exactly(30), direction: 'outbound', period }, attach({ partOf: cohort, ...own }), {
    type: 'IdentifyMember',
    cohort,
    person: 'person-1',
    placement,
  })

describe("rule 14: a member's end is his own placement's where recorded, else the cohort's", () => {
  it('the command brings the cohort’s period as evidence, and is judged by it where his own end is not recorded', async () => {
    const ledger = await member({ period: {} })
    expect(await refused(ledger, { ...curtail, cohort: evidence })).toStrictEqual({
      _tag: 'EarlyReturnAfterEnd',
      placement,
      end: on('2024-04-05'),
      on: on('2024-04-15'),
    })
    expect(await refused(ledger, { ...request, cohort: evidence })).toStrictEqual({
      _tag: 'ExtensionNotBeyondEnd',
      placement,
      presentEnd: on('2024-04-05'),
      to: on('2024-04-01'),
    })
  })

  it('his own end goes before the cohort’s', async () => {
    const ledger = await member({ period: { end: on('2024-06-28') } })
    await decided(ledger, { ...curtail, cohort: evidence })
  })

  it('evidence of another cohort is no evidence', async () =>
    expect(await refused(await member({ period: {} }), { ...curtail, cohort: { ...evidence, cohort: 'batch-1#others' } })).toStrictEqual({
      _tag: 'EvidenceOfOtherCohort',
      placement,
      partOf: cohort,
      given: 'batch-1#others',
    }))

  it('answers by the same rule: he is in as long as the cohort, or as long as he was extended', async () => {
    const ledger = await member({ period: {} })
    const inPost = async (): Promise<ReadonlyArray<string>> =>
      (await shown(ledger, presence, { on: '2024-05-01', person: 'person-1' }, ['inPost'])).slice(-1)
    expect(await shown(ledger, due, { on: '2024-03-20' }, ['name', 'due'])).toContain('Officer 1 | 2024-04-05')
    expect(await inPost()).toStrictEqual(['=0'])
    const longer = { ...request, to: on('2024-06-28'), cohort: evidence }
    await decided(ledger, longer, { type: 'DecideExtension', placement, outcome: 'granted' })
    expect(await shown(ledger, due, { on: '2024-03-20' }, ['name'])).not.toContain('Officer 1')
    expect(await inPost()).toStrictEqual(['=1'])
  })
})
