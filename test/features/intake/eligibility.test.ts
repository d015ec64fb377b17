import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { closedList } from '../../../src/domain/vocabulary/open-list.js'
import type { OfficerFacts } from '../../../src/domain/vocabulary/terms-act.js'
import { conflictsOnRecord } from '../../../src/projections/questions/conflicts.js'
import { judgementsOnRecord } from '../../../src/projections/questions/judgements.js'
import { outcomeOf } from '../../support/deciding.js'
import { placed } from '../../support/intake.js'
import { shown, tell, told } from '../../support/placed.js'

const rule = 'rule-who-may-go'
const issued: LedgerCommand = {
  type: 'IssueRule',
  rule,
  names: [{ text: 'Who may go', language: 'en' }],
  issuer: 'organisation-grade',
  basis: 'Circular 3 of 2024',
  from: { edtf: '2024-01-01' },
  scope: { kinds: ['staff exchange'] },
  terms: {
    eligibility: { ranks: closedList(['Executive Officer I']), leastYearsOfService: 3, languages: ['zh-Hant'] },
    bars: [{ scheme: 'staff exchange' }],
  },
}
const fit: OfficerFacts = {
  rank: 'Executive Officer I',
  yearsOfService: exactly(5),
  languages: closedList(['en', 'zh-Hant']),
  earlier: closedList([]),
}
const nominated = (officer: OfficerFacts): Extract<LedgerCommand, { readonly type: 'RecordJudgement' }> => ({
  type: 'RecordJudgement',
  rule,
  act: { of: 'placement-1', day: { edtf: '2024-05-02' }, activity: { kind: 'staff exchange' }, officer },
})

describe('eligibility', () => {
  it('takes an officer who fits', async () => {
    const ledger = await told(...placed(1), issued)
    expect(await outcomeOf(ledger, nominated(fit))).toBe('recorded')
    expect(await shown(ledger, judgementsOnRecord, { rule }, ['subject', 'outcome'])).toStrictEqual(['placement-1 | kept'])
  })

  it('refuses a decision for one who does not, with what is wanting', async () => {
    const ledger = await told(...placed(1), issued)
    expect(await outcomeOf(ledger, nominated({ ...fit, rank: 'Executive Officer II' }))).toStrictEqual({
      _tag: 'NotEligible',
      wanting: { of: 'rank', wanted: closedList(['Executive Officer I']), found: 'Executive Officer II' },
      under: rule,
    })
    const earlier = closedList([{ scheme: 'staff exchange', first: { edtf: '2022' }, last: { edtf: '2022' } }])
    expect(await outcomeOf(ledger, nominated({ ...fit, earlier }))).toMatchObject({ wanting: { of: 'earlier participation' } })
  })

  it('takes one of whom too little is known, and says so', async () => {
    const ledger = await told(...placed(1), issued)
    const { languages: _, ...unsaid } = fit
    expect(await outcomeOf(ledger, nominated(unsaid))).toBe('recorded')
    expect(await shown(ledger, judgementsOnRecord, { rule }, ['outcome', 'findings'])).toStrictEqual([
      'cannot tell | NotEligible (cannot tell)',
    ])
  })

  it('is waived for one officer, with reason and authority, and the waiver stays on record', async () => {
    const ledger = await told(...placed(1), issued, nominated({ ...fit, yearsOfService: exactly(1) }))
    const waiver = { type: 'SetRuleAside', rule, for: 'placement-1', authority: 'Head of Grade', reason: 'the host asked for him' } as const
    await tell(ledger, waiver)
    expect(
      await shown(ledger, conflictsOnRecord, { rule: 'NotEligible' }, ['what', 'certainty', 'waivedBy', 'waivedBecause']),
    ).toStrictEqual(['Who may go | sure | Head of Grade | the host asked for him'])
    expect(await outcomeOf(ledger, nominated({ ...fit, yearsOfService: exactly(1) }))).toBe('recorded')
    expect(await shown(ledger, judgementsOnRecord, { rule }, ['outcome', 'findings'])).toContain('set aside | NotEligible (set aside)')
  })
})
