import { afterEach, describe, expect, it } from 'vitest'
import { eventStoreDb, openEventStoreDbLog } from '../../../../src/adapters/eventstoredb/index.js'
import { anEvent, freshStream } from '../../../support/event-log-samples.js'
import { silentPort } from '../../../support/eventstoredb/sockets.js'
import { opener } from '../opened.js'
import { bareClient, disposeClients, outcomeOf, sample } from './bare-client.js'

disposeClients()
const open = opener()

const stops: Array<() => Promise<void>> = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const silent = async (): Promise<number> => {
  const { port, stop } = await silentPort()
  stops.push(stop)
  return port
}

describe('5.7: a port that accepts and stays silent is waited for without end', () => {
  it('with the bare client', async () => {
    const client = bareClient(`esdb://127.0.0.1:${await silent()}?tls=false`)
    expect(await outcomeOf(client.appendToStream('sample-a', sample(), { deadline: 200 }), 1_000)).toBe('pending')
  })

  it.each([
    ['one node', (port: number) => `esdb://127.0.0.1:${port}?tls=false`],
    ['a cluster, while its leader is looked for', (port: number) => `esdb://127.0.0.1:${port},localhost:${port}?tls=false`],
  ])('with the adapter opening %s is a fault after its time', async (_, address) => {
    const opened = await outcomeOf(openEventStoreDbLog(address(await silent()), { timeoutMs: 300 })(), 3_000)
    expect(opened).toMatchObject({ left: { _tag: 'LogUnavailable', cause: 'no answer within 300 ms' } })
  })

  it('with the adapter a ledger is not opened either', async () => {
    const opened = await outcomeOf(eventStoreDb(`esdb://127.0.0.1:${await silent()}?tls=false`, { timeoutMs: 100 })(), 3_000)
    expect(opened).toMatchObject({ left: { _tag: 'LogUnavailable' } })
  })

  it('with the adapter an append to a server that fell silent is in doubt after its time', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { timeoutMs: 100, patienceMs: 300 })
    double.freeze()
    const stream = freshStream()
    // The call's own deadline is as long as the wait for it: either may be the first to end.
    const cause = expect.stringMatching(/^no answer within 100 ms$|deadline exceeded/i)
    expect(await log.append(stream, 'no-stream', [anEvent()])()).toEqual({ _tag: 'Left', left: { _tag: 'AppendInDoubt', stream, cause } })
  })
})
