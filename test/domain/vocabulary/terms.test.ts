import { describe, expect, it, test } from 'vitest'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { closedList, openList } from '../../../src/domain/vocabulary/open-list.js'
import { contradictionIn, type Limit, type Terms } from '../../../src/domain/vocabulary/terms.js'
import type { Act, Participation } from '../../../src/domain/vocabulary/terms-act.js'
import { judge } from '../../../src/domain/vocabulary/terms-judging.js'
import { termsOn } from '../../../src/domain/vocabulary/terms-on.js'
import { isInScope } from '../../../src/domain/vocabulary/terms-scope.js'
import { unsoundTerms } from '../../../src/domain/vocabulary/terms-soundness.js'

const told = (terms: Terms, act: Omit<Act, 'of' | 'day'> & Partial<Act>): ReadonlyArray<string> =>
  judge(terms, { of: 'placement-1', day: { edtf: '2024-05-02' }, ...act }).map(({ refusal, certainty }) => `${refusal._tag}: ${certainty}`)

const month = (n: number) => ({ n, unit: 'month' }) as const
const on = (edtf: string) => ({ edtf })
const lasts = (n: number, kind: 'exact' | 'about' = 'exact') => ({ kind, span: month(n) }) as const

describe('length', () => {
  const terms = { length: { shortest: { n: 4, unit: 'week' }, longest: month(3) } } as const

  test.each([
    ['three months, whatever day they begin', { length: lasts(3) }, []],
    ['four months', { length: lasts(4) }, ['LengthOutsideTerms: sure']],
    ['three months from a vague start: both ends move together', { start: on('2024-06'), length: lasts(3) }, []],
    ['about three months', { start: on('2024-06-01'), length: lasts(3, 'about') }, ['LengthOutsideTerms: cannot tell']],
    ['27 days', { start: on('2024-06-01'), end: on('2024-06-27') }, ['LengthOutsideTerms: sure']],
    ['28 days, the first and the last among them', { start: on('2024-06-01'), end: on('2024-06-28') }, []],
    ['one day more than three months', { start: on('2024-06-01'), end: on('2024-09-01') }, ['LengthOutsideTerms: sure']],
    ['an end, and nobody says from when', { end: on('2024-09-01') }, ['LengthOutsideTerms: cannot tell']],
    ['a start alone tells no length', { start: on('2024-06-01') }, []],
  ] as const)('%s', (_, period, expected) => expect(told(terms, { period })).toStrictEqual(expected))

  test.each([
    [{ kind: 'yes' }, []],
    [{ kind: 'no' }, ['LengthFixed: sure']],
    [{ kind: 'until', until: on('2024-05-02') }, []],
    [{ kind: 'until', until: on('2024-05-01') }, ['LengthFixed: sure']],
    [{ kind: 'until', until: on('2024-05') }, ['LengthFixed: cannot tell']],
  ] as const)('a length that may be changed: %j', (lengthMayChange, expected) =>
    expect(told({ lengthMayChange }, { changesLength: true })).toStrictEqual(expected),
  )
})

describe('start days', () => {
  test.each([
    [{ kind: 'days of the month', days: [1, 16] }, '2024-06-16', []],
    [{ kind: 'days of the month', days: [1, 16] }, '2024-06-17', ['StartDayNotAllowed: sure']],
    [{ kind: 'days of the month', days: [1, 16] }, '2024-06', ['StartDayNotAllowed: cannot tell']],
    [{ kind: 'days of the week', days: [1] }, '2024-06-17', []],
    [{ kind: 'days of the week', days: [1] }, '1999-06-15', ['StartDayNotAllowed: sure']],
    [{ kind: 'dates', dates: [on('2024-04-01')] }, '2024-04-01', []],
    [{ kind: 'dates', dates: [on('2024-04')] }, '2024-04-15', ['StartDayNotAllowed: cannot tell']],
    [{ kind: 'dates', dates: [on('2024-04')] }, '2024-05-01', ['StartDayNotAllowed: sure']],
    [{ kind: 'days of the week', days: [1] }, '../2024', ['StartDayNotAllowed: cannot tell']],
  ] as const)('%j, starting %s', (startDays, start, expected) =>
    expect(told({ startDays }, { period: { start: on(start) } })).toStrictEqual(expected),
  )
})

describe('limits', () => {
  const stay = (first: string, last: string, rest: Partial<Participation> = {}): Participation => ({
    first: on(first),
    last: on(last),
    ...rest,
  })
  const judged = (limits: ReadonlyArray<Limit>, earlier: ReadonlyArray<Participation>, rest: Partial<Act> = {}) =>
    told({ limits }, { period: { start: on('2024-06-01'), length: lasts(6) }, officer: { earlier: closedList(earlier) }, ...rest })

  it('takes one stay by itself, as the calendar goes', () => {
    const limit = { kind: 'longest in one go', span: month(5) } as const
    expect(judged([limit], [])).toStrictEqual(['LimitExceeded: sure'])
    expect(judged([{ ...limit, span: month(6) }], [])).toStrictEqual([])
    expect(judged([{ ...limit, except: ['part time'] }], [], { activity: { manner: 'part time' } })).toStrictEqual([])
    expect(judged([{ ...limit, scheme: 'exchange' }], [], { activity: { scheme: 'course' } })).toStrictEqual([])
    expect(judged([{ ...limit, scheme: 'exchange' }], [])).toStrictEqual(['LimitExceeded: cannot tell'])
  })

  it('adds up a lifetime, and leaves open what an open list leaves open', () => {
    const limits = [{ kind: 'lifetime total', span: { n: 1, unit: 'year' } }] as const
    expect(judged(limits, [stay('2020-01-01', '2020-05-31')])).toStrictEqual([])
    expect(judged(limits, [stay('2020-01-01', '2020-12-31')])).toStrictEqual(['LimitExceeded: sure'])
    const open = { officer: { earlier: openList([stay('2020-01-01', '2020-05-31')]) } }
    expect(judged(limits, [], open)).toStrictEqual(['LimitExceeded: cannot tell'])
    expect(judged(limits, [stay('2020', '2020')])).toStrictEqual(['LimitExceeded: cannot tell'])
  })

  it('joins stays that no break interrupts', () => {
    const continuous = { kind: 'longest continuous', span: { n: 1, unit: 'year' } } as const
    const interrupts = { kind: 'break that interrupts', span: month(3) } as const
    const nine = stay('2023-07-01', '2024-03-31')
    expect(judged([continuous, interrupts], [nine])).toStrictEqual(['LimitExceeded: sure'])
    expect(judged([continuous], [nine]), 'any free day interrupts').toStrictEqual([])
    expect(judged([continuous, interrupts], [stay('2022-07-01', '2023-03-31')])).toStrictEqual([])
    expect(judged([continuous, interrupts], [stay('2023-07', '2024-03')])).toStrictEqual(['LimitExceeded: cannot tell'])
    expect(judged([continuous, interrupts], [stay('2023-07', '2023-08')]), 'not even all together').toStrictEqual([])
    const unsaid = { period: { length: lasts(6) } }
    expect(judged([continuous, interrupts], [nine], unsaid), 'nobody says from when').toStrictEqual(['LimitExceeded: cannot tell'])
    const vague = (edtf: string) => ({ period: { start: on(edtf), length: lasts(6) } })
    expect(judged([continuous, interrupts], [nine], vague('2024-06'))).toStrictEqual(['LimitExceeded: sure'])
    expect(judged([continuous, interrupts], [nine], vague('2024'))).toStrictEqual(['LimitExceeded: cannot tell'])
  })

  it('wants a wait before the next', () => {
    const limits = [{ kind: 'wait before the next', span: { n: 1, unit: 'year' } }] as const
    expect(judged(limits, [stay('2023-01-01', '2023-05-31')])).toStrictEqual([])
    expect(judged(limits, [stay('2023-01-01', '2023-06-01')])).toStrictEqual(['LimitExceeded: sure'])
    expect(judged(limits, [stay('2023-01-01', '2023')])).toStrictEqual(['LimitExceeded: cannot tell'])
  })
})

describe('who may come', () => {
  const eligibility = {
    ranks: closedList(['EO I']),
    grades: openList(['organisation-eo'] as const),
    leastYearsOfService: 3,
    mostYearsOfService: 20,
    languages: ['zh-Hant'],
  }
  const fit = { rank: 'EO I', grade: 'organisation-eo', yearsOfService: exactly(5), languages: closedList(['zh-Hant']) } as const

  test.each([
    ['one who fits', fit, []],
    ['of another rank, where the ranks are all named', { ...fit, rank: 'EO II' }, ['NotEligible: sure']],
    ['of another grade, where more may be meant', { ...fit, grade: 'organisation-ao' }, ['NotEligible: cannot tell']],
    ['with two years', { ...fit, yearsOfService: exactly(2) }, ['NotEligible: sure']],
    ['with about five', { ...fit, yearsOfService: { kind: 'about', n: 5 } }, ['NotEligible: cannot tell']],
    ['without the language', { ...fit, languages: closedList(['en']) }, ['NotEligible: sure']],
    ['whose languages are listed in part', { ...fit, languages: openList(['en']) }, ['NotEligible: cannot tell']],
    ['of whom nothing is known', {}, Array(4).fill('NotEligible: cannot tell')],
  ] as const)('%s', (_, officer, expected) => expect(told({ eligibility }, { officer })).toStrictEqual(expected))

  it('judges nobody where the act tells of no officer', () => expect(told({ eligibility }, {})).toStrictEqual([]))

  it('bars earlier participation, within a span or ever', () => {
    const earlier = closedList([{ scheme: 'exchange', first: on('2023-01'), last: on('2023-05-31') }])
    const officer = { earlier }
    expect(told({ bars: [{ scheme: 'exchange' }] }, { officer })).toStrictEqual(['NotEligible: sure'])
    expect(told({ bars: [{ scheme: 'exchange', within: month(6) }] }, { officer })).toStrictEqual([])
    expect(told({ bars: [{ programme: 'programme-1' }] }, { officer })).toStrictEqual(['NotEligible: cannot tell'])
    expect(told({ sequence: { after: ['programme-1'] } }, { officer })).toStrictEqual(['NotEligible: sure'])
  })
})

describe('nominations', () => {
  it('allows so many preferences', () => {
    expect(told({ mostPreferences: 3 }, { preferences: 4 })).toStrictEqual(['TooManyPreferences: sure'])
    expect(told({ mostPreferences: 3 }, { preferences: 3 })).toStrictEqual([])
  })

  it('wants the steps of approval in their order', () => {
    const approvals = ['line manager', 'department']
    expect(told({ approvals }, { approvals: ['line manager'] })).toStrictEqual([])
    expect(told({ approvals }, { approvals: ['department'] })).toStrictEqual(['ApprovalOutOfOrder: sure'])
    expect(judge({ approvals }, { of: 'placement-1', day: on('2024'), approvals: [...approvals, 'host'] })).toStrictEqual([
      { refusal: { _tag: 'ApprovalOutOfOrder', steps: approvals, given: 'host' }, certainty: 'sure' },
    ])
  })

  test.each([
    ['one is left', exactly(1), []],
    ['all are taken', exactly(2), ['QuotaFull: sure']],
    ['about one is taken', { kind: 'about', n: 1 }, ['QuotaFull: cannot tell']],
  ] as const)('counts a quota: %s', (_, count, expected) => {
    const quotas = [{ name: 'roads', limit: exactly(2), counts: 'persons started' }] as const
    expect(told({ quotas }, { taken: [{ quota: 'roads', count }] })).toStrictEqual(expected)
    expect(told({ quotas }, { taken: [] })).toStrictEqual(['QuotaFull: cannot tell'])
    expect(told({ quotas }, {})).toStrictEqual([])
  })
})

describe('terms of a day', () => {
  const [first, second] = [{ from: on('2020-01-01') }, { from: on('2024-04-01'), to: on('2024-12-31') }] as const
  const held = (edtf: string, statements: Parameters<typeof termsOn>[0] = [first, second]) =>
    termsOn(statements, on(edtf)).map(({ statement, holds }) => `${statement.from.edtf} ${holds}`)

  it('are those that began last, until their own last day', () => {
    expect(held('2019-12-31')).toStrictEqual([])
    expect(held('2024-03-31')).toStrictEqual(['2020-01-01 yes'])
    expect(held('2024-04-01')).toStrictEqual(['2024-04-01 yes'])
    expect(held('2025-01-01')).toStrictEqual(['2020-01-01 yes'])
  })

  it('cannot be told where the day, or their first day, is vague', () => {
    expect(held('2024-03/2024-04')).toStrictEqual(['2020-01-01 cannot tell', '2024-04-01 cannot tell'])
    expect(held('2024-04-10', [first, { from: on('2024-04') }])).toStrictEqual(['2020-01-01 cannot tell', '2024-04 cannot tell'])
  })

  it('are those stated later, of two that begin on one day', () =>
    expect(
      termsOn(
        [
          { ...first, n: 1 },
          { ...first, n: 2 },
        ],
        on('2024'),
      ).map(({ statement }) => statement.n),
    ).toStrictEqual([2]))
})

test('a rule for both ways holds for each of them; an exception that may apply cannot be told', () => {
  expect(isInScope({ directions: ['both'] }, { direction: 'inbound' })).toBe('yes')
  expect(isInScope({ directions: ['inbound'] }, { direction: 'outbound' })).toBe('no')
  expect(isInScope({ except: [{ places: ['Beijing'] }] }, {})).toBe('cannot tell')
})

test('terms that no act could keep', () => {
  expect(contradictionIn({ eligibility: { leastYearsOfService: 5, mostYearsOfService: 3 } })).toMatch(/years of service/)
  expect(unsoundTerms({ from: on('2024'), terms: { length: { shortest: month(3), longest: { n: 1, unit: 'week' } } } })?._tag).toBe(
    'TermsContradict',
  )
  expect(unsoundTerms({ from: on('2024'), to: on('2024'), terms: {} })).toBeUndefined()
})
