import { same } from '../kernel/same.js'
import type { Answer } from '../vocabulary/answer.js'
import { boundsOfCount, type Count, exactly } from '../vocabulary/count.js'
import { sumCounts } from '../vocabulary/count-sum.js'
import type { CohortId } from '../vocabulary/id.js'
import type {
  Breakdown,
  CohortBreakdownRecorded,
  CohortRolesNamed,
  MemberDescribed,
  MemberDescription,
  MemberIdentified,
  MemberIdentity,
  MemberReleased,
  RoleNaming,
} from './cohort-events.js'
import { type Cohort, withMember, withRoles } from './cohort-state.js'
import { type Doubt, doubtOf, type Finding, ifSure } from './finding.js'

// Who the n officers are. A part never surely exceeds its whole, and learning who they are never changes how many they are.

/** Whether counts that do not overlap come to more than a whole. More than "about n" makes one doubt; it is never sure. */
export const exceeds = (counts: ReadonlyArray<Count>, whole: Count): Answer => {
  const { low, nominal } = sumCounts(counts)
  const { high } = boundsOfCount(whole)
  if (high !== undefined && low > high) return 'yes'
  const figures = counts.every(({ kind }) => kind === 'exact' || kind === 'about')
  const most = high ?? (whole.kind === 'about' ? whole.n : Number.POSITIVE_INFINITY)
  return (figures ? (nominal ?? 0) : low) > most ? 'cannot tell' : 'no'
}

// ── the size ────────────────────────────────────────────────────────────────

/**
 * How many of the n are surely known. Roles counted within the n belong to members too; but a leader who is not identified as a member may be
 * one of those described.
 */
const membersKnown = ({ identified, described, roles }: Cohort): number => {
  const named = new Set(identified.map(({ person }) => person))
  const leading = new Set(roles.filter(({ person, counted }) => counted === 'within' && !named.has(person)).map(({ person }) => person))
  return named.size + Math.max(leading.size, described.length)
}

/** A planned size binds nobody: only those attached are counted. */
const overfull = (id: CohortId, cohort: Cohort): Doubt | undefined => {
  if (cohort._tag !== 'Attached') return undefined
  const members = membersKnown(cohort)
  return doubtOf(exceeds([exactly(members)], cohort.size), { _tag: 'MoreMembersThanSize', cohort: id, size: cohort.size, members })
}

export const overfullWith = (member: MemberIdentity, cohort: Cohort): Doubt | undefined =>
  overfull(member.cohort, withMember(cohort, member))

export const overfullWithDescribed = (member: MemberDescription, cohort: Cohort): Doubt | undefined =>
  overfull(member.cohort, { ...cohort, described: [...cohort.described, member] })

export const overfullWithRoles = ({ cohort: id, roles }: RoleNaming, cohort: Cohort): Doubt | undefined =>
  overfull(id, { ...cohort, roles: withRoles(cohort.roles, roles) })

// ── members ─────────────────────────────────────────────────────────────────

export const identifying = (event: MemberIdentified, cohort: Cohort): Finding => {
  const known = cohort.identified.find(({ person }) => person === event.person)
  if (known !== undefined)
    return same(known, event) ? 'already so' : { _tag: 'MemberAlreadyIdentified', cohort: event.cohort, person: event.person }
  if (event.was !== undefined && !cohort.described.some(({ member }) => member === event.was))
    return { _tag: 'MemberNotDescribed', cohort: event.cohort, member: event.was }
  return ifSure(overfullWith(event, cohort))
}

export const describing = (event: MemberDescribed, cohort: Cohort): Finding => {
  const known = cohort.described.find(({ member }) => member === event.member)
  if (known !== undefined)
    return same(known, event) ? 'already so' : { _tag: 'MemberAlreadyDescribed', cohort: event.cohort, member: event.member }
  const identified = cohort.identified.find(({ was }) => was === event.member)
  if (identified !== undefined) return { _tag: 'MemberAlreadyIdentified', cohort: event.cohort, person: identified.person }
  return ifSure(overfullWithDescribed(event, cohort))
}

export const releasing = (event: MemberReleased, cohort: Cohort): Finding => {
  if (cohort.identified.some(({ person }) => person === event.person)) return undefined
  return cohort.released.includes(event.person) ? 'already so' : { _tag: 'MemberNotIdentified', cohort: event.cohort, person: event.person }
}

export const namingRoles = (event: CohortRolesNamed, cohort: Cohort): Finding => {
  const known = event.roles.every((role) => cohort.roles.some((old) => same(old, role)))
  return known ? 'already so' : ifSure(overfullWithRoles(event, cohort))
}

// ── breakdowns ──────────────────────────────────────────────────────────────

/** Parts that may overlap cannot be added; one part alone never exceeds the whole. Parts said to add up do not overlap. */
const partsExceed = ({ parts, addsUp, overlapping }: Breakdown, whole: Count): Answer => {
  if (parts.some(({ count }) => exceeds([count], whole) === 'yes')) return 'yes'
  if (overlapping === true) return 'no'
  const together = exceeds(
    parts.map(({ count }) => count),
    whole,
  )
  return together === 'yes' && overlapping === undefined && addsUp !== true ? 'cannot tell' : together
}

export const partsBeyondWhole = (breakdown: Breakdown, cohort: Cohort): Doubt | undefined => {
  if (cohort._tag === 'NotRecorded') return undefined
  const { cohort: id, by, parts } = breakdown
  const counts = parts.map(({ count }) => count)
  return doubtOf(partsExceed(breakdown, cohort.size), { _tag: 'PartsExceedWhole', cohort: id, by, whole: cohort.size, parts: counts })
}

export const breakingDown = (event: CohortBreakdownRecorded, cohort: Cohort): Finding =>
  cohort.breakdowns.some((known) => same(known, event)) ? 'already so' : ifSure(partsBeyondWhole(event, cohort))
