// Runs every check of the repository, all of them even where one fails, and ends with one line: how many passed, how many failed. Each static
// check counts as one test. What vitest runs is counted from its report; where the report and its exit disagree, that is a failure too.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'test-report-'))
const report = join(folder, 'report.json')

const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0

const AS_STRICT = ['--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--module', 'nodenext', '--types', 'node']

/** The declarations of every entry of the package. */
const declarations = () =>
  Object.values(JSON.parse(readFileSync('package.json', 'utf8')).exports)
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replace(/\.js$/, '.d.ts'))

const biome = 'node_modules/@biomejs/biome/bin/biome'
const checks = [
  ['format', () => node(biome, 'ci', '--linter-enabled=false', '--assist-enabled=false', '.')],
  ['lint', () => node(biome, 'ci', '--formatter-enabled=false', '.')],
  ['types', () => node('node_modules/ts7/bin/tsc', '-p', 'tsconfig.json', '--noEmit')],
  ['build', () => spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' }).status === 0],
  // What TypeScript 7 wrote for those who import the package must be read by TypeScript 6 as well.
  ['declarations', () => node('node_modules/typescript/bin/tsc', '--ignoreConfig', '--noEmit', ...AS_STRICT, ...declarations())],
]

/** Vitest's tests by outcome; a file that does not even load is one failed test. */
const countedTests = () => {
  const ended = node('node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const statuses = testResults.flatMap(({ assertionResults, status }) => {
      const own = assertionResults.map((test) => test.status)
      return status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own
    })
    const count = (status) => statuses.filter((one) => one === status).length
    const failed = count('failed')
    return { passed: count('passed'), failed: failed === 0 && !ended ? 1 : failed, notRun: statuses.length - count('passed') - failed }
  } catch {
    return { passed: 0, failed: 1, notRun: 0 }
  }
}

const outcomes = checks.map(([name, check]) => {
  console.log(`\n── ${name} ──`)
  const passed = check()
  console.log(passed ? 'passed' : 'FAILED')
  return [name, passed]
})
console.log('\n── tests ──')
const tests = countedTests()
rmSync(folder, { recursive: true, force: true })

const broken = outcomes.filter(([, passed]) => !passed).map(([name]) => name)
const failed = broken.length + tests.failed
if (broken.length > 0) console.log(`failed: ${broken.join(', ')}`)
if (tests.notRun > 0) console.log(`${tests.notRun} tests were not run`)
console.log(`${outcomes.length - broken.length + tests.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0
