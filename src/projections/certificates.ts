import type { CertificateEvidence, CertificateRule } from '../domain/certificates/certificate.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { AnyId, CertificateId, PersonId } from '../domain/vocabulary/id.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { date, json, list, maybe, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** One certificate of one person, with the rule and the evidence by which it was issued. */
export interface CertificateRow extends RestingOn {
  readonly certificate: CertificateId
  readonly person: PersonId
  readonly under: AnyId
  /** That a day of expiry has passed changes no state: see the question. */
  readonly state: 'valid' | 'invalid'
  /** The number it has now, and those it had before. */
  readonly number?: string
  readonly earlierNumbers: ReadonlyArray<string>
  readonly issuedOn?: StatedDate
  readonly expiresOn?: StatedDate
  readonly rule: CertificateRule
  readonly evidence: CertificateEvidence
  readonly why?: string
}

const keys = ({ certificate }: { readonly certificate: CertificateId }): ReadonlyArray<CertificateId> => [certificate]

/** `7.5 of 8`, `enrolled` */
export const showEvidence = ({ attended, sessions, enrolment }: CertificateEvidence): string => `${attended} of ${sessions}, ${enrolment}`

/** The certificates, one row each. */
export const certificates: Projection<LedgerEvent, CertificateId, CertificateRow> = {
  name: 'certificates',
  version: 1,
  columns: {
    certificate: text<CertificateId>(),
    person: text<PersonId>(),
    under: text<AnyId>(),
    state: text<CertificateRow['state']>(),
    number: maybe(text()),
    earlierNumbers: list<string>(String),
    issuedOn: maybe(date),
    expiresOn: maybe(date),
    rule: json<CertificateRule>(({ minimumShare, over }) => `at least ${minimumShare}% of ${over}`),
    evidence: json<CertificateEvidence>(showEvidence),
    why: maybe(text()),
    ...restingOnColumns,
  },
  on: {
    CertificateIssued: {
      keys,
      evolve: (row, { type: _, ...issued }, __, recorded) => ({
        ...issued,
        state: 'valid',
        earlierNumbers: [],
        ...restingOn(row, recorded),
      }),
    },
    CertificateInvalidated: {
      keys,
      evolve: (row, { why }, _, recorded) => row && { ...row, state: 'invalid', why, ...restingOn(row, recorded) },
    },
    CertificateReissued: {
      keys,
      evolve: (row, { why, number, on, expiresOn }, _, recorded) => {
        if (row === undefined) return row
        const { number: before, issuedOn: __, expiresOn: ___, ...rest } = row
        return {
          ...rest,
          state: 'valid',
          why,
          earlierNumbers: before === undefined || number === undefined ? row.earlierNumbers : [...row.earlierNumbers, before],
          ...((number ?? before) && { number: number ?? before }),
          ...(on && { issuedOn: on }),
          ...(expiresOn && { expiresOn }),
          ...restingOn(row, recorded),
        }
      },
    },
  },
}
