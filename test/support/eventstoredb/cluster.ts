// A cluster of doubles. They share one log, so replication is instant and nothing is ever behind: what a cluster shows a client here is
// who leads, who says so, and what a change of the leader does to its calls.
import type { Role, Users } from './admission.js'
import { type Double, type DoubleOptions, freshDatabase, startDouble } from './double.js'
import type { Member } from './wire/node.js'

export interface Cluster {
  readonly connectionString: string
  readonly nodes: ReadonlyArray<Double>
  /** Absent between a leader's death and the election. */
  readonly leader: () => Double | undefined
  /** Kills a node; a leader's death leaves the others without one, and they still name the dead one. */
  readonly kill: (node: Double) => Promise<void>
  readonly start: (node: Double) => Promise<void>
  /** Makes this node the leader: calls on the old one are ended, and recent ids are forgotten. */
  readonly elect: (node: Double) => void
  readonly stop: () => Promise<void>
}

export interface ClusterOptions extends Omit<DoubleOptions, 'database' | 'port'> {
  readonly size?: number
  readonly users?: Users
}

export const startCluster = async ({ size = 3, ...options }: ClusterOptions = {}): Promise<Cluster> => {
  const database = freshDatabase(options.users)
  const nodes: Double[] = []
  const dead = new Set<Double>()
  let leader: Double | undefined
  let lastLeader: Double | undefined

  const memberOf = (node: Double): Member => ({
    host: node.host,
    port: node.port,
    state: node === leader ? 'LEADER' : leader === undefined ? 'UNKNOWN' : 'FOLLOWER',
    isAlive: !dead.has(node),
  })
  const roleOf = (node: Double): Role => {
    if (node === leader) return { is: 'leader' }
    if (leader !== undefined) return { is: 'follower', leader: { host: leader.host, port: leader.port } }
    return lastLeader === undefined ? { is: 'not ready' } : { is: 'leaderless', last: { host: lastLeader.host, port: lastLeader.port } }
  }
  const tell = (): void => {
    for (const node of nodes) node.play(roleOf(node))
  }
  const elect = (node: Double): void => {
    if (leader !== undefined && leader !== node) leader.cut()
    leader = node
    lastLeader = node
    database.recent.forget()
    tell()
  }
  for (let index = 0; index < size; index += 1) {
    nodes.push(await startDouble({ ...options, database }, { members: () => nodes.map(memberOf) }))
  }
  const [first] = nodes
  if (first !== undefined) elect(first)

  const [head = '', query = ''] = first?.connectionString.split('?') ?? []
  const hosts = nodes.map(({ host, port }) => `${host}:${port}`).join(',')
  return {
    connectionString: `${head.slice(0, head.indexOf('//') + 2)}${hosts}?${query}&nodePreference=leader`,
    nodes,
    elect,
    leader: () => leader,
    kill: async (node) => {
      dead.add(node)
      if (node === leader) leader = undefined
      tell()
      await node.kill()
    },
    start: async (node) => {
      dead.delete(node)
      tell()
      await node.start()
    },
    stop: async () => {
      for (const node of nodes) await node.stop()
    },
  }
}
