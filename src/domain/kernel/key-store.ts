import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LogDamaged, LogUnavailable } from './event-log.js'

/** What a store holds of somebody's key: the key, that it was destroyed, or nothing. */
export type KeyHeld = Uint8Array | 'destroyed' | undefined

/** What can go wrong with the store of keys: as with the log, it cannot be reached, or is not what was written. */
export type KeyFault = LogUnavailable | LogDamaged

/**
 * The keys under which what is personal in events is sealed, one for each person, apart from the log. A key that is destroyed is gone for good:
 * what was sealed with it can never be read again, while every event stays as it was written. One contract suite holds every implementation to it.
 */
export interface KeyStore {
  /** The keys of people. Who has none is absent from the answer. */
  readonly held: (people: ReadonlyArray<string>) => TaskEither<KeyFault, ReadonlyMap<string, Uint8Array | 'destroyed'>>
  /** Keeps a key (32 bytes) for somebody who has none, and answers with what is held then: what was there before wins, a destroyed one too. */
  readonly keep: (person: string, key: Uint8Array) => TaskEither<KeyFault, Uint8Array | 'destroyed'>
  /** Whether a key could be destroyed now: a fault says what stands against it, before an erasure is recorded that could not be kept. Absent where nothing ever does. */
  readonly mayDestroy?: (person: string) => TaskEither<KeyFault, void>
  /** Destroys a key, so that no copy of it is left in the store; nobody gets another one afterwards. Done again, it changes nothing. */
  readonly destroy: (person: string) => TaskEither<KeyFault, void>
  /** Everyone who has, or had, a key: for moving a ledger to another store. */
  readonly people: TaskEither<KeyFault, ReadonlyArray<string>>
}

/** How a text is sealed, so that only who has the key can read it, and only where it was put. */
export interface Cipher {
  /** A new random key of 32 bytes. */
  readonly newKey: () => Uint8Array
  /** Seals a text; `place` must be given again to open it, so that it cannot be moved elsewhere. */
  readonly seal: (key: Uint8Array, place: string, text: string) => string
  /** The text; undefined where the key or the place is another one, or it was altered. */
  readonly open: (key: Uint8Array, place: string, sealed: string) => string | undefined
}
