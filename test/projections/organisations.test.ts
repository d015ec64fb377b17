import { describe, expect, it } from 'vitest'
import type { OrganisationId } from '../../src/domain/vocabulary/id.js'
import { organisations } from '../../src/projections/organisations.js'
import { organisation, recording, source } from '../support/recording.js'

const office: OrganisationId = 'organisation-office'
const digital: OrganisationId = 'organisation-digital'
const group: OrganisationId = 'organisation-cities'

describe('a row of an organisation', () => {
  it('adds a name for the days on which it is borne, and keeps the ones before', async () => {
    const { tell, row, entry, position } = await recording()
    await tell([], source('source-a'), organisation(office, 'Information Office', { kind: 'office' }))
    const before = await position()
    await tell(['source-a'], {
      type: 'RenameOrganisation',
      organisation: office,
      name: { text: 'Digital Office', language: 'en' },
      from: { edtf: '2024-07-25' },
    })
    const first = { text: 'Information Office', language: 'en' }
    expect(await row(organisations, office)).toStrictEqual({
      organisation: office,
      kind: 'office',
      names: [first, { text: 'Digital Office', language: 'en', from: { edtf: '2024-07-25' } }],
      entries: [await entry(office), await entry(office, 1)],
      sources: ['source-a'],
    })
    expect((await row(organisations, office, { asKnownAt: before }))?.names).toStrictEqual([first])
  })

  it('notes a merger on both sides and moves nothing', async () => {
    const { tell, row, entry } = await recording()
    await tell([], organisation(office, 'Information Office'), organisation(digital, 'Digital Office'))
    await tell([], { type: 'MergeOrganisations', organisation: office, into: digital, from: { edtf: '2024-07-25' } })
    expect(await row(organisations, office)).toMatchObject({ mergedInto: digital, mergedOn: { edtf: '2024-07-25' } })
    expect((await row(organisations, digital))?.mergedFrom).toStrictEqual([office])
    expect((await row(organisations, digital))?.mergedInto).toBeUndefined()
    await tell([], { type: 'VoidEntry', stream: office, entry: await entry(office, 1), reason: 'another office' })
    expect((await row(organisations, office))?.mergedInto).toBeUndefined()
    expect((await row(organisations, digital))?.mergedFrom).toBeUndefined()
  })

  it('keeps who is said to be whose partner, on both sides', async () => {
    const { tell, row } = await recording()
    await tell([], organisation(office, 'Information Office'), organisation(digital, 'Digital Office'))
    const noted = { organisation: office, partner: digital, field: 'training' } as const
    await tell([], { type: 'NotePartnership', ...noted })
    expect((await row(organisations, office))?.partners).toStrictEqual([noted])
    expect((await row(organisations, digital))?.partnerOf).toStrictEqual([noted])
    expect((await row(organisations, digital))?.partners).toBeUndefined()
  })

  it('takes for the members of a group those of the latest day, whenever they were recorded', async () => {
    const { tell, row } = await recording()
    await tell([], organisation(group, 'the cities', { kind: 'group' }), organisation(office, 'A'), organisation(digital, 'B'))
    expect((await row(organisations, group))?.members).toBeUndefined()
    const later = { members: { items: [office, digital], open: false }, from: { edtf: '2024' } }
    const earlier = { members: { items: [office], open: true }, from: { edtf: '2022' } }
    await tell([], { type: 'SetGroupMembers', organisation: group, ...later }, { type: 'SetGroupMembers', organisation: group, ...earlier })
    expect(await row(organisations, group)).toMatchObject({ members: later.members, memberships: [later, earlier] })
    const undated = { members: { items: [], open: true } }
    await tell([], { type: 'SetGroupMembers', organisation: group, ...undated })
    expect((await row(organisations, group))?.members).toStrictEqual(undated.members)
  })
})
