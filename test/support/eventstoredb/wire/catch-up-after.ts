import { readAllForwards } from '../rules/all-page.js'
import { PAGE } from '../rules/entry.js'
import type { AllStart } from './all-position.js'
import { checkpoint, type Following } from './follow.js'
import type { Node } from './node.js'
import { yieldTurn } from './read-stream.js'

/** The first position to look at: after the record at the start. From beyond the end a subscription goes live and skips what lies between. */
const firstAfter = ({ database }: Node, start: AllStart): bigint => {
  if (start.at === 'start') return 0n
  const end = database.end()
  if (start.at === 'end' || start.commit > end) return end
  return readAllForwards(database, start.commit, { count: 1 }).next
}

/** How servers up to 23.10 catch up: page by page, until the end; the position to go on from. */
export const catchUpAfter = async ({ node, sieve, outlet, send, isDue }: Following, start: AllStart): Promise<bigint> => {
  let next = firstAfter(node, start)
  while (!outlet.isGone()) {
    const page = readAllForwards(node.database, next, { ...sieve, count: PAGE })
    for (const entry of page.entries) await send(entry)
    const due = isDue(page.considered)
    if (page.isEnd) return page.next
    const last = page.entries.at(-1)?.position
    // The last match of the page; where there is none, the place where the page began, with no prepare position.
    if (due) await outlet.send(last === undefined ? checkpoint(next, 0n) : checkpoint(last, last))
    next = page.next
    await yieldTurn()
  }
  return next
}
