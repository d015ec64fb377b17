import { randomBytes, randomUUID } from 'node:crypto'
import { jsonEvent } from '@eventstore/db-client'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventStoreDb } from '../../../src/adapters/eventstoredb/index.js'
import type { EventStoreDbOptions } from '../../../src/adapters/eventstoredb/options.js'
import { memoryKeys } from '../../../src/adapters/memory/key-store.js'
import type { KeyStore } from '../../../src/domain/kernel/key-store.js'
import type { Store } from '../../../src/projections/engine/store.js'
import { anEvent, given } from '../../support/event-log-samples.js'
import { startDouble } from '../../support/eventstoredb/double.js'
import { accessDenied } from '../../support/eventstoredb/failures.js'
import { ANY } from '../../support/eventstoredb/rules/entry.js'
import { tombstone } from '../../support/eventstoredb/rules/writing.js'
import { keyStoreContract } from '../../support/key-store-contract.js'
import { left, right } from '../../support/right.js'
import { bareClient, disposeClients } from './defects/bare-client.js'
import { opener, QUICK } from './opened.js'

const real = process.env.PROGRAMME_LEDGER_EVENTSTOREDB

const SERVERS = [
  ['EventStoreDB (the test double)', startDouble],
  ...(real ? [['EventStoreDB (a real server)', async () => ({ connectionString: real, stop: async () => undefined })] as const] : []),
] as const

describe.each(SERVERS)('%s', (name, start) => {
  let connectionString: string
  let stop: () => Promise<void>
  beforeAll(async () => {
    ;({ connectionString, stop } = await start())
  })
  afterAll(() => stop())

  keyStoreContract(name, async () => {
    const opened: Store[] = []
    const open = async (): Promise<KeyStore> => {
      const store = right(await eventStoreDb(connectionString)())
      opened.push(store)
      return keysOf(store)
    }
    return {
      keys: await open(),
      reopen: open,
      run: `${randomUUID()}-`,
      dispose: async () => {
        for (const { log } of opened) await log.close()
      },
    }
  })
})

disposeClients()
const open = opener()
const stores: Array<Store> = []
// Closed before the doubles stop, which `opener` sees to.
afterEach(async () => {
  for (const { log } of stores.splice(0)) await log.close()
})

const keysOf = ({ keys }: Store): KeyStore => keys ?? memoryKeys()

const key = (): Uint8Array => new Uint8Array(randomBytes(32))

const streamOf = (person: string): string => `programmeLedgerKey-${person}`

/** A double, and so many stores open on it, each as if in a process of its own. */
const setting = async (options: EventStoreDbOptions = QUICK) => {
  const double = await open.double()
  const store = async (): Promise<Store> => {
    const opened = right(await eventStoreDb(double.connectionString, options)())
    stores.push(opened)
    return opened
  }
  return { double, store, keys: keysOf(await store()) }
}

describe('keys of people on a server', () => {
  it('lie in streams of the adapter, one event for each person, which no log shows', async () => {
    const { double, store, keys } = await setting()
    right(await keys.keep('person-1', key())())
    expect(double.database().lastRevision(streamOf('person-1'))).toBe(0n)
    for (const log of [(await store()).log, await open.log(double.connectionString)]) {
      expect(await given(log.head)).toBe('start')
      expect((await given(log.readAll({ after: 'start', limit: 10 }))).events).toEqual([])
      expect(await given(log.readStream('programmeLedgerKey-person-1', 0n))).toEqual([])
      expect(await log.append('programmeLedgerKey-person-1', 0n, [anEvent()])()).toMatchObject({ left: { _tag: 'AppendInvalid' } })
    }
  })

  it('may lie elsewhere, and the server then holds none', async () => {
    const elsewhere = memoryKeys()
    const { double, keys } = await setting({ ...QUICK, keys: elsewhere })
    right(await keys.keep('person-1', key())())
    expect(right(await elsewhere.people())).toEqual(['person-1'])
    expect(double.database().lastRevision(streamOf('person-1'))).toBe(-1n)
  })

  it('are one for each person, whoever comes first: the others take it', async () => {
    const { store } = await setting()
    const several = await Promise.all(Array.from({ length: 6 }, store))
    const kept = await Promise.all(several.map(async (one) => right(await keysOf(one).keep('person-1', key())())))
    expect(new Set(kept.map((one) => Buffer.from(one).toString('hex'))).size).toBe(1)
  })

  it('are looked up once, and side by side', async () => {
    const { double, store, keys } = await setting()
    const people = Array.from({ length: 100 }, (_, n) => `person-${n}`)
    for (const person of people) right(await keys.keep(person, key())())
    const other = keysOf(await store())
    const before = double.calls.total('read')
    expect(right(await other.held([...people, ...people])()).size).toBe(100)
    expect(double.calls.total('read') - before).toBe(100)
    expect(right(await other.held(people)()).size).toBe(100)
    expect(double.calls.total('read') - before).toBe(100)
  })

  it('are nobody’s under what is no id: such a text never reaches the server', async () => {
    const { keys } = await setting()
    for (const text of ['', '$all', 'person', 'person-a b', 'person-\ud800']) {
      expect(right(await keys.held([text])()).size).toBe(0)
      expect(left(await keys.keep(text, key())())).toMatchObject({ _tag: 'LogUnavailable' })
      expect(left(await keys.destroy(text)())).toMatchObject({ _tag: 'LogUnavailable' })
    }
    expect(left(await keys.keep('person-1', new Uint8Array(16))())).toMatchObject({ cause: expect.stringContaining('32 bytes, not 16') })
  })

  it('say that the store is closed, once it is', async () => {
    const { store } = await setting()
    const { log, keys } = await store()
    await given(log.close)
    expect(left(await (keys ?? memoryKeys()).held(['person-1'])())).toMatchObject({ cause: 'the store is closed' })
  })
})

describe('a key that is destroyed', () => {
  it('is tombstoned; a scavenge then takes its bytes out of the log, and it stays destroyed', async () => {
    const { double, store, keys } = await setting()
    const secret = key()
    right(await keys.keep('person-1', secret)())
    right(await keys.destroy('person-1')())
    right(await keys.destroy('person-2')())
    const inLog = (): boolean =>
      double
        .database()
        .entries()
        .some(({ data }) => Buffer.from(data).includes(Buffer.from(secret).toString('base64url')))
    expect(inLog()).toBe(true)
    double.scavenge()
    expect(inLog()).toBe(false)
    const later = keysOf(await store())
    expect([...right(await later.held(['person-1', 'person-2'])())]).toEqual([
      ['person-1', 'destroyed'],
      ['person-2', 'destroyed'],
    ])
    expect([...right(await later.people())].sort()).toEqual(['person-1', 'person-2'])
  })

  it('by another process is not used here any more once this one reads of it', async () => {
    const { store, keys } = await setting()
    right(await keys.keep('person-1', key())())
    const other = keysOf(await store())
    expect(right(await other.held(['person-1'])()).size).toBe(1)
    right(await keys.destroy('person-1')())
    right(await other.destroy('person-1')())
    expect(right(await other.held(['person-1'])()).get('person-1')).toBe('destroyed')
  })

  it('is destroyed, too, where the answer to that was lost', async () => {
    const { double, keys } = await setting()
    right(await keys.keep('person-1', key())())
    double.faults.remove = () => {
      double.faults.remove = undefined
      tombstone(double.database(), streamOf('person-1'), ANY)
      return 'drop'
    }
    right(await keys.destroy('person-1')())
    expect(right(await keys.held(['person-1'])()).get('person-1')).toBe('destroyed')
  })

  it('takes the right to delete its stream, which is found out without deleting; but not where another has destroyed it', async () => {
    const { double, store, keys } = await setting()
    for (const person of ['person-1', 'person-2']) right(await keys.keep(person, key())())
    right(await keys.destroy('person-1')())
    double.faults.remove = () => ({ fail: accessDenied() })
    const reader = keysOf(await store())
    right(await reader.destroy('person-1')())
    expect(left((await reader.mayDestroy?.('person-2')()) ?? E.right(undefined))).toMatchObject({ cause: expect.stringContaining('($d)') })
    expect(left(await reader.destroy('person-2')())).toMatchObject({
      _tag: 'LogUnavailable',
      cause: expect.stringContaining('programmeLedgerKey-person-2 cannot be destroyed: that needs the right to delete the stream ($d)'),
    })
    double.faults.clear()
    for (const person of ['person-1', 'person-2', 'person-3'])
      expect(E.isRight((await reader.mayDestroy?.(person)()) ?? E.left(undefined))).toBe(true)
    expect([...right(await reader.held(['person-2', 'person-3'])()).keys()]).toEqual(['person-2'])
  })
})

describe('a stream of a key that another hand changed', () => {
  it('is a fault, and never a reason for a new key', async () => {
    const { double, store, keys } = await setting()
    const client = bareClient(double.connectionString)
    right(await keys.keep('person-1', key())())
    await client.deleteStream(streamOf('person-1'))
    await client.appendToStream(streamOf('person-2'), jsonEvent({ type: 'PersonKeyMade', data: { key: 'short' } }))
    const other = keysOf(await store())
    for (const person of ['person-1', 'person-2']) {
      expect(left(await other.held([person])())).toMatchObject({ _tag: 'LogDamaged', at: expect.stringContaining(person) })
      expect(left(await other.keep(person, key())())).toMatchObject({ _tag: 'LogDamaged' })
      right(await other.destroy(person)())
      expect(right(await other.held([person])()).get(person)).toBe('destroyed')
    }
  })
})
