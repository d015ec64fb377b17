import { describe, expect, it } from 'vitest'
import { reflections } from '../../../src/projections/questions/reflections.js'
import { course } from '../../support/course.js'
import { type Said, shown } from '../../support/placed.js'

const attached: Said = {
  type: 'AttachOfficer',
  placement: 'placement-1',
  officer: 'person-1',
  kind: 'attachment',
  programme: 'programme-exchange',
  batch: 'batch-1',
  home: { organisation: 'organisation-roads' },
  hosts: { items: [{ organisation: 'organisation-futian', level: 'district' }], open: false },
  direction: 'outbound',
  period: { start: { edtf: '2024-01-08' } },
}

describe('reflection', () => {
  it('keeps what an officer wrote: its text where that is asked for, its points in his order, its language, where it was published', async () => {
    const ledger = await course(attached, {
      type: 'RecordReflection',
      placement: 'placement-1',
      author: 'person-1',
      on: { edtf: '2024-04' },
      language: 'zh-Hant',
      points: ['services are planned by district', 'residents are asked first'],
      digest: 'What a district office taught about asking residents first.',
      publishedIn: 'the civil service newsletter',
    })
    expect(
      await shown(ledger, reflections, { person: 'person-1' }, ['officer', 'author', 'on', 'language', 'points', 'publishedIn']),
    ).toStrictEqual([
      'Officer 1 | Officer 1 | 2024-04 | zh-Hant | services are planned by district; residents are asked first | the civil service newsletter',
    ])
  })

  it('is no completion report: that a reflection was published says nothing of the end of a placement', async () => {
    const ledger = await course(attached, {
      type: 'RecordReflection',
      placement: 'placement-1',
      author: 'person-1',
      language: 'en',
      points: ['ask first'],
    })
    expect(await shown(ledger, reflections, {}, ['isCompletionReport', 'reports'])).toStrictEqual(['no | none on record'])
  })
})
