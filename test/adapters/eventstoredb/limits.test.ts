import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Page } from '../../../src/domain/kernel/event-log.js'
import { anEvent, aStreamOf, freshStream, given, idsOf, readOn, someEvents } from '../../support/event-log-samples.js'
import type { AppendFate } from '../../support/eventstoredb/faults.js'
import { opener, QUICK } from './opened.js'

// How much at once: in one append, in calls under way, and ahead of a reader.

const open = opener()
const MEBIBYTE = 1_048_576
const tooLarge = (stream: string) => E.left({ _tag: 'AppendInvalid', stream, why: 'the append is too large' })

describe('an append that is more than the server takes in one piece', () => {
  it.each(['23.10.6', '24.10.4'])('is refused before it is sent, by the rule of the strictest server (here %s)', async (version) => {
    const double = await open.double({ version })
    const log = await open.log(double.connectionString)
    const stream = freshStream()
    const large = anEvent({ data: JSON.stringify('x'.repeat(MEBIBYTE - 100)) })
    expect(await log.append(stream, 'no-stream', [large])()).toEqual(tooLarge(stream))
    expect(await log.append(stream, 'no-stream', someEvents(11, { data: JSON.stringify('x'.repeat(100_000)) }))()).toEqual(tooLarge(stream))
    expect(double.calls.total('append')).toBe(0)
  })

  it.each(['23.10.6', '24.10.4'])('is refused by the server where the limit was raised on this side only (%s)', async (version) => {
    const double = await open.double({ version })
    const log = await open.log(double.connectionString, { ...QUICK, maxAppendBytes: 8 * MEBIBYTE })
    const stream = freshStream()
    expect(await log.append(stream, 'no-stream', [anEvent({ data: JSON.stringify('x'.repeat(MEBIBYTE)) })])()).toEqual(tooLarge(stream))
    expect(double.calls.total('append')).toBe(1)
    expect(await given(log.readStream(stream, 0n))).toEqual([])
  })

  it('is written where the limit was raised on both sides', async () => {
    const double = await open.double({ maxAppendSize: 4 * MEBIBYTE })
    const log = await open.log(double.connectionString, { timeoutMs: 5_000, maxAppendBytes: 4 * MEBIBYTE })
    const event = anEvent({ data: JSON.stringify('x'.repeat(2 * MEBIBYTE)) })
    const stream = freshStream()
    expect(await log.append(stream, 'no-stream', [event])()).toEqual(E.right({ first: 0n, last: 0n }))
    expect((await given(log.readStream(stream, 0n)))[0]?.data.length).toBe(event.data.length)
  })
})

describe('calls under way', () => {
  it('are 64 at most, and the others wait their turn', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { timeoutMs: 5_000 })
    let most = 0
    double.faults.append = async (): Promise<AppendFate> => {
      most = Math.max(most, double.openCalls())
      await new Promise((resolve) => setTimeout(resolve, 5))
      return 'serve'
    }
    const answers = await Promise.all(Array.from({ length: 300 }, () => log.append(freshStream(), 'no-stream', [anEvent()])()))
    expect(answers.every(E.isRight)).toBe(true)
    expect(most).toBeGreaterThan(32)
    expect(most).toBeLessThanOrEqual(64)
  })
})

describe('the next page', () => {
  it('is on its way before it is asked for, and never older than the asking', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const { events } = await aStreamOf(log, 95)
    const seen: string[] = []
    let after: bigint | 'start' = 'start'
    for (let page = 0; page < 9; page++) {
      const read: Page = await given(log.readAll({ after, limit: 10 }))
      seen.push(...idsOf(read.events))
      after = read.next
    }
    await expect.poll(() => double.openCalls('read')).toBe(0)
    const before = double.calls.total('read')
    const { events: more } = await aStreamOf(log, 20)
    const rest = await readOn(log, after, 10)
    expect([...seen, ...idsOf(rest)]).toEqual(idsOf([...events, ...more]))
    expect(double.calls.total('read')).toBeGreaterThan(before)
  })

  it('that nobody asks for any more is over when the log is closed', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 500)
    const { next } = await given(log.readAll({ after: 'start', limit: 100 }))
    await given(log.readAll({ after: next, limit: 100 }))
    await given(log.close)
    expect(double.openCalls('read')).toBe(0)
  })
})
