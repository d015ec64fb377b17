import { describe, expect, it } from 'vitest'
import { absentees } from '../../../src/projections/questions/absentees.js'
import { course, planned } from '../../support/course.js'
import { shown, tell } from '../../support/placed.js'

const marks = (occasion: 'occasion-day-1' | 'occasion-day-2', one: string, two: string) =>
  ({
    type: 'MarkRoll',
    occasion,
    marks: [
      { person: 'person-1', code: one },
      { person: 'person-2', code: two },
    ],
  }) as const

const rolls = [planned, marks('occasion-day-1', 'attended', 'no-show'), marks('occasion-day-2', 'attended', 'late')] as const

describe('absentee list, warning below a threshold', () => {
  it('names who was absent, with two figures: over the sessions taken, and over all, those to come included', async () => {
    const ledger = await course(...rolls)
    expect(await shown(ledger, absentees, { within: 'programme-writing' }, ['name', 'overTaken', 'overAll', 'missed'])).toStrictEqual([
      'Officer 2 | 0.5 of 2 (25%) | 0.5 of 4 (12.5%) | Day 1',
    ])
  })

  it('warns of whoever lies below a threshold, and says in which of the two figures', async () => {
    const ledger = await course(...rolls)
    expect(await shown(ledger, absentees, { within: 'batch-writing', below: 80 }, ['name', 'warning'])).toStrictEqual([
      'Officer 1 | over all sessions',
      'Officer 2 | over both',
    ])
    expect(await shown(ledger, absentees, { within: 'batch-writing', below: 20 }, ['name', 'warning'])).toStrictEqual([
      'Officer 2 | over all sessions',
    ])
  })

  it('counts a person once, under whichever record he was marked', async () => {
    const ledger = await course(...rolls, {
      type: 'MarkRoll',
      occasion: 'occasion-day-3',
      marks: [{ person: 'person-5', code: 'no-show' }],
    })
    await tell(ledger, { type: 'MergePersons', person: 'person-5', into: 'person-2' })
    expect(await shown(ledger, absentees, { within: 'batch-writing' }, ['name', 'missed'])).toStrictEqual(['Officer 2 | Day 1; Day 3'])
  })
})
