import { describe, expect, it } from 'vitest'
import { briefings } from '../../../src/projections/questions/briefings.js'
import { shown, told } from '../../support/placed.js'

const FIELDS = ['line', 'day', 'title', 'speakers', 'organisers', 'attendance', 'categories'] as const

describe('briefings', () => {
  it('come in order of day, each attendance of its kind, with a total that is marked and keeps the kinds', async () => {
    const ledger = await told(
      {
        type: 'RecordBriefing',
        occasion: 'occasion-2',
        kind: 'seminar',
        titles: [{ text: 'On planning', language: 'en' }],
        on: { edtf: '2024-05' },
        attendance: { figure: { kind: 'more than', n: 320 } },
      },
      {
        type: 'RecordBriefing',
        occasion: 'occasion-1',
        kind: 'briefing',
        titles: [{ text: 'On diplomacy', language: 'en' }],
        on: { edtf: '2024-03-04' },
        roles: [
          { role: 'speaker', person: 'person-1' },
          { role: 'organiser', organisation: 'organisation-roads' },
        ],
        attendance: { figure: { kind: 'about', n: 400 }, categories: { items: ['directorate officers'], open: true } },
      },
      { type: 'RecordBriefing', occasion: 'occasion-3', kind: 'talk', titles: [{ text: 'On water', language: 'en' }] },
      { type: 'ScheduleOccasion', occasion: 'occasion-4', kind: 'talk', titles: [{ text: 'To come', language: 'en' }] },
    )
    expect(await shown(ledger, briefings, {}, FIELDS)).toStrictEqual([
      'briefing | 2024-03-04 | On diplomacy | Officer 1 | Roads Department | ≈400 | directorate officers; …',
      'briefing | 2024-05 | On planning | none | none | >320 | ?',
      'briefing | ? | On water | none | none | ? | ?',
      'total | ? | total, attendances | none | none | ? (at least 321) | ?',
    ])
  })
})
