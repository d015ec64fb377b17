import * as E from 'fp-ts/lib/Either.js'
import type { OccasionId, PersonId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, flag, list, maybe, text } from '../engine/columns.js'
import { id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { occasions } from '../occasions.js'
import { inOrderOfDay } from './occasions.js'
import { namingIn } from './parts/naming.js'

/** At which occasion, in which role (the source's word, whole), of whom; absent: any. */
export interface RolesAsked {
  readonly occasion?: OccasionId
  readonly role?: string
  readonly person?: PersonId
}

/** Somebody's role at one occasion, with the titles as used that day. */
export interface RoleAnswer {
  readonly occasion: OccasionId
  readonly what: string
  readonly day?: StatedDate
  readonly role: string
  readonly who: string
  readonly titles: ReadonlyArray<string>
  readonly invited: boolean
}

/** Who did what at which occasion. A host is no speaker, somebody present is no officiant: each role is what the source said. */
export const roles: Question<RolesAsked, RoleAnswer> = {
  name: 'roles',
  about: 'Who did what at an occasion: officiants, speakers, hosts, organisers, people present.',
  parameters: {
    occasion: id('occasion', 'only at this one'),
    role: words('only this role, such as officiant'),
    person: id('person', 'only of this person'),
  },
  reads: [occasions, names],
  columns: {
    occasion: text<OccasionId>(),
    what: text(),
    day: maybe(date),
    role: text(),
    who: text(),
    titles: list<string>(String),
    invited: flag,
  },
  answer:
    (tables, { occasion, role: asked, person }) =>
    async () => {
      const rows = await tables.of(occasions).where(occasion === undefined ? {} : { occasion })()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      return E.right(
        inOrderOfDay(rows.right).flatMap((row) =>
          row.roles
            .filter((role) => (asked === undefined || role.role === asked) && (person === undefined || role.person === person))
            .map((role) => ({
              occasion: row.occasion,
              what: of(row.occasion),
              ...(row.day && { day: row.day }),
              role: role.role,
              who: [role.person, role.organisation].flatMap((one) => (one === undefined ? [] : [of(one)])).join(', '),
              titles: role.capacities?.map(({ title }) => title) ?? [],
              invited: role.invited === true,
            })),
        ),
      )
    },
}
