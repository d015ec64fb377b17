import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startDouble } from '../../support/eventstoredb/double.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { programme } from './screen.js'

cleanUp()

const PERSON = `
document: { id: one-person, title: One person }
context: { actor: clerk-7, mode: report, sources: [] }
commands:
  - { type: RegisterPerson, person: person-1, names: [{ text: Ms Chan, language: en }] }
`

const aLedgerWithAPerson = async (): Promise<string> => {
  const [file, commands] = [freshFile(), freshFile('person.yaml')]
  writeFileSync(commands, PERSON)
  const { code, errors } = await programme(['record', commands, '--store', `sqlite:${file}`])
  expect([code, errors]).toStrictEqual([0, []])
  return `sqlite:${file}`
}

const named = async (store: string, keysFile?: string): Promise<unknown> => {
  const seen = await programme(['query', 'people', '--format', 'json', '--store', store], keysFile === undefined ? {} : { keysFile })
  expect(seen.errors).toStrictEqual([])
  return JSON.parse(seen.out)
}

describe('a ledger with the names of people', () => {
  const places: ReadonlyArray<readonly [where: string, keysFile: () => string | undefined]> = [
    ['on the server', () => undefined],
    ['in a file', () => freshFile('people.keys')],
  ]
  it.each(places)('moves to a server and back, and the keys of its people with it: %s', async (_, place) => {
    const source = await aLedgerWithAPerson()
    const double = await startDouble()
    try {
      const [keysFile, back] = [place(), `sqlite:${freshFile()}`]
      const server = double.connectionString
      const apart = keysFile === undefined ? {} : { keysFile }
      expect(await programme(['copy', '--from', source, '--to', server], apart)).toMatchObject({ code: 0, errors: [] })
      const before = await named(source)
      expect(JSON.stringify(before)).toContain('Ms Chan')
      expect(await named(server, keysFile)).toStrictEqual(before)
      expect(await programme(['copy', '--from', server, '--to', back], apart)).toMatchObject({ code: 0, errors: [] })
      expect(await named(back)).toStrictEqual(before)
    } finally {
      await double.stop()
    }
  })

  it('opens nothing on a server whose file of keys is not where it is said to be', async () => {
    const double = await startDouble()
    try {
      const [absent, keysFile] = [freshFile('people.keys'), freshFile('other.keys')]
      await programme(['copy', '--from', await aLedgerWithAPerson(), '--to', double.connectionString, '--keys', keysFile])
      expect(await programme(['query', 'people', '--store', double.connectionString, '--keys', absent])).toMatchObject({
        code: 1,
        errors: [expect.stringContaining(`there is no file of keys at ${absent}`)],
      })
    } finally {
      await double.stop()
    }
  })
})
