import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { readAllForwards } from '../rules/all-page.js'
import { type Entry, PAGE } from '../rules/entry.js'
import { type AllStart, refuseMisaligned, type Sieve, sieveOf, startOf } from './all-position.js'
import { catchUpAfter } from './catch-up-after.js'
import { catchUpFrom } from './catch-up-from.js'
import { caughtUp, checkpoint, confirmation, type Following, refuseSlowness } from './follow.js'
import type { Node } from './node.js'
import type { Outlet } from './outlet.js'
import { shown } from './recorded.js'

type Options = streams.ReadReq.Options

const dueEvery = ({ isFiltered, interval }: Sieve): Following['isDue'] => {
  let counter = 0
  return (considered) => {
    counter += considered
    if (!isFiltered || counter < interval) return false
    counter %= interval
    return true
  }
}

const live = async ({ node, sieve, outlet, send, isDue }: Following, from: bigint): Promise<void> => {
  const { database } = node
  let next = from
  await outlet.send(caughtUp())
  while (!outlet.isGone()) {
    const changes = database.changes()
    refuseSlowness(node, database.entries().length - database.indexAt(next))
    const page = readAllForwards(database, next, { ...sieve, count: 1, window: 1 })
    for (const entry of page.entries) await send(entry)
    const at = page.considered > 0 ? page.lastConsidered?.position : undefined
    if (at !== undefined && isDue(page.considered)) await outlet.send(checkpoint(at, at))
    next = page.next
    if (page.isEnd) await database.changedSince(changes, outlet.signal)
  }
}

/** From the record after the position, up to 23.10. */
const older = async (following: Following, start: AllStart): Promise<void> => {
  const { node, outlet } = following
  const { database, version } = node
  if (start.at === 'position') refuseMisaligned(database, version, start.commit, false)
  await outlet.send(confirmation())
  await live(following, await catchUpAfter(following, start))
}

/** From the position itself, from 24.2 on: refused only after it was confirmed. */
const newer = async (following: Following, start: AllStart): Promise<void> => {
  const { node, outlet, sieve } = following
  const { database, version } = node
  await outlet.send(confirmation())
  if (start.at === 'position') refuseMisaligned(database, version, start.commit, false)
  const next = await catchUpFrom(following, start)
  await live({ ...following, isDue: dueEvery(sieve) }, next)
}

/** A subscription to $all: what lies after the position, and then what is written. */
export const followAll = (node: Node, options: Options, all: streams.ReadReq.Options.AllOptions, outlet: Outlet): Promise<void> => {
  const resolvesLinks = options.getResolveLinks()
  const sieve = sieveOf(options, PAGE)
  const send = (entry: Entry): Promise<void> => outlet.send(shown(node.database, entry, resolvesLinks))
  const following = { node, sieve, outlet, send, isDue: dueEvery(sieve) }
  return node.version.readsFromCheckpoint ? newer(following, startOf(all)) : older(following, startOf(all))
}
