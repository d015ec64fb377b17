import { describe, expect, it } from 'vitest'
import { absentees } from '../../../src/projections/questions/absentees.js'
import { makeUps } from '../../../src/projections/questions/make-ups.js'
import { course, refusedFor } from '../../support/course.js'
import { shown } from '../../support/placed.js'

const missed = {
  type: 'MarkRoll',
  occasion: 'occasion-day-1',
  marks: [
    { person: 'person-1', code: 'no-show' },
    { person: 'person-2', code: 'excused' },
    { person: 'person-3', code: 'attended' },
  ],
} as const

describe('make-up session', () => {
  it('meets a missed session by another one, or by an equivalence with its reason; the absence stays on record', async () => {
    const ledger = await course(
      missed,
      { type: 'MarkRoll', occasion: 'occasion-day-2', marks: [{ person: 'person-1', code: 'attended' }] },
      {
        type: 'RecordMakeUp',
        occasion: 'occasion-day-1',
        person: 'person-1',
        by: 'occasion-day-2',
        equivalence: 'same session again',
        why: 'was on duty in the typhoon centre',
      },
      { type: 'RecordMakeUp', occasion: 'occasion-day-1', person: 'person-2', equivalence: 'tested out', why: 'passed the writing test' },
    )
    expect(
      await shown(ledger, makeUps, { within: 'batch-writing' }, ['name', 'missed', 'equivalence', 'by', 'attendedIt', 'why']),
    ).toStrictEqual([
      'Officer 1 | Day 1 | same session again | Day 2 | yes | was on duty in the typhoon centre',
      'Officer 2 | Day 1 | tested out | no session | no session | passed the writing test',
    ])
    expect(await shown(ledger, absentees, { within: 'batch-writing' }, ['name', 'overTaken', 'missed', 'madeUp'])).toStrictEqual([
      'Officer 1 | 2 of 2 (100%) | Day 1 | 1',
      'Officer 2 | 1 of 1 (100%) | Day 1 | 1',
    ])
  })

  it('is refused of a session that was not missed, and by the missed session itself', async () => {
    const ledger = await course(missed)
    const makeUp = { type: 'RecordMakeUp', occasion: 'occasion-day-1', equivalence: 'same session again', why: 'asked for it' } as const
    expect(await refusedFor(ledger, { ...makeUp, person: 'person-3', by: 'occasion-day-2' })).toStrictEqual({
      _tag: 'NotMissed',
      occasion: 'occasion-day-1',
      person: 'person-3',
    })
    expect(await refusedFor(ledger, { ...makeUp, person: 'person-1', by: 'occasion-day-1' })).toStrictEqual({
      _tag: 'MadeUpByItself',
      occasion: 'occasion-day-1',
      person: 'person-1',
    })
  })
})
