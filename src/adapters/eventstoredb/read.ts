import type { Readable } from 'node:stream'
import { Silence } from './faults.js'

/** A read of the client: a stream of what it finds, with a cancel of its own. */
export type Reading = Readable & { readonly cancel: () => Promise<void> }

/**
 * Takes everything that a read gives. The client's reads know no deadline, so silence for longer than `idleMs` ends it, whether the leader is
 * still being looked for or an answer stopped half-way. A read that did not end by itself is cancelled, or it would stay open on the server.
 */
export const takeAll = <A>(reading: Reading, idleMs: number, take: (found: A) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let over = false
    const end = (error: unknown, isWhole: boolean): void => {
      if (over) return
      over = true
      clearTimeout(timer)
      if (isWhole) {
        resolve()
        return
      }
      // Where no call was ever made there is nothing to cancel, and its promise fails as the read did.
      reading.cancel().catch(() => undefined)
      reading.destroy()
      reject(error)
    }
    const timer = setTimeout(() => end(new Silence(idleMs), false), idleMs)
    reading.on('data', (found: A) => {
      if (over) return
      timer.refresh()
      try {
        take(found)
      } catch (error) {
        end(error, false)
      }
    })
    reading.on('end', () => end(undefined, true))
    // Stays: a read may fail once more after it failed.
    reading.on('error', (error) => end(error, false))
    reading.on('close', () => end(new Silence(0), false))
  })
