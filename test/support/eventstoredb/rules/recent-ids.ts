/** Where an event id was first written. */
export interface Place {
  readonly stream: string
  readonly revision: bigint
}

/**
 * The bounded memory of ids by which `any` and `stream_exists` recognize a repeat. It is keyed by the id alone and the first entry
 * wins, so an id that two streams hold is recognized in one of them only; a restart or a new leader starts with an empty one.
 */
export interface RecentIds {
  readonly find: (id: string) => Place | undefined
  readonly remember: (id: string, place: Place) => void
  readonly forget: () => void
}

export const recentIds = (limit: number): RecentIds => {
  const known = new Map<string, Place>()
  return {
    find: (id) => known.get(id),
    remember: (id, place) => {
      if (known.has(id)) return
      known.set(id, place)
      for (const oldest of known.keys()) {
        if (known.size <= limit) break
        known.delete(oldest)
      }
    },
    forget: () => known.clear(),
  }
}
