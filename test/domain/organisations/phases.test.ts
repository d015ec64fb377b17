import { describe, expect, it, test } from 'vitest'
import type { OrganisationCommand } from '../../../src/domain/organisations/commands.js'
import type { OrganisationEvent } from '../../../src/domain/organisations/events.js'
import { breaches, evolve, organisation } from '../../../src/domain/organisations/organisation.js'
import { closedList } from '../../../src/domain/vocabulary/open-list.js'
import type { StatedDate } from '../../../src/domain/vocabulary/stated-date.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(organisation)

const id = 'organisation-ogcio'
const successor = 'organisation-dpo'
const firstName = { text: 'Office of the Government Chief Information Officer', language: 'en' }
const laterName = { text: 'Digital Policy Office', language: 'en' }
const end = { edtf: '2024-07-24' }

const registered: OrganisationEvent = { type: 'OrganisationRegistered', organisation: id, names: [firstName], kind: 'office' }
const asGroup: OrganisationEvent = { ...registered, kind: 'group' }
const dissolved: OrganisationEvent = { type: 'OrganisationDissolved', organisation: id, on: end }
const merged: OrganisationEvent = { type: 'OrganisationsMerged', organisation: id, into: successor, from: { edtf: '2024-07-25' } }
const partners: OrganisationEvent = { type: 'PartnershipNoted', organisation: id, partner: 'organisation-nag', field: 'training' }

describe('after the last day, a report goes in with the conflict beside it', () => {
  const broken = (command: OrganisationCommand, ...history: ReadonlyArray<OrganisationEvent>) =>
    breaches(command, history.reduce(evolve, organisation.initialState))
  const isOver = (from?: StatedDate) => ({ _tag: 'OrganisationOver', organisation: id, dissolvedOn: end, ...(from && { from }) })

  const late: ReadonlyArray<[string, (from?: StatedDate) => OrganisationCommand]> = [
    ['a name', (from) => ({ type: 'RenameOrganisation', organisation: id, name: laterName, ...(from && { from }) })],
    ['a dated name', (from) => ({ type: 'RenameOrganisation', organisation: id, name: { ...laterName, ...(from && { from }) } })],
    ['a partnership', (from) => ({ ...partners, type: 'NotePartnership', ...(from && { since: from }) })],
    ['members', (from) => ({ type: 'SetGroupMembers', organisation: id, members: closedList([]), ...(from && { from }) })],
  ]

  test.each(late)('%s: surely, or perhaps where the date is vague or missing', (_, on) => {
    expect(broken(on({ edtf: '2024-07-25' }), registered, dissolved)).toStrictEqual([
      { refusal: isOver({ edtf: '2024-07-25' }), certainty: 'sure' },
    ])
    expect(broken(on({ edtf: '2024' }), registered, dissolved)).toStrictEqual([
      { refusal: isOver({ edtf: '2024' }), certainty: 'cannot tell' },
    ])
    expect(broken(on(), registered, dissolved)).toStrictEqual([{ refusal: isOver(), certainty: 'cannot tell' }])
  })

  test.each(late)('%s: no conflict up to that day, nor while none is known', (_, on) => {
    expect(broken(on({ edtf: '2024-07-24' }), registered, dissolved)).toStrictEqual([])
    expect(broken(on({ edtf: '2030' }), registered)).toStrictEqual([])
  })

  it('a merger and what opens or ends the record break nothing', () => {
    expect(broken({ ...merged, type: 'MergeOrganisations' }, registered, dissolved)).toStrictEqual([])
    expect(broken({ ...dissolved, type: 'DissolveOrganisation' }, registered, dissolved)).toStrictEqual([])
    expect(broken({ ...registered, type: 'RegisterOrganisation' }, registered, dissolved)).toStrictEqual([])
  })
})

describe('each command in each phase', () => {
  const commands: { readonly [T in OrganisationCommand['type']]: OrganisationCommand } = {
    RegisterOrganisation: { type: 'RegisterOrganisation', organisation: id, names: [laterName], kind: 'bureau' },
    RenameOrganisation: { type: 'RenameOrganisation', organisation: id, name: laterName },
    NotePartnership: { type: 'NotePartnership', organisation: id, partner: successor, field: 'training' },
    SetGroupMembers: { type: 'SetGroupMembers', organisation: id, members: closedList([]) },
    DissolveOrganisation: { type: 'DissolveOrganisation', organisation: id, on: { edtf: '2026' } },
    MergeOrganisations: { type: 'MergeOrganisations', organisation: id, into: 'organisation-itib' },
  }
  const phases = {
    'not registered': [],
    'after a voided opening': [dissolved, merged, partners],
    active: [registered],
    'active, a group': [asGroup],
    'dissolved, a group': [asGroup, dissolved],
    'merged, a group': [asGroup, dissolved, merged],
  } as const

  test.each([
    ['RegisterOrganisation', 'not registered', 'records OrganisationRegistered'],
    ['RegisterOrganisation', 'after a voided opening', 'records OrganisationRegistered'],
    ['RegisterOrganisation', 'active', 'OrganisationAlreadyRegistered'],
    ['RegisterOrganisation', 'active, a group', 'OrganisationAlreadyRegistered'],
    ['RegisterOrganisation', 'dissolved, a group', 'OrganisationAlreadyRegistered'],
    ['RegisterOrganisation', 'merged, a group', 'OrganisationAlreadyRegistered'],
    ['RenameOrganisation', 'not registered', 'OrganisationNotRegistered'],
    ['RenameOrganisation', 'after a voided opening', 'OrganisationNotRegistered'],
    ['RenameOrganisation', 'active', 'records OrganisationRenamed'],
    ['RenameOrganisation', 'active, a group', 'records OrganisationRenamed'],
    ['RenameOrganisation', 'dissolved, a group', 'records OrganisationRenamed'],
    ['RenameOrganisation', 'merged, a group', 'OrganisationAlreadyMerged'],
    ['NotePartnership', 'not registered', 'OrganisationNotRegistered'],
    ['NotePartnership', 'after a voided opening', 'OrganisationNotRegistered'],
    ['NotePartnership', 'active', 'records PartnershipNoted'],
    ['NotePartnership', 'active, a group', 'records PartnershipNoted'],
    ['NotePartnership', 'dissolved, a group', 'records PartnershipNoted'],
    ['NotePartnership', 'merged, a group', 'OrganisationAlreadyMerged'],
    ['SetGroupMembers', 'not registered', 'OrganisationNotRegistered'],
    ['SetGroupMembers', 'after a voided opening', 'OrganisationNotRegistered'],
    ['SetGroupMembers', 'active', 'NotAGroup'],
    ['SetGroupMembers', 'active, a group', 'records GroupMembersSet'],
    ['SetGroupMembers', 'dissolved, a group', 'records GroupMembersSet'],
    ['SetGroupMembers', 'merged, a group', 'OrganisationAlreadyMerged'],
    ['DissolveOrganisation', 'not registered', 'OrganisationNotRegistered'],
    ['DissolveOrganisation', 'after a voided opening', 'OrganisationNotRegistered'],
    ['DissolveOrganisation', 'active', 'records OrganisationDissolved'],
    ['DissolveOrganisation', 'active, a group', 'records OrganisationDissolved'],
    ['DissolveOrganisation', 'dissolved, a group', 'OrganisationAlreadyDissolved'],
    ['DissolveOrganisation', 'merged, a group', 'OrganisationAlreadyMerged'],
    ['MergeOrganisations', 'not registered', 'OrganisationNotRegistered'],
    ['MergeOrganisations', 'after a voided opening', 'OrganisationNotRegistered'],
    ['MergeOrganisations', 'active', 'records OrganisationsMerged'],
    ['MergeOrganisations', 'active, a group', 'records OrganisationsMerged'],
    ['MergeOrganisations', 'dissolved, a group', 'records OrganisationsMerged'],
    ['MergeOrganisations', 'merged, a group', 'OrganisationAlreadyMerged'],
  ] as const)('%s on an organisation %s: %s', (command, phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(commands[command])
        .outcome(),
    ).toBe(outcome),
  )
})
