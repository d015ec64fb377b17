import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StreamName } from '../../../src/domain/kernel/decider.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { anEvent, aStreamOf, given, idsOf, readOn } from '../../support/event-log-samples.js'
import { aPlace, opened, type Place } from './ledger-file.js'

interface Acknowledged {
  readonly stream: StreamName
  readonly first: number
  readonly ids: ReadonlyArray<string>
}

const writer = (file: string, name: string, rounds: number): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('writer.ts', import.meta.url)), file, name, `${rounds}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** All that a writer says, and its exit code; `heard` is told how often it has spoken. */
const listen = async (child: ChildProcess, heard: (times: number) => void = () => {}) => {
  const said: Acknowledged[] = []
  const ended = once(child, 'exit')
  if (child.stdout === null) throw new Error('the writer has no voice')
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(JSON.parse(line))
    heard(said.length)
  }
  const [code] = await ended
  return { said, code }
}

const expectAllThere = async (log: EventLog, said: ReadonlyArray<Acknowledged>): Promise<void> => {
  for (const { stream, first, ids } of said) {
    const stored = await given(log.readStream(stream, BigInt(first)))
    expect(idsOf(stored.slice(0, ids.length))).toEqual(ids)
  }
}

/** Appends have three events: a stream of another length, or one cut in two by another, was half written. */
const expectNothingHalf = async (log: EventLog): Promise<void> => {
  const all = await readOn(log, 'start', 1_000)
  expect(all.length % 3).toBe(0)
  for (let i = 0; i < all.length; i += 3) {
    const [a, b, c] = all.slice(i, i + 3)
    expect([b?.stream, c?.stream]).toEqual([a?.stream, a?.stream])
    expect([b?.revision, c?.revision]).toEqual([(a?.revision ?? 0n) + 1n, (a?.revision ?? 0n) + 2n])
  }
}

describe('one file in several processes', () => {
  let place: Place
  beforeEach(() => {
    place = aPlace()
  })
  afterEach(() => place.remove())

  it('takes all that two of them write at the same time, also to the same stream, also while they make the file', async () => {
    const rounds = 40
    const answers = await Promise.all(['left', 'right'].map((name) => listen(writer(place.file, name, rounds))))
    expect(answers.map(({ code, said }) => [code, said.length])).toEqual([
      [0, 4 * rounds],
      [0, 4 * rounds],
    ])
    const { log } = opened(place.file)
    for (const { said } of answers) await expectAllThere(log, said)
    await expectNothingHalf(log)
    expect(await given(log.head)).toBe(BigInt(2 * 4 * rounds * 3))
    expect(await given(log.readStream('sample-shared', 0n))).toHaveLength(2 * rounds * 3)
    await log.close()
  })

  for (const after of [1, 5, 30, 100])
    it(`loses nothing acknowledged when one is killed after ${after} answers, and holds nothing half written`, async () => {
      const child = writer(place.file, 'doomed', 100_000)
      const { said, code } = await listen(child, (times) => {
        if (times === after) child.kill('SIGKILL')
      })
      expect(code).toBeNull()
      const { log } = opened(place.file)
      await expectAllThere(log, said)
      await expectNothingHalf(log)
      expect(E.isRight(await log.append('sample-next', 'no-stream', [anEvent()])())).toBe(true)
      await log.close()
    })

  it('wakes who waits here for what is written there', async () => {
    const { log } = opened(place.file)
    await aStreamOf(log, 1)
    const head = await given(log.head)
    const waiting = log.changed(head, new AbortController().signal)()
    await listen(writer(place.file, 'other', 1))
    expect(await waiting).toEqual(E.right(undefined))
    expect(await given(log.head)).toBe(13n)
    await log.close()
  })

  it('makes a writer wait while another holds the file, and then gives up with a fault', async () => {
    const { log: holder, driver } = opened(place.file)
    const { log } = opened(place.file, { busyTimeoutMs: 2_000 })
    const { log: hasty } = opened(place.file, { busyTimeoutMs: 60 })
    driver.exec('BEGIN IMMEDIATE')
    const patient = log.append('sample-1', 'no-stream', [anEvent()])()
    expect(await hasty.append('sample-2', 'no-stream', [anEvent()])()).toEqual(
      E.left({ _tag: 'LogUnavailable', cause: 'another process kept the file locked for 60 ms' }),
    )
    expect(await given(hasty.readStream('sample-1', 0n))).toEqual([])
    driver.exec('ROLLBACK')
    expect(await patient).toEqual(E.right({ first: 0n, last: 0n }))
    for (const each of [holder, log, hasty]) await each.close()
  })
})
