import streams from '@eventstore/db-client/generated/streams_pb.js'
import { invalidArgument, streamDeleted, unknownError, wrongRevision } from '../failures.js'
import { softDelete, tombstone } from '../rules/writing.js'
import { expectedOf } from './expected.js'
import { nameOf } from './names.js'
import type { Node } from './node.js'
import { unsigned } from './numbers.js'

type Options = streams.DeleteReq.Options | streams.TombstoneReq.Options

/** Closes a stream, for now or for ever; the position of the record that says so. */
const remove = (node: Node, options: Options | undefined, by: typeof softDelete): string => {
  if (options === undefined) throw invalidArgument('no options')
  const stream = nameOf(options.getStreamIdentifier())
  const expected = expectedOf({
    revision: options.hasRevision() ? options.getRevision() : undefined,
    noStream: options.hasNoStream(),
    any: options.hasAny(),
    streamExists: options.hasStreamExists(),
  })
  if (expected === undefined) throw invalidArgument("'None' is not a valid expected stream revision")
  const removed = by(node.database, stream, expected)
  switch (removed.is) {
    case 'removed':
      return unsigned(removed.position)
    case 'deleted':
      throw streamDeleted(stream)
    case 'wrong revision':
      throw wrongRevision(stream, expected, removed.last)
    case 'silent':
      throw unknownError('Unexpected OperationResult')
  }
}

export const softDeleted = (node: Node, request: streams.DeleteReq): streams.DeleteResp => {
  const at = remove(node, request.getOptions(), softDelete)
  return new streams.DeleteResp().setPosition(new streams.DeleteResp.Position().setCommitPosition(at).setPreparePosition(at))
}

export const tombstoned = (node: Node, request: streams.TombstoneReq): streams.TombstoneResp => {
  const at = remove(node, request.getOptions(), tombstone)
  return new streams.TombstoneResp().setPosition(new streams.TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at))
}
