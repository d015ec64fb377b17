import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { csv } from '../../../src/adapters/cli/render/csv.js'
import { type RowSet, rowSet } from '../../../src/adapters/cli/render/rows.js'
import type { Cell, Columns } from '../../../src/projections/engine/column.js'
import { integer, maybe, text } from '../../../src/projections/engine/columns.js'
import { cellTypes, rowOf } from '../../../src/projections/engine/fold.js'
import { right } from '../../support/right.js'
import { meetingSet, meetings } from './meetings.js'

type Records = ReadonlyArray<ReadonlyArray<string | null>>

/** A reader after RFC 4180 and nothing of our own but the two marks: an unquoted empty cell is nothing, one apostrophe comes off a formula. */
const parseCsv = (file: string): Records => {
  const records: Array<Array<string | null>> = [[]]
  const put = (cell: string | null): unknown =>
    records.at(-1)?.push(cell === null ? null : cell.replace(/^'('*[=+\-@\t\r\n＝＋－＠])/, '$1'))
  let at = 0
  while (at < file.length) {
    if (file[at] === '"') {
      let cell = ''
      for (at += 1; file[at] !== '"' || file[at + 1] === '"'; at += 1) {
        if (file[at] === '"') at += 1
        cell += file[at]
      }
      at += 1
      put(cell)
    } else {
      const end = /[,\n]/.exec(file.slice(at))?.index ?? file.length - at
      put(end === 0 ? null : file.slice(at, at + end))
      at += end
    }
    if (file[at] === '\n') records.push([])
    else if (at + 1 === file.length) put(null)
    at += 1
  }
  return records
}

/** The cells of a record as the database would hold them. */
const typed = (types: ReturnType<typeof cellTypes>, record: ReadonlyArray<string | null>): ReadonlyArray<Cell> =>
  record.map((cell, at) => (cell !== null && types[at]?.type === 'INTEGER' ? Number(cell) : cell))

interface Pair {
  readonly words: string
  readonly n?: number
}
const pairs: Columns<Pair> = { words: text(), n: maybe(integer) }
const setOf = (words: ReadonlyArray<string>): RowSet =>
  rowSet(
    pairs,
    words.map((each) => ({ words: each })),
  )
const fileOf = (...words: ReadonlyArray<string>): string => csv(setOf(words)).join('\n')

describe('CSV', () => {
  it('has one column for each cell, so that about 350 and 350 stay apart and unknown is empty beside its kind', () => {
    expect(csv(meetingSet).join('\n')).toBe(`\
meeting,title,held_on,held_on_earliest,held_on_latest,held_on_stated,attendance_kind,attendance_exact,attendance_stated,attendance_low,attendance_high,attendance_tolerance,attendance_words,batch,open,topics,venue
m-1,Briefing,2024-01-15,2024-01-15,2024-01-15,"{""edtf"":""2024-01-15""}",exact,350,350,350,350,,,1,0,,
m-2,Seminar,2023-09,2023-09-01,2023-09-30,"{""edtf"":""2023-09""}",about,,350,0,,,around 350,,1,,
m-3,公務員學院簡介,,,,,about,,30,25,35,5,,,0,"[""國情"",""law | order""]",
m-4,Talk,,,,,more than,,320,321,,,,,0,[],
m-5,Visit,2024-03~,2024-02-20,2024-04-10,"{""edtf"":""2024-03~"",""derived"":""start and length""}",at least,,2,2,,,,,0,,
m-6,Forum,,,,,less than,,5,0,4,,,,0,,
m-7,Café ☕ Q&A,,,,,at most,,5,0,5,,,12,0,,
m-8,Course,,,,,between,,,1,30,,,,0,,
m-9,Tour,,,,,unknown,,,0,,,,,0,,`)
  })

  it('reads back as the rows that were written', () => {
    const [, ...records] = parseCsv(csv(meetingSet).join('\n'))
    const types = cellTypes(meetingSet.columns)
    expect(records.map((record) => right(rowOf(meetingSet.columns, typed(types, record))))).toStrictEqual(meetings)
  })

  it.each([
    ['=HYPERLINK("http://evil","x")', `"'=HYPERLINK(""http://evil"",""x"")"`],
    ['+852 2810 3800', "'+852 2810 3800"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['a;=1', '"a;=1"'],
    ['a "b", c', '"a ""b"", c"'],
    ['a\nb', '"a\nb"'],
    ['', '""'],
    [' a', '" a"'],
    ['2024-01-15', '2024-01-15'],
  ])('writes %j as %j', (words, cell) => {
    expect(fileOf(words)).toBe(`words,n\n${cell},`)
    expect(parseCsv(fileOf(words))[1]).toStrictEqual([words, null])
  })

  it('gives back any text, and no cell starts as a formula', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', '＝', 'a', '學')
    const words = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (texts) => {
        const file = fileOf(...texts)
        expect(parseCsv(file).slice(1)).toStrictEqual(texts.map((each) => [each, null]))
        for (const record of csv(setOf(texts))) expect(record).not.toMatch(/^"?[=+\-@\t\r\n]/)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('writes the names alone where nothing is on record', () => expect(csv({ ...meetingSet, rows: [] })).toHaveLength(1))

  it('refuses a cell that was changed by another hand when it is read back', () => {
    const types = cellTypes(meetingSet.columns)
    const [, record] = parseCsv(csv(meetingSet).join('\n').replace('exact,350', 'exactly,350'))
    expect(E.isLeft(rowOf(meetingSet.columns, typed(types, record ?? [])))).toBe(true)
  })
})
