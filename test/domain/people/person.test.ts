import { describe, expect, it, test } from 'vitest'
import { type PersonCommand, type PersonEvent, person } from '../../../src/domain/people/person.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(person)

const id = 'person-117'
const office = 'organisation-gba-office'
const name = { text: 'Example Officer', language: 'en', kind: 'romanised' } as const
const chineseName = { text: '示例人員', language: 'zh-Hant' }

const named: PersonEvent = { type: 'PersonRegistered', person: id, names: [name] }
const unnamed: PersonEvent = {
  type: 'PersonRegistered',
  person: id,
  describedAs: 'one of the representatives from Shenzhen',
  civilServant: true,
}
const alias: PersonEvent = { type: 'AliasAdded', person: id, name: chineseName }
const posting: PersonEvent = { type: 'PostingRecorded', person: id, organisation: office, from: { edtf: '2024-12' } }
const background: PersonEvent = {
  type: 'BackgroundRecorded',
  person: id,
  kind: 'experience',
  words: 'I already have some understanding of Hong Kong because of my previous work experience',
}
const merged: PersonEvent = { type: 'PersonsMerged', person: id, into: 'person-4' }
const erased: PersonEvent = { type: 'PersonalDataErased', person: id, ground: 'the retention rule of 7 years' }

describe('RegisterPerson', () => {
  it.each([
    ['by name', named],
    ['without a name, as a source describes him', unnamed],
    ['by name and description', { ...unnamed, names: [name] }],
  ] as const)('records somebody known %s', (_, event) =>
    given()
      .when({ ...event, type: 'RegisterPerson' })
      .then(event),
  )

  it('is refused without a name and without a description: a grade or a post alone tells nobody apart', () =>
    given()
      .when({ type: 'RegisterPerson', person: id, grade: 'organisation-eo-grade', post: 'post-12' })
      .thenRefused({ _tag: 'PersonWithoutNameOrDescription', person: id }))

  it('takes an empty list of names for no name', () =>
    given().when({ type: 'RegisterPerson', person: id, names: [] }).thenRefused({ _tag: 'PersonWithoutNameOrDescription', person: id }))

  it('stays quiet for the same person, also a merged one', () =>
    given(named, merged)
      .when({ ...named, type: 'RegisterPerson' })
      .thenNothing())

  it('is refused for other content under the same id, and repeats no name', () =>
    given(named)
      .when({ type: 'RegisterPerson', person: id, names: [chineseName] })
      .thenRefused({ _tag: 'PersonAlreadyRegistered', person: id }))
})

describe('AddAlias', () => {
  it('records one more name', () =>
    given(named)
      .when({ ...alias, type: 'AddAlias' })
      .then(alias))

  it('gives a person without a name the first one', () =>
    given(unnamed)
      .when({ ...alias, type: 'AddAlias' })
      .then(alias))

  it('stays quiet for a name on record, registered or added', () => {
    given(named).when({ type: 'AddAlias', person: id, name }).thenNothing()
    given(named, alias, { ...alias, name: { text: 'E. Officer', language: 'en' } })
      .when({ ...alias, type: 'AddAlias' })
      .thenNothing()
  })

  it('records the same letters as a name in another language', () => {
    const other: PersonEvent = { ...alias, name: { text: name.text, language: 'yue' } }
    given(named)
      .when({ ...other, type: 'AddAlias' })
      .then(other)
  })
})

describe('RecordPosting', () => {
  it('records where somebody served', () =>
    given(named)
      .when({ ...posting, type: 'RecordPosting' })
      .then(posting))

  it.each<Partial<PersonEvent & { type: 'PostingRecorded' }>>([
    { organisation: office },
    { post: 'post-12' },
    { grade: 'organisation-eo-grade' },
    { rank: 'Senior Executive Officer' },
  ])('takes what little is known: %o', (known) =>
    given(named)
      .when({ ...known, type: 'RecordPosting', person: id })
      .then({ ...known, type: 'PostingRecorded', person: id }),
  )

  it('is refused where it says nothing but when', () =>
    given(named)
      .when({ type: 'RecordPosting', person: id, from: { edtf: '2024-12' } })
      .thenRefused({ _tag: 'PostingSaysNothing', person: id }))

  it('is refused where the last day surely lies before the first', () =>
    given(named)
      .when({ ...posting, type: 'RecordPosting', to: { edtf: '2024-11' } })
      .thenRefused({ _tag: 'PostingEndsBeforeStart', person: id, from: { edtf: '2024-12' }, to: { edtf: '2024-11' } }))

  it('is taken where the last day may lie after the first', () =>
    given(named)
      .when({ ...posting, type: 'RecordPosting', to: { edtf: '2024' } })
      .then({ ...posting, to: { edtf: '2024' } }))

  it('stays quiet for a posting on record, in whatever order they were learned', () =>
    given(named, posting, { ...posting, organisation: 'organisation-cmab' })
      .when({ ...posting, type: 'RecordPosting' })
      .thenNothing())
})

describe('RecordBackground', () => {
  it("records what somebody brings along, in the source's words", () =>
    given(named)
      .when({ ...background, type: 'RecordBackground' })
      .then(background))

  it('stays quiet for what is on record', () =>
    given(named, background, posting)
      .when({ ...background, type: 'RecordBackground' })
      .thenNothing())
})

describe('MergePersons', () => {
  it('records that two records are of one person', () =>
    given(unnamed)
      .when({ ...merged, type: 'MergePersons' })
      .then(merged))

  it('stays quiet for the same merger', () =>
    given(unnamed, merged)
      .when({ ...merged, type: 'MergePersons' })
      .thenNothing())

  it('is refused into itself', () =>
    given(unnamed).when({ type: 'MergePersons', person: id, into: id }).thenRefused({ _tag: 'PersonMergedIntoItself', person: id }))

  it('is refused into a second person', () =>
    given(unnamed, merged)
      .when({ type: 'MergePersons', person: id, into: 'person-5' })
      .thenRefused({ _tag: 'PersonAlreadyMerged', person: id, into: 'person-4' }))

  it('leaves what is on record as it is: the same again is quiet, more is refused', () => {
    given(named, posting, merged)
      .when({ ...posting, type: 'RecordPosting' })
      .thenNothing()
    given(named, posting, merged)
      .when({ ...background, type: 'RecordBackground' })
      .thenRefused({ _tag: 'PersonAlreadyMerged', person: id, into: 'person-4' })
  })
})

describe('ErasePersonalData', () => {
  it('is recorded of a person and of a merged record, each by itself', () => {
    given(named)
      .when({ ...erased, type: 'ErasePersonalData' })
      .then(erased)
    given(named, merged)
      .when({ ...erased, type: 'ErasePersonalData' })
      .then(erased)
  })

  it('cannot be done again, nor undone: nothing more is recorded', () => {
    given(named, erased).when({ type: 'ErasePersonalData', person: id, ground: 'another ground' }).thenNothing()
    given(named, erased)
      .when({ ...named, type: 'RegisterPerson' })
      .thenRefused({ _tag: 'PersonErased', person: id })
  })
})

describe('each command in each phase', () => {
  const commands: { readonly [T in PersonCommand['type']]: PersonCommand } = {
    RegisterPerson: { type: 'RegisterPerson', person: id, names: [chineseName] },
    AddAlias: { type: 'AddAlias', person: id, name: chineseName },
    RecordPosting: { type: 'RecordPosting', person: id, organisation: office },
    RecordBackground: { type: 'RecordBackground', person: id, kind: 'language', words: 'speaks Putonghua' },
    MergePersons: { type: 'MergePersons', person: id, into: 'person-5' },
    ErasePersonalData: { type: 'ErasePersonalData', person: id, ground: 'a request of the person' },
  }
  const phases = {
    'not registered': [],
    'with a voided opening': [alias, merged],
    'known by name': [named],
    'known by description': [unnamed],
    merged: [named, merged],
    erased: [named, erased],
  } as const

  test.each([
    ['RegisterPerson', 'not registered', 'records PersonRegistered'],
    ['RegisterPerson', 'with a voided opening', 'records PersonRegistered'],
    ['RegisterPerson', 'known by name', 'PersonAlreadyRegistered'],
    ['RegisterPerson', 'known by description', 'PersonAlreadyRegistered'],
    ['RegisterPerson', 'merged', 'PersonAlreadyRegistered'],
    ['AddAlias', 'not registered', 'PersonNotRegistered'],
    ['AddAlias', 'with a voided opening', 'PersonNotRegistered'],
    ['AddAlias', 'known by name', 'records AliasAdded'],
    ['AddAlias', 'known by description', 'records AliasAdded'],
    ['AddAlias', 'merged', 'PersonAlreadyMerged'],
    ['RecordPosting', 'not registered', 'PersonNotRegistered'],
    ['RecordPosting', 'with a voided opening', 'PersonNotRegistered'],
    ['RecordPosting', 'known by name', 'records PostingRecorded'],
    ['RecordPosting', 'known by description', 'records PostingRecorded'],
    ['RecordPosting', 'merged', 'PersonAlreadyMerged'],
    ['RecordBackground', 'not registered', 'PersonNotRegistered'],
    ['RecordBackground', 'with a voided opening', 'PersonNotRegistered'],
    ['RecordBackground', 'known by name', 'records BackgroundRecorded'],
    ['RecordBackground', 'known by description', 'records BackgroundRecorded'],
    ['RecordBackground', 'merged', 'PersonAlreadyMerged'],
    ['MergePersons', 'not registered', 'PersonNotRegistered'],
    ['MergePersons', 'with a voided opening', 'PersonNotRegistered'],
    ['MergePersons', 'known by name', 'records PersonsMerged'],
    ['MergePersons', 'known by description', 'records PersonsMerged'],
    ['MergePersons', 'merged', 'PersonAlreadyMerged'],
    ['RegisterPerson', 'erased', 'PersonErased'],
    ['AddAlias', 'erased', 'PersonErased'],
    ['RecordPosting', 'erased', 'PersonErased'],
    ['RecordBackground', 'erased', 'PersonErased'],
    ['MergePersons', 'erased', 'PersonErased'],
    ['ErasePersonalData', 'not registered', 'PersonNotRegistered'],
    ['ErasePersonalData', 'with a voided opening', 'PersonNotRegistered'],
    ['ErasePersonalData', 'known by name', 'records PersonalDataErased'],
    ['ErasePersonalData', 'known by description', 'records PersonalDataErased'],
    ['ErasePersonalData', 'merged', 'records PersonalDataErased'],
    ['ErasePersonalData', 'erased', 'stays quiet'],
  ] as const)('%s on a person %s: %s', (command, phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(commands[command])
        .outcome(),
    ).toBe(outcome),
  )
})
