// `npm run test:eventstoredb`: the promises of every log, and the rules of the server that the test double keeps, on the real server that
// PROGRAMME_LEDGER_EVENTSTOREDB names (`esdb://…`). It need not be empty. Without the variable nothing was tested, and that is what is said.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Report {
  readonly testResults: ReadonlyArray<{
    readonly status: string
    readonly assertionResults: ReadonlyArray<{ readonly status: string; readonly fullName: string }>
  }>
}

/** In the name of every suite that runs on a real server. */
const ON_A_REAL_SERVER = 'a real server'
const SUITES = ['event-log.test.ts', 'key-store.test.ts', 'server-rules'].map((suite) => `test/adapters/eventstoredb/${suite}`)

const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && 'testResults' in value && Array.isArray(value.testResults)

/** Passed and failed tests of a report; a file that does not even load is one failed test. */
const counted = (text: string): readonly [passed: number, failed: number] => {
  const report: unknown = JSON.parse(text)
  if (!isReport(report)) return [0, 1]
  const statuses = report.testResults.flatMap(({ status, assertionResults }) => {
    const own = assertionResults.filter(({ fullName }) => fullName.includes(ON_A_REAL_SERVER)).map((test) => test.status)
    return status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own
  })
  const count = (status: string): number => statuses.filter((one) => one === status).length
  return [count('passed'), count('failed')]
}

const run = (): readonly [passed: number, failed: number] => {
  const folder = mkdtempSync(join(tmpdir(), 'eventstoredb-report-'))
  const report = join(folder, 'report.json')
  try {
    const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '-t', ON_A_REAL_SERVER]
    const vitest = join('node_modules', 'vitest', 'vitest.mjs')
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...SUITES, ...options], { stdio: 'inherit' })
    const [passed, failed] = counted(readFileSync(report, 'utf8'))
    return [passed, failed === 0 && status !== 0 ? 1 : failed]
  } catch {
    return [0, 1]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (!process.env.PROGRAMME_LEDGER_EVENTSTOREDB) {
  console.log('not run: PROGRAMME_LEDGER_EVENTSTOREDB names no server')
} else {
  const [passed, failed] = run()
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
