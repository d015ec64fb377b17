import type { Recorded } from '../domain/kernel/recorded.js'
import type { SourceId } from '../domain/vocabulary/id.js'
import { list } from './engine/columns.js'

/** What every row keeps of the events it is made of: their ids, and the sources that they rest on. */
export interface RestingOn {
  readonly entries: ReadonlyArray<string>
  readonly sources: ReadonlyArray<SourceId>
}

export const restingOn = (row: RestingOn | undefined, { id, metadata }: Recorded<unknown>): RestingOn => {
  if (row === undefined) return { entries: [id], sources: metadata.sources }
  const added = metadata.sources.filter((source) => !row.sources.includes(source))
  return { entries: [...row.entries, id], sources: added.length === 0 ? row.sources : [...row.sources, ...added] }
}

/** What an entry says of a row's fields; `undefined` says nothing. */
export type Said<Row> = { readonly [K in Exclude<keyof Row, keyof RestingOn>]?: Row[K] | undefined }

/**
 * A row after an entry: what it says stands in place of what stood there, what it leaves unsaid stays, and the row rests on it as well.
 * One copy and plain assignments: a rebuild spends much of its time here, and a spread for every optional field made it three times as long.
 */
export const told = <Row extends RestingOn>(row: Row, said: Said<Row>, recorded: Recorded<unknown>): Row => {
  // A copy of a row with some of its own fields set is a row, which the compiler cannot see through the names of fields.
  const next = { ...row } as unknown as { [field: string]: unknown }
  const words: { readonly [field: string]: unknown } = said
  for (const field in words) {
    const value = words[field]
    if (value !== undefined) next[field] = value
  }
  const { entries, sources } = restingOn(row, recorded)
  next.entries = entries
  next.sources = sources
  return next as unknown as Row
}

export const restingOnColumns = { entries: list<string>(String), sources: list<SourceId>(String) }
