import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js'
import { invalidArgument, isFailure, toFailure } from '../failures.js'
import type { Proposed } from '../rules/entry.js'
import { apply } from './applying.js'
import * as answer from './batch-answer.js'
import { expectedOf } from './expected.js'
import { identifierOf, nameOf } from './names.js'
import type { Node } from './node.js'
import { proposedOf, sizeOf } from './proposed.js'
import { parseUuid } from './uuid.js'

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>
type Reply = (request: streams.BatchAppendReq, stream: string, response: streams.BatchAppendResp) => void

/** An append whose last message has not come yet. */
interface Pending {
  readonly stream: string
  readonly expected: bigint
  readonly events: Proposed[]
  size: number
}

const begun = (options: streams.BatchAppendReq.Options): Pending => {
  const expected = expectedOf({
    revision: options.hasStreamPosition() ? options.getStreamPosition() : undefined,
    noStream: options.hasNoStream(),
    any: options.hasAny(),
    streamExists: options.hasStreamExists(),
  })
  if (expected === undefined) throw invalidArgument("'None' is not a valid expected stream position")
  return { stream: nameOf(options.getStreamIdentifier()), expected, events: [], size: 0 }
}

/** The deadline is a time by the client's clock, told to the server and to nobody else. */
const isOver = (options: streams.BatchAppendReq.Options): boolean => (options.getDeadline()?.toDate().getTime() ?? Infinity) <= Date.now()

const finish = async (node: Node, call: Call, request: streams.BatchAppendReq, pending: Pending, reply: Reply): Promise<void> => {
  const { stream, expected, events } = pending
  if (stream === '') throw new Error("eventStreamId (Parameter 'eventStreamId')")
  const applied = await apply(node, { stream, expected, events, path: 'batch', metadata: call.metadata })
  await node.thawed()
  switch (applied.is) {
    case 'written':
      return reply(request, stream, answer.written(applied.revision, applied.position))
    case 'wrong revision':
      return reply(request, stream, answer.wrongRevision(expected, applied.last))
    case 'deleted':
      return reply(request, stream, answer.deleted(stream))
    case 'failed': {
      const response = answer.fromFailure(applied.failure)
      if (response === undefined) throw applied.failure
      return reply(request, stream, response)
    }
    case 'ended':
      call.end()
      return undefined
    case 'silent':
      return undefined
  }
}

const receive = async (
  node: Node,
  call: Call,
  request: streams.BatchAppendReq,
  pending: Map<string, Pending>,
  reply: Reply,
): Promise<void> => {
  const id = parseUuid(request.getCorrelationId())
  const options = request.getOptions()
  if (options !== undefined) {
    if (isOver(options)) return reply(request, nameOf(options.getStreamIdentifier()), answer.timedOut())
    pending.set(id, begun(options))
  }
  const one = pending.get(id)
  if (one === undefined) return undefined
  for (const message of request.getProposedMessagesList()) {
    const event = proposedOf(message)
    one.events.push(event)
    one.size += sizeOf(node.version, event)
  }
  if (one.size > node.maxAppendSize) {
    pending.delete(id)
    return reply(request, one.stream, answer.tooLarge(node.maxAppendSize))
  }
  if (!request.getIsFinal()) return undefined
  pending.delete(id)
  return finish(node, call, request, one, reply)
}

/** The batch append: one call for all appends of a client, answered in the order in which they are done. */
export const batchAppendHandler =
  (node: Node): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> =>
  (call) => {
    const ended = node.calls.opened('batchAppend', call)
    const pending = new Map<string, Pending>()
    const admitted = node.admit(call.metadata, true)
    let serving = 0
    let isHalfClosed = false
    const endIfDone = (): void => {
      if (!isHalfClosed || serving > 0) return
      ended()
      call.end()
    }
    const reply: Reply = (request, stream, response) => {
      const id = request.getCorrelationId()
      if (id !== undefined) response.setCorrelationId(id)
      if (!call.cancelled && !call.writableEnded) call.write(response.setStreamIdentifier(identifierOf(stream)))
    }
    const fault = (thrown: unknown): void => {
      ended()
      if (!call.cancelled && !call.writableEnded) call.emit('error', toFailure(thrown))
    }
    const serve = async (request: streams.BatchAppendReq): Promise<void> => {
      const refusal = await admitted
      if (refusal !== undefined) throw refusal
      await receive(node, call, request, pending, reply)
    }
    call.on('error', () => undefined)
    call.on('end', () => {
      isHalfClosed = true
      endIfDone()
    })
    call.on('data', (request: streams.BatchAppendReq) => {
      serving += 1
      serve(request)
        .catch((thrown) => {
          if (isFailure(thrown)) return fault(thrown)
          const stream = nameOf(request.getOptions()?.getStreamIdentifier())
          return reply(request, stream, answer.badRequest(thrown instanceof Error ? thrown.message : String(thrown)))
        })
        .finally(() => {
          serving -= 1
          endIfDone()
        })
    })
  }
