import { describe, expect, it } from 'vitest'
import { unitTranscript } from '../../../src/projections/questions/unit-transcript.js'
import { shown, told } from '../../support/placed.js'
import { exact, january, place } from '../../support/presence.js'

const FIELDS = ['line', 'name', 'as', 'start', 'state', 'number'] as const

describe("unit's transcript", () => {
  const recorded = async () =>
    told(
      {
        type: 'AttachCohort',
        cohort: 'batch-1#a',
        size: exact(10),
        direction: 'outbound',
        homes: { items: ['organisation-roads', 'organisation-water'], open: false },
        hosts: { items: ['organisation-office'], open: false },
        period: january,
      },
      place(1, january, { home: { organisation: 'organisation-roads' }, direction: 'outbound' }),
      {
        type: 'RecordBriefing',
        occasion: 'occasion-1',
        kind: 'briefing',
        titles: [{ text: 'On roads', language: 'en' }],
        on: { edtf: '2024-03-04' },
        roles: [{ role: 'organiser', organisation: 'organisation-roads' }],
        attendance: { figure: { kind: 'about', n: 400 } },
      },
    )

  it('of a department: the officers it sent, with bounds, and its occasions', async () => {
    expect(await shown(await recorded(), unitTranscript, { organisation: 'organisation-roads' }, FIELDS)).toStrictEqual([
      'sent | batch 1 of Staff Exchange | home, outbound | 2024-01-08 | attached | 1–9',
      'sent | Staff Exchange | home, outbound | 2024-01-08 | attached | =1',
      'occasion | On roads | organiser | 2024-03-04 | held | ≈400',
      'total | officers sent | home | ? |  | not exact (between, exact), at least 2, at most 10',
      'total | attendances at its occasions | any role | ? |  | ≈400',
      'total | occasions held | any role | ? |  | =1',
    ])
  })

  it('of a city: the officers that it and the offices in it took in', async () => {
    expect(await shown(await recorded(), unitTranscript, { organisation: 'organisation-shenzhen' }, FIELDS)).toStrictEqual([
      'received | batch 1 of Staff Exchange | host, outbound | 2024-01-08 | attached | =10',
      'total | officers received | host | ? |  | =10',
    ])
  })

  it('of a grade that no entry names: nothing on record', async () => {
    expect(await shown(await recorded(), unitTranscript, { organisation: 'organisation-grade' }, FIELDS)).toStrictEqual([])
  })
})
