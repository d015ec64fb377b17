import { describe, expect, it } from 'vitest'
import { corrections } from '../../../src/projections/questions/corrections.js'
import { roll } from '../../../src/projections/questions/roll.js'
import { course, refusedFor } from '../../support/course.js'
import { asked, entryOf, shown, tell } from '../../support/placed.js'
import { right } from '../../support/right.js'

const marked = { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-1', code: 'no-show' }] } as const

describe('correction', () => {
  it('says who, when and why; the earlier mark stays', async () => {
    const ledger = await course(marked)
    const { entry, value } = await entryOf(ledger, 'occasion-day-1', 'RollMarked')
    if (value.type !== 'RollMarked') throw new Error('not a roll')
    const statuses = [{ code: 'late', words: 'came late', stage: 'attendance', weight: 0.5, attended: true }] as const
    await tell(ledger, [
      {
        type: 'CorrectEntry',
        stream: 'occasion-day-1',
        entry,
        value: { ...value, marks: [{ person: 'person-1', code: 'late' }], statuses },
        reason: 'had signed on the second sheet',
      },
      { actor: 'registrar-2' },
    ])
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name', 'status'])).toStrictEqual(['Officer 1 | came late'])
    expect(await asked(ledger, corrections, {})).toMatchObject([{ actor: 'registrar-2', reason: 'had signed on the second sheet' }])
    const [first] = right(await ledger.history('occasion-day-1')).filter(({ event }) => event.type === 'RollMarked')
    expect(first?.event).toMatchObject({ marks: [{ person: 'person-1', code: 'no-show' }] })
  })

  it('is not made by marking again: another mark is refused to a decision, and where it is reported, flagged', async () => {
    const ledger = await course(marked)
    const again = { ...marked, marks: [{ person: 'person-1', code: 'attended' }] } as const
    expect(await refusedFor(ledger, again)).toStrictEqual({
      _tag: 'AlreadyMarked',
      occasion: 'occasion-day-1',
      recorded: { person: 'person-1', status: 'absent', standing: 'not stated' },
      given: { person: 'person-1', status: 'attended', standing: 'not stated' },
    })
    await tell(ledger, again)
    expect(right(await ledger.history('occasion-day-1')).map(({ event }) => event.type)).toStrictEqual([
      'BriefingHeld',
      'RollMarked',
      'RollMarked',
      'ConflictRecorded',
    ])
  })
})
