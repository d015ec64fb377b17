import type { Recorded } from '../domain/kernel/recorded.js'
import type { SourceId } from '../domain/vocabulary/id.js'
import { list } from './engine/columns.js'

/** What every row keeps of the events it is made of: their ids, and the sources that they rest on. */
export interface RestingOn {
  readonly entries: ReadonlyArray<string>
  readonly sources: ReadonlyArray<SourceId>
}

/** The same lists while a row is folded. */
interface Growing {
  readonly entries: string[]
  readonly sources: SourceId[]
}

/**
 * What a row rests on after one more entry. A row that is being folded is its projection's own, and its lists grow in place: a copy of them for every
 * event would cost a rebuild the square of a long row.
 */
export const restingOn = (row: RestingOn | undefined, { id, metadata }: Recorded<unknown>): RestingOn => {
  if (row === undefined) return { entries: [id], sources: [...metadata.sources] }
  const { entries, sources } = row as Growing
  entries.push(id)
  for (const source of metadata.sources) if (!sources.includes(source)) sources.push(source)
  return { entries, sources }
}

/** What an entry says of a row's fields; `undefined` says nothing. */
export type Said<Row> = { readonly [K in Exclude<keyof Row, keyof RestingOn>]?: Row[K] | undefined }

/**
 * The row itself after an entry: what it says stands in place of what stood there, what it leaves unsaid stays, and the row rests on it as well.
 * In place and by plain assignments, since a rebuild spends much of its time here: copies of rows made it longer by a sixth.
 */
export const told = <Row extends RestingOn>(row: Row, said: Said<Row>, recorded: Recorded<unknown>): Row => {
  // A row with some of its own fields set is a row, which the compiler cannot see through the names of fields.
  const fields = row as unknown as { [field: string]: unknown }
  const words: { readonly [field: string]: unknown } = said
  for (const field in words) {
    const value = words[field]
    if (value !== undefined) fields[field] = value
  }
  restingOn(row, recorded)
  return row
}

export const restingOnColumns = { entries: list<string>(String), sources: list<SourceId>(String) }
