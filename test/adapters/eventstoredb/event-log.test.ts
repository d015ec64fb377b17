import { afterAll, beforeAll, describe } from 'vitest'
import { openEventStoreDbLog } from '../../../src/adapters/eventstoredb/index.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { eventLogContract } from '../../support/event-log-contract.js'
import { given } from '../../support/event-log-samples.js'
import { startDouble } from '../../support/eventstoredb/double.js'

// The promises of every log, kept by the adapter: on the test double always, and on the real server that PROGRAMME_LEDGER_EVENTSTOREDB names. All
// tests share one server, as ledgers share theirs with other programs, and it need not be empty.

interface Server {
  readonly connectionString: string
  readonly stop: () => Promise<void>
}

const real = process.env.PROGRAMME_LEDGER_EVENTSTOREDB

const SERVERS: ReadonlyArray<readonly [name: string, start: () => Promise<Server>]> = [
  ['EventStoreDB (the test double)', startDouble],
  ...(real ? [['EventStoreDB (a real server)', async () => ({ connectionString: real, stop: async () => undefined })] as const] : []),
]

describe.each(SERVERS)('%s', (name, start) => {
  let server: Server
  beforeAll(async () => {
    server = await start()
  })
  afterAll(() => server.stop())

  const opened = async (): Promise<EventLog> =>
    (await given(openEventStoreDbLog(server.connectionString, { owns: (stream) => stream.startsWith('sample-') }))).log

  eventLogContract(name, async () => {
    const log = await opened()
    const later: EventLog[] = []
    return {
      log,
      start: await given(log.head),
      knowsIdsOfOtherStreams: false,
      reopen: async () => {
        await given(log.close)
        const again = await opened()
        later.push(again)
        return again
      },
      dispose: async () => {
        for (const one of [log, ...later]) await one.close()
      },
    }
  })
})
