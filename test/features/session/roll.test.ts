import { describe, expect, it } from 'vitest'
import { roll } from '../../../src/projections/questions/roll.js'
import { course, planned } from '../../support/course.js'
import { shown, tell } from '../../support/placed.js'

describe('roll', () => {
  it('tells who was invited, asked for a place, was approved or booked, and then who came, in part, late, or not at all', async () => {
    const ledger = await course(planned, {
      type: 'MarkRoll',
      occasion: 'occasion-day-4',
      marks: [
        { person: 'person-1', code: 'booked' },
        { person: 'person-2', code: 'invited' },
        { person: 'person-3', code: 'requested' },
        { person: 'person-4', code: 'approved' },
      ],
    })
    const columns = ['name', 'signUp', 'status', 'attended'] as const
    expect(await shown(ledger, roll, { occasion: 'occasion-day-4' }, columns)).toStrictEqual([
      'Officer 1 | booked | ? | cannot tell',
      'Officer 2 | invited | ? | cannot tell',
      'Officer 3 | requested | ? | cannot tell',
      'Officer 4 | approved | ? | cannot tell',
    ])

    await tell(
      ledger,
      { type: 'RecordBriefing', occasion: 'occasion-day-4', kind: 'seminar', on: { edtf: '2024-03-14' } },
      {
        type: 'MarkRoll',
        occasion: 'occasion-day-4',
        takenOn: '2024-03-14',
        marks: [
          { person: 'person-1', code: 'attended' },
          { person: 'person-2', code: 'late' },
          { person: 'person-3', code: 'no-show' },
          { person: 'person-4', code: 'left early' },
          { person: 'person-5', code: 'attended in part' },
        ],
      },
      { type: 'ExcuseAbsence', occasion: 'occasion-day-4', person: 'person-3', why: 'on duty' },
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-day-4' }, columns)).toStrictEqual([
      'Officer 1 | booked | attended fully | yes',
      'Officer 2 | invited | came late | yes',
      'Officer 4 | approved | left early | yes',
      'Officer 5 | ? | attended partly | yes',
      'Officer 3 | requested | absent with leave | no',
    ])
  })

  it('has nothing on record where nobody was marked', async () => {
    expect(await shown(await course(), roll, { occasion: 'occasion-day-1' }, ['name'])).toStrictEqual([])
  })
})
