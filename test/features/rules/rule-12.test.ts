import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { conflictsOnRecord } from '../../../src/projections/questions/conflicts.js'
import { outcomeOf } from '../../support/deciding.js'
import { placed } from '../../support/intake.js'
import { shown, told } from '../../support/placed.js'

const rule = 'rule-terms'
const issued: LedgerCommand = {
  type: 'IssueRule',
  rule,
  names: [{ text: 'Terms', language: 'en' }],
  from: { edtf: '2020-01-01' },
  scope: {},
  terms: { length: { longest: { n: 3, unit: 'month' } } },
}

describe('rule 12: what cannot be told refuses nothing, and is flagged with its facts', () => {
  it('takes in a decision about an approximate length', async () => {
    const ledger = await told(...placed(1), issued)
    const period = { start: { edtf: '2024-06-01' }, length: { kind: 'about', span: { n: 3, unit: 'month' } } } as const
    const act = { of: 'placement-1', day: { edtf: '2024-05-02' }, period } as const
    expect(await outcomeOf(ledger, { type: 'RecordJudgement', rule, act })).toBe('recorded')
    const facts = JSON.stringify({ period, range: { longest: { n: 3, unit: 'month' } }, under: rule })
    expect(await shown(ledger, conflictsOnRecord, { stream: rule }, ['rule', 'certainty', 'facts', 'waivedBy'])).toStrictEqual([
      `LengthOutsideTerms | cannot tell | ${facts} | not waived`,
    ])
  })

  it('takes in a decision about a programme whose end is vague', async () => {
    const programme = 'programme-exchange'
    const ledger = await told({ type: 'ConcludeProgramme', programme, on: { edtf: '2024' } })
    expect(await outcomeOf(ledger, { type: 'SetProgrammeTerms', programme, from: { edtf: '2024-06-01' }, terms: {} })).toBe('recorded')
    expect(await shown(ledger, conflictsOnRecord, { rule: 'ProgrammeOver' }, ['what', 'certainty'])).toStrictEqual([
      'Staff Exchange | cannot tell',
    ])
  })
})
