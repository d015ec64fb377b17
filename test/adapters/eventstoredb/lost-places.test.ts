import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { anEvent, aStreamOf, freshStream, given, idsOf, readOn } from '../../support/event-log-samples.js'
import { freshDatabase, startDouble } from '../../support/eventstoredb/double.js'
import { timedOut } from '../../support/eventstoredb/failures.js'
import { bareClient, disposeClients, sample } from './defects/bare-client.js'
import { opener } from './opened.js'

// Places in the log that the server no longer has, or has given to something else. A real server answers with silence.

disposeClients()
const open = opener()

describe.each(['23.10.6', '24.2.0'])('on a server of version %s', (version) => {
  it('a position beyond the end of the log is a fault that says so', async () => {
    const double = await open.double({ version })
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 3)
    const beyond = double.database().end() + 10_000n
    expect(await log.readAll({ after: beyond, limit: 10 })()).toMatchObject({
      left: { _tag: 'LogDamaged', at: `position ${beyond}`, cause: expect.stringContaining('beyond the end') },
    })
    expect(await given(log.readAt(beyond))).toBeUndefined()
  })

  it('a position at which no event begins is a fault that says so', async () => {
    const double = await open.double({ version })
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 3)
    const [first] = await readOn(log, 'start')
    const between = (first?.position ?? 0n) + 1n
    expect(await log.readAll({ after: between, limit: 10 })()).toMatchObject({
      left: { _tag: 'LogDamaged', at: `position ${between}`, cause: expect.stringContaining('no event begins there') },
    })
    expect(await given(log.readAt(between))).toBeUndefined()
  })

  it.each([-1n, 2n ** 63n, 2n ** 64n])('no event stands at %s', async (position) => {
    const double = await open.double({ version })
    const log = await open.log(double.connectionString)
    await aStreamOf(log, 1)
    expect(await given(log.readAt(position))).toBeUndefined()
  })
})

it('a position that another event has now is a fault for who had read the first one', async () => {
  const double = await open.double()
  const reader = await open.log(double.connectionString)
  await aStreamOf(reader, 2)
  const stream = freshStream()
  const [phantom, real] = [anEvent(), anEvent()]
  const proposed = { id: phantom.id, type: phantom.type, isJson: true, data: Buffer.from(phantom.data), metadata: Buffer.from('{}') }
  const phase = await double.showPhantoms({ toLeaderCalls: true, events: [{ stream, events: [proposed] }] })
  const shown = await given(reader.readAll({ after: 'start', limit: 100 }))
  expect(idsOf(shown.events)).toContain(phantom.id)
  await phase.truncate()
  await given(reader.append(stream, 'no-stream', [real]))
  const [taken] = await given(reader.readStream(stream, 0n))
  expect(taken?.position).toBe(shown.next)
  expect(await reader.readAll({ after: shown.next, limit: 10 })()).toMatchObject({
    left: { _tag: 'LogDamaged', at: `position ${shown.next}`, cause: expect.stringContaining('took back what it showed') },
  })
  // Any process can see it, by the id that it kept with its checkpoint.
  expect((await given(reader.readAt(taken?.position ?? 0n)))?.id).toBe(real.id)
})

it('phantoms of a node that no longer leads are not shown: every call asks for the leader', async () => {
  const double = await open.double()
  const log = await open.log(double.connectionString, { timeoutMs: 400, patienceMs: 10_000 })
  const { events } = await aStreamOf(log, 2)
  double.faults.append = () => ({ keepAsPhantom: timedOut() })
  const stream = freshStream()
  const doubtful = log.append(stream, 'no-stream', [anEvent()])()
  await expect.poll(() => double.calls.total('append')).toBeGreaterThan(1)
  double.faults.clear()
  const phase = await double.showPhantoms()
  const reading = readOn(log, 'start')
  await phase.truncate()
  expect(idsOf(await reading).slice(0, 2)).toEqual(idsOf(events))
  expect(await doubtful).toEqual(E.right({ first: 0n, last: 0n }))
  expect(await given(log.readStream(stream, 0n))).toHaveLength(1)
})

describe('a server that others use as well', () => {
  const shared = async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString, { owns: (stream) => stream.startsWith('sample-') })
    const client = bareClient(double.connectionString)
    const others = async (count: number) => {
      await client.appendToStream('order-1', Array.from({ length: count }, sample))
    }
    return { double, log, others }
  }

  it('shows a log without anything of its own as empty, however much others wrote', async () => {
    const { log, others } = await shared()
    await others(300)
    expect(await given(log.head)).toBe('start')
    expect(await given(log.readAll({ after: 'start', limit: 10 }))).toEqual({ events: [], next: 'start', end: true })
    await others(300)
    expect(await given(log.head)).toBe('start')
    expect(await given(log.readAll({ after: 'start', limit: 10 }))).toEqual({ events: [], next: 'start', end: true })
    const { events } = await aStreamOf(log, 1)
    expect(idsOf(await readOn(log, 'start'))).toEqual(idsOf(events))
    expect(await given(log.head)).toBe((await readOn(log, 'start'))[0]?.position)
  })

  it.each([1, 2, 7, 100])('shows only its own in pages of %s, and does not look twice through what is not', async (limit) => {
    const { double, log, others } = await shared()
    const own: string[] = []
    for (let i = 0; i < 5; i++) {
      await others(60)
      own.push(...idsOf((await aStreamOf(log, 3)).events))
    }
    await others(60)
    expect(idsOf(await readOn(log, 'start', limit))).toEqual(own)
    const head = await given(log.head)
    await given(log.readAll({ after: head, limit }))
    const before = double.calls.total('read')
    await given(log.readAll({ after: head, limit }))
    expect(double.calls.total('read')).toBe(before + 1)
  })

  it('goes on where what others wrote was removed by a scavenge', async () => {
    const { double, log, others } = await shared()
    const first = await aStreamOf(log, 2)
    await others(50)
    const page = await given(log.readAll({ after: 'start', limit: 10 }))
    expect(page.end).toBe(true)
    await bareClient(double.connectionString).tombstoneStream('order-1')
    double.scavenge()
    const second = await aStreamOf(log, 2)
    expect(idsOf(await readOn(log, page.next))).toEqual(idsOf(second.events))
    expect(idsOf(await readOn(log, 'start'))).toEqual(idsOf([...first.events, ...second.events]))
  })

  it('takes no append to a stream that is not the ledger’s, nor shows one', async () => {
    const { log, others } = await shared()
    await others(2)
    expect(await log.append('order-1', 1n, [anEvent()])()).toMatchObject({ left: { _tag: 'AppendInvalid', why: 'not a stream name' } })
    expect(await given(log.readStream('order-1', 0n))).toEqual([])
  })
})

it('a server restored from an older copy is found out at once', async () => {
  const before = freshDatabase()
  const double = await open.double({ database: before })
  const log = await open.log(double.connectionString)
  await aStreamOf(log, 3)
  const { next } = await given(log.readAll({ after: 'start', limit: 10 }))
  const { port } = double
  await double.stop()
  const older = await startDouble({ port })
  try {
    expect(await log.readAll({ after: next, limit: 10 })()).toMatchObject({ left: { _tag: 'LogDamaged' } })
    expect(await given(log.readAt(typeof next === 'bigint' ? next : 0n))).toBeUndefined()
    // Who waits behind the end is woken, so that he reads and hears of it.
    expect(await log.changed(next, new AbortController().signal)()).toEqual(E.right(undefined))
  } finally {
    await log.close()
    await older.stop()
  }
})
