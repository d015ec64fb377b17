import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyStore } from '../../src/domain/kernel/key-store.js'
import { right } from './right.js'

/** A store of keys to be tested, and how to get rid of it. */
export interface KeysUnderTest {
  readonly keys: KeyStore
  /** Closes it and opens what it kept; absent where it keeps nothing. */
  readonly reopen?: () => Promise<KeyStore>
  readonly dispose: () => Promise<void>
  /** People's ids begin so, where the store is shared with other runs. */
  readonly run?: string
}

const key = (n: number): Uint8Array => new Uint8Array(32).fill(n)

/** The promises of `KeyStore`, held by every implementation. */
export const keyStoreContract = (name: string, make: () => Promise<KeysUnderTest>): void => {
  describe(`${name} as a store of keys`, () => {
    let made: KeysUnderTest
    beforeEach(async () => {
      made = await make()
    })
    afterEach(() => made.dispose())
    const person = (n: number): string => `person-${made.run ?? ''}${n}`

    it('holds what was kept, and nothing of who has none', async () => {
      expect(right(await made.keys.keep(person(1), key(1))())).toStrictEqual(key(1))
      expect(right(await made.keys.held([person(1), person(2)])())).toStrictEqual(new Map([[person(1), key(1)]]))
      expect(right(await made.keys.held([])())).toStrictEqual(new Map())
    })

    it('lets the first key win, also where two come at once', async () => {
      const both = await Promise.all([made.keys.keep(person(1), key(1))(), made.keys.keep(person(1), key(2))()])
      const [first, second] = both.map(right)
      expect(first).toStrictEqual(second)
      expect(right(await made.keys.keep(person(1), key(3))())).toStrictEqual(first)
    })

    it('destroys for good: once destroyed, a key is given to nobody again', async () => {
      right(await made.keys.keep(person(1), key(1))())
      right(await made.keys.keep(person(2), key(2))())
      right(await made.keys.destroy(person(1))())
      right(await made.keys.destroy(person(1))())
      expect(right(await made.keys.keep(person(1), key(9))())).toBe('destroyed')
      expect(right(await made.keys.held([person(1), person(2)])())).toStrictEqual(
        new Map<string, unknown>([
          [person(1), 'destroyed'],
          [person(2), key(2)],
        ]),
      )
    })

    it('destroys what was never kept, so that it never will be', async () => {
      right(await made.keys.destroy(person(1))())
      expect(right(await made.keys.keep(person(1), key(1))())).toBe('destroyed')
    })

    it('is asked whether it may destroy, and destroys nothing by that', async () => {
      right(await made.keys.keep(person(1), key(1))())
      for (const one of [person(1), person(2)]) right((await made.keys.mayDestroy?.(one)()) ?? E.right(undefined))
      expect(right(await made.keys.held([person(1), person(2)])())).toStrictEqual(new Map([[person(1), key(1)]]))
      right(await made.keys.destroy(person(1))())
      right((await made.keys.mayDestroy?.(person(1))()) ?? E.right(undefined))
    })

    it('names everyone who has or had a key', async () => {
      right(await made.keys.keep(person(2), key(2))())
      right(await made.keys.keep(person(1), key(1))())
      right(await made.keys.destroy(person(2))())
      const known = right(await made.keys.people()).filter((one) => one.startsWith(`person-${made.run ?? ''}`))
      expect([...known].sort()).toStrictEqual([person(1), person(2)])
    })

    it('knows it all again after it was opened anew', async () => {
      right(await made.keys.keep(person(1), key(1))())
      right(await made.keys.destroy(person(2))())
      const keys = (await made.reopen?.()) ?? made.keys
      expect(right(await keys.held([person(1), person(2)])())).toStrictEqual(
        new Map<string, unknown>([
          [person(1), key(1)],
          [person(2), 'destroyed'],
        ]),
      )
    })
  })
}
