import { describe, expect, it } from 'vitest'
import { due } from '../../../src/projections/questions/due.js'
import { shown, told } from '../../support/placed.js'
import { attach, decided, on, placement, started } from '../../support/placing.js'

const oblige = { type: 'RecordObligation', placement, until: on('2026-04-05'), why: 'two years of service after the training' } as const

describe('continued service', () => {
  it('is due until its day, and told ahead of it', async () => {
    const ledger = await told(attach(), started, { type: 'CompletePlacement', placement, on: on('2024-04-05') })
    await decided(ledger, oblige)
    const fields = ['matter', 'name', 'due', 'what', 'certainty'] as const
    expect(await shown(ledger, due, { on: '2025-01-01', within: 30 }, fields)).toStrictEqual([])
    expect(await shown(ledger, due, { on: '2026-03-20', within: 30 }, fields)).toStrictEqual([
      'obligation ending | Officer 1 | 2026-04-05 | two years of service after the training | yes',
    ])
  })

  it('until a vague day is marked as one that cannot be told', async () => {
    const ledger = await told(attach(), started, { type: 'CompletePlacement', placement, on: on('2024-04-05') })
    await decided(ledger, { ...oblige, until: on('2026') })
    expect(await shown(ledger, due, { on: '2026-03-20', within: 30 }, ['matter', 'due', 'certainty'])).toStrictEqual([
      'obligation ending | 2026 | cannot tell',
    ])
  })
})
