import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Outcome } from './run.js'

/** A seed to be run: with the shields, or as the control. */
export interface Asked {
  readonly seed: number
  readonly shields: boolean
}

/** What a worker says. */
export type Told =
  | { readonly is: 'ready' }
  | { readonly is: 'outcome'; readonly outcome: Outcome }
  /** The run did not come to an end. */
  | { readonly is: 'broken'; readonly seed: number; readonly why: string }
  /** An error that nobody waited for: outside of a test it ends the process. */
  | { readonly is: 'died'; readonly why: string }

/** All that came of some seeds. */
export interface Finished {
  readonly outcomes: ReadonlyArray<Outcome>
  readonly broken: ReadonlyArray<{ readonly seed: number; readonly why: string }>
  readonly deaths: ReadonlyArray<string>
}

/** A few processes that run seeds. */
export interface Pool {
  readonly run: (asked: ReadonlyArray<Asked>) => Promise<Finished>
  readonly close: () => void
}

export interface PoolOptions {
  readonly workers: number
  /** How many seeds one process runs at once: much of a run is waiting. */
  readonly sideBySide: number
  readonly heard?: (told: Told) => void
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))

/** What is to be done, and what came of it. */
interface Work {
  readonly left: Asked[]
  readonly outcomes: Outcome[]
  readonly broken: Array<Finished['broken'][number]>
  readonly deaths: string[]
  readonly done: () => void
  open: number
}

/** One process; where it ends, its seeds are broken, and another takes its place. */
const worker = (current: () => Work | undefined, { sideBySide, heard }: PoolOptions) => {
  let child: ChildProcess
  let isReady = false
  let isClosed = false
  const underWay = new Set<number>()

  const feed = (): void => {
    const work = current()
    while (work !== undefined && isReady && underWay.size < sideBySide) {
      const next = work.left.shift()
      if (next === undefined) return
      underWay.add(next.seed)
      child.send(next)
    }
  }
  const finished = (seed: number): void => {
    const work = current()
    if (!underWay.delete(seed) || work === undefined) return
    work.open -= 1
    if (work.open === 0) work.done()
  }
  const hear = (told: Told): void => {
    heard?.(told)
    const work = current()
    switch (told.is) {
      case 'ready':
        isReady = true
        break
      case 'died':
        work?.deaths.push(told.why)
        break
      case 'broken':
        work?.broken.push(told)
        finished(told.seed)
        break
      case 'outcome':
        work?.outcomes.push(told.outcome)
        finished(told.outcome.seed)
        break
    }
    feed()
  }
  const begin = (): void => {
    isReady = false
    child = fork(WORKER, { execArgv: ['--import', 'tsx'] })
    child.on('message', hear)
    child.on('exit', (code, signal) => {
      if (isClosed) return
      const why = `its process ended with ${signal ?? code}`
      for (const seed of underWay) {
        current()?.broken.push({ seed, why })
        finished(seed)
      }
      begin()
    })
  }
  begin()
  return {
    feed,
    close: () => {
      isClosed = true
      child.kill()
    },
  }
}

export const openPool = (options: PoolOptions): Pool => {
  let work: Work | undefined
  const workers = Array.from({ length: options.workers }, () => worker(() => work, options))
  return {
    run: async (asked) => {
      const found: Omit<Work, 'done'> = { left: [...asked], outcomes: [], broken: [], deaths: [], open: asked.length }
      await new Promise<void>((done) => {
        work = Object.assign(found, { done })
        if (asked.length === 0) done()
        for (const one of workers) one.feed()
      })
      work = undefined
      return found
    },
    close: () => {
      for (const one of workers) one.close()
    },
  }
}
