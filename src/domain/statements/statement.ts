import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { StatementId } from '../vocabulary/id.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type {
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
  StatementEvent,
} from './events.js'

// A statement is somebody's words, recorded once. An expectation may be answered, by several and more than once; a commitment stays open until
// somebody says that it was kept, dropped or superseded: no date closes it. Remarks, policy bases and claims just stand.

// ── state ───────────────────────────────────────────────────────────────────

/** What somebody said, and what has become of it since. */
export type Statement =
  | { readonly _tag: 'NotRecorded' }
  | { readonly _tag: 'Said'; readonly said: RemarksRecorded | PolicyBasisRecorded | ClaimRecorded }
  | { readonly _tag: 'Expected'; readonly said: ExpectationsSet; readonly answers: ReadonlyArray<ExpectationAnswered> }
  | { readonly _tag: 'Committed'; readonly said: CommitmentRecorded }
  | { readonly _tag: 'Closed'; readonly said: CommitmentRecorded; readonly closing: CommitmentClosed }

export const evolve = (state: Statement, event: StatementEvent): Statement => {
  switch (event.type) {
    case 'RemarksRecorded':
    case 'PolicyBasisRecorded':
    case 'ClaimRecorded':
      return state._tag === 'NotRecorded' ? { _tag: 'Said', said: event } : state
    case 'ExpectationsSet':
      return state._tag === 'NotRecorded' ? { _tag: 'Expected', said: event, answers: [] } : state
    case 'CommitmentRecorded':
      return state._tag === 'NotRecorded' ? { _tag: 'Committed', said: event } : state
    case 'ExpectationAnswered':
      return state._tag === 'Expected' ? { ...state, answers: [...state.answers, event] } : state
    case 'CommitmentClosed':
      return state._tag === 'Committed' ? { _tag: 'Closed', said: state.said, closing: event } : state
  }
}

// ── commands ────────────────────────────────────────────────────────────────

/** Words that ask nothing of anybody: `RemarksRecorded`. Like all words they are recorded once (`StatementAlreadyRecorded`). */
export type RecordRemarks = { readonly type: 'RecordRemarks' } & Remarks
/** What somebody expects of others: `ExpectationsSet`. */
export type SetExpectations = { readonly type: 'SetExpectations' } & Expectations
/** What somebody undertakes: `CommitmentRecorded`. Refused where it is due before it was given (`DueBeforeSaid`). */
export type RecordCommitment = { readonly type: 'RecordCommitment' } & Commitment
/** What met an expectation: `ExpectationAnswered`. Refused for other words (`NotAnExpectation`), and before these were said. */
export type AnswerExpectation = { readonly type: 'AnswerExpectation' } & ExpectationAnswer
/**
 * What became of a commitment: `CommitmentClosed`. Refused for other words (`NotACommitment`), before these were said, and where it was
 * closed otherwise (`CommitmentAlreadyClosed`).
 */
export type CloseCommitment = { readonly type: 'CloseCommitment' } & CommitmentClosing
/** On which document something rests, as somebody says: `PolicyBasisRecorded`. */
export type RecordPolicyBasis = { readonly type: 'RecordPolicyBasis' } & PolicyBasis
/** What somebody claims: `ClaimRecorded`. Nobody checks it against the record. */
export type RecordClaim = { readonly type: 'RecordClaim' } & Claim

/** What may be asked of a statement. */
export type StatementCommand =
  | RecordRemarks
  | SetExpectations
  | RecordCommitment
  | AnswerExpectation
  | CloseCommitment
  | RecordPolicyBasis
  | RecordClaim

// ── refusals ────────────────────────────────────────────────────────────────

/** How a statement came on record. */
export type RecordedAs = Exclude<Statement, { readonly _tag: 'NotRecorded' }>['said']['type']

/** Why something is not recorded of a statement. */
export type StatementRefusal =
  | { readonly _tag: 'StatementNotRecorded'; readonly statement: StatementId }
  /** Other words are on record under this id. */
  | { readonly _tag: 'StatementAlreadyRecorded'; readonly statement: StatementId; readonly as: RecordedAs }
  | { readonly _tag: 'NotAnExpectation'; readonly statement: StatementId; readonly as: RecordedAs }
  | { readonly _tag: 'NotACommitment'; readonly statement: StatementId; readonly as: RecordedAs }
  | {
      readonly _tag: 'CommitmentAlreadyClosed'
      readonly statement: StatementId
      readonly how: CommitmentClosing['how']
      readonly on?: StatedDate
    }
  | { readonly _tag: 'DueBeforeSaid'; readonly statement: StatementId; readonly said: StatedDate; readonly due: StatedDate }
  | { readonly _tag: 'AnsweredBeforeSaid'; readonly statement: StatementId; readonly said: StatedDate; readonly on: StatedDate }
  | { readonly _tag: 'ClosedBeforeSaid'; readonly statement: StatementId; readonly said: StatedDate; readonly on: StatedDate }

type Decision = Outcome<StatementEvent, StatementRefusal>

// ── decisions ───────────────────────────────────────────────────────────────

const unchanged: Decision = E.right([])

const surelyBefore = (a: StatedDate, b: StatedDate): boolean => precedes(windowOf(a), windowOf(b)) === 'yes'

const record = (event: Exclude<StatementEvent, ExpectationAnswered | CommitmentClosed>, state: Statement): Decision => {
  if (state._tag === 'NotRecorded') return E.right([event])
  if (same(state.said, event)) return unchanged
  return E.left({ _tag: 'StatementAlreadyRecorded', statement: event.statement, as: state.said.type })
}

const recordCommitment = (command: RecordCommitment, state: Statement): Decision => {
  const { statement, on, due } = command
  if (on !== undefined && due !== undefined && surelyBefore(due, on)) return E.left({ _tag: 'DueBeforeSaid', statement, said: on, due })
  return record({ ...command, type: 'CommitmentRecorded' }, state)
}

const answer = (command: AnswerExpectation, state: Statement): Decision => {
  const { statement, on } = command
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'StatementNotRecorded', statement })
    case 'Said':
    case 'Committed':
    case 'Closed':
      return E.left({ _tag: 'NotAnExpectation', statement, as: state.said.type })
    case 'Expected': {
      const event: ExpectationAnswered = { ...command, type: 'ExpectationAnswered' }
      const said = state.said.on
      if (on !== undefined && said !== undefined && surelyBefore(on, said))
        return E.left({ _tag: 'AnsweredBeforeSaid', statement, said, on })
      return state.answers.some((one) => same(one, event)) ? unchanged : E.right([event])
    }
  }
}

const close = (command: CloseCommitment, state: Statement): Decision => {
  const { statement, on } = command
  const event: CommitmentClosed = { ...command, type: 'CommitmentClosed' }
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'StatementNotRecorded', statement })
    case 'Said':
    case 'Expected':
      return E.left({ _tag: 'NotACommitment', statement, as: state.said.type })
    case 'Committed': {
      const said = state.said.on
      if (on !== undefined && said !== undefined && surelyBefore(on, said)) return E.left({ _tag: 'ClosedBeforeSaid', statement, said, on })
      return E.right([event])
    }
    case 'Closed': {
      if (same(state.closing, event)) return unchanged
      const { how, on: closedOn } = state.closing
      return E.left({ _tag: 'CommitmentAlreadyClosed', statement, how, ...(closedOn !== undefined && { on: closedOn }) })
    }
  }
}

export const decide = (command: StatementCommand, state: Statement): Decision => {
  switch (command.type) {
    case 'RecordRemarks':
      return record({ ...command, type: 'RemarksRecorded' }, state)
    case 'SetExpectations':
      return record({ ...command, type: 'ExpectationsSet' }, state)
    case 'RecordCommitment':
      return recordCommitment(command, state)
    case 'RecordPolicyBasis':
      return record({ ...command, type: 'PolicyBasisRecorded' }, state)
    case 'RecordClaim':
      return record({ ...command, type: 'ClaimRecorded' }, state)
    case 'AnswerExpectation':
      return answer(command, state)
    case 'CloseCommitment':
      return close(command, state)
  }
}

export const statement: Aggregate<StatementCommand, Statement, StatementEvent, StatementRefusal> = {
  category: 'statement',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.statement,
  subjectOf: (event) => event.statement,
  commands: {
    RecordRemarks: true,
    SetExpectations: true,
    RecordCommitment: true,
    AnswerExpectation: true,
    CloseCommitment: true,
    RecordPolicyBasis: true,
    RecordClaim: true,
  },
  decide,
  evolve,
}
