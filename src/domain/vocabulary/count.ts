import { invalid } from './invalid.js'
import { type Field, field, oneOf, type Parser, parserOf, shape, tagged } from './plain.js'
import { textField } from './text.js'

/**
 * A number as somebody gave it. The kind survives storage, sums and export: "about 350" never becomes 350, unknown never becomes zero.
 * Figures are whole numbers from 0; every kind may keep the source's words.
 * @example
 * showCount({ kind: 'about', n: 350, words: 'around 350' }) // => '≈350'
 */
export type Count =
  | { readonly kind: 'exact'; readonly n: number; readonly words?: string }
  | { readonly kind: 'about'; readonly n: number; readonly tolerance?: number; readonly words?: string }
  | { readonly kind: 'more than'; readonly n: number; readonly words?: string }
  | { readonly kind: 'at least'; readonly n: number; readonly words?: string }
  | { readonly kind: 'less than'; readonly n: number; readonly words?: string }
  | { readonly kind: 'at most'; readonly n: number; readonly words?: string }
  | { readonly kind: 'between'; readonly from: number; readonly to: number; readonly words?: string }
  | { readonly kind: 'unknown'; readonly words?: string }

const isFigure = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0 && !Object.is(value, -0)

const figure = field(isFigure, 'a whole number, not negative')
const positive = field((value) => isFigure(value) && value > 0, 'a whole number above 0')
const words = { words: textField(500) }
const COUNT = tagged('kind', 'a count', {
  exact: shape('an exact count', { kind: oneOf('exact'), n: figure }, words),
  about: shape('an approximate count', { kind: oneOf('about'), n: figure }, { tolerance: figure, ...words }),
  'more than': shape('a count above a figure', { kind: oneOf('more than'), n: figure }, words),
  'at least': shape('a lowest count', { kind: oneOf('at least'), n: figure }, words),
  'less than': shape('a count below a figure', { kind: oneOf('less than'), n: positive }, words),
  'at most': shape('a highest count', { kind: oneOf('at most'), n: figure }, words),
  between: shape('a range of counts', { kind: oneOf('between'), from: figure, to: figure }, words),
  unknown: shape('an unknown count', { kind: oneOf('unknown') }, words),
})

/**
 * Whether a value is a count: safe whole numbers from 0, a range from the lower to the higher, nothing below zero.
 * @example
 * isCount({ kind: 'exact', n: 10 }) // => true
 * isCount({ kind: 'less than', n: 0 }) // => false
 * isCount({ kind: 'between', from: 3, to: 3 }) // => false
 */
export const isCount = (value: unknown): value is Count => {
  if (!COUNT.is(value)) return false
  const count = value as Count
  return count.kind !== 'between' || count.from < count.to
}

/**
 * Accepts what `isCount` accepts.
 * @example
 * parseCount({ kind: 'exact', n: 10 }) // => { _tag: 'Right', right: { kind: 'exact', n: 10 } }
 */
export const parseCount: Parser<Count> = parserOf(isCount, (value) =>
  COUNT.is(value) ? invalid('a range from the lower to the higher figure', value) : COUNT.fault(value),
)

/**
 * A count as a field of a shape.
 * @example
 * countField.is({ kind: 'unknown' }) // => true
 */
export const countField: Field = { is: isCount, parse: parseCount }

/*
 * Constructors for figures known to be good; what comes from outside goes through `parseCount`.
 */

/**
 * `=n`.
 * @example
 * exactly(10) // => { kind: 'exact', n: 10 }
 */
export const exactly = (n: number): Count => ({ kind: 'exact', n })

/**
 * `≈n`: no bounds are implied.
 * @example
 * about(350) // => { kind: 'about', n: 350 }
 */
export const about = (n: number): Count => ({ kind: 'about', n })

/**
 * `>n`.
 * @example
 * moreThan(320) // => { kind: 'more than', n: 320 }
 */
export const moreThan = (n: number): Count => ({ kind: 'more than', n })

/**
 * `≥n`.
 * @example
 * atLeast(2) // => { kind: 'at least', n: 2 }
 */
export const atLeast = (n: number): Count => ({ kind: 'at least', n })

/**
 * `<n`, n above 0.
 * @example
 * lessThan(5) // => { kind: 'less than', n: 5 }
 */
export const lessThan = (n: number): Count => ({ kind: 'less than', n })

/**
 * `≤n`.
 * @example
 * atMost(5) // => { kind: 'at most', n: 5 }
 */
export const atMost = (n: number): Count => ({ kind: 'at most', n })

/**
 * Both figures are possible; a < b.
 * @example
 * between(1, 30) // => { kind: 'between', from: 1, to: 30 }
 */
export const between = (a: number, b: number): Count => ({ kind: 'between', from: a, to: b })

/**
 * `?`: a number exists and nobody gives it.
 * @example
 * unknownCount // => { kind: 'unknown' }
 */
export const unknownCount: Count = { kind: 'unknown' }

/**
 * The bounds that are sure. "About" has none unless a tolerance is stated; an absent `high` means no upper bound.
 * @example
 * boundsOfCount({ kind: 'more than', n: 320 }) // => { low: 321 }
 * boundsOfCount({ kind: 'about', n: 350 }) // => { low: 0 }
 * boundsOfCount({ kind: 'about', n: 350, tolerance: 20 }) // => { low: 330, high: 370 }
 */
export const boundsOfCount = (count: Count): { readonly low: number; readonly high?: number } => {
  switch (count.kind) {
    case 'exact':
      return { low: count.n, high: count.n }
    case 'about':
      return count.tolerance === undefined ? { low: 0 } : { low: Math.max(0, count.n - count.tolerance), high: count.n + count.tolerance }
    case 'more than':
      return { low: count.n + 1 }
    case 'at least':
      return { low: count.n }
    case 'less than':
      return { low: 0, high: count.n - 1 }
    case 'at most':
      return { low: 0, high: count.n }
    case 'between':
      return { low: count.from, high: count.to }
    case 'unknown':
      return { low: 0 }
  }
}

/**
 * A count as answers show it, thousands unseparated.
 * @example
 * showCount({ kind: 'exact', n: 10 }) // => '=10'
 * showCount({ kind: 'between', from: 1, to: 30 }) // => '1–30'
 * showCount({ kind: 'unknown' }) // => '?'
 */
export const showCount = (count: Count): string => {
  switch (count.kind) {
    case 'exact':
      return `=${count.n}`
    case 'about':
      return `≈${count.n}`
    case 'more than':
      return `>${count.n}`
    case 'at least':
      return `≥${count.n}`
    case 'less than':
      return `<${count.n}`
    case 'at most':
      return `≤${count.n}`
    case 'between':
      return `${count.from}–${count.to}`
    case 'unknown':
      return '?'
  }
}

const rank = (count: Count): number => {
  const { low, high } = boundsOfCount(count)
  return low === 0 && high === undefined ? -1 : low
}

/**
 * The order of a ranking: by the sure lower bound, the highest first; counts without any sure bound come last. 0 where they rank alike.
 * @example
 * compareCounts({ kind: 'exact', n: 5 }, { kind: 'more than', n: 3 }) // => -1
 * compareCounts({ kind: 'about', n: 350 }, { kind: 'exact', n: 0 }) // => 1
 */
export const compareCounts = (a: Count, b: Count): -1 | 0 | 1 => {
  const [x, y] = [rank(a), rank(b)]
  return x === y ? 0 : x > y ? -1 : 1
}
