import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Position } from '../../domain/kernel/recorded.js'
import { type AllRecords, markOf, type Records } from './all-records.js'
import type { Mark } from './marks.js'
import type { ReadingFault } from './stream.js'

/** Blocks of $all, the next of which is on its way while a reader works on the last. */
export interface ReadAhead {
  readonly after: AllRecords['after']
  /** Tells where a page ended: who asked for it after the end of the page before is likely to come again. */
  readonly ended: (page: { readonly after: Position | 'start'; readonly at: Mark }) => void
  /** Resolves when nothing is on its way any more. */
  readonly quiet: () => Promise<void>
}

/** What was read ahead: records that follow a mark, and the block behind them while it is on its way. */
interface Ahead {
  readonly mark: Mark
  readonly records: Records
  readonly next: Promise<Either<ReadingFault, Records>> | undefined
  /** The log ended behind them when they were read: there may be more by now. */
  readonly isEnd: boolean
  readonly since: number
}

// One call for several pages: the server then goes on reading while they are worked on.
const BLOCK = 2_000
// A cluster that failed over meanwhile may have taken back what it showed: nothing is kept for long.
const STALE_AFTER_MS = 2_000

export const readAhead = (records: AllRecords): ReadAhead => {
  let ahead: Ahead | undefined
  let last: Position | undefined

  const load = (mark: Mark): Promise<Either<ReadingFault, Records>> => records.after(mark, BLOCK)

  /** What is held behind a position, at least so much of it; nothing where it was not read ahead, or the log ended there when it was. */
  const held = async (position: Position, least: number): Promise<Records | undefined> => {
    while (ahead !== undefined) {
      const current = ahead
      const { mark, next, isEnd, since } = current
      const from = mark.position === position ? 0 : ahead.records.findIndex((record) => record.position.commit === position) + 1
      if (performance.now() - since > STALE_AFTER_MS || (from === 0 && mark.position !== position)) return undefined
      const rest = ahead.records.slice(from)
      const end = rest.at(-1)
      if (rest.length >= least && end !== undefined) {
        const at = ahead.records[from - 1]
        // Asked for as soon as it may be needed, never earlier: what it stands on is then still being worked on.
        ahead = {
          mark: at === undefined ? mark : markOf(at),
          records: rest,
          next: next ?? (isEnd ? undefined : load(markOf(end))),
          isEnd,
          since: performance.now(),
        }
        return rest
      }
      if (next === undefined) return undefined
      const more = await next
      // Another reader came in between.
      if (ahead !== current) continue
      if (E.isLeft(more)) return undefined
      const together = [...current.records, ...more.right]
      ahead = { mark, records: together, next: undefined, isEnd: more.right.length < BLOCK, since: performance.now() }
    }
    return undefined
  }

  const after: ReadAhead['after'] = async (place, maxCount) => {
    const found = place === 'start' ? undefined : await held(place.position, maxCount)
    if (found !== undefined) return E.right(found.slice(0, maxCount))
    await quiet()
    return records.after(place, maxCount)
  }

  const quiet = async (): Promise<void> => {
    await ahead?.next
    ahead = undefined
  }

  return {
    after,
    ended: (page) => {
      if (ahead === undefined && page.after === last)
        ahead = { mark: page.at, records: [], next: load(page.at), isEnd: false, since: performance.now() }
      last = page.at.position
    },
    quiet,
  }
}
