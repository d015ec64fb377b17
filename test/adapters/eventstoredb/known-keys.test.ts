import { describe, expect, it } from 'vitest'
import { knownKeys } from '../../../src/adapters/eventstoredb/known-keys.js'

const key = new Uint8Array(32).fill(7)

describe('keys that are known without asking the server', () => {
  it('are to be looked up again after a minute, since another process may have destroyed them; a destroyed one never', () => {
    let now = 0
    const known = knownKeys(() => now)
    known.note('person-1', key)
    known.note('person-2', 'destroyed')
    now = 60_000
    expect(known.get('person-1')).toBe(key)
    now = 60_001
    expect(known.get('person-1')).toBeUndefined()
    expect(known.get('person-2')).toBe('destroyed')
  })

  it('are at most ten thousand: the one looked up longest ago goes first', () => {
    const known = knownKeys()
    for (let n = 0; n < 10_000; n++) known.note(`person-${n}`, key)
    known.note('person-0', key)
    known.note('person-10000', key)
    expect(known.get('person-1')).toBeUndefined()
    for (const there of ['person-0', 'person-2', 'person-10000']) expect(known.get(there)).toBe(key)
  })

  it('are not brought back by an older answer once destroyed', () => {
    const known = knownKeys()
    known.note('person-1', 'destroyed')
    known.note('person-1', key)
    expect(known.get('person-1')).toBe('destroyed')
  })
})
