import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  daysInclusive,
  isCivilDate,
  lastOfMonth,
  parseCivilDate,
} from '../../../src/domain/vocabulary/civil-date.js'
import { anyDay } from './arbitraries.js'

const inUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

describe('a civil date', () => {
  it.each(['0001-01-01', '1900-02-28', '2000-02-29', '2024-02-29', '9999-12-31'])('accepts %s', (date) => {
    expect(parseCivilDate(date)).toEqual({ _tag: 'Right', right: date })
  })

  it.each([
    '1900-02-29',
    '2023-02-29',
    '2023-04-31',
    '2023-00-10',
    '2023-13-10',
    '2023-12-00',
    '2023-12-32',
    '0000-01-01',
    '-001-01-01',
    '10000-01-01',
    '2023-1-01',
    '20231218',
    '2023-12-18T00:00:00Z',
    '2023-12-18~',
    ' 2023-12-18',
    '2023-12-18\n',
    '２０２３-12-18',
    '',
    '2023',
    20231218,
    null,
    undefined,
    ['2023-12-18'],
    Object('2023-12-18'),
  ])('refuses %j', (value) => {
    expect(isCivilDate(value)).toBe(false)
    expect(parseCivilDate(value)).toMatchObject({ _tag: 'Left', left: { _tag: 'Invalid', path: '' } })
  })

  it('refuses a huge string at once', () => {
    expect(isCivilDate('2023-12-18'.repeat(1_000_000))).toBe(false)
  })
})

describe('adding', () => {
  it.each([
    ['2023-12-18', 3, '2024-03-18'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -12, '2023-01-15'],
    ['0001-01-15', -1, '0001-01-01'],
    ['9999-12-15', 1, '9999-12-31'],
  ] as const)('%s and %i months is %s', (date, n, expected) => {
    expect(addMonths(date, n)).toBe(expected)
  })

  it('stops at the edges of the calendar', () => {
    expect([addDays('0001-01-02', -5), addDays('9999-12-30', 5)]).toEqual(['0001-01-01', '9999-12-31'])
    expect([addDays('2024-01-01', Number.POSITIVE_INFINITY), addMonths('2024-01-01', -1e15)]).toEqual(['9999-12-31', '0001-01-01'])
  })

  it('days agrees with the calendar of the machine', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, n) => {
        const moved = addDays(date, n)
        expect(isCivilDate(moved)).toBe(true)
        fc.pre(moved !== '0001-01-01' && moved !== '9999-12-31')
        expect(inUtc(moved) - inUtc(date)).toBe(n)
        expect(daysBetween(date, moved)).toBe(n)
        expect(addDays(moved, -n)).toBe(date)
      }),
    )
  })

  it('days by steps is adding them at once', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat({ max: 900 }),
        fc.nat({ max: 900 }),
        (date, a, b) => addDays(addDays(date, a), b) === addDays(date, a + b),
      ),
    )
  })

  it('months keeps the order of days and lands in the right month', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -600, max: 600 }), (a, b, n) => {
        const [x, y] = a <= b ? [a, b] : [b, a]
        expect(addMonths(x, n) <= addMonths(y, n)).toBe(true)
        expect(isCivilDate(addMonths(x, n))).toBe(true)
      }),
    )
  })

  it('months there and back loses at most the clamped days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (date, n) => {
        fc.pre(date < '9900-01-01')
        const back = daysBetween(addMonths(addMonths(date, n), -n), date)
        return back >= 0 && back <= 3
      }),
    )
  })
})

describe('lengths in days', () => {
  it('counts the first and the last day: 18 to 20 December is three days', () => {
    expect(daysInclusive('2024-12-18', '2024-12-20')).toBe(3)
    expect(daysInclusive('2024-12-18', '2024-12-18')).toBe(1)
  })

  it('has no days when the last lies before the first', () => {
    expect(daysInclusive('2024-12-20', '2024-12-18')).toBe(0)
  })
})

describe('order', () => {
  it('of the strings is the order of the days', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => compareDates(a, b) === (Math.sign(daysBetween(b, a)) || 0)))
  })

  it('ends each month with a day whose next is the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) =>
        addDays(lastOfMonth(year, month), 1).endsWith('-01'),
      ),
    )
  })
})
