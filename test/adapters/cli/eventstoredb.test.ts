import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Double, startDouble } from '../../support/eventstoredb/double.js'
import { programme } from './screen.js'

const FILE = 'examples/releases/register.yaml'

describe('every command on a server', () => {
  let double: Double
  beforeAll(async () => {
    double = await startDouble()
  })
  afterAll(() => double.stop())
  const store = (): ReadonlyArray<string> => ['--store', double.connectionString]

  it.each([['query', 'agreements'], ['history', 'agreement-nag'], ['explain', 'agreements', 'agreement-nag'], ['rebuild']])(
    '%s makes no ledger where there is none',
    async (...args) => {
      const before = double.database().end()
      const { code, errors } = await programme([...args, ...store()])
      expect([code, errors]).toStrictEqual([
        1,
        [expect.stringMatching(/^There is no ledger at esdb:\/\/127\.0\.0\.1:\d+\?\*\*\*\. Name another with --store/)],
      ])
      expect(double.database().end()).toBe(before)
    },
  )

  it('record tries a file on an empty server without a trace, and then records it', async () => {
    const before = double.database().end()
    expect(await programme(['record', FILE, '--dry-run', ...store()])).toMatchObject({ code: 0, errors: [] })
    expect(double.database().end()).toBe(before)
    const { code, out } = await programme(['record', FILE, ...store()])
    expect([code, out.split('\n').at(-1)]).toStrictEqual([0, expect.stringMatching(/^\d+ recorded, 0 recorded before\.$/)])
    const again = await programme(['record', FILE, ...store()])
    expect(again.out.split('\n').at(-1)).toMatch(/^0 recorded, \d+ recorded before\.$/)
  })

  it('query, history, explain and rebuild answer from it, by the option or the variable', async () => {
    for (const args of [['query', 'organisations'], ['history', 'person-1'], ['explain', 'people', 'person-1'], ['rebuild']]) {
      const seen = await programme([...args, ...store()])
      expect([seen.code, seen.errors]).toStrictEqual([0, []])
      expect(await programme(args, { defaultStore: double.connectionString })).toMatchObject({ code: 0 })
    }
  })
})
