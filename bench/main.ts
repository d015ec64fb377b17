import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchAmended } from './amended.js'
import { benchBatches, benchCommands } from './commands.js'
import { writeLedger } from './data.js'
import { benchServer } from './eventstoredb.js'
import type { Figure } from './measure.js'
import { benchMemory } from './memory.js'
import { benchRebuild, benchTable, type RebuildSize } from './rebuild.js'
import { closing, header, lineOf } from './report.js'
import { double, realServer } from './servers.js'

// `npm run bench [-- --quick] [--json]`: how fast the ledger is beside the same work written by hand. Speed is told, not asserted: the exit
// code is 0. Each group of figures has a process of its own, so that peak memory is its own, and warm code helps nobody else.

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    /** For the bench's own processes: the group to run, and the folder with its files. */
    group: { type: 'string' },
    folder: { type: 'string', default: '' },
  },
})

const { quick } = values
const LARGE = quick ? { events: 40_000, streams: 10_000 } : { events: 200_000, streams: 50_000 }
const SMALL = { events: 4_000, streams: 1_000 }

const large: RebuildSize = { ...LARGE, file: join(values.folder, 'large.db'), runs: quick ? 3 : 7 }
const small: RebuildSize = { ...SMALL, file: join(values.folder, 'small.db'), runs: 3 }

const groups: Readonly<Record<string, () => Promise<ReadonlyArray<Figure>>>> = {
  write: async () => {
    await writeLedger(large.file, large.events, large.streams)
    if (quick) await writeLedger(small.file, small.events, small.streams)
    return []
  },
  rebuild: () => benchRebuild(large),
  memory: () => benchMemory(large),
  commands: () => benchCommands(values.folder, quick ? 1_000 : 3_000, quick ? 5 : 11),
  batches: () => benchBatches(mkdtempSync(join(values.folder, 'batches-')), quick ? 50 : 200, quick ? 3 : 7),
  // The corrections come last: they stay in the file.
  table: async () => {
    const size = quick ? small : { ...large, runs: 5 }
    return [...(await benchTable(size)), ...(await benchAmended(size))]
  },
  eventstoredb: async () => {
    const figures: Figure[] = []
    for (const server of [await double(), realServer()]) {
      if (server === undefined) continue
      figures.push(...(await benchServer(server, quick)))
      server.stop()
    }
    return figures
  },
}

const say = (figure: Figure): void => console.log(values.json ? JSON.stringify(figure) : lineOf(figure))

const runGroup = (name: string, folder: string): ReadonlyArray<Figure> => {
  const own = ['--expose-gc', import.meta.filename, '--group', name, '--folder', folder, ...(quick ? ['--quick'] : [])]
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, ...own], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) console.error(`bench: ${name} ended with ${status}`)
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line): Figure => JSON.parse(line))
}

const own = values.group === undefined ? undefined : groups[values.group]
if (own !== undefined) for (const figure of await own()) console.log(JSON.stringify(figure))
else {
  const folder = mkdtempSync(join(tmpdir(), 'programme-ledger-bench-'))
  try {
    if (!values.json) console.log(header)
    const figures = Object.keys(groups).flatMap((name) => {
      const made = runGroup(name, folder)
      made.forEach(say)
      return made
    })
    if (!values.json) console.log(closing(figures))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
