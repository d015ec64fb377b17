import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { handleClientStreamingCall, ServerReadableStream } from '@grpc/grpc-js'
import { invalidArgument, streamDeleted, thrownByHandler, toFailure, tooLarge } from '../failures.js'
import { ANY, NO_STREAM, type Proposed, STREAM_EXISTS } from '../rules/entry.js'
import { apply } from './applying.js'
import { expectedOf } from './expected.js'
import { nameOf } from './names.js'
import type { Node } from './node.js'
import { unsigned } from './numbers.js'
import { proposedOf, sizeOf } from './proposed.js'

type Call = ServerReadableStream<streams.AppendReq, streams.AppendResp>

/** What a request says, all of its messages together. */
interface Request {
  readonly stream: string
  readonly expected: bigint
  readonly events: ReadonlyArray<Proposed>
}

const optionsOf = (options: streams.AppendReq.Options): Pick<Request, 'stream' | 'expected'> => {
  const expected = expectedOf({
    revision: options.hasRevision() ? options.getRevision() : undefined,
    noStream: options.hasNoStream(),
    any: options.hasAny(),
    streamExists: options.hasStreamExists(),
  })
  if (expected === undefined) throw invalidArgument("'None' is not a valid expected stream revision")
  return { stream: nameOf(options.getStreamIdentifier()), expected }
}

const readRequest = async (node: Node, call: Call): Promise<Request> => {
  let head: Pick<Request, 'stream' | 'expected'> | undefined
  const events: Proposed[] = []
  let size = 0
  for await (const message of call) {
    if (!(message instanceof streams.AppendReq)) continue
    const options = message.getOptions()
    const proposed = message.getProposedMessage()
    if (options !== undefined) head = optionsOf(options)
    if (proposed === undefined) continue
    const event = proposedOf(proposed)
    size += sizeOf(node.version, event)
    if (size > node.maxAppendSize) throw tooLarge(node.maxAppendSize)
    events.push(event)
  }
  // A client that leaves in the middle has not asked for the events it did not get to send, and so for none.
  if (call.cancelled) throw thrownByHandler()
  if (head === undefined) throw invalidArgument('no options')
  if (head.stream === '') throw new Error("eventStreamId (Parameter 'eventStreamId')")
  return { ...head, events }
}

const written = (revision: bigint, position: bigint | undefined): streams.AppendResp => {
  const success = new streams.AppendResp.Success()
  if (revision < 0n) success.setNoStream(new shared.Empty())
  else success.setCurrentRevision(unsigned(revision))
  if (position === undefined) success.setNoPosition(new shared.Empty())
  else success.setPosition(new streams.AppendResp.Position().setCommitPosition(unsigned(position)).setPreparePosition(unsigned(position)))
  return new streams.AppendResp().setSuccess(success)
}

/** A wrong revision is an ordinary response; everything is said twice, as clients of 20.6 expect it. */
const wrong = (expected: bigint, last: bigint): streams.AppendResp => {
  const answer = new streams.AppendResp.WrongExpectedVersion()
  const empty = new shared.Empty()
  if (expected === ANY) answer.setExpectedAny(empty).setAny2060(empty)
  else if (expected === STREAM_EXISTS) answer.setExpectedStreamExists(empty).setStreamExists2060(empty)
  else if (expected === NO_STREAM) answer.setExpectedNoStream(empty)
  else answer.setExpectedRevision(unsigned(expected)).setExpectedRevision2060(Number(expected))
  if (last < 0n) answer.setCurrentNoStream(empty).setNoStream2060(empty)
  else answer.setCurrentRevision(unsigned(last)).setCurrentRevision2060(Number(last))
  return new streams.AppendResp().setWrongExpectedVersion(answer)
}

/** The unary append: one call for each append. */
export const appendHandler =
  (node: Node): handleClientStreamingCall<streams.AppendReq, streams.AppendResp> =>
  (call, respond) => {
    const ended = node.calls.opened('append', call)
    const serve = async (): Promise<void> => {
      const refusal = await node.admit(call.metadata, true)
      if (refusal !== undefined) throw refusal
      const request = await readRequest(node, call)
      const applied = await apply(node, { ...request, path: 'unary', metadata: call.metadata })
      await node.thawed()
      switch (applied.is) {
        case 'written':
          ended()
          return respond(null, written(applied.revision, applied.position))
        case 'wrong revision':
          ended()
          return respond(null, wrong(request.expected, applied.last))
        case 'deleted':
          throw streamDeleted(request.stream)
        case 'failed':
          throw applied.failure
        case 'ended':
          ended()
          return respond(null, new streams.AppendResp())
        case 'silent':
          return undefined
      }
    }
    serve().catch((thrown) => {
      ended()
      if (!call.cancelled) respond(toFailure(thrown))
    })
  }
