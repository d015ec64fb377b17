import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sqlite } from '../../../src/adapters/sqlite/index.js'
import type { OpenStore } from '../../../src/projections/engine/store.js'
import { right } from '../../support/right.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { programme } from './screen.js'

cleanUp()

const HEAD = 'document: { id: d1 }\ncontext: { actor: records-office, mode: report, sources: [] }\ncommands:\n'

const PROGRAMME = `\
  - type: RegisterProgramme
    id: exchange
    programme: programme-exchange
    names: [{ text: Exchange, language: en }]
    kind: staff exchange
`
const BATCH = `\
  - type: OpenBatch
    batch: batch-1
    programme: programme-exchange
    ordinal: 1
`

interface Written {
  readonly file: string
  readonly store: ReadonlyArray<string>
  readonly db: string
}

const written = (text: string, name = 'said.yaml'): Written => {
  const file = freshFile(name)
  writeFileSync(file, text)
  const db = join(dirname(file), 'ledger.db')
  return { file, db, store: ['--store', `sqlite:${db}`] }
}

const record = ({ file, store }: Written, ...more: ReadonlyArray<string>) => programme(['record', file, ...store, ...more])

/** What was recorded, in order, but for when: the same for the same history. */
const heldIn = async (open: OpenStore): Promise<ReadonlyArray<unknown>> => {
  const { log } = right(await open())
  const { events } = right(await log.readAll({ after: 'start', limit: 10_000 })())
  right(await log.close())
  return events.map(({ recordedAt: _, metadata, ...rest }) => {
    const { commandDigest: _digest, ...said } = JSON.parse(metadata)
    return { ...rest, said }
  })
}

describe('record', () => {
  it('puts a file on record, and tells each command and what came of it', async () => {
    expect((await record(written(HEAD + PROGRAMME + BATCH))).out).toBe(`\
line  command            label     outcome   stream
────  ─────────────────  ────────  ────────  ──────────────────
   4  RegisterProgramme  exchange  recorded  programme-exchange
   9  OpenBatch                    recorded  batch-1

2 rows
2 recorded, 0 recorded before.`)
  })

  it('changes nothing when it is run again, under any name, with its lines in another order of names', async () => {
    const first = written(HEAD + PROGRAMME + BATCH)
    await record(first)
    const before = await heldIn(sqlite(first.db))
    const moved = {
      ...written(`${HEAD}\n# moved\n${BATCH.replace('    batch: batch-1\n', '')}    batch: batch-1\n${PROGRAMME}`, 'other.yaml'),
    }
    const { code, out } = await record({ ...moved, store: first.store })
    expect(code).toBe(0)
    expect(out).toContain('0 recorded, 2 recorded before.')
    expect(await heldIn(sqlite(first.db))).toStrictEqual(before)
  })

  it('reads JSON as well, and answers in it', async () => {
    const json = JSON.stringify(
      {
        context: { actor: 'records-office', mode: 'report', sources: [] },
        commands: [
          { type: 'RegisterOrganisation', organisation: 'organisation-un', kind: 'group', names: [{ text: 'UN', language: 'en' }] },
        ],
      },
      undefined,
      '\t',
    )
    const { out } = await record(written(json, 'said.json'), '--format', 'json')
    expect(JSON.parse(out)).toMatchObject([{ line: 8, command: 'RegisterOrganisation', outcome: 'recorded', stream: 'organisation-un' }])
  })

  it('tries everything and writes nothing on a dry run', async () => {
    const one = written(HEAD + PROGRAMME + BATCH)
    const { code, out } = await record(one, '--dry-run')
    expect([code, existsSync(one.db)]).toStrictEqual([0, false])
    expect(out).toContain('2 would be recorded, 0 recorded before.')
  })

  it('names an entry by the label of the command that recorded it', async () => {
    const one = written(
      `${HEAD}${PROGRAMME}  - { type: VoidEntry, stream: programme-exchange, entry: { label: exchange }, reason: entered twice }\n`,
    )
    expect(await record(one)).toMatchObject({ code: 0, errors: [] })
    expect((await programme(['history', 'programme-exchange', ...one.store])).out).toContain('voided')
  })
})

describe('a file with something wrong in it', () => {
  const told = async (text: string): Promise<ReadonlyArray<string>> => {
    const one = written(text)
    const { code, out, errors } = await record(one)
    expect([code, out, existsSync(one.db)]).toStrictEqual([1, '', false])
    return errors.map((line) => line.replace(one.file, 'said.yaml'))
  }
  const END = 'Nothing was written. Mend these lines and run it again, or record the rest with --keep-going.'

  it.each([
    [
      'a value of another kind',
      `${HEAD}${BATCH.replace('ordinal: 1', 'ordinal: first')}`,
      /^said.yaml:7:14: OpenBatch ordinal: .* expected, "first" given\.$/,
    ],
    [
      'a field that there is none of',
      `${HEAD}${BATCH}    colour: red\n`,
      /^said.yaml:8:5: OpenBatch colour: no such field expected, "red" given\.$/,
    ],
    [
      'a name that every object has',
      `${HEAD}${BATCH}    __proto__: { a: 1 }\n`,
      /^said.yaml:8:5: OpenBatch __proto__: no such field expected/,
    ],
    [
      'a field that is missing',
      `${HEAD}  - type: OpenBatch\n    batch: batch-1\n`,
      /^said.yaml:4:5: OpenBatch programme: .*\(required\) expected, nothing given\.$/,
    ],
    [
      'a command that is not known',
      `${HEAD}  - type: Celebrate\n`,
      /^said.yaml:4:11: Celebrate type: a command that the ledger knows expected, "Celebrate" given\.$/,
    ],
    ['an id of nothing on record', HEAD + BATCH, /^said.yaml:6:16: OpenBatch: nothing is on record for programme-exchange\./],
    [
      'a source of all commands that is not on record',
      HEAD.replace('[]', '[source-x]') + PROGRAMME,
      /^said.yaml:2:59: RegisterProgramme: nothing is on record for source-x\./,
    ],
    [
      'a context in another form',
      HEAD.replace('mode: report', 'mode: rumour') + PROGRAMME,
      /^said.yaml:2:41: context.mode: one of decision, report expected, "rumour" given\.$/,
    ],
    [
      'a context of one command in another form',
      `${HEAD}${PROGRAMME}    context: { mode: rumour }\n`,
      /^said.yaml:9:22: commands\[0\].context.mode: one of decision, report/,
    ],
    [
      'a frame without commands',
      'context: { actor: a, mode: report, sources: [] }\n',
      /^said.yaml:1:1: commands: .*expected, nothing given\.$/,
    ],
    [
      'a label used twice',
      HEAD + PROGRAMME + BATCH.replace('    batch', '    id: exchange\n    batch'),
      /^said.yaml:10:9: id: a label that no other command of the file has expected, "exchange" given\.$/,
    ],
    [
      'a label that nothing has',
      `${HEAD}  - { type: VoidEntry, stream: programme-x, entry: { label: nothing }, reason: x }\n`,
      /^said.yaml:4:45: entry: the label of a command before this one expected/,
    ],
    [
      'a label without a document',
      HEAD.replace('document: { id: d1 }\n', '') + PROGRAMME,
      /^said.yaml:4:9: id: no label in a file whose document has no id expected/,
    ],
    [
      'an aggregate that says no',
      `${HEAD}${PROGRAMME}${BATCH}${BATCH.replace('ordinal: 1', 'ordinal: 2')}`,
      /^said.yaml:13:5: OpenBatch: batch already/,
    ],
  ])('tells the line and column of %s', async (_, text, sentence) => {
    const lines = await told(text)
    expect(lines[0]).toMatch(sentence)
    expect(lines.at(-1)).toBe(END)
  })

  it('has all its faults told at once, in the order of its lines', async () => {
    const lines = await told(`${HEAD}  - { type: OpenBatch, batch: 7, programme: p }\n  - { type: Celebrate }\n`)
    expect(lines.map((line) => line.split(' ')[0])).toStrictEqual(['said.yaml:4:31:', 'said.yaml:4:45:', 'said.yaml:5:13:', 'Nothing'])
  })

  it.each([
    ['no YAML', 'a: [1,\nb: ]]', /^said.yaml:\d+:\d+: this cannot be read: /],
    ['a tab for indentation', 'a:\n\tb: 1', /^said.yaml:2:\d: this cannot be read: /],
    ['a name twice', 'context: {}\ncontext: {}\n', /^said.yaml:2:1: this cannot be read: map keys must be unique\.$/],
    ['a tag of its own', 'commands: !!js/function "x"', /^said.yaml:1:\d+: this cannot be read: unresolved tag/],
    ['two documents', 'a: 1\n---\nb: 2\n', /^said.yaml:\d:\d: this cannot be read: /],
    ['an alias of nothing', 'a: *b', /^said.yaml:1:4: this cannot be read: nothing before it is called &b\.$/],
    ['an alias within itself', 'a: &a\n  b: *a\n', /^said.yaml:2:6: this cannot be read: \*a stands within itself\.$/],
    ['aliases of aliases', bomb(), /^said.yaml:1:1: this cannot be read: it uses aliases too often\.$/],
    ['brackets without end', '['.repeat(200_000), /^said.yaml:1:\d+: this cannot be read: /],
    [
      'lists within lists',
      `context: ${'['.repeat(1_000)}${']'.repeat(1_000)}`,
      /^said.yaml:1:\d+: this cannot be read: its lists or objects stand too deep/,
    ],
    ['more than a file may hold', 'a'.repeat(4_000_001), /^said.yaml:1:1: this cannot be read: the file has more than 4000000 characters/],
    [
      'lists too deep for any command',
      `context: ${'['.repeat(150)}${']'.repeat(150)}`,
      /^said.yaml:1:\d+: this cannot be read: its lists or objects stand too deep/,
    ],
    ['nothing', '', /^said.yaml:1:1: a file of commands: an object expected, null given\.$/],
  ])('is refused where it is %s', async (_, text, sentence) => expect((await told(text))[0]).toMatch(sentence))

  it('is told where it is no file at all', async () => {
    const missing = await programme(['record', '/nowhere/said.yaml', '--store', 'memory:'])
    expect(missing).toMatchObject({ code: 1, errors: ['The file /nowhere/said.yaml cannot be recorded: there is no such file.'] })
    const { file } = written(HEAD)
    expect((await programme(['record', dirname(file), '--store', 'memory:'])).errors[0]).toContain('it is not a file')
    writeFileSync(file, new Uint8Array([0xff, 0xfe, 0x41]))
    expect((await programme(['record', file, '--store', 'memory:'])).errors[0]).toContain('it is not text in UTF-8')
  })

  it('is recorded but for what is wrong where it is to keep going', async () => {
    const one = written(`${HEAD}  - { type: Celebrate }\n${PROGRAMME}${BATCH.replace('exchange', 'other')}`)
    const { code, out, errors } = await record(one, '--keep-going')
    expect(code).toBe(1)
    expect(out).toContain('1 recorded, 0 recorded before, 2 refused.')
    expect(errors.at(-1)).toBe('The rest of the file is recorded. Mend these lines and run it again: what is recorded stays as it is.')
    expect(await heldIn(sqlite(one.db))).toHaveLength(1)
  })
})

const bomb = (): string => {
  const level = (n: number): string => `l${n}: &l${n} [${Array.from({ length: 10 }, () => (n === 0 ? '1' : `*l${n - 1}`)).join(', ')}]`
  return Array.from({ length: 9 }, (_, n) => level(n)).join('\n')
}

describe('a file that was changed after it was recorded', () => {
  it('is told the line whose label stands for another content', async () => {
    const one = written(HEAD + PROGRAMME)
    await record(one)
    writeFileSync(one.file, HEAD + PROGRAMME.replace('text: Exchange', 'text: Exchanges'))
    expect((await record(one)).errors[0]).toBe(
      `${one.file}:4:5: RegisterProgramme: this was recorded before under the label exchange with other content. Put back what stood there, and mend the entry with CorrectEntry; or give a new command a new label.`,
    )
  })

  it('is told the line whose label stands for another thing', async () => {
    const one = written(HEAD + PROGRAMME)
    await record(one)
    writeFileSync(one.file, HEAD + PROGRAMME.replace('programme-exchange', 'programme-other'))
    for (const more of [[], ['--keep-going']]) {
      const { code, errors } = await record(one, ...more)
      expect(code).toBe(1)
      expect(errors[0]).toMatch(/:4:5: RegisterProgramme: this was recorded before under the label exchange with other content/)
    }
    expect(await heldIn(sqlite(one.db))).toHaveLength(1)
  })

  it('is told the line whose context is another', async () => {
    const one = written(HEAD + PROGRAMME + BATCH)
    await record(one)
    writeFileSync(one.file, HEAD.replace('report', 'decision') + PROGRAMME + BATCH)
    const { errors } = await record(one)
    expect(errors[1]).toMatch(/:9:5: OpenBatch: this was recorded before in another context/)
  })
})

describe('a recording that is killed in the middle', () => {
  const ORGANISATIONS = 300
  const text =
    HEAD +
    Array.from(
      { length: ORGANISATIONS },
      (_, n) =>
        `  - { type: RegisterOrganisation, organisation: organisation-${n}, kind: group, names: [{ text: Group ${n}, language: en }] }\n`,
    ).join('')
  const main = new URL('../../../src/adapters/cli/main.ts', import.meta.url).pathname

  it('is finished by running it again, nothing twice', async () => {
    const whole = written(text)
    expect((await record(whole)).code).toBe(0)
    const broken = written(text)
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'record', broken.file, ...broken.store], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    // As soon as something is on record, it is killed: it is then in the middle of the file, or nearly through at the latest.
    for (let held = 0; held === 0 && child.exitCode === null; held = existsSync(broken.db) ? (await heldIn(sqlite(broken.db))).length : 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await ended
    const left = (await heldIn(sqlite(broken.db))).length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(ORGANISATIONS)
    const { code, out } = await record(broken)
    expect(code).toBe(0)
    expect(out).toContain(`${ORGANISATIONS - left} recorded, ${left} recorded before.`)
    expect(await heldIn(sqlite(broken.db))).toStrictEqual(await heldIn(sqlite(whole.db)))
  })
})
