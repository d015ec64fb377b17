import { describe, expect, it } from 'vitest'
import { feedback } from '../../../src/projections/questions/feedback.js'
import { course, flagsIn, refusedFor } from '../../support/course.js'
import { shown, tell } from '../../support/placed.js'

const marks = {
  type: 'MarkRoll',
  occasion: 'occasion-day-1',
  marks: [
    { person: 'person-1', code: 'attended' },
    { person: 'person-2', code: 'late' },
    { person: 'person-3', code: 'no-show' },
  ],
} as const

const given = {
  type: 'GiveFeedback',
  occasion: 'occasion-day-1',
  person: 'person-1',
  score: { points: 4, of: 5 },
  words: 'The exercises were the best part.',
} as const

describe('feedback', () => {
  it('is asked of those who attended; who has not given it yet is reminded of the day it is due, as of a day', async () => {
    const ledger = await course(marks, { type: 'AskFeedback', occasion: 'occasion-day-1', due: '2024-03-15' }, given)
    const columns = ['name', 'state', 'due', 'score', 'words'] as const
    const within = 'occasion-day-1'
    expect(await shown(ledger, feedback, { within, asOf: '2024-03-15' }, columns)).toStrictEqual([
      'Officer 1 | given | 2024-03-15 | 4 of 5 | The exercises were the best part.',
      'Officer 2 | due | 2024-03-15 | ? | ?',
    ])
    expect(await shown(ledger, feedback, { within, asOf: '2024-03-16', state: 'overdue' }, ['name'])).toStrictEqual(['Officer 2'])
    expect(await shown(ledger, feedback, { within }, ['name', 'state'])).toStrictEqual(['Officer 1 | given', 'Officer 2 | not given'])
  })

  it('comes only from those who attended, and once from each', async () => {
    const ledger = await course(marks, given)
    expect(await refusedFor(ledger, { ...given, person: 'person-3' })).toStrictEqual({
      _tag: 'FeedbackFromAbsent',
      occasion: 'occasion-day-1',
      person: 'person-3',
      status: 'absent',
    })
    expect(await refusedFor(ledger, { ...given, words: 'On second thoughts…' })).toStrictEqual({
      _tag: 'FeedbackAlreadyGiven',
      occasion: 'occasion-day-1',
      person: 'person-1',
    })
  })

  it('of somebody who is on no roll is taken in and flagged: nobody says whether he came', async () => {
    const ledger = await course(marks)
    await tell(ledger, [{ ...given, person: 'person-4' }, { mode: 'decision' }])
    expect(await flagsIn(ledger, 'occasion-day-1')).toStrictEqual(['FeedbackFromAbsent (cannot tell)'])
  })
})
