import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/vocabulary/civil-date.js'
import { isEdtf } from '../../../src/domain/vocabulary/edtf.js'
import { addLength, endAfter, endWindow, isLength, type Length, parseLength, showLength } from '../../../src/domain/vocabulary/length.js'
import { isSurelyLonger, plusSpan, type Span } from '../../../src/domain/vocabulary/span.js'
import { anyDay, day, length, span, statedDate, window } from './arbitraries.js'

const exact = (n: number, unit: Span['unit']): Length => ({ kind: 'exact', span: { n, unit } })
const about = (n: number, unit: Span['unit']): Length => ({ kind: 'about', span: { n, unit } })
const fourWeeksToThreeMonths: Length = { kind: 'between', from: { n: 4, unit: 'week' }, to: { n: 3, unit: 'month' } }

describe('endAfter shows the day after the last', () => {
  it.each<[string, Length, string]>([
    ['2023-12-18', about(3, 'month'), '2024-03-18~'],
    ['2023-12-18', exact(3, 'month'), '2024-03-18'],
    ['2023-12-18~', exact(3, 'month'), '2024-03-18~'],
    ['2024-12', exact(3, 'month'), '2025-03~'],
    ['2024-12-01~', fourWeeksToThreeMonths, '2024-12-29~/2025-03-01~'],
    ['2024-12-01', fourWeeksToThreeMonths, '2024-12-29/2025-03-01'],
    ['2024-11-30', exact(3, 'month'), '2025-02-28'],
    ['2002', exact(2, 'year'), '2004~'],
    ['2024-01', exact(10, 'day'), '2024-01~/2024-02~'],
    ['2024-01', exact(1, 'month'), '2024-02~'],
    ['2024/..', exact(1, 'year'), '2025~/..'],
    ['../2024', exact(1, 'year'), '../2025~'],
    ['202X', exact(2, 'year'), '2022~/2031~'],
    ['XXXX-05-04', exact(1, 'year'), 'XXXX'],
    ['2024-02-01', { kind: 'between', from: { n: 30, unit: 'day' }, to: { n: 1, unit: 'month' } }, '2024-03-01/2024-03-02'],
  ])('%s + %j', (edtf, howLong, expected) => {
    expect(endAfter({ edtf }, howLong)).toEqual({ edtf: expected, derived: 'start and length' })
  })

  it('in valid EDTF, always', () => {
    fc.assert(fc.property(statedDate, length, (start, howLong) => isEdtf(endAfter(start, howLong).edtf)))
  })
})

describe('endWindow: windows add', () => {
  it.each<[string, Length, object]>([
    ['2023-12-18', exact(3, 'month'), { earliest: '2024-03-18', latest: '2024-03-18' }],
    ['2023-12-18', about(3, 'month'), { earliest: '2024-03-03', latest: '2024-04-02' }],
    ['2023-12-18', about(4, 'week'), { earliest: '2024-01-12', latest: '2024-01-18' }],
    ['2023-12-18', about(10, 'day'), { earliest: '2023-12-25', latest: '2023-12-31' }],
    ['2023-12-18', about(2, 'day'), { earliest: '2023-12-19', latest: '2023-12-23' }],
    ['2023-12-18', about(1, 'year'), { earliest: '2024-09-18', latest: '2025-03-18' }],
    ['2024-12', exact(3, 'month'), { earliest: '2025-03-01', latest: '2025-03-31' }],
    ['2023-12-18~', about(3, 'month'), { earliest: '2024-02-22', latest: '2024-04-12' }],
    ['2024-12-01', fourWeeksToThreeMonths, { earliest: '2024-12-29', latest: '2025-03-01' }],
    ['2024/..', exact(1, 'year'), { earliest: '2025-01-01' }],
    ['XXXX', exact(1, 'year'), {}],
  ])('%s + %j', (edtf, howLong, expected) => {
    expect(endWindow({ edtf }, howLong)).toEqual(expected)
  })

  it('takes "early December" as its ten days', () => {
    expect(endWindow({ edtf: '2024-12-01~', words: 'early December 2024' }, fourWeeksToThreeMonths)).toEqual({
      earliest: '2024-12-29',
      latest: '2025-03-10',
    })
  })

  it('is after the start, in order, and holds the end of every day of the start', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 60 }), fc.nat({ max: 60 }), length, (first, width, step, howLong) => {
        const whole = addLength({ earliest: first, latest: addDays(first, width) }, howLong)
        const truth = addDays(first, Math.min(step, width))
        const one = addLength({ earliest: truth, latest: truth }, howLong)
        expect((one.earliest ?? '') > truth).toBe(true)
        expect((whole.earliest ?? '') <= (one.earliest ?? '')).toBe(true)
        expect((one.earliest ?? '') <= (one.latest ?? '')).toBe(true)
        expect((one.latest ?? '') <= (whole.latest ?? '')).toBe(true)
      }),
    )
  })

  it('keeps an open side open', () => {
    fc.assert(
      fc.property(window, length, (vague, howLong) => {
        const end = addLength(vague, howLong)
        expect(end.earliest === undefined).toBe(vague.earliest === undefined)
        expect(end.latest === undefined).toBe(vague.latest === undefined)
      }),
    )
  })
})

describe('spans', () => {
  it('are surely longer only where they are so from every day', () => {
    fc.assert(
      fc.property(span, span, anyDay, (a, b, date) => {
        fc.pre(date < '9900-01-01')
        if (isSurelyLonger(a, b)) expect(plusSpan(date, a) >= plusSpan(date, b)).toBe(true)
      }),
    )
  })

  it.each<[Span, Span, boolean]>([
    [{ n: 13, unit: 'month' }, { n: 1, unit: 'year' }, true],
    [{ n: 12, unit: 'month' }, { n: 1, unit: 'year' }, false],
    [{ n: 5, unit: 'week' }, { n: 1, unit: 'month' }, true],
    [{ n: 30, unit: 'day' }, { n: 1, unit: 'month' }, false],
    [{ n: 8, unit: 'day' }, { n: 1, unit: 'week' }, true],
    [{ n: 2, unit: 'year' }, { n: 500, unit: 'day' }, true],
  ])('%j longer than %j: %s', (a, b, longer) => {
    expect(isSurelyLonger(a, b)).toBe(longer)
  })
})

describe('stored form of a length', () => {
  it('accepts what is generated, and its words', () => {
    fc.assert(fc.property(length, (howLong) => isLength(howLong) && isLength({ ...howLong, words: 'as said' })))
  })

  it.each([
    [{ kind: 'exact', span: { n: 0, unit: 'day' } }, 'span.n'],
    [{ kind: 'exact', span: { n: -3, unit: 'day' } }, 'span.n'],
    [{ kind: 'exact', span: { n: 1.5, unit: 'day' } }, 'span.n'],
    [{ kind: 'exact', span: { n: 10_001, unit: 'day' } }, 'span.n'],
    [{ kind: 'exact', span: { n: Number.NaN, unit: 'day' } }, 'span.n'],
    [{ kind: 'exact', span: { n: '3', unit: 'day' } }, 'span.n'],
    [{ kind: 'exact', span: { n: 3, unit: 'days' } }, 'span.unit'],
    [{ kind: 'exact', span: { n: 3, unit: 'day', about: true } }, 'span.about'],
    [{ kind: 'exact', from: { n: 3, unit: 'day' } }, 'span'],
    [{ kind: 'between', from: { n: 3, unit: 'month' }, to: { n: 4, unit: 'week' } }, ''],
    [{ kind: 'between', from: { n: 3, unit: 'month' } }, 'to'],
    [{ kind: 'at least', span: { n: 3, unit: 'day' } }, 'kind'],
    [{ kind: 'toString' }, 'kind'],
    [{ kind: '__proto__' }, 'kind'],
    [{}, 'kind'],
    ['3 months', ''],
    [null, ''],
  ])('refuses %j, naming the place', (value, path) => {
    expect(isLength(value)).toBe(false)
    expect(parseLength(value)).toMatchObject({ _tag: 'Left', left: { path } })
  })

  it('shows one and many', () => {
    expect([showLength(exact(1, 'year')), showLength(about(3, 'month'))]).toEqual(['1 year', 'about 3 months'])
  })
})
