import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { LogUnderTest } from './event-log-contract.js'
import { anEvent, aStreamOf, freshStream, given } from './event-log-samples.js'

const CLOSED = E.left({ _tag: 'LogUnavailable', cause: 'the store is closed' })

const pause = (ms: number): Promise<'still waiting'> => new Promise((resolve) => setTimeout(() => resolve('still waiting'), ms))

/** Waiting for news, and closing. */
export const waitContract = (subject: () => LogUnderTest): void => {
  describe('waiting for something after a position', () => {
    it('is over at once where it is there already', async () => {
      const { log, start = 'start' } = subject()
      await aStreamOf(log, 1)
      expect(await log.changed(start, new AbortController().signal)()).toEqual(E.right(undefined))
    })

    it('is over when it is appended, for all who wait', async () => {
      const { log } = subject()
      await aStreamOf(log, 1)
      const head = await given(log.head)
      const waiting = Promise.all([1, 2, 3].map(() => log.changed(head, new AbortController().signal)()))
      expect(await Promise.race([waiting, pause(150)])).toBe('still waiting')
      await aStreamOf(log, 1)
      expect(await waiting).toEqual([E.right(undefined), E.right(undefined), E.right(undefined)])
    })

    it('is not over for an append that was refused', async () => {
      const { log } = subject()
      const { stream } = await aStreamOf(log, 1)
      const stop = new AbortController()
      const waiting = log.changed(await given(log.head), stop.signal)()
      await log.append(stream, 'no-stream', [anEvent()])()
      expect(await Promise.race([waiting, pause(150)])).toBe('still waiting')
      stop.abort()
      expect(await waiting).toEqual(E.right(undefined))
    })

    it('is over when the signal aborts, and at once where it has', async () => {
      const { log } = subject()
      await aStreamOf(log, 1)
      const head = await given(log.head)
      const stop = new AbortController()
      const waiting = log.changed(head, stop.signal)()
      stop.abort()
      expect(await waiting).toEqual(E.right(undefined))
      expect(await log.changed(head, stop.signal)()).toEqual(E.right(undefined))
    })

    it('ends with a fault when the log is closed', async () => {
      const { log } = subject()
      await aStreamOf(log, 1)
      const waiting = log.changed(await given(log.head), new AbortController().signal)()
      await given(log.close)
      expect(await waiting).toEqual(CLOSED)
    })
  })

  it('an append that was sent before the log is closed is still answered', async () => {
    const { log } = subject()
    const sent = log.append(freshStream(), 'no-stream', [anEvent()])()
    await given(log.close)
    expect(await sent).toEqual(E.right({ first: 0n, last: 0n }))
  })

  it('a closed log answers every call with one fault', async () => {
    const { log } = subject()
    const { stream } = await aStreamOf(log, 1)
    await given(log.close)
    const calls = [
      log.append(stream, 0n, [anEvent()]),
      log.readStream(stream, 0n),
      log.readAll({ after: 'start', limit: 1 }),
      log.readAt(1n),
      log.head,
      log.changed('start', new AbortController().signal),
      log.close,
    ]
    for (const call of calls) expect(await call()).toEqual(CLOSED)
  })
}
