import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endIs, isPeriod, type Period, parsePeriod, plannedEnd, toWindow } from '../../../src/domain/vocabulary/period.js'
import { windowOf } from '../../../src/domain/vocabulary/stated-date.js'
import { length, statedDate } from './arbitraries.js'

const threeMonths = { kind: 'exact', span: { n: 3, unit: 'month' } } as const

describe('the end of a period', () => {
  it.each<[Period, object | undefined, object | undefined, string | undefined]>([
    [{ end: { edtf: '2025-02-28' } }, { earliest: '2025-03-01', latest: '2025-03-01' }, { edtf: '2025-02-28' }, 'stated'],
    [{ end: { edtf: '2025-02' } }, { earliest: '2025-02-02', latest: '2025-03-01' }, { edtf: '2025-02' }, 'stated'],
    [
      { start: { edtf: '2024-12' }, length: threeMonths },
      { earliest: '2025-03-01', latest: '2025-03-31' },
      { edtf: '2025-03~', derived: 'start and length' },
      'derived',
    ],
    [
      { start: { edtf: '2024-12-01' }, end: { edtf: '2025-01-31' }, length: threeMonths },
      { earliest: '2025-02-01', latest: '2025-02-01' },
      { edtf: '2025-01-31' },
      'stated',
    ],
    [{ start: { edtf: '2024-12' } }, undefined, undefined, undefined],
    [{ length: threeMonths }, undefined, undefined, undefined],
    [{}, undefined, undefined, undefined],
  ])('%j', (period, window, shown, kind) => {
    expect([toWindow(period), plannedEnd(period), endIs(period)]).toEqual([window, shown, kind])
  })
})

describe('stored form', () => {
  it.each([
    {},
    { start: { edtf: '2023-12-18' }, end: { edtf: '2023-12-18' } },
    { start: { edtf: '2023-12-18' }, end: { edtf: '2023-12' } },
    { startsStaggered: true },
  ])('accepts %j', (period) => {
    expect(parsePeriod(period)).toEqual({ _tag: 'Right', right: period })
  })

  it.each([
    [{ start: { edtf: '2023-12-18' }, end: { edtf: '2023-12-17' } }, ''],
    [{ start: { edtf: '2023-12-18' }, end: { edtf: '2023-11' } }, ''],
    [{ start: { edtf: '2024-12-01~', words: 'mid December' }, end: { edtf: '2024-12-10' } }, ''],
    [{ start: '2023-12-18' }, 'start'],
    [{ start: { edtf: 'x' } }, 'start.edtf'],
    [{ start: undefined }, 'start'],
    [{ length: { kind: 'exact', span: { n: 0, unit: 'day' } } }, 'length.span.n'],
    [{ startsStaggered: false }, 'startsStaggered'],
    [{ until: { edtf: '2023' } }, 'until'],
    [[], ''],
    [new Date(0), ''],
    [new Map(), ''],
    [null, ''],
  ])('refuses %j, naming the place', (value, path) => {
    expect(isPeriod(value)).toBe(false)
    expect(parsePeriod(value)).toMatchObject({ _tag: 'Left', left: { path } })
  })

  it('takes an end that may be on or after the start, and no other', () => {
    fc.assert(
      fc.property(statedDate, statedDate, (start, end) => {
        const [first, last] = [windowOf(start).earliest ?? '', windowOf(end).latest ?? '']
        expect(isPeriod({ start, end })).toBe(last >= first)
      }),
    )
  })

  it('takes every start with every length', () => {
    fc.assert(fc.property(statedDate, length, (start, howLong) => isPeriod({ start, length: howLong })))
  })
})
