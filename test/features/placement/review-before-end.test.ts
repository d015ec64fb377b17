import { describe, expect, it } from 'vitest'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { due } from '../../../src/projections/questions/due.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { asked, shown, told } from '../../support/placed.js'
import { attach, decided, ending, on, placement, started } from '../../support/placing.js'

const months = (n: number) => ({ kind: 'exact', span: { n, unit: 'month' } }) as const
const fields = ['matter', 'name', 'due', 'certainty'] as const

describe('review before end', () => {
  it('lists, as of a day, what ends in the next days and what is overdue', async () => {
    const ledger = await told(
      attach(),
      attach({ placement: 'placement-2', officer: 'person-2', period: ending('2024-06-28') }),
      attach({ placement: 'placement-3', officer: 'person-3', period: ending('2024-03-01') }),
    )
    expect(await shown(ledger, due, { on: '2024-03-20', within: 30 }, fields)).toStrictEqual([
      'overdue | Officer 3 | 2024-03-01 | yes',
      'ends soon | Officer 1 | 2024-04-05 | yes',
    ])
    expect(await shown(ledger, due, { on: '2024-03-20', within: 7 }, ['name'])).toStrictEqual(['Officer 3'])
    expect(await shown(ledger, due, { on: '2024-01-31' }, ['name'])).toStrictEqual(['Officer 3'])
    expect(await shown(ledger, due, { on: '2024-01-08' }, ['name'])).toStrictEqual([])
  })

  it('answers a vague end by its window, and marks what cannot be told', async () => {
    const about = { kind: 'about', span: { n: 3, unit: 'month' } } as const
    const ledger = await told(attach({ period: { start: on('2024-01-08'), length: about } }))
    // Three months from 8 January, give or take 15 days: the last day is one from 23 March to 22 April.
    expect(await shown(ledger, due, { on: '2024-03-20', within: 14 }, [...fields, 'window'])).toStrictEqual([
      'ends soon | Officer 1 | 2024-04-08~ (derived) | cannot tell | 2024-03-23/2024-04-22',
    ])
    expect(await shown(ledger, due, { on: '2024-03-20', within: 60 }, ['certainty'])).toStrictEqual(['yes'])
    expect(await shown(ledger, due, { on: '2024-04-30' }, ['matter', 'certainty'])).toStrictEqual(['overdue | yes'])
  })

  it('does not pass over what has no end on record', async () => {
    const ledger = await told(attach({ period: { start: on('2024-01-08') } }))
    expect(await shown(ledger, due, { on: '2024-03-20' }, fields)).toStrictEqual(['ends soon | Officer 1 | ? | cannot tell'])
  })

  it('lists planned reviews until they are held', async () => {
    const ledger = await told(attach(), started)
    const plan = { type: 'PlanReview', placement } as const
    await decided(ledger, { ...plan, due: on('2024-02-08') }, { ...plan, due: on('2024-03-08') })
    expect(await shown(ledger, due, { on: '2024-02-20', within: 20 }, fields)).toStrictEqual([
      'review overdue | Officer 1 | 2024-02-08 | yes',
      'review due | Officer 1 | 2024-03-08 | yes',
    ])
    await decided(ledger, { type: 'RecordReview', placement, kind: 'review', on: on('2024-02-22'), words: 'on course' })
    expect(await shown(ledger, due, { on: '2024-02-23', within: 20 }, fields)).toStrictEqual(['review due | Officer 1 | 2024-03-08 | yes'])
    // As of the day before, it had not been held.
    expect(await shown(ledger, due, { on: '2024-02-21', within: 0 }, ['matter'])).toStrictEqual(['review overdue'])
    expect(await shown(ledger, placementsOnRecord, {}, ['reviews'])).toStrictEqual(['review 2024-02-22: on course'])
  })

  it('lists obligations that end', async () => {
    const ledger = await told(attach({ kind: 'course' }), {
      type: 'RecordObligation',
      placement,
      until: on('2026-04-05'),
      why: 'two years after the course',
    })
    expect(await shown(ledger, due, { on: '2026-03-20' }, ['matter', 'what', 'due'])).toStrictEqual([
      'overdue |  | 2024-04-05',
      'obligation ending | two years after the course | 2026-04-05',
    ])
    expect(await shown(ledger, placementsOnRecord, {}, ['boundUntil'])).toStrictEqual(['2026-04-05'])
  })

  it('lists cohorts beside placements, and nothing that has ended or was called off', async () => {
    const cohort = 'batch-1#all'
    const ledger = await told(
      { type: 'AttachCohort', cohort, size: exactly(30), period: { start: on('2024-01-08'), length: months(3) } },
      attach(),
      { type: 'CancelPlacement', placement, why: 'no desk' },
      attach({ placement: 'placement-2', officer: 'person-2' }),
      { type: 'CompletePlacement', placement: 'placement-2', on: on('2024-03-15') },
    )
    expect(await asked(ledger, due, { on: '2024-03-20' })).toMatchObject([
      { matter: 'ends soon', entry: cohort, due: { edtf: '2024-04-08', derived: 'start and length' }, certainty: 'yes' },
    ])
  })
})
