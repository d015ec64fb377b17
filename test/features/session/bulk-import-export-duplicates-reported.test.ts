import { writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { sqlite } from '../../../src/adapters/sqlite/index.js'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { openLedger } from '../../../src/ledger.js'
import { programme } from '../../adapters/cli/screen.js'
import { right } from '../../support/right.js'
import { cleanUp, freshFile } from '../../support/stores.js'

cleanUp()

const officer = (n: number): LedgerCommand => ({
  type: 'RegisterPerson',
  person: `person-${n}`,
  names: [{ text: `Officer ${n}`, language: 'en' }],
})
const day = (occasion: `occasion-${string}`): LedgerCommand => ({
  type: 'RecordBriefing',
  occasion,
  kind: 'seminar',
  titles: [{ text: 'Day 1', language: 'en' }],
  on: { edtf: '2024-03-05' },
  mode: 'in person',
})

let store: ReadonlyArray<string>
beforeEach(async () => {
  const file = freshFile()
  store = ['--store', `sqlite:${file}`]
  const ledger = right(await openLedger(sqlite(file, { synchronous: 'NORMAL' })))
  for (const command of [officer(1), officer(2), officer(3), day('occasion-day-1')])
    right(await ledger.execute(command, { actor: 'clerk-7', mode: 'report', sources: [] }))
  right(await ledger.close())
})

const importing = async (text: string, ...options: ReadonlyArray<string>) => {
  const file = `${freshFile()}.csv`
  writeFileSync(file, text)
  return programme(['roll', file, '--occasion', 'occasion-day-1', ...options, ...store])
}

const rollOnRecord = async (): Promise<string> =>
  (await programme(['query', 'roll', '--occasion', 'occasion-day-1', '--format', 'csv', ...store])).out

const SHEET = `\
person,code,standing,note
person-1,attended,within the figure,
person-2,late,,"bus broke down, came at ten"
person-1,attended,within the figure,
,attended,,a visitor
person-3,no-show,,
`

describe('bulk import, export, duplicates reported', () => {
  it('reads a roll from CSV, and reports what it says twice or does not name', async () => {
    const { code, out, errors } = await importing(SHEET, '--taken-on', '2024-03-05')
    expect([code, errors]).toStrictEqual([0, []])
    expect(out).toBe(`\
3 marks recorded, 0 marks on record already.
Line 4 says again of person-1 what line 2 says: taken once.
Without a person, left out: 1 line (5). Guests are added one by one.`)
    const [names, ...lines] = (await rollOnRecord()).split('\n').map((line) => line.split(','))
    expect(names?.slice(0, 6)).toStrictEqual(['occasion', 'person', 'name', 'sign_up', 'code', 'status'])
    expect(lines.map((line) => `${line[1]} ${line[4]}`)).toStrictEqual(['person-1 attended', 'person-2 late', 'person-3 no-show'])
  })

  it('says in a dry run what it would come to, and records nothing', async () => {
    const { out } = await importing(SHEET, '--dry-run')
    expect(out.split('\n')[0]).toBe('3 marks would be recorded, 0 marks on record already.')
    expect((await rollOnRecord()).split('\n')).toHaveLength(1)
  })

  it('exports what can be read in again: nothing of it is news', async () => {
    await importing(SHEET)
    const exported = await rollOnRecord()
    const { code, out } = await importing(`${exported}\n`)
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('0 marks recorded, 3 marks on record already.')
    expect(await rollOnRecord()).toBe(exported)
  })

  it('tells every line that is wrong, and records nothing of the roll', async () => {
    const { code, errors } = await importing('person,code\nperson-1,\nSomeone,late\nperson-2,late\nperson-2,no-show\nperson-9,late\n')
    expect(code).toBe(2)
    expect(errors.map((line) => line.replace(/(an id): .*, not/, '$1, not'))).toStrictEqual([
      "FILE, line 2, code takes a status of the session's, not an empty cell.",
      'FILE, line 3, person takes an id, not "Someone".',
      'FILE, line 5, person takes what line 4 says, or somebody else, not "person-2".',
      'FILE, person takes people who are registered, not person-9.',
    ])
    expect((await rollOnRecord()).split('\n')).toHaveLength(1)
  })

  it('is refused as any command is, in a dry run too', async () => {
    await importing(SHEET)
    for (const options of [[], ['--dry-run']]) {
      const unknown = await importing('person,code\nperson-1,P\n', ...options)
      expect(unknown.code).toBe(1)
      expect(unknown.errors.join()).toMatch(/^The roll was refused, and nothing of it was recorded: unknown status/)
      const other = await importing('person,code\nperson-1,no-show\n', ...options)
      expect(other.errors.join()).toMatch(/already marked/)
    }
  })

  it('is told what it lacks: a file, an occasion on record, the columns', async () => {
    const { errors } = await programme(['roll', 'nowhere.csv', '--occasion', 'occasion-day-1', ...store])
    expect(errors).toStrictEqual(['FILE takes a file that can be read, not "nowhere.csv".'])
    expect((await importing('name\nSomeone\n')).errors).toStrictEqual([
      'FILE, line 1 takes a column "person", not name.',
      'FILE, line 1 takes a column "code", not name.',
    ])
    expect((await importing('person,code\n"person-1')).errors).toStrictEqual([
      'FILE, line 2 takes a closing quote, not the end of the file.',
    ])
  })
})
