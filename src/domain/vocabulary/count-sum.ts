import { about, atLeast, atMost, between, boundsOfCount, type Count, exactly, showCount, unknownCount } from './count.js'

/**
 * Counts taken together, without making them better than they are.
 * @example
 * sumCounts([{ kind: 'exact', n: 4 }, { kind: 'exact', n: 6 }]) // => { terms: 2, nominal: 10, exact: true, kinds: ['exact'], low: 10, high: 10, unknowns: 0 }
 */
export interface CountSum {
  /** How many counts went in; 0 means that nothing is on record, which is not a count of zero. */
  readonly terms: number
  /** The stated figures added up; absent where one is unknown or a range, and where there is none at all. */
  readonly nominal?: number
  /** Every count is exact, and there is one at least. */
  readonly exact: boolean
  /** Sorted, each once. */
  readonly kinds: ReadonlyArray<Count['kind']>
  /** The sum is surely no less; 0 says nothing. */
  readonly low: number
  /** The sum is surely no more; absent: no bound. */
  readonly high?: number
  readonly unknowns: number
}

const nominalOf = (count: Count): number | undefined => {
  switch (count.kind) {
    case 'exact':
    case 'about':
    case 'more than':
    case 'at least':
    case 'less than':
    case 'at most':
      return count.n
    case 'between':
    case 'unknown':
      return undefined
  }
}

/** The sum, or nothing where a term is missing or there are none. */
const total = (terms: ReadonlyArray<number | undefined>): number | undefined =>
  terms.length === 0 ? undefined : terms.reduce((sum, term) => (sum === undefined || term === undefined ? undefined : sum + term), 0)

/**
 * Adds counts; the order does not matter. Whether they may be added at all (same definition, no one counted twice) is the caller's to know.
 * @example
 * sumCounts([]) // => { terms: 0, exact: false, kinds: [], low: 0, unknowns: 0 }
 * sumCounts([{ kind: 'about', n: 400 }, { kind: 'unknown' }]).unknowns // => 1
 */
export const sumCounts = (counts: ReadonlyArray<Count>): CountSum => {
  const nominal = total(counts.map(nominalOf))
  const bounds = counts.map(boundsOfCount)
  const high = total(bounds.map((bound) => bound.high))
  const kinds = [...new Set(counts.map((count) => count.kind))].sort()
  return {
    terms: counts.length,
    ...(nominal !== undefined && { nominal }),
    exact: kinds.length === 1 && kinds[0] === 'exact',
    kinds,
    low: total(bounds.map((bound) => bound.low)) ?? 0,
    ...(high !== undefined && { high }),
    unknowns: counts.filter((count) => count.kind === 'unknown').length,
  }
}

const NOTHING = 'nothing on record'

/** Counts of one kind add up to a count of that kind; for strict bounds each term moves the bound by one. */
const sameKind = (kind: Count['kind'], { terms, nominal = 0, low, high = 0 }: CountSum): string => {
  switch (kind) {
    case 'exact':
      return showCount(exactly(nominal))
    case 'about':
      return showCount(about(nominal))
    case 'at least':
      return showCount(atLeast(nominal))
    case 'at most':
      return showCount(atMost(nominal))
    case 'more than':
      return terms === 1 ? showCount({ kind, n: nominal }) : showCount(atLeast(low))
    case 'less than':
      return terms === 1 ? showCount({ kind, n: nominal }) : showCount(atMost(high))
    case 'between':
      return showCount(between(low, high))
    case 'unknown':
      return '?'
  }
}

const sureBounds = ({ low, high }: CountSum): ReadonlyArray<string> => [
  ...(low > 0 ? [`at least ${low}`] : []),
  ...(high !== undefined ? [`at most ${high}`] : []),
]

/**
 * A sum as answers show it: a sum of unlike kinds says so, and gives the bounds that are sure.
 * @example
 * showSum(sumCounts([{ kind: 'about', n: 400 }, { kind: 'about', n: 350 }, { kind: 'more than', n: 320 }])) // => '1070, not exact (about, more than), at least 321'
 * showSum(sumCounts([{ kind: 'exact', n: 5 }, { kind: 'unknown' }])) // => '? (at least 5)'
 * showSum(sumCounts([])) // => 'nothing on record'
 */
export const showSum = (sum: CountSum): string => {
  const [only, ...others] = sum.kinds
  if (only === undefined) return NOTHING
  if (sum.unknowns > 0) return sum.low > 0 ? `? (at least ${sum.low})` : '?'
  if (others.length === 0) return sameKind(only, sum)
  const said = `not exact (${sum.kinds.join(', ')})`
  return [...(sum.nominal === undefined ? [] : [String(sum.nominal)]), said, ...sureBounds(sum)].join(', ')
}

/**
 * The count that has exactly these bounds; without any it is unknown.
 * @example
 * withBounds(0, 5) // => { kind: 'at most', n: 5 }
 * withBounds(2, 2) // => { kind: 'exact', n: 2 }
 */
export const withBounds = (low: number, high: number | undefined): Count => {
  if (high === undefined) return low > 0 ? atLeast(low) : unknownCount
  if (low === high) return exactly(high)
  return low === 0 ? atMost(high) : between(low, high)
}

/**
 * What is left of a whole when its parts are taken away (the row that makes a table agree). The sure bounds decide; where there are none
 * and all figures are exact or "about", the difference is "about"; else it is unknown, also where the parts exceed the whole.
 * @example
 * remainder({ kind: 'exact', n: 10 }, [{ kind: 'exact', n: 4 }]) // => { kind: 'exact', n: 6 }
 * remainder({ kind: 'exact', n: 10 }, [{ kind: 'unknown' }]) // => { kind: 'at most', n: 10 }
 * remainder({ kind: 'about', n: 350 }, [{ kind: 'exact', n: 50 }]) // => { kind: 'about', n: 300 }
 */
export const remainder = (whole: Count, parts: ReadonlyArray<Count>): Count => {
  if (parts.length === 0) return whole
  const { low, high } = boundsOfCount(whole)
  const taken = sumCounts(parts)
  const most = high === undefined ? undefined : high - taken.low
  if (most !== undefined && most < 0) return unknownCount
  const bounded = withBounds(taken.high === undefined ? 0 : Math.max(0, low - taken.high), most)
  const figures = [whole, ...parts].every((count) => count.kind === 'exact' || count.kind === 'about')
  const left = (nominalOf(whole) ?? 0) - (taken.nominal ?? 0)
  return bounded.kind === 'unknown' && figures && left > 0 ? about(left) : bounded
}

/**
 * What each home of a closed list of `k` homes sent, of `n` officers in all: 1 to n−k+1. Where `n` is not exact only "at least 1" is sure;
 * a single home sent them all; fewer officers than homes contradict the list, and tell nothing.
 * @example
 * shareOfClosedList({ kind: 'exact', n: 10 }, 8) // => { kind: 'between', from: 1, to: 3 }
 * shareOfClosedList({ kind: 'about', n: 10 }, 8) // => { kind: 'at least', n: 1 }
 */
export const shareOfClosedList = (n: Count, k: number): Count => {
  if (k < 1) return unknownCount
  if (k === 1) return n
  if (n.kind !== 'exact') return atLeast(1)
  return n.n < k ? unknownCount : withBounds(1, n.n - k + 1)
}
