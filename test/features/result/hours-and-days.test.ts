import { describe, expect, it } from 'vitest'
import { hours } from '../../../src/projections/questions/hours.js'
import { course, refusedFor } from '../../support/course.js'
import { shown } from '../../support/placed.js'

describe('hours and days', () => {
  it('are told on duty and off duty, for each participant or for one, estimated or actual', async () => {
    const ledger = await course(
      {
        type: 'RecordHours',
        occasion: 'occasion-day-1',
        dutyHours: { kind: 'exact', n: 6.5 },
        nonDutyHours: { kind: 'about', n: 2, words: 'some two hours of reading' },
        basis: 'estimate',
      },
      { type: 'RecordHours', occasion: 'occasion-day-1', person: 'person-1', dutyHours: { kind: 'exact', n: 5 }, basis: 'actual' },
    )
    expect(await shown(ledger, hours, { within: 'occasion-day-1' }, ['stated'])).toStrictEqual([
      'each: =6.5 h on duty, ≈2 h off duty (estimate); Officer 1: =5 h on duty (actual)',
    ])
    expect(await refusedFor(ledger, { type: 'RecordHours', occasion: 'occasion-day-2', basis: 'actual' })).toStrictEqual({
      _tag: 'HoursNotStated',
      occasion: 'occasion-day-2',
    })
  })

  it('of a batch as a whole are told apart from those of its sessions', async () => {
    const ledger = await course(
      { type: 'RecordBatchHours', batch: 'batch-writing', dutyHours: { kind: 'exact', n: 40 }, basis: 'estimate' },
      { type: 'RecordHours', occasion: 'occasion-day-1', dutyHours: { kind: 'exact', n: 6.5 }, basis: 'actual' },
    )
    expect(await shown(ledger, hours, { within: 'programme-writing' }, ['what', 'stated'])).toStrictEqual([
      'batch 1 of Writing Course | each: =40 h on duty (estimate)',
      'Day 1 | each: =6.5 h on duty (actual)',
    ])
    expect(await refusedFor(ledger, { type: 'RecordBatchHours', batch: 'batch-writing', basis: 'actual' })).toStrictEqual({
      _tag: 'HoursNotStated',
      batch: 'batch-writing',
    })
  })

  it('are trainee-days where the figure and the days are known, of the kind that the figure has', async () => {
    const ledger = await course(
      {
        type: 'RecordBriefing',
        occasion: 'occasion-camp',
        kind: 'seminar',
        titles: [{ text: 'Writing camp', language: 'en' }],
        on: { edtf: '2024-04-10' },
        lastDay: { edtf: '2024-04-12' },
        attendance: { figure: { kind: 'about', n: 40 } },
      },
      {
        type: 'RecordBriefing',
        occasion: 'occasion-forum',
        kind: 'seminar',
        titles: [{ text: 'Forum', language: 'en' }],
        on: { edtf: '2024-05' },
        attendance: { figure: { kind: 'exact', n: 12 } },
      },
      { type: 'RecordHeadcount', occasion: 'occasion-day-1', attendance: { figure: { kind: 'more than', n: 20 } } },
    )
    expect(await shown(ledger, hours, {}, ['what', 'days', 'attendance', 'traineeDays'])).toStrictEqual([
      'Day 1 | 1 | >20 | ≥21',
      'Writing camp | 3 | ≈40 | ≈120',
      // Somewhere in May: on how many days, nobody says.
      'Forum | ? | =12 | ?',
    ])
  })
})
