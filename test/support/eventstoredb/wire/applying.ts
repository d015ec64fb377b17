import type { Failure } from '../failures.js'
import type { AppendSeen } from '../faults.js'
import { append, type Written } from '../rules/writing.js'
import type { Node } from './node.js'

/** What an append comes to, with whatever fault a test has ordered. */
export type Applied =
  | Exclude<Written, { readonly is: 'silent' }>
  /** Nothing is said, ever. */
  | { readonly is: 'silent' }
  /** The call ends with OK and says nothing. */
  | { readonly is: 'ended' }
  | { readonly is: 'failed'; readonly failure: Failure }

/** Appending to the stream of no name is acknowledged, and then the server ends: its index cannot take the record. */
const KILLS = '$$'

const write = (node: Node, { stream, expected, events }: AppendSeen): Applied => {
  const written = append(node.database, stream, expected, events)
  if (stream === KILLS && written.is === 'written') node.die()
  return written
}

export const apply = async (node: Node, seen: AppendSeen): Promise<Applied> => {
  const life = node.life()
  const fate = (await node.faults.append?.(seen)) ?? 'serve'
  await node.thawed()
  if (node.life() !== life) return { is: 'silent' }
  switch (fate) {
    case 'serve':
      return write(node, seen)
    case 'drop':
      return { is: 'silent' }
    case 'apply-then-drop':
      write(node, seen)
      return { is: 'silent' }
    case 'cut':
      node.cut()
      return { is: 'silent' }
    case 'apply-then-cut':
      write(node, seen)
      node.cut()
      return { is: 'silent' }
    case 'end':
      return { is: 'ended' }
    case 'apply-then-end':
      write(node, seen)
      return { is: 'ended' }
  }
  if ('fail' in fate) return { is: 'failed', failure: fate.fail }
  if ('keepAsPhantom' in fate) {
    node.keepUnreplicated(seen.stream, seen.events)
    return { is: 'failed', failure: fate.keepAsPhantom }
  }
  const applied = write(node, seen)
  return applied.is === 'written' ? { is: 'failed', failure: fate.applyThenFail } : applied
}
