#!/usr/bin/env node
import { createRequire } from 'node:module'
import type { Surroundings } from './output.js'

// First of all: an address on the command line may hold a password, and on Linux and macOS this takes the place of the arguments that others
// see in the list of processes. They saw them for a moment; an address in PROGRAMME_LEDGER_STORE they never see.
process.title = 'programme-ledger'

// EventStoreDB's client and its transport log what they do on these, addresses and credentials among it.
for (const name of ['DEBUG', 'GRPC_TRACE', 'GRPC_NODE_TRACE']) delete process.env[name]

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
  defaultTarget: process.env.PROGRAMME_LEDGER_COPY_TO || undefined,
  keysFile: process.env.PROGRAMME_LEDGER_KEYS || undefined,
  elapsed: () => performance.now(),
}

const own: unknown = createRequire(import.meta.url)('programme-ledger/package.json')
const version = typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : 'unknown'

// Loaded here, so that the lines at the top come before everything that takes time.
const { ownParts, run } = await import('./program.js')

process.exitCode = await run(process.argv.slice(2), around, { version, ...ownParts })
