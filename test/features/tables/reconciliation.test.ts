import { describe, expect, it } from 'vitest'
import type { PublishedFigure } from '../../../src/domain/figures/events.js'
import type { Count } from '../../../src/domain/vocabulary/count.js'
import { figuresOnRecord } from '../../../src/projections/questions/figures.js'
import { reconciliation } from '../../../src/projections/questions/reconciliation.js'
import { shown, told } from '../../support/placed.js'
import { exact, january } from '../../support/presence.js'

const FIELDS = ['of', 'measure', 'stated', 'recorded', 'difference', 'verdict', 'because'] as const

const sent = (count: Count, rest: Partial<PublishedFigure> = {}) =>
  ({
    type: 'ReportFigure',
    figure: 'figure-sent',
    by: { _tag: 'source' },
    about: { _tag: 'entry', id: 'programme-exchange' },
    measure: 'officers sent',
    definition: 'officers sent under the programme in the year',
    covers: { _tag: 'date', date: { edtf: '2024' } },
    value: { _tag: 'count', count },
    ...rest,
  }) as const
const cohort = { type: 'AttachCohort', cohort: 'batch-1#a', size: exact(10), direction: 'outbound', period: january } as const

describe('reconciliation', () => {
  it('sets a stated total against the recorded detail and shows the difference, which it never forces', async () => {
    const ledger = await told(
      cohort,
      sent(exact(12), { countedAlike: { _tag: 'recorded', of: 'programme-exchange', direction: 'outbound' } }),
    )
    expect(await shown(ledger, reconciliation, {}, FIELDS)).toStrictEqual([
      'Staff Exchange | officers sent | =12 | =10 | =2 | more is stated | the recorder says that they are counted alike',
    ])
  })

  it('gives bounds where either side is not exact, and then says only that they may agree', async () => {
    const vague = { ...cohort, period: { start: { edtf: '2023-12-31~' } } } as const
    const ledger = await told(vague, sent({ kind: 'more than', n: 8 }))
    expect(await shown(ledger, reconciliation, {}, FIELDS)).toStrictEqual([
      'Staff Exchange | officers sent | >8 | ≤10 | at least -1 | may agree | measure and subject alone: nobody says that they are counted alike',
    ])
  })

  it('says when definitions cannot be compared, and why', async () => {
    const ledger = await told(cohort, sent(exact(40), { countedAlike: { _tag: 'nothing', why: 'staff of public bodies are within it' } }), {
      ...sent(exact(0)),
      figure: 'figure-money',
      measure: 'money',
      value: { _tag: 'amount', currency: 'HKD', amount: { kind: 'about', n: 2_500_000 } },
    })
    expect(await shown(ledger, reconciliation, {}, ['stated', 'recorded', 'difference', 'verdict', 'because'])).toStrictEqual([
      'HKD ≈2500000 | not compared | none can be told | cannot be compared | entries hold no money under a definition that could be the same',
      '=40 | not compared | none can be told | cannot be compared | staff of public bodies are within it',
    ])
  })

  it('takes no figure for an entry: what is published adds nobody to what is recorded', async () => {
    const ledger = await told(sent(exact(12)))
    expect(await shown(ledger, reconciliation, {}, ['recorded', 'difference', 'verdict'])).toStrictEqual([
      'nothing on record | none can be told | nothing on record',
    ])
  })

  it.each([
    ['attendances', exact(90), '=80 | =10 | more is stated'],
    ['occasions held', exact(2), '=2 | =0 | agree'],
    ['agreements', exact(0), '=1 | =-1 | more is recorded'],
  ] as const)('compares %s', async (measure, count, answer) => {
    const briefing = (n: number) =>
      ({
        type: 'RecordBriefing',
        occasion: `occasion-${n}`,
        kind: 'talk',
        on: { edtf: '2024-02' },
        attendance: { figure: exact(40) },
      }) as const
    const ledger = await told(
      briefing(1),
      briefing(2),
      {
        type: 'SignAgreement',
        agreement: 'agreement-1',
        names: [{ text: 'Agreement', language: 'en' }],
        parties: { items: ['organisation-roads', 'organisation-shenzhen'], open: false },
        signedOn: { edtf: '2024-06-15' },
      },
      sent(count, { measure, countedAlike: { _tag: 'recorded' } }),
    )
    expect(await shown(ledger, reconciliation, {}, ['recorded', 'difference', 'verdict'])).toStrictEqual([answer])
  })
})

describe('published figures', () => {
  it('stand by themselves, with definition, day or period, and parts that say how they stand to the whole', async () => {
    const ledger = await told(
      sent(
        { kind: 'about', n: 60 },
        {
          basis: 'actual',
          parts: [{ label: 'women', value: { _tag: 'share', percent: { kind: 'exact', n: 37.5 } }, relation: 'of which' }],
        },
      ),
    )
    expect(
      await shown(ledger, figuresOnRecord, { about: 'programme-exchange' }, ['of', 'measure', 'value', 'basis', 'covers', 'parts']),
    ).toStrictEqual(['Staff Exchange | officers sent | ≈60 | actual | 2024 | of which: women =37.5 %'])
    expect(await shown(ledger, figuresOnRecord, { measure: 'hosts' }, ['value'])).toStrictEqual([])
  })
})
