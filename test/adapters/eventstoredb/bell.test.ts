import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { EventLogFault } from '../../../src/domain/kernel/event-log.js'
import { aStreamOf, given } from '../../support/event-log-samples.js'
import { type Cluster, startCluster } from '../../support/eventstoredb/cluster.js'
import type { Double } from '../../support/eventstoredb/double.js'
import { accessDenied } from '../../support/eventstoredb/failures.js'
import { bareClient, disposeClients, pauseFor, sample } from './defects/bare-client.js'
import { opener, QUICK } from './opened.js'

// Who waits for news hears of it, whatever becomes of the subscription in the meantime.

disposeClients()
const open = opener()
const NEWS = E.right(undefined)

const never = (): AbortSignal => new AbortController().signal

/** A log with something in it, and somebody who waits for more over a subscription that has begun. */
const waitingOn = async (double: Double, options = QUICK) => {
  const log = await open.log(double.connectionString, options)
  await aStreamOf(log, 2)
  let begun = 0
  double.faults.read = ({ isSubscription }) => {
    if (isSubscription) begun += 1
    return 'serve'
  }
  const waiting = log.changed(await given(log.head), never())()
  await expect.poll(() => begun).toBe(1)
  return { log, waiting, subscriptions: () => begun }
}

const isWaiting = async (waiting: Promise<E.Either<EventLogFault, void>>, ms = 150): Promise<boolean> =>
  (await Promise.race([waiting, pauseFor(ms).then(() => 'waiting' as const)])) === 'waiting'

describe('news', () => {
  it.each([
    ['the connection is cut', async (double: Double) => double.cut()],
    ['the server ends the call', async (double: Double) => double.endCalls()],
    ['the server is restarted', async (double: Double) => double.restart()],
    [
      'the server is killed, and is away for a while',
      async (double: Double) => {
        await double.kill()
        await pauseFor(300)
        await double.start()
      },
    ],
    [
      'the server is frozen for a while',
      async (double: Double) => {
        double.freeze()
        await pauseFor(600)
        double.thaw()
      },
    ],
  ])('comes though %s', async (_, happens) => {
    const double = await open.double()
    const { waiting } = await waitingOn(double)
    await happens(double)
    const other = await open.log(double.connectionString)
    await aStreamOf(other, 1)
    expect(await waiting).toEqual(NEWS)
  })

  it('that came while there was no subscription is found by the next one', async () => {
    const double = await open.double()
    const { waiting, subscriptions } = await waitingOn(double)
    const other = await open.log(double.connectionString)
    double.faults.read = ({ isSubscription }) => (isSubscription ? 'end' : 'serve')
    double.endCalls()
    await aStreamOf(other, 1)
    double.faults.clear()
    expect(await waiting).toEqual(NEWS)
    expect(subscriptions()).toBe(1)
  })

  it('is missed by a subscription that fell silent, and found by the look at the end of the log', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { ...QUICK, bellCheckMs: 100 })
    await aStreamOf(log, 2)
    let begun = 0
    double.faults.read = ({ isSubscription }) => {
      if (!isSubscription) return 'serve'
      begun += 1
      return begun === 1 ? { after: 0, then: 'drop' } : 'serve'
    }
    const waiting = log.changed(await given(log.head), never())()
    await expect.poll(() => begun).toBe(1)
    await pauseFor(100)
    await aStreamOf(log, 1)
    expect(await waiting).toEqual(NEWS)
  })

  it('is only what is the ledger’s: others may write as they like', async () => {
    const double = await open.double()
    const { waiting, log } = await waitingOn(double, { ...QUICK, owns: (stream) => stream.startsWith('sample-') })
    await bareClient(double.connectionString).appendToStream('order-1', [sample(), sample()])
    expect(await isWaiting(waiting)).toBe(true)
    await aStreamOf(log, 1)
    expect(await waiting).toEqual(NEWS)
  })

  it('is heard by all who wait, over one subscription', async () => {
    const double = await open.double()
    const { waiting, log, subscriptions } = await waitingOn(double)
    const head = await given(log.head)
    const others = Promise.all(Array.from({ length: 20 }, () => log.changed(head, never())()))
    await aStreamOf(log, 1)
    expect(await waiting).toEqual(NEWS)
    expect(await others).toEqual(Array.from({ length: 20 }, () => NEWS))
    expect(subscriptions()).toBe(1)
    expect(double.openCalls('read')).toBe(1)
  })

  it('is heard by a follower of 500 appends, one after another, to the last', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 1)
    let seen = 1
    const follow = async (): Promise<void> => {
      let after = await given(log.head)
      while (seen < 501) {
        await given(log.changed(after, never()))
        const page = await given(log.readAll({ after, limit: 100 }))
        seen += page.events.length
        after = page.next
      }
    }
    const following = follow()
    for (let i = 0; i < 500; i++) await aStreamOf(log, 1)
    await following
    expect(seen).toBe(501)
  })
})

describe('a subscription', () => {
  it('is gone from the server when the log is closed, also while it is being made', async () => {
    const double = await open.double()
    for (const ms of [0, 1, 5, 20, 100]) {
      const log = await open.log(double.connectionString)
      await aStreamOf(log, 1)
      const waiting = log.changed(await given(log.head), never())()
      await pauseFor(ms)
      await given(log.close)
      expect(await waiting).toMatchObject({ left: { _tag: 'LogUnavailable', cause: 'the store is closed' } })
      await double.calls.allClosed()
    }
  })

  it('that the server refuses for want of rights ends the waiting with that fault', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 1)
    double.faults.read = ({ isSubscription }) => (isSubscription ? { fail: accessDenied() } : 'serve')
    expect(await log.changed(await given(log.head), never())()).toMatchObject({
      left: { _tag: 'LogUnavailable', cause: expect.stringContaining('access was denied') },
    })
  })

  it('is not waited for without end where no server answers', async () => {
    const double = await open.double()
    const { waiting } = await waitingOn(double, { timeoutMs: 100, patienceMs: 300 })
    await double.kill()
    expect(await waiting).toMatchObject({ left: { _tag: 'LogUnavailable' } })
    await double.start()
  })
})

describe('in a cluster', () => {
  const inCluster = async (work: (cluster: Cluster) => Promise<void>): Promise<void> => {
    const cluster = await startCluster()
    try {
      await work(cluster)
    } finally {
      await cluster.stop()
    }
  }

  it('news comes, and appends are written once, though the leader is killed and another elected', () =>
    inCluster(async (cluster) => {
      const log = await open.log(cluster.connectionString, { timeoutMs: 1_000, patienceMs: 20_000 })
      await aStreamOf(log, 1)
      const waiting = log.changed(await given(log.head), never())()
      await pauseFor(100)
      const [first, second] = cluster.nodes
      if (first === undefined || second === undefined) throw new Error('a cluster has nodes')
      await cluster.kill(first)
      const append = aStreamOf(log, 3)
      await pauseFor(300)
      cluster.elect(second)
      const { stream } = await append
      expect(await waiting).toEqual(NEWS)
      expect(await given(log.readStream(stream, 0n))).toHaveLength(3)
      await log.close()
    }))

  it('a leader that leads no more sends every call on to the one that does', () =>
    inCluster(async (cluster) => {
      const log = await open.log(cluster.connectionString, { timeoutMs: 1_000, patienceMs: 20_000 })
      await aStreamOf(log, 1)
      for (const node of [...cluster.nodes, ...cluster.nodes]) {
        cluster.elect(node)
        const { stream } = await aStreamOf(log, 2)
        expect(await given(log.readStream(stream, 0n))).toHaveLength(2)
      }
      await log.close()
    }))
})
