import type { Database } from './database.js'
import type { Entry } from './entry.js'

export interface AllPage {
  readonly entries: ReadonlyArray<Entry>
  /** Where to read on; the position asked for where nothing was considered. */
  readonly next: bigint
  /** How many records were looked at, whether they matched or not. */
  readonly considered: number
  readonly lastConsidered?: Entry | undefined
  readonly isEnd: boolean
}

export interface AllPageOptions {
  readonly count: number
  readonly window?: number
  readonly matches?: (entry: Entry) => boolean
}

const everything = (): boolean => true

/** Forwards: records that start at or after the position. A position beyond the end is no error: there is nothing. */
export const readAllForwards = (
  database: Database,
  from: bigint,
  { count, window = Number.POSITIVE_INFINITY, matches = everything }: AllPageOptions,
): AllPage => {
  const log = database.entries()
  const entries: Entry[] = []
  const start = database.indexAt(from)
  let index = start
  let next = from
  for (; index < log.length && entries.length < count && index - start < window; index += 1) {
    const entry = log[index]
    if (entry === undefined) break
    next = entry.end
    if (matches(entry)) entries.push(entry)
  }
  return { entries, next, considered: index - start, lastConsidered: log[index - 1], isEnd: index >= log.length }
}

/** Backwards: records that end at or before the position. */
export const readAllBackwards = (
  database: Database,
  from: bigint | undefined,
  { count, window = Number.POSITIVE_INFINITY, matches = everything }: AllPageOptions,
): AllPage => {
  const log = database.entries()
  const entries: Entry[] = []
  const start = (from === undefined ? log.length : database.indexAt(from)) - 1
  let index = start
  let next = from ?? database.end()
  for (; index >= 0 && entries.length < count && start - index < window; index -= 1) {
    const entry = log[index]
    if (entry === undefined) break
    next = entry.position
    if (matches(entry)) entries.push(entry)
  }
  return { entries, next, considered: start - index, lastConsidered: log[index + 1], isEnd: index < 0 }
}
