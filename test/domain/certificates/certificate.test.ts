import { describe, expect, it, test } from 'vitest'
import { type CertificateCommand, type CertificateEvent, certificate } from '../../../src/domain/certificates/certificate.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(certificate)

const id = 'certificate-1'
const evidence = { enrolment: 'enrolled', attended: 4, sessions: 5, grounds: [{ stream: 'occasion-1', revision: 3 }] } as const
const content = {
  certificate: id,
  person: 'person-1',
  under: 'batch-1',
  rule: { minimumShare: 80, over: 'all sessions' },
  evidence,
  number: 'A1',
} as const
const issued: CertificateEvent = { type: 'CertificateIssued', ...content }
const invalidated: CertificateEvent = { type: 'CertificateInvalidated', certificate: id, person: 'person-1', why: 'wrong officer' }
const reissued: CertificateEvent = { type: 'CertificateReissued', certificate: id, person: 'person-1', why: 'lost', number: 'A2' }

const commands: { readonly [T in CertificateCommand['type']]: CertificateCommand } = {
  IssueCertificate: { type: 'IssueCertificate', ...content },
  InvalidateCertificate: { type: 'InvalidateCertificate', certificate: id, why: 'wrong officer' },
  ReissueCertificate: { type: 'ReissueCertificate', certificate: id, why: 'lost', number: 'A2' },
}
const phases: { readonly [phase: string]: ReadonlyArray<CertificateEvent> } = {
  'not issued': [],
  valid: [issued],
  invalid: [issued, invalidated],
  'issued again': [issued, invalidated, reissued],
}

const outcomes: { readonly [T in CertificateCommand['type']]: ReadonlyArray<string> } = {
  IssueCertificate: ['records CertificateIssued', 'stays quiet', 'stays quiet', 'stays quiet'],
  InvalidateCertificate: ['CertificateNotIssued', 'records CertificateInvalidated', 'stays quiet', 'records CertificateInvalidated'],
  ReissueCertificate: ['CertificateNotIssued', 'records CertificateReissued', 'records CertificateReissued', 'stays quiet'],
}

describe.each(Object.values(commands))('$type', (command) => {
  test.each(Object.keys(phases).map((phase, at) => [phase, outcomes[command.type][at]] as const))('on one %s: %s', (phase, outcome) =>
    expect(
      given(...(phases[phase] ?? []))
        .when(command)
        .outcome(),
    ).toBe(outcome),
  )
})

describe('IssueCertificate', () => {
  it('is refused with other content, with more attended than there was, for nothing attended, and where it would expire first', () => {
    const command = { type: 'IssueCertificate', ...content } as const
    given(issued)
      .when({ ...command, number: 'B' })
      .thenRefused({ _tag: 'CertificateAlreadyIssued', certificate: id })
    given()
      .when({ ...command, evidence: { ...evidence, attended: 6 } })
      .thenRefused({ _tag: 'EvidenceContradictsItself', certificate: id, attended: 6, sessions: 5 })
    given()
      .when({ ...command, issuedOn: { edtf: '2024-04-02' }, expiresOn: { edtf: '2023' } })
      .thenRefused({ _tag: 'ExpiryBeforeIssue', certificate: id, issuedOn: { edtf: '2024-04-02' }, expiresOn: { edtf: '2023' } })
  })

  it('is judged on the share that the rule asks for: exactly so much is enough', () => {
    const of = (attended: number, enrolment: 'enrolled' | 'sitting in' | 'not stated') =>
      certificate.breaches?.(
        { type: 'IssueCertificate', ...content, evidence: { ...evidence, attended, enrolment } },
        { _tag: 'NotIssued' },
      )
    expect(of(4, 'enrolled')).toStrictEqual([])
    expect(of(3.9, 'enrolled')).toMatchObject([{ certainty: 'sure', refusal: { _tag: 'CertificateRuleNotMet', attended: 3.9 } }])
    expect(of(4, 'sitting in')).toMatchObject([{ certainty: 'sure', refusal: { _tag: 'SittingInIsNotEnrolment' } }])
    expect(of(4, 'not stated')).toMatchObject([{ certainty: 'cannot tell', refusal: { _tag: 'SittingInIsNotEnrolment' } }])
  })
})

test('events out of their order change nothing', () => {
  expect([invalidated, reissued].reduce(certificate.evolve, certificate.initialState)).toStrictEqual({ _tag: 'NotIssued' })
})
