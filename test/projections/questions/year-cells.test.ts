import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, compareDates, daysBetween } from '../../../src/domain/vocabulary/civil-date.js'
import { boundsOfCount, type Count } from '../../../src/domain/vocabulary/count.js'
import { daysOfYear, type ReportingYear, yearOfDay } from '../../../src/domain/vocabulary/reporting-year.js'
import type { Window } from '../../../src/domain/vocabulary/window.js'
import { withRest } from '../../../src/projections/questions/parts/cities.js'
import { type Counted, cellOf, type YearRule, yearsOf } from '../../../src/projections/questions/parts/year-cells.js'

/*
 * Brute force: a small record is taken with every world that it allows (so many officers, each with a first and a last day within the
 * windows), and the table must hold each of those worlds within its bounds.
 */

const calendar: ReportingYear = { month: 1, day: 1 }
const around = (n: number): CivilDate => addDays('2023-12-30', n)
const window = (min: number): fc.Arbitrary<Window> =>
  fc.record({ at: fc.integer({ min, max: min + 3 }), more: fc.integer({ min: 0, max: 2 }) }).map(({ at, more }) => ({
    earliest: around(at),
    latest: around(at + more),
  }))
const count: fc.Arbitrary<Count> = fc.oneof(
  fc.integer({ min: 0, max: 2 }).map((n): Count => ({ kind: 'exact', n })),
  fc.constant<Count>({ kind: 'between', from: 1, to: 2 }),
  fc.constant<Count>({ kind: 'at most', n: 2 }),
)
// A stay begins in the first week and ends in the second: no world has it end before it begins.
const counted: fc.Arbitrary<Counted> = fc
  .record({ count, start: window(0), end: window(6) })
  .map(({ count, start, end }) => ({ count, spells: [{ start, end }] }))

interface Stay {
  readonly first: CivilDate
  readonly after: CivilDate
}

const daysIn = ({ earliest, latest }: Window): ReadonlyArray<CivilDate> =>
  earliest === undefined || latest === undefined
    ? []
    : Array.from({ length: daysBetween(earliest, latest) + 1 }, (_, n) => addDays(earliest, n))

const staysOf = ({ spells }: Counted): ReadonlyArray<Stay> =>
  spells.flatMap(({ start, end }) => daysIn(start).flatMap((first) => daysIn(end ?? {}).map((after) => ({ first, after }))))

/** Every way in which the officers of one line may have been away. */
const worldsOf = (line: Counted): ReadonlyArray<ReadonlyArray<Stay>> => {
  const { low, high = low } = boundsOfCount(line.count)
  const stays = staysOf(line)
  const ofSize = (n: number): ReadonlyArray<ReadonlyArray<Stay>> =>
    n === 0 ? [[]] : ofSize(n - 1).flatMap((world) => stays.map((stay) => [...world, stay]))
  return Array.from({ length: high - low + 1 }, (_, n) => ofSize(low + n)).flat()
}

const numberIn = (world: ReadonlyArray<Stay>, year: number, rule: YearRule): number => {
  if (rule === 'start') return world.filter(({ first }) => yearOfDay(calendar, first) === year).length
  const { from, to } = daysOfYear(calendar, year)
  return world.reduce((sum, { first, after }) => {
    const days = daysBetween(compareDates(first, from) > 0 ? first : from, compareDates(after, to) < 0 ? after : to)
    return sum + Math.max(0, days)
  }, 0)
}

describe.each(['start', 'days'] as const)('a table by year, counted by %s', (rule) => {
  it('holds every world that the record allows within the bounds of each year', () =>
    fc.assert(
      fc.property(counted, (line) => {
        const years = yearsOf([line], calendar, rule).flatMap((year) => (year._tag === 'sure' ? [year] : []))
        for (const year of years) {
          const { range } = cellOf([line], year, calendar, rule)
          const { low, high } = range === undefined ? { low: 0, high: 0 } : boundsOfCount(range)
          for (const world of worldsOf(line)) {
            const n = numberIn(world, year.year, rule)
            expect(low <= n && (high === undefined || n <= high)).toBe(true)
          }
        }
        const listed = new Set(years.map(({ year }) => year))
        for (const world of worldsOf(line))
          for (const year of [2022, 2023, 2024, 2025]) if (!listed.has(year)) expect(numberIn(world, year, rule)).toBe(0)
      }),
      { numRuns: 60 },
    ))
})

describe('the lines of a table', () => {
  it('add up to the total: by start nobody stands in two of them', () =>
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 4 }), (lines) => {
        // The line of one of two years is a line of its own; a year holds those who are surely of it.
        const cells = yearsOf(lines, calendar, 'start').map((year) => [year._tag, cellOf(lines, year, calendar, 'start').sure] as const)
        const parts = cells.filter(([tag]) => tag !== 'all').map(([, sure]) => sure)
        const whole = cells.find(([tag]) => tag === 'all')?.[1]
        expect(parts.reduce((sum, { low }) => sum + low, 0)).toBe(whole?.low)
        expect(parts.reduce((sum, { high = 0 }) => sum + high, 0)).toBe(whole?.high)
      }),
    ))

  it('agree with the whole when what is left has a line of its own', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }), (n, parts) => {
        fc.pre(parts.reduce((sum, part) => sum + part, 0) <= n)
        const shares = parts.map((part, at) => ({ label: `unit ${at}`, count: { kind: 'exact', n: part } as const }))
        const lines = withRest({ kind: 'exact', n }, shares, 'not stated')
        expect(lines.reduce((sum, line) => sum + boundsOfCount(line.count).low, 0)).toBe(n)
        expect(lines.reduce((sum, line) => sum + (boundsOfCount(line.count).high ?? 0), 0)).toBe(n)
      }),
    ))
})
