import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { isPlain, listOf, oneOf, shape, tagged } from '../../../src/domain/vocabulary/plain.js'

describe('a plain object', () => {
  it('is one from JSON, one without a prototype, and one of another realm', () => {
    expect([{}, Object.create(null), JSON.parse('{}'), runInNewContext('({})')].map(isPlain)).toEqual([true, true, true, true])
  })

  it.each([[[]], [new Date(0)], [new Map()], [/x/], [Object('x')], [null], ['{}'], [() => ({})]])('is not %o', (value) => {
    expect(isPlain(value)).toBe(false)
  })
})

describe('a shape', () => {
  const door = shape('a door', { state: oneOf('open', 'shut') }, { locks: listOf(oneOf('old', 'new')) })

  it('finds the place of a fault through lists', () => {
    expect(door.fault({ state: 'shut', locks: ['old', 'lost'] })).toEqual({
      _tag: 'Invalid',
      path: 'locks[1]',
      expected: 'one of: old, new',
      given: '"lost"',
    })
  })

  it('does not take a method of every object for a field', () => {
    expect(door.is({ state: 'open', toString: 'x' })).toBe(false)
    expect(door.is({ state: 'open', hasOwnProperty: undefined })).toBe(false)
  })

  it('told apart by a key asks only the shape named', () => {
    const opening = tagged('state', 'an opening', { open: shape('an open door', { state: oneOf('open') }) })
    expect([opening.is({ state: 'open' }), opening.is({ state: 'shut' }), opening.is('open')]).toEqual([true, false, false])
    expect(opening.fault({ state: 'shut' })).toMatchObject({ path: 'state', expected: 'one of: open' })
  })
})
