import { describe, expect, it } from 'vitest'
import { bar, percentOf } from '../../../src/adapters/cli/progress.js'
import { lasting } from '../../../src/adapters/cli/render/figures.js'

describe('a bar', () => {
  it.each([
    [{ events: 124_000, of: 200_000 }, 5_000, '[██████████████··········]  62 %  124,000 events  4 s left'],
    [{ events: 0, of: 10 }, 0, '[························]   0 %  0 events'],
    [{ events: 10, of: 10 }, 9_000, '[████████████████████████] 100 %  10 events'],
    [{ events: 12, of: 10 }, 9_000, '[████████████████████████] 100 %  12 events'],
    [{ events: 5_000 }, 100, '5,000 events'],
    [{ events: 0, of: 0 }, 100, '0 events'],
  ])('%j after %i ms', (done, elapsed, line) => expect(bar(done, elapsed)).toBe(line))

  it('says 100 % only when all is done', () => expect(percentOf({ events: 999_999, of: 1_000_000 })).toBe(99))
})

describe('a span of time', () => {
  it.each([
    [0, '0 ms'],
    [412.4, '412 ms'],
    [2_449, '2.4 s'],
    [12_400, '12 s'],
    [59_600, '1 min 0 s'],
    [185_000, '3 min 5 s'],
  ])('%i ms is %s', (ms, told) => expect(lasting(ms)).toBe(told))
})
