import type { handleUnaryCall, Metadata } from '@grpc/grpc-js'
import type { Method } from '../calls.js'
import { toFailure } from '../failures.js'
import type { CallFate } from '../faults.js'
import type { Node } from './node.js'

/** A call with one request and one answer, with the fate that a test gives it. `isOpen` calls are served to everyone. */
export const unary =
  <Request, Response>(
    node: Node,
    method: Method,
    fateOf: (metadata: Metadata) => CallFate | Promise<CallFate> | undefined,
    answer: (request: Request) => Response,
    isOpen = false,
  ): handleUnaryCall<Request, Response> =>
  (call, respond) => {
    const ended = node.calls.opened(method, call)
    const serve = async (): Promise<void> => {
      const refusal = isOpen ? undefined : await node.admit(call.metadata, true)
      if (refusal !== undefined) throw refusal
      await node.thawed()
      const fate = (await fateOf(call.metadata)) ?? 'serve'
      if (fate === 'drop') return
      if (fate === 'cut') return node.cut()
      if (fate !== 'serve') throw fate.fail
      const response = answer(call.request)
      ended()
      respond(null, response)
    }
    serve().catch((thrown) => {
      ended()
      if (!call.cancelled) respond(toFailure(thrown))
    })
  }
