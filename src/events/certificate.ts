import type {
  CertificateCommand,
  CertificateEvent,
  CertificateEvidence,
  CertificateInvalidated,
  CertificateIssue,
  CertificateIssued,
  CertificateReissued,
  CertificateRule,
  Ground,
  InvalidateCertificate,
  Invalidation,
  IssueCertificate,
  Reissue,
  ReissueCertificate,
} from '../domain/certificates/certificate.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { anyId, idOf, integer, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { numberUpTo } from './cost.js'
import { statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const certificate = idOf('certificate')
const person = idOf('person')

const MOST_SESSIONS = 10_000

const rule = objectCodec<CertificateRule>('a rule', {
  minimumShare: integer(0, 100),
  over: oneOf('sessions taken', 'all sessions'),
})
const ground = objectCodec<Ground>('a stream at a revision', { stream: anyId, revision: integer(0, Number.MAX_SAFE_INTEGER) })
const evidence = objectCodec<CertificateEvidence>('evidence', {
  enrolment: oneOf('enrolled', 'sitting in', 'not stated'),
  attended: numberUpTo(MOST_SESSIONS),
  sessions: integer(0, MOST_SESSIONS),
  grounds: listOf(ground, { atMost: 1_000 }),
})

const issue: Props<CertificateIssue> = {
  certificate,
  person,
  under: anyId,
  rule,
  evidence,
  number: optional(line),
  issuedOn: optional(statedDate),
  expiresOn: optional(statedDate),
}
const invalidation: Props<Invalidation> = { certificate, why: prose, on: optional(statedDate) }
const reissue: Props<Reissue> = {
  certificate,
  why: prose,
  number: optional(line),
  on: optional(statedDate),
  expiresOn: optional(statedDate),
}

export const certificateEvents: Catalogue<CertificateEvent> = {
  CertificateIssued: first<CertificateIssued>('CertificateIssued', issue),
  CertificateInvalidated: first<CertificateInvalidated>('CertificateInvalidated', { ...invalidation, person }),
  CertificateReissued: first<CertificateReissued>('CertificateReissued', { ...reissue, person }),
}

export const certificateCommands: Commands<CertificateCommand> = {
  IssueCertificate: commandCodec<IssueCertificate>('IssueCertificate', issue),
  InvalidateCertificate: commandCodec<InvalidateCertificate>('InvalidateCertificate', invalidation),
  ReissueCertificate: commandCodec<ReissueCertificate>('ReissueCertificate', reissue),
}
