import { parse as parseWithLibrary } from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import { boundsOf, isEdtf, parseEdtf, sidesOf } from '../../../src/domain/vocabulary/edtf.js'
import { edtfDate } from './arbitraries.js'

describe('EDTF', () => {
  it.each([
    ['2002', { earliest: '2002-01-01', latest: '2002-12-31' }],
    ['2023-09', { earliest: '2023-09-01', latest: '2023-09-30' }],
    ['2024-02', { earliest: '2024-02-01', latest: '2024-02-29' }],
    ['2023-12-18', { earliest: '2023-12-18', latest: '2023-12-18' }],
    ['2024-12-01~', { earliest: '2024-12-01', latest: '2024-12-01' }],
    ['2023?', { earliest: '2023-01-01', latest: '2023-12-31' }],
    ['2023-09%', { earliest: '2023-09-01', latest: '2023-09-30' }],
    ['202X', { earliest: '2020-01-01', latest: '2029-12-31' }],
    ['20XX-12', { earliest: '2000-12-01', latest: '2099-12-31' }],
    ['2023-XX', { earliest: '2023-01-01', latest: '2023-12-31' }],
    ['2023-09-XX', { earliest: '2023-09-01', latest: '2023-09-30' }],
    ['2023-1X', { earliest: '2023-10-01', latest: '2023-12-31' }],
    ['2023-02-2X', { earliest: '2023-02-20', latest: '2023-02-28' }],
    ['202X-02-29', { earliest: '2020-02-29', latest: '2028-02-29' }],
    ['XXXX-05-04', {}],
    ['XXXX', {}],
    ['2024-12/2025-03~', { earliest: '2024-12-01', latest: '2025-03-31' }],
    ['2024-12-29~/2025-03-01~', { earliest: '2024-12-29', latest: '2025-03-01' }],
    ['2024-12-01~/..', { earliest: '2024-12-01' }],
    ['../2024', { latest: '2024-12-31' }],
    ['2024/', { earliest: '2024-01-01' }],
    ['/2024', { latest: '2024-12-31' }],
    ['../..', {}],
    ['2023-21', { earliest: '2023-02-01', latest: '2023-06-30' }],
    ['2023-24', { earliest: '2023-01-01', latest: '2024-03-31' }],
    ['2023-30', { earliest: '2023-01-01', latest: '2024-03-31' }],
    ['2023-33', { earliest: '2023-01-01', latest: '2023-03-31' }],
    ['2023-39', { earliest: '2023-09-01', latest: '2023-12-31' }],
    ['2023-41', { earliest: '2023-07-01', latest: '2023-12-31' }],
    ['9999-24', { earliest: '9999-01-01', latest: '9999-12-31' }],
  ])('reads %s literally', (edtf, bounds) => {
    expect(parseEdtf(edtf)).toEqual({ _tag: 'Right', right: edtf })
    expect(boundsOf(edtf)).toEqual(bounds)
  })

  it.each([
    ...['', ' ', '..', '2023-02-29', '2023-02-30', '2023-04-31', '2023-13', '2023-00', '0000', '2023-20', '2023-42', '2023-21~'],
    ...['2025/2024', '2023-02-29/2024', '2024/2025/2026', '2023-21/2023-22', '[2023,2024]', '{2023,2024}', '2023-09-05T10:00:00Z'],
    ...[
      'Y12000',
      '-0001',
      '12',
      '202X~',
      '2023-09-XX?',
      '?2023',
      '2023?-09',
      '2023-09-05?~',
      '20230905',
      ' 2023',
      '2023 ',
      '2023\n',
      '202x',
      'XXXX-02-30',
      '1XX1-02-29',
    ],
    ...['September 2023', 'unknown', '2023-09-05/..\n', '2024-12/2025-03~ '],
    ...[2023, null, undefined, true, ['2023'], {}, Number.NaN],
  ])('refuses %j', (value) => {
    expect(isEdtf(value)).toBe(false)
    expect(parseEdtf(value)).toMatchObject({ _tag: 'Left', left: { _tag: 'Invalid' } })
  })

  it('knows no bounds and no sides of a text that is no EDTF', () => {
    expect([boundsOf('soon'), sidesOf('soon')]).toEqual([{}, {}])
  })

  it('answers the same the second time, and after very many other texts', () => {
    const intervals = Array.from({ length: 10_050 }, (_, i) => `x${i}/`)
    expect(isEdtf('2024/..')).toBe(true)
    expect(intervals.some(isEdtf)).toBe(false)
    expect(isEdtf('2024/..')).toBe(true)
    expect(isEdtf('2025/2024')).toBe(false)
  })

  it('refuses huge strings at once', () => {
    expect(isEdtf('X'.repeat(5_000_000))).toBe(false)
    expect(isEdtf(`${'2'.repeat(1_000_000)}/..`)).toBe(false)
  })
})

describe('beside the library', () => {
  const sign = fc.constantFrom('0', '1', '2', '3', '9', 'X', '-', '~', '?', '%', '/', '.', '..')
  const text = fc.oneof(
    fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    fc.tuple(edtfDate, fc.constantFrom('/', '/..', '~', '-', ''), fc.oneof(edtfDate, fc.constant(''))).map((parts) => parts.join('')),
  )

  it('accepts nothing that the library refuses', () => {
    fc.assert(
      fc.property(text, (edtf) => {
        if (isEdtf(edtf)) expect(() => parseWithLibrary(edtf)).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws, and gives bounds that are real days in their order', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (edtf) => {
        const { earliest, latest } = boundsOf(edtf)
        expect([earliest, latest].every((bound) => bound === undefined || isCivilDate(bound))).toBe(true)
        if (earliest !== undefined && latest !== undefined) expect(earliest <= latest).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('accepts every day, month and year, vague or not', () => {
    fc.assert(fc.property(edtfDate, (edtf) => isEdtf(edtf)))
  })
})
