import type { AgreementId, AnyId, BatchId, OrganisationId, ProgrammeId, RuleId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { Terms } from '../vocabulary/terms.js'
import type { Act } from '../vocabulary/terms-act.js'
import type { Dated } from '../vocabulary/terms-on.js'
import type { Scope, ScopePart } from '../vocabulary/terms-scope.js'
import type { Finding } from './finding.js'

// What a command and its event share is one interface. An absent field was not stated.

/** What a rule says from a day on, perhaps to a last day: for which activities, under which terms, and whether they are suspended. */
export interface RuleContent extends Dated {
  readonly scope: Scope
  readonly terms: Terms
  /** The activities in its scope are suspended while it holds. */
  readonly suspends?: true
  readonly words?: string
}

/** A standing rule above single programmes: who issued it, and on what basis. */
export interface RuleIssue extends RuleContent {
  readonly rule: RuleId
  readonly names: ReadonlyArray<Name>
  readonly issuer?: OrganisationId
  /** In whose power, under which law or circular. */
  readonly basis?: string
}

/** What it says from a day on, whole, instead of what it said before. */
export interface RuleAmendment extends RuleContent {
  readonly rule: RuleId
}

/** For one thing the rule does not count: in whose power, and why. */
export interface RuleException {
  readonly rule: RuleId
  readonly for: AnyId
  readonly authority: string
  readonly reason: string
  /** The codes that are set aside; absent: whatever the rule would say. */
  readonly codes?: ReadonlyArray<string>
}

/** From a day on it holds no longer, at all or for a part of its scope. */
export interface RuleLift {
  readonly rule: RuleId
  readonly from: StatedDate
  readonly forPart?: ScopePart
  readonly why?: string
}

/** Terms of another stream, as they were read there: what they were read at is looked at again later. */
export interface TermsEvidence extends Dated {
  readonly stream: ProgrammeId | AgreementId | RuleId
  /** The last revision of that stream when it was read. */
  readonly revision: number
  readonly terms: Terms
  /** Of a rule. */
  readonly scope?: Scope
  readonly suspends?: true
}

/** A programme as it was read: whether it runs, and the days on which it was suspended. */
export interface ProgrammeEvidence {
  readonly stream: ProgrammeId
  readonly revision: number
  readonly state: 'proposed' | 'announced' | 'registered' | 'launched' | 'suspended' | 'concluded'
  readonly pauses?: ReadonlyArray<{ readonly since: StatedDate; readonly until?: StatedDate }>
}

/** The term of a batch or agreement within which a stay has to lie, as it was read. */
export interface TermEvidence {
  readonly stream: BatchId | AgreementId
  readonly revision: number
  readonly from?: StatedDate
  /** The last day. */
  readonly to?: StatedDate
}

/** An act held against the rule, and against what is brought beside it. The rule's own terms of the day need not be brought. */
export interface JudgedAct {
  readonly rule: RuleId
  readonly act: Act
  readonly under?: ReadonlyArray<TermsEvidence>
  readonly programme?: ProgrammeEvidence
  readonly within?: ReadonlyArray<TermEvidence>
}

/** It was issued. */
export type RuleIssued = { readonly type: 'RuleIssued' } & RuleIssue
/** It says something else from a day on. */
export type RuleAmended = { readonly type: 'RuleAmended' } & RuleAmendment
/** For one thing it does not count. The act itself, and what it uses up, stay as they are. */
export type RuleSetAside = { readonly type: 'RuleSetAside' } & RuleException
/** It holds no longer, at all or in part. */
export type RuleLifted = { readonly type: 'RuleLifted' } & RuleLift
/**
 * An act was held against it. `outcome`: all is kept; something is surely broken; all that is broken was set aside; or nobody can tell. The
 * findings tell of each term that is not surely kept.
 */
export type JudgementRecorded = {
  readonly type: 'JudgementRecorded'
  readonly outcome: 'kept' | 'broken' | 'set aside' | 'cannot tell'
  readonly findings: ReadonlyArray<Finding>
} & JudgedAct

/** What is recorded of a rule. */
export type RuleEvent = RuleIssued | RuleAmended | RuleSetAside | RuleLifted | JudgementRecorded
