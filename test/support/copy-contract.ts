import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { copyLog } from '../../src/domain/kernel/copy-log.js'
import type { StreamName } from '../../src/domain/kernel/decider.js'
import type { EventLog } from '../../src/domain/kernel/event-log.js'
import type { NewEvent, StoredEvent } from '../../src/domain/kernel/recorded.js'
import { anEvent, freshStream, given, readOn, someEvents } from './event-log-samples.js'
import { left, right } from './right.js'

/** Two empty logs, to copy one into the other. */
export interface LogPair {
  readonly source: EventLog
  readonly target: EventLog
  readonly dispose: () => Promise<void>
}

/** Events of several streams in turns, as commands leave them: some alone, some together; one stream is long, one event is large. */
export const fill = async (log: EventLog): Promise<void> => {
  const streams = [freshStream(), freshStream(), freshStream()]
  const ends = new Map<StreamName, bigint>()
  const add = async (stream: StreamName, events: ReadonlyArray<NewEvent>): Promise<void> => {
    const { last } = await given(log.append(stream, ends.get(stream) ?? 'no-stream', events))
    ends.set(stream, last)
  }
  for (const [round, stream] of [...streams, ...streams].entries()) {
    await add(stream, someEvents(1 + (round % 3), { schema: 1 + round, recordedAt: `2024-01-15T09:30:00.00${round}Z` }))
    await add(stream, [anEvent({ type: 'SnowFell', metadata: '{"actor":"clerk-2","sources":["source-a","source-b"]}' })])
  }
  await add(freshStream(), someEvents(250))
  await add(freshStream(), [anEvent({ data: JSON.stringify({ of: 'ice'.repeat(120_000) }) }), ...someEvents(3)])
}

/** What a copy keeps of an event: all but its position. */
const kept = ({ position, data, metadata, ...event }: StoredEvent) => ({ ...event, data: JSON.parse(data), metadata: JSON.parse(metadata) })

export const everything = async (log: EventLog) => (await readOn(log, 'start', 1_000)).map(kept)

/** A log that fails at one append: before it is written, or after, as if the answer were lost. */
const breaking = (log: EventLog, at: number, when: 'before' | 'after'): EventLog => {
  let appends = 0
  return {
    ...log,
    append: (stream, expected, events) => async () => {
      appends += 1
      if (appends === at && when === 'after') await log.append(stream, expected, events)()
      return appends === at ? E.left({ _tag: 'LogUnavailable', cause: 'the line is cut' }) : log.append(stream, expected, events)()
    },
  }
}

const counting = (log: EventLog): { readonly log: EventLog; readonly appends: () => number } => {
  let appends = 0
  const append: EventLog['append'] = (...order) => {
    appends += 1
    return log.append(...order)
  }
  return { log: { ...log, append }, appends: () => appends }
}

/** What a copy from one kind of log to another keeps. */
export const copyContract = (name: string, make: () => Promise<LogPair>): void => {
  const using = async (work: (pair: LogPair) => Promise<void>): Promise<void> => {
    const pair = await make()
    try {
      await work(pair)
    } finally {
      await pair.dispose()
    }
  }

  describe(`a copy ${name}`, () => {
    it('has every event with its id, its place in its stream, its content and its instant, in the order of the source', () =>
      using(async ({ source, target }) => {
        await fill(source)
        const { before, added, verified, streams } = right(await copyLog(source, target))
        expect({ before, added, verified, streams }).toEqual({ before: 0, added: 272, verified: 272, streams: 5 })
        expect(await everything(target)).toEqual(await everything(source))
      }))

    it('is made once: run again it writes nothing, and later adds what has come since', () =>
      using(async ({ source, target }) => {
        await fill(source)
        right(await copyLog(source, target))
        const again = counting(target)
        expect(right(await copyLog(source, again.log))).toMatchObject({ before: 272, added: 0, verified: 272 })
        expect(again.appends()).toBe(0)
        await given(source.append(freshStream(), 'no-stream', someEvents(2)))
        expect(right(await copyLog(source, again.log))).toMatchObject({ before: 272, added: 2, verified: 274 })
        expect(await everything(target)).toEqual(await everything(source))
      }))

    it('that is broken off at any append, answered or not, goes on from there', () =>
      using(async ({ source, target }) => {
        await fill(source)
        const cut = E.left({ _tag: 'CopyFaulted', side: 'target', fault: { _tag: 'LogUnavailable', cause: 'the line is cut' } })
        for (const when of ['before', 'after'] as const)
          for (const at of [1, 2, 3]) expect(await copyLog(source, breaking(target, at, when))).toEqual(cut)
        right(await copyLog(source, target))
        expect(await everything(target)).toEqual(await everything(source))
      }))

    it('of nothing is nothing', () =>
      using(async ({ source, target }) => {
        expect(await copyLog(source, target)).toEqual(E.right({ before: 0, added: 0, verified: 0, streams: 0 }))
      }))

    it('is not written over what is no copy', () =>
      using(async ({ source, target }) => {
        await fill(source)
        const stranger = anEvent()
        const stream = freshStream()
        await given(target.append(stream, 'no-stream', [stranger]))
        const refused = left(await copyLog(source, target))
        expect(refused).toMatchObject({
          _tag: 'TargetDiffers',
          why: 'another event lies there',
          at: { id: stranger.id, stream, revision: 0n },
        })
        expect(await everything(target)).toHaveLength(1)
      }))

    it('is not gone on with where the target holds more than the source', () =>
      using(async ({ source, target }) => {
        await fill(source)
        right(await copyLog(source, target))
        const stranger = anEvent()
        await given(target.append(freshStream(), 'no-stream', [stranger]))
        expect(left(await copyLog(source, target))).toMatchObject({ why: 'the source holds nothing more', at: { id: stranger.id } })
      }))
  })
}
