import { describe, expect, it } from 'vitest'
import { due } from '../../../src/projections/questions/due.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { shown, told } from '../../support/placed.js'
import { attach, decided, on, placement, refused, started } from '../../support/placing.js'

const expectReport = { type: 'ExpectReport', placement, kind: 'completion report', due: on('2024-05-03') } as const
const complete = { type: 'CompletePlacement', placement, on: on('2024-04-05') } as const

describe('completion', () => {
  it('has a return date, and a report that is due until it is received', async () => {
    const ledger = await told(attach(), started)
    await decided(ledger, expectReport, complete)
    const dueOn = async (day: `2024-${number}-${number}`): Promise<ReadonlyArray<string>> =>
      shown(ledger, due, { on: day, within: 14 }, ['matter', 'what', 'due', 'certainty'])
    expect(await dueOn('2024-04-22')).toStrictEqual(['report due | completion report | 2024-05-03 | yes'])
    expect(await dueOn('2024-05-06')).toStrictEqual(['report overdue | completion report | 2024-05-03 | yes'])
    await decided(ledger, { type: 'ReceiveReport', placement, kind: 'interim report', on: on('2024-05-07') })
    expect(await dueOn('2024-05-08')).toStrictEqual(['report overdue | completion report | 2024-05-03 | yes'])
    await decided(ledger, { type: 'ReceiveReport', placement, kind: 'completion report', on: on('2024-05-08') })
    expect(await dueOn('2024-05-08')).toStrictEqual([])
    expect(await shown(ledger, placementsOnRecord, {}, ['state', 'endedOn', 'reports'])).toStrictEqual([
      'completed | 2024-04-05 | interim report 2024-05-07; completion report 2024-05-08',
    ])
  })

  it('is followed by a debrief and a sharing session', async () => {
    const ledger = await told(attach(), started, complete)
    await decided(
      ledger,
      { type: 'RecordReview', placement, kind: 'debrief', on: on('2024-04-12'), words: 'two ideas to take up' },
      { type: 'RecordReview', placement, kind: 'sharing session', on: on('2024-05') },
    )
    expect(await shown(ledger, placementsOnRecord, {}, ['reviews'])).toStrictEqual([
      'debrief 2024-04-12: two ideas to take up; sharing session 2024-05',
    ])
  })

  it('of a course has a result', async () => {
    const ledger = await told(attach({ kind: 'course' }), complete)
    expect(await refused(ledger, { type: 'RecordResult', placement })).toStrictEqual({ _tag: 'ResultEmpty', placement })
    await decided(ledger, { type: 'RecordResult', placement, grade: 'merit', passed: true, comment: 'second of the class' })
    expect(await shown(ledger, placementsOnRecord, {}, ['results'])).toStrictEqual(['merit, passed, second of the class'])
  })
})
