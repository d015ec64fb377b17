import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { LogUnavailable } from '../../domain/kernel/event-log.js'
import type { Driver } from './driver.js'
import { pause, type Thrown, unavailable, whileBusy } from './fault.js'

const LOOK_AGAIN_MS = 25

/**
 * Takes what was deleted out of the file as well: free pages and the free parts of pages keep it otherwise, and so does the WAL. The whole file is
 * written anew, so this is for erasures only. As long as another process reads, the WAL cannot be emptied: that is waited for, and then a fault.
 */
export const scrub = async (driver: Driver, busyMs: number): Promise<Either<Thrown | LogUnavailable, void>> => {
  const since = performance.now()
  const rewritten = await whileBusy(busyMs, () => driver.exec('VACUUM'))
  if (E.isLeft(rewritten)) return rewritten
  for (;;) {
    // The first cell of its row says whether it was kept from it, which is no error to SQLite.
    const emptied = await whileBusy(busyMs, () => driver.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()[0]?.[0] === 0n)
    if (E.isLeft(emptied)) return emptied
    if (emptied.right) return E.right(undefined)
    if (performance.now() - since > busyMs)
      return E.left(unavailable('another process reads the file, so that what was erased still lies in its WAL'))
    await pause(LOOK_AGAIN_MS)
  }
}
