import type { Position } from '../../domain/kernel/recorded.js'

/** A place in $all and what stood there: only together do they say that the log is still the same. */
export interface Mark {
  readonly position: Position
  readonly id: string
}

/** What one process remembers of $all. Each memory is checked against the log before it is relied on. */
export interface Marks {
  /** The id of an event at which a page ended. */
  readonly idAt: (position: Position) => string | undefined
  readonly noteEnd: (mark: Mark) => void
  /** How far it was looked after a place without finding anything of the ledger's. */
  readonly lookedFurther: (after: Position | 'start') => Mark | undefined
  readonly noteLooked: (after: Position | 'start', as: Mark | undefined) => void
}

const MOST = 256

const bounded = <K, V>(): { readonly get: (key: K) => V | undefined; readonly set: (key: K, value: V | undefined) => void } => {
  const held = new Map<K, V>()
  return {
    get: (key) => held.get(key),
    set: (key, value) => {
      held.delete(key)
      if (value !== undefined) held.set(key, value)
      const [oldest] = held.keys()
      if (held.size > MOST && oldest !== undefined) held.delete(oldest)
    },
  }
}

export const makeMarks = (): Marks => {
  const ends = bounded<Position, string>()
  const looked = bounded<Position | 'start', Mark>()
  return {
    idAt: ends.get,
    noteEnd: ({ position, id }) => ends.set(position, id),
    lookedFurther: looked.get,
    noteLooked: looked.set,
  }
}
