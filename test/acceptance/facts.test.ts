import { beforeAll, describe, expect, it } from 'vitest'
import { sqlite } from '../../src/adapters/sqlite/index.js'
import { cleanUp, freshFile } from '../support/stores.js'
import { facts, type Outcome, queries, report, run } from './run.js'

cleanUp()

let outcomes: ReadonlyArray<Outcome> = []
beforeAll(async () => {
  const file = freshFile('facts.db')
  outcomes = await run(() => sqlite(file))
})

const outcomeOf = (id: string): Outcome | undefined => outcomes.find(({ fact }) => fact.id === id)

describe('the five press releases, recorded into a file', () => {
  it.each(facts)('$id: $query', ({ id, expected }) => {
    expect(outcomeOf(id)).toMatchObject({ answer: expected, failed: [] })
  })
})

describe('the questions over all five', () => {
  it.each(queries)('$id: $query', ({ id, expected }) => {
    expect(outcomeOf(id)).toMatchObject({ answer: expected, failed: [] })
  })
})

/** Facts whose answer is that nothing is known: it was so before the document, too. */
const SO_BEFORE: ReadonlySet<string> = new Set(['S2-09', 'S4-04'])

describe('before a document was recorded', () => {
  it.each(facts.filter(({ id }) => !SO_BEFORE.has(id)))('$id was not known', ({ id, expected }) => {
    expect(outcomeOf(id)?.before).not.toBe(expected)
  })
})

describe('the report', () => {
  it('counts 69 facts and 11 questions, each once', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(69)
    expect(new Set(queries.map(({ id }) => id)).size).toBe(11)
    expect(report(outcomes).lines.at(-1)).toBe('facts: 69/69, queries: 11/11')
  })

  it('shows a wrong expectation, and is then not all held', async () => {
    const file = freshFile('planted.db')
    const planted = facts
      .filter(({ id }) => id === 'S0-10' || id === 'S1-05')
      .map((fact) => (fact.id === 'S0-10' ? { ...fact, expected: '351' } : fact))
    const { lines, allHeld } = report(await run(() => sqlite(file), planted))
    expect(allHeld).toBe(false)
    expect(lines[0]).toBe(
      'S0-10 NOT HELD  attendance of the talk → expected 351; answer ≈350 and, besides, Mr John Lee (live, rebuilt, reopened, as known then, as published then)',
    )
    expect(lines[1]).toMatch(/^S1-05 held/)
    expect(lines.at(-1)).toBe('facts: 1/2, queries: 0/0')
  })
})
