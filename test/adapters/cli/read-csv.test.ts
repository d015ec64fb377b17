import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/adapters/cli/read-csv.js'
import { csv } from '../../../src/adapters/cli/render/csv.js'
import { rowSet } from '../../../src/adapters/cli/render/rows.js'
import { text } from '../../../src/projections/engine/columns.js'
import { left, right } from '../../support/right.js'

const cellsOf = (file: string) => right(readCsv(file)).records.map(({ cells }) => Object.fromEntries(cells))

describe('CSV that is read', () => {
  it.each([
    ['a,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['\uFEFFa,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
    ['a,b\n1,\n', [{ a: '1' }]],
    ['a,b\n1\n', [{ a: '1' }]],
    ['a,b\n\n1,2', [{ a: '1', b: '2' }]],
    ['a,b\n"1,1","2 ""two"""\n', [{ a: '1,1', b: '2 "two"' }]],
    ["a\n'=1\n", [{ a: '=1' }]],
    ["a\n'tis\n", [{ a: "'tis" }]],
  ])('%j', (file, records) => expect(cellsOf(file)).toStrictEqual(records))

  it('knows on which line each record begins', () => {
    const { records } = right(readCsv('a\n"one\ntwo"\nthree\n'))
    expect(records.map(({ line }) => line)).toStrictEqual([2, 4])
  })

  it.each([
    ['', 1],
    ['a,a\n', 1],
    ['a\n1,2\n', 2],
    ['a\n"1', 2],
    ['a\n"1"2\n', 2],
  ])('is refused: %j', (file, line) => expect(left(readCsv(file)).line).toBe(line))

  it('gives back whatever was written', () => {
    const columns = { words: text() }
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), (texts) => {
        const file = csv(
          rowSet(
            columns,
            texts.filter((each) => each.trim() !== '').map((words) => ({ words })),
          ),
        ).join('\n')
        expect(right(readCsv(file)).records.map(({ cells }) => cells.get('words'))).toStrictEqual(
          texts.filter((each) => each.trim() !== ''),
        )
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
