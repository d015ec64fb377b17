import { describe, expect, it, onTestFinished } from 'vitest'
import { type Cluster, startCluster } from '../../../support/eventstoredb/cluster.js'
import { clientOf, collect, happened, outcome, written } from './begun.js'

const cluster = async (): Promise<Cluster> => {
  const started = await startCluster()
  onTestFinished(started.stop)
  return started
}

describe('a cluster of doubles', () => {
  it('is discovered by gossip, which names the leader', async () => {
    const { connectionString, leader, nodes } = await cluster()
    await clientOf(connectionString).appendToStream('a', happened(0), { requiresLeader: true })
    expect(nodes.map((node) => node.calls.total('append'))).toStrictEqual(nodes.map((node) => (node === leader() ? 1 : 0)))
  })

  it('has one log: a follower serves reads, and passes appends on', async () => {
    const { nodes } = await cluster()
    const [leader, follower] = nodes
    const client = clientOf(follower?.connectionString ?? '')
    await client.appendToStream('a', happened(0))
    expect(await collect(client.readStream('a'))).toHaveLength(1)
    expect(leader === undefined ? [] : written(leader)).toStrictEqual(['a'])
  })

  it.each(['append', 'read'] as const)('has followers that refuse an %s that requires the leader, and name it', async (kind) => {
    const { nodes } = await cluster()
    const [leader, follower] = nodes
    const client = clientOf(follower?.connectionString ?? '')
    const call =
      kind === 'append'
        ? client.appendToStream('a', happened(0), { requiresLeader: true })
        : collect(client.readAll({ requiresLeader: true, maxCount: 1 }))
    expect(await outcome(call)).toMatchObject({ type: 'not-leader', leader: { port: leader?.port } })
  })

  it('is without a leader after its death, names the dead one, and goes on after the election', async () => {
    const { connectionString, nodes, kill, elect } = await cluster()
    const [first, second] = nodes
    if (first === undefined || second === undefined) throw new Error('a cluster of three')
    const client = clientOf(connectionString)
    const event = happened(0)
    await client.appendToStream('a', event, { requiresLeader: true, expectedRevision: 'no_stream' })
    await kill(first)
    const follower = clientOf(second.connectionString)
    const orphaned = await outcome(follower.appendToStream('a', happened(1), { requiresLeader: true }))
    expect(orphaned).toMatchObject({ type: 'not-leader', leader: { port: first.port } })
    elect(second)
    const again = async () => outcome(client.appendToStream('a', event, { requiresLeader: true, expectedRevision: 'no_stream' }))
    await expect.poll(again, { timeout: 10_000 }).toMatchObject({ value: { nextExpectedRevision: 0n } })
    expect(written(second)).toStrictEqual(['a'])
  })
})
