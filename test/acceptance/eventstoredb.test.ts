import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventStoreDb } from '../../src/adapters/eventstoredb/index.js'
import { type Double, startDouble } from '../support/eventstoredb/double.js'
import { type Outcome, report, run } from './run.js'

// The five press releases once more, on a server: the test double, or the real one that PROGRAMME_LEDGER_EVENTSTOREDB_EMPTY names. That one must
// hold no ledger yet: what the releases say would be said twice.

const real = process.env.PROGRAMME_LEDGER_EVENTSTOREDB_EMPTY

let double: Double | undefined
let outcomes: ReadonlyArray<Outcome> = []

beforeAll(async () => {
  if (!real) double = await startDouble()
  const address = real || (double?.connectionString ?? '')
  outcomes = await run(() => eventStoreDb(address))
  // Three nodes on one small machine need minutes, the double seconds.
}, 300_000)
afterAll(() => double?.stop())

describe('the five press releases, recorded on a server', () => {
  it('answer every question as they do in a file', () => {
    const { lines, allHeld } = report(outcomes)
    expect(lines.filter((line) => line.includes('NOT HELD'))).toStrictEqual([])
    expect(allHeld).toBe(true)
    expect(outcomes.length).toBe(80)
  })

  it('leave no call open behind them', async () => {
    await double?.calls.allClosed()
  })
})
