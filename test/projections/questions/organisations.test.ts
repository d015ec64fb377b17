import { describe, expect, it } from 'vitest'
import { groupMembers } from '../../../src/projections/questions/group-members.js'
import { organisationsOnRecord } from '../../../src/projections/questions/organisations.js'
import { partnerships } from '../../../src/projections/questions/partnerships.js'
import { organisation, type Recording, recording, source } from '../../support/recording.js'

const csb = 'organisation-csb'
const nag = 'organisation-nag'
const cities = 'organisation-cities'

const begun = async (): Promise<Recording> => {
  const one = await recording()
  await one.tell(
    [],
    source('source-a', { edtf: '2023' }),
    source('source-b'),
    organisation(csb, 'Civil Service Bureau'),
    organisation(nag, 'National Academy of Governance', { kind: 'academy' }),
    organisation('organisation-csc', 'Civil Service College', { kind: 'college', parent: csb }),
    organisation(cities, 'the cities of the region', { kind: 'group' }),
  )
  return one
}

describe('organisations', () => {
  it('are found by id, kind or words of a name: one that fits several gives them all', async () => {
    const one = await begun()
    const found = async (asked: Parameters<typeof organisationsOnRecord.answer>[1]) =>
      (await one.ask(organisationsOnRecord, asked)).map(({ name, partOf }) => [name, partOf])
    const college = ['Civil Service College', 'Civil Service Bureau']
    expect(await found({ named: 'civil service' })).toStrictEqual([['Civil Service Bureau', undefined], college])
    expect(await found({ kind: 'college' })).toStrictEqual([college])
    expect(await found({ organisation: nag })).toStrictEqual([['National Academy of Governance', undefined]])
    expect(await found({ named: 'transport' })).toStrictEqual([])
  })

  it('are found by a name of earlier days, and say in what they go on', async () => {
    const one = await begun()
    await one.tell(
      [],
      { type: 'RenameOrganisation', organisation: csb, name: { text: 'Bureau of the Service', language: 'en' } },
      { type: 'MergeOrganisations', organisation: csb, into: nag },
    )
    const [row] = await one.ask(organisationsOnRecord, { named: 'civil bureau' })
    expect([row?.name, row?.goesOnIn]).toStrictEqual(['Bureau of the Service', 'National Academy of Governance'])
  })
})

describe('partnerships', () => {
  it('are told as stated, since nobody knows when, from either side and by words of the field', async () => {
    const one = await begun()
    const noted = { organisation: csb, partner: nag, field: 'civil service training', words: 'a key partner' } as const
    await one.tell(['source-a'], { type: 'NotePartnership', ...noted })
    const answer = [{ ...noted, name: 'Civil Service Bureau', partnerName: 'National Academy of Governance' }]
    for (const asked of [{}, { of: csb }, { of: nag }, { field: 'Training' }] as const)
      expect(await one.ask(partnerships, asked)).toStrictEqual(answer)
    expect(await one.ask(partnerships, { of: cities })).toStrictEqual([])
    expect(await one.ask(partnerships, { field: 'sport' })).toStrictEqual([])
    expect(partnerships.columns.since.show(answer[0] && undefined)).toBe('?')
    expect(await one.ask(partnerships, {}, { publishedBy: '2022-12-31' })).toStrictEqual([])
    await one.tell([], { type: 'MergeOrganisations', organisation: nag, into: 'organisation-csc' })
    expect((await one.ask(partnerships, { of: 'organisation-csc' })).map(({ partner }) => partner)).toStrictEqual([nag])
  })
})

describe('group-members', () => {
  it('says that members are not listed, and never counts a group as its members', async () => {
    const one = await begun()
    const unlisted = [{ group: cities, name: 'the cities of the region', listed: 'not listed' }]
    expect(await one.ask(groupMembers, { group: cities })).toStrictEqual(unlisted)
    await one.tell([], { type: 'SetGroupMembers', organisation: cities, members: { items: [], open: true } })
    expect(await one.ask(groupMembers, { group: cities })).toStrictEqual(unlisted)
    expect(await one.ask(groupMembers, { group: csb })).toStrictEqual([])
    expect(await one.ask(groupMembers, { group: 'organisation-nobody' })).toStrictEqual([])
  })

  it('lists them all or in part, each list from its day', async () => {
    const one = await begun()
    const set = { type: 'SetGroupMembers', organisation: cities } as const
    await one.tell(
      [],
      { ...set, members: { items: [nag], open: true }, from: { edtf: '2022' } },
      { ...set, members: { items: [nag, csb], open: false }, from: { edtf: '2024-01-01' } },
    )
    const of = { group: cities, name: 'the cities of the region' } as const
    const [first, second] = await one.ask(groupMembers, { group: cities, on: '2023-06-01' })
    const inPart = { items: ['National Academy of Governance'], open: true }
    const all = { items: ['National Academy of Governance', 'Civil Service Bureau'], open: false }
    expect(first).toStrictEqual({ ...of, listed: 'in part', members: inPart, memberIds: [nag], since: { edtf: '2022' }, held: 'yes' })
    expect(second).toStrictEqual({
      ...of,
      listed: 'all',
      members: all,
      memberIds: [nag, csb],
      since: { edtf: '2024-01-01' },
      held: 'no',
    })
    const held = async (on: '2022-06-01' | '2024-01-01') => (await one.ask(groupMembers, { group: cities, on })).map((row) => row.held)
    expect([await held('2022-06-01'), await held('2024-01-01')]).toStrictEqual([
      ['cannot tell', 'no'],
      ['no', 'yes'],
    ])
  })
})
