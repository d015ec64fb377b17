import { randomUUID } from 'node:crypto'
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Finding } from '../../projections/engine/store.js'
import type { Address } from './address.js'
import type { Calls } from './calls.js'
import type { Trouble } from './faults.js'

const causeOf = (trouble: Trouble): string => ('cause' in trouble ? trouble.cause : trouble._tag)

const versionOf = async (client: EventStoreDBClient): Promise<string | undefined> => {
  // A getter that TypeScript calls protected; every instance of 6.2.1 has it.
  const features: unknown = await Reflect.get(client, 'capabilities')
  const said = typeof features === 'object' && features !== null && 'serverVersion' in features ? features.serverVersion : undefined
  return typeof said === 'string' && /^\d/.test(said) ? said : undefined
}

// Older servers do not say at which position an event of a stream stands.
const OLDEST = [22, 10] as const

const isOld = (version: string): boolean => {
  const [year = 0, month = 0] = version.split('.').map(Number)
  return year < OLDEST[0] || (year === OLDEST[0] && month < OLDEST[1])
}

/** What the server says that it is. */
export const serverVersion = async ({ once }: Calls): Promise<Finding> => {
  const about = 'server'
  const version = await once(versionOf)
  if (E.isLeft(version)) return { about, outcome: 'not tried', says: `it did not say its version: ${causeOf(version.left)}` }
  if (version.right === undefined) return { about, outcome: 'not tried', says: 'it does not tell its version' }
  if (isOld(version.right))
    return { about, outcome: 'wrong', says: `version ${version.right}; a ledger needs ${OLDEST.join('.')} or later` }
  return { about, outcome: 'fine', says: `version ${version.right}` }
}

/** How the line to it is kept. */
export const encryption = ({ tls, login }: Address): Finding => {
  const about = 'encryption'
  if (tls) return { about, outcome: 'fine', says: `TLS${login === undefined ? ', without a user' : ''}` }
  if (login === undefined) return { about, outcome: 'warning', says: 'none: whoever is on the way reads and writes along' }
  return { about, outcome: 'warning', says: 'none, and so the client does not send the user and password of the address' }
}

const living = (info: ClusterInfo): number => info.getMembersList().filter((member) => member.getIsAlive()).length

const membersOf = async (client: EventStoreDBClient): Promise<number | undefined> => {
  const execute: unknown = Reflect.get(client, 'execute')
  if (typeof execute !== 'function') return undefined
  const asking = (gossip: GossipClient): Promise<number> =>
    new Promise((resolve, reject) => {
      gossip.read(new shared.Empty(), (error, info) => (error === null ? resolve(living(info)) : reject(error)))
    })
  const members: unknown = await execute(GossipClient, 'gossip', asking)
  return typeof members === 'number' ? members : undefined
}

/** Whether the address names the cluster, where the server is of one: a node by itself may show what it then takes back. */
export const membership = async ({ once }: Calls, { hosts, discover }: Address): Promise<Finding> => {
  const about = 'nodes'
  const members = await once(membersOf)
  if (E.isLeft(members)) return { about, outcome: 'not tried', says: `the server did not name its nodes: ${causeOf(members.left)}` }
  const [alive, named] = [members.right ?? 0, hosts.length]
  if (alive > 1 && !discover && named < alive)
    return {
      about,
      outcome: 'warning',
      says: `${alive} nodes are alive, the address names ${named}: name them all, or the name behind which they are found`,
    }
  return { about, outcome: 'fine', says: alive > 1 ? `${alive} nodes are alive` : 'a single node' }
}

/** A stream that never comes to be: it is only ever asked for what it cannot hold. */
const NOWHERE = 'programmeLedger-doctor'
const NEVER = 2n ** 62n

/** Whether this user may append, tried at a revision that no stream reaches: the server looks at rights first, then refuses the revision. */
export const rightToAppend = async ({ once }: Calls): Promise<Finding> => {
  const about = 'right to append'
  const event = jsonEvent({ id: randomUUID(), type: 'NeverWritten', data: {} })
  const tried = await once((client) => client.appendToStream(NOWHERE, event, { expectedRevision: NEVER, requiresLeader: true }))
  if (E.isRight(tried)) return { about, outcome: 'wrong', says: `an append at revision ${NEVER} was written, which no server may do` }
  if (tried.left._tag === 'Conflict')
    return {
      about,
      outcome: 'fine',
      says: `an append to ${NOWHERE} at a revision that it cannot have was refused for the revision alone; nothing was written. Not tried: streams with rights of their own`,
    }
  return { about, outcome: tried.left._tag === 'Refused' ? 'wrong' : 'not tried', says: causeOf(tried.left) }
}
