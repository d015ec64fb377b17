import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { eventStoreDb } from '../../../src/adapters/eventstoredb/index.js'
import type { EventStoreDbOptions } from '../../../src/adapters/eventstoredb/options.js'
import type { Store } from '../../../src/projections/engine/store.js'
import { anEvent, given } from '../../support/event-log-samples.js'
import type { Double } from '../../support/eventstoredb/double.js'
import { right } from '../../support/right.js'
import { bareClient, disposeClients } from './defects/bare-client.js'
import { opener, QUICK } from './opened.js'

disposeClients()
const open = opener()

/** Opens a ledger's store, and closes it at once: only the key is of interest. */
const keyOf = async (double: Double, options: EventStoreDbOptions = {}): Promise<Uint8Array> => {
  const store = right(await eventStoreDb(double.connectionString, { ...QUICK, ...options })())
  await given(store.log.close)
  return store.key
}

describe('the key of the digests', () => {
  it('is made once, of 32 bytes, and kept on the server', async () => {
    const double = await open.double()
    const key = await keyOf(double)
    expect(key).toHaveLength(32)
    expect(await keyOf(double)).toEqual(key)
    expect(double.database().lastRevision('programmeLedger-key')).toBe(0n)
  })

  it('is one for all who open a new ledger at the same time', async () => {
    const double = await open.double()
    const keys = await Promise.all(Array.from({ length: 8 }, () => keyOf(double)))
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
    expect(double.database().lastRevision('programmeLedger-key')).toBe(0n)
  })

  it('is the one given, where the server holds none: a copied ledger keeps its own', async () => {
    const double = await open.double()
    const key = new Uint8Array(randomBytes(32))
    expect(await keyOf(double, { key })).toEqual(key)
    expect(await keyOf(double)).toEqual(key)
    expect(await keyOf(double, { key })).toEqual(key)
  })

  it('that is given, and not the one on the server, is a fault, and nothing is changed', async () => {
    const double = await open.double()
    const key = await keyOf(double)
    const opened = await eventStoreDb(double.connectionString, { ...QUICK, key: new Uint8Array(randomBytes(32)) })()
    expect(opened).toMatchObject({ left: { _tag: 'LogUnavailable', cause: expect.stringContaining('another key') } })
    expect(JSON.stringify(opened)).not.toContain(Buffer.from(key).toString('base64url'))
    expect(await keyOf(double)).toEqual(key)
    await double.calls.allClosed()
  })

  it('of another length is refused', async () => {
    const double = await open.double()
    expect(await eventStoreDb(double.connectionString, { ...QUICK, key: new Uint8Array(16) })()).toMatchObject({
      left: { _tag: 'LogUnavailable', cause: expect.stringContaining('32 bytes, not 16') },
    })
  })

  it('that was deleted is a fault, never a new key: the digests of all commands would be void', async () => {
    const double = await open.double()
    await keyOf(double)
    await bareClient(double.connectionString).deleteStream('programmeLedger-key')
    expect(await eventStoreDb(double.connectionString, QUICK)()).toMatchObject({ left: { _tag: 'LogDamaged' } })
  })

  it.each([{ key: 'short' }, { other: 1 }, []])('that is none is a fault: %j', async (data) => {
    const double = await open.double()
    const event = { ...anEvent(), contentType: 'application/json', data, metadata: {} } as const
    await bareClient(double.connectionString).appendToStream('programmeLedger-key', event)
    expect(await eventStoreDb(double.connectionString, QUICK)()).toMatchObject({ left: { _tag: 'LogDamaged' } })
  })
})

describe('the stream of the key', () => {
  it('is none of the log: not shown, not read, not written', async () => {
    const double = await open.double()
    await keyOf(double)
    const log = await open.log(double.connectionString)
    expect(await given(log.head)).toBe('start')
    expect(await given(log.readAll({ after: 'start', limit: 10 }))).toMatchObject({ events: [], end: true })
    expect(await given(log.readStream('programmeLedger-key', 0n))).toEqual([])
    expect(await log.append('programmeLedger-key', 0n, [anEvent()])()).toMatchObject({ left: { _tag: 'AppendInvalid' } })
  })
})

describe('a ledger on a server', () => {
  it('sees the streams of its own kinds only', async () => {
    const double = await open.double()
    const store: Store = right(await eventStoreDb(double.connectionString, QUICK)())
    try {
      expect(E.isRight(await store.log.append('person-1', 'no-stream', [anEvent()])())).toBe(true)
      expect(await store.log.append('order-1', 'no-stream', [anEvent()])()).toMatchObject({ left: { _tag: 'AppendInvalid' } })
      expect(store.rows).toBeUndefined()
    } finally {
      await given(store.log.close)
    }
  })
})
