import { describe, expect, it } from 'vitest'
import type { Count } from '../../../src/domain/vocabulary/count.js'
import { roll } from '../../../src/projections/questions/roll.js'
import { course, flagsIn, refusedFor } from '../../support/course.js'
import { type Said, shown, tell } from '../../support/placed.js'

const figure = (count: Count): Said => ({ type: 'RecordHeadcount', occasion: 'occasion-day-1', attendance: { figure: count } })

const twoWithin = {
  type: 'MarkRoll',
  occasion: 'occasion-day-1',
  marks: [
    { person: 'person-1', code: 'attended', standing: 'within the figure' },
    { person: 'person-2', code: 'attended', standing: 'within the figure' },
  ],
} as const

describe('rule 6: somebody named twice is one attendee; a roll larger than an exact figure is refused, than an "about" flagged', () => {
  it('merges two equal lines of one person', async () => {
    const [first] = twoWithin.marks
    const ledger = await course(figure({ kind: 'exact', n: 1 }))
    await tell(ledger, [{ ...twoWithin, marks: [first, first] }, { mode: 'decision' }])
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name'])).toStrictEqual(['Officer 1'])
  })

  it('refuses two lines of one person that contradict each other', async () => {
    const ledger = await course()
    const marks = [
      { person: 'person-1', code: 'attended' },
      { person: 'person-1', code: 'no-show' },
    ] as const
    expect(await refusedFor(ledger, { ...twoWithin, marks })).toStrictEqual({
      _tag: 'RollContradictsItself',
      occasion: 'occasion-day-1',
      person: 'person-1',
    })
  })

  it('refuses more people within the figure than an exact figure has, unnamed guests among them', async () => {
    const ledger = await course(figure({ kind: 'exact', n: 2 }), twoWithin)
    expect(
      await refusedFor(ledger, {
        type: 'AddGuest',
        occasion: 'occasion-day-1',
        guest: 'guest 1',
        describedAs: 'a visitor',
        standing: 'within the figure',
      }),
    ).toStrictEqual({ _tag: 'RollLargerThanFigure', occasion: 'occasion-day-1', figure: { kind: 'exact', n: 2 }, named: 3 })
    const fewer = await course(figure({ kind: 'exact', n: 1 }))
    expect(await refusedFor(fewer, twoWithin)).toStrictEqual({
      _tag: 'RollLargerThanFigure',
      occasion: 'occasion-day-1',
      figure: { kind: 'exact', n: 1 },
      named: 2,
    })
  })

  it('takes in more than "about" so many, and flags it', async () => {
    const ledger = await course(figure({ kind: 'about', n: 1 }))
    await tell(ledger, [twoWithin, { mode: 'decision' }])
    expect(await flagsIn(ledger, 'occasion-day-1')).toStrictEqual(['RollLargerThanFigure (cannot tell)'])
  })
})
