import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { parseAsKnownAt, parseViewpoint } from '../../../src/adapters/cli/viewpoint.js'

const EXPECTED = 'a position (a whole number) or an instant with its zone (2024-01-15T09:00:00Z)'

describe('a viewpoint', () => {
  it.each([
    ['42', 42n],
    ['0', 0n],
    ['2024-01-15T09:00Z', '2024-01-15T09:00:00.000Z'],
    ['2024-01-15T09:00:00.5+08:00', '2024-01-15T01:00:00.500Z'],
  ])('is known at %s', (text, value) => expect(parseAsKnownAt(text)).toStrictEqual(E.right(value)))

  it.each([
    '',
    '-1',
    '1.5',
    '0x10',
    '1e3',
    '9'.repeat(19),
    'yesterday',
    '2024-01-15',
    '2024-01-15T09:00',
    '2024-02-30T09:00Z',
    '2024-01-15T24:00Z',
  ])('is not known at %j', (text) => expect(parseAsKnownAt(text)).toMatchObject(E.left({ expected: EXPECTED })))

  it('takes all three, and nothing where nothing is typed', () => {
    const typed = { asKnownAt: '7', publishedBy: '2024-01-15', sources: ['source-a, source-b', 'source-c'] }
    const seen = { asKnownAt: 7n, publishedBy: '2024-01-15', sources: ['source-a', 'source-b', 'source-c'] }
    expect(parseViewpoint(typed)).toStrictEqual(E.right(seen))
    expect(parseViewpoint({ asKnownAt: undefined, publishedBy: undefined, sources: [] })).toStrictEqual(E.right({}))
  })

  it('tells every problem', () => {
    const problems = parseViewpoint({ asKnownAt: 'x', publishedBy: '2024-02-30', sources: ['source-a,,person-1'] })
    expect(E.isLeft(problems) && problems.left.map(({ at, given }) => [at, given])).toStrictEqual([
      ['--as-known-at', '"x"'],
      ['--published-by', '"2024-02-30"'],
      ['--sources', '""'],
      ['--sources', '"person-1"'],
    ])
  })
})
