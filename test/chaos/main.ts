// npm run chaos -- --seeds 500 [--from 1]: a ledger on a double of EventStoreDB while things go wrong at random.
// npm run chaos -- --steady 60: on the real server that PROGRAMME_LEDGER_EVENTSTOREDB names, where only what somebody does to it goes wrong.
import { parseArgs } from 'node:util'
import { openPool, type Told } from './pool.js'
import { isClean, lastLine, reportOf } from './report.js'

const WORKERS = 2
const SIDE_BY_SIDE = 3

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '60' },
    from: { type: 'string', default: '1' },
    steady: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})

const runSeeds = async (from: number, count: number): Promise<boolean> => {
  const seeds = Array.from({ length: count }, (_, n) => from + n)
  const tell = (told: Told): void => {
    if (values.verbose) console.log(JSON.stringify(told))
  }
  const since = performance.now()
  const pool = openPool({ workers: WORKERS, sideBySide: SIDE_BY_SIDE, heard: tell })
  const shielded = await pool.run(seeds.map((seed) => ({ seed, shields: true })))
  // Afterwards, so that what the control breaks is not told of the shields.
  const control = await pool.run(seeds.map((seed) => ({ seed, shields: false })))
  pool.close()
  const report = reportOf(count, shielded, control)
  for (const line of report.details) console.log(line)
  const seconds = Math.round((performance.now() - since) / 100) / 10
  console.log(
    `${report.commands} commands, ${report.events} events, ${report.wrongs} things went wrong, ${report.faults} faults told, ${report.openCalls} calls left open, ` +
      `${report.deaths} errors that end a process; ${seconds} s`,
  )
  console.log(lastLine(report))
  return isClean(report)
}

const runOnServer = async (seconds: number): Promise<boolean> => {
  const address = process.env.PROGRAMME_LEDGER_EVENTSTOREDB
  if (address === undefined) {
    console.log('steady: not run: PROGRAMME_LEDGER_EVENTSTOREDB names no server')
    return false
  }
  const { runSteadily } = await import('./steady.js')
  const { line, found, isClean } = await runSteadily(address, seconds)
  for (const one of found) console.log(one)
  console.log(line)
  return isClean
}

const isFine =
  values.steady === undefined ? await runSeeds(Number(values.from), Number(values.seeds)) : await runOnServer(Number(values.steady))
process.exit(isFine ? 0 : 1)
