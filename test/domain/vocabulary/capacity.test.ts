import { describe, expect, it } from 'vitest'
import { isCapacity, parseCapacity } from '../../../src/domain/vocabulary/capacity.js'

describe('a capacity', () => {
  it.each([
    { title: 'Secretary for the Civil Service' },
    { title: 'Director General', of: 'organisation-hkmao-guangdong' },
    { title: 'Executive Vice President in charge of daily operations', of: 'organisation-nag', post: 'post-nag-evp' },
  ])('accepts %j', (capacity) => {
    expect(parseCapacity(capacity)).toEqual({ _tag: 'Right', right: capacity })
  })

  it.each([
    [{}, 'title'],
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(301) }, 'title'],
    [{ title: 'a\nb' }, 'title'],
    [{ title: 'Commissioner', of: 'person-1' }, 'of'],
    [{ title: 'Commissioner', of: 'organisation-' }, 'of'],
    [{ title: 'Commissioner', post: 'organisation-ocmfa' }, 'post'],
    [{ title: 'Commissioner', post: undefined }, 'post'],
    [{ title: 'Commissioner', person: 'person-1' }, 'person'],
    ['Commissioner', ''],
    [[], ''],
    [null, ''],
  ])('refuses %j, naming the place', (value, path) => {
    expect(isCapacity(value)).toBe(false)
    expect(parseCapacity(value)).toMatchObject({ _tag: 'Left', left: { path } })
  })
})
