import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { judgementsOnRecord } from '../../../src/projections/questions/judgements.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { opened, placed } from '../../support/intake.js'
import { shown, tell, told } from '../../support/placed.js'
import { right } from '../../support/right.js'

const programme = 'programme-exchange'
const threeMonths = { length: { longest: { n: 3, unit: 'month' } } } as const

describe('rule 13: a rule has one of three strengths', () => {
  it('own stream: what the stream itself knows is refused to a decision and a report alike', async () => {
    const ledger = await told()
    const resume: LedgerCommand = { type: 'ResumeProgramme', programme, from: { edtf: '2024' } }
    expect(codeOf(await outcomeOf(ledger, resume))).toBe('ProgrammeNotSuspended')
    expect(codeOf(await outcomeOf(ledger, resume, { mode: 'report' }))).toBe('ProgrammeNotSuspended')
  })

  it('reserved: what streams share is held in a small ledger of its own, which refuses the one too many', async () => {
    const ledger = await told(...placed(1, 2), opened({ batches: ['batch-1'] }, 1))
    const hold = (holder: 'placement-1' | 'placement-2'): LedgerCommand => ({
      type: 'HoldSeat',
      seats: 'seats-1',
      holder,
      count: exactly(1),
    })
    expect(await outcomeOf(ledger, hold('placement-1'))).toBe('recorded')
    expect(codeOf(await outcomeOf(ledger, hold('placement-2')))).toBe('QuotaFull')
  })

  it('evidence: refused on the rows that the command brings; looked at again afterwards, and flagged if they had moved', async () => {
    const rule = 'rule-terms-count'
    const ledger = await told(
      ...placed(1),
      { type: 'IssueRule', rule, names: [{ text: 'Terms count', language: 'en' }], from: { edtf: '2000' }, scope: {}, terms: {} },
      { type: 'SetProgrammeTerms', programme, from: { edtf: '2020-01-01' }, terms: threeMonths },
    )
    const revision = Number(right(await ledger.history(programme)).at(-1)?.revision ?? 0n)
    const under = [{ stream: programme, revision, from: { edtf: '2020-01-01' }, terms: threeMonths }] as const
    const lasting = (n: number): LedgerCommand => ({
      type: 'RecordJudgement',
      rule,
      act: { of: 'placement-1', day: { edtf: '2024-05-02' }, period: { length: { kind: 'exact', span: { n, unit: 'month' } } } },
      under,
    })
    expect(codeOf(await outcomeOf(ledger, lasting(4)))).toBe('LengthOutsideTerms')
    expect(await outcomeOf(ledger, lasting(3))).toBe('recorded')
    const answer = () => shown(ledger, judgementsOnRecord, { rule }, ['outcome', 'evidence', 'moved'])
    expect(await answer()).toStrictEqual([`kept | programme-exchange at ${revision} | none`])
    await tell(ledger, {
      type: 'SetProgrammeTerms',
      programme,
      from: { edtf: '2024-01-01' },
      terms: { length: { longest: { n: 2, unit: 'month' } } },
    })
    expect(await answer()).toStrictEqual([`kept | programme-exchange at ${revision} | programme-exchange`])
  })
})
