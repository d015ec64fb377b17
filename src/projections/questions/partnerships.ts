import * as E from 'fp-ts/lib/Either.js'
import type { OrganisationId } from '../../domain/vocabulary/id.js'
import { fits } from '../../domain/vocabulary/name.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, maybe, text } from '../engine/columns.js'
import { id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type NotedPartnership, organisations } from '../organisations.js'
import { survivorIn } from './parts/mergers.js'
import { namingIn } from './parts/naming.js'

/** Of whom, and in what; absent: all. */
export interface PartnershipsAsked {
  readonly of?: OrganisationId
  readonly field?: string
}

/** A partnership that somebody stated; an agreement between the two is another matter. */
export interface PartnershipAnswer {
  readonly organisation: OrganisationId
  readonly name: string
  readonly partner: OrganisationId
  readonly partnerName: string
  readonly field: string
  /** Absent: nobody says since when. */
  readonly since?: StatedDate
  readonly words?: string
}

/** Who is whose partner, and in what, as stated: in order of the organisation of which it is stated, then of recording. */
export const partnerships: Question<PartnershipsAsked, PartnershipAnswer> = {
  name: 'partnerships',
  about: 'Partners of an organisation, in what field and since when, as somebody stated it.',
  parameters: { of: id('organisation', 'only with this one, on either side'), field: words('only in a field with these words') },
  reads: [organisations, names],
  glance: ['name', 'partnerName', 'field', 'since'],
  columns: {
    organisation: text<OrganisationId>(),
    name: text(),
    partner: text<OrganisationId>(),
    partnerName: text(),
    field: text(),
    since: maybe(date),
    words: maybe(text()),
  },
  answer:
    (tables, { of, field }) =>
    async () => {
      const rows = await tables.of(organisations).where({})()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const survivor = survivorIn(rows.right.map(({ organisation, mergedInto }) => ({ id: organisation, mergedInto })))
      const concerns = ({ organisation, partner }: NotedPartnership): boolean =>
        of === undefined || [organisation, partner].some((one) => survivor(one) === survivor(of))
      const isIn = (one: NotedPartnership): boolean => field === undefined || fits([{ text: one.field, language: 'und' }], field)
      const noted = rows.right.flatMap(({ partners = [] }) => partners)
      return E.right(
        noted
          .filter((one) => concerns(one) && isIn(one))
          .map((one) => ({ ...one, name: naming.right.of(one.organisation), partnerName: naming.right.of(one.partner) })),
      )
    },
}
