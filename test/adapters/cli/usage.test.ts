import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, it } from 'vitest'
import { flagOf } from '../../../src/adapters/cli/options.js'
import { text } from '../../../src/projections/engine/columns.js'
import { choice, day, words } from '../../../src/projections/engine/parameters.js'
import { anyQuestion, parseParameters, type Question, required } from '../../../src/projections/engine/question.js'
import { questions } from '../../../src/projections/questions/all.js'
import { programme } from './screen.js'

interface Asked {
  readonly on: string
  readonly sortedBy?: 'name' | 'date'
  readonly called?: string
}

const echo: Question<Asked, Asked> = {
  name: 'echo',
  about: 'Says what it was asked.',
  parameters: { on: required(day('the day asked about')), sortedBy: choice('the order', 'name', 'date'), called: words('a name') },
  reads: [],
  columns: {
    on: text(),
    sortedBy: { ...text(), show: String, write: () => [null] },
    called: { ...text(), show: String, write: () => [null] },
  },
  answer: (_, params) => TE.right([params]),
}
const asking = { parts: { questions: [anyQuestion(echo)] } }
const memory = ['--store', 'memory:']

describe('the options of a question', () => {
  it('are made from its parameters', async () => {
    const { code, out } = await programme(['query', 'echo', '--help'], asking)
    expect(code).toBe(0)
    expect(out).toContain(`
  --on <value>                      the day asked about (YYYY-MM-DD), required
  --sorted-by <value>               the order (name, date)
  --called <value>                  a name
  --as-known-at <position|instant>  only what the ledger had learned by then
`)
  })

  it('are read by its parameters', async () => {
    const args = ['query', 'echo', '--on', '2024-01-15', '--sorted-by=date', '--format', 'json', ...memory]
    expect(JSON.parse((await programme(args, asking)).out)).toStrictEqual([{ on: '2024-01-15', sortedBy: 'date' }])
  })

  it('are told all at once where they are wrong, what was expected with each', async () => {
    const args = ['query', 'echo', '--sorted-by', 'size', '--called', ' ', '--as-known-at', 'now', '--format', 'yaml', '--store', 'x']
    expect(await programme(args, asking)).toMatchObject({
      code: 2,
      out: '',
      errors: [
        '--on is missing: it takes the day asked about (YYYY-MM-DD).',
        '--sorted-by takes one of name, date, not "size".',
        '--called takes some text, not " ".',
        '--store takes sqlite:FILE, esdb://… or memory:, not "x".',
        '--format takes one of table, json, csv, markdown, not "yaml".',
        '--as-known-at takes a position (a whole number) or an instant with its zone (2024-01-15T09:00:00Z), not "now".',
      ],
    })
  })

  it('are given once', async () => {
    const args = ['query', 'echo', '--on', '2024-01-15', '--on', '2024-01-16', '--format', 'csv', '--format', 'json', ...memory]
    const { code, errors } = await programme(args, asking)
    expect(code).toBe(2)
    expect(errors).toContain('--on takes one value, not 2.')
    expect(errors).toContain('--format takes one value, not 2.')
  })
})

describe('parameters', () => {
  it('are parsed with every problem, and never taken from the prototype', () => {
    expect(parseParameters(anyQuestion(echo), { on: '2024-01-15' })).toStrictEqual(E.right({ on: '2024-01-15' }))
    const problems = parseParameters(anyQuestion(echo), { on: 'x', toString: 'y', other: 'z' })
    expect(E.isLeft(problems) && problems.left.map(({ path, given }) => [path, given])).toStrictEqual([
      ['on', '"x"'],
      ['toString', '"y"'],
      ['other', '"z"'],
    ])
  })
})

describe('wrong usage', () => {
  const help = (command: string): string => `Run "programme-ledger ${command}" to see what ${command === 'help' ? 'there is' : 'it takes'}.`

  it.each([
    [['querry'], ["Unknown command 'querry'. (Did you mean query?)", help('help')]],
    [['\u001b[2J'], ["Unknown command '\\u{1b}[2J'.", help('help')]],
    [['query', 'nope', '--on', 'x'], ['There is no question called "nope"; there are: echo.']],
    [['query', '__proto__'], ['There is no question called "__proto__"; there are: echo.']],
    [
      ['query', '--nope'],
      ["Unknown option '--nope'.", help('help query')],
    ],
    [
      ['query', 'echo', '--nope'],
      ["Unknown option '--nope'.", help('query echo --help')],
    ],
    [
      ['query', 'echo', '--stroe=esdb://u:secret@h'],
      ["Unknown option '--stroe=…'.", help('query echo --help')],
    ],
    [
      ['query', 'echo', '--format'],
      ["Option '--format <format>' argument missing.", help('query echo --help')],
    ],
    [
      ['query', 'echo', 'more'],
      ["Too many arguments for 'echo'. Expected 0 arguments but got 1.", help('query echo --help')],
    ],
    [['history'], ["Missing required argument 'stream'.", help('help history')]],
    [['history', 'nothing', ...memory], ['STREAM takes a stream\'s name, such as agreement-nag, not "nothing".']],
    [['history', 'a-b c', ...memory], ['STREAM takes a stream\'s name, such as agreement-nag, not "a-b c".']],
    [
      ['explain', 'agreements'],
      ["Missing required argument 'key'.", help('help explain')],
    ],
    [
      ['rebuild', '--format', 'csv'],
      ["Unknown option '--format'.", help('help rebuild')],
    ],
    [
      ['demo', 'twice'],
      ["Too many arguments for 'demo'. Expected 0 arguments but got 1.", help('help demo')],
    ],
  ])('%j', async (args, errors) => {
    expect(await programme(args, asking)).toStrictEqual({ code: 2, out: '', errors, drawn: [] })
  })

  it('without a command shows the help as an error', async () => {
    const { code, out, errors } = await programme([])
    expect([code, out, errors[0]]).toStrictEqual([2, '', 'Usage: programme-ledger [options] [command]'])
  })
})

describe('help', () => {
  it.each([['--help'], ['help'], ['help', 'query'], ['history', '--help'], ['query', 'agreements', '--help']])(
    '%s %s %s',
    async (...args) => {
      const { code, out, errors } = await programme(args.filter(Boolean))
      expect([code, errors]).toStrictEqual([0, []])
      expect(out).toMatch(/^Usage: programme-ledger/)
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    },
  )

  it('says the version', async () => expect(await programme(['--version'])).toMatchObject({ code: 0, out: '0.0.0' }))
})

describe('every question of the ledger', () => {
  const reserved = ['--store', '--format', '--as-known-at', '--published-by', '--sources', '--help']

  it('has a name of its own', () => {
    const names = questions.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toStrictEqual([])
  })

  it.each(questions.map(({ name, about, parameters }) => ({ name, about, parameters })))(
    '$name can be asked by its options and told in a sentence',
    ({ about, parameters }) => {
      const flags = Object.keys(parameters).map(flagOf)
      expect(flags.filter((flag) => reserved.includes(flag) || !/^--(?!no-)[a-z]+(?:-[a-z]+)*$/.test(flag))).toStrictEqual([])
      expect(about).toMatch(/^[A-Z][^\n]*\.$/)
    },
  )
})
