import { jsonEvent } from '@eventstore/db-client'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { anEvent, aStreamOf, freshStream, given } from '../../../support/event-log-samples.js'
import { opener } from '../opened.js'
import { bareClient, disposeClients, inChild, outcomeOf, sample } from './bare-client.js'

// What the client is given: the adapter looks at it first, and writes it as JSON itself.

disposeClients()
const open = opener()

describe('5.4: data that cannot be written as JSON ends the process', () => {
  it.each(['{ sum: 1n }', 'undefined', '(() => { const a = {}; a.a = a; return a })()'])('with the bare client: %s', async (data) => {
    const double = await open.double()
    const ended = await inChild(
      `await client(addresses[0]).appendToStream('sample-a', { ...event(), data: ${data} }).catch(() => console.log('refused'))`,
      double.connectionString,
    )
    expect(ended.stdout).toBe('')
    expect(ended.code).not.toBe(0)
  })

  it.each(['', 'undefined', '{"sum":1n}', '{"a":'])('with the adapter %j is refused and never sent', async (data) => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    expect(await log.append(freshStream(), 'no-stream', [anEvent({ data })])()).toMatchObject({ left: { why: 'data is not JSON' } })
    expect(double.calls.total('append')).toBe(0)
  })
})

describe('5.12: with throwOnAppendFailure=false the revision of every conflict is 1', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const client = bareClient(`${double.connectionString}&throwOnAppendFailure=false`)
    await client.appendToStream('sample-a', [sample(), sample(), sample(), sample()])
    expect(await client.appendToStream('sample-a', sample(), { expectedRevision: 0n })).toMatchObject({
      success: false,
      nextExpectedRevision: 1n,
    })
  })

  it('with the adapter the option has no effect', async () => {
    const double = await open.double()
    const log = await open.log(`${double.connectionString}&throwOnAppendFailure=false`)
    const { stream } = await aStreamOf(log, 4)
    expect(await log.append(stream, 0n, [anEvent()])()).toEqual(E.left({ _tag: 'RevisionConflict', stream, expected: 0n, actual: 3n }))
  })
})

describe('5.13: an id that is none is an unknown error', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const wrong = jsonEvent({ id: 'first', type: 'SampleTaken', data: {} })
    const outcome = await outcomeOf(bareClient(double.connectionString).appendToStream('sample-a', wrong), 1_000)
    expect(outcome).toMatchObject({ type: 'unknown' })
  })

  it('with the adapter it is refused for what it is, and never sent', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    expect(await log.append(freshStream(), 'no-stream', [anEvent({ id: 'first' })])()).toMatchObject({
      left: { why: 'an id is not a UUID' },
    })
    expect(double.calls.total('append')).toBe(0)
  })
})

describe('5.14: an append of nothing to a new stream is said to have written revision 0', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    expect(await bareClient(double.connectionString).appendToStream('sample-a', [])).toMatchObject({
      success: true,
      nextExpectedRevision: 0n,
    })
    expect(double.database().lastRevision('sample-a')).toBe(-1n)
  })

  it('with the adapter it is refused', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    expect(await log.append(freshStream(), 'no-stream', [])()).toMatchObject({ left: { why: 'no events' } })
    expect(double.calls.total('append')).toBe(0)
  })
})

describe('5.15: a stream that exists cannot be deleted as one that exists', () => {
  it('with the bare client', async () => {
    const double = await open.double()
    const client = bareClient(double.connectionString)
    await client.appendToStream('sample-a', sample())
    const outcome = await outcomeOf(
      Promise.resolve().then(() => Reflect.apply(client.deleteStream, client, ['sample-a', { expectedRevision: 'stream_exists' }])),
      1_000,
    )
    expect(outcome).toBeInstanceOf(Error)
    expect(outcome).toMatchObject({ message: expect.stringContaining('serialization failure') })
  })

  it('the adapter deletes nothing: a log has no such call, and what it holds stays', async () => {
    const double = await open.double()
    const log = await open.log(double.connectionString)
    const { stream } = await aStreamOf(log, 1)
    expect(Object.keys(log).sort()).toEqual(['append', 'changed', 'close', 'head', 'readAll', 'readAt', 'readStream'])
    expect([double.calls.total('delete'), double.calls.total('tombstone')]).toEqual([0, 0])
    expect(await given(log.readStream(stream, 0n))).toHaveLength(1)
  })
})
