import { EventStoreDBClient, eventTypeFilter, jsonEvent, type Position } from '@eventstore/db-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Double } from '../../../support/eventstoredb/double.js'
import { begun, caughtUp, clientOf, collect, errorOf, happened, outcome } from './begun.js'

/** What the checkpoints of a filter are that nothing passes, until it has caught up. */
const checkpointsOf = async (double: Double, prefixes: ReadonlyArray<string>): Promise<ReadonlyArray<Position>> => {
  const checkpoints: Position[] = []
  const checkpointReached = (_subscription: unknown, position: Position): void => void checkpoints.push(position)
  const filter = eventTypeFilter({ prefixes: [...prefixes], checkpointReached })
  const subscription = clientOf(double.connectionString).subscribeToAll({ filter })
  await caughtUp(subscription)
  await subscription.unsubscribe()
  return checkpoints
}

describe('a double as a server of another version', () => {
  it.each(['23.10.6', '24.2.0', '24.10.4'])('says that it is %s', async (version) => {
    const double = await begun({ version })
    const client = EventStoreDBClient.connectionString(double.connectionString)
    onTestFinished(() => void client.dispose())
    // Protected in the types.
    expect(await Reflect.get(client, 'capabilities')).toMatchObject({ serverVersion: version })
  })

  it('24.2 has caught up with a stream that is not there at once', async () => {
    const double = await begun({ version: '24.2.0' })
    const subscription = clientOf(double.connectionString).subscribeToStream('none')
    await caughtUp(subscription)
    await subscription.unsubscribe()
  })

  it('24.2 refuses a position within a record as an argument, a subscription after confirming it', async () => {
    const double = await begun({ version: '24.2.0' })
    const client = clientOf(double.connectionString)
    const { position } = await client.appendToStream('a', [happened(0)])
    const within = (position?.commit ?? 0n) + 1n
    const fromPosition = { commit: within, prepare: within }
    expect(await outcome(collect(client.readAll({ fromPosition })))).toMatchObject({ code: 3 })
    const subscription = client.subscribeToAll({ fromPosition })
    const confirmed = new Promise((settle) => subscription.once('confirmation', () => settle('confirmed')))
    const refused = errorOf(subscription)
    expect(await confirmed).toBe('confirmed')
    expect(await refused).toMatchObject({ code: 3 })
  })

  it('24.2 is silent for ever to a subscription from beyond the end', async () => {
    const double = await begun({ version: '24.2.0' })
    const client = clientOf(double.connectionString)
    const subscription = client.subscribeToAll({ fromPosition: { commit: 10n ** 12n, prepare: 10n ** 12n } })
    const seen: unknown[] = []
    subscription.on('data', ({ event }) => seen.push(event?.id))
    await caughtUp(subscription)
    await client.appendToStream('a', happened(0))
    await collect(client.readAll())
    expect(seen).toStrictEqual([])
    await subscription.unsubscribe()
  })

  it('24.10 counts metadata and type against the largest append', async () => {
    const double = await begun({ version: '24.10.4' })
    const event = jsonEvent({ type: 'Noted', data: {}, metadata: { note: 'x'.repeat(1024 * 1024) } })
    const refused = await outcome(clientOf(double.connectionString).appendToStream('a', event))
    expect(refused).toMatchObject({ type: 'maximum-append-size-exceeded' })
  })

  it.each([
    ['23.10.6', 'None', []],
    ['23.10.6', 'Happened', []],
    ['24.2.0', 'None', [2n ** 64n - 1n]],
    ['24.10.4', 'None', [2n ** 64n - 1n]],
    ['24.10.5', 'None', []],
  ] as const)('%s sends these checkpoints on going live, with %s let through', async (version, prefix, commits) => {
    const double = await begun({ version })
    await clientOf(double.connectionString).appendToStream('a', happened(0))
    const checkpoints = await checkpointsOf(double, [prefix])
    expect(checkpoints.map(({ commit }) => commit)).toStrictEqual(commits)
  })

  it('24.2 sends a checkpoint of the last match on going live', async () => {
    const double = await begun({ version: '24.2.0' })
    const { position } = await clientOf(double.connectionString).appendToStream('a', happened(0))
    expect(await checkpointsOf(double, ['Happened'])).toStrictEqual([position])
  })
})
