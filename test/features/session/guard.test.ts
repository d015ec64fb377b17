import { describe, expect, it } from 'vitest'
import { course, planned, refusedFor } from '../../support/course.js'
import { tell } from '../../support/placed.js'

const came = (occasion: 'occasion-day-1' | 'occasion-day-4', takenOn?: '2024-03-04') =>
  ({ type: 'MarkRoll', occasion, marks: [{ person: 'person-1', code: 'attended' }], ...(takenOn && { takenOn }) }) as const

describe('guard', () => {
  it('keeps attendance from a session that has not been held, or had not ended when the roll was taken', async () => {
    const ledger = await course(planned)
    expect(await refusedFor(ledger, came('occasion-day-4'))).toStrictEqual({ _tag: 'OccasionNotHeld', occasion: 'occasion-day-4' })
    expect(await refusedFor(ledger, came('occasion-day-1', '2024-03-04'))).toStrictEqual({
      _tag: 'OccasionNotEnded',
      occasion: 'occasion-day-1',
      takenOn: '2024-03-04',
      ends: { edtf: '2024-03-05' },
    })
  })

  it('keeps a session from being cancelled once it was held, and attendance from one that was cancelled', async () => {
    const ledger = await course(planned)
    expect(await refusedFor(ledger, { type: 'CancelOccasion', occasion: 'occasion-day-1' })).toStrictEqual({
      _tag: 'OccasionAlreadyHeld',
      occasion: 'occasion-day-1',
    })
    await tell(ledger, { type: 'CancelOccasion', occasion: 'occasion-day-4' })
    expect(await refusedFor(ledger, came('occasion-day-4'))).toStrictEqual({ _tag: 'OccasionIsCancelled', occasion: 'occasion-day-4' })
  })
})
