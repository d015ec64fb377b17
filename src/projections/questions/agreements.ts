import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { AgreementId, OrganisationId } from '../../domain/vocabulary/id.js'
import { type AgreementRow, agreements } from '../agreements.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'

export interface AgreementsAsked {
  readonly agreement?: AgreementId
  readonly with?: OrganisationId
}

/** The agreements on record, each with its latest term. A party that a list leaves open is not guessed. */
export const agreementsOnRecord: Question<AgreementsAsked, AgreementRow> = {
  name: 'agreements',
  about: 'Agreements on record: parties, when signed, in force from, signatories, witnesses, links.',
  parameters: { agreement: id('agreement', 'only this one'), with: id('organisation', 'only those with this party') },
  reads: [agreements],
  columns: agreements.columns,
  answer: (tables, { agreement, with: party }) =>
    pipe(
      tables.of(agreements).where(agreement === undefined ? {} : { agreement }),
      TE.map((rows) => rows.filter(({ parties }) => party === undefined || parties.items.includes(party))),
    ),
}
