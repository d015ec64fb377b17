import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, and, not, or } from '../../../src/domain/vocabulary/answer.js'

const answer = fc.constantFrom<Answer>('yes', 'no', 'cannot tell')

describe('and', () => {
  it.each<[Answer, Answer, Answer]>([
    ['yes', 'yes', 'yes'],
    ['yes', 'no', 'no'],
    ['yes', 'cannot tell', 'cannot tell'],
    ['no', 'no', 'no'],
    ['no', 'cannot tell', 'no'],
    ['cannot tell', 'cannot tell', 'cannot tell'],
  ])('%s and %s is %s, either way round', (a, b, both) => {
    expect(and(a, b)).toBe(both)
    expect(and(b, a)).toBe(both)
  })
})

describe('or and not', () => {
  it('follow from and, by De Morgan', () => {
    fc.assert(fc.property(answer, answer, (a, b) => or(a, b) === not(and(not(a), not(b)))))
  })

  it('not twice changes nothing', () => {
    fc.assert(fc.property(answer, (a) => not(not(a)) === a))
  })

  it('neither rules out nor affirms what cannot be told', () => {
    expect(or('cannot tell', not('cannot tell'))).toBe('cannot tell')
  })

  it('are associative', () => {
    fc.assert(
      fc.property(answer, answer, answer, (a, b, c) => or(or(a, b), c) === or(a, or(b, c)) && and(and(a, b), c) === and(a, and(b, c))),
    )
  })
})
