import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memoryLog } from '../../../src/adapters/memory/event-log.js'
import { copyLog, type OnCopyProgress } from '../../../src/domain/kernel/copy-log.js'
import type { EventLog, Page } from '../../../src/domain/kernel/event-log.js'
import type { NewEvent, StoredEvent } from '../../../src/domain/kernel/recorded.js'
import { everything, fill } from '../../support/copy-contract.js'
import { anEvent, freshStream, given, someEvents } from '../../support/event-log-samples.js'
import { left, right } from '../../support/right.js'

/** A log whose pages are told otherwise than they are. */
const telling = (log: EventLog, change: (page: Page) => Page): EventLog => ({
  ...log,
  readAll: (request) => async () => E.map(change)(await log.readAll(request)()),
})

const changed =
  (change: (event: StoredEvent) => Partial<StoredEvent>) =>
  (page: Page): Page => ({ ...page, events: page.events.map((event) => ({ ...event, ...change(event) })) })

const filled = async (): Promise<EventLog> => {
  const log = memoryLog()
  await fill(log)
  return log
}

describe('a target that is no copy', () => {
  const changes: ReadonlyArray<readonly [why: string, Partial<StoredEvent>]> = [
    ['another event lies there', { id: '00000000-0000-4000-8000-000000000001' }],
    ['another event lies there', { stream: 'sample-other' }],
    ['another event lies there', { revision: 99n }],
    ['its type is another', { type: 'HailFell' }],
    ['its type is another', { schema: 99 }],
    ['its content is another', { data: '{"of":"oil"}' }],
    ['its content is another', { data: '{"of":"water","more":1}' }],
    ['its metadata is another', { metadata: '{"actor":"clerk-9"}' }],
    ['it was recorded at another instant', { recordedAt: '2024-01-15T09:30:00.999Z' }],
  ]
  for (const [why, change] of changes)
    it(`is found by ${Object.keys(change).join()}: ${why}`, async () => {
      const source = await filled()
      const target = memoryLog()
      right(await copyLog(source, target))
      const fault = left(
        await copyLog(
          source,
          telling(
            target,
            changed(({ position }) => (position === 7n ? change : {})),
          ),
        ),
      )
      expect(fault).toMatchObject({ _tag: 'TargetDiffers', why, at: { position: 7n } })
    })

  it('is not one whose JSON is only written otherwise', async () => {
    const source = memoryLog()
    await given(source.append('sample-1', 'no-stream', [anEvent({ data: '{"a":1,"b":[1,2]}' })]))
    const target = telling(
      memoryLog(),
      changed(() => ({ data: '{ "b": [1, 2], "a": 1 }' })),
    )
    expect(right(await copyLog(source, target))).toMatchObject({ verified: 1 })
  })

  it('is told at the end, where it has lost an event that was written to it', async () => {
    const source = await filled()
    const target = telling(memoryLog(), (page) => ({ ...page, events: page.events.slice(0, -1), end: true }))
    expect(left(await copyLog(source, target))).toMatchObject({ _tag: 'TargetDiffers', why: 'an event is missing' })
  })

  it('is one that somebody writes to meanwhile', async () => {
    const source = await filled()
    const log = memoryLog()
    let stranger: NewEvent | undefined = anEvent()
    const target: EventLog = {
      ...log,
      append: (stream, expected, events) => async () => {
        if (stranger !== undefined) await given(log.append(freshStream(), 'no-stream', [stranger]))
        stranger = undefined
        return log.append(stream, expected, events)()
      },
    }
    expect(left(await copyLog(source, target))).toMatchObject({ _tag: 'TargetDiffers', why: 'another event lies there' })
  })
})

describe('a copy', () => {
  it('sends events of one stream that follow each other together, but no append of more than 100 or of much text', async () => {
    const source = memoryLog()
    await given(source.append('sample-long', 'no-stream', someEvents(230)))
    await given(source.append('sample-large', 'no-stream', someEvents(5, { data: JSON.stringify('x'.repeat(140_000)) })))
    await given(source.append('sample-long', 229n, someEvents(2)))
    const log = memoryLog()
    const sent: Array<readonly [string, number]> = []
    const target: EventLog = {
      ...log,
      append: (stream, expected, events) => {
        sent.push([stream, events.length])
        return log.append(stream, expected, events)
      },
    }
    right(await copyLog(source, target))
    expect(sent).toEqual([
      ['sample-long', 100],
      ['sample-long', 100],
      ['sample-long', 30],
      ['sample-large', 2],
      ['sample-large', 2],
      ['sample-large', 1],
      ['sample-long', 2],
    ])
  })

  it('takes what the source holds when it begins; what comes meanwhile waits for the next one', async () => {
    const source = await filled()
    const log = memoryLog()
    const target: EventLog = {
      ...log,
      append: (...order) => {
        const appended = log.append(...order)
        return async () => {
          await given(source.append(freshStream(), 'no-stream', someEvents(1)))
          return appended()
        }
      },
    }
    expect(right(await copyLog(source, target))).toMatchObject({ added: 272, verified: 272 })
    expect(right(await copyLog(source, log)).added).toBeGreaterThan(0)
    expect(await everything(log)).toEqual(await everything(source))
  })

  it('says how far it is in each of its parts', async () => {
    const source = await filled()
    const target = memoryLog()
    const told: Array<Parameters<OnCopyProgress>[0]> = []
    right(await copyLog(source, target, (done) => told.push(done)))
    expect([...new Set(told.map(({ doing }) => doing))]).toEqual(['copying', 'verifying'])
    expect(told.at(-1)).toEqual({ doing: 'verifying', events: 272, of: 272 })
    right(await copyLog(source, target, (done) => told.push(done)))
    expect(told.map(({ doing }) => doing)).toContain('comparing')
    expect(told.every(({ events, of }) => events <= of)).toBe(true)
  })

  it('says which of the two failed', async () => {
    const [open, closed] = [memoryLog(), memoryLog()]
    await given(closed.close)
    const fault = { _tag: 'LogUnavailable', cause: 'the store is closed' }
    expect(await copyLog(closed, open)).toEqual(E.left({ _tag: 'CopyFaulted', side: 'source', fault }))
    expect(await copyLog(open, closed)).toEqual(E.left({ _tag: 'CopyFaulted', side: 'target', fault }))
  })
})
