import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { onTestFinished } from 'vitest'
import { type Double, type DoubleOptions, startDouble } from '../../../support/eventstoredb/double.js'

/** A double for one test, stopped after it. */
export const begun = async (options: DoubleOptions = {}): Promise<Double> => {
  const double = await startDouble(options)
  onTestFinished(double.stop)
  return double
}

/** A client for one test. */
export const clientOf = (connectionString: string, path: 'unary' | 'batch' = 'unary'): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(connectionString)
  if (path === 'unary') Object.defineProperty(client, 'supports', { value: async () => false })
  // Not waited for: where a call was ended under it, the client's `dispose` never settles.
  onTestFinished(() => void client.dispose())
  return client
}

export const happened = (n: number) => jsonEvent({ id: randomUUID(), type: 'Happened', data: { n } })

/** The streams of the events in the log that the server did not write itself, in order. */
export const written = (double: Double): ReadonlyArray<string> =>
  double
    .database()
    .entries()
    .map(({ stream }) => stream)
    .filter((stream) => !stream.startsWith('$'))

export const collect = async <T>(items: AsyncIterable<T>): Promise<ReadonlyArray<T>> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** How a call ends: with its value, or with what it was refused with. */
export const outcome = async (call: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return { value: await call }
  } catch (error) {
    return error instanceof Error ? { ...error, message: error.message } : { thrown: error }
  }
}

/** Settles with the first error of a subscription. */
export const errorOf = (subscription: NodeJS.EventEmitter): Promise<Readonly<Record<string, unknown>>> =>
  new Promise((settle) => {
    subscription.once('error', (error: Error) => settle({ ...error, message: error.message }))
  })

/** Settles when the subscription has caught up. */
export const caughtUp = (subscription: NodeJS.EventEmitter): Promise<void> =>
  new Promise((settle) => {
    subscription.on('data', () => undefined)
    subscription.once('caughtUp', () => settle())
  })

/** Asks again until the answer is not that the connection is gone: clients of one process share connections, and notice late. */
export const reaching = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let left = 20; ; left -= 1) {
    try {
      return await ask()
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 14
      if (!isGone || left === 0) throw error
    }
  }
}
