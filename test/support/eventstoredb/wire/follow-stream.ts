import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { streamDeleted } from '../failures.js'
import { PAGE, TOMBSTONE } from '../rules/entry.js'
import { readStreamPage } from '../rules/stream-page.js'
import { caughtUp, confirmation, refuseSlowness } from './follow.js'
import { nameOf } from './names.js'
import type { Node } from './node.js'
import type { Outlet } from './outlet.js'
import { revisionOf, yieldTurn } from './read-stream.js'
import { shown } from './recorded.js'

type Options = streams.ReadReq.Options

/** A subscription to a stream: what lies after the revision, and then what is written. */
export const followStream = async (
  node: Node,
  options: Options,
  of: streams.ReadReq.Options.StreamOptions,
  outlet: Outlet,
): Promise<void> => {
  const { database, version } = node
  const stream = nameOf(of.getStreamIdentifier())
  const resolvesLinks = options.getResolveLinks()
  const start = revisionOf(of)
  let next = of.hasStart() ? 0n : start === undefined ? database.lastRevision(stream) + 1n : start + 1n
  let isConfirmed = false
  let isLive = false
  const confirm = async (): Promise<void> => {
    if (!isConfirmed) await outlet.send(confirmation())
    isConfirmed = true
  }
  const goLive = async (): Promise<void> => {
    if (!isLive) await outlet.send(caughtUp())
    isLive = true
  }
  // From the end there is nothing to catch up with, whatever the stream is.
  if (start === undefined) {
    await confirm()
    await goLive()
  }
  while (!outlet.isGone()) {
    const changes = database.changes()
    const page = readStreamPage(database, stream, next, PAGE, false)
    if (page.is === 'deleted') {
      // One that is live sees the tombstone itself before it ends; one that is not is never confirmed.
      const mark = isLive ? database.entryAt(stream, TOMBSTONE) : undefined
      if (mark !== undefined) await outlet.send(shown(database, mark, resolvesLinks))
      throw streamDeleted(stream)
    }
    await confirm()
    if (page.is === 'page') {
      if (isLive) refuseSlowness(node, Number(database.lastRevision(stream) + 1n - next))
      for (const entry of page.entries) await outlet.send(shown(database, entry, resolvesLinks))
      next = page.next
      if (!page.isEnd) {
        await yieldTurn()
        continue
      }
      await goLive()
    } else if (version.catchesUpOnNothing) {
      await goLive()
    }
    await database.changedSince(changes, outlet.signal)
  }
}
