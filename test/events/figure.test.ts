import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'
import { problemsOf } from '../../src/events/codec/codec.js'
import { figureCommands } from '../../src/events/figure.js'

const goldenOf = (variant: string): object =>
  JSON.parse(readFileSync(new URL(`./golden/FigureReported.1${variant}.json`, import.meta.url), 'utf8')).data
const complete = { ...goldenOf(''), type: 'ReportFigure' }

const pathsOf = (value: unknown): ReadonlyArray<string> => {
  const decoded = figureCommands.ReportFigure.decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe('a published figure as it is written', () => {
  test.each(['', '.money', '.average'])('is read as it stands (FigureReported.1%s.json)', (variant) => {
    const command = { ...goldenOf(variant), type: 'ReportFigure' }
    expect(figureCommands.ReportFigure.decode(command)).toStrictEqual(E.right(command))
  })

  it('is refused without its id, with an id of another kind, and with an unknown field', () => {
    expect(pathsOf({ ...complete, figure: undefined })).toStrictEqual(['figure'])
    for (const id of ['person-1', 'figure-', 'figure-$all', `figure-${'x'.repeat(101)}`])
      expect(pathsOf({ ...complete, figure: id })).toStrictEqual(['figure'])
    expect(pathsOf({ ...complete, colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(Object.keys(complete))('is refused where %s is nothing, empty, negative, or an object of somebody else', (field) => {
    for (const value of [null, '', -1, { hostile: true }]) expect(pathsOf({ ...complete, [field]: value })[0]?.startsWith(field)).toBe(true)
  })

  test.each([
    ['a negative count', { _tag: 'count', count: { kind: 'exact', n: -1 } }],
    ['half a person', { _tag: 'count', count: { kind: 'exact', n: 0.5 } }],
    ['a share of five decimals', { _tag: 'share', percent: { kind: 'exact', n: 0.12345 } }],
    ['an amount in no currency', { _tag: 'amount', currency: 'dollars', amount: { kind: 'exact', n: 1 } }],
    ['an amount without end', { _tag: 'amount', currency: 'HKD', amount: { kind: 'exact', n: Number.POSITIVE_INFINITY } }],
    ['a range that runs backwards', { _tag: 'quantity', unit: 'hours', quantity: { kind: 'between', from: 3, to: 2 } }],
    ['a value of no kind', { _tag: 'guess', n: 3 }],
  ])('is refused with %s', (_, value) => expect(pathsOf({ ...complete, value })[0]?.startsWith('value')).toBe(true))

  it('is refused with more parts than anybody publishes', () => {
    const part = { label: 'a', value: { _tag: 'count', count: { kind: 'exact', n: 1 } }, relation: 'of which' }
    expect(pathsOf({ ...complete, parts: Array.from({ length: 201 }, () => part) })).toStrictEqual(['parts'])
  })
})
