import * as E from 'fp-ts/lib/Either.js'
import type { Answer, Order, WriteGroup } from './append.js'
import { isIdTaken, isTaken, type StoreFault, whileBusy } from './fault.js'

interface Waiting {
  readonly order: Order
  readonly answer: (answer: Answer) => void
}

/** The queue of appends that wait for the next transaction. */
export interface GroupCommit {
  readonly append: (order: Order) => Promise<Answer>
  /** Resolves once nothing waits any more. */
  readonly drained: () => Promise<void>
}

/** What a group commit needs beside the writing itself. */
export interface GroupCommitNeeds {
  readonly writeGroup: WriteGroup
  readonly busyMs: number
  readonly locate: (error: unknown) => StoreFault
  /** Called after each transaction. */
  readonly committed: () => void
}

// A transaction stops the process while it lasts: a longer queue goes into several.
const MOST_IN_ONE = 1_000

// How long a writer that is alone may keep the event loop from its other work.
const LONGEST_STRETCH_MS = 2

/**
 * Appends that arrive in the same turn of the event loop share one transaction, and so one wait for the disk. One that is sent on hearing the answer to
 * the last, which was alone, does not wait for the turn to end: nobody else can arrive before. Where a group fails for another
 * reason than a locked file, each of its appends is tried by itself: one of them alone may be at fault, and a commit whose outcome is unknown
 * is settled by the rule that the same append sent again writes nothing.
 */
export const makeGroupCommit = ({ writeGroup, busyMs, locate, committed }: GroupCommitNeeds): GroupCommit => {
  let queue: Waiting[] = []
  let running: Promise<void> | undefined
  let turnBegan = performance.now()
  // While what follows from an answer to one append alone goes on, in the turn of that answer.
  let answeredOne = false

  const alone = async (order: Order, retries: number): Promise<Answer> => {
    const done = await whileBusy(busyMs, () => writeGroup([order]))
    if (E.isRight(done)) return done.right[0] ?? E.left(locate(undefined))
    if (done.left._tag === 'LogUnavailable') return E.left(done.left)
    if (isIdTaken(done.left.error)) return E.left({ _tag: 'AppendInvalid', stream: order.stream, why: 'an id is already used elsewhere' })
    return retries > 0 ? alone(order, retries - 1) : E.left(locate(done.left.error))
  }

  const settle = async (group: ReadonlyArray<Waiting>): Promise<void> => {
    const orders = group.map(({ order }) => order)
    const first = await whileBusy(busyMs, () => writeGroup(orders))
    // Most likely another process has written since this one last saw where the log ends: now that is looked up.
    const outOfDate = E.isLeft(first) && first.left._tag === 'Thrown' && isTaken(first.left.error)
    const done = outOfDate ? await whileBusy(busyMs, () => writeGroup(orders)) : first
    for (const [i, { order, answer }] of group.entries()) {
      if (E.isRight(done)) answer(done.right[i] ?? E.left(locate(undefined)))
      else answer(done.left._tag === 'LogUnavailable' ? E.left(done.left) : await alone(order, 1))
    }
    committed()
  }

  const gathered = async (): Promise<void> => {
    if (answeredOne && performance.now() - turnBegan < LONGEST_STRETCH_MS) return
    await new Promise(setImmediate)
    turnBegan = performance.now()
  }

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      await gathered()
      const group = queue.slice(0, MOST_IN_ONE)
      queue = queue.slice(MOST_IN_ONE)
      await settle(group)
      answeredOne = group.length === 1
      if (answeredOne) process.nextTick(() => (answeredOne = false))
    }
    running = undefined
  }

  return {
    append: (order) =>
      new Promise((answer) => {
        queue.push({ order, answer })
        running ??= run()
      }),
    drained: () => running ?? Promise.resolve(),
  }
}
