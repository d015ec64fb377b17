import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { not } from '../../../src/domain/vocabulary/answer.js'
import { addDays, type CivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import { boundsOf } from '../../../src/domain/vocabulary/edtf.js'
import {
  isAfter,
  isBefore,
  isOnOrBefore,
  movedByDays,
  precedes,
  showWindow,
  type Window,
  widened,
} from '../../../src/domain/vocabulary/window.js'
import { day, edtfDate, window } from './arbitraries.js'

const holds = ({ earliest, latest }: Window, date: CivilDate): boolean =>
  (earliest === undefined || earliest <= date) && (latest === undefined || date <= latest)

describe('a vague date is a window', () => {
  it.each([
    ['2023-12-18', { earliest: '2023-12-18', latest: '2023-12-18' }],
    ['2023-12-18~', { earliest: '2023-12-08', latest: '2023-12-28' }],
    ['2023-12-18?', { earliest: '2023-12-08', latest: '2023-12-28' }],
    ['2024-12~', { earliest: '2024-11-21', latest: '2025-01-10' }],
    ['2024-12%', { earliest: '2024-11-21', latest: '2025-01-10' }],
    ['2002', { earliest: '2002-01-01', latest: '2002-12-31' }],
    ['2002~', { earliest: '2001-10-01', latest: '2003-03-31' }],
    ['202X', { earliest: '2020-01-01', latest: '2029-12-31' }],
    ['2024-12-29~/2025-03-01~', { earliest: '2024-12-19', latest: '2025-03-11' }],
    ['2024~/..', { earliest: '2023-10-01' }],
    ['XXXX-05-04', {}],
  ])('%s', (edtf, expected) => {
    expect(widened(edtf)).toEqual(expected)
  })

  it('never narrower than its literal bounds', () => {
    fc.assert(
      fc.property(edtfDate, (edtf) => {
        const { earliest, latest } = boundsOf(edtf)
        return earliest !== undefined && latest !== undefined && holds(widened(edtf), earliest) && holds(widened(edtf), latest)
      }),
    )
  })
})

describe('comparing', () => {
  const december = { earliest: '2024-12-01', latest: '2024-12-31' } as const

  it.each([
    ['2024-11-30', 'no', 'no', 'yes'],
    ['2024-12-01', 'no', 'cannot tell', 'cannot tell'],
    ['2024-12-31', 'cannot tell', 'yes', 'no'],
    ['2025-01-01', 'yes', 'yes', 'no'],
  ] as const)('December with %s: before %s, on or before %s, after %s', (date, before, onOrBefore, after) => {
    expect([isBefore(december, date), isOnOrBefore(december, date), isAfter(december, date)]).toEqual([before, onOrBefore, after])
  })

  it('cannot tell where a window has no bounds', () => {
    expect([isBefore({}, '2024-01-01'), isAfter({}, '2024-01-01'), precedes({}, december)]).toEqual(Array(3).fill('cannot tell'))
  })

  it('is right whatever the true day was', () => {
    fc.assert(
      fc.property(window, day, day, (vague, truth, date) => {
        fc.pre(holds(vague, truth))
        if (isBefore(vague, date) === 'yes') expect(truth < date).toBe(true)
        if (isBefore(vague, date) === 'no') expect(truth >= date).toBe(true)
        if (isAfter(vague, date) === 'yes') expect(truth > date).toBe(true)
        if (isAfter(vague, date) === 'no') expect(truth <= date).toBe(true)
      }),
    )
  })

  it('tells less of a wider window, never something else', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 60 }), fc.nat({ max: 60 }), fc.integer({ min: -90, max: 90 }), (first, width, wider, offset) => {
        const narrow = { earliest: first, latest: addDays(first, width) }
        const wide = { earliest: addDays(first, -wider), latest: addDays(first, width + wider) }
        const answer = isOnOrBefore(wide, addDays(first, offset))
        expect(['cannot tell', isOnOrBefore(narrow, addDays(first, offset))]).toContain(answer)
      }),
    )
  })

  it('two windows cannot both precede each other', () => {
    fc.assert(fc.property(window, window, (a, b) => precedes(a, b) !== 'yes' || precedes(b, a) === 'no'))
  })

  it('after is the opposite of on or before', () => {
    fc.assert(fc.property(window, day, (vague, date) => isAfter(vague, date) === not(isOnOrBefore(vague, date))))
  })
})

describe('moving and showing', () => {
  it('keeps an absent side absent', () => {
    expect([movedByDays({}, 1), movedByDays({ latest: '2024-02-28' }, 1)]).toEqual([{}, { latest: '2024-02-29' }])
  })

  it('shows one day as a day and open sides as ..', () => {
    expect([showWindow({ earliest: '2024-01-01', latest: '2024-01-01' }), showWindow({})]).toEqual(['2024-01-01', '../..'])
  })
})
