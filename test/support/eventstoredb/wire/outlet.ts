import { once } from 'node:events'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerWritableStream } from '@grpc/grpc-js'
import { type Failure, toFailure } from '../failures.js'
import type { ReadFate } from '../faults.js'
import type { Node } from './node.js'

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>

/** Where a read writes to: with back-pressure, and with the fate that a test gives the read. */
export interface Outlet {
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal
  readonly isGone: () => boolean
  /** Settles when the client has gone. */
  readonly gone: () => Promise<void>
  /** Settles when the client has room for more. An event counts towards the fate of the read. */
  readonly send: (response: streams.ReadResp) => Promise<void>
  readonly end: () => void
  readonly fail: (thrown: unknown) => void
}

type Turn = 'drop' | 'end' | 'cut' | { readonly fail: Failure }

/** How many events are sent before the read takes its turn for the worse. */
const plan = (fate: ReadFate): { readonly left: number; readonly turn: Turn } => {
  if (fate === 'serve') return { left: Number.POSITIVE_INFINITY, turn: 'drop' }
  return typeof fate === 'object' && 'after' in fate ? { left: fate.after, turn: fate.then } : { left: 0, turn: fate }
}

export const outletOf = (node: Node, call: ReadCall, fate: ReadFate, ended: () => void): Outlet => {
  const leaving = new AbortController()
  const { turn, left: budget } = plan(fate)
  let left = budget
  const close = (): void => {
    ended()
    leaving.abort()
  }
  call.once('cancelled', close)
  call.once('close', close)
  call.on('error', () => undefined)

  const gone = async (): Promise<void> => {
    if (!leaving.signal.aborted) await once(leaving.signal, 'abort')
  }
  const isGone = (): boolean => leaving.signal.aborted || call.cancelled || call.writableEnded
  const end = (): void => {
    if (!isGone()) call.end()
    close()
  }
  const fail = (thrown: unknown): void => {
    if (!isGone()) call.emit('error', toFailure(thrown))
    close()
  }
  const takeTurn = async (): Promise<void> => {
    if (turn === 'end') return end()
    if (turn === 'cut') return node.cut()
    if (turn !== 'drop') return fail(turn.fail)
    return gone()
  }
  return {
    signal: leaving.signal,
    isGone,
    gone,
    end,
    fail,
    send: async (response) => {
      await node.thawed()
      if (left <= 0) await takeTurn()
      if (isGone()) return
      if (!call.write(response)) await once(call, 'drain', { signal: leaving.signal }).catch(() => undefined)
      if (!response.hasEvent()) return
      left -= 1
      if (left <= 0) await takeTurn()
    },
  }
}
