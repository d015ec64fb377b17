import streams from '@eventstore/db-client/generated/streams_pb.js'
import { readAllBackwards, readAllForwards } from '../rules/all-page.js'
import { PAGE } from '../rules/entry.js'
import { refuseMisaligned, sieveOf, startOf } from './all-position.js'
import type { Node } from './node.js'
import { signed } from './numbers.js'
import type { Outlet } from './outlet.js'
import { yieldTurn } from './read-stream.js'
import { shown } from './recorded.js'

type Options = streams.ReadReq.Options

export const readAll = async (node: Node, options: Options, all: streams.ReadReq.Options.AllOptions, outlet: Outlet): Promise<void> => {
  const { database, version } = node
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS
  const resolvesLinks = options.getResolveLinks()
  const sieve = sieveOf(options, PAGE)
  const start = startOf(all)
  if (start.at === 'position') refuseMisaligned(database, version, start.commit, true)
  const wanted = signed(options.getCount())
  let left = wanted
  let from = start.at === 'position' ? start.commit : start.at === 'start' ? 0n : database.end()
  const read = backwards ? readAllBackwards : readAllForwards
  while (!outlet.isGone()) {
    const page = read(database, from, { ...sieve, count: left < PAGE ? Number(left) : PAGE })
    for (const entry of page.entries) await outlet.send(shown(database, entry, resolvesLinks))
    left -= BigInt(page.entries.length)
    from = page.next
    // Asked for no events at all, the server goes on for ever: pages of nothing never reach an end.
    if (wanted > 0n && (page.isEnd || left <= 0n)) return
    await yieldTurn()
  }
}
