import * as E from 'fp-ts/lib/Either.js'
import type { KeyStore } from '../../domain/kernel/key-store.js'

/** Keys of people that are gone with the process. */
export const memoryKeys = (): KeyStore => {
  const keys = new Map<string, Uint8Array | 'destroyed'>()
  return {
    held: (people) => async () =>
      E.right(
        new Map(
          people.flatMap((person) => {
            const key = keys.get(person)
            return key === undefined ? [] : [[person, key] as const]
          }),
        ),
      ),
    keep: (person, key) => async () => {
      const held = keys.get(person) ?? key
      keys.set(person, held)
      return E.right(held)
    },
    destroy: (person) => async () => {
      keys.set(person, 'destroyed')
      return E.right(undefined)
    },
    people: async () => E.right([...keys.keys()]),
  }
}
