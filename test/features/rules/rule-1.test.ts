import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import type { ProgrammeEvidence } from '../../../src/domain/rules/events.js'
import { judgementsOnRecord } from '../../../src/projections/questions/judgements.js'
import { rulesInForce } from '../../../src/projections/questions/rules.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { placed } from '../../support/intake.js'
import { shown, tell, told } from '../../support/placed.js'

type Judging = Extract<LedgerCommand, { readonly type: 'RecordJudgement' }>

const rule = 'rule-running-only'
const issued: LedgerCommand = {
  type: 'IssueRule',
  rule,
  names: [{ text: 'Batches run in running programmes', language: 'en' }],
  from: { edtf: '2000-01-01' },
  scope: {},
  terms: {},
}
const suspension: LedgerCommand = {
  type: 'IssueRule',
  rule: 'rule-suspension',
  names: [{ text: 'Suspension of exchanges', language: 'en' }],
  from: { edtf: '2020-01-29' },
  scope: { kinds: ['staff exchange'], directions: ['both'] },
  terms: {},
  suspends: true,
}
/** A batch is to open on a day, and the programme was read like this. */
const opening = (state: ProgrammeEvidence['state'], day: string, rest: Partial<ProgrammeEvidence> = {}): Judging => ({
  type: 'RecordJudgement',
  rule,
  act: { of: 'batch-1', day: { edtf: day } },
  programme: { stream: 'programme-exchange', revision: 0, state, ...rest },
})

describe('rule 1: batches and placements keep within their programme, its suspensions and its terms', () => {
  it('refuses a batch of a programme that is only proposed or announced; a registered one counts as running', async () => {
    const ledger = await told(issued)
    const refusal = { _tag: 'ProgrammeNotRunning', programme: 'programme-exchange', state: 'announced' }
    expect(await outcomeOf(ledger, opening('announced', '2024-05-01'))).toStrictEqual(refusal)
    expect(codeOf(await outcomeOf(ledger, opening('proposed', '2024-05-01')))).toBe('ProgrammeNotRunning')
    expect(await outcomeOf(ledger, opening('registered', '2024-05-01'))).toBe('recorded')
  })

  it('refuses a batch on a day of a pause, and takes one before or after it', async () => {
    const ledger = await told(issued)
    const pauses = [{ since: { edtf: '2020-01-29' }, until: { edtf: '2023-01-08' } }]
    const on = (day: string) => outcomeOf(ledger, opening('launched', day, { pauses }))
    expect(codeOf(await on('2021-06-01'))).toBe('ProgrammeSuspended')
    expect(await on('2020-01-28')).toBe('recorded')
    expect(await on('2023-01-08'), 'the first day on which it runs again').toBe('recorded')
    expect(await on('2020'), 'a vague day does not refuse').toBe('recorded')
    expect(await shown(ledger, judgementsOnRecord, { outcome: 'cannot tell' }, ['findings'])).toStrictEqual([
      'ProgrammeSuspended (cannot tell)',
    ])
  })

  it('refuses what lies in the scope of a suspending rule, until it is lifted for that part', async () => {
    const ledger = await told(suspension)
    const act = (direction: 'inbound' | 'outbound', day: string): Judging => ({
      type: 'RecordJudgement',
      rule: 'rule-suspension',
      act: { of: 'batch-1', day: { edtf: day }, activity: { kind: 'staff exchange', direction } },
    })
    expect(codeOf(await outcomeOf(ledger, act('outbound', '2022-07-01')))).toBe('ActivitySuspended')
    await tell(ledger, {
      type: 'LiftRule',
      rule: 'rule-suspension',
      from: { edtf: '2022-06-01' },
      forPart: { directions: ['outbound'] },
    })
    expect(await outcomeOf(ledger, act('outbound', '2022-07-01'))).toBe('recorded')
    expect(codeOf(await outcomeOf(ledger, act('outbound', '2022-05-31')))).toBe('ActivitySuspended')
    expect(codeOf(await outcomeOf(ledger, act('inbound', '2022-07-01')))).toBe('ActivitySuspended')
    const suspended = (direction: 'inbound' | 'outbound') =>
      shown(ledger, rulesInForce, { on: '2022-07-01', kind: 'staff exchange', direction, effect: 'suspends' }, ['name', 'holds', 'applies'])
    expect(await suspended('inbound')).toStrictEqual(['Suspension of exchanges | yes | yes'])
    expect(await suspended('outbound')).toStrictEqual([])
  })

  it('refuses a placement outside the term of its batch or agreement, or outside its typed terms; a report is flagged', async () => {
    const ledger = await told(...placed(1), issued)
    const judging: Judging = {
      type: 'RecordJudgement',
      rule,
      act: { of: 'placement-1', day: { edtf: '2024-05-01' }, period: { start: { edtf: '2024-06-01' }, end: { edtf: '2024-09-01' } } },
      within: [{ stream: 'batch-1', revision: 0, from: { edtf: '2024-06-01' }, to: { edtf: '2024-08-31' } }],
    }
    expect(await outcomeOf(ledger, judging)).toStrictEqual({
      _tag: 'OutsideTerm',
      stream: 'batch-1',
      period: judging.act.period,
      from: { edtf: '2024-06-01' },
      to: { edtf: '2024-08-31' },
    })
    const { within: _, ...unbounded } = judging
    const terms = { length: { longest: { n: 2, unit: 'month' } } } as const
    const under = [{ stream: 'programme-exchange', revision: 0, from: { edtf: '2024-01-01' }, terms }] as const
    expect(codeOf(await outcomeOf(ledger, { ...unbounded, under }))).toBe('LengthOutsideTerms')
    expect(await outcomeOf(ledger, { ...unbounded, under }, { mode: 'report' })).toBe('recorded')
    expect(await shown(ledger, judgementsOnRecord, { of: 'placement-1' }, ['outcome', 'findings'])).toStrictEqual([
      'broken | LengthOutsideTerms',
    ])
  })
})
