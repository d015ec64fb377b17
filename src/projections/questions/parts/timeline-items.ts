import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { batchOf, isCohortId, type PersonId } from '../../../domain/vocabulary/id.js'
import type { StatedDate } from '../../../domain/vocabulary/stated-date.js'
import { windowOf } from '../../../domain/vocabulary/stated-date.js'
import { cohorts } from '../../cohorts.js'
import type { RowStoreFault } from '../../engine/row-store.js'
import type { Tables } from '../../engine/tables.js'
import { names } from '../../names.js'
import { type OccasionRow, occasions } from '../../occasions.js'
import { people } from '../../people.js'
import { timelines } from '../../timelines.js'
import type { TimelineItem } from '../../timelines-items.js'
import { survivorIn } from './mergers.js'
import { namingIn } from './naming.js'

/** One thing on record of a person, named for people to read. */
export interface PersonItem extends TimelineItem {
  readonly name: string
  /** What it belongs to, by name. */
  readonly of?: string
  /** Of an occasion: whether it was held; a plan proves nothing of the day. */
  readonly state?: OccasionRow['state']
}

/** The read models that `itemsOf` reads. */
export const itemsRead = [timelines, occasions, cohorts, people, names]

const named = (of: (id: string) => string, item: TimelineItem): string => {
  const { what } = item
  if (what === undefined) return of(item.within ?? '')
  if (isCohortId(what)) return of(batchOf(what))
  // A placement and a statement have no names of their own: what they belong to has.
  const unnamed = item.kind === 'placement' || item.kind === 'statement'
  return of(unnamed ? (item.within ?? what) : what)
}

/** An item of an occasion as the occasion now stands: planned anew or revised, it has another day; a role that it no longer has is gone. */
const asItStands = (
  item: TimelineItem,
  person: PersonId,
  occasion: OccasionRow | undefined,
): ReadonlyArray<TimelineItem & Pick<PersonItem, 'state'>> => {
  if (occasion === undefined) return [item]
  const { date: _, ...rest } = item
  const now = { ...rest, state: occasion.state, ...(occasion.day && { date: occasion.day }) }
  if (item.kind === 'roll') return occasion.roll.some((mark) => mark.person === person && mark.status === item.role) ? [now] : []
  return occasion.roles.some((role) => role.person === person && role.role === item.role) ? [now] : []
}

const sameThing = (a: TimelineItem, b: TimelineItem): boolean => a.kind === b.kind && a.role === b.role && a.what === b.what

/** A role that was planned, then taken, is one role: the later entry tells of it. */
const withoutPlans = (items: ReadonlyArray<TimelineItem>): ReadonlyArray<TimelineItem> =>
  items.filter((item, n) => (item.kind !== 'occasion' && item.kind !== 'roll') || !items.slice(n + 1).some((one) => sameThing(one, item)))

/** Earliest possible day first; what has none comes last; else in order of recording. */
const inOrder = (a: PersonItem, b: PersonItem): number => {
  const [one, other] = [earliest(a.date), earliest(b.date)]
  return one === other ? 0 : one < other ? -1 : 1
}

const earliest = (date: StatedDate | undefined): string => (date === undefined ? undefined : windowOf(date).earliest) ?? '9999-99-99'

/** Everything on record of a person, under whichever record: mergers are followed as known at the time asked. */
export const itemsOf =
  (tables: Tables, asked: PersonId): TaskEither<RowStoreFault, ReadonlyArray<PersonItem>> =>
  async () => {
    const records = await tables.of(people).where({})()
    if (E.isLeft(records)) return records
    const held = await tables.of(occasions).where({})()
    if (E.isLeft(held)) return held
    const sent = await tables.of(cohorts).where({})()
    if (E.isLeft(sent)) return sent
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const { of } = naming.right
    const survivor = survivorIn(records.right.map(({ person, mergedInto }) => ({ id: person, mergedInto })))
    const same = records.right.map(({ person }) => person).filter((person) => survivor(person) === survivor(asked))
    const occasionOf = new Map<string, OccasionRow>(held.right.map((row) => [row.occasion, row]))
    const startOf = new Map<string, StatedDate | undefined>(sent.right.map((row) => [row.cohort, row.period?.start]))
    const found: Array<PersonItem> = []
    for (const person of new Set([asked, ...same])) {
      const row = await tables.of(timelines).row(person)()
      if (E.isLeft(row)) return row
      const items = withoutPlans(row.right?.items ?? []).flatMap((item) => {
        if (item.kind === 'occasion' || item.kind === 'roll') return asItStands(item, person, occasionOf.get(item.what ?? ''))
        const start = item.kind === 'cohort' && item.date === undefined ? startOf.get(item.what ?? '') : undefined
        return [{ ...item, ...(start && { date: start }) }]
      })
      found.push(...items.map((item) => ({ ...item, name: named(of, item), ...(item.within && { of: of(item.within) }) })))
    }
    return E.right(found.sort(inOrder))
  }
