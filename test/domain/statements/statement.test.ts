import { describe, expect, it, test } from 'vitest'
import type { Commitment, Expectations, StatementEvent, Words } from '../../../src/domain/statements/events.js'
import { type StatementCommand, statement } from '../../../src/domain/statements/statement.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(statement)

const id = 'statement-gba-1'
const on = { edtf: '2023-12-18' }
const words: Words = {
  statement: id,
  by: { _tag: 'person', person: 'person-1', capacity: { title: 'Secretary for the Civil Service' } },
  about: ['programme-gba'],
  at: 'occasion-gba-launch',
  on,
  reported: 'reported',
  language: 'en',
  points: ['to apply the learning', 'to establish connections', 'to be goodwill ambassadors'],
}
const expectations: Expectations = { ...words, forWhom: 'the participants', of: 'batch-gba-1' }
const commitment: Commitment = { ...words, points: ['more opportunities will be provided'], to: 'civil servants at different levels' }

const remarked: StatementEvent = { type: 'RemarksRecorded', ...words, kind: 'purpose' }
const expected: StatementEvent = { type: 'ExpectationsSet', ...expectations }
const committed: StatementEvent = { type: 'CommitmentRecorded', ...commitment }
const kept: StatementEvent = { type: 'CommitmentClosed', statement: id, how: 'kept', on: { edtf: '2024' } }

describe.each<[StatementCommand, StatementEvent]>([
  [
    { type: 'RecordRemarks', ...words, kind: 'thanks' },
    { type: 'RemarksRecorded', ...words, kind: 'thanks' },
  ],
  [
    { type: 'SetExpectations', ...expectations },
    { type: 'ExpectationsSet', ...expectations },
  ],
  [
    { type: 'RecordCommitment', ...commitment },
    { type: 'CommitmentRecorded', ...commitment },
  ],
  [
    { type: 'RecordPolicyBasis', ...words, document: 'Policy Address Supplement', year: { edtf: '2021' }, basisOf: 'series-1' },
    { type: 'PolicyBasisRecorded', ...words, document: 'Policy Address Supplement', year: { edtf: '2021' }, basisOf: 'series-1' },
  ],
  [
    { type: 'RecordClaim', ...words, by: { _tag: 'source' }, about: [], population: 'briefings of the College' },
    { type: 'ClaimRecorded', ...words, by: { _tag: 'source' }, about: [], population: 'briefings of the College' },
  ],
])('$type', (command, event) => {
  it('keeps the words, once', () => {
    given().when(command).then(event)
    given(event).when(command).thenNothing()
  })

  it('is refused for other words under the same id', () =>
    given({ type: 'RemarksRecorded', ...words, points: ['something else'] })
      .when(command)
      .thenRefused({ _tag: 'StatementAlreadyRecorded', statement: id, as: 'RemarksRecorded' }))
})

describe('RecordCommitment', () => {
  it('is refused where it surely falls due before it was made', () =>
    given()
      .when({ type: 'RecordCommitment', ...commitment, due: { edtf: '2022' } })
      .thenRefused({ _tag: 'DueBeforeSaid', statement: id, said: on, due: { edtf: '2022' } }))

  it('is taken where it may fall due later, or where a day is not known', () => {
    for (const told of [
      { ...commitment, due: { edtf: '2023' } },
      { ...commitment, due: { edtf: '2025' } },
    ] as const)
      given()
        .when({ type: 'RecordCommitment', ...told })
        .then({ type: 'CommitmentRecorded', ...told })
    const { on: _, ...undated } = { ...commitment, due: { edtf: '1997' } }
    given()
      .when({ type: 'RecordCommitment', ...undated })
      .then({ type: 'CommitmentRecorded', ...undated })
  })
})

describe('AnswerExpectation', () => {
  const answer: StatementCommand = {
    type: 'AnswerExpectation',
    statement: id,
    answeredBy: { _tag: 'entry', id: 'occasion-sharing' },
    words: 'they shared what they had learnt',
    on: { edtf: '2024-05' },
  }
  const answered: StatementEvent = { ...answer, type: 'ExpectationAnswered' }

  it('records an answer, and further ones', () => {
    given(expected).when(answer).then(answered)
    given(expected, answered)
      .when({ ...answer, answeredBy: { _tag: 'words', words: 'the host departments' } })
      .then({ ...answered, answeredBy: { _tag: 'words', words: 'the host departments' } })
  })

  it('stays quiet for an answer on record', () => given(expected, answered).when(answer).thenNothing())

  it('is refused for what is no expectation', () =>
    given(remarked).when(answer).thenRefused({ _tag: 'NotAnExpectation', statement: id, as: 'RemarksRecorded' }))

  it('is refused where it surely lies before the expectation', () =>
    given(expected)
      .when({ ...answer, on: { edtf: '2023-12-17' } })
      .thenRefused({ _tag: 'AnsweredBeforeSaid', statement: id, said: on, on: { edtf: '2023-12-17' } }))

  it('is taken on the same day, and without one', () => {
    const { on: _, ...undated } = answer
    given(expected)
      .when({ ...answer, on })
      .then({ ...answered, on })
    given(expected)
      .when(undated)
      .then({ ...undated, type: 'ExpectationAnswered' })
  })
})

describe('CloseCommitment', () => {
  const keep: StatementCommand = { type: 'CloseCommitment', statement: id, how: 'kept', on: { edtf: '2024' } }

  it('closes an open commitment, once', () => {
    given(committed).when(keep).then(kept)
    given(committed, kept).when(keep).thenNothing()
  })

  it('is refused for one that was closed otherwise', () => {
    given(committed, kept)
      .when({ ...keep, how: 'dropped' })
      .thenRefused({ _tag: 'CommitmentAlreadyClosed', statement: id, how: 'kept', on: { edtf: '2024' } })
    given(committed, { type: 'CommitmentClosed', statement: id, how: 'superseded' })
      .when(keep)
      .thenRefused({ _tag: 'CommitmentAlreadyClosed', statement: id, how: 'superseded' })
  })

  it('is refused for what is no commitment', () =>
    given(expected).when(keep).thenRefused({ _tag: 'NotACommitment', statement: id, as: 'ExpectationsSet' }))

  it('is refused where it surely lies before the commitment', () =>
    given(committed)
      .when({ ...keep, on: { edtf: '2023-11' } })
      .thenRefused({ _tag: 'ClosedBeforeSaid', statement: id, said: on, on: { edtf: '2023-11' } }))
})

describe('each command in each phase', () => {
  const commands: { readonly [T in StatementCommand['type']]: StatementCommand } = {
    RecordRemarks: { type: 'RecordRemarks', ...words, language: 'zh-Hant' },
    SetExpectations: { type: 'SetExpectations', ...expectations, language: 'zh-Hant' },
    RecordCommitment: { type: 'RecordCommitment', ...commitment, language: 'zh-Hant' },
    RecordPolicyBasis: { type: 'RecordPolicyBasis', ...words, document: 'Policy Address', basisOf: 'programme-gba' },
    RecordClaim: { type: 'RecordClaim', ...words },
    AnswerExpectation: { type: 'AnswerExpectation', statement: id, answeredBy: { _tag: 'words', words: 'they' }, words: 'done' },
    CloseCommitment: { type: 'CloseCommitment', statement: id, how: 'dropped' },
  }
  const phases = {
    'not recorded': [],
    'of remarks': [remarked],
    'of expectations': [expected],
    'of an open commitment': [committed],
    'of a closed commitment': [committed, kept],
  } as const
  const phaseNames = ['not recorded', 'of remarks', 'of expectations', 'of an open commitment', 'of a closed commitment'] as const
  const taken = 'StatementAlreadyRecorded'
  const opening = (event: StatementEvent['type']) => [`records ${event}`, taken, taken, taken, taken]
  /** For each command its outcomes, in the order of the phases. */
  const outcomes: { readonly [T in StatementCommand['type']]: ReadonlyArray<string> } = {
    RecordRemarks: opening('RemarksRecorded'),
    SetExpectations: opening('ExpectationsSet'),
    RecordCommitment: opening('CommitmentRecorded'),
    RecordPolicyBasis: opening('PolicyBasisRecorded'),
    RecordClaim: opening('ClaimRecorded'),
    AnswerExpectation: ['StatementNotRecorded', 'NotAnExpectation', 'records ExpectationAnswered', 'NotAnExpectation', 'NotAnExpectation'],
    CloseCommitment: ['StatementNotRecorded', 'NotACommitment', 'NotACommitment', 'records CommitmentClosed', 'CommitmentAlreadyClosed'],
  }

  describe.each(Object.values(commands))('$type', (command) => {
    test.each(phaseNames.map((phase, at) => [phase, outcomes[command.type][at]] as const))('on a statement %s: %s', (phase, outcome) =>
      expect(
        given(...phases[phase])
          .when(command)
          .outcome(),
      ).toBe(outcome),
    )
  })

  test('events out of their order change no phase', () => {
    const answered: StatementEvent = {
      type: 'ExpectationAnswered',
      statement: id,
      answeredBy: { _tag: 'words', words: 'they' },
      words: 'x',
    }
    expect([answered, kept].reduce(statement.evolve, statement.initialState)).toStrictEqual({ _tag: 'NotRecorded' })
    given(remarked, expected, committed).when(commands.CloseCommitment).thenRefused({
      _tag: 'NotACommitment',
      statement: id,
      as: 'RemarksRecorded',
    })
  })

  test('all are of one stream', () => {
    expect(statement.streamOf(commands.RecordClaim)).toBe(id)
    expect(statement.subjectOf(kept)).toBe(id)
    expect(Object.keys(statement.commands).sort()).toStrictEqual(Object.keys(commands).sort())
  })
})
