import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { afterEach } from 'vitest'

// The client of version 6.2.1 as it comes: each test beside this file shows one of its defects with it, and then that the adapter does not have it.

const clients: EventStoreDBClient[] = []

/** Registers the cleaning up; called once in a test file. */
export const disposeClients = (): void =>
  afterEach(async () => {
    // Some of what is shown never settles, and some fails when it is disposed of.
    for (const client of clients.splice(0)) await Promise.race([client.dispose(), pauseFor(200)])
  })

export const bareClient = (connectionString: string): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(connectionString)
  clients.push(client)
  return client
}

export const sample = () => jsonEvent({ type: 'SampleTaken', data: { of: 'water' } })

export const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What a promise came to within some time: its value, its error, or nothing. */
export const outcomeOf = async <A>(promise: Promise<A>, ms: number): Promise<A | Error | 'pending'> =>
  Promise.race([
    promise.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
    pauseFor(ms).then(() => 'pending' as const),
  ])

/** How a process ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

/** Runs a program of its own that may die of the bare client; `client(address)`, `event(data)` and `addresses` are given. */
export const inChild = (program: string, ...addresses: ReadonlyArray<string>): Promise<Ended> =>
  new Promise((resolve) => {
    const code = `
      import { EventStoreDBClient, jsonEvent, eventTypeFilter } from '@eventstore/db-client'
      const addresses = ${JSON.stringify(addresses)}
      const client = (address) => EventStoreDBClient.connectionString(address)
      const event = (data = { of: 'water' }) => jsonEvent({ type: 'SampleTaken', data })
      const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
      setTimeout(() => { console.log('alive at the end'); process.exit(0) }, 2_000)
      ${program}`
    execFile(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, timeout: 30_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr })
    })
  })
