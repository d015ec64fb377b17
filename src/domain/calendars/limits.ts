import type { Breach } from '../kernel/decider.js'
import { addDays, daysBetween } from '../vocabulary/civil-date.js'
import type { PlacementId } from '../vocabulary/id.js'
import type { LimitExceeded, LimitRefusal, WaitNotOver } from './commands.js'
import type { DayLimits, Days, LimitName } from './events.js'
import { lengthOf, stretchesOf, totalDays } from './served.js'

// Whether days may be held under the limits given. Only what the days asked for bring about is held against them: that a total was exceeded
// before, or by others, is no reason to refuse days that add nothing to it.

/** Days of one placement, and the scheme they count for; absent: not stated. */
export interface Served extends Days {
  readonly placement: PlacementId
  readonly scheme?: string
}

/**
 * The limits that the days asked for would break. Limits of a scheme count its days, and those whose scheme nobody stated as days that may
 * be of it: what is broken with their help alone cannot be told. Limits without a scheme count all days.
 */
export const brokenLimits = (
  asked: Served,
  others: ReadonlyArray<Served>,
  limits: DayLimits,
  waived: ReadonlyArray<LimitName> = [],
): ReadonlyArray<Breach<LimitRefusal>> => {
  const of = ({ scheme }: Served): boolean => asked.scheme === undefined || scheme === asked.scheme
  const sure = refusalsFor(asked, others.filter(of), limits)
  const possible = refusalsFor(
    asked,
    others.filter((one) => of(one) || one.scheme === undefined),
    limits,
  )
  const surely = new Set(sure.map(limitOf))
  const breaches = [
    ...sure.map((refusal): Breach<LimitRefusal> => ({ refusal, certainty: 'sure' })),
    ...possible.flatMap(
      (refusal): ReadonlyArray<Breach<LimitRefusal>> => (surely.has(limitOf(refusal)) ? [] : [{ refusal, certainty: 'cannot tell' }]),
    ),
  ]
  return breaches.filter(({ refusal }) => !waived.includes(limitOf(refusal)))
}

const limitOf = (refusal: LimitRefusal): LimitName => (refusal._tag === 'WaitNotOver' ? 'waitDays' : refusal.limit)

const refusalsFor = (asked: Served, others: ReadonlyArray<Served>, limits: DayLimits): ReadonlyArray<LimitRefusal> =>
  [inOneGo(asked, limits), continuous(asked, others, limits), lifetime(asked, others, limits), wait(asked, others, limits)].filter(
    (refusal) => refusal !== undefined,
  )

const exceeded = (
  { placement, scheme }: Served,
  { terms, ...limits }: DayLimits,
  limit: LimitExceeded['limit'],
  used: number,
  asked: number,
): LimitExceeded | undefined => {
  const allowed = limits[limit]
  if (allowed === undefined || asked === 0 || used + asked <= allowed) return undefined
  return { _tag: 'LimitExceeded', placement, limit, allowed, used, asked, ...(scheme !== undefined && { scheme }), ...(terms && { terms }) }
}

const inOneGo = (asked: Served, limits: DayLimits): LimitExceeded | undefined =>
  exceeded(asked, limits, 'longestInOneGoDays', 0, lengthOf(asked))

/** The stretch that the days asked for would stand in: they may join two that a break kept apart. */
const continuous = (asked: Served, others: ReadonlyArray<Served>, limits: DayLimits): LimitExceeded | undefined => {
  const { breakDays } = limits
  const stretch = stretchesOf([...others, asked], breakDays).find(({ from, to }) => from <= asked.from && asked.to <= to)
  if (stretch === undefined) return undefined
  const before = totalDays(others.filter(({ from, to }) => stretch.from <= from && to <= stretch.to))
  return exceeded(asked, limits, 'longestContinuousDays', before, stretch.days - before)
}

const lifetime = (asked: Served, others: ReadonlyArray<Served>, limits: DayLimits): LimitExceeded | undefined => {
  const used = totalDays(others)
  return exceeded(asked, limits, 'lifetimeTotalDays', used, totalDays([...others, asked]) - used)
}

/** Late records come in any order: the days asked for may lie before those held as well as after. Shared days are no succession. */
const wait = (asked: Served, others: ReadonlyArray<Served>, { waitDays, terms }: DayLimits): WaitNotOver | undefined => {
  if (waitDays === undefined) return undefined
  const gap = (a: Days, b: Days): number => daysBetween(a.to, b.from)
  const tooNear = others.find((other) => [gap(other, asked), gap(asked, other)].some((days) => days >= 0 && days < waitDays))
  if (tooNear === undefined) return undefined
  const { placement, scheme } = asked
  const first = tooNear.to <= asked.from ? tooNear : asked
  return {
    _tag: 'WaitNotOver',
    placement,
    with: tooNear.placement,
    waitDays,
    earliest: addDays(first.to, waitDays),
    ...(scheme !== undefined && { scheme }),
    ...(terms && { terms }),
  }
}
