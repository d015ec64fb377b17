import { describe, expect, it } from 'vitest'
import { byUnitAndYear } from '../../../src/projections/questions/by-unit-and-year.js'
import { asked, shown, told } from '../../support/placed.js'
import { exact, january, place } from '../../support/presence.js'

const FIELDS = ['line', 'unit', 'kind', 'year', 'officers', 'ranked'] as const

describe('by department or grade', () => {
  it('keeps departments and grades of one mixed list apart by kind, each with its bounds; the total is what was sent', async () => {
    const ledger = await told({
      type: 'AttachCohort',
      cohort: 'batch-1#mixed',
      size: exact(10),
      direction: 'outbound',
      homes: { items: ['organisation-grade', 'organisation-roads', 'organisation-water'], open: false },
      period: january,
    })
    const rows = await shown(ledger, byUnitAndYear, {}, FIELDS)
    expect(rows.filter((row) => row.includes('all years'))).toStrictEqual([
      'unit | Roads Department | department | all years | 1–8 | yes',
      'unit | Water Department | department | all years | 1–8 | yes',
      'unit | Executive Officer Grade | grade | all years | 1–8 | yes',
      'total | all |  | all years | =10 | yes',
    ])
  })

  it('has a line for those of whom no unit is told, so that the lines and the total agree', async () => {
    const ledger = await told(
      {
        type: 'AttachCohort',
        cohort: 'batch-1#told',
        size: exact(10),
        direction: 'outbound',
        homes: { items: ['organisation-roads', 'organisation-water'], open: true },
        period: january,
      },
      {
        type: 'RecordCohortBreakdown',
        cohort: 'batch-1#told',
        by: 'department',
        parts: [{ label: 'Roads', organisation: 'organisation-roads', count: exact(4) }],
      },
      place(1, { start: { edtf: '2024-02-05' } }, { home: { organisation: 'organisation-water' }, direction: 'outbound' }),
    )
    expect(await shown(ledger, byUnitAndYear, {}, FIELDS)).toStrictEqual([
      'unit | Roads Department | department | 2024 | =4 | yes',
      'unit | Roads Department | department | all years | =4 | yes',
      'unit | Water Department | department | 2024 | ? (at least 1) | yes',
      'unit | Water Department | department | all years | ? (at least 1) | yes',
      'remainder | not stated |  | 2024 | ≤6 | no',
      'remainder | not stated |  | all years | ≤6 | no',
      'total | all |  | 2024 | =11 | yes',
      'total | all |  | all years | =11 | yes',
    ])
  })

  it('ranks by what is sure; a unit of which nothing is sure comes last of its kind, marked', async () => {
    const ledger = await told(
      {
        type: 'AttachCohort',
        cohort: 'batch-1#open',
        size: { kind: 'about', n: 40 },
        homes: { items: ['organisation-roads'], open: true },
        period: january,
      },
      place(2, january, { home: { organisation: 'organisation-water' } }),
    )
    const rows = await asked(ledger, byUnitAndYear, {})
    expect(rows.filter(({ year }) => year === 'all years').map(({ unit, ranked }) => [unit, ranked])).toStrictEqual([
      ['Water Department', true],
      ['Roads Department', false],
      ['not stated', false],
      ['all', true],
    ])
  })
})
