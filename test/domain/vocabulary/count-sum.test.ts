import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOfCount, type Count, showCount } from '../../../src/domain/vocabulary/count.js'
import { remainder, shareOfClosedList, showSum, sumCounts, withBounds } from '../../../src/domain/vocabulary/count-sum.js'
import { count, told } from './arbitraries.js'

const exact = (n: number): Count => ({ kind: 'exact', n })
const about = (n: number): Count => ({ kind: 'about', n })
const moreThan = (n: number): Count => ({ kind: 'more than', n })
const unknown: Count = { kind: 'unknown' }

describe('a sum', () => {
  it('of the three attendances is 1070, not exact', () => {
    expect(sumCounts([about(400), about(350), moreThan(320)])).toEqual({
      terms: 3,
      nominal: 1070,
      exact: false,
      kinds: ['about', 'more than'],
      low: 321,
      unknowns: 0,
    })
  })

  it.each<[ReadonlyArray<Count>, string]>([
    [[], 'nothing on record'],
    [[exact(0)], '=0'],
    [[exact(1000), exact(70)], '=1070'],
    [[about(400), about(350), about(320)], '≈1070'],
    [[about(400), about(350), moreThan(320)], '1070, not exact (about, more than), at least 321'],
    [[exact(5), unknown], '? (at least 5)'],
    [[about(5), unknown], '?'],
    [[unknown], '?'],
    [[moreThan(320)], '>320'],
    [[moreThan(320), moreThan(10)], '≥332'],
    [[{ kind: 'less than', n: 5 }], '<5'],
    [
      [
        { kind: 'less than', n: 5 },
        { kind: 'less than', n: 5 },
      ],
      '≤8',
    ],
    [
      [
        { kind: 'at least', n: 2 },
        { kind: 'at least', n: 3 },
      ],
      '≥5',
    ],
    [
      [
        { kind: 'at most', n: 2 },
        { kind: 'at most', n: 3 },
      ],
      '≤5',
    ],
    [
      [
        { kind: 'between', from: 1, to: 30 },
        { kind: 'between', from: 2, to: 4 },
      ],
      '3–34',
    ],
    [[exact(10), { kind: 'between', from: 1, to: 30 }], 'not exact (between, exact), at least 11, at most 40'],
    [[about(10), { kind: 'at most', n: 5 }], '15, not exact (about, at most)'],
    [[exact(10), { kind: 'less than', n: 5 }], '15, not exact (exact, less than), at least 10, at most 14'],
  ])('%j shows as %s', (counts, shown) => {
    expect(showSum(sumCounts(counts))).toBe(shown)
  })

  it('does not depend on the order', () => {
    const pair = fc
      .array(count, { maxLength: 8 })
      .chain((counts) => fc.tuple(fc.constant(counts), fc.shuffledSubarray(counts, { minLength: counts.length })))
    fc.assert(
      fc.property(pair, ([counts, shuffled]) => {
        expect(sumCounts(shuffled)).toEqual(sumCounts(counts))
      }),
    )
  })

  it('has bounds that hold the true sum', () => {
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 8 }), (tellings) => {
        const truth = tellings.reduce((sum, telling) => sum + telling.truth, 0)
        const { low, high, exact: isExact, nominal } = sumCounts(tellings.map((telling) => telling.count))
        expect(low <= truth && (high === undefined || truth <= high)).toBe(true)
        if (isExact) expect(nominal).toBe(truth)
      }),
    )
  })

  it('is exact only where every count is', () => {
    fc.assert(
      fc.property(
        fc.array(count),
        (counts) => sumCounts(counts).exact === (counts.length > 0 && counts.every(({ kind }) => kind === 'exact')),
      ),
    )
  })

  it('of one count shows as the count', () => {
    fc.assert(fc.property(count, (one) => showSum(sumCounts([one])) === showCount(one)))
  })
})

describe('a remainder', () => {
  it.each<[Count, ReadonlyArray<Count>, string]>([
    [exact(10), [exact(4), exact(6)], '=0'],
    [exact(10), [exact(4)], '=6'],
    [exact(30), [unknown], '≤30'],
    [exact(30), [exact(1), unknown], '≤29'],
    [exact(10), [{ kind: 'at least', n: 2 }], '≤8'],
    [exact(10), [{ kind: 'between', from: 1, to: 3 }], '7–9'],
    [exact(10), [about(3)], '≤10'],
    [about(350), [exact(50)], '≈300'],
    [about(350), [exact(400)], '?'],
    [{ kind: 'about', n: 350, tolerance: 20 }, [exact(50)], '280–320'],
    [moreThan(320), [exact(20)], '≥301'],
    [unknown, [exact(4)], '?'],
    [exact(10), [exact(12)], '?'],
    [about(10), [], '≈10'],
  ])('of %j without %j is %s', (whole, parts, left) => {
    expect(showCount(remainder(whole, parts))).toBe(left)
  })

  it('holds what was truly left', () => {
    fc.assert(
      fc.property(told, fc.array(told, { minLength: 1, maxLength: 4 }), fc.nat({ max: 200 }), (_, parts, rest) => {
        const whole = exact(parts.reduce((sum, part) => sum + part.truth, rest))
        const { low, high } = boundsOfCount(
          remainder(
            whole,
            parts.map((part) => part.count),
          ),
        )
        expect(low <= rest && (high === undefined || rest <= high)).toBe(true)
      }),
    )
  })

  it('grows no wider when a part is learned', () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.nat({ max: 50 }), (part, rest) => {
        const before = boundsOfCount(remainder(exact(part + rest), [unknown]))
        const after = boundsOfCount(remainder(exact(part + rest), [exact(part)]))
        expect(after.low >= before.low && (after.high ?? 0) <= (before.high ?? Number.POSITIVE_INFINITY)).toBe(true)
      }),
    )
  })
})

describe('the share of each home of a closed list', () => {
  it.each<[Count, number, string]>([
    [exact(10), 8, '1–3'],
    [exact(10), 10, '=1'],
    [exact(10), 1, '=10'],
    [about(350), 1, '≈350'],
    [about(10), 8, '≥1'],
    [unknown, 2, '≥1'],
    [exact(5), 8, '?'],
    [exact(5), 0, '?'],
  ])('of %j over %i homes is %s', (n, k, share) => {
    expect(showCount(shareOfClosedList(n, k))).toBe(share)
  })

  it('holds for every way to share them out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 12 }), (homes) => {
        const n = homes.reduce((sum, home) => sum + home, 0)
        const { low, high } = boundsOfCount(shareOfClosedList(exact(n), homes.length))
        expect(homes.every((home) => low <= home && home <= (high ?? 0))).toBe(true)
      }),
    )
  })
})

describe('withBounds', () => {
  it('keeps exactly the bounds given', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.nat(), { nil: undefined }), (low, more) => {
        const high = more === undefined ? undefined : low + more
        expect(boundsOfCount(withBounds(low, high))).toEqual(high === undefined ? { low } : { low, high })
      }),
    )
  })
})
