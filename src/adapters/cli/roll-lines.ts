import * as E from 'fp-ts/lib/Either.js'
import { same } from '../../domain/kernel/same.js'
import type { CodedMark } from '../../domain/occasions/session-events.js'
import { parseId } from '../../domain/vocabulary/id.js'
import type { Invalid } from '../../domain/vocabulary/invalid.js'
import type { OccasionRow } from '../../projections/occasions.js'
import type { Wrong } from './problem.js'
import type { CsvFile, CsvRecord } from './read-csv.js'

/** What a file has to say of a roll. Whatever it says beside that is told, so that nothing is left out unseen. */
export interface RollLines {
  readonly marks: ReadonlyArray<CodedMark>
  /** Lines that say again what an earlier one says, by the earlier line's number. */
  readonly duplicates: ReadonlyArray<{ readonly line: number; readonly of: number; readonly person: string }>
  /** Lines without a person: guests whom nobody has named, or a total below the list. */
  readonly unnamed: ReadonlyArray<number>
  readonly wrong: ReadonlyArray<Wrong>
  /** Columns that are not read. */
  readonly unread: ReadonlyArray<string>
}

const READ = ['occasion', 'person', 'sign_up', 'code', 'standing', 'mode', 'enrolment', 'note'] as const
const STANDINGS = ['within the figure', 'beside the figure', 'not stated'] as const
const MODES = ['in person', 'online', 'recorded', 'mixed'] as const

interface Read {
  readonly marks: ReadonlyArray<CodedMark>
  readonly wrong: ReadonlyArray<Wrong>
}

const wrongAt = (line: number, column: string, expected: string, given: string | undefined): Wrong => ({
  at: `FILE, line ${line}, ${column}`,
  expected,
  given: given === undefined ? 'an empty cell' : JSON.stringify(given),
})

const invalidAt = (line: number, column: string, { expected, given }: Invalid): Wrong => ({
  at: `FILE, line ${line}, ${column}`,
  expected,
  given,
})

/** One of a few words, if the cell has any. */
const among = <A extends string>(
  { line, cells }: CsvRecord,
  column: string,
  words: ReadonlyArray<A>,
): { readonly value?: A; readonly wrong: ReadonlyArray<Wrong> } => {
  const given = cells.get(column)
  if (given === undefined) return { wrong: [] }
  const value = words.find((word) => word === given)
  return value === undefined ? { wrong: [wrongAt(line, column, `one of ${words.join(', ')}`, given)] } : { value, wrong: [] }
}

/** The marks of one line: a sign-up, what happened, or both. What only repeats how the occasion was held is left out. */
const marksOf = (record: CsvRecord, { occasion, mode: usual }: Pick<OccasionRow, 'occasion' | 'mode'>): Read => {
  const { line, cells } = record
  const person = parseId('person')(cells.get('person'))
  const standing = among(record, 'standing', STANDINGS)
  const mode = among(record, 'mode', MODES)
  const [signUp, code, note] = [cells.get('sign_up'), cells.get('code'), cells.get('note')]
  const elsewhere = cells.get('occasion')
  const wrong = [
    ...(elsewhere === undefined || elsewhere === occasion ? [] : [wrongAt(line, 'occasion', `${occasion}, as --occasion`, elsewhere)]),
    ...(E.isLeft(person) ? [invalidAt(line, 'person', person.left)] : []),
    ...(signUp === undefined && code === undefined ? [wrongAt(line, 'code', "a status of the session's", undefined)] : []),
    ...standing.wrong,
    ...mode.wrong,
  ]
  if (E.isLeft(person) || wrong.length > 0) return { marks: [], wrong }
  const details = {
    ...(standing.value !== undefined && standing.value !== 'not stated' && { standing: standing.value }),
    ...(mode.value !== undefined && mode.value !== usual && { mode: mode.value }),
    ...(cells.get('enrolment') === 'sitting in' && { sittingIn: true as const }),
    ...(note !== undefined && { note }),
  }
  // What is told beside the status is told of what happened, where anything is.
  const before = signUp === undefined ? [] : [{ person: person.right, code: signUp, ...(code === undefined && details) }]
  return { marks: [...before, ...(code === undefined ? [] : [{ person: person.right, code, ...details }])], wrong }
}

/** Reads the lines of a roll: columns `person` and `code` at least, or those that the question `roll` exports. */
export const rollLines = ({ columns, records }: CsvFile, occasion: Pick<OccasionRow, 'occasion' | 'mode'>): RollLines => {
  const missing = ['person', 'code'].filter((name) => !columns.includes(name))
  const known: ReadonlyArray<string> = READ
  const unread = columns.filter((name) => !known.includes(name))
  if (missing.length > 0) {
    const wrong = missing.map((name) => ({ at: 'FILE, line 1', expected: `a column "${name}"`, given: columns.join(', ') }))
    return { marks: [], duplicates: [], unnamed: [], wrong, unread }
  }
  const [named, unnamed] = [records.filter(({ cells }) => cells.has('person')), records.filter(({ cells }) => !cells.has('person'))]
  const first = new Map<string, { readonly line: number; readonly marks: ReadonlyArray<CodedMark> }>()
  const marks: Array<CodedMark> = []
  const duplicates: Array<RollLines['duplicates'][number]> = []
  const wrong: Array<Wrong> = []
  for (const record of named) {
    const read = marksOf(record, occasion)
    const person = record.cells.get('person') ?? ''
    const earlier = first.get(person)
    wrong.push(...read.wrong)
    if (earlier === undefined) {
      first.set(person, { line: record.line, marks: read.marks })
      marks.push(...read.marks)
    } else if (same(earlier.marks, read.marks)) duplicates.push({ line: record.line, of: earlier.line, person })
    else if (read.wrong.length === 0) wrong.push(wrongAt(record.line, 'person', `what line ${earlier.line} says, or somebody else`, person))
  }
  return { marks, duplicates, unnamed: unnamed.map(({ line }) => line), wrong, unread }
}
