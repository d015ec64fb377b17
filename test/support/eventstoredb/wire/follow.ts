import { randomUUID } from 'node:crypto'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { timedOut } from '../failures.js'
import type { Entry } from '../rules/entry.js'
import type { Sieve } from './all-position.js'
import type { Node } from './node.js'
import { unsigned } from './numbers.js'
import type { Outlet } from './outlet.js'

/** A subscription that is being served. */
export interface Following {
  readonly node: Node
  readonly sieve: Sieve
  readonly outlet: Outlet
  readonly send: (entry: Entry) => Promise<void>
  /** Counts records looked at, whether they matched or not; says when a checkpoint is due. */
  readonly isDue: (considered: number) => boolean
}

export const confirmation = (): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()))

export const caughtUp = (): streams.ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp())

export const checkpoint = (commit: bigint, prepare: bigint): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(unsigned(commit)).setPreparePosition(unsigned(prepare)),
  )

/** A live subscriber so far behind is dropped by servers up to 23.10: the client shows it as a TimeoutError. */
export const refuseSlowness = ({ version, liveBuffer }: Node, behind: number): void => {
  if (version.dropsSlowConsumers && behind > liveBuffer) {
    throw timedOut('Consumer too slow to handle event while live. Client resubscription required.')
  }
}
