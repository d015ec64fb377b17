import * as E from 'fp-ts/lib/Either.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { OrganisationId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, list, maybe, namedList, text } from '../engine/columns.js'
import { day, id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import { names } from '../names.js'
import { type Membership, type OrganisationRow, organisations } from '../organisations.js'
import { heldOn } from '../posts-succession.js'
import { namingIn } from './parts/naming.js'

/** Which group; with a day, each list says whether it held then. */
export interface GroupMembersAsked {
  readonly group: OrganisationId
  readonly on?: CivilDate
}

/** What was stated of a group's members, from a day on. The group is one organisation, never as many as its members. */
export interface GroupMembersAnswer {
  readonly group: OrganisationId
  readonly name: string
  readonly listed: 'all' | 'in part' | 'not listed'
  /** By name; absent where nobody lists them. */
  readonly members?: NamedList<string>
  readonly memberIds?: ReadonlyArray<OrganisationId>
  readonly since?: StatedDate
  /** Whether it held on the day asked. */
  readonly held?: Answer
}

const listed = ({ items, open }: NamedList<OrganisationId>): GroupMembersAnswer['listed'] => {
  if (!open) return 'all'
  return items.length === 0 ? 'not listed' : 'in part'
}

type Stated = Omit<GroupMembersAnswer, 'group' | 'name'>

const statedOf = (row: OrganisationRow, on: CivilDate | undefined, of: (id: string) => string): ReadonlyArray<Stated> => {
  const { memberships = [] } = row
  if (memberships.length === 0) return row.kind === 'group' ? [{ listed: 'not listed' }] : []
  return memberships.map((one: Membership) => {
    const { members, from } = one
    const named = members.open && members.items.length === 0 ? undefined : { items: members.items.map(of), open: members.open }
    const others = memberships.filter((other) => other !== one)
    return {
      listed: listed(members),
      ...(named && { members: named, memberIds: members.items }),
      ...(from && { since: from }),
      ...(on && { held: heldOn(one, others, on) }),
    }
  })
}

/** The members of a group: all, in part or not listed, in the order in which they were recorded. */
export const groupMembers: Question<GroupMembersAsked, GroupMembersAnswer> = {
  name: 'group-members',
  about: 'Who belongs to a group of organisations: all listed, listed in part, or not listed.',
  parameters: { group: required(id('organisation', 'the group')), on: day('whether it held on this day') },
  reads: [organisations, names],
  glance: ['name', 'listed', 'members'],
  columns: {
    group: text<OrganisationId>(),
    name: text(),
    listed: text<GroupMembersAnswer['listed']>(),
    members: maybe(namedList<string>(String)),
    memberIds: maybe(list<OrganisationId>(String)),
    since: maybe(date),
    held: maybe(text<Answer>(), ''),
  },
  answer:
    (tables, { group, on }) =>
    async () => {
      const row = await tables.of(organisations).row(group)()
      if (E.isLeft(row)) return row
      if (row.right === undefined) return E.right([])
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      return E.right(statedOf(row.right, on, of).map((stated) => ({ group, name: of(group), ...stated })))
    },
}
