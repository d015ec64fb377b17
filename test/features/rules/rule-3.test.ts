import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { about, exactly } from '../../../src/domain/vocabulary/count.js'
import { cohortsOnRecord } from '../../../src/projections/questions/cohorts.js'
import { presence } from '../../../src/projections/questions/presence.js'
import { shown, tell, told } from '../../support/placed.js'
import { attach, decided, flagged, on, refused } from '../../support/placing.js'

const cohort = 'batch-1#officers'
const attachCohort = (size = exactly(2)): LedgerCommand => ({
  type: 'AttachCohort',
  cohort,
  size,
  place: 'Shenzhen',
  period: { start: on('2024-01-08'), end: on('2024-04-05') },
})
const identify = (n: number): LedgerCommand => ({ type: 'IdentifyMember', cohort, person: `person-${n}` })
const returned = (n: number): LedgerCommand => ({ type: 'RecordCohortReturn', cohort, count: exactly(n), on: on('2024-02-02') })

describe('rule 3: cohort arithmetic', () => {
  it('no more are identified and described than there are', async () => {
    const ledger = await told(attachCohort(), identify(1))
    await decided(ledger, { type: 'DescribeMember', cohort, member: 'second', describedAs: 'an engineer' })
    expect(await refused(ledger, identify(3))).toMatchObject({ _tag: 'MoreMembersThanSize', cohort })
  })

  it('identifying one who was described adds nobody', async () => {
    const ledger = await told(attachCohort(), identify(1))
    await decided(ledger, { type: 'DescribeMember', cohort, member: 'second', describedAs: 'an engineer' })
    await decided(ledger, { type: 'IdentifyMember', cohort, person: 'person-2', was: 'second' })
    expect(await shown(ledger, cohortsOnRecord, {}, ['size', 'identified', 'described'])).toStrictEqual(['=2 | 2 of 2 | 0'])
  })

  it('a member is identified once', async () => {
    const ledger = await told(attachCohort(), identify(1))
    expect(await refused(ledger, { ...identify(1), homePlace: 'organisation-beijing' } as LedgerCommand)).toMatchObject({
      _tag: 'MemberAlreadyIdentified',
    })
    expect(await shown(ledger, cohortsOnRecord, {}, ['identified'])).toStrictEqual(['1 of 2'])
  })

  it('no more come back, by whatever event, than were attached', async () => {
    const ledger = await told(attachCohort(exactly(10)), returned(7))
    expect(await refused(ledger, { ...returned(4), on: on('2024-02-09') } as LedgerCommand)).toMatchObject({
      _tag: 'MoreReturnedThanAttached',
      cohort,
    })
    await decided(ledger, { ...returned(3), on: on('2024-02-09') } as LedgerCommand)
    expect(await shown(ledger, presence, { on: '2024-02-20' }, ['inPost'])).toStrictEqual(['=0', '=0'])
  })

  it('a period that is confirmed for all leaves none to return early', async () => {
    const ledger = await told(attachCohort(), { type: 'ConfirmCohortPeriod', cohort, from: '2024-01-08', to: '2024-04-05' })
    expect(await refused(ledger, returned(1))).toMatchObject({ _tag: 'CohortPeriodAlreadyConfirmed' })
  })

  it('of an approximate size it cannot be told: what may be too many goes in, flagged', async () => {
    const ledger = await told(attachCohort(about(2)))
    await tell(ledger, identify(1), identify(2), identify(3))
    expect(await flagged(ledger)).toStrictEqual(['MoreMembersThanSize, cannot tell'])
  })

  it("a member's own placement takes no further place in the count", async () => {
    const ledger = await told(attachCohort(), attach({ batch: 'batch-1', partOf: cohort }), identify(1))
    expect(await shown(ledger, presence, { on: '2024-02-20' }, ['entry', 'sent'])).toStrictEqual(['cohort | =2', 'all | =2'])
  })
})
