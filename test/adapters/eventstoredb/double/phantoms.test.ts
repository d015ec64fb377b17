import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { timedOut } from '../../../support/eventstoredb/failures.js'
import { times } from '../../../support/eventstoredb/faults.js'
import { begun, clientOf, collect, happened, outcome, reaching } from './begun.js'

const phantom = (stream: string) => ({
  stream,
  events: [{ id: randomUUID(), type: 'Never', isJson: true, data: Buffer.from('{"n":-1}'), metadata: new Uint8Array() }],
})

const ids = async (client: ReturnType<typeof clientOf>): Promise<ReadonlyArray<string | undefined>> =>
  (await reaching(() => collect(client.readAll()))).map(({ event }) => event?.id)

describe('a leader that comes back with events that were never replicated', () => {
  it('shows them, truncates them, and others take their positions', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    await client.appendToStream('a', happened(0))
    const phase = await double.showPhantoms({ events: [phantom('b')] })
    const [entry] = phase.entries
    const shown = await reaching(() => collect(clientOf(double.connectionString).readAll()))
    expect(shown.at(-1)?.event).toMatchObject({ id: entry?.id, streamId: 'b' })
    await phase.truncate()
    const after = clientOf(double.connectionString)
    const { position } = await reaching(() => after.appendToStream('c', happened(1)))
    expect(position?.commit).toBe(entry?.position)
    expect(await ids(after)).not.toContain(entry?.id)
  })

  it('leads no longer: calls that require a leader do not see them', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const phase = await double.showPhantoms({ events: [phantom('b')] })
    expect(await outcome(reaching(() => collect(client.readAll({ requiresLeader: true }))))).toMatchObject({ type: 'not-leader' })
    await phase.truncate()
    expect(await ids(clientOf(double.connectionString))).not.toContain(phase.entries[0]?.id)
  })

  it('shows them even to those, where a test asks for that', async () => {
    const double = await begun()
    const phase = await double.showPhantoms({ events: [phantom('b')], toLeaderCalls: true })
    const shown = await reaching(() => collect(clientOf(double.connectionString).readAll({ requiresLeader: true })))
    expect(shown.at(-1)?.event?.id).toBe(phase.entries[0]?.id)
  })

  it.each([false, true])('takes no events meanwhile, which would be lost (shown to leader calls: %s)', async (toLeaderCalls) => {
    const double = await begun()
    const phase = await double.showPhantoms({ events: [phantom('b')], toLeaderCalls })
    const client = clientOf(double.connectionString)
    expect(await outcome(client.appendToStream('c', happened(0)))).toMatchObject({ code: 14 })
    await phase.truncate()
    expect(await reaching(() => client.appendToStream('c', happened(0)))).toMatchObject({ success: true })
  })

  it('has among them an append that failed and was kept', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const event = happened(0)
    double.faults.append = times(1, { keepAsPhantom: timedOut() })
    expect(await outcome(client.appendToStream('a', event))).toMatchObject({ type: 'timeout' })
    expect(await ids(client)).not.toContain(event.id)
    const phase = await double.showPhantoms()
    expect(phase.entries.map(({ id }) => id)).toStrictEqual([event.id])
    await phase.truncate()
    expect(await outcome(reaching(() => collect(clientOf(double.connectionString).readStream('a'))))).toMatchObject({
      type: 'stream-not-found',
    })
  })
})
