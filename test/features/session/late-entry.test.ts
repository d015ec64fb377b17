import { describe, expect, it } from 'vitest'
import { roll } from '../../../src/projections/questions/roll.js'
import { course } from '../../support/course.js'
import { shown } from '../../support/placed.js'

describe('late entry', () => {
  it('takes in sign-ups and attendance after the event, and says that they are late', async () => {
    const ledger = await course(
      {
        type: 'MarkRoll',
        occasion: 'occasion-day-1',
        takenOn: '2024-03-05',
        marks: [{ person: 'person-1', code: 'attended' }],
      },
      {
        type: 'MarkRoll',
        occasion: 'occasion-day-1',
        takenOn: '2024-03-20',
        marks: [
          { person: 'person-2', code: 'booked' },
          { person: 'person-3', code: 'attended' },
        ],
      },
      { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-4', code: 'attended' }] },
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name', 'signUp', 'code', 'lateEntry'])).toStrictEqual([
      'Officer 1 | ? | attended | no',
      'Officer 2 | booked | ? | yes',
      'Officer 3 | ? | attended | yes',
      // Nobody says when the roll was taken: it was recorded long after.
      'Officer 4 | ? | attended | yes',
    ])
  })

  it('cannot tell where the day of the session is not known', async () => {
    const ledger = await course(
      { type: 'RecordMeeting', occasion: 'occasion-undated' },
      { type: 'MarkRoll', occasion: 'occasion-undated', marks: [{ person: 'person-1', code: 'attended' }] },
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-undated' }, ['lateEntry'])).toStrictEqual(['cannot tell'])
  })
})
