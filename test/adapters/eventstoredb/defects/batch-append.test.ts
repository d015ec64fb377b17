import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { anEvent, freshStream } from '../../../support/event-log-samples.js'
import { accessDenied } from '../../../support/eventstoredb/failures.js'
import { times } from '../../../support/eventstoredb/faults.js'
import { opener } from '../opened.js'
import { bareClient, disposeClients, inChild, outcomeOf, sample } from './bare-client.js'

// The client appends over one shared call where it can. The adapter never does: every append is a call of its own.

disposeClients()
const open = opener()
const WRITTEN = E.right({ first: 0n, last: 0n })

/** Answers each append of a double after a while. */
const slowly = (ms: number) => () => new Promise<'serve'>((resolve) => setTimeout(() => resolve('serve'), ms))

describe('5.1: an error on one server is told to the clients of others, and their answers end the process', () => {
  const setting = async () => {
    const [sick, healthy] = [await open.double(), await open.double()]
    sick.faults.append = () => new Promise((resolve) => setTimeout(() => resolve('cut'), 200))
    healthy.faults.append = slowly(600)
    return { sick, healthy }
  }

  it('with the bare client the process dies', async () => {
    const { sick, healthy } = await setting()
    const ended = await inChild(
      `const [sick, healthy] = addresses.map(client)
       sick.appendToStream('sample-a', event()).catch(() => undefined)
       await healthy.appendToStream('sample-b', event()).catch((error) => console.log('told:', error.message))`,
      sick.connectionString,
      healthy.connectionString,
    )
    expect(ended.stdout).toContain('told:')
    expect(ended.stdout).not.toContain('alive at the end')
    expect(ended.code).not.toBe(0)
    expect(ended.stderr).toContain('TypeError')
    expect(healthy.database().lastRevision('sample-b')).toBe(0n)
  })

  it('with the adapter each server answers for itself', async () => {
    const { sick, healthy } = await setting()
    const [ill, well] = [
      await open.log(sick.connectionString, { timeoutMs: 2_000, patienceMs: 0 }),
      await open.log(healthy.connectionString, { timeoutMs: 2_000 }),
    ]
    const answers = await Promise.all([
      ill.append(freshStream(), 'no-stream', [anEvent()])(),
      well.append(freshStream(), 'no-stream', [anEvent()])(),
    ])
    expect(answers[0]).toMatchObject({ left: { _tag: 'AppendInDoubt' } })
    expect(answers[1]).toEqual(WRITTEN)
  })
})

describe('5.2: an append that is never answered is pending for ever, whatever its deadline', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    double.faults.append = () => 'drop'
    const append = bareClient(double.connectionString).appendToStream('sample-a', sample(), { deadline: 200 })
    expect(await outcomeOf(append, 1_000)).toBe('pending')
  })

  it('with the adapter it is sent again after its time, and written once', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    double.faults.append = times(1, 'apply-then-drop')
    const stream = freshStream()
    expect(await log.append(stream, 'no-stream', [anEvent()])()).toEqual(WRITTEN)
    expect(double.database().lastRevision(stream)).toBe(0n)
  })
})

describe('5.3: after a server or a proxy has ended the shared call, that append and all later ones hang', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const client = bareClient(double.connectionString)
    double.faults.append = times(1, 'end')
    expect(await outcomeOf(client.appendToStream('sample-a', sample()), 500)).toBe('pending')
    expect(await outcomeOf(client.appendToStream('sample-b', sample()), 500)).toBe('pending')
  })

  it('with the adapter it is sent again, and later ones are written', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    double.faults.append = times(1, 'end')
    expect(await log.append(freshStream(), 'no-stream', [anEvent()])()).toEqual(WRITTEN)
    expect(await log.append(freshStream(), 'no-stream', [anEvent()])()).toEqual(WRITTEN)
  })
})

describe('5.5: an expected revision that no server has breaks the shared call under its neighbours', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const client = bareClient(double.connectionString)
    await client.appendToStream('sample-a', sample())
    double.faults.append = slowly(300)
    const neighbour = client.appendToStream('sample-b', sample())
    const wrong = client.appendToStream('sample-c', sample(), { expectedRevision: -1n })
    expect(await outcomeOf(wrong, 1_000)).toBeInstanceOf(Error)
    expect(await outcomeOf(neighbour, 1_000)).toBeInstanceOf(Error)
  })

  it.each([-1n, -2n, 2n ** 63n, 2n ** 64n])('with the adapter %s is a conflict, and its neighbours are written', async (expected) => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const [stream, neighbour] = [freshStream(), freshStream()]
    const answers = await Promise.all([log.append(neighbour, 'no-stream', [anEvent()])(), log.append(stream, expected, [anEvent()])()])
    expect(answers).toEqual([WRITTEN, E.left({ _tag: 'RevisionConflict', stream, expected, actual: 'no-stream' })])
  })
})

describe('5.6: after the first question for the features of the server has failed, every append fails for ever', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const client = bareClient(double.connectionString)
    double.faults.features = times(1, { fail: accessDenied() })
    expect(await outcomeOf(client.appendToStream('sample-a', sample()), 1_000)).toBeInstanceOf(Error)
    expect(await outcomeOf(client.appendToStream('sample-a', sample()), 1_000)).toBeInstanceOf(Error)
    expect(double.calls.total('features')).toBe(1)
  })

  it('with the adapter the question is not asked', async () => {
    const double = await open.double()
    double.faults.features = () => ({ fail: accessDenied() })
    const log = await open.log(double.connectionString)
    expect(await log.append(freshStream(), 'no-stream', [anEvent()])()).toEqual(WRITTEN)
    expect([double.calls.total('features'), double.calls.total('batchAppend')]).toEqual([0, 0])
  })
})

describe('5.16: a server that was only paused takes the clients of others with it', () => {
  it('with the bare client the process dies, though the other server wrote everything', async () => {
    const [paused, healthy] = [await open.double(), await open.double()]
    let begun: () => void = () => undefined
    const bothUnderWay = new Promise<void>((resolve) => {
      begun = resolve
    })
    healthy.faults.append = () => {
      begun()
      return slowly(800)()
    }
    paused.faults.append = () => {
      paused.freeze()
      return 'serve'
    }
    const ended = inChild(
      `const [paused, healthy] = addresses.map(client)
       paused.appendToStream('sample-a', event()).catch(() => undefined)
       await pause(300)
       await healthy.appendToStream('sample-b', event()).catch((error) => console.log('told:', error.message))`,
      paused.connectionString,
      healthy.connectionString,
    )
    await bothUnderWay
    await paused.kill()
    const { code, stdout } = await ended
    expect(stdout).not.toContain('alive at the end')
    expect(code).not.toBe(0)
    expect(healthy.database().lastRevision('sample-b')).toBe(0n)
  })

  it('with the adapter the other one is not touched, and the append to the paused one is resolved when it is back', async () => {
    const [paused, healthy] = [await open.double(), await open.double()]
    const [waiting, well] = [await open.log(paused.connectionString), await open.log(healthy.connectionString)]
    paused.freeze()
    const stream = freshStream()
    const doubtful = waiting.append(stream, 'no-stream', [anEvent()])()
    expect(await well.append(freshStream(), 'no-stream', [anEvent()])()).toEqual(WRITTEN)
    await paused.restart()
    expect(await doubtful).toEqual(WRITTEN)
    expect(paused.database().lastRevision(stream)).toBe(0n)
  })
})
