import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Page, ReadAll } from '../../domain/kernel/event-log.js'
import { pageLimit } from '../../domain/kernel/read-check.js'
import type { Position, StoredEvent } from '../../domain/kernel/recorded.js'
import { type AllRecords, markOf, type Records } from './all-records.js'
import type { Mark, Marks } from './marks.js'
import { readAhead } from './read-ahead.js'
import { storedEvent, type WireRecord } from './stored.js'
import type { ReadingFault } from './stream.js'

/** $all as the ledger sees it: its own events, in order of position. */
export interface WholeLog {
  readonly readAll: (request: ReadAll) => Promise<Either<ReadingFault, Page>>
  readonly readAt: (position: Position) => Promise<Either<ReadingFault, StoredEvent | undefined>>
  readonly head: () => Promise<Either<ReadingFault, Position | 'start'>>
  /** Resolves when no read is under way that nobody asked for yet. */
  readonly quiet: () => Promise<void>
}

/** What a whole log is read with. */
export interface Sources {
  readonly records: AllRecords
  readonly marks: Marks
  /** Which streams are shown. */
  readonly owns: (stream: string) => boolean
  /** Looks into a record that tells of a stream's deletion or metadata. */
  readonly examine: (record: WireRecord) => Promise<Either<ReadingFault, void>>
}

// The first look at the end of $all; where other programs' records stand there, the next looks go further.
const FIRST_LOOK = 4
const LONGEST_BLOCK = 4_096
const NO_POSITION = 2n ** 63n

const isNotice = ({ type, streamId }: WireRecord): boolean => type === '$streamDeleted' || streamId.startsWith('$$')

/** A page in the making. */
interface Gathering {
  readonly most: number
  readonly wanted: ReadonlySet<string> | undefined
  readonly events: StoredEvent[]
  /** The last of the ledger's events that was looked at. */
  own: Mark | undefined
  /** The last record that was looked at. */
  looked: Mark | undefined
  isFull: boolean
}

export const wholeLog = ({ records, marks, owns, examine }: Sources): WholeLog => {
  const ahead = readAhead(records)

  const gather = async (page: Gathering, found: Records): Promise<Either<ReadingFault, void>> => {
    for (const record of found) {
      const isOwn = owns(record.streamId)
      if (isOwn && page.events.length === page.most) {
        page.isFull = true
        return E.right(undefined)
      }
      if (isNotice(record)) {
        const fine = await examine(record)
        if (E.isLeft(fine)) return fine
      } else if (isOwn) {
        if (page.wanted === undefined || page.wanted.has(record.type)) {
          const stored = storedEvent(record)
          if (E.isLeft(stored)) return stored
          page.events.push(stored.right)
        }
        page.own = markOf(record)
      }
      page.looked = markOf(record)
    }
    return E.right(undefined)
  }

  const readAll: WholeLog['readAll'] = async ({ after, limit, types }) => {
    const said = after === 'start' || after <= 0n ? 'start' : after
    const most = pageLimit(limit)
    const page: Gathering = {
      most,
      wanted: types && new Set(types),
      events: [],
      own: undefined,
      looked: marks.lookedFurther(said),
      isFull: false,
    }
    const start = said === 'start' ? said : { position: said, id: marks.idAt(said) }
    // One more than is wanted: whether anything follows is then known without asking again.
    for (let block = most + 1; ; block = Math.min(block * 4, LONGEST_BLOCK)) {
      let found = await ahead.after(page.looked ?? start, block)
      if (E.isLeft(found) && found.left._tag === 'LogDamaged' && page.looked !== undefined && page.own === undefined) {
        // It was another program's record, and that may have been removed since.
        page.looked = undefined
        marks.noteLooked(said, undefined)
        found = await ahead.after(start, block)
      }
      if (E.isLeft(found)) return found
      const gathered = await gather(page, found.right)
      if (E.isLeft(gathered)) return gathered
      if (page.isFull || found.right.length < block) break
    }
    if (page.own !== undefined) marks.noteEnd(page.own)
    if (page.own !== undefined && page.isFull) ahead.ended({ after: said, at: page.own })
    const next = page.own?.position ?? after
    if (page.looked !== undefined && page.looked.position !== page.own?.position) marks.noteLooked(page.own?.position ?? said, page.looked)
    return E.right({ events: page.events, next, end: !page.isFull })
  }

  const readAt: WholeLog['readAt'] = async (position) => {
    if (position < 0n || position >= NO_POSITION) return E.right(undefined)
    const found = await records.from(position, 1)
    if (E.isLeft(found)) return found
    const record = found.right?.at(0)
    return record?.position?.commit === position && owns(record.streamId) ? storedEvent(record) : E.right(undefined)
  }

  const head: WholeLog['head'] = async () => {
    // Up to here there was nothing of the ledger's.
    const barren = marks.lookedFurther('start')
    let from: Position | 'end' = 'end'
    let newest: Mark | undefined
    for (let look = FIRST_LOOK; ; look = Math.min(look * 16, LONGEST_BLOCK)) {
      const found: Either<ReadingFault, Records> = await records.before(from, look)
      if (E.isLeft(found)) return found
      for (const record of found.right) {
        const mark = markOf(record)
        if (mark === undefined) continue
        if (owns(record.streamId) && !isNotice(record)) return E.right(mark.position)
        newest ??= mark
        if (mark.position === barren?.position && mark.id === barren.id) {
          marks.noteLooked('start', newest)
          return E.right('start')
        }
        from = mark.position
      }
      if (found.right.length < look) break
    }
    marks.noteLooked('start', newest)
    return E.right('start')
  }

  return { readAll, readAt, head, quiet: ahead.quiet }
}
