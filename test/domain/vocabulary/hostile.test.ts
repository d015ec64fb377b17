import fc from 'fast-check'
import { type Either, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { isCapacity, parseCapacity } from '../../../src/domain/vocabulary/capacity.js'
import { isCivilDate, parseCivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import { isCount, parseCount } from '../../../src/domain/vocabulary/count.js'
import { isEdtf, parseEdtf } from '../../../src/domain/vocabulary/edtf.js'
import type { Invalid } from '../../../src/domain/vocabulary/invalid.js'
import { isLength, parseLength } from '../../../src/domain/vocabulary/length.js'
import { isName, parseName } from '../../../src/domain/vocabulary/name.js'
import { isNamedList, isStated, parseNamedList, parseStated } from '../../../src/domain/vocabulary/open-list.js'
import { isPeriod, parsePeriod } from '../../../src/domain/vocabulary/period.js'
import { isSpan, parseSpan } from '../../../src/domain/vocabulary/span.js'
import { isDayRange, isStatedDate, parseDayRange, parseStatedDate } from '../../../src/domain/vocabulary/stated-date.js'
import { isLanguage, isText, parseLanguage, parseText } from '../../../src/domain/vocabulary/text.js'

type Reader = {
  readonly name: string
  readonly is: (value: unknown) => boolean
  readonly parse: (value: unknown) => Either<Invalid, unknown>
  /** A value with every field that the type has. */
  readonly good: unknown
}

const date = {
  edtf: '2024-12-01~',
  words: 'early December',
  yearFrom: 'text',
  within: { from: '2024-12-01', to: '2024-12-10' },
  derived: 'signing',
}
const span = { n: 4, unit: 'week' }

const readers: ReadonlyArray<Reader> = [
  { name: 'CivilDate', is: isCivilDate, parse: parseCivilDate, good: '2024-12-01' },
  { name: 'Edtf', is: isEdtf, parse: parseEdtf, good: '2024-12-01~/..' },
  { name: 'text', is: isText(20), parse: parseText(20), good: 'words' },
  { name: 'language', is: isLanguage, parse: parseLanguage, good: 'zh-Hant' },
  { name: 'DayRange', is: isDayRange, parse: parseDayRange, good: date.within },
  { name: 'StatedDate', is: isStatedDate, parse: parseStatedDate, good: date },
  { name: 'Span', is: isSpan, parse: parseSpan, good: span },
  { name: 'Length', is: isLength, parse: parseLength, good: { kind: 'between', from: span, to: { n: 3, unit: 'month' }, words: 'x' } },
  {
    name: 'Period',
    is: isPeriod,
    parse: parsePeriod,
    good: { start: date, end: date, length: { kind: 'about', span }, startsStaggered: true },
  },
  { name: 'Count', is: isCount, parse: parseCount, good: { kind: 'about', n: 350, tolerance: 20, words: 'around 350' } },
  {
    name: 'NamedList',
    is: isNamedList(isCount),
    parse: parseNamedList(parseCount),
    good: { items: [{ kind: 'exact', n: 1 }], open: true },
  },
  { name: 'Stated', is: isStated(isCivilDate), parse: parseStated(parseCivilDate), good: { _tag: 'named', value: '2024-12-01' } },
  { name: 'Name', is: isName, parse: parseName, good: { text: 'NAG', language: 'en', kind: 'alias', from: date, to: date } },
  { name: 'Capacity', is: isCapacity, parse: parseCapacity, good: { title: 'x', of: 'organisation-1', post: 'post-1' } },
]

class Own {
  readonly edtf = '2023'
}

const wrong: ReadonlyArray<readonly [string, unknown]> = [
  ['undefined', undefined],
  ['null', null],
  ['true', true],
  ['0', 0],
  ['-1', -1],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a bigint', 1n],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['nothing', ''],
  ['a blank', ' '],
  ['a huge string', 'x'.repeat(2_000_000)],
  ['an empty list', []],
  ['a list', [{}]],
  ['a date object', new Date(0)],
  ['a map', new Map()],
  ['an instance', new Own()],
  ['a boxed string', Object('2023')],
  ['an unknown key', { surplus: 1 }],
  ['a key of its prototype', JSON.parse('{"__proto__":{"n":1}}')],
  ['a key named constructor', { constructor: 1 }],
]

describe.each(readers)('$name', ({ is, parse, good }) => {
  it('accepts a full value, and the same from JSON', () => {
    expect(is(good)).toBe(true)
    expect(parse(good)).toEqual({ _tag: 'Right', right: good })
    expect(is(JSON.parse(JSON.stringify(good)))).toBe(true)
  })

  it.each(wrong)('refuses %s with a short reason', (_, value) => {
    expect(is(value)).toBe(false)
    const read = parse(value)
    expect(read).toMatchObject({ _tag: 'Left', left: { _tag: 'Invalid' } })
    expect(JSON.stringify(read).length).toBeLessThan(400)
  })

  const objects = typeof good === 'object' && good !== null ? [good] : []
  it.each(objects)('refuses any key too many, and any key without a value', (whole) => {
    expect(is({ ...whole, surplus: 1 })).toBe(false)
    expect(parse({ ...whole, surplus: 1 })).toMatchObject({ left: { path: 'surplus' } })
    for (const key of Object.keys(whole)) expect(is({ ...whole, [key]: undefined })).toBe(false)
  })

  it.each(objects)('refuses each field of another type', (whole) => {
    for (const key of Object.keys(whole))
      for (const value of [null, 1.5, -1, '', Number.NaN, {}, [], [[]], 'x'.repeat(10_000), '\u0000']) {
        const changed = { ...whole, [key]: value }
        if (is(changed)) expect([key, value]).toEqual(['items', []])
        else
          expect(parse(changed)).toMatchObject({ _tag: 'Left', left: { path: expect.stringMatching(new RegExp(`^${key}|^kind|^_tag`)) } })
      }
  })

  it('parses exactly what it guards, and never throws', () => {
    const likely = fc.oneof(
      fc.anything(),
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('edtf', 'kind', 'n', 'from', 'to', 'span', 'start', 'text', 'words', 'items', 'open'), fc.anything()),
      typeof good === 'object' ? fc.anything().map((value) => ({ ...good, ...(typeof value === 'object' ? value : {}) })) : fc.string(),
    )
    fc.assert(fc.property(likely, (value) => isRight(parse(value)) === is(value)))
  })
})
