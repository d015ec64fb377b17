import { describe, expect, it } from 'vitest'
import { attendance } from '../../../src/projections/questions/attendance.js'
import { roll } from '../../../src/projections/questions/roll.js'
import { course, refusedFor } from '../../support/course.js'
import { shown, tell } from '../../support/placed.js'

const guest = {
  type: 'AddGuest',
  occasion: 'occasion-day-1',
  guest: 'guest 1',
  describedAs: 'an officer of the Lands Department',
  standing: 'within the figure',
} as const

describe('guests and unnamed attendees', () => {
  it('stand on the roll by a label and a description, and are merged with a person later without changing a count', async () => {
    const ledger = await course(
      { type: 'RecordHeadcount', occasion: 'occasion-day-1', attendance: { figure: { kind: 'exact', n: 2 } } },
      {
        type: 'MarkRoll',
        occasion: 'occasion-day-1',
        marks: [{ person: 'person-1', code: 'attended', standing: 'within the figure' }],
      },
      guest,
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['person', 'name', 'attended'])).toStrictEqual([
      'person-1 | Officer 1 | yes',
      '? | guest 1: an officer of the Lands Department | yes',
    ])

    await tell(ledger, { type: 'IdentifyGuest', occasion: 'occasion-day-1', guest: 'guest 1', person: 'person-2' })
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['person', 'name', 'attended'])).toStrictEqual([
      'person-1 | Officer 1 | yes',
      'person-2 | Officer 2 | yes',
    ])
    expect(await shown(ledger, attendance, { occasion: 'occasion-day-1' }, ['attendance', 'within'])).toStrictEqual([
      '=2 | Officer 1; Officer 2',
    ])
  })

  it('are one with somebody who stood on the roll as well', async () => {
    const ledger = await course(
      { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-1', code: 'late' }] },
      { ...guest, standing: 'not stated' },
      { type: 'IdentifyGuest', occasion: 'occasion-day-1', guest: 'guest 1', person: 'person-1' },
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name', 'status'])).toStrictEqual(['Officer 1 | came late'])
  })

  it('are nobody that is not on record, and one person only', async () => {
    const ledger = await course(guest, { type: 'IdentifyGuest', occasion: 'occasion-day-1', guest: 'guest 1', person: 'person-1' })
    const identify = { type: 'IdentifyGuest', occasion: 'occasion-day-1', person: 'person-2' } as const
    expect(await refusedFor(ledger, { ...identify, guest: 'guest 2' })).toStrictEqual({
      _tag: 'GuestNotOnRecord',
      occasion: 'occasion-day-1',
      guest: 'guest 2',
    })
    expect(await refusedFor(ledger, { ...identify, guest: 'guest 1' })).toStrictEqual({
      _tag: 'GuestAlreadyIdentified',
      occasion: 'occasion-day-1',
      guest: 'guest 1',
      person: 'person-1',
    })
    expect(await refusedFor(ledger, { ...guest, describedAs: 'a journalist' })).toStrictEqual({
      _tag: 'GuestAlreadyAdded',
      occasion: 'occasion-day-1',
      guest: 'guest 1',
      describedAs: 'an officer of the Lands Department',
    })
  })
})
