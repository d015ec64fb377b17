import { describe, expect, it } from 'vitest'
import { memoryKeys } from '../../../src/adapters/memory/key-store.js'
import { copyKeys } from '../../../src/domain/kernel/copy-keys.js'
import { left, right } from '../../support/right.js'

const key = (n: number): Uint8Array => new Uint8Array(32).fill(n)

const some = async () => {
  const keys = memoryKeys()
  right(await keys.keep('person-1', key(1))())
  right(await keys.keep('person-2', key(2))())
  right(await keys.destroy('person-2')())
  return keys
}

describe('copying the keys of people', () => {
  it('brings every key, and destroys there what is destroyed here; again, it changes nothing', async () => {
    const [from, to] = [await some(), memoryKeys()]
    right(await to.keep('person-2', key(2))())
    for (let time = 0; time < 2; time += 1) {
      expect(right(await copyKeys(from, to))).toBe(2)
      expect(right(await to.held(['person-1', 'person-2'])())).toStrictEqual(
        new Map<string, unknown>([
          ['person-1', key(1)],
          ['person-2', 'destroyed'],
        ]),
      )
    }
  })

  it('is refused where the target has another key of somebody, or destroyed it', async () => {
    const other = memoryKeys()
    right(await other.keep('person-1', key(7))())
    expect(left(await copyKeys(await some(), other))).toMatchObject({
      side: 'target',
      fault: { cause: expect.stringContaining('another key of person-1') },
    })
    const erased = memoryKeys()
    right(await erased.destroy('person-1')())
    expect(left(await copyKeys(await some(), erased))).toMatchObject({ side: 'target' })
  })

  it('is refused where the target keeps no keys, unless there are none to keep', async () => {
    expect(left(await copyKeys(await some(), undefined))).toMatchObject({
      side: 'target',
      fault: { cause: expect.stringContaining('keeps no keys') },
    })
    expect(right(await copyKeys(memoryKeys(), undefined))).toBe(0)
    expect(right(await copyKeys(undefined, memoryKeys()))).toBe(0)
  })
})
