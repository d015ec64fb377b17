import { type Invalid, invalid } from './invalid.js'
import { endAfter, endWindow, type Length, lengthField } from './length.js'
import { type Field, field, type Parser, parserOf, shape } from './plain.js'
import { type StatedDate, statedDateField, windowOf } from './stated-date.js'
import { movedByDays, precedes, type Window } from './window.js'

/**
 * When something runs, as far as stated: a first day, a last day, a length, each of them or none.
 * @example
 * plannedEnd({ start: { edtf: '2024-12' }, length: { kind: 'exact', span: { n: 3, unit: 'month' } } }) // => { edtf: '2025-03~', derived: 'start and length' }
 */
export interface Period {
  readonly start?: StatedDate
  /** The last day, as stated. */
  readonly end?: StatedDate
  readonly length?: Length
  /** The members of a cohort need not all start on the same day. */
  readonly startsStaggered?: true
}

const PERIOD = shape(
  'a period',
  {},
  { start: statedDateField, end: statedDateField, length: lengthField, startsStaggered: field((value) => value === true, 'true') },
)

const runsBackwards = ({ start, end }: Period): boolean =>
  start !== undefined && end !== undefined && precedes(windowOf(end), windowOf(start)) === 'yes'

/**
 * Whether a value is a period whose end does not surely lie before its start.
 * @example
 * isPeriod({ start: { edtf: '2023-12-18' }, end: { edtf: '2023-12-18' } }) // => true
 * isPeriod({ start: { edtf: '2023-12-18' }, end: { edtf: '2023-11' } }) // => false
 */
export const isPeriod = (value: unknown): value is Period => PERIOD.is(value) && !runsBackwards(value as Period)

/**
 * Accepts what `isPeriod` accepts.
 * @example
 * parsePeriod({}) // => { _tag: 'Right', right: {} }
 */
export const parsePeriod: Parser<Period> = parserOf(
  isPeriod,
  (value): Invalid => (PERIOD.is(value) ? invalid('a period that does not end before it starts', value) : PERIOD.fault(value)),
)

/**
 * A period as a field of a shape.
 * @example
 * periodField.is({ start: { edtf: '2023-12-18' } }) // => true
 */
export const periodField: Field = { is: isPeriod, parse: parsePeriod }

/**
 * The window of the half-open end, the day after the last: from the stated end, else from start and length; `undefined` where neither
 * is known. A stated end is never overruled by a length.
 * @example
 * toWindow({ end: { edtf: '2025-02-28' } }) // => { earliest: '2025-03-01', latest: '2025-03-01' }
 * toWindow({ start: { edtf: '2025-02-28' } }) // => undefined
 */
export const toWindow = ({ start, end, length }: Period): Window | undefined => {
  if (end !== undefined) return movedByDays(windowOf(end), 1)
  return start !== undefined && length !== undefined ? endWindow(start, length) : undefined
}

/**
 * The planned end for display. Stated: the last day. Derived (marked so): the day after the last. `undefined`: nothing is known.
 * @example
 * plannedEnd({ end: { edtf: '2025-02-28' } }) // => { edtf: '2025-02-28' }
 * plannedEnd({}) // => undefined
 */
export const plannedEnd = ({ start, end, length }: Period): StatedDate | undefined => {
  if (end !== undefined) return end
  return start !== undefined && length !== undefined ? endAfter(start, length) : undefined
}

/**
 * Whether the planned end is a stated one or was worked out; `undefined` where there is none.
 * @example
 * endIs({ end: { edtf: '2025-02-28' } }) // => 'stated'
 * endIs({ end: { edtf: '2025-02-28', derived: 'issue date' } }) // => 'derived'
 */
export const endIs = (period: Period): 'stated' | 'derived' | undefined => {
  const end = plannedEnd(period)
  return end && (end.derived === undefined ? 'stated' : 'derived')
}
