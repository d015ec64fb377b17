import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, daysBetween } from '../../../src/domain/vocabulary/civil-date.js'
import { addLength, type Length } from '../../../src/domain/vocabulary/length.js'
import { headline, type Presence, presenceOn, type Stay } from '../../../src/domain/vocabulary/presence.js'
import { windowOf } from '../../../src/domain/vocabulary/stated-date.js'
import { day, length, statedDate } from './arbitraries.js'

const exactMonths = (n: number): Length => ({ kind: 'exact', span: { n, unit: 'month' } })
const firstBatch: Stay = { period: { start: { edtf: '2023-12-18' }, length: { kind: 'about', span: { n: 3, unit: 'month' } } } }
const thirty: Stay = {
  period: {
    start: { edtf: '2024-12-01~', words: 'early December 2024' },
    length: { kind: 'between', from: { n: 4, unit: 'week' }, to: { n: 3, unit: 'month' } },
    startsStaggered: true,
  },
}
const mrWang: Stay = { period: { start: { edtf: '2024-12' }, length: exactMonths(3) } }
const toTheUn: Stay = { period: {}, startedBy: '2021-12-17' }

const table = (stay: Stay, rows: Readonly<Record<string, Presence>>): void => {
  expect(Object.fromEntries(Object.keys(rows).map((date) => [date, presenceOn(stay, date as CivilDate)]))).toEqual(rows)
}

describe('the documents', () => {
  it('S1: ten officers for about three months from 18 December 2023', () => {
    table(firstBatch, {
      '2023-12-17': 'surely out',
      '2023-12-18': 'in by its stated period',
      '2024-01-15': 'in by its stated period',
      '2024-03-02': 'in by its stated period',
      '2024-03-03': 'cannot tell',
      '2024-03-18': 'cannot tell',
      '2024-04-01': 'cannot tell',
      '2024-04-02': 'overdue',
    })
  })

  it('S4: thirty officers from early December, starts staggered', () => {
    table(thirty, { '2024-11-30': 'surely out', '2024-12-01': 'cannot tell', '2025-01-20': 'cannot tell', '2025-03-10': 'overdue' })
  })

  it('S4: Mr Wang, three months since December 2024', () => {
    table(mrWang, {
      '2024-11-30': 'surely out',
      '2024-12-15': 'cannot tell',
      '2024-12-31': 'in by its stated period',
      '2025-01-20': 'in by its stated period',
      '2025-02-28': 'in by its stated period',
      '2025-03-01': 'cannot tell',
      '2025-03-31': 'overdue',
    })
  })

  it('S2: five officers told as sent by a source of 17 December 2021', () => {
    table(toTheUn, { '2021-12-01': 'unknown', '2021-12-17': 'unknown', '2024-01-15': 'unknown' })
  })
})

describe('a start', () => {
  it('without length or end is presumed to go on', () => {
    table({ period: { start: { edtf: '2023-12-18' } } }, { '2023-12-17': 'surely out', '2023-12-18': 'presumed', '2033-12-18': 'presumed' })
  })

  it('of month precision is surely past on the last day of the month, or when a report tells it as past', () => {
    const december: Stay = { period: { start: { edtf: '2024-12' } } }
    table(december, { '2024-12-30': 'cannot tell', '2024-12-31': 'presumed' })
    table({ ...december, startedBy: '2024-12-10' }, { '2024-11-30': 'surely out', '2024-12-09': 'cannot tell', '2024-12-10': 'presumed' })
  })

  it('with no earliest day is unknown, whatever is told of its later side', () => {
    table({ period: { start: { edtf: '../2020' } } }, { '2019-01-01': 'unknown', '2024-01-01': 'unknown' })
    table({ period: { start: { edtf: 'XXXX-05-04' }, length: exactMonths(3) } }, { '2024-01-01': 'unknown' })
  })

  it('with no latest day is never surely past', () => {
    table({ period: { start: { edtf: '2023/..' } } }, { '2022-12-31': 'surely out', '2033-01-01': 'cannot tell' })
  })

  it('staggered stays open after a report that some have come, until all are confirmed as in', () => {
    const told: Stay = { ...thirty, startedBy: '2024-12-20' }
    table(told, { '2024-12-22': 'cannot tell' })
    table(
      { ...told, confirmed: [{ from: '2024-12-21', to: '2024-12-21' }] },
      {
        '2024-12-20': 'cannot tell',
        '2024-12-21': 'confirmed',
        '2024-12-22': 'in by its stated period',
        '2024-12-29': 'cannot tell',
      },
    )
  })
})

describe('an end', () => {
  const stated: Stay = { period: { start: { edtf: '2024-01-10' }, end: { edtf: '2024-03-09' } } }

  it('counts its last day', () => {
    table(stated, { '2024-03-09': 'in by its stated period', '2024-03-10': 'overdue' })
  })

  it('that is surely past is overdue even where the start is unknown', () => {
    table({ period: { end: { edtf: '2024-03-09' } } }, { '2024-03-09': 'unknown', '2024-03-10': 'overdue' })
  })

  it('open on its later side is never overdue', () => {
    table(
      { period: { start: { edtf: '2024-01-10' }, end: { edtf: '2024-03/..' } } },
      {
        '2024-03-01': 'in by its stated period',
        '2024-03-02': 'cannot tell',
        '2034-01-01': 'cannot tell',
      },
    )
  })

  it('that names no time is no end', () => {
    table({ period: { start: { edtf: '2024-01-10' }, end: { edtf: 'XXXX' } } }, { '2034-01-01': 'presumed' })
  })

  it('that is reported stands instead of the planned one, earlier or later', () => {
    table({ ...stated, endedOn: { edtf: '2024-02-15' } }, { '2024-02-15': 'in by its stated period', '2024-02-16': 'surely out' })
    table(
      { ...stated, endedOn: { edtf: '2024-04' } },
      {
        '2024-03-20': 'in by its stated period',
        '2024-04-15': 'cannot tell',
        '2024-05-01': 'surely out',
      },
    )
  })

  it('that is reported makes an unknown start sure to be over', () => {
    table({ ...toTheUn, endedOn: { edtf: '2022' } }, { '2022-06-01': 'unknown', '2023-01-01': 'surely out' })
  })

  it('that is reported without a day cannot be placed, and is not overdue', () => {
    table({ ...stated, endedOn: { edtf: 'XXXX' } }, { '2024-02-01': 'cannot tell', '2024-06-01': 'cannot tell' })
  })
})

describe('a confirmed range', () => {
  const confirmed: Stay = { ...firstBatch, confirmed: [{ from: '2024-03-20', to: '2024-04-10' }] }

  it('counts both days, also after the planned end', () => {
    table(confirmed, { '2024-03-20': 'confirmed', '2024-04-10': 'confirmed', '2024-04-11': 'overdue' })
  })

  it('shows that the end had not come before it', () => {
    table(confirmed, { '2024-03-01': 'in by its stated period', '2024-03-10': 'presumed' })
  })

  it('after the planned end shows that it was overstayed, not overdue', () => {
    table(
      { ...firstBatch, confirmed: [{ from: '2024-04-20', to: '2024-04-20' }] },
      {
        '2024-04-10': 'presumed',
        '2024-04-20': 'confirmed',
        '2024-04-21': 'overdue',
      },
    )
  })

  it('closes a vague start', () => {
    table(
      { period: { start: { edtf: '2024-12' } }, confirmed: [{ from: '2024-12-05', to: '2024-12-05' }] },
      {
        '2024-12-04': 'cannot tell',
        '2024-12-05': 'confirmed',
        '2024-12-06': 'presumed',
      },
    )
  })

  it('against another report is not decided', () => {
    const contradicted: Stay = { ...confirmed, endedOn: { edtf: '2024-03-01' } }
    table(contradicted, {
      '2024-03-01': 'in by its stated period',
      '2024-03-10': 'cannot tell',
      '2024-03-25': 'cannot tell',
      '2024-04-11': 'surely out',
    })
    table(
      { period: { start: { edtf: '2024-05-01' } }, confirmed: [{ from: '2024-04-01', to: '2024-04-02' }] },
      {
        '2024-03-31': 'surely out',
        '2024-04-02': 'confirmed',
        '2024-04-15': 'cannot tell',
        '2024-05-01': 'presumed',
      },
    )
  })
})

describe('headline', () => {
  it.each<[Presence, string, string]>([
    ['confirmed', 'in', 'in'],
    ['in by its stated period', 'in', 'in'],
    ['presumed', 'in', 'in'],
    ['cannot tell', 'cannot tell', 'cannot tell'],
    ['overdue', 'out', 'cannot tell'],
    ['surely out', 'out', 'out'],
    ['unknown', 'cannot tell', 'cannot tell'],
  ])('%s: %s after a stated end, %s after a derived one', (presence, stated, derived) => {
    expect([headline(presence, 'stated'), headline(presence, 'derived')]).toEqual([stated, derived])
  })
})

/** A day of the window, chosen by a number from 0 to 99. */
const pick = (earliest: CivilDate, latest: CivilDate, percent: number): CivilDate =>
  addDays(earliest, Math.floor((daysBetween(earliest, latest) * percent) / 99))

const percent = fc.nat({ max: 99 })

describe('whatever the truth was', () => {
  it('a sure class is right', () => {
    fc.assert(
      fc.property(statedDate, length, percent, percent, fc.integer({ min: -400, max: 1600 }), (start, howLong, a, b, offset) => {
        const { earliest, latest } = windowOf(start)
        fc.pre(earliest !== undefined && latest !== undefined)
        const cameOn = pick(earliest, latest, a)
        const end = addLength({ earliest: cameOn, latest: cameOn }, howLong)
        fc.pre(end.earliest !== undefined && end.latest !== undefined)
        const to = pick(end.earliest, end.latest, b)
        const date = addDays(earliest, offset)
        const presence = presenceOn({ period: { start, length: howLong } }, date)
        const wasIn = cameOn <= date && date < to
        if (presence === 'in by its stated period') expect(wasIn).toBe(true)
        if (presence === 'surely out' || presence === 'overdue') expect(wasIn).toBe(false)
        expect(['in by its stated period', 'surely out', 'overdue', 'cannot tell']).toContain(presence)
      }),
      { numRuns: 500 },
    )
  })

  it('an exact stay is never vague: out, in, overdue, in this order', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), fc.integer({ min: -400, max: 800 }), (first, n, offset) => {
        const stay: Stay = { period: { start: { edtf: first }, length: { kind: 'exact', span: { n, unit: 'day' } } } }
        const expected = offset < 0 ? 'surely out' : offset < n ? 'in by its stated period' : 'overdue'
        expect(presenceOn(stay, addDays(first, offset))).toBe(expected)
      }),
    )
  })

  it('a confirmed day is confirmed unless a report says otherwise', () => {
    fc.assert(
      fc.property(statedDate, day, fc.nat({ max: 90 }), percent, (start, from, more, p) => {
        const to = addDays(from, more)
        expect(presenceOn({ period: { start }, confirmed: [{ from, to }] }, pick(from, to, p))).toBe('confirmed')
      }),
    )
  })
})
