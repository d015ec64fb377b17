import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  about,
  atLeast,
  atMost,
  between,
  boundsOfCount,
  type Count,
  compareCounts,
  exactly,
  isCount,
  lessThan,
  moreThan,
  parseCount,
  showCount,
  unknownCount,
} from '../../../src/domain/vocabulary/count.js'
import { count, told } from './arbitraries.js'

describe('each kind', () => {
  it.each<[Count, string, object]>([
    [exactly(10), '=10', { low: 10, high: 10 }],
    [exactly(0), '=0', { low: 0, high: 0 }],
    [about(350), '≈350', { low: 0 }],
    [{ kind: 'about', n: 350, tolerance: 20 }, '≈350', { low: 330, high: 370 }],
    [{ kind: 'about', n: 5, tolerance: 20 }, '≈5', { low: 0, high: 25 }],
    [moreThan(320), '>320', { low: 321 }],
    [atLeast(5), '≥5', { low: 5 }],
    [lessThan(5), '<5', { low: 0, high: 4 }],
    [atMost(5), '≤5', { low: 0, high: 5 }],
    [between(1, 30), '1–30', { low: 1, high: 30 }],
    [unknownCount, '?', { low: 0 }],
    [exactly(1_070_000), '=1070000', { low: 1_070_000, high: 1_070_000 }],
  ])('%j shows as %s', (given, shown, bounds) => {
    expect(showCount(given)).toBe(shown)
    expect(boundsOfCount(given)).toEqual(bounds)
    expect(parseCount(given)).toEqual({ _tag: 'Right', right: given })
    expect(isCount({ ...given, words: 'as the source says' })).toBe(true)
  })
})

describe('stored form', () => {
  it.each([
    [{ kind: 'exact', n: -1 }, 'n'],
    [{ kind: 'exact', n: -0 }, 'n'],
    [{ kind: 'exact', n: 1.5 }, 'n'],
    [{ kind: 'exact', n: Number.NaN }, 'n'],
    [{ kind: 'exact', n: Number.POSITIVE_INFINITY }, 'n'],
    [{ kind: 'exact', n: Number.MAX_SAFE_INTEGER + 1 }, 'n'],
    [{ kind: 'exact', n: 10n }, 'n'],
    [{ kind: 'exact', n: '10' }, 'n'],
    [{ kind: 'exact', n: null }, 'n'],
    [{ kind: 'exact' }, 'n'],
    [{ kind: 'exact', n: 10, tolerance: 1 }, 'tolerance'],
    [{ kind: 'about', n: 10, tolerance: -1 }, 'tolerance'],
    [{ kind: 'less than', n: 0 }, 'n'],
    [{ kind: 'between', from: 3, to: 3 }, ''],
    [{ kind: 'between', from: 4, to: 3 }, ''],
    [{ kind: 'between', n: 3 }, 'from'],
    [{ kind: 'unknown', n: 3 }, 'n'],
    [{ kind: 'unknown', words: '' }, 'words'],
    [{ kind: 'approximately', n: 3 }, 'kind'],
    [{ kind: 'constructor' }, 'kind'],
    [{ kind: ['exact'], n: 3 }, 'kind'],
    [{ n: 3 }, 'kind'],
    [10, ''],
    ['=10', ''],
    [null, ''],
    [undefined, ''],
    [[{ kind: 'exact', n: 1 }], ''],
  ])('refuses %o, naming the place', (value, path) => {
    expect(isCount(value)).toBe(false)
    expect(parseCount(value)).toMatchObject({ _tag: 'Left', left: { path } })
  })

  it('accepts what is generated, and again after JSON', () => {
    fc.assert(fc.property(count, (given) => isCount(JSON.parse(JSON.stringify(given)))))
  })
})

describe('bounds', () => {
  it('hold the true number', () => {
    fc.assert(
      fc.property(told, ({ truth, count }) => {
        const { low, high } = boundsOfCount(count)
        return low <= truth && (high === undefined || truth <= high)
      }),
    )
  })
})

describe('ranking', () => {
  it('is by the sure lower bound, those without one last', () => {
    const ranked = [about(400), exactly(0), moreThan(320), unknownCount, exactly(10), between(11, 400)].toSorted(compareCounts)
    expect(ranked.map(showCount)).toEqual(['>320', '11–400', '=10', '=0', '≈400', '?'])
  })

  it('is an order', () => {
    fc.assert(fc.property(count, count, (a, b) => compareCounts(a, b) === (-compareCounts(b, a) || 0)))
  })
})
