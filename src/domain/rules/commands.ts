import type { RuleId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { JudgedAct, RuleAmendment, RuleException, RuleIssue, RuleLift } from './events.js'
import type { JudgementRefusal } from './finding.js'

/**
 * A standing rule comes into being: `RuleIssued`. Refused where it is on record with other words (`RuleAlreadyIssued`), where it ends before
 * it begins, and where no act could keep its terms (`TermsContradict`).
 */
export type IssueRule = { readonly type: 'IssueRule' } & RuleIssue
/** It says something else from a day on, whole: `RuleAmended`. What it said before goes on counting for the days before. */
export type AmendRule = { readonly type: 'AmendRule' } & RuleAmendment
/** For one thing it does not count: `RuleSetAside`, with who allowed it and why. The same again records nothing. */
export type SetRuleAside = { readonly type: 'SetRuleAside' } & RuleException
/** It holds no longer, at all or in part: `RuleLifted`. Refused where that surely was before it began (`LiftedBeforeStart`). */
export type LiftRule = { readonly type: 'LiftRule' } & RuleLift
/**
 * An act is held against the rule and what is brought beside it: `JudgementRecorded`. A decision that surely breaks something that was not
 * set aside is refused with its code; a report goes in with the conflict. What cannot be told is only flagged. Judged again in the same words,
 * it is recorded only where it comes out otherwise.
 */
export type RecordJudgement = { readonly type: 'RecordJudgement' } & JudgedAct

/** What may be asked of a rule. */
export type RuleCommand = IssueRule | AmendRule | SetRuleAside | LiftRule | RecordJudgement

/** Why something is not recorded of a rule. */
export type RuleRefusal =
  | { readonly _tag: 'RuleNotIssued'; readonly rule: RuleId }
  /** In other words than these. */
  | { readonly _tag: 'RuleAlreadyIssued'; readonly rule: RuleId }
  | { readonly _tag: 'TermsEndBeforeStart'; readonly from: StatedDate; readonly to: StatedDate }
  /** No act could keep them. */
  | { readonly _tag: 'TermsContradict'; readonly why: string }
  | { readonly _tag: 'LiftedBeforeStart'; readonly rule: RuleId; readonly start: StatedDate; readonly from: StatedDate }
  | JudgementRefusal
