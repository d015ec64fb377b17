import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { handleServerStreamingCall } from '@grpc/grpc-js'
import { invalidArgument, thrownByHandler } from '../failures.js'
import type { ReadSeen } from '../faults.js'
import { followAll } from './follow-all.js'
import { followStream } from './follow-stream.js'
import { nameOf } from './names.js'
import type { Node } from './node.js'
import { type Outlet, outletOf, type ReadCall } from './outlet.js'
import { readAll } from './read-all.js'
import { readStream } from './read-stream.js'

type Options = streams.ReadReq.Options

const serve = (node: Node, options: Options, outlet: Outlet): Promise<void> => {
  const isSubscription = options.hasSubscription()
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS
  if (isSubscription && backwards) throw invalidArgument('The combination of (Subscription, Backwards) is invalid.')
  const stream = options.getStream()
  if (stream !== undefined) return isSubscription ? followStream(node, options, stream, outlet) : readStream(node, options, stream, outlet)
  const all = options.getAll()
  if (all === undefined) throw invalidArgument("'None' is not a valid stream option")
  return isSubscription ? followAll(node, options, all, outlet) : readAll(node, options, all, outlet)
}

/** Without a word on how ids are to come, the server fails on the first event it would show: older ones tell nobody. */
const mutedIfUnasked = ({ version }: Node, options: Options, outlet: Outlet): Outlet => {
  if (options.hasUuidOption()) return outlet
  const show = version.failsWithoutUuidOption ? (): Promise<void> => Promise.reject(thrownByHandler()) : outlet.gone
  return { ...outlet, send: (response) => (response.hasEvent() ? show() : outlet.send(response)) }
}

const seenOf = (options: Options, call: ReadCall): ReadSeen => {
  const stream = options.getStream()
  const named = stream === undefined ? {} : { stream: nameOf(stream.getStreamIdentifier()) }
  return { ...named, isSubscription: options.hasSubscription(), metadata: call.metadata }
}

/** Reads and subscriptions, of a stream and of $all: one call each, answered page by page. */
export const readHandler =
  (node: Node): handleServerStreamingCall<streams.ReadReq, streams.ReadResp> =>
  (call) => {
    const ended = node.calls.opened('read', call)
    const begin = async (): Promise<void> => {
      const refusal = await node.admit(call.metadata, false)
      const options = call.request.getOptions() ?? new streams.ReadReq.Options()
      const fate = refusal === undefined ? ((await node.faults.read?.(seenOf(options, call))) ?? 'serve') : { fail: refusal }
      const outlet = outletOf(node, call, fate, ended)
      if (outlet.isGone()) return outlet.end()
      if (fate === 'serve' || (typeof fate === 'object' && 'after' in fate)) {
        await serve(node, options, mutedIfUnasked(node, options, outlet)).then(outlet.end, outlet.fail)
      } else {
        await outlet.send(new streams.ReadResp())
      }
    }
    begin().catch((thrown) => outletOf(node, call, 'serve', ended).fail(thrown))
  }
