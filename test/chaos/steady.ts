import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import { eventStoreDb } from '../../src/adapters/eventstoredb/index.js'
import { memoryRows } from '../../src/adapters/memory/row-store.js'
import type { Ledger } from '../../src/ledger.js'
import { bareClient } from './bare.js'
import { type Following, keepFollowing, openPatiently } from './following.js'
import { keptOf } from './record.js'
import { apartFromRebuild } from './rows.js'
import { seeded } from './seeded.js'
import { type Answer, type Sent, send } from './sending.js'
import { storyOf, type Telling } from './story.js'
import { verdictOn } from './verdict.js'

// The steady part: a real server, commands and followers, and nothing goes wrong but what somebody does to the server meanwhile.

const PATIENT = {}
// Gives up soon, so that whoever sent the command sends it again: what is only waited out elsewhere is told here.
const IMPATIENT = { timeoutMs: 2_500, patienceMs: 300 } as const
const WRITERS = [PATIENT, PATIENT, IMPATIENT, IMPATIENT] as const
const FOLLOWERS = [PATIENT, IMPATIENT] as const
const LANES = 2
const SHARED = 8
const STEPS = 10
const RETRY_MS = 50
const LAST_WAIT_MS = 120_000

/** What a steady run came to, in one line. */
export interface Steady {
  readonly line: string
  readonly found: ReadonlyArray<string>
  readonly isClean: boolean
}

const rest = (): Promise<void> => pause(RETRY_MS)

export const runSteadily = async (connectionString: string, seconds: number): Promise<Steady> => {
  const run = randomBytes(4).toString('hex')
  const chances = seeded(Number.parseInt(run, 16))
  const bare = bareClient(connectionString)
  const [version, begin] = [await bare.version(), await bare.end()]
  const owns = (stream: string): boolean => stream.includes(`-${run}.`)
  const store = (options: object, rows?: ReturnType<typeof memoryRows>) =>
    eventStoreDb(connectionString, { ...options, owns, ...(rows && { rows }) })

  const open = async (options: object): Promise<Ledger> => {
    const ledger = await openPatiently(store(options), rest)
    if (ledger === undefined) throw new Error('no ledger could be opened')
    return ledger
  }
  const ledgers = await Promise.all(WRITERS.map(open))
  const followed: Array<{ readonly rows: ReturnType<typeof memoryRows>; readonly following: Following }> = FOLLOWERS.map((options) => {
    const rows = memoryRows()
    return { rows, following: keepFollowing(store(options, rows), rest) }
  })

  const since = performance.now()
  const isOver = (): boolean => performance.now() - since > seconds * 1_000
  const sent: Sent[] = []
  const giveUp = new AbortController()
  let faults = 0
  let stall = 0
  const answered = (answer: Answer): void => {
    if (E.isLeft(answer) && answer.left._tag === 'Faulted') faults += 1
  }

  const tell = async (tellings: ReadonlyArray<Telling>, ledger: Ledger, even: boolean): Promise<void> => {
    for (const telling of tellings) {
      if (even && isOver()) return
      const begun = performance.now()
      // Never two sendings at once: a server lets the second of two equal appends wait for two seconds, which would hide every other stall.
      const again = () => (chances.chance('again', telling.context.commandId) < 0.05 ? ('repeat' as const) : ('no' as const))
      sent.push(await send(telling, { ledger, again, answered, until: giveUp.signal, rest }))
      stall = Math.max(stall, performance.now() - begun)
    }
  }
  const writing = async (): Promise<void> => {
    for (let round = 0; !isOver(); round += 1) {
      const story = storyOf(seeded(chances.between(0, 2 ** 31, 'round', round)), {
        writers: ledgers.length * LANES,
        steps: STEPS,
        shared: SHARED,
        run: `${run}.${round}`,
      })
      const [first] = ledgers
      if (first === undefined) return
      await tell(story.before, first, false)
      await Promise.all(story.writers.map((tellings, n) => tell(tellings, ledgers[n % ledgers.length] ?? first, true)))
    }
  }
  const restarting = async (): Promise<void> => {
    while (!isOver()) {
      await pause(5_000)
      for (const { following } of followed) following.restart()
    }
  }
  const left = setTimeout(() => giveUp.abort(), seconds * 1_000 + LAST_WAIT_MS)
  await Promise.all([writing(), restarting()])
  clearTimeout(left)

  const kept = keptOf(await bare.heldFrom(begin), owns)
  const head = kept.at(-1)?.event.position ?? -1n
  const apart: string[] = []
  let silence = 0
  for (const { rows, following } of followed) {
    await following.reached(head, LAST_WAIT_MS)
    silence = Math.max(silence, following.longestSilence())
    faults += following.faults()
    await following.stop()
    apart.push(...(await apartFromRebuild(rows, kept)))
  }
  for (const ledger of ledgers) await ledger.close()
  await bare.close()
  const { lost, doubled, falseRefusals, found } = verdictOn(sent, kept)
  return {
    found,
    line:
      `steady: server ${version}, ${seconds} s, ${sent.length} commands, ${kept.length} events, faults met ${faults}, lost ${lost}, ` +
      `doubled ${doubled}, false refusals ${falseRefusals}, unequal rebuilds ${new Set(apart).size}, ` +
      `longest stall ${Math.round(stall)} ms (a command), ${Math.round(silence)} ms (a follower)`,
    isClean: lost + doubled + falseRefusals + apart.length === 0 && kept.length > 0,
  }
}
