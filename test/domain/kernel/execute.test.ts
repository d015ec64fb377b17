import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memoryLog } from '../../../src/adapters/memory/event-log.js'
import { systemIdentity } from '../../../src/adapters/system/identity.js'
import type { Aggregate } from '../../../src/domain/kernel/decider.js'
import type { KernelEvent } from '../../../src/domain/kernel/entry.js'
import type { EventFormat } from '../../../src/domain/kernel/event-format.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { executeOn } from '../../../src/domain/kernel/execute.js'
import type { CommandContext, Metadata } from '../../../src/domain/kernel/recorded.js'
import { left, right } from '../../support/right.js'

// A turnstile of the smallest kind stands for every aggregate: it counts, refuses to go beyond a limit, and has a rule that reports may break.

interface Turn {
  readonly type: 'Turn'
  readonly gate: `gate-${string}`
  readonly by: number
}
interface Turned {
  readonly type: 'Turned'
  readonly gate: `gate-${string}`
  readonly by: number
}
type GateRefusal = { readonly _tag: 'GateFull'; readonly turned: number } | { readonly _tag: 'TurnedTooFar'; readonly by: number }

const gate: Aggregate<Turn, number, Turned, GateRefusal> = {
  category: 'gate',
  initialState: 0,
  streamOf: (command) => command.gate,
  subjectOf: (event) => event.gate,
  commands: { Turn: true },
  decide: ({ gate, by }, turned) => {
    if (by === 0) return E.right([])
    return turned + by > 100 ? E.left({ _tag: 'GateFull', turned }) : E.right([{ type: 'Turned', gate, by }])
  },
  breaches: ({ by }) => [
    ...(by > 50 ? [{ certainty: 'sure', refusal: { _tag: 'TurnedTooFar', by } } as const] : []),
    ...(by === 50 ? [{ certainty: 'cannot tell', refusal: { _tag: 'TurnedTooFar', by } } as const] : []),
  ],
  evolve: (turned, { by }) => turned + by,
}

const format: EventFormat<Turned | KernelEvent<Turned>> = {
  encode: ({ type, ...data }, metadata, id) => ({ id, type, schema: 1, data: JSON.stringify(data), metadata: JSON.stringify(metadata) }),
  decode: ({ id, stream, revision, position, recordedAt, metadata, data, type }) =>
    E.right({
      id,
      stream,
      revision,
      position,
      recordedAt,
      metadata: JSON.parse(metadata) as Metadata,
      event: { type, ...JSON.parse(data) },
    }),
}

const identity = systemIdentity(new Uint8Array(32))
const clerk: CommandContext = { actor: 'clerk-7', mode: 'decision', sources: [] }
const turn = (by: number): Turn => ({ type: 'Turn', gate: 'gate-1', by })
const commandId = '018f0000-0000-7000-8000-000000000001'

const eventsIn = async (log: EventLog) => right(await log.readStream('gate-1', 0n)())

describe('a command', () => {
  it('is recorded with who sent it, why and on what', async () => {
    const log = memoryLog()
    const context = {
      ...clerk,
      commandId,
      authority: 'Director',
      reason: 'opening day',
      sources: ['source-order'],
      causationId: commandId,
    } as const
    expect(right(await executeOn({ log, identity }, format, gate)(turn(3), context)())).toStrictEqual({
      _tag: 'Recorded',
      stream: 'gate-1',
      first: 0n,
      last: 0n,
    })
    const [event] = await eventsIn(log)
    expect(JSON.parse(event?.metadata ?? '')).toStrictEqual({
      ...context,
      correlationId: commandId,
      commandDigest: expect.any(String),
    })
    expect(event?.id.slice(0, 13)).toBe(commandId.slice(0, 13))
  })

  it('that asks for what is already so writes nothing', async () => {
    const log = memoryLog()
    expect(right(await executeOn({ log, identity }, format, gate)(turn(0), clerk)())).toStrictEqual({ _tag: 'Unchanged', stream: 'gate-1' })
    expect(await eventsIn(log)).toStrictEqual([])
  })

  it('that is refused writes nothing', async () => {
    const log = memoryLog()
    const execute = executeOn({ log, identity }, format, gate)
    expect(left(await execute(turn(101), clerk)())).toStrictEqual({ _tag: 'Refused', refusal: { _tag: 'GateFull', turned: 0 } })
    expect(await eventsIn(log)).toStrictEqual([])
  })

  it('sent again has one effect and the same receipt, also after others came in between', async () => {
    const log = memoryLog()
    const execute = executeOn({ log, identity }, format, gate)
    const first = right(await execute(turn(60), { ...clerk, commandId, mode: 'report' })())
    right(await execute(turn(1), clerk)())
    expect(right(await execute(turn(60), { ...clerk, commandId, mode: 'report' })())).toStrictEqual(first)
    expect(first).toStrictEqual({ _tag: 'Recorded', stream: 'gate-1', first: 0n, last: 1n })
    expect(await eventsIn(log)).toHaveLength(3)
  })

  it.each([
    ['another content', turn(4), clerk],
    ['another reason', turn(3), { ...clerk, reason: 'second thoughts' }],
  ])('under the id of one with %s is refused', async (_, command, context) => {
    const log = memoryLog()
    const execute = executeOn({ log, identity }, format, gate)
    right(await execute(turn(3), { ...clerk, commandId })())
    expect(left(await execute(command, { ...context, commandId })())).toStrictEqual({
      _tag: 'Refused',
      refusal: { _tag: 'CommandIdReused', commandId, stream: 'gate-1' },
    })
    expect(await eventsIn(log)).toHaveLength(1)
  })
})

describe('a rule that a decision must keep', () => {
  it('refuses a decision', async () => {
    const log = memoryLog()
    expect(left(await executeOn({ log, identity }, format, gate)(turn(60), clerk)())).toStrictEqual({
      _tag: 'Refused',
      refusal: { _tag: 'TurnedTooFar', by: 60 },
    })
    expect(await eventsIn(log)).toStrictEqual([])
  })

  it.each([
    ['a report', turn(60), 'report', 'sure'],
    ['a report where it cannot tell', turn(50), 'report', 'cannot tell'],
    ['a decision where it cannot tell', turn(50), 'decision', 'cannot tell'],
  ] as const)('lets %s in, with the conflict recorded beside it', async (_, command, mode, certainty) => {
    const log = memoryLog()
    right(await executeOn({ log, identity }, format, gate)(command, { ...clerk, mode })())
    const [, conflict] = await eventsIn(log)
    expect(conflict).toMatchObject({ type: 'ConflictRecorded' })
    expect(JSON.parse(conflict?.data ?? '')).toStrictEqual({ rule: 'TurnedTooFar', certainty, facts: { by: command.by } })
  })
})

describe('commands at the same time', () => {
  it('for one stream take turns within a process: none is lost, the limit holds', async () => {
    const log = memoryLog()
    const execute = executeOn({ log, identity }, format, gate)
    const results = await Promise.all(Array.from({ length: 30 }, () => execute(turn(5), clerk)()))
    expect(results.filter(E.isRight)).toHaveLength(20)
    expect(await eventsIn(log)).toHaveLength(20)
  })

  it('from several processes are decided again on what the other wrote', async () => {
    const log = memoryLog()
    const processes = Array.from({ length: 4 }, () => executeOn({ log, identity }, format, gate))
    const results = await Promise.all(processes.map((execute) => execute(turn(40), clerk)()))
    expect(results.filter(E.isRight)).toHaveLength(2)
    expect(results.flatMap((result) => (E.isLeft(result) ? [result.left] : []))).toStrictEqual([
      { _tag: 'Refused', refusal: { _tag: 'GateFull', turned: 80 } },
      { _tag: 'Refused', refusal: { _tag: 'GateFull', turned: 80 } },
    ])
  })

  it('give the conflict back as a fault where the stream never comes to rest', async () => {
    const log = memoryLog()
    const restless: EventLog = {
      ...log,
      append: (stream) => async () => E.left({ _tag: 'RevisionConflict', stream, expected: 'no-stream', actual: 9n }),
    }
    expect(left(await executeOn({ log: restless, identity }, format, gate)(turn(1), clerk)())).toStrictEqual({
      _tag: 'Faulted',
      fault: { _tag: 'RevisionConflict', stream: 'gate-1', expected: 'no-stream', actual: 9n },
    })
  })
})
