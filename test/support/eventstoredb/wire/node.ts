import type { Metadata } from '@grpc/grpc-js'
import type { Calls } from '../calls.js'
import type { Address, Failure } from '../failures.js'
import type { Faults } from '../faults.js'
import type { Database } from '../rules/database.js'
import type { Proposed } from '../rules/entry.js'
import type { Version } from '../versions.js'

/** A member of a cluster, as gossip tells of it. */
export interface Member extends Address {
  readonly state: 'LEADER' | 'FOLLOWER' | 'UNKNOWN'
  readonly isAlive: boolean
}

/** What the calls of one node need to know of it. */
export interface Node {
  readonly database: Database
  readonly version: Version
  readonly faults: Faults
  readonly calls: Calls
  readonly maxAppendSize: number
  /** How many live events wait for a slow subscriber: two queues of 32 on the server, and what the connection holds. */
  readonly liveBuffer: number
  /** Whether the node tells clients that it knows batch appends. */
  readonly offersBatchAppend: boolean
  /** Settles when the call may be served: not while the node is frozen. Fails where the call must be refused. */
  readonly admit: (metadata: Metadata, writes: boolean) => Promise<Failure | undefined>
  /** Settles when the node is not frozen. */
  readonly thawed: () => Promise<void>
  readonly members: () => ReadonlyArray<Member>
  /** Cuts every connection. */
  readonly cut: () => void
  /** The process ends, as some names make it. */
  readonly die: () => void
  /** Counts the starts of the process: what was begun before the last one is never done. */
  readonly life: () => number
  /** Keeps events that were never replicated: a restart may show them before they are truncated. */
  readonly keepUnreplicated: (stream: string, events: ReadonlyArray<Proposed>) => void
}
