import { describe, expect, it } from 'vitest'
import { fromPlace } from '../../../src/projections/questions/from-place.js'
import { type Said, shown, told } from '../../support/placed.js'

const cohort = 'batch-1#all'
const ten = { kind: 'exact', n: 10 } as const
const programme = 'programme-exchange'
const attach: Said = { type: 'AttachCohort', cohort, size: ten }
const home = (
  place: 'organisation-beijing' | 'organisation-shenzhen' | 'organisation-futian' | undefined,
  partOf?: typeof cohort,
): Said => ({
  type: 'AttachOfficer',
  placement: 'placement-1',
  officer: 'person-1',
  programme,
  kind: 'attachment',
  home: { ...(place && { place }) },
  hosts: { items: [], open: true },
  period: {},
  ...(partOf && { partOf }),
})

const from = async (
  place: 'organisation-beijing' | 'organisation-shenzhen',
  ...said: ReadonlyArray<Said>
): Promise<ReadonlyArray<string>> => shown(await told(...said), fromPlace, { place, programme }, ['entry', 'officers'])

describe('officers from a place', () => {
  it('are at least the members who are known to come from there, else unknown', async () => {
    const members: ReadonlyArray<Said> = [
      { type: 'IdentifyMember', cohort, person: 'person-1', homePlace: 'organisation-futian' },
      { type: 'DescribeMember', cohort, member: 'other', describedAs: 'another one', homePlace: 'organisation-shenzhen' },
    ]
    expect(await from('organisation-shenzhen', attach, ...members)).toStrictEqual(['batch-1#all | ≥2'])
    expect(await from('organisation-beijing', attach, ...members)).toStrictEqual(['batch-1#all | ?'])
  })

  it('are known from a member’s own placement, which is not counted a second time', async () => {
    expect(await from('organisation-shenzhen', attach, home('organisation-shenzhen', cohort))).toStrictEqual(['batch-1#all | ≥1'])
    const identified: Said = { type: 'IdentifyMember', cohort, person: 'person-1', homePlace: 'organisation-shenzhen' }
    expect(await from('organisation-shenzhen', attach, home('organisation-shenzhen', cohort), identified)).toStrictEqual([
      'batch-1#all | ≥1',
    ])
  })

  it('are as many as a part tells, or as the homes that lie there sent', async () => {
    const parts = [{ label: 'Beijing', organisation: 'organisation-beijing', count: { kind: 'about', n: 4 } }] as const
    expect(await from('organisation-beijing', attach, { type: 'RecordCohortBreakdown', cohort, by: 'city', parts })).toStrictEqual([
      'batch-1#all | ≈4',
    ])
    const homes = (open: boolean): Said => ({
      type: 'AttachCohort',
      cohort,
      size: ten,
      homes: { items: ['organisation-futian', 'organisation-beijing'], open },
    })
    expect(await from('organisation-shenzhen', homes(false))).toStrictEqual(['batch-1#all | 1–9'])
    expect(await from('organisation-shenzhen', homes(true))).toStrictEqual(['batch-1#all | ?'])
  })

  it('are not claimed where all homes are known and none lies there', async () => {
    const homes = { items: ['organisation-roads'], open: false } as const
    expect(await from('organisation-beijing', { type: 'AttachCohort', cohort, size: ten, homes })).toStrictEqual([])
  })

  it('are one for a placement that stands alone, none for one from elsewhere, unknown where the place is not stated', async () => {
    expect(await from('organisation-beijing', home('organisation-beijing'))).toStrictEqual(['placement-1 | =1'])
    expect(await from('organisation-beijing', home('organisation-shenzhen'))).toStrictEqual([])
    expect(await from('organisation-beijing', home(undefined))).toStrictEqual(['placement-1 | ?'])
  })
})
