import type { Answer } from '../vocabulary/answer.js'
import { atLeast, atMost, between, boundsOfCount, type Count, exactly, unknownCount } from '../vocabulary/count.js'
import { sumCounts } from '../vocabulary/count-sum.js'

// Whether there is room, where quotas and numbers may be inexact. What is surely needed is what seats are given for.

/** How many may be held in all. */
export interface Capacity {
  readonly quota: Count
  readonly overbookBy: number
}

/** The seats that a count surely needs. */
export const surelyNeeded = (count: Count): number => boundsOfCount(count).low

/** Whether so many can be held together. */
export const fits = ({ quota, overbookBy }: Capacity, counts: ReadonlyArray<Count>): Answer => {
  const allowed = boundsOfCount(quota)
  const { low, high } = sumCounts(counts)
  if (allowed.high !== undefined && low > allowed.high + overbookBy) return 'no'
  return counts.length === 0 || (high !== undefined && high <= allowed.low + overbookBy) ? 'yes' : 'cannot tell'
}

/** Whether it is sure that they cannot. */
export const surelyTooMany = (capacity: Capacity, counts: ReadonlyArray<Count>): boolean => fits(capacity, counts) === 'no'

const betweenBounds = (low: number, high: number | undefined): Count => {
  if (high === undefined) return low === 0 ? unknownCount : atLeast(low)
  if (low === high) return exactly(low)
  return low === 0 ? atMost(high) : between(low, high)
}

/** The seats of a quota that are free: never better known than what they are worked out from. Those beyond the quota are none. */
export const freeOf = (quota: Count, held: ReadonlyArray<Count>): Count => {
  const all = boundsOfCount(quota)
  const taken = held.length === 0 ? { low: 0, high: 0 } : sumCounts(held)
  const low = taken.high === undefined ? 0 : Math.max(0, all.low - taken.high)
  return betweenBounds(low, all.high === undefined ? undefined : Math.max(0, all.high - taken.low))
}
