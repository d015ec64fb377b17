import type { AmendRule, IssueRule, LiftRule, RecordJudgement, RuleCommand, SetRuleAside } from '../domain/rules/commands.js'
import type {
  JudgedAct,
  JudgementRecorded,
  ProgrammeEvidence,
  RuleAmended,
  RuleAmendment,
  RuleContent,
  RuleEvent,
  RuleException,
  RuleIssue,
  RuleIssued,
  RuleLift,
  RuleLifted,
  RuleSetAside,
  TermEvidence,
  TermsEvidence,
} from '../domain/rules/events.js'
import type { Finding } from '../domain/rules/finding.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { anyId, idOf, integer, line, listOf, oneOf, prose, truth } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { idAmong } from './occasion-ids.js'
import { act, scope, scopePart, terms } from './terms.js'
import { names, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const rule = idOf('rule')
const programme = idOf('programme')
const revision = integer(0, Number.MAX_SAFE_INTEGER)
const few = { atMost: 100 } as const

const content: Props<RuleContent> = {
  from: statedDate,
  to: optional(statedDate),
  scope,
  terms,
  suspends: optional(truth),
  words: optional(prose),
}
const issue: Props<RuleIssue> = {
  rule,
  names,
  issuer: optional(idOf('organisation')),
  basis: optional(prose),
  ...content,
}
const amendment: Props<RuleAmendment> = { rule, ...content }
const exception: Props<RuleException> = { rule, for: anyId, authority: line, reason: prose, codes: optional(listOf(line, few)) }
const lift: Props<RuleLift> = { rule, from: statedDate, forPart: optional(scopePart), why: optional(prose) }

const termsEvidence = objectCodec<TermsEvidence>('terms as they were read', {
  stream: idAmong('programme', 'agreement', 'rule'),
  revision,
  from: statedDate,
  to: optional(statedDate),
  terms,
  scope: optional(scope),
  suspends: optional(truth),
})
const programmeEvidence = objectCodec<ProgrammeEvidence>('a programme as it was read', {
  stream: programme,
  revision,
  state: oneOf('proposed', 'announced', 'registered', 'launched', 'suspended', 'concluded'),
  pauses: optional(
    listOf(
      objectCodec<NonNullable<ProgrammeEvidence['pauses']>[number]>('a pause', { since: statedDate, until: optional(statedDate) }),
      few,
    ),
  ),
})
const termEvidence = objectCodec<TermEvidence>('a term as it was read', {
  stream: idAmong('batch', 'agreement'),
  revision,
  from: optional(statedDate),
  to: optional(statedDate),
})
const judgedAct: Props<JudgedAct> = {
  rule,
  act,
  under: optional(listOf(termsEvidence, { atMost: 20 })),
  programme: optional(programmeEvidence),
  within: optional(listOf(termEvidence, few)),
}
const finding = objectCodec<Finding>('a finding', {
  code: oneOf(
    'LengthOutsideTerms',
    'LengthFixed',
    'StartDayNotAllowed',
    'TooManyPreferences',
    'ApprovalOutOfOrder',
    'NotEligible',
    'LimitExceeded',
    'QuotaFull',
    'ActivitySuspended',
    'ProgrammeNotRunning',
    'ProgrammeSuspended',
    'OutsideTerm',
  ),
  certainty: oneOf('sure', 'cannot tell'),
  setAside: optional(truth),
})

export const ruleEvents: Catalogue<RuleEvent> = {
  RuleIssued: first<RuleIssued>('RuleIssued', issue),
  RuleAmended: first<RuleAmended>('RuleAmended', amendment),
  RuleSetAside: first<RuleSetAside>('RuleSetAside', exception),
  RuleLifted: first<RuleLifted>('RuleLifted', lift),
  JudgementRecorded: first<JudgementRecorded>('JudgementRecorded', {
    ...judgedAct,
    outcome: oneOf('kept', 'broken', 'set aside', 'cannot tell'),
    findings: listOf(finding, { atMost: 1_000 }),
  }),
}

export const ruleCommands: Commands<RuleCommand> = {
  IssueRule: commandCodec<IssueRule>('IssueRule', issue),
  AmendRule: commandCodec<AmendRule>('AmendRule', amendment),
  SetRuleAside: commandCodec<SetRuleAside>('SetRuleAside', exception),
  LiftRule: commandCodec<LiftRule>('LiftRule', lift),
  RecordJudgement: commandCodec<RecordJudgement>('RecordJudgement', judgedAct),
}
