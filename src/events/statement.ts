import type {
  Answerer,
  Claim,
  ClaimRecorded,
  Commitment,
  CommitmentClosed,
  CommitmentClosing,
  CommitmentRecorded,
  ExpectationAnswer,
  ExpectationAnswered,
  Expectations,
  ExpectationsSet,
  PolicyBasis,
  PolicyBasisRecorded,
  Remarks,
  RemarksRecorded,
  Speaker,
  StatementEvent,
  Words,
} from '../domain/statements/events.js'
import type {
  AnswerExpectation,
  CloseCommitment,
  RecordClaim,
  RecordCommitment,
  RecordPolicyBasis,
  RecordRemarks,
  SetExpectations,
  StatementCommand,
} from '../domain/statements/statement.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props, unionCodec } from './codec/object.js'
import { anyId, idOf, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { capacity, language, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

type Tag<A, T> = Extract<A, { readonly _tag: T }>

const statement = idOf('statement')

const speaker = unionCodec<'_tag', Speaker>('a speaker', '_tag', {
  person: objectCodec<Tag<Speaker, 'person'>>('a person who speaks', { _tag: oneOf('person'), person: idOf('person'), capacity }),
  organisation: objectCodec<Tag<Speaker, 'organisation'>>('an organisation that speaks', {
    _tag: oneOf('organisation'),
    organisation: idOf('organisation'),
  }),
  source: objectCodec<Tag<Speaker, 'source'>>('the source itself', { _tag: oneOf('source') }),
})

const answerer = unionCodec<'_tag', Answerer>('who or what answers', '_tag', {
  entry: objectCodec<Tag<Answerer, 'entry'>>('something on record', { _tag: oneOf('entry'), id: anyId }),
  words: objectCodec<Tag<Answerer, 'words'>>('who or what answers, in words', { _tag: oneOf('words'), words: line }),
})

const words: Props<Words> = {
  statement,
  by: speaker,
  about: listOf(anyId, { atMost: 100 }),
  at: optional(idOf('occasion')),
  on: optional(statedDate),
  reported: oneOf('quoted', 'reported'),
  language,
  points: listOf(prose, { atLeast: 1, atMost: 100 }),
  text: optional(prose),
  digest: optional(line),
}
const remarks: Props<Remarks> = { ...words, kind: optional(oneOf('remark', 'thanks', 'hope', 'purpose')) }
const expectations: Props<Expectations> = { ...words, forWhom: line, of: optional(anyId) }
const commitment: Props<Commitment> = { ...words, due: optional(statedDate), to: optional(line) }
const policyBasis: Props<PolicyBasis> = { ...words, document: line, year: optional(statedDate), basisOf: anyId }
const claim: Props<Claim> = { ...words, population: optional(line) }
const answer: Props<ExpectationAnswer> = { statement, answeredBy: answerer, words: prose, on: optional(statedDate) }
const closing: Props<CommitmentClosing> = {
  statement,
  how: oneOf('kept', 'dropped', 'superseded'),
  on: optional(statedDate),
  words: optional(prose),
}

export const statementEvents: Catalogue<StatementEvent> = {
  RemarksRecorded: first<RemarksRecorded>('RemarksRecorded', remarks),
  ExpectationsSet: first<ExpectationsSet>('ExpectationsSet', expectations),
  CommitmentRecorded: first<CommitmentRecorded>('CommitmentRecorded', commitment),
  ExpectationAnswered: first<ExpectationAnswered>('ExpectationAnswered', answer),
  CommitmentClosed: first<CommitmentClosed>('CommitmentClosed', closing),
  PolicyBasisRecorded: first<PolicyBasisRecorded>('PolicyBasisRecorded', policyBasis),
  ClaimRecorded: first<ClaimRecorded>('ClaimRecorded', claim),
}

export const statementCommands: Commands<StatementCommand> = {
  RecordRemarks: commandCodec<RecordRemarks>('RecordRemarks', remarks),
  SetExpectations: commandCodec<SetExpectations>('SetExpectations', expectations),
  RecordCommitment: commandCodec<RecordCommitment>('RecordCommitment', commitment),
  AnswerExpectation: commandCodec<AnswerExpectation>('AnswerExpectation', answer),
  CloseCommitment: commandCodec<CloseCommitment>('CloseCommitment', closing),
  RecordPolicyBasis: commandCodec<RecordPolicyBasis>('RecordPolicyBasis', policyBasis),
  RecordClaim: commandCodec<RecordClaim>('RecordClaim', claim),
}
