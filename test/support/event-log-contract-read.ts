import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../../src/domain/kernel/recorded.js'
import type { LogUnderTest } from './event-log-contract.js'
import { anEvent, aStreamOf, freshStream, given, idsOf, readOn, someEvents } from './event-log-samples.js'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Two thirds of water, one third of snow, over three streams. */
const aMixedLog = async ({ log }: LogUnderTest) => {
  const start = await given(log.head)
  for (const stream of [freshStream(), freshStream(), freshStream()])
    for (let i = 0; i < 5; i++)
      await given(log.append(stream, i === 0 ? 'no-stream' : BigInt(3 * i - 1), [anEvent(), anEvent({ type: 'SnowFell' }), anEvent()]))
  return { start, all: await readOn(log, start) }
}

/** Reading: streams, pages, filters, single positions, the head, and what a reopened log still holds. */
export const readContract = (subject: () => LogUnderTest): void => {
  describe('a stream', () => {
    it('is empty where nothing was appended', async () => {
      expect(await given(subject().log.readStream(freshStream(), 0n))).toEqual([])
    })

    it('gives its events in order, whole, with their places', async () => {
      const { log } = subject()
      const { stream, events } = await aStreamOf(log, 3)
      const stored = await given(log.readStream(stream, 0n))
      expect(stored.map(({ id, type, schema, data, metadata }) => ({ id, type, schema, data, metadata }))).toEqual(events)
      expect(stored.map(({ stream, revision }) => [stream, revision])).toEqual([0n, 1n, 2n].map((revision) => [stream, revision]))
      for (const { recordedAt } of stored) expect(recordedAt).toMatch(INSTANT)
    })

    for (const [from, left] of [
      [-1n, 3],
      [0n, 3],
      [1n, 2],
      [2n, 1],
      [3n, 0],
      [1_000n, 0],
      [2n ** 63n, 0],
    ] as const)
      it(`of 3 events has ${left} from revision ${from} on`, async () => {
        const { log } = subject()
        const { stream, events } = await aStreamOf(log, 3)
        expect(idsOf(await given(log.readStream(stream, from)))).toEqual(idsOf(events.slice(3 - left)))
      })

    it('of 700 events, in appends of 100, comes whole', async () => {
      const { log } = subject()
      const stream = freshStream()
      const events = someEvents(700)
      for (let i = 0; i < 700; i += 100) await given(log.append(stream, i === 0 ? 'no-stream' : BigInt(i - 1), events.slice(i, i + 100)))
      expect(idsOf(await given(log.readStream(stream, 0n)))).toEqual(idsOf(events))
    })
  })

  describe('the whole log', () => {
    it('has positions that rise strictly, and every stream in its own order', async () => {
      const { all } = await aMixedLog(subject())
      expect(all).toHaveLength(45)
      for (const [i, event] of all.entries()) if (i > 0) expect(event.position).toBeGreaterThan(all[i - 1]?.position ?? 0n)
      for (const stream of new Set(all.map((event) => event.stream)))
        expect(all.filter((event) => event.stream === stream).map((event) => event.revision)).toEqual(
          Array.from({ length: 15 }, (_, i) => BigInt(i)),
        )
    })

    for (const limit of [1, 2, 7, 44, 45, 46, 10_000])
      it(`is the same in pages of ${limit}, none of them longer`, async () => {
        const { log } = subject()
        const { start, all } = await aMixedLog(subject())
        const found: StoredEvent[] = []
        for (let after = start, end = false; !end; ) {
          const page = await given(log.readAll({ after, limit }))
          expect(page.events.length).toBeLessThanOrEqual(limit)
          found.push(...page.events)
          ;({ next: after, end } = page)
        }
        expect(found).toEqual(all)
      })

    it('goes on after any event from exactly the next one', async () => {
      const { log } = subject()
      const { all } = await aMixedLog(subject())
      for (const [i, { position }] of all.entries())
        expect(idsOf((await given(log.readAll({ after: position, limit: 1 }))).events)).toEqual(idsOf(all.slice(i + 1, i + 2)))
    })

    it('at its end gives an empty page that leads to what comes later', async () => {
      const { log } = subject()
      await aStreamOf(log, 2)
      const page = await given(log.readAll({ after: await given(log.head), limit: 10 }))
      expect(page).toMatchObject({ events: [], end: true })
      const { events } = await aStreamOf(log, 2)
      expect(idsOf(await readOn(log, page.next))).toEqual(idsOf(events))
    })

    for (const limit of [1, 3, 100])
      it(`gives only the types that are asked for, in pages of ${limit}`, async () => {
        const { start, all } = await aMixedLog(subject())
        const snow = all.filter((event) => event.type === 'SnowFell')
        expect(await readOn(subject().log, start, limit, ['SnowFell'])).toEqual(snow)
        expect(await readOn(subject().log, start, limit, ['SnowFell', 'SampleTaken', 'NeverHeardOf'])).toEqual(all)
      })

    it('has nothing of types that never came, and of no types', async () => {
      const { start } = await aMixedLog(subject())
      expect(await readOn(subject().log, start, 10, ['NeverHeardOf'])).toEqual([])
      expect(await readOn(subject().log, start, 10, [])).toEqual([])
    })
  })

  describe('a position', () => {
    it('has its event', async () => {
      const { log } = subject()
      const { all } = await aMixedLog(subject())
      for (const event of all) expect(await given(log.readAt(event.position))).toEqual(event)
    })

    it('beyond the head has none', async () => {
      const { log } = subject()
      await aStreamOf(log, 1)
      const head = await given(log.head)
      expect(await given(log.readAt((head === 'start' ? 0n : head) + 1n))).toBeUndefined()
    })

    it('of the last event is the head', async () => {
      const { log } = subject()
      const { stream } = await aStreamOf(log, 2)
      expect(await given(log.head)).toBe((await given(log.readStream(stream, 1n)))[0]?.position)
    })
  })

  it('a log that is opened again holds all that was acknowledged, and goes on from there', async ({ skip }) => {
    const { log, reopen, start = 'start' } = subject()
    if (reopen === undefined) return skip('this log keeps nothing')
    const { stream, events } = await aStreamOf(log, 3)
    const before = await readOn(log, start, 10_000)
    const again = await reopen()
    expect(await readOn(again, start, 10_000)).toEqual(before)
    expect(await again.append(stream, 'no-stream', events)()).toEqual(E.right({ first: 0n, last: 2n }))
    expect(await again.append(stream, 2n, [anEvent()])()).toEqual(E.right({ first: 3n, last: 3n }))
  })
}
