// Runs seeds in a process of its own. Told a seed by message, it answers with what came of it.
import { naive } from './naive.js'
import type { Asked, Told } from './pool.js'
import { type RunOptions, runSeed } from './run.js'
import { isOfProcess, onProcess, quiet, shielded } from './shielded.js'

// Mapping the stacks of errors to sources would cost more than the runs.
process.setSourceMapsEnabled(false)

const tell = (told: Told): void => void process.send?.(told)

const sentenceOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

// Either would have ended the process, had nobody listened.
process.on('unhandledRejection', (error) => tell({ is: 'died', why: sentenceOf(error) }))
process.on('uncaughtException', (error) => tell({ is: 'died', why: sentenceOf(error) }))

const optionsFor = (seed: number, shields: boolean): RunOptions => {
  if (!shields) return naive
  return isOfProcess(seed) ? onProcess : shielded
}

process.on('message', ({ seed, shields }: Asked) => {
  runSeed(seed, optionsFor(seed, shields)).then(
    (outcome) => tell({ is: 'outcome', outcome }),
    (error: unknown) => tell({ is: 'broken', seed, why: sentenceOf(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

// Without shields a reading that was given up can go on for ever: better the run breaks than the machine.
const MOST_BYTES = 2 ** 31
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_BYTES) process.exit(1)
}, 200).unref()

// Code that has not run yet is slow, and short limits of time would be told of that.
await runSeed(0, quiet)
tell({ is: 'ready' })
