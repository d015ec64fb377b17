import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type AllRecords, markOf, type Records } from '../../../src/adapters/eventstoredb/all-records.js'
import { type ReadAhead, readAhead } from '../../../src/adapters/eventstoredb/read-ahead.js'
import type { WireRecord } from '../../../src/adapters/eventstoredb/stored.js'
import { right } from '../../support/right.js'

const recordAt = (n: number): WireRecord => ({
  streamId: 'agreement-1',
  id: `id-${n}`,
  revision: BigInt(n),
  type: 'Happened',
  isJson: true,
  data: '{}',
  metadata: '{}',
  createdMs: 0,
  // As on a server: bytes, with gaps between them.
  position: { commit: BigInt(n * 7 + 3), prepare: BigInt(n * 7 + 3) },
})

/** A log that grows, and how often it was asked. */
const aLog = (length: number) => {
  const all = Array.from({ length }, (_, n) => recordAt(n))
  let asked = 0
  const after: AllRecords['after'] = async (place, maxCount) => {
    asked += 1
    await Promise.resolve()
    const from = place === 'start' ? 0 : all.findIndex(({ position }) => position.commit === place.position) + 1
    return E.right(all.slice(from, from + maxCount))
  }
  const unused = async () => E.right([])
  return { all, asked: () => asked, records: { after, before: unused, from: unused } satisfies AllRecords }
}

/** Reads a page as the log does: one record more than wanted tells whether it is full. */
const page = async (ahead: ReadAhead, last: WireRecord | undefined, limit: number): Promise<Records> => {
  const place = last === undefined ? 'start' : { position: last.position.commit, id: last.id }
  const found = right(await ahead.after(place, limit + 1))
  const taken = found.slice(0, limit)
  const end = taken.at(-1)
  if (found.length > limit && end !== undefined) ahead.ended({ after: last?.position.commit ?? 'start', at: markOf(end) })
  return taken
}

describe('reading ahead', () => {
  it('gives every reader every record once and in order, however many read at once, in whatever pages, while the log grows', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 6_500 }),
        fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 700 }),
        async (length, limits, more) => {
          const { all, records } = aLog(length)
          const ahead = readAhead(records)
          const readers = limits.map(async (limit) => {
            const read: WireRecord[] = []
            let grown = false
            for (;;) {
              const found = await page(ahead, read.at(-1), limit)
              read.push(...found)
              if (found.length > 0) continue
              if (grown) return read
              // Whoever comes to the end first lets the log grow once more.
              if (all.length === length) for (let n = 0; n < more; n += 1) all.push(recordAt(length + n))
              grown = true
            }
          })
          for (const read of await Promise.all(readers)) expect(read.map(({ id }) => id)).toStrictEqual(all.map(({ id }) => id))
          await ahead.quiet()
        },
      ),
      { numRuns: 40 },
    ))

  it('asks once for several pages', async () => {
    const { all, asked, records } = aLog(20_000)
    const ahead = readAhead(records)
    const read: WireRecord[] = []
    while (read.length < all.length) read.push(...(await page(ahead, read.at(-1), 500)))
    expect(asked()).toBeLessThan(16)
  })
})
