// The answers of the batch path: errors travel as google.rpc.Status with the real error packed into it.
import shared from '@eventstore/db-client/generated/shared_pb.js'
import statuses from '@eventstore/db-client/generated/status_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { status } from '@grpc/grpc-js'
import type { Message } from 'google-protobuf'
import anys from 'google-protobuf/google/protobuf/any_pb.js'
import empties from 'google-protobuf/google/protobuf/empty_pb.js'
import type { Failure } from '../failures.js'
import { ANY, NO_STREAM, STREAM_EXISTS } from '../rules/entry.js'
import { identifierOf } from './names.js'
import { unsigned } from './numbers.js'

const packed = (code: number, message: string, name: string, details: Message): streams.BatchAppendResp => {
  const any = new anys.Any()
  any.pack(details.serializeBinary(), name)
  return new streams.BatchAppendResp().setError(new statuses.Status().setCode(code).setMessage(message).setDetails(any))
}

const known = (code: number, name: string, details: Message): streams.BatchAppendResp =>
  packed(code, name, `event_store.client.${name}`, details)

export const written = (revision: bigint, position: bigint | undefined): streams.BatchAppendResp => {
  const success = new streams.BatchAppendResp.Success()
  if (revision < 0n) success.setNoStream(new empties.Empty())
  else success.setCurrentRevision(unsigned(revision))
  if (position === undefined) success.setNoPosition(new empties.Empty())
  else success.setPosition(new shared.AllStreamPosition().setCommitPosition(unsigned(position)).setPreparePosition(unsigned(position)))
  return new streams.BatchAppendResp().setSuccess(success)
}

export const wrongRevision = (expected: bigint, last: bigint): streams.BatchAppendResp => {
  const details = new shared.WrongExpectedVersion()
  const empty = new empties.Empty()
  if (last < 0n) details.setCurrentNoStream(empty)
  else details.setCurrentStreamRevision(unsigned(last))
  if (expected === ANY) details.setExpectedAny(empty)
  else if (expected === STREAM_EXISTS) details.setExpectedStreamExists(empty)
  else if (expected === NO_STREAM) details.setExpectedNoStream(empty)
  else details.setExpectedStreamPosition(unsigned(expected))
  return known(status.ALREADY_EXISTS, 'WrongExpectedVersion', details)
}

export const deleted = (stream: string): streams.BatchAppendResp =>
  known(status.NOT_FOUND, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)))

export const tooLarge = (limit: number): streams.BatchAppendResp => {
  const details = new shared.MaximumAppendSizeExceeded()
  details.setMaxappendsize(limit)
  return known(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details)
}

export const timedOut = (): streams.BatchAppendResp => known(status.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout())

export const accessDenied = (): streams.BatchAppendResp => known(status.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied())

export const badRequest = (why: string): streams.BatchAppendResp =>
  known(status.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(why))

/**
 * What a failure of the unary path is on this one. Nothing where it faults the whole call instead, as a node that does not lead does:
 * its neighbours in flight fail with it, whether they were written or not.
 */
export const fromFailure = (failure: Failure): streams.BatchAppendResp | undefined => {
  if (failure.metadata.get('exception').includes('not-leader')) return undefined
  if (failure.code === status.PERMISSION_DENIED) return accessDenied()
  if (failure.code === status.ABORTED) return timedOut()
  const isUnready = failure.code === status.UNAVAILABLE && failure.details.startsWith('Server Is')
  // "Server Is Not Ready" comes packed in a type that 6.2.1 does not recognize.
  return isUnready ? packed(status.OK, failure.details, 'google.protobuf.Empty', new empties.Empty()) : undefined
}
