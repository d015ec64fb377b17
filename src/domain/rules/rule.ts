import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import { windowOf } from '../vocabulary/stated-date.js'
import { type UnsoundTerms, unsoundTerms } from '../vocabulary/terms-soundness.js'
import { precedes } from '../vocabulary/window.js'
import type { AmendRule, IssueRule, LiftRule, RecordJudgement, RuleCommand, RuleRefusal, SetRuleAside } from './commands.js'
import type { JudgementRecorded, RuleContent, RuleEvent, RuleIssued, RuleLifted, RuleSetAside, TermsEvidence } from './events.js'
import type { Finding, JudgementRefusal } from './finding.js'
import { judgeByRule, judgeProgramme, judgeTerm, judgeUnder } from './judgement.js'

// A standing rule is issued, amended from a day on, set aside for single things, and lifted at last, at all or for a part of its scope. Acts
// are held against it on its stream, so that what was judged, on what, and how, is on record.

// ── state ───────────────────────────────────────────────────────────────────

export type Rule =
  | { readonly _tag: 'NotIssued' }
  | {
      readonly _tag: 'Issued'
      readonly issue: RuleIssued
      /** The issue and the amendments, in the order in which they were stated. */
      readonly contents: ReadonlyArray<RuleContent>
      readonly exceptions: ReadonlyArray<RuleSetAside>
      readonly lifts: ReadonlyArray<RuleLifted>
      readonly judgements: ReadonlyArray<JudgementRecorded>
    }

type Issued = Extract<Rule, { readonly _tag: 'Issued' }>

export const evolve = (state: Rule, event: RuleEvent): Rule => {
  if (state._tag === 'NotIssued')
    return event.type === 'RuleIssued'
      ? { _tag: 'Issued', issue: event, contents: [event], exceptions: [], lifts: [], judgements: [] }
      : state
  switch (event.type) {
    case 'RuleIssued':
      return state
    case 'JudgementRecorded':
      return { ...state, judgements: [...state.judgements, event] }
    case 'RuleAmended':
      return { ...state, contents: [...state.contents, event] }
    case 'RuleSetAside':
      return { ...state, exceptions: [...state.exceptions, event] }
    case 'RuleLifted':
      return { ...state, lifts: [...state.lifts, event] }
  }
}

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<RuleEvent, RuleRefusal>

const orUnsound = (unsound: UnsoundTerms | undefined, event: RuleEvent): Decision =>
  unsound === undefined ? E.right([event]) : E.left(unsound)

const issue = (command: IssueRule, state: Rule): Decision => {
  const event: RuleIssued = { ...command, type: 'RuleIssued' }
  if (state._tag === 'NotIssued') return orUnsound(unsoundTerms(command), event)
  return same(state.issue, event) ? E.right([]) : E.left({ _tag: 'RuleAlreadyIssued', rule: command.rule })
}

const amend = (command: AmendRule, { contents }: Issued): Decision => {
  const event: RuleEvent = { ...command, type: 'RuleAmended' }
  return same(contents.at(-1), event) ? E.right([]) : orUnsound(unsoundTerms(command), event)
}

const setAside = (command: SetRuleAside, { exceptions }: Issued): Decision => {
  const event: RuleSetAside = { ...command, type: 'RuleSetAside' }
  return E.right(exceptions.some((one) => same(one, event)) ? [] : [event])
}

const earliest = ({ contents }: Issued): StatedDate | undefined =>
  contents.map(({ from }) => from).reduce((a, b) => (precedes(windowOf(b), windowOf(a)) === 'yes' ? b : a))

const lift = (command: LiftRule, state: Issued): Decision => {
  const event: RuleLifted = { ...command, type: 'RuleLifted' }
  if (state.lifts.some((one) => same(one, event))) return E.right([])
  const start = earliest(state)
  if (start !== undefined && precedes(windowOf(command.from), windowOf(start)) === 'yes')
    return E.left({ _tag: 'LiftedBeforeStart', rule: command.rule, start, from: command.from })
  return E.right([event])
}

/** Statements of one stream go together, in the order in which they are brought. */
const byStream = (under: ReadonlyArray<TermsEvidence>): ReadonlyArray<ReadonlyArray<TermsEvidence>> =>
  [...new Set(under.map(({ stream }) => stream))].map((stream) => under.filter((one) => one.stream === stream))

const judged = (command: RecordJudgement, state: Issued): ReadonlyArray<Breach<JudgementRefusal>> => {
  const { rule, act, under = [], programme, within = [] } = command
  return [
    ...judgeByRule(rule, state.contents, state.lifts, act),
    ...byStream(under).flatMap((statements) => judgeUnder(statements, act)),
    ...(programme === undefined ? [] : judgeProgramme(programme, act)),
    ...within.flatMap((term) => judgeTerm(term, act)),
  ]
}

const isSetAside = ({ exceptions }: Issued, { act }: RecordJudgement, code: string): boolean =>
  exceptions.some((one) => one.for === act.of && (one.codes === undefined || one.codes.includes(code)))

const outcomeOf = (findings: ReadonlyArray<Finding>): 'kept' | 'broken' | 'set aside' | 'cannot tell' => {
  const open = findings.filter((finding) => finding.setAside === undefined)
  if (open.some(({ certainty }) => certainty === 'sure')) return 'broken'
  if (open.length > 0) return 'cannot tell'
  return findings.length > 0 ? 'set aside' : 'kept'
}

const judgement = (command: RecordJudgement, state: Issued): Decision => {
  const findings = judged(command, state).map(
    ({ refusal: { _tag: code }, certainty }): Finding => ({
      code,
      certainty,
      ...(isSetAside(state, command, code) && { setAside: true as const }),
    }),
  )
  const event: JudgementRecorded = { ...command, type: 'JudgementRecorded', outcome: outcomeOf(findings), findings }
  // Judged again in the same words, it is news only where it comes out otherwise: the rule was amended, lifted or set aside since.
  const last = state.judgements.findLast((one) => same({ ...one, outcome: event.outcome, findings }, event))
  return E.right(same(last, event) ? [] : [event])
}

export const decide = (command: RuleCommand, state: Rule): Decision => {
  if (command.type === 'IssueRule') return issue(command, state)
  if (state._tag === 'NotIssued') return E.left({ _tag: 'RuleNotIssued', rule: command.rule })
  switch (command.type) {
    case 'AmendRule':
      return amend(command, state)
    case 'SetRuleAside':
      return setAside(command, state)
    case 'LiftRule':
      return lift(command, state)
    case 'RecordJudgement':
      return judgement(command, state)
  }
}

const breaches = (command: RuleCommand, state: Rule): ReadonlyArray<Breach<RuleRefusal>> => {
  if (command.type !== 'RecordJudgement' || state._tag === 'NotIssued') return []
  return judged(command, state).filter(({ refusal }) => !isSetAside(state, command, refusal._tag))
}

export const rule: Aggregate<RuleCommand, Rule, RuleEvent, RuleRefusal> = {
  category: 'rule',
  initialState: { _tag: 'NotIssued' },
  streamOf: (command) => command.rule,
  subjectOf: (event) => event.rule,
  commands: { IssueRule: true, AmendRule: true, SetRuleAside: true, LiftRule: true, RecordJudgement: true },
  decide,
  evolve,
  breaches,
}
