import type { Task } from 'fp-ts/lib/Task.js'
import type { Finding } from '../../projections/engine/store.js'
import type { Address } from './address.js'
import { allRecords } from './all-records.js'
import type { Calls } from './calls.js'
import { encryption, membership, rightToAppend, serverVersion } from './examine-node.js'
import { defaultRights, metadataOfStreams } from './examine-streams.js'

/** What an examination of a server needs of the log that is opened on it. */
export interface Examined {
  readonly address: Address
  readonly calls: Calls
  readonly owns: (stream: string) => boolean
}

/**
 * What a server can tell of itself: its version, the line to it, its nodes, this user's rights, and what other hands did to the ledger's streams.
 * The right to read is proven by its opening. Writes nothing; see `rightToAppend` for how that one is tried.
 */
export const examineServer =
  ({ address, calls, owns }: Examined): Task<ReadonlyArray<Finding>> =>
  async () => [
    await serverVersion(calls),
    encryption(address),
    await membership(calls, address),
    await rightToAppend(calls),
    await defaultRights(calls),
    ...(await metadataOfStreams(calls, allRecords(calls), owns)),
  ]
