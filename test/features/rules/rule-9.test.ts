import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { placed } from '../../support/intake.js'
import { told } from '../../support/placed.js'
import { left, right } from '../../support/right.js'

const commandId = '01900000-0000-7000-8000-000000000001'
const context = { actor: 'clerk-7', mode: 'decision', sources: [], commandId } as const
const renamed = (text: string): LedgerCommand => ({
  type: 'RenameOrganisation',
  organisation: 'organisation-roads',
  name: { text, language: 'en' },
})

describe('rule 9: a command has one effect, and is judged by the day of the act', () => {
  it('gives the same receipt for the same command sent again, and records nothing', async () => {
    const ledger = await told()
    const first = right(await ledger.execute(renamed('Highways'), context))
    const position = right(await ledger.position())
    expect(right(await ledger.execute(renamed('Highways'), context))).toStrictEqual(first)
    expect(right(await ledger.position())).toBe(position)
  })

  it('refuses another command under the same id', async () => {
    const ledger = await told()
    right(await ledger.execute(renamed('Highways'), context))
    expect(left(await ledger.execute(renamed('Ways'), context))).toMatchObject({ refusal: { _tag: 'CommandIdReused', commandId } })
  })

  it('judges a late command by the terms of the day of the act, not of the day of recording', async () => {
    const rule = 'rule-length'
    const longest = (n: number) => ({ length: { longest: { n, unit: 'month' } } }) as const
    const ledger = await told(
      ...placed(1),
      {
        type: 'IssueRule',
        rule,
        names: [{ text: 'Lengths', language: 'en' }],
        from: { edtf: '2015-01-01' },
        scope: {},
        terms: longest(6),
      },
      { type: 'AmendRule', rule, from: { edtf: '2024-01-01' }, scope: {}, terms: longest(3) },
    )
    const fiveMonths = (day: string): LedgerCommand => ({
      type: 'RecordJudgement',
      rule,
      act: { of: 'placement-1', day: { edtf: day }, period: { length: { kind: 'exact', span: { n: 5, unit: 'month' } } } },
    })
    expect(await outcomeOf(ledger, fiveMonths('2016-05-02'))).toBe('recorded')
    expect(codeOf(await outcomeOf(ledger, fiveMonths('2024-05-02')))).toBe('LengthOutsideTerms')
  })
})
