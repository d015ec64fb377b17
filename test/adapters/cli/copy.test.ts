import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { cleanUp, freshFile } from '../../support/stores.js'
import { sampleLedger } from './sample.js'
import { programme } from './screen.js'

const file = freshFile()
const source = `sqlite:${file}`
cleanUp()
beforeAll(() => sampleLedger(file))

const VERIFIED =
  'Verified: all 5 events in 3 streams have the same ids, the same order, the same content and the same instants of recording.'

describe('copy', () => {
  it('copies a ledger and says what it has verified; the copy answers as the ledger does', async () => {
    const target = `sqlite:${freshFile()}`
    const { code, out, errors } = await programme(['copy', '--from', source, '--to', target])
    expect([code, errors, out.split('\n')]).toStrictEqual([0, [], [`Copied 5 events from ${source} to ${target} in 0 ms.`, VERIFIED]])
    const asked = ['query', 'agreements', '--as-known-at', '2024-01-15T09:30:00Z', '--format', 'json', '--store']
    expect((await programme([...asked, target])).out).toBe((await programme([...asked, source])).out)
    const behind = ['explain', 'agreements', 'agreement-nag', '--format', 'json', '--store']
    expect((await programme([...behind, target])).out).toBe((await programme([...behind, source])).out)
  })

  it('run again says what lay there already', async () => {
    const target = `sqlite:${freshFile()}`
    await programme(['copy', '--from', source, '--to', target])
    const { code, out } = await programme(['copy', '--from', source, '--to', target])
    expect([code, out.split('\n')]).toStrictEqual([
      0,
      [`Copied 0 events from ${source} to ${target} in 0 ms; 5 events lay there already.`, VERIFIED],
    ])
  })

  it('takes the addresses from its variables', async () => {
    const target = `sqlite:${freshFile()}`
    expect(await programme(['copy'], { defaultStore: source, defaultTarget: target })).toMatchObject({ code: 0 })
  })

  it('draws how far it is on a terminal', async () => {
    const { drawn } = await programme(['copy', '--from', source, '--to', `sqlite:${freshFile()}`], { isTerminal: true })
    expect(drawn.map((line) => line.split(' ')[0])).toStrictEqual(['copying', 'verifying', ''])
  })

  it('does not write over another ledger', async () => {
    const other = freshFile()
    await sampleLedger(other)
    const { code, errors } = await programme(['copy', '--from', source, '--to', `sqlite:${other}`])
    expect(code).toBe(1)
    expect(errors).toStrictEqual([
      `The target, sqlite:${other}: The store cannot be used now: ${other} is kept under another key than the one given: it is another ledger. See that it is there, readable and not locked, then try again.`,
    ])
  })

  it('needs a ledger to copy, and makes none', async () => {
    const [absent, target] = [freshFile(), freshFile()]
    const { code, errors } = await programme(['copy', '--from', `sqlite:${absent}`, '--to', `sqlite:${target}`])
    expect([code, errors[0]]).toStrictEqual([1, expect.stringContaining(`There is no ledger at ${absent}.`)])
    expect([existsSync(absent), existsSync(target)]).toStrictEqual([false, false])
  })

  it('tells all that is wrong with its addresses, without what may be secret', async () => {
    expect(await programme(['copy', '--from', 'memory:'])).toMatchObject({
      code: 2,
      errors: [
        '--from takes sqlite:FILE or esdb://…, not "memory:".',
        '--to or PROGRAMME_LEDGER_COPY_TO is missing: it takes sqlite:FILE or esdb://….',
      ],
    })
    const { code, errors } = await programme(['copy', '--to', 'esdb://u:secret@:1'], { defaultStore: 'sqlite:' })
    expect(code).toBe(2)
    expect(errors[0]).toBe('PROGRAMME_LEDGER_STORE takes a path to a file of this machine after sqlite:, not "sqlite:".')
    expect(errors[1]).toMatch(/^--to takes an address of EventStoreDB \(.*\), not "esdb:\/\/\*\*\*"\.$/)
  })
})
