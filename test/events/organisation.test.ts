import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { OrganisationCommand } from '../../src/domain/organisations/commands.js'
import type { AnyId } from '../../src/domain/vocabulary/id.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { organisationCommands } from '../../src/events/organisation.js'

const organisation = 'organisation-ogcio'
const name = { text: 'Digital Policy Office', language: 'en', from: { edtf: '2024-07-25' } }
const from = { edtf: '2024-07-25', words: '25 July 2024', yearFrom: 'text' }

const complete = {
  RegisterOrganisation: {
    type: 'RegisterOrganisation',
    organisation,
    names: [name, { text: '數字政策辦公室', language: 'zh-Hant', kind: 'official' }],
    kind: 'office',
    parent: 'organisation-itib',
    establishedOn: from,
  },
  RenameOrganisation: { type: 'RenameOrganisation', organisation, name, from },
  MergeOrganisations: { type: 'MergeOrganisations', organisation, into: 'organisation-dpo', from },
  DissolveOrganisation: { type: 'DissolveOrganisation', organisation, on: from },
  NotePartnership: { type: 'NotePartnership', organisation, partner: 'organisation-nag', field: 'training', since: from, words: 'long' },
  SetGroupMembers: { type: 'SetGroupMembers', organisation, members: { items: ['organisation-shenzhen'], open: true }, from },
} as const

const pathsOf = (codec: Decoder<unknown, unknown>, value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe('each command of an organisation as it is written', () => {
  const commands = Object.values(complete)

  test.each(commands)('$type is read as it stands', (command) =>
    expect(organisationCommands[command.type].decode(command)).toStrictEqual(E.right(command)),
  )

  test.each(commands)('$type is refused without its id, with an id of another kind, and with an unknown field', (command) => {
    const codec = organisationCommands[command.type]
    const { organisation: _, ...anonymous } = command
    expect(pathsOf(codec, anonymous)).toStrictEqual(['organisation'])
    expect(pathsOf(codec, { ...command, organisation: 'person-1' })).toStrictEqual(['organisation'])
    expect(pathsOf(codec, { ...command, colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(commands)('$type is refused where it is no object of that type', (command) => {
    const codec = organisationCommands[command.type]
    for (const value of [null, undefined, 7, command.type, [command]]) expect(pathsOf(codec, value)).toStrictEqual([''])
    expect(pathsOf(codec, { ...command, type: 'toString' })).toStrictEqual(['type'])
  })

  test.each<[OrganisationCommand['type'], string, object, string]>([
    ['RegisterOrganisation', 'no names', { names: undefined }, 'names'],
    ['RegisterOrganisation', 'an empty list of names', { names: [] }, 'names'],
    ['RegisterOrganisation', 'more than 20 names', { names: Array(21).fill(name) }, 'names'],
    ['RegisterOrganisation', 'a name without a language', { names: [name, { text: 'DPO' }] }, 'names[1].language'],
    ['RegisterOrganisation', 'a name of two lines', { names: [{ ...name, text: 'a\nb' }] }, 'names[0].text'],
    ['RegisterOrganisation', 'a name that is only text', { names: ['DPO'] }, 'names[0]'],
    ['RegisterOrganisation', 'a name that ends before it begins', { names: [{ ...name, to: { edtf: '2023' } }] }, 'names[0]'],
    ['RegisterOrganisation', 'a kind that is not known', { kind: 'ministry' }, 'kind'],
    ['RegisterOrganisation', 'two kinds', { kind: ['grade', 'department'] }, 'kind'],
    ['RegisterOrganisation', 'a person as its parent', { parent: 'person-1' }, 'parent'],
    ['RegisterOrganisation', 'no real day', { establishedOn: { edtf: '2021-13-09' } }, 'establishedOn.edtf'],
    ['RenameOrganisation', 'no name', { name: undefined }, 'name'],
    ['RenameOrganisation', 'a list of names', { name: [name] }, 'name'],
    ['RenameOrganisation', 'a name of more than 300 characters', { name: { ...name, text: 'x'.repeat(301) } }, 'name.text'],
    ['RenameOrganisation', 'words for a date', { from: 'last year' }, 'from'],
    ['MergeOrganisations', 'nothing to merge into', { into: undefined }, 'into'],
    ['MergeOrganisations', 'a post to merge into', { into: 'post-scs' }, 'into'],
    [
      'MergeOrganisations',
      'a window that ends before it begins',
      { from: { edtf: '2024', within: { from: '2024-02-01', to: '2024-01-01' } } },
      'from.within',
    ],
    ['DissolveOrganisation', 'no day', { on: undefined }, 'on'],
    ['DissolveOrganisation', 'a number for a day', { on: 20240724 }, 'on'],
    ['NotePartnership', 'no partner', { partner: undefined }, 'partner'],
    ['NotePartnership', 'a partner by name', { partner: 'National Academy of Governance' }, 'partner'],
    ['NotePartnership', 'no field', { field: undefined }, 'field'],
    ['NotePartnership', 'a field of blanks', { field: ' \t' }, 'field'],
    ['NotePartnership', 'words of more than 10,000 characters', { words: 'x'.repeat(10_001) }, 'words'],
    ['NotePartnership', 'a day of a month that has fewer', { since: { edtf: '2023-02-29' } }, 'since.edtf'],
    ['SetGroupMembers', 'a bare list', { members: ['organisation-shenzhen'] }, 'members'],
    ['SetGroupMembers', 'a list that does not say whether it is open', { members: { items: [] } }, 'members.open'],
    ['SetGroupMembers', 'a programme as a member', { members: { items: ['programme-gba'], open: false } }, 'members.items[0]'],
    ['SetGroupMembers', 'more than 200 members', { members: { items: Array(201).fill(organisation), open: false } }, 'members.items'],
    ['SetGroupMembers', 'a hole in the list', { members: { items: [organisation, null], open: false } }, 'members.items[1]'],
  ])('%s is refused with %s', (type, _, fault, path) => {
    const value = { ...complete[type], ...fault }
    expect(organisationCommands[type].is(value)).toBe(false)
    expect(pathsOf(organisationCommands[type], value)).toStrictEqual([path])
  })

  it('names the other organisations that it rests on', () => {
    const mentioned = new Set<AnyId>()
    organisationCommands.MergeOrganisations.mentions({ type: 'MergeOrganisations', organisation, into: 'organisation-dpo' }, mentioned)
    expect([...mentioned]).toStrictEqual([organisation, 'organisation-dpo'])
  })
})
