/** What is known of keys without asking the server again. */
export interface KnownKeys {
  readonly get: (person: string) => Uint8Array | 'destroyed' | undefined
  /** A key that is destroyed stays so, whatever an older answer says. */
  readonly note: (person: string, held: Uint8Array | 'destroyed') => void
  readonly forget: (person: string) => void
}

const MOST = 10_000
/** So long another process may have destroyed a key that is still known here. */
const KNOWN_FOR_MS = 60_000

/** Keys in memory: at most 10,000, of which the one looked up longest ago goes first; one that is alive is to be looked up again after a minute. */
export const knownKeys = (now: () => number = () => performance.now()): KnownKeys => {
  const known = new Map<string, { readonly held: Uint8Array | 'destroyed'; readonly since: number }>()

  const get: KnownKeys['get'] = (person) => {
    const entry = known.get(person)
    return entry === undefined || (entry.held !== 'destroyed' && now() - entry.since > KNOWN_FOR_MS) ? undefined : entry.held
  }

  const note: KnownKeys['note'] = (person, held) => {
    if (known.get(person)?.held === 'destroyed') return
    // A map keeps the order in which its entries came.
    known.delete(person)
    known.set(person, { held, since: now() })
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  }

  return { get, note, forget: (person) => void known.delete(person) }
}
