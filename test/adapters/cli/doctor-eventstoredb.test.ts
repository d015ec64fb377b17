import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { startCluster } from '../../support/eventstoredb/cluster.js'
import { type Double, type DoubleOptions, startDouble } from '../../support/eventstoredb/double.js'
import { accessDenied } from '../../support/eventstoredb/failures.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { sampleLedger } from './sample.js'
import { programme } from './screen.js'

cleanUp()

interface Row {
  readonly about: string
  readonly outcome: string
  readonly says: string
}

const examined = async (store: string) => {
  const { code, out, errors } = await programme(['doctor', '--format', 'json', '--store', store])
  const rows: ReadonlyArray<Row> = out === '' ? [] : JSON.parse(out)
  return { code, rows, errors, wrong: rows.filter(({ outcome }) => outcome === 'wrong') }
}

/** The sample ledger on a double. */
const aServer = async (options: DoubleOptions = {}): Promise<Double> => {
  const file = freshFile()
  await sampleLedger(file)
  const double = await startDouble(options)
  const copied = await programme(['copy', '--from', `sqlite:${file}`, '--to', double.connectionString])
  expect(copied.errors).toStrictEqual([])
  return double
}

const using = async (double: Double, work: (double: Double) => Promise<void>): Promise<void> => {
  try {
    await work(double)
  } finally {
    await double.stop()
  }
}

const meddling = async (double: Double, work: (client: EventStoreDBClient) => Promise<unknown>): Promise<void> => {
  const client = EventStoreDBClient.connectionString(double.connectionString)
  await work(client)
  await client.dispose()
}

describe('doctor on a server', () => {
  it('finds a sound ledger sound, and says what it has not tried', async () =>
    using(await aServer(), async ({ connectionString, database }) => {
      const before = database().end()
      const { code, rows, errors } = await examined(connectionString)
      expect([code, errors]).toStrictEqual([0, []])
      expect(rows).toStrictEqual([
        { about: 'opened', outcome: 'fine', says: 'in 0 ms' },
        { about: 'server', outcome: 'fine', says: 'version 23.10.6' },
        { about: 'encryption', outcome: 'warning', says: 'none: whoever is on the way reads and writes along' },
        { about: 'nodes', outcome: 'fine', says: 'a single node' },
        { about: 'right to append', outcome: 'fine', says: expect.stringContaining('Not tried: streams with rights of their own') },
        { about: 'default rights', outcome: 'fine', says: expect.stringContaining('none are set') },
        {
          about: 'metadata of streams',
          outcome: 'fine',
          says: expect.stringContaining('no stream of the ledger is deleted, truncated, limited'),
        },
        { about: 'keys of people', outcome: 'fine', says: 'of 0 people, 0 of them destroyed' },
        { about: 'right to erase', outcome: 'fine', says: 'this user may destroy the key of a person; none was destroyed' },
        { about: 'events', outcome: 'fine', says: '5 events; the last was recorded at 2024-01-15T09:30:00.000Z' },
        { about: 'streams', outcome: 'fine', says: '3 streams, each whole from its first event' },
        { about: 'catalogue', outcome: 'fine', says: 'every event can be read: 4 types, 4 written forms' },
      ])
      expect(database().end()).toBe(before)
    }))

  it('makes no ledger where there is none', async () =>
    using(await startDouble(), async ({ connectionString, database }) => {
      const before = database().end()
      const { code, rows } = await examined(connectionString)
      expect([code, rows]).toStrictEqual([
        1,
        [{ about: 'opened', outcome: 'wrong', says: expect.stringContaining('there is no ledger on this server') }],
      ])
      expect(database().end()).toBe(before)
    }))

  it('names every stream that another hand limited, truncated, deleted or gave rights of its own', async () =>
    using(await aServer(), async (double) => {
      await meddling(double, async (client) => {
        await client.setStreamMetadata('agreement-nag', { maxCount: 1 })
        await client.deleteStream('agreement-twice')
        await client.setStreamMetadata('source-s0', { acl: { writeRoles: ['ledger'] } })
        await client.setStreamMetadata('letters-1', { maxAge: 60 })
      })
      const { code, rows } = await examined(double.connectionString)
      expect(code).toBe(1)
      expect(rows.filter(({ about }) => about.startsWith('stream '))).toStrictEqual([
        { about: 'stream agreement-nag', outcome: 'wrong', says: expect.stringMatching(/^\$maxCount 1: the server hides/) },
        {
          about: 'stream agreement-twice',
          outcome: 'wrong',
          says: expect.stringMatching(/^\$tb \d+: the stream was deleted or truncated/),
        },
        { about: 'stream source-s0', outcome: 'warning', says: expect.stringMatching(/^it has rights of its own: .*"ledger"/) },
      ])
      expect(rows.find(({ about }) => about === 'events')).toMatchObject({
        outcome: 'wrong',
        says: expect.stringContaining('agreement-nag'),
      })
    }))

  it('names a stream that was deleted for good', async () =>
    using(await aServer(), async (double) => {
      await meddling(double, (client) => client.tombstoneStream('agreement-twice'))
      const { wrong } = await examined(double.connectionString)
      expect(wrong).toContainEqual({
        about: 'stream agreement-twice',
        outcome: 'wrong',
        says: 'the stream was deleted for good on the server, and what it said with it',
      })
    }))

  it('says that this user may not append', async () =>
    using(await aServer(), async (double) => {
      double.faults.append = () => ({ fail: accessDenied() })
      expect((await examined(double.connectionString)).wrong).toStrictEqual([
        { about: 'right to append', outcome: 'wrong', says: expect.stringContaining('access was denied') },
      ])
    }))

  it('warns that this user may not erase', async () =>
    using(await aServer(), async (double) => {
      double.faults.remove = () => ({ fail: accessDenied() })
      const { code, rows } = await examined(double.connectionString)
      expect(code).toBe(0)
      expect(rows).toContainEqual({ about: 'right to erase', outcome: 'warning', says: expect.stringContaining('cannot be destroyed') })
    }))

  it('says that a server is too old', async () =>
    using(await aServer({ version: '21.10.9' }), async ({ connectionString }) =>
      expect((await examined(connectionString)).wrong).toStrictEqual([
        { about: 'server', outcome: 'wrong', says: 'version 21.10.9; a ledger needs 22.10 or later' },
      ]),
    ))

  it('warns of an address that names one node of a cluster', async () => {
    const cluster = await startCluster()
    try {
      const file = freshFile()
      await sampleLedger(file)
      await programme(['copy', '--from', `sqlite:${file}`, '--to', cluster.connectionString])
      const nodes = async (address: string) => (await examined(address)).rows.find(({ about }) => about === 'nodes')
      expect(await nodes(cluster.connectionString)).toStrictEqual({ about: 'nodes', outcome: 'fine', says: '3 nodes are alive' })
      expect(await nodes(cluster.leader()?.connectionString ?? '')).toStrictEqual({
        about: 'nodes',
        outcome: 'warning',
        says: '3 nodes are alive, the address names 1: name them all, or the name behind which they are found',
      })
    } finally {
      await cluster.stop()
    }
  })

  it('tells of a server that is not there or lets nobody in, and of no password', async () => {
    const double = await startDouble({ tls: true, users: { clerk: 'correct-horse' } })
    const said: Array<string> = []
    await using(double, async () => {
      const { code, rows, errors } = await examined(double.connectionStringAs('clerk', 'wrong-horse'))
      expect([code, rows.map(({ about, outcome }) => [about, outcome])]).toStrictEqual([1, [['opened', 'wrong']]])
      said.push(...errors, JSON.stringify(rows))
    })
    const { code, rows, errors } = await examined(`${double.connectionStringAs('clerk', 'correct-horse')}&defaultDeadline=400`)
    expect([code, rows.map(({ about, outcome }) => [about, outcome])]).toStrictEqual([1, [['opened', 'wrong']]])
    expect([...said, ...errors, JSON.stringify(rows)].join('\n')).not.toMatch(/horse/)
  })
})
