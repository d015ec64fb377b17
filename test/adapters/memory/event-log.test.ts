import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memoryLog } from '../../../src/adapters/memory/event-log.js'
import { memory } from '../../../src/adapters/memory/index.js'
import { eventLogContract } from '../../support/event-log-contract.js'
import { anEvent, aStreamOf, given } from '../../support/event-log-samples.js'

eventLogContract('the log in memory', async () => {
  const log = memoryLog()
  return {
    log,
    dispose: async () => {
      await log.close()
    },
  }
})

describe('the clock of a log in memory', () => {
  it('says when each event was recorded', async () => {
    const log = memoryLog({ clock: () => '2026-11-21T09:30:00.000Z' })
    const { stream } = await aStreamOf(log, 2)
    expect((await given(log.readStream(stream, 0n))).map((event) => event.recordedAt)).toEqual(Array(2).fill('2026-11-21T09:30:00.000Z'))
  })

  const broken: ReadonlyArray<readonly [string, () => string]> = [
    [
      'fails',
      () => {
        throw new Error('no time')
      },
    ],
    ['gives no instant', () => 'tomorrow'],
  ]
  for (const [what, clock] of broken)
    it(`that ${what} makes the log unavailable, and nothing is written`, async () => {
      const log = memoryLog({ clock })
      expect(await log.append('sample-1', 'no-stream', [anEvent()])()).toEqual(
        E.left({ _tag: 'LogUnavailable', cause: 'the clock failed' }),
      )
      expect(await given(log.head)).toBe('start')
    })
})

describe('the key of a ledger in memory', () => {
  it('is the one that is given, else a random one; one that is too short is a fault', async () => {
    const key = new Uint8Array(32).fill(7)
    expect(E.map(({ key }: { readonly key: Uint8Array }) => key)(await memory({ key })())).toEqual(E.right(key))
    expect(await memory()()).not.toMatchObject(E.right({ key }))
    expect(await memory({ key: new Uint8Array(3) })()).toEqual(
      E.left({ _tag: 'LogUnavailable', cause: 'the key of a ledger has 32 bytes, not 3' }),
    )
  })
})
