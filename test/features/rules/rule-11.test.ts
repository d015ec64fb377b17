import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { closedList } from '../../../src/domain/vocabulary/open-list.js'
import type { Terms } from '../../../src/domain/vocabulary/terms.js'
import type { Act } from '../../../src/domain/vocabulary/terms-act.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { placed } from '../../support/intake.js'
import { tell, told } from '../../support/placed.js'

const rule = 'rule-terms'
const issued = (terms: Terms, suspends?: true): LedgerCommand => ({
  type: 'IssueRule',
  rule,
  names: [{ text: 'Terms', language: 'en' }],
  from: { edtf: '2020-01-01' },
  scope: {},
  terms,
  ...(suspends && { suspends }),
})
const judged = (act: Partial<Act>): LedgerCommand => ({
  type: 'RecordJudgement',
  rule,
  act: { of: 'placement-1', day: { edtf: '2024-05-02' }, ...act },
})
const start = { edtf: '2024-06-02' }
const year = { n: 1, unit: 'year' } as const
const aYear = { start, length: { kind: 'exact', span: year } } as const

/** Each code, with terms and an act that meets it. */
const codes: ReadonlyArray<readonly [code: string, terms: Terms, act: Partial<Act>]> = [
  ['LengthOutsideTerms', { length: { longest: { n: 3, unit: 'month' } } }, { period: aYear }],
  ['LengthFixed', { lengthMayChange: { kind: 'no' } }, { changesLength: true }],
  ['StartDayNotAllowed', { startDays: { kind: 'days of the month', days: [1, 16] } }, { period: aYear }],
  ['TooManyPreferences', { mostPreferences: 3 }, { preferences: 4 }],
  ['ApprovalOutOfOrder', { approvals: ['line manager', 'department'] }, { approvals: ['department'] }],
  ['NotEligible', { eligibility: { ranks: closedList(['EO I']) } }, { officer: { rank: 'EO II' } }],
  ['LimitExceeded', { limits: [{ kind: 'longest in one go', span: { n: 6, unit: 'month' } }] }, { period: aYear }],
  [
    'QuotaFull',
    { quotas: [{ name: 'roads', limit: exactly(2), counts: 'persons started' }] },
    { taken: [{ quota: 'roads', count: exactly(2) }] },
  ],
]

describe('rule 11: every refusal is a value with a code and the facts it rests on', () => {
  it.each(codes)('refuses with %s; the same act goes in where the rule is set aside for it', async (code, terms, act) => {
    const ledger = await told(...placed(1), issued(terms))
    const refusal = await outcomeOf(ledger, judged(act))
    expect(codeOf(refusal)).toBe(code)
    expect(refusal).toMatchObject({ under: rule })
    await tell(ledger, { type: 'SetRuleAside', rule, for: 'placement-1', authority: 'Bureau', reason: 'agreed', codes: [code] })
    expect(await outcomeOf(ledger, judged(act))).toBe('recorded')
  })

  it('refuses with ActivitySuspended what a suspending rule covers', async () => {
    const ledger = await told(...placed(1), issued({}, true))
    expect(await outcomeOf(ledger, judged({ activity: { kind: 'attachment' } }))).toStrictEqual({
      _tag: 'ActivitySuspended',
      activity: { kind: 'attachment' },
      from: { edtf: '2020-01-01' },
      under: rule,
    })
  })

  it('throws nothing, whatever is asked of what is not on record', async () => {
    const ledger = await told(...placed(1))
    expect(await outcomeOf(ledger, judged({}))).toStrictEqual({ _tag: 'RuleNotIssued', rule })
  })
})
