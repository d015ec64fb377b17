import type { LedgerEvent } from '../domain/ledger.js'
import type { GroupMembership, OrganisationKind, Partnership } from '../domain/organisations/events.js'
import type { OrganisationId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import type { NamedList } from '../domain/vocabulary/open-list.js'
import { type StatedDate, windowOf } from '../domain/vocabulary/stated-date.js'
import { precedes } from '../domain/vocabulary/window.js'
import { date, list, maybe, namedList, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** A partnership that somebody stated, as it was stated. */
export type NotedPartnership = Partnership

/** The members of a group from a day on (not stated: from nobody knows when). */
export type Membership = Omit<GroupMembership, 'organisation'>

/** An organisation, or a group of them. What nobody stated of it is absent; a merger moves nothing: both rows note it. */
export interface OrganisationRow extends RestingOn {
  readonly organisation: OrganisationId
  readonly kind: OrganisationKind
  /** In the order in which they were recorded: the last one is the latest. */
  readonly names: ReadonlyArray<Name>
  readonly parent?: OrganisationId
  readonly establishedOn?: StatedDate
  /** The last day. */
  readonly dissolvedOn?: StatedDate
  readonly mergedInto?: OrganisationId
  /** The first day on which the other stands in its place. */
  readonly mergedOn?: StatedDate
  /** Those that go on in this one. */
  readonly mergedFrom?: ReadonlyArray<OrganisationId>
  /** Of a group: the latest that was stated, by its first day where days tell. Absent: nobody said anything of its members. */
  readonly members?: NamedList<OrganisationId>
  /** Of a group: all that was stated of its members, in order of recording. */
  readonly memberships?: ReadonlyArray<Membership>
  /** Partnerships stated of this organisation with others. */
  readonly partners?: ReadonlyArray<NotedPartnership>
  /** Partnerships stated of others with this organisation. */
  readonly partnerOf?: ReadonlyArray<NotedPartnership>
}

/** Whether a list of members took the place of another: it does, unless it is known to hold from an earlier day. */
const beginsEarlier = ({ from: one }: Membership, { from: other }: Membership): boolean =>
  one !== undefined && other !== undefined && precedes(windowOf(one), windowOf(other)) === 'yes'

const latest = (memberships: ReadonlyArray<Membership>, added: Membership): Membership =>
  memberships.reduceRight((last, one) => (beginsEarlier(last, one) ? one : last), added)

const showMembership = ({ members: { items, open }, from }: Membership): string =>
  `${[...items, ...(open ? ['…'] : [])].join(', ')} from ${from?.edtf ?? '?'}`

/** The organisations on record, one row each; a group is a row of its own and never counted as its members. */
export const organisations: Projection<LedgerEvent, OrganisationId, OrganisationRow> = {
  name: 'organisations',
  version: 1,
  columns: {
    organisation: text<OrganisationId>(),
    kind: text<OrganisationKind>(),
    names: list<Name>(({ text }) => text),
    parent: maybe(text<OrganisationId>()),
    establishedOn: maybe(date),
    dissolvedOn: maybe(date),
    mergedInto: maybe(text<OrganisationId>()),
    mergedOn: maybe(date),
    mergedFrom: maybe(list<OrganisationId>(String)),
    members: maybe(namedList<OrganisationId>(String)),
    memberships: maybe(list<Membership>(showMembership)),
    partners: maybe(list<NotedPartnership>(({ partner, field }) => `${partner} in ${field}`)),
    partnerOf: maybe(list<NotedPartnership>(({ organisation, field }) => `${organisation} in ${field}`)),
    ...restingOnColumns,
  },
  on: {
    OrganisationRegistered: {
      keys: ({ organisation }) => [organisation],
      evolve: (row, { type: _, ...registration }, __, recorded) => ({ ...registration, ...restingOn(row, recorded) }),
    },
    OrganisationRenamed: {
      keys: ({ organisation }) => [organisation],
      evolve: (row, { name, from }, _, recorded) =>
        row && {
          ...row,
          names: [...row.names, { ...name, ...(name.from === undefined && from !== undefined && { from }) }],
          ...restingOn(row, recorded),
        },
    },
    OrganisationsMerged: {
      keys: ({ organisation, into }) => [organisation, into],
      evolve: (row, { organisation, into, from }, key, recorded) =>
        row && {
          ...row,
          ...(key === organisation
            ? { mergedInto: into, ...(from && { mergedOn: from }) }
            : { mergedFrom: [...(row.mergedFrom ?? []), organisation] }),
          ...restingOn(row, recorded),
        },
    },
    OrganisationDissolved: {
      keys: ({ organisation }) => [organisation],
      evolve: (row, { on }, _, recorded) => row && { ...row, dissolvedOn: on, ...restingOn(row, recorded) },
    },
    PartnershipNoted: {
      keys: ({ organisation, partner }) => [organisation, partner],
      evolve: (row, { type: _, ...noted }, key, recorded) =>
        row && {
          ...row,
          ...(key === noted.organisation
            ? { partners: [...(row.partners ?? []), noted] }
            : { partnerOf: [...(row.partnerOf ?? []), noted] }),
          ...restingOn(row, recorded),
        },
    },
    GroupMembersSet: {
      keys: ({ organisation }) => [organisation],
      evolve: (row, { members, from }, _, recorded) => {
        if (row === undefined) return row
        const added: Membership = { members, ...(from && { from }) }
        const memberships = [...(row.memberships ?? []), added]
        return { ...row, members: latest(row.memberships ?? [], added).members, memberships, ...restingOn(row, recorded) }
      },
    },
  },
}
