import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { ProgrammeCommand } from '../../src/domain/programmes/commands.js'
import type { ProgrammeEvent } from '../../src/domain/programmes/events.js'
import type { AnyId } from '../../src/domain/vocabulary/id.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { programmeCommands } from '../../src/events/programme.js'

/** The fields of an event's golden file, every optional one among them: its command has the same. */
const fieldsOf = (event: ProgrammeEvent['type']): object =>
  JSON.parse(readFileSync(new URL(`./golden/${event}.1.json`, import.meta.url), 'utf8')).data

const complete: { readonly [T in ProgrammeCommand['type']]: object } = {
  ProposeProgramme: { ...fieldsOf('ProgrammeProposed'), type: 'ProposeProgramme' },
  AnnounceProgramme: { ...fieldsOf('ProgrammeAnnounced'), type: 'AnnounceProgramme' },
  RegisterProgramme: { ...fieldsOf('ProgrammeRegistered'), type: 'RegisterProgramme' },
  LaunchProgramme: { ...fieldsOf('ProgrammeLaunched'), type: 'LaunchProgramme' },
  NameProgramme: { ...fieldsOf('ProgrammeNamed'), type: 'NameProgramme' },
  ChangeOrganisers: { ...fieldsOf('OrganisersChanged'), type: 'ChangeOrganisers' },
  PlaceUnderAgreement: { ...fieldsOf('ProgrammePlacedUnderAgreement'), type: 'PlaceUnderAgreement' },
  ReviseProgrammeTerms: { ...fieldsOf('ProgrammeTermsRevised'), type: 'ReviseProgrammeTerms' },
  SetProgrammeTerms: { ...fieldsOf('ProgrammeTermsSet'), type: 'SetProgrammeTerms' },
  SuspendProgramme: { ...fieldsOf('ProgrammeSuspended'), type: 'SuspendProgramme' },
  ResumeProgramme: { ...fieldsOf('ProgrammeResumed'), type: 'ResumeProgramme' },
  ConcludeProgramme: { ...fieldsOf('ProgrammeConcluded'), type: 'ConcludeProgramme' },
  LinkProgrammes: { ...fieldsOf('ProgrammesLinked'), type: 'LinkProgrammes' },
}

const codecOf = (type: ProgrammeCommand['type']): Decoder<unknown, ProgrammeCommand> => programmeCommands[type]
const pathsOf = (type: ProgrammeCommand['type'], value: unknown): ReadonlyArray<string> => {
  const decoded = codecOf(type).decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}
const types: ReadonlyArray<ProgrammeCommand['type']> = [
  'ProposeProgramme',
  'AnnounceProgramme',
  'RegisterProgramme',
  'LaunchProgramme',
  'NameProgramme',
  'ChangeOrganisers',
  'PlaceUnderAgreement',
  'ReviseProgrammeTerms',
  'SetProgrammeTerms',
  'SuspendProgramme',
  'ResumeProgramme',
  'ConcludeProgramme',
  'LinkProgrammes',
]
const fields = types.flatMap((type) => Object.keys(complete[type]).map((field) => [type, field] as const))

describe('each command of a programme as it is written', () => {
  test.each(types)('%s is read as it stands', (type) => expect(codecOf(type).decode(complete[type])).toStrictEqual(E.right(complete[type])))

  test.each(types)('%s is refused without its id, with an id of another kind, and with an unknown field', (type) => {
    expect(pathsOf(type, { ...complete[type], programme: undefined })).toStrictEqual(['programme'])
    for (const id of ['person-1', 'programme-', 'programme-$all', `programme-${'x'.repeat(101)}`])
      expect(pathsOf(type, { ...complete[type], programme: id })).toStrictEqual(['programme'])
    expect(pathsOf(type, { ...complete[type], colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(types)('%s is refused where it is no object of that type', (type) => {
    for (const value of [null, undefined, 7, type, [complete[type]]]) expect(pathsOf(type, value)).toStrictEqual([''])
    expect(pathsOf(type, { ...complete[type], type: 'toString' })).toStrictEqual(['type'])
  })

  test.each(fields)('%s is refused where %s is nothing, empty, negative, or an object of somebody else', (type, field) => {
    for (const value of [null, '', -1, { hostile: true }])
      expect(pathsOf(type, { ...complete[type], [field]: value })[0]?.startsWith(field)).toBe(true)
  })

  test.each<[ProgrammeCommand['type'], string, object, string]>([
    ['ProposeProgramme', 'an empty list of names', { names: [] }, 'names'],
    ['ProposeProgramme', 'more than 20 names', { names: Array(21).fill({ text: 'A', language: 'en' }) }, 'names'],
    ['ProposeProgramme', 'a kind that is not known', { kind: 'holiday' }, 'kind'],
    ['ProposeProgramme', 'a direction that is not known', { direction: 'sideways' }, 'direction'],
    ['ProposeProgramme', 'a bare list of places', { places: ['Shenzhen'] }, 'places'],
    ['ProposeProgramme', 'more than 200 places', { places: { items: Array(201).fill('Shenzhen'), open: true } }, 'places.items'],
    ['ProposeProgramme', 'a list that does not say whether it is open', { delivery: { items: ['lectures'] } }, 'delivery.open'],
    ['ProposeProgramme', 'a target group of more than 10,000 characters', { targetGroup: 'x'.repeat(10_001) }, 'targetGroup'],
    ['ProposeProgramme', 'more than 100 aims', { aims: Array(101).fill('to learn') }, 'aims'],
    ['ProposeProgramme', 'an aim of control characters', { aims: ['to learn', '\u0000'] }, 'aims[1]'],
    [
      'ProposeProgramme',
      'a theme of more than 300 characters',
      { curriculum: { items: ['x'.repeat(301)], open: false } },
      'curriculum.items[0]',
    ],
    ['ProposeProgramme', 'an organiser by name', { organisers: { items: ['CSB'], open: false } }, 'organisers.items[0]'],
    [
      'ProposeProgramme',
      'a person as organiser',
      { organisers: { items: [{ organisation: 'person-1', role: 'organiser' }], open: false } },
      'organisers.items[0].organisation',
    ],
    [
      'ProposeProgramme',
      'a role that is not known',
      { organisers: { items: [{ organisation: 'organisation-csb', role: 'boss' }], open: false } },
      'organisers.items[0].role',
    ],
    ['ProposeProgramme', 'a programme for an agreement', { agreements: ['programme-1'] }, 'agreements[0]'],
    ['ProposeProgramme', 'a bare number of places', { capacity: 10 }, 'capacity'],
    ['ProposeProgramme', 'a negative capacity', { capacity: { kind: 'exact', n: -10 } }, 'capacity.n'],
    ['AnnounceProgramme', 'an impossible day', { announcedOn: { edtf: '2023-02-29' } }, 'announcedOn.edtf'],
    ['RegisterProgramme', 'words for a date', { since: 'since 2002' }, 'since'],
    ['LaunchProgramme', 'no day', { launchedOn: undefined }, 'launchedOn'],
    ['LaunchProgramme', 'a month of thirteen', { launchedOn: { edtf: '2023-13' } }, 'launchedOn.edtf'],
    ['LaunchProgramme', 'a place of more than 300 characters', { launchedAt: 'x'.repeat(301) }, 'launchedAt'],
    ['NameProgramme', 'no name', { name: undefined }, 'name'],
    ['NameProgramme', 'a name that is only text', { name: 'Exchange' }, 'name'],
    ['NameProgramme', 'a name without a language', { name: { text: 'Exchange' } }, 'name.language'],
    ['ChangeOrganisers', 'nobody to join, not even an empty list', { joined: undefined }, 'joined'],
    [
      'ChangeOrganisers',
      'more than 100 who leave',
      { left: Array(101).fill({ organisation: 'organisation-csb', role: 'organiser' }) },
      'left',
    ],
    [
      'ChangeOrganisers',
      'an unknown field of an organiser',
      { left: [{ organisation: 'organisation-csb', role: 'organiser', since: 1 }] },
      'left[0].since',
    ],
    ['PlaceUnderAgreement', 'no agreement', { agreement: undefined }, 'agreement'],
    ['PlaceUnderAgreement', 'an organisation for an agreement', { agreement: 'organisation-nag' }, 'agreement'],
    ['ReviseProgrammeTerms', 'no day', { from: undefined }, 'from'],
    ['ReviseProgrammeTerms', 'a length of nothing', { length: { kind: 'exact', span: { n: 0, unit: 'week' } } }, 'length.span.n'],
    ['SuspendProgramme', 'no day', { from: undefined }, 'from'],
    ['SuspendProgramme', 'a reason of blanks', { why: ' \n' }, 'why'],
    [
      'ResumeProgramme',
      'a window that ends before it begins',
      { from: { edtf: '2023-02', within: { from: '2023-02-02', to: '2023-02-01' } } },
      'from.within',
    ],
    ['ConcludeProgramme', 'no day', { on: undefined }, 'on'],
    ['LinkProgrammes', 'a kind that is not known', { kind: 'same' }, 'kind'],
    ['LinkProgrammes', 'a bare id', { to: 'programme-2' }, 'to'],
    ['LinkProgrammes', 'an agreement to link to', { to: { _tag: 'named', value: 'agreement-1' } }, 'to.value'],
    ['LinkProgrammes', 'none and yet a value', { to: { _tag: 'none', value: 'programme-2' } }, 'to.value'],
  ])('%s is refused with %s', (type, _, fault, path) => expect(pathsOf(type, { ...complete[type], ...fault })).toStrictEqual([path]))

  it('takes "none" for the programme linked to', () => {
    const command = { ...complete.LinkProgrammes, to: { _tag: 'none' } }
    expect(codecOf('LinkProgrammes').decode(command)).toStrictEqual(E.right(command))
  })

  it('names the other things that it rests on', () => {
    const mentioned = new Set<AnyId>()
    const launched = codecOf('LaunchProgramme').decode(complete.LaunchProgramme)
    if (E.isRight(launched) && launched.right.type === 'LaunchProgramme')
      programmeCommands.LaunchProgramme.mentions(launched.right, mentioned)
    expect([...mentioned].sort()).toStrictEqual([
      'agreement-gba-2023',
      'organisation-gba-municipalities',
      'organisation-hkmao-guangdong',
      'organisation-hksar-government',
      'programme-gba',
    ])
  })
})
