import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Double, startDouble } from '../../support/eventstoredb/double.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { programme } from '../cli/screen.js'

// A ledger with sealed names moves to a server that holds the keys itself, and back: who is named stays named, who is erased stays erased.

cleanUp()

let double: Double
beforeAll(async () => {
  double = await startDouble()
})
afterAll(() => double.stop())

const head = `
document: { id: some-people, title: Some people }
context: { actor: clerk-7, mode: report, sources: [] }
commands:
`
const register = (n: number, name: string): string =>
  `  - { type: RegisterPerson, person: person-${n}, names: [{ text: ${name}, language: en }] }\n`
const erase = (n: number): string => `  - { type: ErasePersonalData, person: person-${n}, ground: asked }\n`

const record = async (store: string, ...commands: ReadonlyArray<string>): Promise<void> => {
  const file = freshFile('commands.yaml')
  writeFileSync(file, head + commands.join(''))
  expect(await programme(['record', file, '--store', store])).toMatchObject({ code: 0, errors: [] })
}

const copied = async (from: string, to: string): Promise<void> =>
  expect(await programme(['copy', '--from', from, '--to', to])).toMatchObject({ code: 0, errors: [] })

const names = async (store: string): Promise<ReadonlyArray<unknown>> => {
  const { out, errors } = await programme(['query', 'people', '--format', 'json', '--store', store])
  expect(errors).toStrictEqual([])
  const rows: ReadonlyArray<{ readonly person: string; readonly name: string }> = JSON.parse(out)
  return rows.map(({ person, name }) => [person, name])
}

describe('a ledger with keys of people', () => {
  it('moves from a file to a server and back, and an erasure goes along with it', async () => {
    const [source, server, back] = [`sqlite:${freshFile()}`, double.connectionString, `sqlite:${freshFile()}`]
    await record(source, register(1, 'Ms Chan'), register(2, 'Mr Example'), register(3, 'Ms Sample'), erase(2))
    const before = [
      ['person-1', 'Ms Chan'],
      ['person-2', '[erased]'],
      ['person-3', 'Ms Sample'],
    ]
    expect(await names(source)).toStrictEqual(before)
    await copied(source, server)
    await copied(server, back)
    expect(await names(server)).toStrictEqual(before)
    expect(await names(back)).toStrictEqual(before)

    await record(source, erase(3))
    await copied(source, server)
    await copied(server, back)
    const after = before.map(([person, name]) => [person, person === 'person-3' ? '[erased]' : name])
    expect(await names(server)).toStrictEqual(after)
    expect(await names(back)).toStrictEqual(after)
  })
})
