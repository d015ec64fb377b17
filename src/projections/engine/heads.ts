import type { StreamName } from '../../domain/kernel/decider.js'
import type { Revision, StoredEvent } from '../../domain/kernel/recorded.js'
import type { ProjectionFault } from './projection.js'

/** The last revision seen of each stream: an event that does not follow on its predecessor is a gap, and nothing is folded over a gap. */
export class Heads {
  readonly #seen: Map<StreamName, Revision>

  constructor(known: ReadonlyMap<StreamName, Revision>) {
    this.#seen = new Map(known)
  }

  /** Takes one event in, or says which revision is missing before it. */
  take({ stream, revision, position }: StoredEvent): ProjectionFault | undefined {
    const before = this.#seen.get(stream)
    const expected = before === undefined ? 0n : before + 1n
    if (revision !== expected) return { _tag: 'RevisionGap', stream, expected, found: revision, position }
    this.#seen.set(stream, revision)
    return undefined
  }

  get seen(): ReadonlyMap<StreamName, Revision> {
    return this.#seen
  }
}
