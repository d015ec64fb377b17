import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partOfMonth } from '../../../src/domain/vocabulary/part-of-month.js'
import {
  closedBy,
  isDayRange,
  isStatedDate,
  parseDayRange,
  parseStatedDate,
  type StatedDate,
  showDate,
  surelyBy,
  windowOf,
} from '../../../src/domain/vocabulary/stated-date.js'
import { day, statedDate, window } from './arbitraries.js'

describe('windowOf', () => {
  it.each<[StatedDate, object]>([
    [
      { edtf: '2024-12-01~', words: 'early December 2024' },
      { earliest: '2024-12-01', latest: '2024-12-10' },
    ],
    [
      { edtf: '2024-12', words: 'since early December' },
      { earliest: '2024-12-01', latest: '2024-12-10' },
    ],
    [
      { edtf: '2024-12~', words: 'Mid-December' },
      { earliest: '2024-12-11', latest: '2024-12-20' },
    ],
    [
      { edtf: '2024-02', words: 'late Feb. 2024' },
      { earliest: '2024-02-21', latest: '2024-02-29' },
    ],
    [
      { edtf: '2024-12', words: '2024年12月上旬' },
      { earliest: '2024-12-01', latest: '2024-12-10' },
    ],
    [
      { edtf: '2025-03', words: '3月下旬' },
      { earliest: '2025-03-21', latest: '2025-03-31' },
    ],
    // Words that do not fit the value, or say something else, do not make a window.
    [
      { edtf: '2024-11', words: 'early December 2024' },
      { earliest: '2024-11-01', latest: '2024-11-30' },
    ],
    [
      { edtf: '2024-12', words: 'early December 2023' },
      { earliest: '2024-12-01', latest: '2024-12-31' },
    ],
    [
      { edtf: '2024', words: 'early December 2024' },
      { earliest: '2024-01-01', latest: '2024-12-31' },
    ],
    [
      { edtf: '2024-12', words: 'early to mid December' },
      { earliest: '2024-12-01', latest: '2024-12-31' },
    ],
    [
      { edtf: '2024-12', words: 'before early December' },
      { earliest: '2024-12-01', latest: '2024-12-31' },
    ],
    [
      { edtf: '2024-12', words: '12月上旬前' },
      { earliest: '2024-12-01', latest: '2024-12-31' },
    ],
    [
      { edtf: '2024-12-05', words: 'early December 2024' },
      { earliest: '2024-12-05', latest: '2024-12-05' },
    ],
    [
      { edtf: '2024-12/2025-03', words: 'early December' },
      { earliest: '2024-12-01', latest: '2025-03-31' },
    ],
    [
      { edtf: '2024-12-01~', words: 'about the first' },
      { earliest: '2024-11-21', latest: '2024-12-11' },
    ],
    // What the caller states stands instead of everything else.
    [
      { edtf: '2024-12-01~', words: 'early December 2024', within: { from: '2024-12-02', to: '2024-12-06' } },
      { earliest: '2024-12-02', latest: '2024-12-06' },
    ],
  ])('%j', (date, expected) => {
    expect(windowOf(date)).toEqual(expected)
  })
})

describe('part of a month', () => {
  it.each(['January', 'february', 'MARCH', 'Apr', 'may', 'June', 'Jul', 'August', 'Sep.', 'October', 'Nov', 'December'])(
    'knows %s',
    (name) => {
      expect(partOfMonth(`late ${name}`)).toMatchObject({ part: 'late' })
    },
  )

  it.each(['early Octobers', 'early Decem', 'nearly December', 'early in the year', 'late', '', '13月上旬', '上旬'])(
    'reads nothing into %j',
    (words) => {
      expect(partOfMonth(words)).toBeUndefined()
    },
  )

  it('reads every month right', () => {
    const months = 'January February March April May June July August September October November December'.split(' ')
    expect(months.map((month) => partOfMonth(`mid ${month}`)?.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})

describe('a report closes the later side', () => {
  it('and never the earlier one', () => {
    fc.assert(
      fc.property(window, day, (vague, issued) => {
        const closed = closedBy(vague, issued)
        expect(closed.earliest).toBe(vague.earliest)
        expect(closedBy(closed, issued)).toEqual(closed)
        if (vague.earliest === undefined || vague.earliest <= issued)
          expect(closed.latest !== undefined && closed.latest <= issued).toBe(true)
      }),
    )
  })

  it('leaves alone a window that begins after it', () => {
    expect(closedBy({ earliest: '2022-01-01' }, '2021-12-17')).toEqual({ earliest: '2022-01-01' })
  })
})

describe('surelyBy', () => {
  it('counts a date from its latest possible day, and a missing one from never', () => {
    expect([surelyBy({ edtf: '2023' }, '2023-12-31'), surelyBy({ edtf: '2023' }, '2023-12-30')]).toEqual([true, false])
    expect([surelyBy(undefined, '9999-12-31'), surelyBy({ edtf: 'XXXX-05-04' }, '9999-12-31')]).toEqual([false, false])
  })

  it('stays true on every later day', () => {
    fc.assert(fc.property(statedDate, day, day, (date, a, b) => a > b || !surelyBy(date, a) || surelyBy(date, b)))
  })
})

describe('showDate', () => {
  it('never lets a derived date look like a stated one', () => {
    expect([showDate({ edtf: '2023-06-15', derived: 'signing' }), showDate({ edtf: '2023-06-15' })]).toEqual([
      '2023-06-15 (derived)',
      '2023-06-15',
    ])
  })
})

describe('stored form', () => {
  const full = {
    edtf: '2024-12-01~',
    words: '自\n十二月初',
    yearFrom: 'text',
    within: { from: '2024-12-01', to: '2024-12-10' },
    derived: 'issue date',
  }

  it('accepts every field', () => {
    expect(parseStatedDate(full)).toEqual({ _tag: 'Right', right: full })
  })

  it.each([
    [{ ...full, within: { from: '2024-12-10', to: '2024-12-01' } }, 'within'],
    [{ ...full, within: { from: '2024-12-10' } }, 'within.to'],
    [{ ...full, within: { ...full.within, why: 'x' } }, 'within.why'],
    [{ ...full, edtf: '2024-12-32' }, 'edtf'],
    [{ words: 'x' }, 'edtf'],
    [{ ...full, words: '' }, 'words'],
    [{ ...full, words: undefined }, 'words'],
    [{ ...full, words: 'x'.repeat(501) }, 'words'],
    [{ ...full, yearFrom: 'guess' }, 'yearFrom'],
    [{ ...full, derived: true }, 'derived'],
    [{ ...full, year: 2024 }, 'year'],
    ['2024-12-01', ''],
    [[full], ''],
  ])('refuses %j, naming the place', (value, path) => {
    expect(isStatedDate(value)).toBe(false)
    expect(parseStatedDate(value)).toMatchObject({ _tag: 'Left', left: { path } })
  })

  it('of a range of days refuses one that ends before it begins', () => {
    expect(isDayRange({ from: '2024-12-02', to: '2024-12-01' })).toBe(false)
    expect(parseDayRange({ from: '2024-12-02', to: '2024-12-01' })).toMatchObject({ _tag: 'Left' })
  })
})
