import { addDays, addMonths, type CivilDate } from './civil-date.js'
import { boundsOf, type Edtf, sidesOf } from './edtf.js'
import { type Invalid, invalid } from './invalid.js'
import { type Field, oneOf, type Parser, parserOf, shape, tagged } from './plain.js'
import { isSurelyLonger, plusSpan, type Span, showSpan, spanField } from './span.js'
import { type StatedDate, windowOf } from './stated-date.js'
import { textField } from './text.js'
import { type Window, windowFrom } from './window.js'

/**
 * How long something is to last, as stated: exactly, about, or between two spans; with the source's words where they are kept.
 * @example
 * isLength({ kind: 'about', span: { n: 3, unit: 'month' }, words: 'around three months' }) // => true
 */
export type Length =
  | { readonly kind: 'exact'; readonly span: Span; readonly words?: string }
  | { readonly kind: 'about'; readonly span: Span; readonly words?: string }
  | { readonly kind: 'between'; readonly from: Span; readonly to: Span; readonly words?: string }

const words = { words: textField(500) }
const LENGTH = tagged('kind', 'a length', {
  exact: shape('an exact length', { kind: oneOf('exact'), span: spanField }, words),
  about: shape('an approximate length', { kind: oneOf('about'), span: spanField }, words),
  between: shape('a range of lengths', { kind: oneOf('between'), from: spanField, to: spanField }, words),
})

/**
 * Whether a value is a length: whole numbers from 1 to 10,000, and no range that surely runs from the longer to the shorter.
 * @example
 * isLength({ kind: 'between', from: { n: 4, unit: 'week' }, to: { n: 3, unit: 'month' } }) // => true
 * isLength({ kind: 'between', from: { n: 3, unit: 'month' }, to: { n: 4, unit: 'week' } }) // => false
 */
export const isLength = (value: unknown): value is Length => {
  if (!LENGTH.is(value)) return false
  const length = value as Length
  return length.kind !== 'between' || !isSurelyLonger(length.from, length.to)
}

/**
 * Accepts what `isLength` accepts.
 * @example
 * parseLength({ kind: 'exact', span: { n: 1, unit: 'year' } }) // => { _tag: 'Right', right: { kind: 'exact', span: { n: 1, unit: 'year' } } }
 */
export const parseLength: Parser<Length> = parserOf(
  isLength,
  (value): Invalid => (LENGTH.is(value) ? invalid('a range from the shorter to the longer span', value) : LENGTH.fault(value)),
)

/**
 * A length as a field of a shape.
 * @example
 * lengthField.is({ kind: 'exact', span: { n: 1, unit: 'year' } }) // => true
 */
export const lengthField: Field = { is: isLength, parse: parseLength }

// Design, settled points: "about n weeks" ±3 days, months ±15 days, years ±3 months. Of days nothing is settled: taken as weeks are.
const loosened = (date: CivilDate, { unit }: Span, direction: -1 | 1): CivilDate => {
  switch (unit) {
    case 'day':
    case 'week':
      return addDays(date, direction * 3)
    case 'month':
      return addDays(date, direction * 15)
    case 'year':
      return addMonths(date, direction * 3)
  }
}

const dayAfter = (date: CivilDate): CivilDate => addDays(date, 1)
const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b)
const later = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a)

const soonest = (start: CivilDate, length: Length): CivilDate => {
  switch (length.kind) {
    case 'exact':
      return plusSpan(start, length.span)
    case 'about':
      return later(dayAfter(start), loosened(plusSpan(start, length.span), length.span, -1))
    case 'between':
      return earlier(plusSpan(start, length.from), plusSpan(start, length.to))
  }
}

const slowest = (start: CivilDate, length: Length): CivilDate => {
  switch (length.kind) {
    case 'exact':
      return plusSpan(start, length.span)
    case 'about':
      return loosened(plusSpan(start, length.span), length.span, 1)
    case 'between':
      return later(plusSpan(start, length.from), plusSpan(start, length.to))
  }
}

/**
 * The window of the day after the last, from the window of the first day: windows add. "About" loosens both sides: n days or weeks by
 * 3 days, n months by 15 days, n years by 3 months, but never to less than one day in all. (That about n days is taken as about n weeks
 * is a choice made here.)
 * @example
 * addLength({ earliest: '2023-12-18', latest: '2023-12-18' }, { kind: 'about', span: { n: 3, unit: 'month' } }) // => { earliest: '2024-03-03', latest: '2024-04-02' }
 */
export const addLength = (window: Window, length: Length): Window =>
  windowFrom(window.earliest && soonest(window.earliest, length), window.latest && slowest(window.latest, length))

/**
 * The window of a period's `to`, the day after the last: the start's window plus the length. Decide with this, not with the window of
 * `endAfter`, which is for display.
 * @example
 * endWindow({ edtf: '2024-12' }, { kind: 'exact', span: { n: 3, unit: 'month' } }) // => { earliest: '2025-03-01', latest: '2025-03-31' }
 */
export const endWindow = (start: StatedDate, length: Length): Window => addLength(windowOf(start), length)

const DIGITS = { year: 4, month: 7, day: 10 } as const

const endEdtf = (edtf: Edtf, length: Length): Edtf => {
  const { first, last } = sidesOf(edtf)
  const { earliest, latest } = boundsOf(edtf)
  if (earliest === undefined && latest === undefined) return 'XXXX'
  const precision = (first ?? last)?.precision ?? 'day'
  const vague = precision !== 'day' || first?.vague === true || last?.vague === true || length.kind === 'about'
  const nominal: Length = length.kind === 'about' ? { kind: 'exact', span: length.span } : length
  const shown = (day: CivilDate): string => `${day.slice(0, DIGITS[precision])}${vague ? '~' : ''}`
  const from = earliest === undefined ? '..' : shown(soonest(earliest, nominal))
  const to = latest === undefined ? '..' : shown(slowest(latest, nominal))
  return from === to ? from : `${from}/${to}`
}

/**
 * The day after the last, for display: half-open `to`, at the precision of the start and marked derived. It is `~` where the start is
 * coarser than a day or vague, or the length is "about"; an interval where the shortest and the longest end differ; `XXXX` where the
 * start names no time.
 * @example
 * endAfter({ edtf: '2023-12-18' }, { kind: 'about', span: { n: 3, unit: 'month' } }) // => { edtf: '2024-03-18~', derived: 'start and length' }
 * endAfter({ edtf: '2024-12' }, { kind: 'exact', span: { n: 3, unit: 'month' } }) // => { edtf: '2025-03~', derived: 'start and length' }
 */
export const endAfter = (start: StatedDate, length: Length): StatedDate => ({
  edtf: endEdtf(start.edtf, length),
  derived: 'start and length',
})

/**
 * A length in words of our own; the source's are in `words`.
 * @example
 * showLength({ kind: 'between', from: { n: 4, unit: 'week' }, to: { n: 3, unit: 'month' } }) // => '4 weeks to 3 months'
 * showLength({ kind: 'about', span: { n: 3, unit: 'month' } }) // => 'about 3 months'
 */
export const showLength = (length: Length): string => {
  switch (length.kind) {
    case 'exact':
      return showSpan(length.span)
    case 'about':
      return `about ${showSpan(length.span)}`
    case 'between':
      return `${showSpan(length.from)} to ${showSpan(length.to)}`
  }
}
