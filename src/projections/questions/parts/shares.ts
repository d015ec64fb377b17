import { atLeast, boundsOfCount, type Count, unknownCount } from '../../../domain/vocabulary/count.js'
import { shareOfClosedList, withBounds } from '../../../domain/vocabulary/count-sum.js'
import type { OrganisationId } from '../../../domain/vocabulary/id.js'
import type { CohortRow, Described, Member, PartsBy } from '../../cohorts-row.js'

/** What a number of officers follows from: a part that somebody told, the homes being all there are, members who are known, or nothing. */
export type ToldFrom = 'a part that is told' | 'the closed list of homes' | 'known members' | 'nothing'

export interface Unit {
  readonly organisation: OrganisationId
  readonly officers: Count
  readonly told: ToldFrom
}

/** The part of a breakdown that is an organisation's; of several criteria the latest told. */
export const partOf = ({ breakdowns }: CohortRow, organisation: OrganisationId): Count | undefined =>
  breakdowns.flatMap(({ parts }: PartsBy) => parts.filter((part) => part.organisation === organisation)).at(-1)?.count

/** The members, identified or described, that are known to come from there. */
export const membersFrom = ({ identified, described }: CohortRow, isThere: (home: OrganisationId) => boolean): number =>
  [...identified, ...described].filter((member: Member | Described) => homesOf(member).some(isThere)).length

const homesOf = (member: Member | Described): ReadonlyArray<OrganisationId> =>
  [member.home, member.homePlace, 'homeDepartment' in member ? member.homeDepartment : undefined].filter((home) => home !== undefined)

const unitOf = (row: CohortRow, organisation: OrganisationId): Unit => {
  const part = partOf(row, organisation)
  if (part !== undefined) return { organisation, officers: part, told: 'a part that is told' }
  const { items = [], open = true } = row.homes ?? {}
  const members = membersFrom(row, (home) => home === organisation)
  if (!open && items.includes(organisation)) {
    const share = shareOfClosedList(row.size, items.length)
    const { low, high } = boundsOfCount(share)
    return { organisation, officers: members > low ? withBounds(members, high) : share, told: 'the closed list of homes' }
  }
  return members > 0
    ? { organisation, officers: atLeast(members), told: 'known members' }
    : { organisation, officers: unknownCount, told: 'nothing' }
}

const lowOf = ({ officers }: Unit): number => boundsOfCount(officers).low

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, n) => total + n, 0)

/** What is told of some homes of a closed list narrows the others: together they are the whole. */
const narrowed = (units: ReadonlyArray<Unit>, size: Count): ReadonlyArray<Unit> => {
  const { low, high } = boundsOfCount(size)
  return units.map((unit) => {
    if (unit.told !== 'the closed list of homes' || high === undefined) return unit
    const others = units.filter((other) => other !== unit)
    const own = boundsOfCount(unit.officers)
    const mostOfOthers = others.map(({ officers }) => boundsOfCount(officers).high)
    const least = mostOfOthers.includes(undefined) ? 0 : low - sum(mostOfOthers.filter((n) => n !== undefined))
    const most = Math.min(own.high ?? high, high - sum(others.map(lowOf)))
    const from = Math.max(own.low, least)
    // Parts that come to more than the whole contradict the list: then it tells nothing more.
    return from > most ? unit : { ...unit, officers: withBounds(from, most) }
  })
}

/** Every home that is listed, told as a part, or known from members, in that order. */
export const unitsOf = (row: CohortRow): ReadonlyArray<Unit> => {
  const listed = row.homes?.items ?? []
  const parts = row.breakdowns.flatMap(({ parts }) => parts.flatMap(({ organisation }) => organisation ?? []))
  const members = [...row.identified, ...row.described].flatMap(({ home }) => home ?? [])
  const units = [...new Set([...listed, ...parts, ...members])].map((organisation) => unitOf(row, organisation))
  return row.homes?.open === false && units.length === listed.length ? narrowed(units, row.size) : units
}
