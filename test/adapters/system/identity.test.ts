import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/adapters/system/clock.js'
import { systemIdentity } from '../../../src/adapters/system/identity.js'
import { isEventId } from '../../../src/domain/kernel/append-check.js'
import { readClock } from '../../../src/domain/kernel/clock.js'

const identity = systemIdentity(new Uint8Array(32).fill(7))
const COMMAND = '01935b2c-7d11-7abc-8def-0123456789ab'

describe('ids of commands', () => {
  it('are UUIDs of version 7 that rise with time', () => {
    const ids = Array.from({ length: 100 }, () => identity.commandId())
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(100)
  })
})

describe('ids of events', () => {
  it('are the same for the same command, stream and index, also in another ledger and in capitals', () => {
    const id = identity.eventId(COMMAND, 'agreement-nag-2023', 0)
    // Written down: a ledger's ids may not change with a new version of this package.
    expect(id).toBe('01935b2c-7d11-8e46-8baa-5f4c1c571a1c')
    expect(systemIdentity(new Uint8Array(32)).eventId(COMMAND, 'agreement-nag-2023', 0)).toBe(id)
    expect(identity.eventId(COMMAND.toUpperCase(), 'agreement-nag-2023', 0)).toBe(id)
  })

  it('are UUIDs of version 8 that begin with the instant of the command', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), fc.nat(), (command, key, index) => {
        const id = identity.eventId(command, `sample-${key}`, index)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(isEventId(id)).toBe(true)
        expect(id.slice(0, 13)).toBe(command.slice(0, 13))
      }),
    )
  })

  it('differ with the command, the stream and the index', () => {
    const commands = [COMMAND, identity.commandId()]
    const ids = commands.flatMap((command) =>
      (['sample-a', 'sample-b', 'sample-a1'] as const).flatMap((stream) =>
        [0, 1, 11].map((index) => identity.eventId(command, stream, index)),
      ),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('digests', () => {
  it('are HMAC-SHA-256 under the key over JSON with sorted keys', () => {
    const key = new Uint8Array(32).fill(7)
    expect(identity.digest({ b: [2, { d: 1, c: null }], a: 'x' })).toBe(
      createHmac('sha256', key).update('{"a":"x","b":[2,{"c":null,"d":1}]}').digest('base64url'),
    )
  })

  it('are the same whatever the order of keys, and other under another key', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(identity.digest(turned)).toBe(identity.digest(value))
        expect(systemIdentity(new Uint8Array(32)).digest(value)).not.toBe(identity.digest(value))
      }),
    )
  })

  it('tell values apart, and take whatever there is', () => {
    const values = [{}, [], null, '', 0, '0', false, 1n, 1, '1', { a: 1 }, { a: '1' }, { a: 1n }, { a: [1] }, [1, 2], [2, 1], [[1], 2]]
    expect(new Set(values.map(identity.digest)).size).toBe(values.length)
    expect(identity.digest({ a: undefined })).toBe(identity.digest({}))
    expect(identity.digest(undefined)).toBe(identity.digest(null))
  })
})

it('the clock gives instants in UTC with milliseconds', () => {
  expect(readClock(systemClock)).toMatch(/Z$/)
})
