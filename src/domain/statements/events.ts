import type { Capacity } from '../vocabulary/capacity.js'
import type { AnyId, OccasionId, OrganisationId, PersonId, StatementId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// What a command and its event share is one interface. An absent field was not stated.

/** Whose words they are: a person's in a capacity, an organisation's, or those of the source itself. */
export type Speaker =
  | { readonly _tag: 'person'; readonly person: PersonId; readonly capacity: Capacity }
  | { readonly _tag: 'organisation'; readonly organisation: OrganisationId }
  | { readonly _tag: 'source' }

/** Somebody's words, which are never the ledger's own facts. */
export interface Words {
  readonly statement: StatementId
  readonly by: Speaker
  /** The nouns spoken about; empty where it is none of those on record. */
  readonly about: ReadonlyArray<AnyId>
  readonly at?: OccasionId
  readonly on?: StatedDate
  /** Word for word, or in the reporter's words. */
  readonly reported: 'quoted' | 'reported'
  readonly language: string
  /** One at least, in the source's order. */
  readonly points: ReadonlyArray<string>
  /** The full text, kept on request. */
  readonly text?: string
  /** Of the full text as published, where that is not kept. */
  readonly digest?: string
}

/** Words that ask nothing of anybody. Absent `kind`: a remark. */
export interface Remarks extends Words {
  readonly kind?: 'remark' | 'thanks' | 'hope' | 'purpose'
}

/** What somebody expects of others. */
export interface Expectations extends Words {
  /** Of whom it is expected, as the source says. */
  readonly forWhom: string
  /** The cohort's batch, programme or occasion whose people are meant. */
  readonly of?: AnyId
}

/** What somebody undertakes. Absent `due`: no day was given for it. */
export interface Commitment extends Words {
  readonly due?: StatedDate
  /** To whom, as the source says. */
  readonly to?: string
}

/** The document in which a policy stands, and what rests on it. */
export interface PolicyBasis extends Words {
  readonly document: string
  readonly year?: StatedDate
  readonly basisOf: AnyId
}

/** Such as "the largest so far". */
export interface Claim extends Words {
  /** Among what it is claimed, as the source says. */
  readonly population?: string
}

/** Something on record, or words. */
export type Answerer = { readonly _tag: 'entry'; readonly id: AnyId } | { readonly _tag: 'words'; readonly words: string }

/** What met an expectation, as somebody sees it. */
export interface ExpectationAnswer {
  readonly statement: StatementId
  readonly answeredBy: Answerer
  readonly words: string
  readonly on?: StatedDate
}

/** What became of a commitment, as somebody says. */
export interface CommitmentClosing {
  readonly statement: StatementId
  readonly how: 'kept' | 'dropped' | 'superseded'
  readonly on?: StatedDate
  readonly words?: string
}

/** Somebody's remarks, thanks, hopes or purposes came on record. */
export type RemarksRecorded = { readonly type: 'RemarksRecorded' } & Remarks
/** Somebody set expectations, which may be answered from then on. */
export type ExpectationsSet = { readonly type: 'ExpectationsSet' } & Expectations
/** Somebody undertook something; it is open until somebody closes it. */
export type CommitmentRecorded = { readonly type: 'CommitmentRecorded' } & Commitment
/** Somebody told of an answer. There may be others. */
export type ExpectationAnswered = { readonly type: 'ExpectationAnswered' } & ExpectationAnswer
/** Somebody said what became of it. Absent `on`: not when. */
export type CommitmentClosed = { readonly type: 'CommitmentClosed' } & CommitmentClosing
/** Somebody said on which document something rests. */
export type PolicyBasisRecorded = { readonly type: 'PolicyBasisRecorded' } & PolicyBasis
/** Somebody claimed something. The ledger does not vouch for it. */
export type ClaimRecorded = { readonly type: 'ClaimRecorded' } & Claim

/** What is recorded of somebody's words. */
export type StatementEvent =
  | RemarksRecorded
  | ExpectationsSet
  | CommitmentRecorded
  | ExpectationAnswered
  | CommitmentClosed
  | PolicyBasisRecorded
  | ClaimRecorded
