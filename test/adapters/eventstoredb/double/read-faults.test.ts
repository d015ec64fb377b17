import { describe, expect, it } from 'vitest'
import { notReady } from '../../../support/eventstoredb/failures.js'
import { begun, clientOf, collect, happened, outcome } from './begun.js'

const withEvents = async (count: number) => {
  const double = await begun()
  const client = clientOf(double.connectionString)
  await client.appendToStream('a', [...Array.from({ length: count }, (_, n) => happened(n))])
  return { double, client }
}

describe('a read of the double', () => {
  it('is refused', async () => {
    const { double, client } = await withEvents(3)
    double.faults.read = () => ({ fail: notReady() })
    expect(await outcome(collect(client.readStream('a')))).toMatchObject({ type: 'unavailable' })
  })

  it('breaks off with an error after so many events', async () => {
    const { double, client } = await withEvents(5)
    double.faults.read = () => ({ after: 2, then: { fail: notReady() } })
    const seen: unknown[] = []
    const reading = (async () => {
      for await (const { event } of client.readStream('a')) seen.push(event?.revision)
    })()
    expect(await outcome(reading)).toMatchObject({ type: 'unavailable' })
    expect(seen.length).toBeLessThanOrEqual(2)
  })

  it('ends too early without an error', async () => {
    const { double, client } = await withEvents(5)
    double.faults.read = () => ({ after: 2, then: 'end' })
    expect(await collect(client.readStream('a'))).toHaveLength(2)
  })

  it('is stuck, and stays open until the client leaves', async () => {
    const { double, client } = await withEvents(5)
    double.faults.read = () => ({ after: 2, then: 'drop' })
    const reading = client.readStream('a')
    const second = new Promise<void>((settle) => reading.on('data', ({ event }) => (event?.revision === 1n ? settle() : undefined)))
    await second
    expect(double.openCalls('read')).toBe(1)
    await reading.cancel()
    await double.calls.allClosed('read')
    expect(double.openCalls('read')).toBe(0)
  })

  it('is cut off', async () => {
    const { double, client } = await withEvents(5)
    double.faults.read = () => ({ after: 2, then: 'cut' })
    expect(await outcome(collect(client.readStream('a')))).toMatchObject({ type: 'unavailable' })
  })

  it('is told apart from others by what it asks for', async () => {
    const { double, client } = await withEvents(1)
    const seen: unknown[] = []
    double.faults.read = ({ stream, isSubscription, metadata }) => {
      seen.push([stream, isSubscription, metadata.get('requires-leader')[0]])
      return 'serve'
    }
    await collect(client.readStream('a', { requiresLeader: true }))
    await collect(client.readAll({ maxCount: 1 }))
    expect(seen).toStrictEqual([
      ['a', false, 'true'],
      [undefined, false, undefined],
    ])
  })
})
