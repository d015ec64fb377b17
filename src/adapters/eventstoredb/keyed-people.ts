import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { type AllRecords, markOf } from './all-records.js'
import { personOf } from './key-streams.js'
import type { Mark } from './marks.js'
import type { ReadingFault } from './stream.js'

const PAGE = 4_096

/** Everybody who was met up to a place in $all. */
interface Met {
  readonly people: Set<string>
  place: Mark | 'start'
}

const fromStart = (): Met => ({ people: new Set(), place: 'start' })

/**
 * Everyone who has, or had, a key: whose stream of a key shows in $all, be it with the key or with its tombstone, which no scavenge removes. The
 * streams themselves are the list, so that no process can die between them and it. Asked again, it goes on from where it was.
 */
export const keyedPeople = (records: AllRecords): (() => Promise<Either<ReadingFault, ReadonlyArray<string>>>) => {
  let known = fromStart()

  const walk = async (met: Met): Promise<Either<ReadingFault, Met>> => {
    for (;;) {
      const found = await records.after(met.place, PAGE)
      if (E.isLeft(found)) return found
      for (const { streamId } of found.right) {
        const person = personOf(streamId)
        if (person !== undefined) met.people.add(person)
      }
      const last = found.right.at(-1)
      met.place = (last && markOf(last)) ?? met.place
      if (found.right.length < PAGE) return E.right(met)
    }
  }

  return async () => {
    const met: Met = { people: new Set(known.people), place: known.place }
    const walked = await walk(met)
    // What stood at the place may have been removed by a scavenge; then everything is looked through again.
    const isLost = E.isLeft(walked) && walked.left._tag === 'LogDamaged' && met.place !== 'start'
    const done = isLost ? await walk(fromStart()) : walked
    if (E.isLeft(done)) return done
    known = done.right
    return E.right([...known.people])
  }
}
