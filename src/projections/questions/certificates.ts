import * as E from 'fp-ts/lib/Either.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { AnyId, PersonId } from '../../domain/vocabulary/id.js'
import { windowOf } from '../../domain/vocabulary/stated-date.js'
import { isOnOrBefore } from '../../domain/vocabulary/window.js'
import { type CertificateRow, certificates } from '../certificates.js'
import { maybe, text } from '../engine/columns.js'
import { anything, day, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'

/** Whose, under what, and which of them expire by a day; absent: all. */
export interface CertificatesAsked {
  readonly person?: PersonId
  readonly under?: AnyId
  /** Valid certificates that expire, or may expire, on this day or before it. */
  readonly expiringBy?: CivilDate
}

/** A certificate with the names of whose it is and what it stands under. */
export interface CertificateAnswer extends CertificateRow {
  readonly name: string
  readonly what: string
  /** Whether it has expired by the day asked for; absent: no day was asked for, or no expiry is on record. */
  readonly expires?: Answer
}

/** The certificates on record. One that is past its day is still on record as issued: the answer says that it has expired. */
export const certificatesOnRecord: Question<CertificatesAsked, CertificateAnswer> = {
  name: 'certificates',
  about: 'Certificates: whose, under what, by which rule and evidence, number, valid or invalidated, and those expiring by a day.',
  parameters: {
    person: id('person', 'only of this person'),
    under: anything('only under this programme, batch or occasion'),
    expiringBy: day('only valid ones that expire, or may expire, by this day'),
  },
  reads: [certificates, names],
  glance: ['name', 'what', 'number', 'state', 'evidence', 'expiresOn', 'why'],
  columns: { ...certificates.columns, name: text(), what: text(), expires: maybe(text<Answer>()) },
  answer:
    (tables, { person, under, expiringBy }) =>
    async () => {
      const rows = await tables.of(certificates).where({ ...(person && { person }), ...(under && { under }) })()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      return E.right(
        rows.right.flatMap((row) => {
          const { expiresOn } = row
          const expires = expiringBy === undefined || expiresOn === undefined ? undefined : isOnOrBefore(windowOf(expiresOn), expiringBy)
          const isAsked = expiringBy === undefined || (row.state === 'valid' && expires !== undefined && expires !== 'no')
          return isAsked ? [{ ...row, name: of(row.person), what: of(row.under), ...(expires && { expires }) }] : []
        }),
      )
    },
}
