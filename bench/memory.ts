import { spawnSync } from 'node:child_process'
import { type Figure, peakRssMiB } from './measure.js'
import { type RebuildSize, rowsOf } from './rebuild.js'

// What a rebuild needs: the same rows out of one event each, and out of four. If memory is bounded by rows and streams, both need the same.

interface Need {
  readonly peakRssMiB: number
  /** What is live at the end, rows included. */
  readonly heapMiB: number
}

/** In a process of its own. */
const measure = async (file: string, until: bigint): Promise<Need> => {
  const rows = await rowsOf(file, until)
  const peak = peakRssMiB()
  globalThis.gc?.()
  const heapMiB = Math.round(process.memoryUsage().heapUsed / 2 ** 20)
  if (rows.size === 0) throw new Error('no rows')
  return { peakRssMiB: peak, heapMiB }
}

const measured = (file: string, until: number): Need => {
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, file, String(until)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(stdout)
}

/** The file's first events, as many as there are streams, sign every agreement; so they make all the rows there will be. */
export const benchMemory = async ({ file, events, streams }: RebuildSize): Promise<ReadonlyArray<Figure>> => {
  const [few, all] = [measured(file, streams), measured(file, events)]
  const figure = (name: string, ours: number, baseline: number, baselineIs: string): Figure => ({
    name,
    ratio: Math.round((baseline / ours) * 100) / 100,
    ours,
    baseline,
    unit: 'MiB',
    peakRssMiB: all.peakRssMiB,
    target: null,
    oursRange: [ours, ours],
    baselineRange: [baseline, baseline],
    runs: 1,
    size: `${events} events against ${streams}, both ${streams} rows`,
    baselineIs,
  })
  return [
    figure('rebuild-memory', all.peakRssMiB, few.peakRssMiB, `ours too, over ${streams} events: peak RSS of a process that rebuilds once`),
    figure('rebuild-live-heap', all.heapMiB, few.heapMiB, `ours too, over ${streams} events: heap that is live once the rows are made`),
  ]
}

const [, script, file, until] = process.argv
if (script === import.meta.filename && file !== undefined && until !== undefined)
  console.log(JSON.stringify(await measure(file, BigInt(until))))
