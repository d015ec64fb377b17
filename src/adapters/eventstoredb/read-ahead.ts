import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Position } from '../../domain/kernel/recorded.js'
import type { AllRecords, Records } from './all-records.js'
import type { Mark } from './marks.js'
import type { ReadingFault } from './stream.js'

/** Blocks of $all, the next of which is on its way while a reader works on the last. */
export interface ReadAhead {
  readonly after: AllRecords['after']
  /** Tells where a page ended: who asked for it after the end of the page before is likely to come again. */
  readonly ended: (page: { readonly after: Position | 'start'; readonly at: Mark; readonly block: number }) => void
  /** Resolves when nothing is on its way any more. */
  readonly quiet: () => Promise<void>
}

interface Prepared {
  readonly after: Position
  readonly block: number
  readonly found: Promise<Either<ReadingFault, Records>>
}

export const readAhead = (records: AllRecords): ReadAhead => {
  let prepared: Prepared | undefined
  let last: Position | undefined

  const after: ReadAhead['after'] = async (place, maxCount) => {
    const ready = prepared
    prepared = undefined
    if (ready !== undefined && place !== 'start' && ready.after === place.position && ready.block === maxCount) {
      const found = await ready.found
      // A block that is not full ended where the log did: there may be more by now.
      if (E.isRight(found) && found.right.length === maxCount) return found
    }
    return records.after(place, maxCount)
  }

  return {
    after,
    ended: (page) => {
      if (page.after === last) prepared = { after: page.at.position, block: page.block, found: records.after(page.at, page.block) }
      last = page.at.position
    },
    quiet: async () => {
      await prepared?.found
    },
  }
}
