import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { StatementEvent } from '../../src/domain/statements/events.js'
import type { StatementCommand } from '../../src/domain/statements/statement.js'
import type { AnyId } from '../../src/domain/vocabulary/id.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { statementCommands } from '../../src/events/statement.js'

/** The fields of an event's golden file, every optional one among them: its command has the same. */
const fieldsOf = (event: StatementEvent['type']): object =>
  JSON.parse(readFileSync(new URL(`./golden/${event}.1.json`, import.meta.url), 'utf8')).data

const complete: { readonly [T in StatementCommand['type']]: object } = {
  RecordRemarks: { ...fieldsOf('RemarksRecorded'), type: 'RecordRemarks' },
  SetExpectations: { ...fieldsOf('ExpectationsSet'), type: 'SetExpectations' },
  RecordCommitment: { ...fieldsOf('CommitmentRecorded'), type: 'RecordCommitment' },
  AnswerExpectation: { ...fieldsOf('ExpectationAnswered'), type: 'AnswerExpectation' },
  CloseCommitment: { ...fieldsOf('CommitmentClosed'), type: 'CloseCommitment' },
  RecordPolicyBasis: { ...fieldsOf('PolicyBasisRecorded'), type: 'RecordPolicyBasis' },
  RecordClaim: { ...fieldsOf('ClaimRecorded'), type: 'RecordClaim' },
}

const codecOf = (type: StatementCommand['type']): Decoder<unknown, StatementCommand> => statementCommands[type]
const pathsOf = (type: StatementCommand['type'], value: unknown): ReadonlyArray<string> => {
  const decoded = codecOf(type).decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}
const types: ReadonlyArray<StatementCommand['type']> = [
  'RecordRemarks',
  'SetExpectations',
  'RecordCommitment',
  'AnswerExpectation',
  'CloseCommitment',
  'RecordPolicyBasis',
  'RecordClaim',
]
const fields = types.flatMap((type) => Object.keys(complete[type]).map((field) => [type, field] as const))

describe('each command of a statement as it is written', () => {
  test.each(types)('%s is read as it stands', (type) => expect(codecOf(type).decode(complete[type])).toStrictEqual(E.right(complete[type])))

  test.each(types)('%s is refused without its id, with an id of another kind, and with an unknown field', (type) => {
    expect(pathsOf(type, { ...complete[type], statement: undefined })).toStrictEqual(['statement'])
    for (const id of ['person-1', 'statement-', 'statement-$all', `statement-${'x'.repeat(101)}`])
      expect(pathsOf(type, { ...complete[type], statement: id })).toStrictEqual(['statement'])
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

  test.each<[StatementCommand['type'], string, object, string]>([
    ['RecordRemarks', 'nobody who speaks', { by: undefined }, 'by'],
    ['RecordRemarks', 'a bare id for the speaker', { by: 'person-1' }, 'by'],
    ['RecordRemarks', 'a speaker of an unknown kind', { by: { _tag: 'crowd' } }, 'by'],
    ['RecordRemarks', 'a speaker in no capacity', { by: { _tag: 'person', person: 'person-1' } }, 'by.capacity'],
    [
      'RecordRemarks',
      'a capacity without a title',
      { by: { _tag: 'person', person: 'person-1', capacity: { of: 'organisation-csb' } } },
      'by.capacity.title',
    ],
    [
      'RecordRemarks',
      'an organisation for a person',
      { by: { _tag: 'person', person: 'organisation-1', capacity: { title: 'Director' } } },
      'by.person',
    ],
    ['RecordRemarks', 'a person for an organisation', { by: { _tag: 'organisation', organisation: 'person-1' } }, 'by.organisation'],
    ['RecordRemarks', 'a source that is somebody', { by: { _tag: 'source', person: 'person-1' } }, 'by.person'],
    ['RecordRemarks', 'nothing said of what it is about', { about: undefined }, 'about'],
    ['RecordRemarks', 'words for what it is about', { about: ['programme-1', 'the programme'] }, 'about[1]'],
    ['RecordRemarks', 'more than 100 things it is about', { about: Array(101).fill('programme-1') }, 'about'],
    ['RecordRemarks', 'a programme for the occasion', { at: 'programme-1' }, 'at'],
    ['RecordRemarks', 'an impossible day', { on: { edtf: '2021-02-30' } }, 'on.edtf'],
    ['RecordRemarks', 'neither quoted nor reported', { reported: 'overheard' }, 'reported'],
    ['RecordRemarks', 'no language', { language: undefined }, 'language'],
    ['RecordRemarks', 'a language by its name', { language: 'Chinese' }, 'language'],
    ['RecordRemarks', 'no points', { points: [] }, 'points'],
    ['RecordRemarks', 'more than 100 points', { points: Array(101).fill('thanks') }, 'points'],
    ['RecordRemarks', 'a point of blanks', { points: ['thanks', '  '] }, 'points[1]'],
    ['RecordRemarks', 'a text of more than 10,000 characters', { text: 'x'.repeat(10_001) }, 'text'],
    ['RecordRemarks', 'half a character', { text: 'a\ud800' }, 'text'],
    ['RecordRemarks', 'a digest of more than 300 characters', { digest: 'x'.repeat(301) }, 'digest'],
    ['RecordRemarks', 'a kind that is not known', { kind: 'joke' }, 'kind'],
    ['SetExpectations', 'nobody of whom it is expected', { forWhom: undefined }, 'forWhom'],
    ['SetExpectations', 'words for the thing whose people are meant', { of: 'the first batch' }, 'of'],
    ['RecordCommitment', 'words for the day it is due', { due: 'soon' }, 'due'],
    ['RecordCommitment', 'a list of those it is made to', { to: ['civil servants'] }, 'to'],
    ['AnswerExpectation', 'nobody who answers', { answeredBy: undefined }, 'answeredBy'],
    ['AnswerExpectation', 'a bare id for who answers', { answeredBy: 'occasion-1' }, 'answeredBy'],
    ['AnswerExpectation', 'no id of what answers', { answeredBy: { _tag: 'entry', id: 'a session' } }, 'answeredBy.id'],
    ['AnswerExpectation', 'empty words for who answers', { answeredBy: { _tag: 'words', words: '' } }, 'answeredBy.words'],
    ['AnswerExpectation', 'no words', { words: undefined }, 'words'],
    ['CloseCommitment', 'no word on how it ended', { how: undefined }, 'how'],
    ['CloseCommitment', 'an end that is not known', { how: 'lapsed' }, 'how'],
    ['RecordPolicyBasis', 'no document', { document: undefined }, 'document'],
    ['RecordPolicyBasis', 'a bare number for its year', { year: 2021 }, 'year'],
    ['RecordPolicyBasis', 'nothing that rests on it', { basisOf: undefined }, 'basisOf'],
    ['RecordClaim', 'a population of more than 300 characters', { population: 'x'.repeat(301) }, 'population'],
  ])('%s is refused with %s', (type, _, fault, path) => expect(pathsOf(type, { ...complete[type], ...fault })).toStrictEqual([path]))

  it('may be about nothing on record', () =>
    expect(codecOf('RecordClaim').decode({ ...complete.RecordClaim, about: [] })._tag).toBe('Right'))

  it('names the other things that it rests on', () => {
    const mentioned = new Set<AnyId>()
    const by = { _tag: 'person', person: 'person-1', capacity: { title: 'Director', of: 'organisation-1', post: 'post-1' } } as const
    const said = { statement: 'statement-1', by, about: ['programme-1'], reported: 'quoted', language: 'en', points: ['thanks'] } as const
    statementCommands.RecordRemarks.mentions({ type: 'RecordRemarks', ...said, at: 'occasion-1' }, mentioned)
    expect([...mentioned]).toStrictEqual(['statement-1', 'person-1', 'organisation-1', 'post-1', 'programme-1', 'occasion-1'])
  })
})
