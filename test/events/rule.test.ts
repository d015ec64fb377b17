import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, test } from 'vitest'
import type { RuleCommand } from '../../src/domain/rules/commands.js'
import type { RuleEvent } from '../../src/domain/rules/events.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { ruleCommands } from '../../src/events/rule.js'

const fieldsOf = (event: RuleEvent['type']): object =>
  JSON.parse(readFileSync(new URL(`./golden/${event}.1.json`, import.meta.url), 'utf8')).data

const { outcome: _, findings: __, ...judgedAct }: Record<string, unknown> = { ...fieldsOf('JudgementRecorded') }

const complete: { readonly [T in RuleCommand['type']]: object } = {
  IssueRule: { ...fieldsOf('RuleIssued'), type: 'IssueRule' },
  AmendRule: { ...fieldsOf('RuleAmended'), type: 'AmendRule' },
  SetRuleAside: { ...fieldsOf('RuleSetAside'), type: 'SetRuleAside' },
  LiftRule: { ...fieldsOf('RuleLifted'), type: 'LiftRule' },
  RecordJudgement: { ...judgedAct, type: 'RecordJudgement' },
}
const codecOf = (type: RuleCommand['type']): Decoder<unknown, RuleCommand> => ruleCommands[type]
const pathsOf = (type: RuleCommand['type'], value: unknown): ReadonlyArray<string> => {
  const decoded = codecOf(type).decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}
const types: ReadonlyArray<RuleCommand['type']> = ['IssueRule', 'AmendRule', 'SetRuleAside', 'LiftRule', 'RecordJudgement']

describe('each command of a rule as it is written', () => {
  test.each(types)('%s is read as it stands', (type) => expect(codecOf(type).decode(complete[type])).toStrictEqual(E.right(complete[type])))

  test.each(types)('%s is refused without its id, with an id of another kind, and with an unknown field', (type) => {
    for (const id of [undefined, 'person-1', 'rule-', 'rule-$all', `rule-${'x'.repeat(101)}`])
      expect(pathsOf(type, { ...complete[type], rule: id })).toStrictEqual(['rule'])
    expect(pathsOf(type, { ...complete[type], colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each<[RuleCommand['type'], string, object, string]>([
    ['IssueRule', 'no name', { names: [] }, 'names'],
    ['IssueRule', 'a suspension that is denied', { suspends: false }, 'suspends'],
    [
      'IssueRule',
      'a 32nd day of the month',
      { terms: { startDays: { kind: 'days of the month', days: [32] } } },
      'terms.startDays.days[0]',
    ],
    ['IssueRule', 'no start day at all', { terms: { startDays: { kind: 'dates', dates: [] } } }, 'terms.startDays.dates'],
    ['IssueRule', 'a span of nothing', { terms: { length: { longest: { n: 0, unit: 'month' } } } }, 'terms.length.longest.n'],
    [
      'IssueRule',
      'a limit of another kind',
      { terms: { limits: [{ kind: 'least', span: { n: 1, unit: 'day' } }] } },
      'terms.limits[0].kind',
    ],
    ['IssueRule', 'no preference allowed', { terms: { mostPreferences: 0 } }, 'terms.mostPreferences'],
    ['IssueRule', 'more than 100 steps', { terms: { approvals: Array(101).fill('step') } }, 'terms.approvals'],
    [
      'IssueRule',
      'negative years of service',
      { terms: { eligibility: { leastYearsOfService: -1 } } },
      'terms.eligibility.leastYearsOfService',
    ],
    ['IssueRule', 'a language that is none', { terms: { eligibility: { languages: ['Cantonese!'] } } }, 'terms.eligibility.languages[0]'],
    ['IssueRule', 'a direction that is not known', { scope: { directions: ['sideways'] } }, 'scope.directions[0]'],
    ['IssueRule', 'exceptions within exceptions', { scope: { except: [{ except: [] }] } }, 'scope.except[0].except'],
    ['SetRuleAside', 'no reason', { reason: ' ' }, 'reason'],
    ['SetRuleAside', 'no authority', { authority: undefined }, 'authority'],
    ['SetRuleAside', 'something without a stream', { for: 'somebody' }, 'for'],
    ['LiftRule', 'no day', { from: undefined }, 'from'],
    ['RecordJudgement', 'an outcome of its own choice', { outcome: 'kept' }, 'outcome'],
    [
      'RecordJudgement',
      'a revision below nothing',
      { programme: { stream: 'programme-1', revision: -1, state: 'launched' } },
      'programme.revision',
    ],
    [
      'RecordJudgement',
      'terms of a person',
      { under: [{ stream: 'person-1', revision: 0, from: { edtf: '2024' }, terms: {} }] },
      'under[0].stream',
    ],
    ['RecordJudgement', 'an impossible day', { act: { of: 'batch-1', day: { edtf: '2024-02-30' } } }, 'act.day.edtf'],
  ])('%s is refused with %s', (type, _told, wrong, path) => expect(pathsOf(type, { ...complete[type], ...wrong })).toStrictEqual([path]))
})
