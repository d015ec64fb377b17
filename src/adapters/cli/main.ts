#!/usr/bin/env node
import { createRequire } from 'node:module'
import type { Surroundings } from './output.js'
import { ownParts, run } from './program.js'

const WIDTH_OF_A_FILE = 100

// A reader that has seen enough (`… | head`) closes the pipe: nothing is wrong then, and nothing more is to be done.
process.stdout.on('error', () => process.exit())
process.stderr.on('error', () => process.exit())

const widthOf = (told: string | undefined): number => {
  const columns = Number(told)
  return Number.isInteger(columns) && columns >= 20 ? columns : WIDTH_OF_A_FILE
}

const isTerminal = process.stderr.isTTY === true

const around: Surroundings = {
  output: {
    write: (line) => process.stdout.write(`${line}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
    redraw: (line) => process.stderr.write(`\r\u001b[K${line}`),
    isTerminal,
    columns: process.stdout.columns ?? widthOf(process.env.COLUMNS),
  },
  defaultStore: process.env.PROGRAMME_LEDGER_STORE || undefined,
  elapsed: () => performance.now(),
}

const own: unknown = createRequire(import.meta.url)('programme-ledger/package.json')
const version = typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : 'unknown'

process.exitCode = await run(process.argv.slice(2), around, { version, ...ownParts })
