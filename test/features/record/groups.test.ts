import { describe, expect, it } from 'vitest'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { openList } from '../../../src/domain/vocabulary/open-list.js'
import { cohortsOnRecord } from '../../../src/projections/questions/cohorts.js'
import { groupMembers } from '../../../src/projections/questions/group-members.js'
import { shown, tell, told } from '../../support/placed.js'

const group = 'organisation-cities'
const cities = {
  type: 'RegisterOrganisation',
  organisation: group,
  kind: 'group',
  names: [{ text: 'The cities', language: 'en' }],
} as const

describe('groups', () => {
  it('is one organisation, its members listed, partly listed or not listed', async () => {
    const ledger = await told(cities)
    const members = () => shown(ledger, groupMembers, { group }, ['listed', 'members'])
    expect(await members()).toStrictEqual(['not listed | ?'])
    await tell(ledger, {
      type: 'SetGroupMembers',
      organisation: group,
      members: openList(['organisation-shenzhen']),
      from: { edtf: '2020' },
    })
    expect(await members()).toStrictEqual(['in part | Shenzhen; …'])
    await tell(ledger, {
      type: 'SetGroupMembers',
      organisation: group,
      members: { items: ['organisation-shenzhen', 'organisation-beijing'], open: false },
      from: { edtf: '2024' },
    })
    expect(await members()).toStrictEqual(['in part | Shenzhen; …', 'all | Shenzhen; Beijing'])
  })

  it('of people is anonymous until somebody is identified, and its number stays what it was', async () => {
    const cohort = 'batch-1#first'
    const ledger = await told({ type: 'AttachCohort', cohort, size: exactly(10) })
    const known = () => shown(ledger, cohortsOnRecord, {}, ['size', 'identified', 'described'])
    expect(await known()).toStrictEqual(['=10 | 0 of 10 | 0'])
    await tell(
      ledger,
      { type: 'IdentifyMember', cohort, person: 'person-1' },
      { type: 'DescribeMember', cohort, member: 'member-2', describedAs: 'an engineer' },
    )
    expect(await known()).toStrictEqual(['=10 | 1 of 10 | 1'])
  })
})
