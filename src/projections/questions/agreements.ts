import * as E from 'fp-ts/lib/Either.js'
import type { AgreementId, OrganisationId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import { type AgreementRow, agreements } from '../agreements.js'
import { namedList, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'

/** Which agreements; without any, all of them. */
export interface AgreementsAsked {
  readonly agreement?: AgreementId
  readonly with?: OrganisationId
}

/** An agreement with its own name and those of its parties. */
export interface AgreementAnswer extends AgreementRow {
  readonly name: string
  readonly between: NamedList<string>
}

/** The agreements on record, each with its latest term. A party that a list leaves open is not guessed. */
export const agreementsOnRecord: Question<AgreementsAsked, AgreementAnswer> = {
  name: 'agreements',
  about: 'Agreements on record: parties, when signed, in force from, signatories, witnesses, links.',
  parameters: { agreement: id('agreement', 'only this one'), with: id('organisation', 'only those with this party') },
  reads: [agreements, names],
  glance: ['name', 'between', 'state', 'signedOn', 'inForceFrom', 'endsOn'],
  columns: { ...agreements.columns, name: text(), between: namedList<string>(String) },
  answer:
    (tables, { agreement, with: party }) =>
    async () => {
      const rows = await tables.of(agreements).where(agreement === undefined ? {} : { agreement })()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const asked = rows.right.filter(({ parties }) => party === undefined || parties.items.includes(party))
      return E.right(
        asked.map((row) => ({ ...row, name: of(row.agreement), between: { ...row.parties, items: row.parties.items.map(of) } })),
      )
    },
}
