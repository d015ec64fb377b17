import streams from '@eventstore/db-client/generated/streams_pb.js'
import { streamDeleted, thrownByHandler } from '../failures.js'
import { PAGE } from '../rules/entry.js'
import { readStreamPage } from '../rules/stream-page.js'
import { identifierOf, nameOf } from './names.js'
import type { Node } from './node.js'
import { signed } from './numbers.js'
import type { Outlet } from './outlet.js'
import { shown } from './recorded.js'

type Options = streams.ReadReq.Options

export const streamNotFound = (stream: string): streams.ReadResp =>
  new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)))

/** Where to start; nothing for the end. Revisions that are no signed numbers throw. */
export const revisionOf = (options: streams.ReadReq.Options.StreamOptions): bigint | undefined => {
  if (options.hasRevision()) return signed(options.getRevision())
  return options.hasStart() ? 0n : undefined
}

/** Lets writers in between two pages, as on the server. */
export const yieldTurn = (): Promise<void> => new Promise(setImmediate)

export const readStream = async (
  node: Node,
  options: Options,
  of: streams.ReadReq.Options.StreamOptions,
  outlet: Outlet,
): Promise<void> => {
  const stream = nameOf(of.getStreamIdentifier())
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS
  const resolvesLinks = options.getResolveLinks()
  let from = revisionOf(of)
  let left = signed(options.getCount())
  // No events at all, or the end as a place to read on from, are more than the server can take.
  if (left === 0n || (from === undefined && !backwards)) throw thrownByHandler()
  while (!outlet.isGone()) {
    const page = readStreamPage(node.database, stream, from, left < PAGE ? Number(left) : PAGE, backwards)
    if (page.is === 'deleted') throw streamDeleted(stream)
    if (page.is === 'not found') return outlet.send(streamNotFound(stream))
    for (const entry of page.entries) await outlet.send(shown(node.database, entry, resolvesLinks))
    left -= BigInt(page.entries.length)
    from = page.next
    if (page.isEnd || left <= 0n) return
    await yieldTurn()
  }
}
