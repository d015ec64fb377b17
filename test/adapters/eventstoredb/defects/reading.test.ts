import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { aStreamOf, given, idsOf } from '../../../support/event-log-samples.js'
import { notReady } from '../../../support/eventstoredb/failures.js'
import { times } from '../../../support/eventstoredb/faults.js'
import { opener, QUICK } from '../opened.js'
import { bareClient, disposeClients, inChild, outcomeOf, pauseFor, sample } from './bare-client.js'

// Reads and subscriptions: the adapter ends every one of them itself.

disposeClients()
const open = opener()

describe('5.8: a read ignores its deadline', () => {
  it('with the bare client it never ends', async () => {
    const double = await open.double()
    const client = bareClient(double.connectionString)
    await client.appendToStream('sample-a', sample())
    double.faults.read = () => 'drop'
    const reading = client.readStream('sample-a', { deadline: 200 })
    const read = (async () => {
      for await (const _ of reading);
      return 'read'
    })()
    expect(await outcomeOf(read, 1_000)).toBe('pending')
    await reading.cancel()
  })

  it('with the adapter it is asked again after its time, and no call stays open', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const { stream, events } = await aStreamOf(log, 40)
    double.faults.read = times(1, { after: 35, then: 'drop' })
    expect(idsOf(await given(log.readStream(stream, 0n)))).toEqual(idsOf(events))
    await double.calls.allClosed()
  })

  it('with the adapter a server that stays silent is a fault', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { timeoutMs: 100, patienceMs: 300 })
    double.faults.read = () => 'drop'
    expect(await log.head()).toMatchObject({ left: { _tag: 'LogUnavailable', cause: 'no answer within 100 ms' } })
    await double.calls.allClosed()
  })
})

describe('5.9: who leaves a read before its end leaves its call open on the server', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const client = bareClient(double.connectionString)
    await client.appendToStream('sample-a', Array.from({ length: 2_000 }, sample))
    for await (const _ of client.readStream('sample-a')) break
    await pauseFor(200)
    expect(double.openCalls('read')).toBe(1)
  })

  it('with the adapter every read is over when its answer is there, also the answer that something is wrong', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { timeoutMs: 200, patienceMs: 0 })
    await aStreamOf(log, 100)
    await given(log.readAll({ after: 'start', limit: 7 }))
    await given(log.head)
    double.faults.read = () => ({ after: 50, then: 'drop' })
    expect(await log.readAll({ after: 'start', limit: 100 })()).toMatchObject({ left: { _tag: 'LogUnavailable' } })
    await double.calls.allClosed('read')
  })

  it('with the adapter nobody who stops waiting leaves a subscription behind, once the log is closed', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 1)
    const stop = new AbortController()
    const waiting = log.changed(await given(log.head), stop.signal)()
    await pauseFor(100)
    stop.abort()
    await waiting
    await given(log.close)
    await double.calls.allClosed()
  })
})

describe('5.10: a handler of checkpoints that fails ends the process', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const ended = await inChild(
      `const one = client(addresses[0])
       await one.appendToStream('sample-a', Array.from({ length: 100 }, () => event()))
       const checkpointReached = () => { throw new Error('the disk is full') }
       one.subscribeToAll({ filter: eventTypeFilter({ prefixes: ['None'], checkpointReached }) }).on('data', () => undefined).on('error', () => undefined)`,
      double.connectionString,
    )
    expect(ended.stdout).not.toContain('alive at the end')
    expect(ended.stderr).toContain('the disk is full')
  })

  it('the adapter takes no checkpoints: it hears of events, and reads them', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 1)
    const waiting = log.changed(await given(log.head), new AbortController().signal)()
    const others = bareClient(double.connectionString)
    for (let i = 0; i < 5; i++) await others.appendToStream('$others', Array.from({ length: 50 }, sample))
    await aStreamOf(log, 1)
    expect(await waiting).toEqual(E.right(undefined))
  })
})

describe('5.11: after an error a subscription is neither ended nor closed', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const heard: string[] = []
    double.faults.read = times(1, { after: 0, then: { fail: notReady() } })
    const subscription = bareClient(double.connectionString).subscribeToAll()
    for (const name of ['error', 'end', 'close'] as const) subscription.on(name, () => heard.push(name))
    subscription.on('data', () => undefined)
    await pauseFor(500)
    expect(heard).toEqual(['error'])
    expect(subscription.destroyed).toBe(false)
  })

  it.each([
    ['an error', { fail: notReady() }],
    ['a clean end', 'end'],
    ['a cut connection', 'cut'],
  ] as const)('with the adapter %s is followed by a new one, and what came in between is heard of', async (_, then) => {
    const double = await open.double()
    const log = await open.log(double.connectionString, QUICK)
    await aStreamOf(log, 1)
    let subscriptions = 0
    double.faults.read = ({ isSubscription }) => {
      if (isSubscription) subscriptions += 1
      return isSubscription && subscriptions === 1 ? { after: 0, then } : 'serve'
    }
    const waiting = log.changed(await given(log.head), new AbortController().signal)()
    await expect.poll(() => subscriptions).toBeGreaterThan(0)
    await aStreamOf(log, 1)
    expect(await waiting).toEqual(E.right(undefined))
  })
})
