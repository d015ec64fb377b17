import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onOneLine, shortened, widestPiece, widthOf, wrapped } from '../../../src/adapters/cli/render/width.js'

describe('width', () => {
  it.each([
    ['placement', 9],
    ['公務員學院', 10],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['e\u0301', 1],
    ['☕', 2],
    ['👩‍💻', 2],
    ['🇭🇰', 2],
    ['👍🏽', 2],
    ['≈350', 4],
    ['', 0],
    ['a\u200bb', 2],
  ])('of %j is %i', (text, width) => expect(widthOf(text)).toBe(width))
})

describe('wrapping', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one  two', 20, ['one  two']],
    ['公務員學院，香港', 10, ['公務員學', '院，香港']],
    ['談「兩會」精神', 5, ['談', '「兩', '會」', '精神']],
    ['organisation-csb', 6, ['organi', 'sation', '-csb']],
    ['a\nb', 5, ['a', 'b']],
    ['  - text: a long one', 14, ['  - text: a', '      long one']],
    ['學', 1, ['學']],
    ['', 5, ['']],
  ])('%j to %i cells', (text, width, lines) => expect(wrapped(text, width)).toStrictEqual(lines))

  it('loses nothing but blanks, and fits', () => {
    const unit = fc.constantFrom('a', 'bc', ' ', '  ', '學', '，', '「', '-', '\n', 'é', '☕')
    fc.assert(
      fc.property(fc.string({ unit }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapped(text, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(width)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  it('takes its time in proportion to the text', () => {
    const hostile = [' '.repeat(200_000), `${'（'.repeat(200_000)}`, 'x'.repeat(200_000), `a${' '.repeat(200_000)}b`]
    const since = performance.now()
    for (const text of hostile) expect(wrapped(text, 80).length + widestPiece(text)).toBeGreaterThan(0)
    expect(performance.now() - since).toBeLessThan(5_000)
  })
})

describe('a shortened line', () => {
  it('ends in …', () => {
    expect(shortened('placements', 10)).toBe('placements')
    expect(shortened('placements', 9)).toBe('placemen…')
    expect(shortened('公務員學院', 6)).toBe('公務…')
  })
})

describe('text on one line', () => {
  it('keeps no line break and no control character', () => {
    expect(onOneLine('a\n  b\u001b[31m\u0000')).toBe('a b\\u{1b}[31m\\u{0}')
  })
})
