import { describe, expect, it } from 'vitest'
import { transcript } from '../../../src/projections/questions/transcript.js'
import { shown, told } from '../../support/placed.js'
import { exact, january, place } from '../../support/presence.js'

const FIELDS = ['line', 'name', 'as', 'start', 'lastDay', 'state', 'days', 'number'] as const

describe("person's transcript", () => {
  it('holds all briefings, courses and placements of one officer, with totals of attendances and of days', async () => {
    const ledger = await told(
      {
        type: 'RecordBriefing',
        occasion: 'occasion-1',
        kind: 'briefing',
        titles: [{ text: 'On diplomacy', language: 'en' }],
        on: { edtf: '2024-03-04' },
      },
      {
        type: 'RecordAttendance',
        occasion: 'occasion-1',
        roll: [{ person: 'person-1', status: 'attended', standing: 'within the figure' }],
      },
      {
        type: 'RecordBriefing',
        occasion: 'occasion-2',
        kind: 'briefing',
        titles: [{ text: 'On water', language: 'en' }],
        on: { edtf: '2024-03-05' },
      },
      { type: 'RecordAttendance', occasion: 'occasion-2', roll: [{ person: 'person-1', status: 'absent', standing: 'not stated' }] },
      place(1, { start: { edtf: '2024-01-08' }, end: { edtf: '2024-01-17' } }, { kind: 'course' }),
      { type: 'AttachCohort', cohort: 'batch-1#a', size: exact(10), period: january },
      { type: 'IdentifyMember', cohort: 'batch-1#a', person: 'person-1' },
    )
    expect(await shown(ledger, transcript, { person: 'person-1' }, FIELDS)).toStrictEqual([
      'placement | Staff Exchange | course | 2024-01-08 | 2024-01-17 | attached | =10 | ',
      'cohort | batch 1 of Staff Exchange | member | 2024-01-08 | ? | attached | =91 | ',
      'occasion | On diplomacy | attended | 2024-03-04 | ? | held | =1 | ',
      'occasion | On water | absent | 2024-03-05 | ? | held | ? | ',
      'total | attendances | occasions attended; their days | ? | ? |  | =1 | =1',
      'total | roles | occasions held with a role, attendance not told | ? | ? |  | ? | =0',
      'total | placements | placements and cohorts; days of each by itself, first and last day both counted, pauses within, by the reported or else the planned end | ? | ? |  | =101 | =2',
    ])
  })

  it('follows a merger of two records, and is empty where nothing is on record', async () => {
    const ledger = await told(place(1, january), {
      type: 'MergePersons',
      person: 'person-2',
      into: 'person-1',
    })
    expect(await shown(ledger, transcript, { person: 'person-2' }, ['line', 'days'])).toStrictEqual([
      'placement | =91',
      'total | ?',
      'total | ?',
      'total | =91',
    ])
    expect(await shown(ledger, transcript, { person: 'person-3' }, ['line'])).toStrictEqual([])
  })
})
