import { describe, expect, it } from 'vitest'
import { reflections } from '../../../src/projections/questions/reflections.js'
import { course, refusedFor } from '../../support/course.js'
import { type Said, shown, tell } from '../../support/placed.js'
import { right } from '../../support/right.js'

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

  const wrote: Said = { type: 'RecordReflection', placement: 'placement-1', author: 'person-1', language: 'en', points: ['ask first'] }
  const answers = { type: 'SetReflectionConsent', placement: 'placement-1', by: 'person-1' } as const

  it('may be published where its author said so, for the use that he was asked about; not asked is no yes', async () => {
    const ledger = await course(attached, wrote)
    const told = (use?: string) => shown(ledger, reflections, use === undefined ? {} : { use }, ['consent', 'consents'])
    expect(await told()).toStrictEqual(['not asked | not asked'])
    await tell(ledger, { ...answers, consent: 'given', use: 'the newsletter', on: { edtf: '2024-04-02' } })
    expect(await told()).toStrictEqual(['given | given for the newsletter (2024-04-02)'])
    expect(await told('the newsletter')).toStrictEqual(['given | given for the newsletter (2024-04-02)'])
    expect(await told('a website')).toStrictEqual(['not asked | given for the newsletter (2024-04-02)'])
    await tell(ledger, { ...answers, consent: 'refused', use: 'a website' })
    expect(await told('a website')).toStrictEqual(['refused or withdrawn | given for the newsletter (2024-04-02); refused for a website'])
  })

  it('may be published for every use but those that he refused afterwards', async () => {
    const ledger = await course(attached, wrote, { ...answers, consent: 'given' }, { ...answers, consent: 'refused', use: 'a website' })
    expect(await shown(ledger, reflections, { use: 'a website' }, ['consent'])).toStrictEqual(['refused or withdrawn'])
    expect(await shown(ledger, reflections, { use: 'a booklet' }, ['consent'])).toStrictEqual(['given'])
    await tell(ledger, { ...answers, consent: 'refused' })
    expect(await shown(ledger, reflections, {}, ['consent', 'consents'])).toStrictEqual(['refused or withdrawn | refused for every use'])
  })

  it('may no longer be published once he withdraws his consent; that he gave it stays on record', async () => {
    const ledger = await course(attached, wrote, { ...answers, consent: 'given' })
    const before = { asKnownAt: right(await ledger.position()) }
    await tell(ledger, { ...answers, consent: 'withdrawn', on: { edtf: '2024-05' } })
    expect(await shown(ledger, reflections, {}, ['consent', 'consents'])).toStrictEqual([
      'refused or withdrawn | withdrawn for every use (2024-05)',
    ])
    expect(await shown(ledger, reflections, {}, ['consent'], before)).toStrictEqual(['given'])
  })

  it('is asked for again with each further reflection, and of each author: nobody answers for another', async () => {
    const ledger = await course(attached, wrote, { ...answers, consent: 'given' }, { ...wrote, language: 'zh-Hant' })
    expect(await shown(ledger, reflections, {}, ['language', 'consent'])).toStrictEqual(['en | given', 'zh-Hant | not asked'])
    expect(await refusedFor(ledger, { ...answers, by: 'person-2', consent: 'given' })).toStrictEqual({
      _tag: 'ReflectionNotOnRecord',
      placement: 'placement-1',
      by: 'person-2',
    })
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
