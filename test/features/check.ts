import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '../../src/events/routes.js'
import { questions } from '../../src/projections/questions/all.js'
import { type Feature, featuresIn, type Kind, kindOf } from './features-in.js'

// npm run features: every line of docs/features.md names commands and questions that there are, and a test that passes.

const TOTALS: { readonly [K in Kind]: number } = { features: 52, rules: 14, tables: 11 }
const ROOT = new URL('../../', import.meta.url).pathname

const features = featuresIn(readFileSync(join(ROOT, 'docs/features.md'), 'utf8'))
const commands = new Set(Object.values(routes).flatMap(({ codecs }) => [...codecs.keys()]))
const asked = new Set(questions.map(({ name }) => name))

interface Told {
  readonly ancestorTitles: ReadonlyArray<string>
  readonly status: string
}

/** The tests of each file, as vitest tells them; a file that it does not speak of was not run. */
const ran = (files: ReadonlyArray<string>): ReadonlyMap<string, ReadonlyArray<Told>> => {
  const folder = mkdtempSync(join(tmpdir(), 'features-'))
  const report = join(folder, 'report.json')
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  spawnSync(process.execPath, [vitest, 'run', ...files, '--reporter=json', `--outputFile=${report}`], { cwd: ROOT, stdio: 'ignore' })
  const { testResults } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] }
  rmSync(folder, { recursive: true, force: true })
  const told: ReadonlyArray<{ readonly name: string; readonly assertionResults: ReadonlyArray<Told> }> = testResults
  return new Map(told.map(({ name, assertionResults }) => [name.replace(ROOT, ''), assertionResults]))
}

const files = [...new Set(features.flatMap(({ test }) => (test !== undefined && existsSync(join(ROOT, test)) ? [test] : [])))]
const results = files.length === 0 ? new Map<string, ReadonlyArray<Told>>() : ran(files)

const missingOf = ({ name, commands: named, questions: wanted, test }: Feature): ReadonlyArray<string> => {
  const missing = [
    ...named.filter((type) => !commands.has(type)).map((type) => `no command ${type}`),
    ...wanted.filter((question) => !asked.has(question)).map((question) => `no question ${question}`),
  ]
  if (test === undefined) return [...missing, 'no test yet']
  if (!existsSync(join(ROOT, test))) return [...missing, `no file ${test}`]
  const own = (results.get(test) ?? []).filter(({ ancestorTitles }) => ancestorTitles[0] === name)
  if (own.length === 0) return [...missing, `no test called "${name}" was run in ${test}`]
  const failed = own.filter(({ status }) => status !== 'passed').length
  return failed === 0 ? missing : [...missing, `${failed} of ${own.length} tests did not pass in ${test}`]
}

const whole: { [K in Kind]: number } = { features: 0, rules: 0, tables: 0 }
const names = new Set<string>()
for (const feature of features) {
  const kind = kindOf(feature)
  const key = `${kind} ${feature.group} ${feature.name}`
  const missing = [...missingOf(feature), ...(names.has(key) ? ['the line is there twice'] : [])]
  names.add(key)
  for (const what of missing) console.log(`${feature.name}: ${what}`)
  if (missing.length === 0) whole[kind] += 1
}
for (const kind of ['features', 'rules', 'tables'] as const) {
  const lines = features.filter((feature) => kindOf(feature) === kind).length
  if (lines !== TOTALS[kind]) console.log(`${kind}: ${lines} lines in docs/features.md, ${TOTALS[kind]} expected`)
}
console.log(
  `features: ${whole.features}/${TOTALS.features}, rules: ${whole.rules}/${TOTALS.rules}, tables: ${whole.tables}/${TOTALS.tables}`,
)
process.exitCode = whole.features === TOTALS.features && whole.rules === TOTALS.rules && whole.tables === TOTALS.tables ? 0 : 1
