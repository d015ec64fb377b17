import { describe, expect, it } from 'vitest'
import { dueLists } from '../../../src/projections/questions/due-lists.js'
import { shown, told } from '../../support/placed.js'
import { exact, place } from '../../support/presence.js'

const FIELDS = ['list', 'name', 'detail', 'due', 'certainty'] as const

describe('due lists', () => {
  const recorded = async () =>
    told(
      place(1, { start: { edtf: '2024-01-08' }, end: { edtf: '2024-03-20' } }),
      { type: 'AttachCohort', cohort: 'batch-1#a', size: exact(5), period: { start: { edtf: '2024-01-08' }, end: { edtf: '2024-02-29' } } },
      {
        type: 'RecordBriefing',
        occasion: 'occasion-1',
        kind: 'talk',
        titles: [{ text: 'On water', language: 'en' }],
        on: { edtf: '2024-03-01' },
      },
      { type: 'RecordAttendance', occasion: 'occasion-1', roll: [{ person: 'person-2', status: 'attended', standing: 'not stated' }] },
      { type: 'AskFeedback', occasion: 'occasion-1', due: '2024-03-12' },
      {
        type: 'IssueCertificate',
        certificate: 'certificate-1',
        person: 'person-3',
        under: 'batch-1',
        rule: { minimumShare: 80, over: 'sessions taken' },
        evidence: { enrolment: 'enrolled', attended: 4, sessions: 4, grounds: [] },
        issuedOn: { edtf: '2022-04-01' },
        expiresOn: { edtf: '2024-03-31' },
      },
    )

  it('say as of a day what is overdue, ends soon, or is due, list by list', async () => {
    expect(await shown(await recorded(), dueLists, { on: '2024-03-10' }, FIELDS)).toStrictEqual([
      'overdue | batch 1 of Staff Exchange |  | 2024-02-29 | yes',
      'ends soon | Officer 1 |  | 2024-03-20 | yes',
      'feedback due | Officer 2 | On water | 2024-03-12 | yes',
      'certificate expiring | Officer 3 | batch 1 of Staff Exchange | 2024-03-31 | yes',
    ])
  })

  it('are other lists on another day, and shorter where one looks less far ahead', async () => {
    const ledger = await recorded()
    expect(await shown(ledger, dueLists, { on: '2024-01-10', within: 7 }, FIELDS)).toStrictEqual([])
    expect((await shown(ledger, dueLists, { on: '2024-04-10', within: 0 }, ['list'])).toSorted()).toStrictEqual([
      'certificate expired',
      'feedback overdue',
      'overdue',
      'overdue',
    ])
  })
})
