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

export interface Remarks extends Words {
  readonly kind?: 'remark' | 'thanks' | 'hope' | 'purpose'
}

export interface Expectations extends Words {
  /** Of whom it is expected, as the source says. */
  readonly forWhom: string
  /** The cohort's batch, programme or occasion whose people are meant. */
  readonly of?: AnyId
}

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

export interface ExpectationAnswer {
  readonly statement: StatementId
  readonly answeredBy: Answerer
  readonly words: string
  readonly on?: StatedDate
}

export interface CommitmentClosing {
  readonly statement: StatementId
  readonly how: 'kept' | 'dropped' | 'superseded'
  readonly on?: StatedDate
  readonly words?: string
}

export type RemarksRecorded = { readonly type: 'RemarksRecorded' } & Remarks
export type ExpectationsSet = { readonly type: 'ExpectationsSet' } & Expectations
export type CommitmentRecorded = { readonly type: 'CommitmentRecorded' } & Commitment
export type ExpectationAnswered = { readonly type: 'ExpectationAnswered' } & ExpectationAnswer
export type CommitmentClosed = { readonly type: 'CommitmentClosed' } & CommitmentClosing
export type PolicyBasisRecorded = { readonly type: 'PolicyBasisRecorded' } & PolicyBasis
export type ClaimRecorded = { readonly type: 'ClaimRecorded' } & Claim

export type StatementEvent =
  | RemarksRecorded
  | ExpectationsSet
  | CommitmentRecorded
  | ExpectationAnswered
  | CommitmentClosed
  | PolicyBasisRecorded
  | ClaimRecorded
