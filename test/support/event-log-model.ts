import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import type { StreamName } from '../../src/domain/kernel/decider.js'
import type { EventLog } from '../../src/domain/kernel/event-log.js'
import type { Expected, NewEvent } from '../../src/domain/kernel/recorded.js'
import type { LogUnderTest } from './event-log-contract.js'
import { anEvent, freshStream, given, idsOf, readOn } from './event-log-samples.js'

/** All that a log is: which ids stand in which stream, in which order they came. */
interface Model {
  readonly all: Array<{ readonly stream: StreamName; readonly id: string }>
  readonly streams: ReadonlyArray<StreamName>
}

interface Real {
  readonly log: EventLog
  readonly start: bigint | 'start'
}

type Step = fc.AsyncCommand<Model, Real>

const heldBy = (model: Model, stream: StreamName): ReadonlyArray<string> => idsOf(model.all.filter((event) => event.stream === stream))

const streamAt = (model: Model, index: number): StreamName => model.streams[index % model.streams.length] ?? 'sample-none'

const expectedAfter = (count: number): Expected => (count <= 0 ? 'no-stream' : BigInt(count - 1))

class Append implements Step {
  constructor(
    readonly stream: number,
    readonly events: ReadonlyArray<NewEvent>,
    /** How far the writer's belief lags behind (or runs ahead). */
    readonly lag: number,
  ) {}
  check = (): boolean => true
  async run(model: Model, { log }: Real): Promise<void> {
    const stream = streamAt(model, this.stream)
    const held = heldBy(model, stream)
    const known = this.events.some(({ id }) => model.all.some((event) => event.id === id))
    const expected = expectedAfter(held.length - this.lag)
    const answer = await log.append(stream, expected, this.events)()
    if (expected !== expectedAfter(held.length)) {
      expect(answer).toEqual(E.left({ _tag: 'RevisionConflict', stream, expected, actual: expectedAfter(held.length) }))
    } else if (known) {
      expect(answer).toEqual(E.left({ _tag: 'AppendInvalid', stream, why: 'an id is already used elsewhere' }))
    } else {
      expect(answer).toEqual(E.right({ first: BigInt(held.length), last: BigInt(held.length + this.events.length - 1) }))
      for (const { id } of this.events) model.all.push({ stream, id })
    }
  }
  toString = (): string => `append ${this.events.length} to stream ${this.stream}, ${this.lag} behind`
}

class Repeat implements Step {
  constructor(
    readonly stream: number,
    readonly from: number,
    readonly count: number,
  ) {}
  check = (model: Readonly<Model>): boolean => heldBy(model, streamAt(model, this.stream)).length >= this.from + this.count
  async run(model: Model, { log }: Real): Promise<void> {
    const stream = streamAt(model, this.stream)
    const events = heldBy(model, stream)
      .slice(this.from, this.from + this.count)
      .map((id) => anEvent({ id }))
    const answer = await log.append(stream, expectedAfter(this.from), events)()
    expect(answer).toEqual(E.right({ first: BigInt(this.from), last: BigInt(this.from + this.count - 1) }))
  }
  toString = (): string => `send ${this.count} from revision ${this.from} of stream ${this.stream} again`
}

class ReadStream implements Step {
  constructor(
    readonly stream: number,
    readonly from: number,
  ) {}
  check = (): boolean => true
  async run(model: Model, { log }: Real): Promise<void> {
    const stream = streamAt(model, this.stream)
    expect(idsOf(await given(log.readStream(stream, BigInt(this.from))))).toEqual(heldBy(model, stream).slice(this.from))
  }
  toString = (): string => `read stream ${this.stream} from ${this.from}`
}

class ReadAll implements Step {
  constructor(readonly limit: number) {}
  check = (): boolean => true
  async run(model: Model, { log, start }: Real): Promise<void> {
    expect(idsOf(await readOn(log, start, this.limit))).toEqual(idsOf(model.all))
  }
  toString = (): string => `read all in pages of ${this.limit}`
}

const stream = fc.nat(2)
const events = fc.integer({ min: 1, max: 4 }).map((count) => Array.from({ length: count }, () => anEvent()))
const steps = [
  fc.tuple(stream, events, fc.constantFrom(0, 0, 0, 1, -1)).map(([at, some, lag]) => new Append(at, some, lag)),
  fc.tuple(stream, fc.nat(4), fc.integer({ min: 1, max: 4 })).map(([at, from, count]) => new Repeat(at, from, count)),
  fc.tuple(stream, fc.nat(6)).map(([at, from]) => new ReadStream(at, from)),
  fc.integer({ min: 1, max: 9 }).map((limit) => new ReadAll(limit)),
]

/** Any run of appends, repeats and reads gives what a plain list of ids would give. */
export const modelContract = (make: () => Promise<LogUnderTest>): void => {
  it('whatever is done to it, it holds what a plain list would hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 30 }), async (commands) => {
        const { log, dispose } = await make()
        try {
          const start = await given(log.head)
          const model: Model = { all: [], streams: [freshStream(), freshStream(), freshStream()] }
          await fc.asyncModelRun(() => ({ model, real: { log, start } }), commands)
          await new ReadAll(5).run(model, { log, start })
        } finally {
          await dispose()
        }
      }),
      { numRuns: 40 },
    )
  })
}
