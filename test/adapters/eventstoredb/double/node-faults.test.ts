import { randomUUID } from 'node:crypto'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import rpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { credentials, Metadata } from '@grpc/grpc-js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freshDatabase } from '../../../support/eventstoredb/double.js'
import { failure, notReady } from '../../../support/eventstoredb/failures.js'
import { times } from '../../../support/eventstoredb/faults.js'
import { silentPort } from '../../../support/eventstoredb/sockets.js'
import { begun, caughtUp, clientOf, collect, errorOf, happened, outcome, written } from './begun.js'

describe('a double', () => {
  it('that is killed and started again has its log, and has forgotten the recent ids', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const event = happened(0)
    await client.appendToStream('a', event, { expectedRevision: 'no_stream' })
    await double.kill()
    expect(await outcome(client.appendToStream('a', event))).toMatchObject({ type: 'unavailable' })
    await double.start()
    await expect
      .poll(() => outcome(client.appendToStream('a', event, { expectedRevision: 'any' })), { timeout: 10_000 })
      .toMatchObject({ value: {} })
    expect(written(double)).toStrictEqual(['a', 'a'])
    expect(await client.appendToStream('a', event, { expectedRevision: 'no_stream' })).toMatchObject({ nextExpectedRevision: 0n })
  })

  it('that is killed never does what it had begun', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    let release = (): void => undefined
    const released = new Promise<void>((settle) => {
      release = settle
    })
    const reached = new Promise<void>((settle) => {
      double.faults.append = async () => {
        settle()
        await released
        return 'serve' as const
      }
    })
    const appending = outcome(client.appendToStream('a', happened(0)))
    await reached
    await double.restart()
    release()
    expect(await appending).toMatchObject({ type: 'unavailable' })
    expect(written(double)).toStrictEqual([])
  })

  it('that is killed never does what was still waiting', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    double.faults.delay = 100
    const appending = outcome(client.appendToStream('a', happened(0)))
    await expect.poll(() => double.openCalls('append'), { timeout: 10_000, interval: 5 }).toBe(1)
    await double.restart()
    double.faults.clear()
    expect(await appending).toMatchObject({ type: 'unavailable' })
    await new Promise((settle) => setTimeout(settle, 150))
    expect(written(double)).toStrictEqual([])
  })

  it('does nothing of an append that was broken off by the client', async () => {
    const double = await begun()
    const bare = new rpc.StreamsClient(`${double.host}:${double.port}`, credentials.createInsecure())
    onTestFinished(() => bare.close())
    const name = new shared.StreamIdentifier().setStreamName(Buffer.from('a').toString('base64'))
    const head = new streams.AppendReq.Options().setStreamIdentifier(name).setAny(new shared.Empty())
    const id = new shared.UUID().setString(randomUUID())
    const event = new streams.AppendReq.ProposedMessage().setId(id).setData(Buffer.from('{}'))
    event.getMetadataMap().set('type', 'T').set('content-type', 'application/json')
    const broken = new Promise((settle) => {
      const call = bare.append(new Metadata(), (error) => settle(error?.code))
      call.write(new streams.AppendReq().setOptions(head))
      call.write(new streams.AppendReq().setProposedMessage(event), () => call.cancel())
    })
    expect(await broken).toBe(1)
    await double.calls.allClosed('append')
    expect(written(double)).toStrictEqual([])
  })

  it('that is started with another log has a future that is gone, and says nothing of it', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const { position } = await client.appendToStream('a', [happened(0), happened(1)])
    await double.restart(freshDatabase())
    const read = () => outcome(collect(client.readAll({ fromPosition: position ?? 'start' })))
    await expect.poll(read, { timeout: 10_000 }).toStrictEqual({ value: [] })
  })

  it('that is killed ends subscriptions with an error', async () => {
    const double = await begun()
    const subscription = clientOf(double.connectionString).subscribeToAll()
    const error = errorOf(subscription)
    await caughtUp(subscription)
    await double.kill()
    expect(await error).toMatchObject({ type: 'unavailable' })
    expect(double.openCalls()).toBe(0)
  })

  it('that is frozen answers nothing, and everything when it is thawed', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    await client.appendToStream('a', happened(0))
    double.freeze()
    expect(await outcome(client.appendToStream('a', happened(1), { deadline: 150 }))).toMatchObject({ type: 'deadline-exceeded' })
    const waiting = client.appendToStream('b', happened(2))
    const newcomer = clientOf(double.connectionString).appendToStream('c', happened(3))
    double.thaw()
    await Promise.all([waiting, newcomer])
    expect(written(double)).toEqual(expect.arrayContaining(['a', 'b', 'c']))
  })

  it('cuts connections, and clients come back', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const subscription = client.subscribeToAll()
    const error = errorOf(subscription)
    await caughtUp(subscription)
    double.cut()
    expect(await error).toMatchObject({ type: 'unavailable' })
    await expect.poll(() => outcome(client.appendToStream('a', happened(0))), { timeout: 10_000 }).toMatchObject({ value: {} })
  })

  it('ends open calls with OK: the subscription ends and says nothing of an error', async () => {
    const double = await begun()
    const subscription = clientOf(double.connectionString).subscribeToAll()
    await caughtUp(subscription)
    const ended = new Promise((settle) => subscription.once('end', () => settle('end')))
    double.endCalls()
    expect(await ended).toBe('end')
  })

  it('ends open calls with a failure', async () => {
    const double = await begun()
    const subscription = clientOf(double.connectionString).subscribeToAll()
    const error = errorOf(subscription)
    await caughtUp(subscription)
    double.endCalls(notReady())
    expect(await error).toMatchObject({ type: 'unavailable', message: expect.stringContaining('Server Is Not Ready') })
  })

  it('drops a live subscriber that is too slow, as 23.10 does', async () => {
    const double = await begun({ liveBuffer: 10 })
    const client = clientOf(double.connectionString)
    const subscription = client.subscribeToAll()
    const error = errorOf(subscription)
    await caughtUp(subscription)
    await client.appendToStream('a', [...Array.from({ length: 30 }, (_, n) => happened(n))])
    expect(await error).toMatchObject({ type: 'timeout' })
  })

  it('does not drop one as 24.2 does not', async () => {
    const double = await begun({ liveBuffer: 10, version: '24.2.0' })
    const client = clientOf(double.connectionString)
    const subscription = client.subscribeToStream('a')
    let seen = 0
    const all = new Promise((settle) => subscription.on('data', () => (++seen === 30 ? settle(seen) : undefined)))
    await caughtUp(subscription)
    await client.appendToStream('a', [...Array.from({ length: 30 }, (_, n) => happened(n))])
    expect(await all).toBe(30)
  })

  it('takes out of the log what metadata hides, and never the last event; positions stay', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const { position } = await client.appendToStream('a', [happened(0), happened(1), happened(2)])
    const { position: first } = (await collect(client.readStream('a')))[0]?.event ?? {}
    await client.setStreamMetadata('a', { truncateBefore: 99 })
    double.scavenge()
    const left = await collect(client.readAll({ fromPosition: first ?? 'start' }))
    const own = left.filter(({ event }) => event?.streamId === 'a')
    expect(own.map(({ event }) => event?.position)).toStrictEqual([position])
    expect(left.some(({ event }) => event?.streamId === '$scavenges')).toBe(true)
  })

  it('counts the calls that are open', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const subscriptions = [client.subscribeToAll(), client.subscribeToStream('a')]
    await Promise.all(subscriptions.slice(0, 1).map(caughtUp))
    expect(double.openCalls('read')).toBe(2)
    for (const subscription of subscriptions) await subscription.unsubscribe()
    await double.calls.allClosed()
    expect([double.openCalls(), double.calls.total('read')]).toStrictEqual([0, 2])
  })
})

describe('the question what a double can do', () => {
  it('is refused once, and the client remembers that for ever', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString, 'batch')
    double.faults.features = times(1, { fail: failure(13, 'boom') })
    for (const n of [0, 1]) expect(await outcome(client.appendToStream('a', happened(n)))).toMatchObject({ code: 13 })
    expect(double.calls.total('features')).toBe(1)
  })
})

describe('a port that accepts and says nothing', () => {
  it('leaves a unary append to its deadline', async () => {
    const { port, stop } = await silentPort()
    const client = clientOf(`esdb://127.0.0.1:${port}?tls=false`)
    expect(await outcome(client.appendToStream('a', happened(0), { deadline: 200 }))).toMatchObject({ type: 'deadline-exceeded' })
    await stop()
  })
})
