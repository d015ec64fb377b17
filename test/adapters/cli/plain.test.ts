import { describe, expect, it } from 'vitest'
import { fieldByField, inline } from '../../../src/adapters/cli/render/plain.js'

describe('recorded content', () => {
  it.each([
    [{ edtf: '2023-06-15', words: 'today (June 15)' }, '{edtf: 2023-06-15, words: today (June 15)}'],
    [['a, b', 'c: d', '', ' e', 'f ', 'true', '12', 'say "so"'], '["a, b", "c: d", "", " e", "f ", "true", "12", say "so"]'],
    [[true, 12, null, BigInt(3), [], {}], '[true, 12, null, 3, [], {}]'],
  ])('%# on one line', (value, line) => expect(inline(value)).toBe(line))

  it('has a line for each field, and what is long on lines of its own', () => {
    const content = {
      occasion: 'occasion-1',
      words: 'today: June 15, at noon',
      reason: '- not a list',
      themes: { items: ['the journey of the party, which united and led the people over many years', 'law'], open: true },
      roles: [{ role: 'host', person: 'person-1', capacities: [{ title: 'Executive Vice President in charge of daily operations' }] }],
    }
    expect(fieldByField(content)).toBe(`\
occasion: occasion-1
words: today: June 15, at noon
reason: "- not a list"
themes:
  items:
    - the journey of the party, which united and led the people over many years
    - law
  open: true
roles:
  - role: host
    person: person-1
    capacities: [{title: Executive Vice President in charge of daily operations}]`)
  })
})
