import { readAllForwards } from '../rules/all-page.js'
import { PAGE } from '../rules/entry.js'
import type { AllStart } from './all-position.js'
import { checkpoint, type Following } from './follow.js'
import type { Node } from './node.js'
import { yieldTurn } from './read-stream.js'

interface Point {
  readonly commit: bigint
  readonly prepare: bigint
}

/** Before everything; goes out as 2^64-1, which is the end as well. */
const NOWHERE: Point = { commit: -1n, prepare: -1n }

const isAfter = (one: Point, other: Point): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare)

const lastOf = ({ database }: Node): Point => {
  const position = database.entries().at(-1)?.position ?? 0n
  return { commit: position, prepare: position }
}

const pointOf = (node: Node, start: AllStart): Point => {
  if (start.at === 'start') return NOWHERE
  return start.at === 'end' ? lastOf(node) : start
}

/** How servers from 24.2 on catch up: from the checkpoint itself, leaving out what lies up to it; the position to go on from. */
export const catchUpFrom = async ({ node, sieve, outlet, send, isDue }: Following, start: AllStart): Promise<bigint> => {
  let reached = pointOf(node, start)
  // One that is not before the last record is live at once, and hears nothing until the log has passed it.
  if (!isAfter(lastOf(node), reached)) return reached.commit + 1n
  let told: Point | undefined
  const tell = async (): Promise<void> => {
    const isKnown = told !== undefined && !isAfter(reached, told)
    const isHeldBack = reached === NOWHERE && !node.version.checkpointsNowhere
    if (!sieve.isFiltered || isKnown || isHeldBack) return
    told = reached
    await outlet.send(checkpoint(reached.commit, reached.prepare))
  }
  let page: Point = reached === NOWHERE ? { commit: 0n, prepare: 0n } : reached
  while (!outlet.isGone()) {
    const { entries, considered, isEnd, next } = readAllForwards(node.database, page.commit, { ...sieve, count: PAGE })
    for (const entry of entries) {
      const at = { commit: entry.position, prepare: entry.position }
      if (!isAfter(at, reached)) continue
      await send(entry)
      reached = at
    }
    const due = isDue(considered)
    if (isEnd) {
      await tell()
      return next
    }
    if (due) {
      if (isAfter(page, reached)) reached = page
      await tell()
    }
    page = { commit: next, prepare: 0n }
    await yieldTurn()
  }
  return page.commit
}
