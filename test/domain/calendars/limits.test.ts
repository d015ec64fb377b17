import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Days } from '../../../src/domain/calendars/events.js'
import { brokenLimits, type Served } from '../../../src/domain/calendars/limits.js'
import { covers, lengthOf, overlaps, servedBy, stretchesOf, totalDays, unionOf } from '../../../src/domain/calendars/served.js'
import { addDays, type CivilDate } from '../../../src/domain/vocabulary/civil-date.js'

// Checked against the simplest model there is: a set of days, one by one.

const START = '2023-12-20'
const span = fc
  .tuple(fc.nat(120), fc.nat(40))
  .map(([from, length]): Days => ({ from: addDays(START, from), to: addDays(START, from + length) }))
const spans = fc.array(span, { maxLength: 8 })
const daysOf = (all: ReadonlyArray<Days>): ReadonlySet<CivilDate> =>
  new Set(all.flatMap((one) => Array.from({ length: lengthOf(one) }, (_, n) => addDays(one.from, n))))

/** Days in a row, joined over breaks shorter than this. */
const modelStretches = (all: ReadonlyArray<Days>, breakDays: number): ReadonlyArray<number> => {
  const days = daysOf(all)
  const lengths: Array<number> = []
  let away = Number.POSITIVE_INFINITY
  for (let n = 0; n < 200; n += 1) {
    if (!days.has(addDays(START, n))) {
      away += 1
      continue
    }
    if (away >= Math.max(1, breakDays)) lengths.push(1)
    else lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
    away = 0
  }
  return lengths
}

const check = <A extends [unknown, ...ReadonlyArray<unknown>]>(property: fc.IProperty<A>): void =>
  fc.assert(property, { seed: 20240901, numRuns: 300 })

describe('days in service', () => {
  test('count each day once, whatever the order', () =>
    check(
      fc.property(spans, (all) => {
        expect(totalDays(all)).toBe(daysOf(all).size)
        expect(totalDays(all.toReversed())).toBe(totalDays(all))
        expect(daysOf(unionOf(all))).toStrictEqual(new Set([...daysOf(all)].sort()))
      }),
    ))

  test('stand in stretches that only a long enough break ends; all stretches together are all days', () =>
    check(
      fc.property(spans, fc.nat(20), (all, breakDays) => {
        const stretches = stretchesOf(all, breakDays)
        expect(stretches.map(({ days }) => days)).toStrictEqual(modelStretches(all, breakDays))
        expect(stretches.reduce((sum, { days }) => sum + days, 0)).toBe(totalDays(all))
      }),
    ))

  test('up to a day are those not after it', () =>
    check(
      fc.property(spans, fc.nat(160), (all, n) => {
        const day = addDays(START, n)
        expect(totalDays(servedBy(all, day))).toBe([...daysOf(all)].filter((one) => one <= day).length)
      }),
    ))

  test('overlap where they share a day, and cover where none is missing', () =>
    check(
      fc.property(span, span, (a, b) => {
        fc.pre(lengthOf(a) > 0 && lengthOf(b) > 0)
        const [ofA, ofB] = [daysOf([a]), daysOf([b])]
        expect(overlaps(a, b)).toBe([...ofA].some((day) => ofB.has(day)))
        expect(covers(a, b)).toBe([...ofB].every((day) => ofA.has(day)))
      }),
    ))
})

const served = (placement: number, { from, to }: Days, scheme?: string): Served => ({
  placement: `placement-${placement}`,
  from,
  to,
  ...(scheme && { scheme }),
})

describe('limits', () => {
  test('keep every total of what was let in, in whatever order it came', () =>
    check(
      fc.property(
        spans,
        fc.nat(90),
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        (all, lifetimeTotalDays, longestContinuousDays, breakDays) => {
          const limits = { lifetimeTotalDays, longestContinuousDays, breakDays }
          const held: Array<Served> = []
          for (const [n, one] of all.entries()) {
            const asked = served(n, one)
            if (lengthOf(one) > 0 && brokenLimits(asked, held, limits).length === 0) held.push(asked)
          }
          expect(totalDays(held)).toBeLessThanOrEqual(lifetimeTotalDays)
          for (const { days } of stretchesOf(held, breakDays)) expect(days).toBeLessThanOrEqual(longestContinuousDays)
        },
      ),
    ))

  test('keep the wait between any two that were let in', () =>
    check(
      fc.property(spans, fc.nat(30), (all, waitDays) => {
        const held: Array<Served> = []
        for (const [n, one] of all.entries()) {
          const asked = served(n, one)
          const isFree = lengthOf(one) > 0 && !held.some((other) => overlaps(other, one))
          if (isFree && brokenLimits(asked, held, { waitDays }).length === 0) held.push(asked)
        }
        const inOrder = held.toSorted((a, b) => (a.from < b.from ? -1 : 1))
        for (const [n, { from }] of inOrder.entries()) {
          const before = inOrder[n - 1]
          if (before !== undefined) expect(addDays(before.to, waitDays) <= from).toBe(true)
        }
      }),
    ))

  const january = { from: '2024-01-01', to: '2024-02-01' } as const
  const march = { from: '2024-03-01', to: '2024-04-01' } as const

  it('add up what was used and what is asked', () =>
    expect(brokenLimits(served(2, march), [served(1, january)], { lifetimeTotalDays: 61 })).toStrictEqual([
      {
        refusal: { _tag: 'LimitExceeded', placement: 'placement-2', limit: 'lifetimeTotalDays', allowed: 61, used: 31, asked: 31 },
        certainty: 'sure',
      },
    ]))

  it('do not hold against days that they add nothing to a total', () =>
    expect(brokenLimits(served(2, january), [served(1, january)], { lifetimeTotalDays: 10, longestContinuousDays: 10 })).toStrictEqual([]))

  it('joins two stretches where the days asked for fill the break', () =>
    expect(
      brokenLimits(served(3, { from: '2024-02-01', to: '2024-03-01' }), [served(1, january), served(2, march)], {
        longestContinuousDays: 90,
      }),
    ).toMatchObject([{ refusal: { limit: 'longestContinuousDays', used: 62, asked: 29 } }]))

  it('of a scheme leave other schemes alone, and cannot tell of days without one', () => {
    const asked = served(2, march, 'exchange')
    expect(brokenLimits(asked, [served(1, january, 'course')], { lifetimeTotalDays: 40 })).toStrictEqual([])
    expect(brokenLimits(asked, [served(1, january)], { lifetimeTotalDays: 40 })).toMatchObject([{ certainty: 'cannot tell' }])
    expect(brokenLimits(asked, [served(1, january)], { lifetimeTotalDays: 30 })).toMatchObject([{ certainty: 'sure' }])
  })

  it('without a scheme count the days of every scheme', () =>
    expect(brokenLimits(served(2, march), [served(1, january, 'course')], { lifetimeTotalDays: 40 })).toMatchObject([
      { certainty: 'sure', refusal: { used: 31 } },
    ]))

  it('are silent where they are waived, one by one', () => {
    const limits = { lifetimeTotalDays: 40, longestInOneGoDays: 30 }
    expect(brokenLimits(served(2, march), [served(1, january)], limits, ['lifetimeTotalDays'])).toMatchObject([
      { refusal: { limit: 'longestInOneGoDays', allowed: 30, used: 0, asked: 31 } },
    ])
  })

  it('make days that are recorded late keep the wait before those that follow', () =>
    expect(brokenLimits(served(1, january), [served(2, march)], { waitDays: 60 })).toStrictEqual([
      {
        refusal: { _tag: 'WaitNotOver', placement: 'placement-1', with: 'placement-2', waitDays: 60, earliest: '2024-04-01' },
        certainty: 'sure',
      },
    ]))
})
