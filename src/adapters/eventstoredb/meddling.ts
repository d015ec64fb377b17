import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Calls } from './calls.js'
import { damaged, TOMBSTONED } from './faults.js'
import type { WireRecord } from './stored.js'
import { isTruncated, type ReadingFault } from './stream.js'

/**
 * Looks into a record of $all that tells what another hand did to a stream. Where that stream is the ledger's and something of it is hidden, will be,
 * or is gone, it is a fault: after a scavenge $all itself would lack the events. Metadata that was put right since is nothing.
 */
export const meddlingWith =
  (calls: Calls, owns: (stream: string) => boolean) =>
  async ({ streamId, type }: WireRecord): Promise<Either<ReadingFault, void>> => {
    if (type === '$streamDeleted') return owns(streamId) ? E.left(damaged(`stream ${streamId}`, TOMBSTONED)) : E.right(undefined)
    const stream = streamId.slice('$$'.length)
    if (!owns(stream)) return E.right(undefined)
    const truncated = await isTruncated(calls, stream)
    if (E.isLeft(truncated)) return truncated
    const why = 'its metadata on the server hides events, or will: $maxCount, $maxAge or $tb'
    return truncated.right ? E.left(damaged(`stream ${stream}`, why)) : E.right(undefined)
  }
