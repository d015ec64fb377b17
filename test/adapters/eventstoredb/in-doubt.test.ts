import { status } from '@grpc/grpc-js'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { anEvent, aStreamOf, freshStream, given, idsOf, someEvents } from '../../support/event-log-samples.js'
import type { Double } from '../../support/eventstoredb/double.js'
import { accessDenied, failure, notReady, timedOut, tooBusy, unknownError } from '../../support/eventstoredb/failures.js'
import { type AppendFate, inTurn, times } from '../../support/eventstoredb/faults.js'
import { opener, QUICK } from './opened.js'

// An append that got no answer, or one that says nothing, is committed, lost or in conflict: it is told which, and never written twice.

const open = opener()
const COMMITTED = E.right({ first: 2n, last: 4n })

/** A stream of two events, and an append of three more whose first sendings meet these fates. */
const appendedThrough = async (log: EventLog, double: Double, ...fates: ReadonlyArray<AppendFate>) => {
  const { stream, events } = await aStreamOf(log, 2)
  double.faults.append = inTurn(...fates)
  const more = someEvents(3)
  const answer = await log.append(stream, 1n, more)()
  double.faults.clear()
  const held = idsOf(await given(log.readStream(stream, 0n)))
  return { stream, answer, held, before: idsOf(events), all: idsOf([...events, ...more]) }
}

const NOT_WRITTEN: ReadonlyArray<readonly [string, AppendFate]> = [
  ['never answered', 'drop'],
  ['cut off', 'cut'],
  ['ended without an answer', 'end'],
  ['cut short in its answer', { fail: failure(status.UNIMPLEMENTED, 'No message received') }],
  ['refused by a server that is not ready', { fail: notReady() }],
  ['refused by a server that is too busy', { fail: tooBusy() }],
  ['refused without a reason', { fail: unknownError('Exception was thrown by handler.') }],
]

const WRITTEN: ReadonlyArray<readonly [string, AppendFate]> = [
  ['never answered', 'apply-then-drop'],
  ['cut off', 'apply-then-cut'],
  ['ended without an answer', 'apply-then-end'],
  ['cut short in its answer', { applyThenFail: failure(status.UNIMPLEMENTED, 'No message received') }],
  ['told that it took too long', { applyThenFail: timedOut() }],
  ['told that the server is not ready', { applyThenFail: notReady() }],
  ['told an error without a reason', { applyThenFail: unknownError('Exception was thrown by handler.') }],
]

describe('an append in doubt', () => {
  it.each(NOT_WRITTEN)('that was not written, and %s, is written by the repeat', async (_, fate) => {
    const double = await open.double()
    const { answer, held, all } = await appendedThrough(await open.log(double.connectionString), double, fate)
    expect(answer).toEqual(COMMITTED)
    expect(held).toEqual(all)
  })

  it.each(WRITTEN)('that was written, and %s, is committed, once', async (_, fate) => {
    const double = await open.double()
    const { answer, held, all } = await appendedThrough(await open.log(double.connectionString), double, fate)
    expect(answer).toEqual(COMMITTED)
    expect(held).toEqual(all)
  })

  it('is repeated as often as it takes, with the same ids at the same revision', async () => {
    const double = await open.double()
    const sent: unknown[] = []
    const log = await open.log(double.connectionString)
    const { stream } = await aStreamOf(log, 1)
    const fates = inTurn<AppendFate>({ fail: notReady() }, 'cut', { applyThenFail: timedOut() }, { fail: timedOut() })
    double.faults.append = ({ expected, events, path }) => {
      sent.push([expected, events.map(({ id }) => id), path])
      return fates()
    }
    const event = anEvent()
    expect(await log.append(stream, 0n, [event])()).toEqual(E.right({ first: 1n, last: 1n }))
    expect(sent).toEqual(Array.from({ length: 5 }, () => [0n, [event.id], 'unary']))
  })

  it('is lost where another was first, which is told as the conflict that it is', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const other = await open.log(double.connectionString)
    const { stream } = await aStreamOf(log, 1)
    double.faults.append = inTurn<AppendFate>('drop', 'serve')
    const doubtful = log.append(stream, 0n, [anEvent()])()
    await expect.poll(() => double.calls.total('append')).toBe(2)
    await given(other.append(stream, 0n, [anEvent()]))
    expect(await doubtful).toEqual(E.left({ _tag: 'RevisionConflict', stream, expected: 0n, actual: 1n }))
    expect(await given(log.readStream(stream, 0n))).toHaveLength(2)
  })

  it('is committed where the server never says so, but shows it', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { ...QUICK, patienceMs: 300 })
    const { answer, held, all } = await appendedThrough(
      log,
      double,
      { applyThenFail: timedOut() },
      ...Array.from({ length: 20 }, () => ({ fail: timedOut() })),
    )
    expect(answer).toEqual(COMMITTED)
    expect(held).toEqual(all)
  })

  it('is a conflict where the server never says so, but shows another there', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { ...QUICK, patienceMs: 300 })
    const { stream } = await aStreamOf(log, 1)
    const others = anEvent()
    const second = await open.log(double.connectionString)
    double.faults.append = ({ events }) => (events[0]?.id === others.id ? 'serve' : { fail: timedOut() })
    const doubtful = log.append(stream, 0n, [anEvent()])()
    await given(second.append(stream, 0n, [others]))
    expect(await doubtful).toEqual(E.left({ _tag: 'RevisionConflict', stream, expected: 0n, actual: 1n }))
  })

  it('stays in doubt where the server shows neither: it may still come', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { ...QUICK, patienceMs: 300 })
    const { stream, answer } = await appendedThrough(log, double, ...Array.from({ length: 20 }, () => ({ fail: timedOut() })))
    expect(answer).toMatchObject({ left: { _tag: 'AppendInDoubt', stream, cause: expect.stringContaining('Commit phase timeout') } })
  })

  it('stays in doubt where rights are withdrawn in the middle of it', async () => {
    const double = await open.double()
    const { answer } = await appendedThrough(await open.log(double.connectionString), double, 'drop', { fail: accessDenied() })
    expect(answer).toMatchObject({ left: { _tag: 'AppendInDoubt' } })
  })

  it('is looked into once more when the log is closed, and not repeated', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { ...QUICK, patienceMs: 60_000 })
    const { stream } = await aStreamOf(log, 1)
    double.faults.append = () => ({ applyThenFail: timedOut() })
    const doubtful = log.append(stream, 0n, [anEvent()])()
    await given(log.close)
    expect(await doubtful).toEqual(E.right({ first: 1n, last: 1n }))
    expect(double.calls.total('append')).toBe(2)
  })

  it('is resolved across a crash of the server', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const groups = await Promise.all(Array.from({ length: 40 }, () => aStreamOf(log, 1)))
    let seen = 0
    double.faults.append = () => {
      seen += 1
      return seen % 3 === 0 ? 'apply-then-drop' : seen % 3 === 1 ? 'drop' : 'serve'
    }
    const appends = groups.map(({ stream }) => log.append(stream, 0n, someEvents(2))())
    await expect.poll(() => seen).toBe(40)
    await double.kill()
    double.faults.clear()
    await double.start()
    expect(await Promise.all(appends)).toEqual(groups.map(() => E.right({ first: 1n, last: 2n })))
    for (const { stream } of groups) expect(double.database().lastRevision(stream)).toBe(2n)
  })
})

describe('an append that was refused for sure', () => {
  it('is not in doubt: a server that names another leader has written nothing', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { ...QUICK, patienceMs: 200 })
    double.play({ is: 'follower', leader: { host: double.host, port: double.port } })
    expect(await log.append(freshStream(), 'no-stream', [anEvent()])()).toMatchObject({ left: { _tag: 'LogUnavailable' } })
  })

  it('is not repeated where rights are missing', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    double.faults.append = times(9, { fail: accessDenied() })
    expect(await log.append(freshStream(), 'no-stream', [anEvent()])()).toMatchObject({
      left: { _tag: 'LogUnavailable', cause: expect.stringContaining('access was denied') },
    })
    expect(double.calls.total('append')).toBe(1)
  })
})

describe('after a conflict', () => {
  it('the other event can be read before the conflict is told, also where the server shows it late', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const { stream } = await aStreamOf(log, 2)
    let reads = 0
    double.faults.read = () => {
      reads += 1
      return reads <= 2 ? { after: 0, then: 'end' } : 'serve'
    }
    expect(await log.append(stream, 0n, [anEvent()])()).toMatchObject({ left: { _tag: 'RevisionConflict', actual: 1n } })
    expect(reads).toBe(3)
  })
})
