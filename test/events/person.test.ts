import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, test } from 'vitest'
import type { PersonCommand } from '../../src/domain/people/person.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { personCommands } from '../../src/events/person.js'

const person = 'person-117'
const name = { text: 'Example Officer', language: 'en', kind: 'romanised' }
const from = { edtf: '2024-12', words: 'since December 2024', yearFrom: 'text' }

const complete = {
  RegisterPerson: {
    type: 'RegisterPerson',
    person,
    names: [name, { text: '示例人員', language: 'zh-Hant' }],
    describedAs: 'one of the representatives from Shenzhen',
    grade: 'organisation-eo-grade',
    rank: 'Senior Executive Officer',
    unit: 'organisation-cmab',
    post: 'post-seo-12',
    civilServant: false,
  },
  AddAlias: { type: 'AddAlias', person, name },
  RecordPosting: {
    type: 'RecordPosting',
    person,
    organisation: 'organisation-gba-office',
    post: 'post-seo-12',
    grade: 'organisation-eo-grade',
    rank: 'Senior Executive Officer',
    from,
    to: { edtf: '2025-03~', derived: 'start and length' },
  },
  RecordBackground: {
    type: 'RecordBackground',
    person,
    kind: 'earlier participation',
    words: 'took part in 2019',
    with: 'organisation-nag',
  },
  MergePersons: { type: 'MergePersons', person, into: 'person-4' },
  ErasePersonalData: { type: 'ErasePersonalData', person, ground: 'a request of the person' },
} as const

const pathsOf = (codec: Decoder<unknown, unknown>, value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe('each command of a person as it is written', () => {
  const commands = Object.values(complete)

  test.each(commands)('$type is read as it stands', (command) =>
    expect(personCommands[command.type].decode(command)).toStrictEqual(E.right(command)),
  )

  test.each(commands)('$type is refused without its id, with an id of another kind, and with an unknown field', (command) => {
    const codec = personCommands[command.type]
    const { person: _, ...anonymous } = command
    expect(pathsOf(codec, anonymous)).toStrictEqual(['person'])
    expect(pathsOf(codec, { ...command, person: 'post-117' })).toStrictEqual(['person'])
    expect(pathsOf(codec, { ...command, colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(commands)('$type is refused where it is no object of that type', (command) => {
    const codec = personCommands[command.type]
    for (const value of [null, undefined, 7, command.type, [command]]) expect(pathsOf(codec, value)).toStrictEqual([''])
    expect(pathsOf(codec, { ...command, type: 'toString' })).toStrictEqual(['type'])
  })

  test.each<[PersonCommand['type'], string, object, string]>([
    ['RegisterPerson', 'an id that is a name', { person: 'person-Example Officer' }, 'person'],
    ['RegisterPerson', 'an empty list of names', { names: [] }, 'names'],
    ['RegisterPerson', 'more than 20 names', { names: Array(21).fill(name) }, 'names'],
    ['RegisterPerson', 'a name that is only text', { names: ['Example Officer'] }, 'names[0]'],
    ['RegisterPerson', 'a name of no kind that is known', { names: [{ ...name, kind: 'nickname' }] }, 'names[0].kind'],
    ['RegisterPerson', 'an empty description', { describedAs: '' }, 'describedAs'],
    ['RegisterPerson', 'a description of more than 10,000 characters', { describedAs: 'x'.repeat(10_001) }, 'describedAs'],
    ['RegisterPerson', 'a grade in words', { grade: 'Executive Officer Grade' }, 'grade'],
    ['RegisterPerson', 'a rank that is a number', { rank: 2 }, 'rank'],
    ['RegisterPerson', 'a post as its unit', { unit: 'post-1' }, 'unit'],
    ['RegisterPerson', 'a unit as its post', { post: 'organisation-cmab' }, 'post'],
    ['RegisterPerson', '"perhaps" a civil servant', { civilServant: 'perhaps' }, 'civilServant'],
    ['RegisterPerson', 'null where it is not stated', { civilServant: null }, 'civilServant'],
    ['AddAlias', 'no name', { name: undefined }, 'name'],
    ['AddAlias', 'an empty name', { name: { ...name, text: '' } }, 'name.text'],
    ['AddAlias', 'a name of more than 300 characters', { name: { ...name, text: 'x'.repeat(301) } }, 'name.text'],
    ['AddAlias', 'a name that is not in composed form', { name: { ...name, text: 'Jose\u0301' } }, 'name.text'],
    ['AddAlias', 'a name with a control character', { name: { ...name, text: 'Example\u001b[2J' } }, 'name.text'],
    ['AddAlias', 'several names', { name: [name, name] }, 'name'],
    ['RecordPosting', 'an organisation by name', { organisation: 'GBA Development Office' }, 'organisation'],
    ['RecordPosting', 'a person as its post', { post: 'person-117' }, 'post'],
    ['RecordPosting', 'a rank of blanks', { rank: '  ' }, 'rank'],
    ['RecordPosting', 'a day that does not exist', { from: { edtf: '2024-12-32' } }, 'from.edtf'],
    ['RecordPosting', 'a derivation that is not known', { to: { edtf: '2025', derived: 'a guess' } }, 'to.derived'],
    ['RecordBackground', 'a kind that is not known', { kind: 'religion' }, 'kind'],
    ['RecordBackground', 'no words', { words: undefined }, 'words'],
    ['RecordBackground', 'words of more than 10,000 characters', { words: 'x'.repeat(10_001) }, 'words'],
    ['RecordBackground', 'a programme as the organisation', { with: 'programme-gba' }, 'with'],
    ['MergePersons', 'nobody to merge into', { into: undefined }, 'into'],
    ['MergePersons', 'an organisation to merge into', { into: 'organisation-csb' }, 'into'],
    ['MergePersons', 'an empty key', { into: 'person-' }, 'into'],
    ['ErasePersonalData', 'no ground', { ground: undefined }, 'ground'],
    ['ErasePersonalData', 'an empty ground', { ground: '' }, 'ground'],
    ['ErasePersonalData', 'a ground of more than 300 characters', { ground: 'x'.repeat(301) }, 'ground'],
  ])('%s is refused with %s', (type, _, fault, path) => {
    const value = { ...complete[type], ...fault }
    expect(personCommands[type].is(value)).toBe(false)
    expect(pathsOf(personCommands[type], value)).toStrictEqual([path])
  })
})
