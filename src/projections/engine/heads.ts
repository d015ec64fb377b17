import type { StreamName } from '../../domain/kernel/decider.js'
import type { Revision, StoredEvent } from '../../domain/kernel/recorded.js'
import type { ProjectionFault } from './projection.js'

/** The last revision seen of each stream: an event that does not follow on its predecessor is a gap, and nothing is folded over a gap. */
export class Heads {
  // Numbers, since a rebuild adds one to them for every event; a stream never comes near 2^53.
  readonly #seen: Map<StreamName, number>

  constructor(known: ReadonlyMap<StreamName, Revision>) {
    this.#seen = new Map([...known].map(([stream, revision]) => [stream, Number(revision)]))
  }

  /** Takes one event in, or says which revision is missing before it. */
  take({ stream, revision, position }: StoredEvent): ProjectionFault | undefined {
    const before = this.#seen.get(stream)
    const expected = before === undefined ? 0 : before + 1
    if (Number(revision) !== expected) return { _tag: 'RevisionGap', stream, expected: BigInt(expected), found: revision, position }
    this.#seen.set(stream, expected)
    return undefined
  }

  get seen(): ReadonlyMap<StreamName, Revision> {
    return new Map([...this.#seen].map(([stream, revision]) => [stream, BigInt(revision)]))
  }
}
