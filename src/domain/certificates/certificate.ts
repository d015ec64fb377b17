import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { AnyId, CertificateId, PersonId } from '../vocabulary/id.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'

// A certificate says that one person met the rule of a programme, batch or occasion. The evidence of attendance comes with the command and is
// kept. It may be invalidated, and issued again under another number; nothing of what was issued is taken from the record.

// ── events ──────────────────────────────────────────────────────────────────

/** What has to be met. */
export interface CertificateRule {
  /** The share of sessions to be attended, in percent. */
  readonly minimumShare: number
  /** Of the sessions whose roll was taken, or of all. */
  readonly over: 'sessions taken' | 'all sessions'
}

/** Rows of one stream that the evidence rests on, as they stood at a revision. */
export interface Ground {
  readonly stream: AnyId
  readonly revision: number
}

/** What is on record of the person's attendance on the day of issue. */
export interface CertificateEvidence {
  /** Sitting in is not enrolment. */
  readonly enrolment: 'enrolled' | 'sitting in' | 'not stated'
  /** Sessions attended, made up or weighted as their rolls say: 7.5 of 8. */
  readonly attended: number
  readonly sessions: number
  readonly grounds: ReadonlyArray<Ground>
}

/** A certificate as it was issued. */
export interface CertificateIssue {
  readonly certificate: CertificateId
  readonly person: PersonId
  readonly under: AnyId
  readonly rule: CertificateRule
  readonly evidence: CertificateEvidence
  readonly number?: string
  readonly issuedOn?: StatedDate
  /** Its last day; absent: not stated. */
  readonly expiresOn?: StatedDate
}

/** It no longer holds. */
export interface Invalidation {
  readonly certificate: CertificateId
  readonly why: string
  readonly on?: StatedDate
}

/** It was issued again. */
export interface Reissue {
  readonly certificate: CertificateId
  readonly why: string
  readonly number?: string
  readonly on?: StatedDate
  readonly expiresOn?: StatedDate
}

/** Somebody has a certificate. */
export type CertificateIssued = { readonly type: 'CertificateIssued' } & CertificateIssue
/** It holds no longer, and why. */
export type CertificateInvalidated = { readonly type: 'CertificateInvalidated'; readonly person: PersonId } & Invalidation
/** It holds (again), under the number given. */
export type CertificateReissued = { readonly type: 'CertificateReissued'; readonly person: PersonId } & Reissue

/** What is recorded of a certificate. */
export type CertificateEvent = CertificateIssued | CertificateInvalidated | CertificateReissued

// ── state ───────────────────────────────────────────────────────────────────

interface Known {
  readonly issue: CertificateIssued
  readonly reissues: ReadonlyArray<CertificateReissued>
}

export type Certificate =
  | { readonly _tag: 'NotIssued' }
  | ({ readonly _tag: 'Valid' } & Known)
  | ({ readonly _tag: 'Invalid'; readonly invalidation: CertificateInvalidated } & Known)

export const evolve = (state: Certificate, event: CertificateEvent): Certificate => {
  switch (event.type) {
    case 'CertificateIssued':
      return state._tag === 'NotIssued' ? { _tag: 'Valid', issue: event, reissues: [] } : state
    case 'CertificateInvalidated':
      return state._tag === 'NotIssued' ? state : { _tag: 'Invalid', issue: state.issue, reissues: state.reissues, invalidation: event }
    case 'CertificateReissued':
      return state._tag === 'NotIssued' ? state : { _tag: 'Valid', issue: state.issue, reissues: [...state.reissues, event] }
  }
}

// ── commands ────────────────────────────────────────────────────────────────

/**
 * Somebody has met the rule: `CertificateIssued`. Refused for somebody who attended nothing; where the rule is not met, or the person only sat
 * in, a decision is refused and a report flagged (`CertificateRuleNotMet`, `SittingInIsNotEnrolment`).
 */
export type IssueCertificate = { readonly type: 'IssueCertificate' } & CertificateIssue
/** It is to hold no longer: `CertificateInvalidated`. Refused where it was invalidated for another reason. */
export type InvalidateCertificate = { readonly type: 'InvalidateCertificate' } & Invalidation
/** It is issued again, after it was invalidated or lost: `CertificateReissued`. Refused under a number that it has had. */
export type ReissueCertificate = { readonly type: 'ReissueCertificate' } & Reissue

/** What may be asked of a certificate. */
export type CertificateCommand = IssueCertificate | InvalidateCertificate | ReissueCertificate

// ── refusals ────────────────────────────────────────────────────────────────

/** Why something is not recorded of a certificate. */
export type CertificateRefusal =
  | { readonly _tag: 'CertificateNotIssued'; readonly certificate: CertificateId }
  | { readonly _tag: 'CertificateAlreadyIssued'; readonly certificate: CertificateId }
  | { readonly _tag: 'CertificateAlreadyInvalid'; readonly certificate: CertificateId; readonly why: string }
  | { readonly _tag: 'CertificateNumberUsed'; readonly certificate: CertificateId; readonly number: string }
  | {
      readonly _tag: 'CertificateRuleNotMet'
      readonly certificate: CertificateId
      readonly person: PersonId
      readonly rule: CertificateRule
      readonly attended: number
      readonly sessions: number
      readonly grounds: ReadonlyArray<Ground>
    }
  /** `enrolment` is what the evidence says of it. */
  | {
      readonly _tag: 'SittingInIsNotEnrolment'
      readonly certificate: CertificateId
      readonly person: PersonId
      readonly enrolment: CertificateEvidence['enrolment']
    }
  /** More sessions attended than there were. */
  | {
      readonly _tag: 'EvidenceContradictsItself'
      readonly certificate: CertificateId
      readonly attended: number
      readonly sessions: number
    }
  | {
      readonly _tag: 'ExpiryBeforeIssue'
      readonly certificate: CertificateId
      readonly issuedOn: StatedDate
      readonly expiresOn: StatedDate
    }

type Decision = Outcome<CertificateEvent, CertificateRefusal>

// ── decisions ───────────────────────────────────────────────────────────────

const unchanged: Decision = E.right([])

const ruleNotMet = ({ certificate, person, rule, evidence }: IssueCertificate): CertificateRefusal => {
  const { attended, sessions, grounds } = evidence
  return { _tag: 'CertificateRuleNotMet', certificate, person, rule, attended, sessions, grounds }
}

const expiry = (
  certificate: CertificateId,
  issuedOn: StatedDate | undefined,
  expiresOn: StatedDate | undefined,
): CertificateRefusal | undefined =>
  issuedOn !== undefined && expiresOn !== undefined && precedes(windowOf(expiresOn), windowOf(issuedOn)) === 'yes'
    ? { _tag: 'ExpiryBeforeIssue', certificate, issuedOn, expiresOn }
    : undefined

const issue = (command: IssueCertificate, state: Certificate): Decision => {
  const { certificate, evidence, issuedOn, expiresOn } = command
  const { attended, sessions } = evidence
  const event: CertificateIssued = { ...command, type: 'CertificateIssued' }
  if (state._tag !== 'NotIssued') return same(state.issue, event) ? unchanged : E.left({ _tag: 'CertificateAlreadyIssued', certificate })
  if (attended > sessions) return E.left({ _tag: 'EvidenceContradictsItself', certificate, attended, sessions })
  if (attended === 0) return E.left(ruleNotMet(command))
  const refusal = expiry(certificate, issuedOn, expiresOn)
  return refusal === undefined ? E.right([event]) : E.left(refusal)
}

const invalidate = (command: InvalidateCertificate, state: Certificate): Decision => {
  const { certificate } = command
  switch (state._tag) {
    case 'NotIssued':
      return E.left({ _tag: 'CertificateNotIssued', certificate })
    case 'Valid':
      return E.right([{ ...command, type: 'CertificateInvalidated', person: state.issue.person }])
    case 'Invalid': {
      const { why } = state.invalidation
      return why === command.why ? unchanged : E.left({ _tag: 'CertificateAlreadyInvalid', certificate, why })
    }
  }
}

const reissue = (command: ReissueCertificate, state: Certificate): Decision => {
  const { certificate, number, on, expiresOn } = command
  if (state._tag === 'NotIssued') return E.left({ _tag: 'CertificateNotIssued', certificate })
  const event: CertificateReissued = { ...command, type: 'CertificateReissued', person: state.issue.person }
  if (state._tag === 'Valid' && same(state.reissues.at(-1), event)) return unchanged
  const isUsed = number !== undefined && [state.issue, ...state.reissues].some((one) => one.number === number)
  if (isUsed) return E.left({ _tag: 'CertificateNumberUsed', certificate, number })
  const refusal = expiry(certificate, on, expiresOn)
  return refusal === undefined ? E.right([event]) : E.left(refusal)
}

export const decide = (command: CertificateCommand, state: Certificate): Decision => {
  switch (command.type) {
    case 'IssueCertificate':
      return issue(command, state)
    case 'InvalidateCertificate':
      return invalidate(command, state)
    case 'ReissueCertificate':
      return reissue(command, state)
  }
}

/** A certificate that was handed out against the rule is taken in where it is reported, and flagged. */
export const breaches = (command: CertificateCommand): ReadonlyArray<Breach<CertificateRefusal>> => {
  if (command.type !== 'IssueCertificate') return []
  const { certificate, person, rule, evidence } = command
  const { enrolment, attended, sessions } = evidence
  const isBelow = attended * 100 < rule.minimumShare * sessions
  const notEnrolled: CertificateRefusal = { _tag: 'SittingInIsNotEnrolment', certificate, person, enrolment }
  return [
    ...(isBelow ? [{ refusal: ruleNotMet(command), certainty: 'sure' } as const] : []),
    ...(enrolment === 'enrolled'
      ? []
      : [{ refusal: notEnrolled, certainty: enrolment === 'sitting in' ? 'sure' : 'cannot tell' } as const]),
  ]
}

export const certificate: Aggregate<CertificateCommand, Certificate, CertificateEvent, CertificateRefusal> = {
  category: 'certificate',
  initialState: { _tag: 'NotIssued' },
  streamOf: (command) => command.certificate,
  subjectOf: (event) => event.certificate,
  commands: { IssueCertificate: true, InvalidateCertificate: true, ReissueCertificate: true },
  decide,
  evolve,
  breaches,
}
