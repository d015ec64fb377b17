import * as E from 'fp-ts/lib/Either.js'
import type { OrganisationKind } from '../../domain/organisations/events.js'
import type { OrganisationId } from '../../domain/vocabulary/id.js'
import { fits } from '../../domain/vocabulary/name.js'
import { maybe, text } from '../engine/columns.js'
import { choice, id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type OrganisationRow, organisations } from '../organisations.js'
import { namingIn } from './parts/naming.js'

/** Which organisations; all that is given must fit. */
export interface OrganisationsAsked {
  readonly organisation?: OrganisationId
  readonly kind?: OrganisationKind
  readonly named?: string
}

/** An organisation with the names of what it belongs to and goes on in. */
export interface OrganisationAnswer extends OrganisationRow {
  readonly name: string
  /** What it is a part of; absent: not stated. */
  readonly partOf?: string
  /** What it goes on in since it was merged. */
  readonly goesOnIn?: string
}

/** Every kind, by itself: one that is forgotten does not compile. */
const KINDS: { readonly [K in OrganisationKind]: K } = {
  government: 'government',
  bureau: 'bureau',
  department: 'department',
  office: 'office',
  section: 'section',
  commission: 'commission',
  grade: 'grade',
  college: 'college',
  academy: 'academy',
  centre: 'centre',
  municipality: 'municipality',
  district: 'district',
  province: 'province',
  legislature: 'legislature',
  'UN agency': 'UN agency',
  'international organisation': 'international organisation',
  group: 'group',
  other: 'other',
}

/** The organisations on record, in order of id. A name that fits several gives them all, never the first. */
export const organisationsOnRecord: Question<OrganisationsAsked, OrganisationAnswer> = {
  name: 'organisations',
  about: 'Organisations on record: kind, names, what they are part of, since when, until when, merged into what.',
  parameters: {
    organisation: id('organisation', 'only this one'),
    kind: choice('only of this kind', ...Object.values(KINDS)),
    named: words('with a name, of any time, that has these words'),
  },
  reads: [organisations, names],
  glance: ['organisation', 'name', 'kind', 'partOf', 'establishedOn'],
  columns: { name: text(), ...organisations.columns, partOf: maybe(text()), goesOnIn: maybe(text(), '') },
  answer: (tables, asked) => async () => {
    const rows = await tables.of(organisations).where(asked.organisation === undefined ? {} : { organisation: asked.organisation })()
    if (E.isLeft(rows)) return rows
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const { of } = naming.right
    const found = rows.right.filter(
      ({ kind, names: called }) =>
        (asked.kind === undefined || kind === asked.kind) && (asked.named === undefined || fits(called, asked.named)),
    )
    return E.right(
      found.map((row) => ({
        ...row,
        name: of(row.organisation),
        ...(row.parent && { partOf: of(row.parent) }),
        ...(row.mergedInto && { goesOnIn: of(row.mergedInto) }),
      })),
    )
  },
}
