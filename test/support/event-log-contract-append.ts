import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Expected, NewEvent } from '../../src/domain/kernel/recorded.js'
import type { LogUnderTest } from './event-log-contract.js'
import { anEvent, aStreamOf, endOf, freshStream, given, idsOf, readOn, someEvents } from './event-log-samples.js'

const EXPECTED: ReadonlyArray<Expected> = ['no-stream', -1n, 0n, 1n, 2n, 3n]

/** Appending: the expected revision, the repeat, the race, the group. */
export const appendContract = (subject: () => LogUnderTest): void => {
  describe('an append at an expected revision', () => {
    for (const held of [0, 1, 3])
      for (const expected of EXPECTED) {
        const actual = endOf(held)
        it(`${expected === actual ? 'is written' : 'conflicts'}: ${expected}, in a stream of ${held}`, async () => {
          const { log } = subject()
          const { stream, events } = await aStreamOf(log, held)
          const more = someEvents(2)
          const answer = await log.append(stream, expected, more)()
          const written = expected === actual
          expect(answer).toEqual(
            written
              ? E.right({ first: BigInt(held), last: BigInt(held + 1) })
              : E.left({ _tag: 'RevisionConflict', stream, expected, actual }),
          )
          expect(idsOf(await given(log.readStream(stream, 0n)))).toEqual(idsOf(written ? [...events, ...more] : events))
        })
      }
  })

  describe('the same append sent again', () => {
    it('has the same answer and writes nothing, also after others have followed', async () => {
      const { log } = subject()
      const { stream, events } = await aStreamOf(log, 2)
      const second = someEvents(3)
      await given(log.append(stream, 1n, second))
      await given(log.append(stream, 4n, [anEvent()]))
      const head = await given(log.head)
      expect(await log.append(stream, 'no-stream', events)()).toEqual(E.right({ first: 0n, last: 1n }))
      expect(await log.append(stream, 1n, second)()).toEqual(E.right({ first: 2n, last: 4n }))
      expect(await given(log.head)).toBe(head)
      expect(await given(log.readStream(stream, 0n))).toHaveLength(6)
    })

    it('keeps the content of the first time', async () => {
      const { log } = subject()
      const { stream, events } = await aStreamOf(log, 1)
      await given(
        log.append(
          stream,
          'no-stream',
          events.map((event) => ({ ...event, data: '"changed"' })),
        ),
      )
      expect((await given(log.readStream(stream, 0n))).map((event) => event.data)).toEqual([events[0]?.data])
    })

    it('succeeds for the first part of what was written', async () => {
      const { log } = subject()
      const { stream, events } = await aStreamOf(log, 3)
      expect(await log.append(stream, 'no-stream', events.slice(0, 2))()).toEqual(E.right({ first: 0n, last: 1n }))
    })

    const changes: ReadonlyArray<readonly [string, (events: ReadonlyArray<NewEvent>) => ReadonlyArray<NewEvent>]> = [
      ['is longer', (events) => [...events, anEvent()]],
      ['differs at its end', (events) => [...events.slice(0, -1), anEvent()]],
      ['differs at its beginning', (events) => [anEvent(), ...events.slice(1)]],
      ['has another order', (events) => [...events].reverse()],
    ]
    for (const [name, change] of changes)
      it(`conflicts where it ${name}`, async () => {
        const { log } = subject()
        const { stream, events } = await aStreamOf(log, 3)
        expect(await log.append(stream, 'no-stream', change(events))()).toEqual(
          E.left({ _tag: 'RevisionConflict', stream, expected: 'no-stream', actual: 2n }),
        )
        expect(await given(log.readStream(stream, 0n))).toHaveLength(3)
      })

    it('conflicts at a revision that no stream has', async () => {
      const { log } = subject()
      const { stream, events } = await aStreamOf(log, 3)
      expect(await log.append(stream, -1n, events)()).toEqual(E.left({ _tag: 'RevisionConflict', stream, expected: -1n, actual: 2n }))
    })

    it('conflicts at another revision', async () => {
      const { log } = subject()
      const { stream, events } = await aStreamOf(log, 3)
      expect(await log.append(stream, 0n, events)()).toEqual(E.left({ _tag: 'RevisionConflict', stream, expected: 0n, actual: 2n }))
    })
  })

  describe('an event that says when it was first recorded', () => {
    it('keeps that instant; those beside it have the time of the log', async () => {
      const { log } = subject()
      const stream = freshStream()
      const start = await given(log.head)
      const copied = anEvent({ recordedAt: '2019-12-31T23:59:59.999Z' })
      await given(log.append(stream, 'no-stream', [copied, anEvent()]))
      const stored = await given(log.readStream(stream, 0n))
      expect(stored[0]).toMatchObject(copied)
      expect(Date.parse(stored[1]?.recordedAt ?? '')).toBeGreaterThan(Date.parse('2020-01-01'))
      expect((await readOn(log, start)).filter((event) => event.stream === stream)).toEqual(stored)
    })

    it('is the same append without it, and keeps the first answer', async () => {
      const { log } = subject()
      const stream = freshStream()
      const event = anEvent()
      await given(log.append(stream, 'no-stream', [{ ...event, recordedAt: '2019-12-31T23:59:59.999Z' }]))
      expect(await log.append(stream, 'no-stream', [event])()).toEqual(E.right({ first: 0n, last: 0n }))
      expect((await given(log.readStream(stream, 0n)))[0]?.recordedAt).toBe('2019-12-31T23:59:59.999Z')
    })
  })

  it('an id that another stream holds is refused, and nothing of its append is written', async ({ skip }) => {
    const { log, knowsIdsOfOtherStreams } = subject()
    if (knowsIdsOfOtherStreams === false) skip('this store does not look for an id in other streams')
    const { events } = await aStreamOf(log, 1)
    const head = await given(log.head)
    const stream = freshStream()
    expect(await log.append(stream, 'no-stream', [anEvent(), ...events, anEvent()])()).toEqual(
      E.left({ _tag: 'AppendInvalid', stream, why: 'an id is already used elsewhere' }),
    )
    expect(await given(log.readStream(stream, 0n))).toEqual([])
    expect(await given(log.head)).toBe(head)
  })

  describe('appends at the same time', () => {
    it('to one stream at one revision: exactly one is written', async () => {
      const { log } = subject()
      const { stream } = await aStreamOf(log, 1)
      const answers = await Promise.all(someEvents(32).map((event) => log.append(stream, 0n, [event])()))
      expect(answers.filter(E.isRight)).toEqual([E.right({ first: 1n, last: 1n })])
      expect(answers.filter(E.isLeft)).toHaveLength(31)
      expect(answers.filter(E.isLeft)).toContainEqual(E.left({ _tag: 'RevisionConflict', stream, expected: 0n, actual: 1n }))
      expect(await given(log.readStream(stream, 0n))).toHaveLength(2)
    })

    it('by 32 writers who try until they succeed: one event for each revision', async () => {
      const { log } = subject()
      const stream = freshStream()
      const write = async (): Promise<bigint> => {
        const event = anEvent()
        for (let expected: Expected = 'no-stream'; ; ) {
          const answer = await log.append(stream, expected, [event])()
          if (E.isRight(answer)) return answer.right.last
          if (answer.left._tag !== 'RevisionConflict') throw new Error(answer.left._tag)
          expected = answer.left.actual
        }
      }
      const revisions = await Promise.all(Array.from({ length: 32 }, write))
      expect([...revisions].sort((a, b) => Number(a - b))).toEqual(Array.from({ length: 32 }, (_, i) => BigInt(i)))
    })

    it('fail alone: a conflict, a used id and bad content do not touch their neighbours', async () => {
      const { log, knowsIdsOfOtherStreams } = subject()
      const { stream: held, events } = await aStreamOf(log, 1)
      const [before, between, after] = [freshStream(), freshStream(), freshStream()]
      const answers = await Promise.all([
        log.append(before, 'no-stream', someEvents(2))(),
        log.append(held, 'no-stream', [anEvent()])(),
        log.append(between, 'no-stream', someEvents(1))(),
        log.append(freshStream(), 'no-stream', knowsIdsOfOtherStreams === false ? [] : events)(),
        log.append(freshStream(), 'no-stream', [anEvent({ data: 'no JSON' })])(),
        log.append(after, 'no-stream', someEvents(3))(),
      ])
      expect(answers.map((answer) => (E.isRight(answer) ? answer.right.last : answer.left._tag))).toEqual([
        1n,
        'RevisionConflict',
        0n,
        'AppendInvalid',
        'AppendInvalid',
        2n,
      ])
      for (const [stream, count] of [
        [before, 2],
        [held, 1],
        [between, 1],
        [after, 3],
      ] as const)
        expect(await given(log.readStream(stream, 0n))).toHaveLength(count)
    })

    it('to many streams: each whole, one after the other, in the order of their positions', async () => {
      const { log } = subject()
      const start = await given(log.head)
      const groups = Array.from({ length: 20 }, () => ({ stream: freshStream(), events: someEvents(5) }))
      await Promise.all(groups.map(({ stream, events }) => given(log.append(stream, 'no-stream', events))))
      const all = await readOn(log, start)
      expect(all).toHaveLength(100)
      for (let i = 0; i < 100; i += 5) expect(new Set(all.slice(i, i + 5).map((event) => event.stream)).size).toBe(1)
    })
  })
}
