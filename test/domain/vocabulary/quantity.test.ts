import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { boundsOfQuantity, isQuantity, parseQuantity, type Quantity, showQuantity } from '../../../src/domain/vocabulary/quantity.js'

const number = fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => n / 10_000)
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record(
    { kind: fc.constantFrom('exact', 'about', 'more than', 'at least', 'less than', 'at most'), n: number },
    { noNullPrototype: true },
  ),
  fc.constant<Quantity>({ kind: 'unknown', words: 'not stated' }),
)

describe('a quantity', () => {
  it('of up to four decimals is accepted, and is the same after JSON', () =>
    fc.assert(
      fc.property(quantity, (value) => {
        expect(isQuantity(value)).toBe(true)
        expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value)
      }),
    ))

  test.each([
    ['negative', { kind: 'exact', n: -0.5 }],
    ['minus zero', { kind: 'exact', n: -0 }],
    ['five decimals', { kind: 'exact', n: 0.00001 }],
    ['a sum of floating points', { kind: 'exact', n: 0.1 + 0.2 }],
    ['no number', { kind: 'exact', n: Number.NaN }],
    ['without end', { kind: 'at most', n: Number.POSITIVE_INFINITY }],
    ['a backward range', { kind: 'between', from: 2, to: 1 }],
    ['an empty range', { kind: 'between', from: 2, to: 2 }],
    ['of a strange kind', { kind: 'roughly', n: 2 }],
    ['with a surplus field', { kind: 'exact', n: 2, unit: 'hours' }],
  ])('that is %s is rejected', (_, value) => expect(parseQuantity(value)._tag).toBe('Left'))

  test.each([
    [{ kind: 'more than', n: 1.5 }, '>1.5', { low: 1.5 }],
    [{ kind: 'less than', n: 1.5 }, '<1.5', { low: 0, high: 1.5 }],
    [{ kind: 'between', from: 1, to: 1.5 }, '1–1.5', { low: 1, high: 1.5 }],
    [{ kind: 'unknown' }, '?', { low: 0 }],
    [{ kind: 'about', n: 40 }, '≈40', { low: 0 }],
  ] as const)('%j shows as %s', (value, shown, bounds) => {
    expect(showQuantity(value)).toBe(shown)
    expect(boundsOfQuantity(value)).toStrictEqual(bounds)
  })
})
