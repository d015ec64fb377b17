import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { releases } from '../../examples/releases/index.js'
import { type FromFile, readCommandFile } from '../../src/adapters/cli/record/command-file.js'
import { sqlite } from '../../src/adapters/sqlite/index.js'
import { eventIdOf } from '../../src/adapters/system/identity.js'
import type { Ledger } from '../../src/ledger.js'
import { type Recorded, report, run } from '../acceptance/run.js'
import { right } from '../support/right.js'
import { cleanUp, freshFile } from '../support/stores.js'

cleanUp()

const fileOf = (id: string): string => new URL(`../../examples/releases/${id.toLowerCase()}.yaml`, import.meta.url).pathname
const fromFile = (id: string): ReadonlyArray<FromFile> => right(readCommandFile(readFileSync(fileOf(id), 'utf8')))

const withoutId = ({ commandId: _, ...context }: { readonly commandId?: string }): object => context

describe('the press releases as files', () => {
  it.each(releases)('$id says what its program says', ({ id, says }) => {
    const told = fromFile(id)
    // The one command that names an entry: here by its label, there by an id made from the program's own command ids.
    const briefing = told.find(({ label }) => label === 'briefing')?.context.commandId ?? ''
    const entry = eventIdOf(briefing, 'occasion-foreign-relations', 0)
    const said = says.map(({ command }) => (command.type === 'CiteEntry' ? { ...command, entry } : command))
    expect(told.map(({ command }) => command)).toStrictEqual(said)
    expect(told.map(({ context }) => withoutId(context))).toStrictEqual(says.map(({ context }) => withoutId(context)))
  })

  it.each(releases)('$id names its schema in its first line', ({ id }) => {
    expect(readFileSync(fileOf(id), 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/docs\/commands\.schema\.json\n/)
  })

  it('hold every fact when they are recorded from the files', async () => {
    const file = freshFile('from-files.db')
    const outcomes = await run(() => sqlite(file), undefined, recordFiles)
    expect(report(outcomes).lines.at(-1)).toBe('facts: 69/69, queries: 11/11')
  })
})

const recordFiles = async (ledger: Ledger): Promise<Recorded> => {
  const before = new Map<string, bigint>()
  const after = new Map<string, bigint>()
  const position = async (): Promise<bigint> => {
    const at = right(await ledger.position())
    return at === 'start' ? 0n : at
  }
  for (const { id } of releases) {
    before.set(id, await position())
    for (const { command, context } of fromFile(id)) right(await ledger.submit(command, context))
    after.set(id, await position())
  }
  return { before, after }
}
