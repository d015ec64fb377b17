import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { KeyFault, KeyStore } from './key-store.js'
import type { CopyFaulted } from './same-events.js'

type Held = Uint8Array | 'destroyed'

const failed = (side: CopyFaulted['side'], fault: KeyFault): Either<CopyFaulted, never> => E.left({ _tag: 'CopyFaulted', side, fault })

const refused = (cause: string): Either<CopyFaulted, never> => failed('target', { _tag: 'LogUnavailable', cause })

const isSame = (a: Held, b: Held): boolean =>
  a === b || (a !== 'destroyed' && b !== 'destroyed' && a.length === b.length && a.every((byte, index) => byte === b[index]))

const intoNowhere = (keys: ReadonlyMap<string, Held>): Either<CopyFaulted, number> => {
  const living = [...keys.values()].filter((key) => key !== 'destroyed').length
  return living === 0
    ? E.right(0)
    : refused(
        `it keeps no keys of people, and what is sealed with the keys of ${living} of them could not be read there: give it a file for keys`,
      )
}

const take = async (target: KeyStore, person: string, key: Held): Promise<Either<CopyFaulted, void>> => {
  const kept = key === 'destroyed' ? E.map(() => key)(await target.destroy(person)()) : await target.keep(person, key)()
  if (E.isLeft(kept)) return failed('target', kept.left)
  if (isSame(key, kept.right)) return E.right(undefined)
  return refused(kept.right === 'destroyed' ? `it has destroyed the key of ${person}` : `it has another key of ${person}`)
}

/**
 * Brings the keys of people to another store, each as it is held now: one that is destroyed here is destroyed there. Answers how many people have,
 * or had, one. Refused where the target has another key of somebody, has destroyed it, or keeps none though there are some to keep.
 */
export const copyKeys = async (source: KeyStore | undefined, target: KeyStore | undefined): Promise<Either<CopyFaulted, number>> => {
  if (source === undefined) return E.right(0)
  const people = await source.people()
  if (E.isLeft(people)) return failed('source', people.left)
  const keys = await source.held(people.right)()
  if (E.isLeft(keys)) return failed('source', keys.left)
  if (target === undefined) return intoNowhere(keys.right)
  for (const [person, key] of keys.right) {
    const taken = await take(target, person, key)
    if (E.isLeft(taken)) return taken
  }
  return E.right(keys.right.size)
}
