import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqlite } from '../../src/adapters/sqlite/index.js'
import { report, run } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'programme-ledger-facts-'))
const { lines, allHeld } = report(await run(() => sqlite(join(folder, 'facts.db'))))
for (const line of lines) console.log(line)
rmSync(folder, { recursive: true, force: true })
process.exitCode = allHeld ? 0 : 1
