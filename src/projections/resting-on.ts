import type { Recorded } from '../domain/kernel/recorded.js'
import type { SourceId } from '../domain/vocabulary/id.js'
import { list } from './engine/columns.js'

/** What every row keeps of the events it is made of: their ids, and the sources that they rest on. */
export interface RestingOn {
  readonly entries: ReadonlyArray<string>
  readonly sources: ReadonlyArray<SourceId>
}

export const restingOn = (row: RestingOn | undefined, { id, metadata }: Recorded<unknown>): RestingOn => ({
  entries: [...(row?.entries ?? []), id],
  sources: [...new Set([...(row?.sources ?? []), ...metadata.sources])],
})

export const restingOnColumns = { entries: list<string>(String), sources: list<SourceId>(String) }
