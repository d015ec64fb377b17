import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import { memoryRows } from '../../src/adapters/memory/row-store.js'
import type { Ledger } from '../../src/ledger.js'
import type { OpenStore } from '../../src/projections/engine/store.js'
import { keepFollowing, openPatiently } from './following.js'
import { keptOf } from './record.js'
import { apartFromRebuild } from './rows.js'
import { type Seeded, seeded } from './seeded.js'
import { type Answer, type Sent, sendAll } from './sending.js'
import type { ChaosServer, Incident } from './server.js'
import { storyOf, type Telling } from './story.js'
import { verdictOn } from './verdict.js'

/** What one seed came to. */
export interface Outcome {
  readonly seed: number
  readonly lost: number
  readonly doubled: number
  readonly falseRefusals: number
  /** Words about each of those. */
  readonly found: ReadonlyArray<string>
  /** Read models whose rows are not those of a rebuild. */
  readonly apart: ReadonlyArray<string>
  readonly openCalls: number
  readonly commands: number
  readonly events: number
  /** Calls that did not go well, and what befell the whole server. */
  readonly wrongs: number
  /** Answers that told of a fault. */
  readonly faults: number
  readonly ms: number
}

/** A ledger's store on a server, with rows of its own where they are given. */
export type StoreOn = (connectionString: string, rows?: ReturnType<typeof memoryRows>) => OpenStore

/** A run's server, and how the ledgers are opened on it. */
export interface RunOptions {
  readonly start: (seeded: Seeded, seed: number) => Promise<ChaosServer>
  readonly store: StoreOn
  readonly incidents: readonly [Incident, ...Incident[]]
  /** How long it may take until all is settled once nothing goes wrong any more. */
  readonly settleMs: number
  /** How long things may go wrong at most. */
  readonly weatherMs: number
}

const WRITERS = 2
const LANES = 2
const STEPS = 3
const RETRY_MS = 15

const rest = (): Promise<void> => pause(RETRY_MS)

/** Which incident comes after how many answers. */
const incidentsOf = (chances: Seeded, kinds: RunOptions['incidents'], answers: number): ReadonlyMap<number, Incident> => {
  const count = chances.between(2, 4, 'incidents')
  return new Map(
    Array.from({ length: count }, (_, n) => [chances.between(1, answers, 'when', n), chances.oneOf(kinds, 'incident', n)] as const),
  )
}

const opened = async (store: OpenStore): Promise<Ledger> => {
  const ledger = await openPatiently(store, rest, AbortSignal.timeout(5_000))
  if (ledger === undefined) throw new Error('no ledger could be opened')
  return ledger
}

const positionOf = (held: ReturnType<typeof keptOf>): bigint => held.at(-1)?.event.position ?? -1n

/** Runs one seed: tells the story while things go wrong, lets everything come to rest, and compares what was told with what is there. */
export const runSeed = async (seed: number, { start, store, incidents, settleMs, weatherMs }: RunOptions): Promise<Outcome> => {
  const since = performance.now()
  const chances = seeded(seed)
  const server = await start(chances, seed)
  const { connectionString } = server
  const story = storyOf(chances, { writers: WRITERS * LANES, steps: STEPS })
  const planned = incidentsOf(chances, incidents, story.writers.flat().length)
  const over = new AbortController()
  const rows = memoryRows()
  let answers = 0
  let faults = 0
  let underWay = Promise.resolve()

  const ledgers = await Promise.all(Array.from({ length: WRITERS }, () => opened(store(connectionString))))
  const [first] = ledgers
  if (first === undefined) throw new Error('no writers')
  const quiet = { again: () => 'no' as const, answered: () => undefined, until: over.signal, rest }
  const sent: Sent[] = [...(await sendAll(story.before, { ...quiet, ledger: first }))]
  const following = keepFollowing(store(connectionString, rows), rest)
  server.begin()

  // One thing after another goes wrong: what befalls while something else does waits for its turn.
  const answered = (answer: Answer): void => {
    answers += 1
    if (E.isLeft(answer) && answer.left._tag === 'Faulted') faults += 1
    const incident = planned.get(answers)
    if (incident === undefined) return
    const lengthMs = chances.between(20, 200, 'length', answers)
    underWay = underWay.then(() => server.befall(incident, lengthMs))
    if (chances.chance('restart of the follower', answers) < 0.5) following.restart()
  }
  const again = ({ context }: Telling): 'no' | 'repeat' | { readonly also: Ledger } => {
    const chance = chances.chance('again', context.commandId)
    if (chance > 0.25) return 'no'
    return chance < 0.1 ? { also: ledgers[chances.between(0, WRITERS - 1, 'also', context.commandId)] ?? first } : 'repeat'
  }
  const writing = story.writers.map((tellings, n) =>
    sendAll(tellings, { ledger: ledgers[n % WRITERS] ?? first, again, answered, until: over.signal, rest }),
  )
  const told = Promise.all(writing)
  // Bad weather does not last: then everything must come to an end by itself.
  await Promise.race([told, pause(weatherMs)])
  await underWay
  await server.heal()
  const patience = setTimeout(() => over.abort(), settleMs)
  sent.push(...(await told).flat())
  clearTimeout(patience)
  await underWay

  const kept = keptOf(await server.held())
  await following.reached(positionOf(kept), settleMs)
  await Promise.all([following.stop(), ...ledgers.map((ledger) => ledger.close())])
  const openCalls = await server.openCalls(1_000)
  await server.stop()
  return {
    seed,
    ...verdictOn(sent, kept),
    apart: await apartFromRebuild(rows, kept),
    openCalls,
    commands: sent.length,
    events: kept.length,
    wrongs: server.wrongs(),
    faults: faults + following.faults(),
    ms: performance.now() - since,
  }
}
