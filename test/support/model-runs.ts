import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import { memoryLog } from '../../src/adapters/memory/event-log.js'
import { systemIdentity } from '../../src/adapters/system/identity.js'
import type { Coded, StreamName, Tagged } from '../../src/domain/kernel/decider.js'
import { type ConflictRecorded, isOwnEvent, type KernelEvent } from '../../src/domain/kernel/entry.js'
import type { EventLog } from '../../src/domain/kernel/event-log.js'
import { type Execute, executeOn } from '../../src/domain/kernel/execute.js'
import type { Mode } from '../../src/domain/kernel/recorded.js'
import { formatOf } from '../../src/events/format.js'
import { ACTOR, type Answers, commandsOf, equal, LONGEST, type Modelled, SEED } from './modelled.js'
import { right } from './right.js'

const RUNS = 60
const identity = systemIdentity(new Uint8Array(32))

/** What is known of one stream: its state, folded from decisions and never read back, and the aggregate's own events as they were read back. */
interface Known<S, Ev extends Tagged> {
  readonly live: S
  readonly own: ReadonlyArray<Ev>
  readonly length: number
}

interface Model<C, S, Ev extends Tagged> {
  readonly streams: Map<StreamName, Known<S, Ev>>
  /** The commands that recorded something: told again later, in another phase, they are most likely to show what is counted twice. */
  readonly told: Array<C>
}

interface Real<C extends Tagged, Ev extends Tagged, R> {
  readonly log: EventLog
  readonly execute: Execute<C, Ev, R>
}

/** Any run of commands through the real machinery, on a log in memory and in the real written form, keeps the laws of every decider. */
export const keepsTheLaws = async <C extends Tagged, S, Ev extends Tagged, R extends Coded>(
  modelled: Modelled<C, S, Ev, R>,
  answers: Answers<C, Ev>,
): Promise<void> => {
  const { aggregate, events, phaseOf } = modelled
  const format = formatOf(events)

  /** Sends a command once: what it added, or what it was refused with. What it says of that is true of the log. */
  const send = async ({ log, execute }: Real<C, Ev, R>, command: C, length: number, mode: Mode) => {
    const outcome = await execute(command, { actor: ACTOR, mode, sources: [] })()
    const stored = right(await log.readStream(aggregate.streamOf(command), BigInt(length))())
    const added = stored.map((one) => right(format.decode(one)).event)
    if (E.isRight(outcome)) {
      equal(outcome.right._tag, added.length > 0 ? 'Recorded' : 'Unchanged', 'it is said to be what it is')
      return { added, refusal: undefined }
    }
    if (outcome.left._tag === 'Faulted') expect.fail(`the machinery failed: ${outcome.left.fault._tag}`)
    equal(added, [], 'a refused command writes nothing')
    return { added, refusal: outcome.left.refusal }
  }

  /** As a decision; where that is refused, as a report: what only a report may say stands beside the rule that it breaks. */
  const tell = async (real: Real<C, Ev, R>, command: C, length: number) => {
    const decided = await send(real, command, length, 'decision')
    if (decided.refusal === undefined) {
      equal(surelyBroken(decided.added), [], 'a decision breaks no rule')
      return { ...decided, flagged: false }
    }
    const reported = await send(real, command, length, 'report')
    if (reported.refusal === undefined) expect(surelyBroken(reported.added), 'a report is flagged').toContain(decided.refusal._tag)
    else equal(reported.refusal, decided.refusal, 'a report is refused as the decision was')
    return { ...reported, flagged: true }
  }

  const run = async (command: C, { streams, told }: Model<C, S, Ev>, real: Real<C, Ev, R>): Promise<void> => {
    const stream = aggregate.streamOf(command)
    const before = streams.get(stream) ?? { live: aggregate.initialState, own: [], length: 0 }
    const decided = aggregate.decide(command, before.live)
    const { added, refusal, flagged } = await tell(real, command, before.length)

    const news = added.flatMap((event) => (isOwnEvent<Ev>(event) ? [event] : []))
    if (refusal === undefined) equal(news, right(decided), 'what is written is what was decided')
    for (const event of news) equal(aggregate.subjectOf(event), stream, 'an event is of the stream that it stands in')
    const live = news.length === 0 ? before.live : right(decided).reduce(aggregate.evolve, before.live)
    const own = [...before.own, ...news]
    if (news.length > 0) equal(own.reduce(aggregate.evolve, aggregate.initialState), live, 'replay equals live')

    const length = before.length + added.length
    const phase = phaseOf(live, command)
    answers.take(command, phaseOf(before.live, command), refusal ?? (news.length === 0 ? 'nothing' : { to: phase, flagged }))
    answers.produced(news)
    streams.set(stream, { live, own, length })
    if (news.length > 0) told.push(command)

    const again = await send(real, command, length, 'report')
    equal(again.added, [], 'the same command twice adds nothing')
    answers.take(command, phase, again.refusal ?? 'nothing')
  }

  type Step = fc.AsyncCommand<Model<C, S, Ev>, Real<C, Ev, R>>
  const once = (command: C): Step => ({
    check: () => true,
    run: (model, real) => run(command, model, real),
    toString: () => JSON.stringify(command),
  })
  const again = (n: number): Step => ({
    check: ({ told }) => told.length > 0,
    run: async (model, real) => {
      const earlier = model.told[n % model.told.length]
      if (earlier !== undefined) await run(earlier, model, real)
    },
    toString: () => `what recorded something, number ${n}, again`,
  })

  const setUp = (): { readonly model: Model<C, S, Ev>; readonly real: Real<C, Ev, R> } => {
    const log = memoryLog()
    return { model: { streams: new Map(), told: [] }, real: { log, execute: executeOn({ log, identity }, format, aggregate) } }
  }

  const every = [...commandsOf(modelled).values()]
  const repeats = every.slice(every.length / 2).map(() => fc.nat(LONGEST).map(again))
  const steps = fc.commands([...every.map((one) => one.map(once)), ...repeats], { maxCommands: LONGEST, size: 'max' })
  await fc.assert(
    fc.asyncProperty(fc.noBias(steps), (run) => fc.asyncModelRun(setUp, run)),
    { seed: SEED, numRuns: RUNS },
  )
}

const surelyBroken = <Ev extends Tagged>(events: ReadonlyArray<Ev | KernelEvent<Ev>>): ReadonlyArray<string> =>
  events.flatMap((event) => (isConflict(event) && event.certainty === 'sure' ? [event.rule] : []))

const isConflict = <Ev extends Tagged>(event: Ev | KernelEvent<Ev>): event is ConflictRecorded => event.type === 'ConflictRecorded'
