import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'
import { addDays, type CivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import {
  calendarYear,
  daysOfYear,
  financialYear,
  labelOfYear,
  parseReportingYear,
  showReportingYear,
  yearOf,
  yearOfDay,
} from '../../../src/domain/vocabulary/reporting-year.js'

const year = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
const day = fc.integer({ min: 0, max: 20_000 }).map((n): CivilDate => addDays('1990-01-01', n))

describe('a reporting year', () => {
  test.each([
    ['calendar', calendarYear],
    ['financial', financialYear],
    ['09-01', { month: 9, day: 1 }],
  ])('is read from %s', (text, kind) => expect(parseReportingYear(text)).toStrictEqual(E.right(kind)))

  test.each(['', 'fiscal', '9-1', '13-01', '00-01', '02-29', '04-31', '04-00'])('is not read from %j', (text) =>
    expect(E.isLeft(parseReportingYear(text))).toBe(true),
  )

  it('runs from its first day to the day before the next', () => {
    expect(daysOfYear(financialYear, 2023)).toStrictEqual({ from: '2023-04-01', to: '2024-04-01' })
    expect([showReportingYear(financialYear), showReportingYear(calendarYear)]).toStrictEqual([
      '1 April to 31 March',
      '1 January to 31 December',
    ])
    expect([labelOfYear(financialYear, 2023), labelOfYear(calendarYear, 2023)]).toStrictEqual(['2023-24', '2023'])
  })

  it('has every day in exactly one year', () =>
    fc.assert(
      fc.property(year, day, (kind, on) => {
        const { from, to } = daysOfYear(kind, yearOfDay(kind, on))
        expect(from <= on && on < to).toBe(true)
        expect(daysOfYear(kind, yearOfDay(kind, on) + 1).from).toBe(to)
      }),
    ))

  it('of a window is sure only where all its days lie in it', () =>
    fc.assert(
      fc.property(year, day, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }), (kind, earliest, more, n) => {
        const told = yearOf(kind, { earliest, latest: addDays(earliest, more) })
        const some = yearOfDay(kind, addDays(earliest, Math.min(n, more)))
        if (told._tag === 'sure') expect(some).toBe(told.year)
        else expect(told._tag === 'one of' && told.from <= some && some <= told.to && told.from < told.to).toBe(true)
      }),
    ))

  it('of a window that is open is not known', () => {
    expect(yearOf(calendarYear, { earliest: '2023-01-01' })).toStrictEqual({ _tag: 'not known' })
    expect(yearOf(calendarYear, {})).toStrictEqual({ _tag: 'not known' })
  })
})
