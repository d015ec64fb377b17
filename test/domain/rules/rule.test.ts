import { describe, expect, it, test } from 'vitest'
import type { RecordJudgement, RuleCommand } from '../../../src/domain/rules/commands.js'
import type { RuleEvent, RuleIssue } from '../../../src/domain/rules/events.js'
import { rule } from '../../../src/domain/rules/rule.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(rule)

const id = 'rule-lengths'
const month = (n: number) => ({ n, unit: 'month' }) as const
const issue: RuleIssue = {
  rule: id,
  names: [{ text: 'Lengths', language: 'en' }],
  from: { edtf: '2020-01-01' },
  scope: { kinds: ['attachment'] },
  terms: { length: { longest: month(3) } },
}
const issued: RuleEvent = { type: 'RuleIssued', ...issue }
const exception = { rule: id, for: 'placement-1', authority: 'Permanent Secretary', reason: 'an urgent need' } as const
const act = {
  of: 'placement-1',
  day: { edtf: '2024-05-02' },
  activity: { kind: 'attachment' },
  period: { length: { kind: 'exact', span: month(4) } },
} as const
const judging: RecordJudgement = { type: 'RecordJudgement', rule: id, act }
const judged = (
  outcome: 'broken' | 'kept' | 'set aside' | 'cannot tell',
  ...findings: Extract<RuleEvent, { type: 'JudgementRecorded' }>['findings']
) => ({ ...judging, type: 'JudgementRecorded', outcome, findings }) as const

/** What a decision would be refused with, after these events. */
const breachesOf = (command: RuleCommand, ...history: ReadonlyArray<RuleEvent>): ReadonlyArray<string> =>
  (rule.breaches?.(command, history.reduce(rule.evolve, rule.initialState)) ?? []).map(
    ({ refusal, certainty }) => `${refusal._tag}: ${certainty}`,
  )

describe('IssueRule', () => {
  it('stays quiet for the same again, and refuses other words under the same id', () => {
    given(issued)
      .when({ type: 'IssueRule', ...issue })
      .thenNothing()
    given(issued)
      .when({ type: 'IssueRule', ...issue, scope: {} })
      .thenRefused({ _tag: 'RuleAlreadyIssued', rule: id })
  })

  it('is refused where it ends before it begins, or where no act could keep it', () => {
    const to = { edtf: '2019' }
    given()
      .when({ type: 'IssueRule', ...issue, to })
      .thenRefused({ _tag: 'TermsEndBeforeStart', from: issue.from, to })
    given()
      .when({ type: 'IssueRule', ...issue, terms: { length: { shortest: month(3), longest: month(2) } } })
      .thenRefused({ _tag: 'TermsContradict', why: 'the shortest length is longer than the longest' })
  })
})

describe('RecordJudgement', () => {
  it('records what is broken, and tells the breach with the rule it is under', () => {
    given(issued)
      .when(judging)
      .then(judged('broken', { code: 'LengthOutsideTerms', certainty: 'sure' }))
    expect(breachesOf(judging, issued)).toStrictEqual(['LengthOutsideTerms: sure'])
  })

  it('judges nothing outside the scope, and is unsure where nobody knows whether it lies inside', () => {
    const course = { ...judging, act: { ...act, activity: { kind: 'course' } } } as const
    given(issued)
      .when(course)
      .then({ ...course, type: 'JudgementRecorded', outcome: 'kept', findings: [] })
    const { activity: _, ...unsaid } = act
    expect(breachesOf({ ...judging, act: unsaid }, issued)).toStrictEqual(['LengthOutsideTerms: cannot tell'])
  })

  it('judges by the terms of the day of the act', () => {
    const amended: RuleEvent = {
      type: 'RuleAmended',
      rule: id,
      from: { edtf: '2024-01-01' },
      scope: {},
      terms: { length: { longest: month(6) } },
    }
    expect(breachesOf(judging, issued, amended)).toStrictEqual([])
    expect(breachesOf({ ...judging, act: { ...act, day: { edtf: '2023' } } }, issued, amended)).toStrictEqual(['LengthOutsideTerms: sure'])
  })

  it('stays quiet for the same judgement again, and records it where it comes out otherwise', () => {
    const broken = judged('broken', { code: 'LengthOutsideTerms', certainty: 'sure' })
    given(issued, broken).when(judging).thenNothing()
    given(issued, broken, { type: 'RuleSetAside', ...exception })
      .when(judging)
      .then(judged('set aside', { code: 'LengthOutsideTerms', certainty: 'sure', setAside: true }))
  })

  it('lets pass what was set aside for it, says so, and goes on judging the rest', () => {
    given(issued, { type: 'RuleSetAside', ...exception })
      .when(judging)
      .then(judged('set aside', { code: 'LengthOutsideTerms', certainty: 'sure', setAside: true }))
    expect(breachesOf(judging, issued, { type: 'RuleSetAside', ...exception })).toStrictEqual([])
    expect(breachesOf(judging, issued, { type: 'RuleSetAside', ...exception, codes: ['QuotaFull'] })).toHaveLength(1)
    expect(breachesOf(judging, issued, { type: 'RuleSetAside', ...exception, for: 'placement-2' })).toHaveLength(1)
  })

  it('judges nothing after the rule was lifted', () => {
    const lifted: RuleEvent = { type: 'RuleLifted', rule: id, from: { edtf: '2024-05-02' } }
    expect(breachesOf(judging, issued, lifted)).toStrictEqual([])
    expect(breachesOf(judging, issued, { ...lifted, from: { edtf: '2024-05' } })).toStrictEqual(['LengthOutsideTerms: cannot tell'])
    expect(breachesOf(judging, issued, { ...lifted, from: { edtf: '2024-05-03' } })).toStrictEqual(['LengthOutsideTerms: sure'])
    expect(breachesOf(judging, issued, { ...lifted, forPart: { kinds: ['course'] } })).toStrictEqual(['LengthOutsideTerms: sure'])
  })

  it('takes statements of one stream together: the one that began last counts', () => {
    const said = (from: string, n: number) =>
      ({ stream: 'programme-1', revision: 3, from: { edtf: from }, terms: { length: { longest: month(n) } } }) as const
    const within = { ...issued, scope: { kinds: ['course'] } } as const
    expect(breachesOf({ ...judging, under: [said('2020', 2), said('2024-01-01', 6)] }, within)).toStrictEqual([])
    expect(breachesOf({ ...judging, under: [said('2020', 6), said('2024-01-01', 2)] }, within)).toStrictEqual(['LengthOutsideTerms: sure'])
  })
})

describe('LiftRule', () => {
  it('is refused before the rule began, and stays quiet for the same again', () => {
    given(issued)
      .when({ type: 'LiftRule', rule: id, from: { edtf: '2019' } })
      .thenRefused({ _tag: 'LiftedBeforeStart', rule: id, start: issue.from, from: { edtf: '2019' } })
    given(issued, { type: 'RuleLifted', rule: id, from: { edtf: '2024' } })
      .when({ type: 'LiftRule', rule: id, from: { edtf: '2024' } })
      .thenNothing()
  })
})

describe('each command in each phase', () => {
  const commands: { readonly [T in RuleCommand['type']]: RuleCommand } = {
    IssueRule: { type: 'IssueRule', ...issue },
    AmendRule: { type: 'AmendRule', rule: id, from: { edtf: '2024' }, scope: {}, terms: {} },
    SetRuleAside: { type: 'SetRuleAside', ...exception },
    LiftRule: { type: 'LiftRule', rule: id, from: { edtf: '2024' } },
    RecordJudgement: judging,
  }

  test.each([
    ['IssueRule', 'records RuleIssued', 'stays quiet'],
    ['AmendRule', 'RuleNotIssued', 'records RuleAmended'],
    ['SetRuleAside', 'RuleNotIssued', 'records RuleSetAside'],
    ['LiftRule', 'RuleNotIssued', 'records RuleLifted'],
    ['RecordJudgement', 'RuleNotIssued', 'records JudgementRecorded'],
  ] as const)('%s: before the issue %s, after it %s', (type, before, after) => {
    expect(given().when(commands[type]).outcome()).toBe(before)
    expect(given(issued).when(commands[type]).outcome()).toBe(after)
  })

  it('asked again, amendments and exceptions record nothing; a judgement is recorded each time', () => {
    const once = (type: RuleCommand['type'], event: RuleEvent) => given(issued, event).when(commands[type]).outcome()
    expect(once('AmendRule', { type: 'RuleAmended', rule: id, from: { edtf: '2024' }, scope: {}, terms: {} })).toBe('stays quiet')
    expect(once('SetRuleAside', { type: 'RuleSetAside', ...exception })).toBe('stays quiet')
    expect(once('RecordJudgement', judged('broken'))).toBe('records JudgementRecorded')
  })

  it('belongs to the stream of the rule; events out of their order open nothing', () => {
    expect(rule.streamOf(judging)).toBe(id)
    expect(rule.subjectOf(issued)).toBe(id)
    expect(Object.keys(rule.commands).sort()).toStrictEqual(Object.keys(commands).sort())
    expect(rule.evolve(rule.initialState, judged('kept'))).toStrictEqual({ _tag: 'NotIssued' })
  })
})
