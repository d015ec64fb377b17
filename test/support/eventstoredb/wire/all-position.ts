import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { status } from '@grpc/grpc-js'
import { type Failure, failure, thrownByHandler, unknownError } from '../failures.js'
import type { Database } from '../rules/database.js'
import type { Entry } from '../rules/entry.js'
import { matcher } from '../rules/filter.js'
import type { Version } from '../versions.js'
import { NONE, signed } from './numbers.js'

type Options = streams.ReadReq.Options

/** Where a read of $all starts. */
export type AllStart =
  | { readonly at: 'start' }
  | { readonly at: 'end' }
  | { readonly at: 'position'; readonly commit: bigint; readonly prepare: bigint }

export const startOf = (all: streams.ReadReq.Options.AllOptions): AllStart => {
  const position = all.getPosition()
  if (position === undefined) return { at: all.hasStart() ? 'start' : 'end' }
  const [commit, prepare] = [BigInt(position.getCommitPosition()), BigInt(position.getPreparePosition())]
  if (commit < prepare) throw thrownByHandler()
  if (commit === NONE) return { at: 'end' }
  return { at: 'position', commit: signed(position.getCommitPosition()), prepare }
}

const misaligned = ({ namesMisalignment }: Version, inRead: boolean): Failure => {
  if (namesMisalignment) return failure(status.INVALID_ARGUMENT, 'Invalid position')
  return inRead ? unknownError('Unexpected ReadAllResult: Error') : thrownByHandler()
}

/** A position within a record is refused; one beyond the end is not: there is just nothing. */
export const refuseMisaligned = (database: Database, version: Version, position: bigint, inRead: boolean): void => {
  if (position < database.end() && !database.isAligned(position)) throw misaligned(version, inRead)
}

/** What a read of $all lets through, and how many records it looks at for one page. */
export interface Sieve {
  readonly isFiltered: boolean
  readonly window: number
  readonly matches: (entry: Entry) => boolean
  /** So many records looked at make a checkpoint. */
  readonly interval: number
}

const UNFILTERED: Sieve = {
  isFiltered: false,
  window: Number.POSITIVE_INFINITY,
  matches: () => true,
  interval: Number.POSITIVE_INFINITY,
}

/** Throws for a regular expression that does not parse, and for no checkpoints at all. */
export const sieveOf = (options: Options, defaultWindow: number): Sieve => {
  const filter = options.getFilter()
  if (filter === undefined) return UNFILTERED
  const window = filter.hasMax() ? filter.getMax() : defaultWindow
  const expression = filter.hasEventType() ? filter.getEventType() : filter.getStreamIdentifier()
  const multiplier = filter.getCheckpointintervalmultiplier()
  if (options.hasSubscription() && multiplier === 0) throw thrownByHandler()
  return {
    isFiltered: true,
    window,
    matches: matcher({
      on: filter.hasEventType() ? 'type' : 'stream',
      regex: expression?.getRegex() ?? '',
      prefixes: expression?.getPrefixList() ?? [],
    }),
    interval: window * multiplier,
  }
}
