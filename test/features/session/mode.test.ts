import { describe, expect, it } from 'vitest'
import { absentees } from '../../../src/projections/questions/absentees.js'
import { roll } from '../../../src/projections/questions/roll.js'
import { course } from '../../support/course.js'
import { shown } from '../../support/placed.js'

describe('mode', () => {
  it('is that of the occasion, unless somebody took part in another way: online, or by the recording', async () => {
    const ledger = await course({
      type: 'MarkRoll',
      occasion: 'occasion-day-1',
      marks: [
        { person: 'person-1', code: 'attended' },
        { person: 'person-2', code: 'attended', mode: 'online' },
        { person: 'person-3', code: 'attended', mode: 'recorded', note: 'watched on 12 March' },
      ],
    })
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name', 'mode', 'note'])).toStrictEqual([
      'Officer 1 | in person | ?',
      'Officer 2 | online | ?',
      'Officer 3 | recorded | watched on 12 March',
    ])
  })

  it('tells somebody who sits in from those who signed up: he came, and is no absentee for what he did not sit in on', async () => {
    const ledger = await course(
      { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-1', code: 'booked' }] },
      {
        type: 'MarkRoll',
        occasion: 'occasion-day-1',
        marks: [
          { person: 'person-1', code: 'attended' },
          { person: 'person-2', code: 'attended', sittingIn: true },
        ],
      },
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name', 'attended', 'enrolment'])).toStrictEqual([
      'Officer 1 | yes | signed up',
      'Officer 2 | yes | sitting in',
    ])
    expect(await shown(ledger, absentees, { within: 'batch-writing', below: 50 }, ['name', 'overAll'])).toStrictEqual([
      'Officer 1 | 1 of 3 (33.3%)',
    ])
  })
})
