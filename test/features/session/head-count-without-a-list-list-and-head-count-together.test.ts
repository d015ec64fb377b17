import { describe, expect, it } from 'vitest'
import { attendance } from '../../../src/projections/questions/attendance.js'
import { course } from '../../support/course.js'
import { shown } from '../../support/placed.js'

const columns = ['what', 'attendance', 'within', 'beside', 'notStated'] as const

describe('head count without a list; list and head count together', () => {
  it('keeps a figure as it was stated where nobody lists who came', async () => {
    const ledger = await course({
      type: 'RecordHeadcount',
      occasion: 'occasion-day-1',
      attendance: { figure: { kind: 'about', n: 350, words: 'some 350 officers' } },
    })
    expect(await shown(ledger, attendance, { occasion: 'occasion-day-1' }, columns)).toStrictEqual(['Day 1 | ≈350 | none | none | none'])
  })

  it('sets named people within the figure, beside it, or where nobody says: the figure is the same', async () => {
    const ledger = await course(
      { type: 'RecordHeadcount', occasion: 'occasion-day-1', attendance: { figure: { kind: 'exact', n: 20 } } },
      {
        type: 'MarkRoll',
        occasion: 'occasion-day-1',
        marks: [
          { person: 'person-1', code: 'attended', standing: 'within the figure' },
          { person: 'person-2', code: 'late', standing: 'beside the figure' },
          { person: 'person-3', code: 'attended' },
          { person: 'person-4', code: 'no-show' },
        ],
      },
    )
    expect(await shown(ledger, attendance, { occasion: 'occasion-day-1' }, columns)).toStrictEqual([
      'Day 1 | =20 | Officer 1 | Officer 2 | Officer 3',
    ])
  })
})
