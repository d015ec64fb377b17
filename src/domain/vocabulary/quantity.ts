import { invalid } from './invalid.js'
import { type Field, field, oneOf, type Parser, parserOf, shape, tagged } from './plain.js'
import { textField } from './text.js'

/**
 * A measured number as somebody gave it: a percentage, a sum of money, an average. It may have decimals; people are counted by a `Count`.
 * @example
 * showQuantity({ kind: 'about', n: 12.5 }) // => '≈12.5'
 */
export type Quantity =
  | { readonly kind: 'exact' | 'about' | 'more than' | 'at least' | 'less than' | 'at most'; readonly n: number; readonly words?: string }
  | { readonly kind: 'between'; readonly from: number; readonly to: number; readonly words?: string }
  | { readonly kind: 'unknown'; readonly words?: string }

// Four decimals and fifteen digits in all: every such number is written and read back the same.
const DECIMALS = 10_000
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 1e11 && !Object.is(value, -0) && Math.round(value * DECIMALS) / DECIMALS === value

const number = field(isNumber, 'a number, not negative, of at most four decimals')
const words = { words: textField(500) }
const stated = (kind: string) => shape('a quantity', { kind: oneOf(kind), n: number }, words)
const QUANTITY = tagged('kind', 'a quantity', {
  exact: stated('exact'),
  about: stated('about'),
  'more than': stated('more than'),
  'at least': stated('at least'),
  'less than': stated('less than'),
  'at most': stated('at most'),
  between: shape('a range', { kind: oneOf('between'), from: number, to: number }, words),
  unknown: shape('an unknown quantity', { kind: oneOf('unknown') }, words),
})

const isShaped = (value: unknown): value is Quantity => QUANTITY.is(value)

/**
 * Whether a value is a quantity: not negative, at most four decimals, a range from the lower to the higher.
 * @example
 * isQuantity({ kind: 'exact', n: 37.5 }) // => true
 * isQuantity({ kind: 'exact', n: -1 }) // => false
 */
export const isQuantity = (value: unknown): value is Quantity => isShaped(value) && (value.kind !== 'between' || value.from < value.to)

/**
 * Accepts what `isQuantity` accepts.
 * @example
 * parseQuantity({ kind: 'unknown' }) // => { _tag: 'Right', right: { kind: 'unknown' } }
 */
export const parseQuantity: Parser<Quantity> = parserOf(isQuantity, (value) =>
  QUANTITY.is(value) ? invalid('a range from the lower to the higher number', value) : QUANTITY.fault(value),
)

/**
 * A quantity as a field of a shape.
 * @example
 * quantityField.is({ kind: 'exact', n: 0.5 }) // => true
 */
export const quantityField: Field = { is: isQuantity, parse: parseQuantity }

/**
 * The sure bounds; "about" has none, and a bound that the number itself does not reach ("more than 4") is given as that number.
 * @example
 * boundsOfQuantity({ kind: 'exact', n: 2.5 }) // => { low: 2.5, high: 2.5 }
 * boundsOfQuantity({ kind: 'about', n: 2.5 }) // => { low: 0 }
 */
export const boundsOfQuantity = (quantity: Quantity): { readonly low: number; readonly high?: number } => {
  switch (quantity.kind) {
    case 'exact':
      return { low: quantity.n, high: quantity.n }
    case 'more than':
    case 'at least':
      return { low: quantity.n }
    case 'less than':
    case 'at most':
      return { low: 0, high: quantity.n }
    case 'between':
      return { low: quantity.from, high: quantity.to }
    case 'about':
    case 'unknown':
      return { low: 0 }
  }
}

/**
 * A quantity as answers show it.
 * @example
 * showQuantity({ kind: 'exact', n: 37.5 }) // => '=37.5'
 * showQuantity({ kind: 'between', from: 2, to: 3.5 }) // => '2–3.5'
 */
export const showQuantity = (quantity: Quantity): string => {
  switch (quantity.kind) {
    case 'exact':
      return `=${quantity.n}`
    case 'about':
      return `≈${quantity.n}`
    case 'more than':
      return `>${quantity.n}`
    case 'at least':
      return `≥${quantity.n}`
    case 'less than':
      return `<${quantity.n}`
    case 'at most':
      return `≤${quantity.n}`
    case 'between':
      return `${quantity.from}–${quantity.to}`
    case 'unknown':
      return '?'
  }
}
