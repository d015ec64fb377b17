import { readFileSync } from 'node:fs'
import { type ChannelCredentialOptions, EventStoreDBClient } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { LogUnavailable } from '../../domain/kernel/event-log.js'
import type { Address, Endpoint } from './address.js'
import { unavailable } from './faults.js'

/** A client with its shields, and a way to be rid of it. */
export interface ShieldedClient {
  readonly client: EventStoreDBClient
  /** Closes what it opened; to be called when no call is under way. */
  readonly shut: () => void
}

/** Makes a client for an address, or for one node of it. */
export type MakeClient = (node?: Endpoint) => ShieldedClient

/** What is read from files once, when the address is opened. */
const credentialsOf = ({ tls, caFile, certificate }: Address): Either<LogUnavailable, ChannelCredentialOptions> => {
  if (!tls) return E.right({ insecure: true })
  const read = (option: string, file: string): Buffer | undefined => {
    try {
      return readFileSync(file)
    } catch {
      missing.push(option)
      return undefined
    }
  }
  const missing: string[] = []
  const rootCertificate = caFile === undefined ? undefined : read('tlsCAFile', caFile)
  const userCertFile = certificate && read('userCertFile', certificate.certFile)
  const userKeyFile = certificate && read('userKeyFile', certificate.keyFile)
  if (missing.length > 0) return E.left(unavailable(`the file that the option ${missing[0]} names cannot be read`))
  return E.right({
    insecure: false,
    ...(rootCertificate && { rootCertificate }),
    ...(userCertFile && { userCertFile }),
    ...(userKeyFile && { userKeyFile }),
  })
}

// Paid for each node that is frozen, in seconds; the client's own 5 would use up a call's time on two of them.
const GOSSIP_TIMEOUT_S = 2

const isShuttable = (channel: unknown): channel is { readonly close: () => void } =>
  typeof channel === 'object' && channel !== null && 'close' in channel && typeof channel.close === 'function'

/**
 * Shields that sit on the client itself, by properties that TypeScript calls protected and 6.2.1 has on every instance:
 * - `supports`: no batch appends. One of them can hang for ever, take the calls of other clients with it, or end the process.
 * - `handleError`: the client no longer closes its channel under calls that are about to begin on it, which ends the process; `Connection`
 *   makes a new client instead, and shuts the old one when its last call is over.
 * - `createChannel`: remembers what is to be shut; `dispose` forgets it.
 */
const shielded = (client: EventStoreDBClient): ShieldedClient => {
  const channels: Array<{ readonly close: () => void }> = []
  const createChannel: unknown = Reflect.get(client, 'createChannel')
  let isShut = false
  const remembered = async (): Promise<unknown> => {
    const channel: unknown = typeof createChannel === 'function' ? await createChannel() : undefined
    if (!isShuttable(channel)) return channel
    channels.push(channel)
    if (!isShut) return channel
    // A call that was given up while it looked for the leader: on a channel that is closed it would end the process, so it gets none.
    shut()
    return Promise.reject(new Error('the connection was given up'))
  }
  Object.defineProperties(client, {
    supports: { value: async () => false },
    handleError: { value: async () => undefined },
    createChannel: { value: remembered },
  })
  const shut = (): void => {
    isShut = true
    for (const channel of channels.splice(0)) channel.close()
  }
  return { client, shut }
}

/** How clients for an address are made; a fault where a certificate cannot be read. The leader is always asked. */
export const clientsFor = (address: Address): Either<LogUnavailable, MakeClient> => {
  const credentials = credentialsOf(address)
  if (E.isLeft(credentials)) return credentials
  const { hosts, discover, numbers, login, connectionName } = address
  const { maxDiscoverAttempts, discoveryInterval, gossipTimeout = GOSSIP_TIMEOUT_S, ...own } = numbers
  const settings = { ...own, ...(connectionName !== undefined && { connectionName }) }
  const search = {
    nodePreference: 'leader',
    gossipTimeout,
    ...(maxDiscoverAttempts !== undefined && { maxDiscoverAttempts }),
    ...(discoveryInterval !== undefined && { discoveryInterval }),
  } as const
  const make: MakeClient = (node) => {
    const [endpoint] = hosts
    if (node !== undefined) return shielded(new EventStoreDBClient({ ...settings, endpoint: node }, credentials.right, login))
    if (discover) return shielded(new EventStoreDBClient({ ...settings, ...search, discover: endpoint }, credentials.right, login))
    if (hosts.length > 1)
      return shielded(new EventStoreDBClient({ ...settings, ...search, endpoints: [...hosts] }, credentials.right, login))
    return shielded(new EventStoreDBClient({ ...settings, endpoint }, credentials.right, login))
  }
  return E.right(make)
}
