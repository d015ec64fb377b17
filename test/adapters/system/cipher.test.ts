import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemCipher } from '../../../src/adapters/system/cipher.js'

const { newKey, seal, open } = systemCipher

describe('a sealed text', () => {
  it('opens with its key at its place, whatever it says', () => {
    const key = newKey()
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => open(key, place, seal(key, place, text)) === text))
  })

  it('is another one each time, so that equal texts are not seen to be equal', () => {
    const key = newKey()
    expect(seal(key, 'here', 'a name')).not.toBe(seal(key, 'here', 'a name'))
  })

  it('does not open with another key, at another place, altered, or cut', () => {
    const key = newKey()
    const sealed = seal(key, 'here', 'a name')
    expect(open(newKey(), 'here', sealed)).toBeUndefined()
    expect(open(key, 'there', sealed)).toBeUndefined()
    for (const at of [0, 20, sealed.length - 2])
      expect(open(key, 'here', `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`)).toBeUndefined()
    expect(open(key, 'here', sealed.slice(0, 30))).toBeUndefined()
    expect(open(key, 'here', '')).toBeUndefined()
  })
})
