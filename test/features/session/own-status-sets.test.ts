import { describe, expect, it } from 'vitest'
import { absentees } from '../../../src/projections/questions/absentees.js'
import { roll } from '../../../src/projections/questions/roll.js'
import { course, refusedFor } from '../../support/course.js'
import { shown } from '../../support/placed.js'

const present = { code: 'P', words: 'present', stage: 'attendance', weight: 1, attended: true } as const
const late = { code: 'L', words: 'came after the first hour', stage: 'attendance', weight: 0.75, attended: true } as const
const absent = { code: 'A', words: 'absent', stage: 'attendance', weight: 0, attended: false } as const

describe('own status sets', () => {
  it('give each session its own acronyms, words and weights; another session keeps those that every roll knows', async () => {
    const ledger = await course(
      { type: 'DefineStatusSet', occasion: 'occasion-day-1', statuses: [present, late, absent] },
      {
        type: 'MarkRoll',
        occasion: 'occasion-day-1',
        marks: [
          { person: 'person-1', code: 'L' },
          { person: 'person-2', code: 'A' },
        ],
      },
      { type: 'MarkRoll', occasion: 'occasion-day-2', marks: [{ person: 'person-1', code: 'late' }] },
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name', 'code', 'status', 'weight', 'attended'])).toStrictEqual([
      'Officer 1 | L | came after the first hour | 0.75 | yes',
      'Officer 2 | A | absent | 0 | no',
    ])
    expect(await shown(ledger, roll, { occasion: 'occasion-day-2' }, ['name', 'code', 'weight'])).toStrictEqual(['Officer 1 | late | 0.5'])
    expect(await shown(ledger, absentees, { within: 'batch-writing', below: 70 }, ['name', 'overTaken'])).toStrictEqual([
      'Officer 1 | 1.25 of 2 (62.5%)',
      'Officer 2 | 0 of 1 (0%)',
    ])
  })

  it('go on telling what an earlier mark meant, once they are defined anew', async () => {
    const ledger = await course(
      { type: 'DefineStatusSet', occasion: 'occasion-day-1', statuses: [present, late] },
      { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-1', code: 'L' }] },
      { type: 'DefineStatusSet', occasion: 'occasion-day-1', statuses: [present, { ...late, weight: 0.5 }] },
      { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-2', code: 'L' }] },
    )
    expect(await shown(ledger, roll, { occasion: 'occasion-day-1' }, ['name', 'weight'])).toStrictEqual([
      'Officer 1 | 0.75',
      'Officer 2 | 0.5',
    ])
  })

  it('refuse a code that they do not have, a code twice, and a sign-up that counts as attendance', async () => {
    const ledger = await course({ type: 'DefineStatusSet', occasion: 'occasion-day-1', statuses: [present, absent] })
    expect(
      await refusedFor(ledger, { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-1', code: 'late' }] }),
    ).toStrictEqual({ _tag: 'UnknownStatus', occasion: 'occasion-day-1', code: 'late', known: ['P', 'A'] })
    expect(
      await refusedFor(ledger, { type: 'DefineStatusSet', occasion: 'occasion-day-1', statuses: [present, { ...absent, code: 'P' }] }),
    ).toStrictEqual({ _tag: 'StatusDefinedTwice', occasion: 'occasion-day-1', code: 'P' })
    expect(
      await refusedFor(ledger, { type: 'DefineStatusSet', occasion: 'occasion-day-1', statuses: [{ ...present, stage: 'sign-up' }] }),
    ).toStrictEqual({ _tag: 'SignUpIsNoAttendance', occasion: 'occasion-day-1', code: 'P' })
  })
})
