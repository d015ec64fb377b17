import * as E from 'fp-ts/lib/Either.js'
import type { AgreementId, OrganisationId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { type AgreementRow, agreements } from '../agreements.js'
import { date, maybe, text } from '../engine/columns.js'
import { choice, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type Naming, namingIn } from './parts/naming.js'

/** Of which agreement, and in which role; absent: any. Asked for a party, witnesses are left out: they sign for nobody. */
export interface SignatoriesAsked {
  readonly agreement?: AgreementId
  readonly for?: OrganisationId
  readonly role?: 'signatory' | 'witness'
}

/** Somebody who signed for a party, or saw it signed. */
export interface SignatoryAnswer {
  readonly agreement: AgreementId
  readonly what: string
  readonly role: 'signatory' | 'witness'
  readonly who: string
  readonly title: string
  /** The party signed for; a witness signs for nobody. */
  readonly signedFor?: string
  readonly signedOn?: StatedDate
}

const peopleIn = (row: AgreementRow, party: OrganisationId | undefined, { of }: Naming): ReadonlyArray<SignatoryAnswer> => {
  const common = { agreement: row.agreement, what: of(row.agreement), ...(row.signedOn && { signedOn: row.signedOn }) }
  const signed = (row.signatories ?? []).filter((one) => party === undefined || one.for === party)
  const saw = party === undefined ? (row.witnesses ?? []) : []
  return [
    ...signed.map((one) => ({
      ...common,
      role: 'signatory' as const,
      who: of(one.person),
      title: one.capacity.title,
      signedFor: of(one.for),
    })),
    ...saw.map((one) => ({ ...common, role: 'witness' as const, who: of(one.person), title: one.capacity.title })),
  ]
}

/** Who signed agreements, for which party, and who witnessed it. An agreement whose signatories nobody stated gives no rows. */
export const signatories: Question<SignatoriesAsked, SignatoryAnswer> = {
  name: 'signatories',
  about: 'Who signed an agreement, for which party, and who witnessed it.',
  parameters: {
    agreement: id('agreement', 'only this one'),
    for: id('organisation', 'only those who signed for this party'),
    role: choice('only these', 'signatory', 'witness'),
  },
  reads: [agreements, names],
  columns: {
    agreement: text<AgreementId>(),
    what: text(),
    role: text<SignatoryAnswer['role']>(),
    who: text(),
    title: text(),
    signedFor: maybe(text(), ''),
    signedOn: maybe(date),
  },
  answer:
    (tables, { agreement, for: party, role }) =>
    async () => {
      const rows = await tables.of(agreements).where(agreement === undefined ? {} : { agreement })()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const people = rows.right.flatMap((row) => peopleIn(row, party, naming.right))
      return E.right(people.filter((one) => role === undefined || one.role === role))
    },
}
