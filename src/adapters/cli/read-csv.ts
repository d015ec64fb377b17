import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'

/** A record of a CSV file by the names of its columns, and the line on which it begins, counted from 1. An empty cell is left out. */
export interface CsvRecord {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** What a CSV file holds. */
export interface CsvFile {
  readonly columns: ReadonlyArray<string>
  readonly records: ReadonlyArray<CsvRecord>
}

/** The text is no CSV file: on which line, and what is wrong there. */
export interface CsvFault {
  readonly line: number
  readonly expected: string
  readonly given: string
}

interface Raw {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

// One apostrophe comes off what a spreadsheet would run as a formula: the writer of CSV put it there.
const GUARDED = /^'('*[=+\-@\t\r\n＝＋－＠])/
const unguarded = (cell: string): string => cell.replace(GUARDED, '$1')

/** A cell in quotes, from its opening quote: its text and the place after its closing quote; nothing where it is never closed. */
const quoted = (text: string, start: number): readonly [cell: string, after: number] | undefined => {
  let cell = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else return [cell, at + 1]
  }
  return undefined
}

const plainEnd = (text: string, start: number): number => {
  let at = start
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1
  return at
}

const linesIn = (text: string): number => text.split('\n').length - 1

/** The records of a file after RFC 4180, lines ending in LF or CRLF. */
const rawRecords = (text: string): Either<CsvFault, ReadonlyArray<Raw>> => {
  const records: Array<Raw> = []
  let [at, line] = [0, 1]
  while (at < text.length) {
    const begun = line
    const cells: Array<string> = []
    for (let isOpen = true; isOpen; ) {
      if (text[at] === '"') {
        const read = quoted(text, at)
        if (read === undefined) return E.left({ line, expected: 'a closing quote', given: 'the end of the file' })
        line += linesIn(text.slice(at, read[1]))
        cells.push(unguarded(read[0]))
        at = read[1]
        if (text[at] === '\r' && text[at + 1] === '\n') at += 1
        if (at < text.length && text[at] !== ',' && text[at] !== '\n')
          return E.left({ line, expected: 'a comma or the end of the line after a closing quote', given: JSON.stringify(text[at]) })
      } else {
        const end = plainEnd(text, at)
        cells.push(unguarded(text.slice(at, end).replace(/\r$/, '')).trim())
        at = end
      }
      isOpen = text[at] === ','
      at += 1
    }
    line += 1
    if (cells.some((cell) => cell !== '')) records.push({ line: begun, cells })
  }
  return E.right(records)
}

/** Reads a CSV file whose first record names the columns. Blank lines are left out. */
export const readCsv = (text: string): Either<CsvFault, CsvFile> => {
  const raw = rawRecords(text.replace(/^\uFEFF/, ''))
  if (E.isLeft(raw)) return raw
  const [header, ...records] = raw.right
  if (header === undefined) return E.left({ line: 1, expected: 'a line with the names of the columns', given: 'an empty file' })
  const columns = header.cells
  const twice = columns.find((name, index) => columns.indexOf(name) !== index)
  if (twice !== undefined) return E.left({ line: header.line, expected: 'each column once', given: JSON.stringify(twice) })
  const long = records.find(({ cells }) => cells.length > columns.length)
  if (long !== undefined)
    return E.left({ line: long.line, expected: `at most ${columns.length} cells, as many as columns`, given: String(long.cells.length) })
  return E.right({
    columns,
    records: records.map(({ line, cells }) => ({
      line,
      cells: new Map(columns.flatMap((name, index) => (cells[index] ? [[name, cells[index]] as const] : []))),
    })),
  })
}
