import { describe, it } from 'vitest'
import type { OrganisationEvent } from '../../../src/domain/organisations/events.js'
import { organisation } from '../../../src/domain/organisations/organisation.js'
import { closedList, openList } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(organisation)

const id = 'organisation-ogcio'
const successor = 'organisation-dpo'
const cities = 'organisation-gba-municipalities'
const firstName = { text: 'Office of the Government Chief Information Officer', language: 'en' }
const laterName = { text: 'Digital Policy Office', language: 'en' }
const chineseName = { text: '政府資訊科技總監辦公室', language: 'zh-Hant' }
const establishedOn = { edtf: '2004-07-01' }
const end = { edtf: '2024-07-24' }

const registered: OrganisationEvent = {
  type: 'OrganisationRegistered',
  organisation: id,
  names: [firstName],
  kind: 'office',
  establishedOn,
}
const group: OrganisationEvent = {
  type: 'OrganisationRegistered',
  organisation: cities,
  names: [{ text: 'the Mainland municipalities in the GBA', language: 'en' }],
  kind: 'group',
}
const renamed: OrganisationEvent = { type: 'OrganisationRenamed', organisation: id, name: laterName, from: { edtf: '2024-07-25' } }
const dissolved: OrganisationEvent = { type: 'OrganisationDissolved', organisation: id, on: end }
const merged: OrganisationEvent = { type: 'OrganisationsMerged', organisation: id, into: successor, from: { edtf: '2024-07-25' } }
const partners: OrganisationEvent = { type: 'PartnershipNoted', organisation: id, partner: 'organisation-nag', field: 'training' }
const someMembers: OrganisationEvent = { type: 'GroupMembersSet', organisation: cities, members: openList(['organisation-shenzhen']) }

describe('RegisterOrganisation', () => {
  it('records an organisation as first known', () =>
    given()
      .when({ ...registered, type: 'RegisterOrganisation' })
      .then(registered))

  it('stays quiet for the same registration', () =>
    given(registered, dissolved)
      .when({ ...registered, type: 'RegisterOrganisation' })
      .thenNothing())

  it('is refused for another registration under the same id', () =>
    given(registered)
      .when({ ...registered, type: 'RegisterOrganisation', kind: 'bureau' })
      .thenRefused({ _tag: 'OrganisationAlreadyRegistered', organisation: id }))

  it('is refused for an organisation that is a part of itself', () =>
    given()
      .when({ ...registered, type: 'RegisterOrganisation', parent: id })
      .thenRefused({ _tag: 'OrganisationTiedToItself', organisation: id, as: 'parent' }))
})

describe('RenameOrganisation', () => {
  it('records the name that holds from a day on', () =>
    given(registered)
      .when({ ...renamed, type: 'RenameOrganisation' })
      .then(renamed))

  it('stays quiet for the name that the organisation was registered with', () =>
    given(registered).when({ type: 'RenameOrganisation', organisation: id, name: firstName }).thenNothing())

  it('records since when that name has been borne', () => {
    const since: OrganisationEvent = { type: 'OrganisationRenamed', organisation: id, name: firstName, from: { edtf: '2004-07' } }
    given(registered)
      .when({ ...since, type: 'RenameOrganisation' })
      .then(since)
  })

  it('stays quiet for the last name of its language, whatever was said in another', () =>
    given(
      registered,
      { type: 'OrganisationRenamed', organisation: id, name: laterName },
      { type: 'OrganisationRenamed', organisation: id, name: chineseName },
    )
      .when({ type: 'RenameOrganisation', organisation: id, name: laterName })
      .thenNothing())

  it('records a return to an earlier name, where neither has a date', () => {
    const back: OrganisationEvent = { type: 'OrganisationRenamed', organisation: id, name: firstName }
    given(registered, { type: 'OrganisationRenamed', organisation: id, name: laterName })
      .when({ ...back, type: 'RenameOrganisation' })
      .then(back)
  })

  it('stays quiet for a dated name that came before the last: it was said, and is no return', () =>
    given(registered, renamed, { type: 'OrganisationRenamed', organisation: id, name: firstName, from: { edtf: '2030' } })
      .when({ ...renamed, type: 'RenameOrganisation' })
      .thenNothing())

  it('is refused where the name and its first day surely tell two days', () =>
    given(registered)
      .when({ type: 'RenameOrganisation', organisation: id, name: { ...laterName, from: { edtf: '2023' } }, from: { edtf: '2024-07-25' } })
      .thenRefused({ _tag: 'NameFromTwoDays', organisation: id, from: { edtf: '2024-07-25' }, nameFrom: { edtf: '2023' } }))

  it('is taken where one of the two days is only vaguer', () => {
    const twice = { organisation: id, name: { ...laterName, from: { edtf: '2024-07' } }, from: { edtf: '2024-07-25' } } as const
    given(registered)
      .when({ type: 'RenameOrganisation', ...twice })
      .then({ type: 'OrganisationRenamed', ...twice })
  })
})

describe('NotePartnership', () => {
  it('records that two are partners in a field', () =>
    given(registered)
      .when({ ...partners, type: 'NotePartnership' })
      .then(partners))

  it('stays quiet for a partnership on record, for one does not end another', () =>
    given(registered, partners, { ...partners, field: 'research' })
      .when({ ...partners, type: 'NotePartnership' })
      .thenNothing())

  it('is refused with itself', () =>
    given(registered)
      .when({ ...partners, type: 'NotePartnership', partner: id })
      .thenRefused({ _tag: 'OrganisationTiedToItself', organisation: id, as: 'partner' }))
})

describe('SetGroupMembers', () => {
  it.each([
    ['all listed', closedList(['organisation-shenzhen', 'organisation-guangzhou'] as const)],
    ['partly listed', openList(['organisation-shenzhen'] as const)],
    ['not listed', openList([])],
  ])('records the members of a group, %s', (_, members) =>
    given(group)
      .when({ type: 'SetGroupMembers', organisation: cities, members })
      .then({ type: 'GroupMembersSet', organisation: cities, members }),
  )

  it('stays quiet for the members it has', () =>
    given(group, someMembers)
      .when({ ...someMembers, type: 'SetGroupMembers' })
      .thenNothing())

  it('stays quiet for dated members that came before the last, and records undated ones as a return', () => {
    const none: OrganisationEvent = { type: 'GroupMembersSet', organisation: cities, members: closedList([]) }
    given(group, { ...someMembers, from: { edtf: '2023' } }, none)
      .when({ ...someMembers, type: 'SetGroupMembers', from: { edtf: '2023' } })
      .thenNothing()
    given(group, someMembers, none)
      .when({ ...someMembers, type: 'SetGroupMembers' })
      .then(someMembers)
  })

  it('is refused for an organisation that is not a group', () =>
    given(registered)
      .when({ ...someMembers, type: 'SetGroupMembers', organisation: id })
      .thenRefused({ _tag: 'NotAGroup', organisation: id, kind: 'office' }))

  it('is refused for a group within itself', () =>
    given(group)
      .when({ ...someMembers, type: 'SetGroupMembers', members: closedList([cities]) })
      .thenRefused({ _tag: 'OrganisationTiedToItself', organisation: cities, as: 'member' }))

  it('is refused where a member is listed twice', () =>
    given(group)
      .when({ ...someMembers, type: 'SetGroupMembers', members: closedList(['organisation-shenzhen', 'organisation-shenzhen']) })
      .thenRefused({ _tag: 'GroupMemberListedTwice', organisation: cities, member: 'organisation-shenzhen' }))
})

describe('DissolveOrganisation', () => {
  it('records the last day', () =>
    given(registered)
      .when({ ...dissolved, type: 'DissolveOrganisation' })
      .then(dissolved))

  it('stays quiet for the same last day, also after a merger', () => {
    given(registered, dissolved)
      .when({ ...dissolved, type: 'DissolveOrganisation' })
      .thenNothing()
    given(registered, dissolved, merged)
      .when({ ...dissolved, type: 'DissolveOrganisation' })
      .thenNothing()
  })

  it('is refused for another last day: a source that tells it otherwise disputes the entry', () =>
    given(registered, dissolved)
      .when({ ...dissolved, type: 'DissolveOrganisation', on: { edtf: '2025' } })
      .thenRefused({ _tag: 'OrganisationAlreadyDissolved', organisation: id, on: end }))

  it('is refused for a day that surely lies before the establishment', () =>
    given(registered)
      .when({ ...dissolved, type: 'DissolveOrganisation', on: { edtf: '2003' } })
      .thenRefused({ _tag: 'EndBeforeEstablishment', organisation: id, establishedOn, end: { edtf: '2003' } }))

  it('is taken for a day that may lie after it', () =>
    given(registered)
      .when({ ...dissolved, type: 'DissolveOrganisation', on: { edtf: '2004' } })
      .then({ type: 'OrganisationDissolved', organisation: id, on: { edtf: '2004' } }))
})

describe('MergeOrganisations', () => {
  it('records where an organisation goes on, also one that was dissolved', () => {
    given(registered)
      .when({ ...merged, type: 'MergeOrganisations' })
      .then(merged)
    given(registered, dissolved)
      .when({ ...merged, type: 'MergeOrganisations' })
      .then(merged)
  })

  it('stays quiet for the same merger', () =>
    given(registered, merged)
      .when({ ...merged, type: 'MergeOrganisations' })
      .thenNothing())

  it('is refused into itself', () =>
    given(registered)
      .when({ ...merged, type: 'MergeOrganisations', into: id })
      .thenRefused({ _tag: 'OrganisationTiedToItself', organisation: id, as: 'merged into' }))

  it('is refused into a second one', () =>
    given(registered, merged)
      .when({ ...merged, type: 'MergeOrganisations', into: 'organisation-itib' })
      .thenRefused({ _tag: 'OrganisationAlreadyMerged', organisation: id, into: successor }))

  it('is refused for a day that surely lies before the establishment', () =>
    given(registered)
      .when({ ...merged, type: 'MergeOrganisations', from: { edtf: '2003' } })
      .thenRefused({ _tag: 'EndBeforeEstablishment', organisation: id, establishedOn, end: { edtf: '2003' } }))
})
