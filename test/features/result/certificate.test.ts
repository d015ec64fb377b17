import { describe, expect, it } from 'vitest'
import { certificatesOnRecord } from '../../../src/projections/questions/certificates.js'
import { course, flagsIn, refusedFor } from '../../support/course.js'
import { shown, tell } from '../../support/placed.js'

const evidence = {
  enrolment: 'enrolled',
  attended: 2.5,
  sessions: 3,
  grounds: [
    { stream: 'occasion-day-1', revision: 1 },
    { stream: 'occasion-day-2', revision: 1 },
    { stream: 'occasion-day-3', revision: 2 },
  ],
} as const

const issued = {
  type: 'IssueCertificate',
  certificate: 'certificate-writing-1',
  person: 'person-1',
  under: 'batch-writing',
  rule: { minimumShare: 80, over: 'sessions taken' },
  evidence,
  number: 'W/2024/1',
  issuedOn: { edtf: '2024-04-02' },
  expiresOn: { edtf: '2027-04-01' },
} as const

describe('certificate', () => {
  it('is issued by a rule on the evidence of attendance, and keeps both', async () => {
    const ledger = await course(issued)
    expect(
      await shown(ledger, certificatesOnRecord, { person: 'person-1' }, ['name', 'number', 'state', 'rule', 'evidence', 'expiresOn']),
    ).toStrictEqual(['Officer 1 | W/2024/1 | valid | at least 80% of sessions taken | 2.5 of 3, enrolled | 2027-04-01'])
  })

  it('is refused to somebody below the rule, and to somebody who sat in; where one was handed out all the same, the report is flagged', async () => {
    const ledger = await course()
    const below = { ...issued, evidence: { ...evidence, attended: 2 } } as const
    expect(await refusedFor(ledger, below)).toStrictEqual({
      _tag: 'CertificateRuleNotMet',
      certificate: 'certificate-writing-1',
      person: 'person-1',
      rule: { minimumShare: 80, over: 'sessions taken' },
      attended: 2,
      sessions: 3,
      grounds: evidence.grounds,
    })
    const satIn = { ...issued, evidence: { ...evidence, enrolment: 'sitting in' } } as const
    expect(await refusedFor(ledger, satIn)).toStrictEqual({
      _tag: 'SittingInIsNotEnrolment',
      certificate: 'certificate-writing-1',
      person: 'person-1',
      enrolment: 'sitting in',
    })
    await tell(ledger, below)
    expect(await flagsIn(ledger, 'certificate-writing-1')).toStrictEqual(['CertificateRuleNotMet (sure)'])
  })

  it('is invalidated with its reason and issued again under another number', async () => {
    const ledger = await course(issued, {
      type: 'InvalidateCertificate',
      certificate: 'certificate-writing-1',
      why: 'bears the wrong name',
      on: { edtf: '2024-04-08' },
    })
    const columns = ['number', 'earlierNumbers', 'state', 'why'] as const
    expect(await shown(ledger, certificatesOnRecord, {}, columns)).toStrictEqual(['W/2024/1 | none | invalid | bears the wrong name'])

    const again = { type: 'ReissueCertificate', certificate: 'certificate-writing-1', why: 'with the right name' } as const
    expect(await refusedFor(ledger, { ...again, number: 'W/2024/1' })).toStrictEqual({
      _tag: 'CertificateNumberUsed',
      certificate: 'certificate-writing-1',
      number: 'W/2024/1',
    })
    await tell(ledger, { ...again, number: 'W/2024/1A' })
    expect(await shown(ledger, certificatesOnRecord, {}, columns)).toStrictEqual(['W/2024/1A | W/2024/1 | valid | with the right name'])
  })

  it('expires: those that do so by a day are asked for; without a day of expiry none does', async () => {
    const ledger = await course(issued, { ...issued, certificate: 'certificate-writing-2', person: 'person-2', number: 'W/2024/2' })
    const { expiresOn: _, ...lasting } = issued
    await tell(ledger, { ...lasting, certificate: 'certificate-writing-3', person: 'person-3', number: 'W/2024/3' })
    await tell(ledger, { type: 'InvalidateCertificate', certificate: 'certificate-writing-2', why: 'withdrawn' })
    expect(await shown(ledger, certificatesOnRecord, { expiringBy: '2027-04-01' }, ['name', 'expires'])).toStrictEqual(['Officer 1 | yes'])
    expect(await shown(ledger, certificatesOnRecord, { expiringBy: '2027-03-31' }, ['name'])).toStrictEqual([])
  })
})
