import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connect, connectLibsql, type SqlInput, type Statement } from '../../../src/adapters/sqlite/driver.js'
import { openSqliteLog } from '../../../src/adapters/sqlite/event-log.js'
import { anEvent, aStreamOf, freshStream, given, someEvents } from '../../support/event-log-samples.js'
import { aPlace, opened, type Place } from './ledger-file.js'

describe('a log in a file, with a driver that counts or fails', () => {
  let place: Place
  beforeEach(() => {
    place = aPlace()
  })
  afterEach(() => place.remove())

  const watched =
    (before: (sql: string) => void): Connect =>
    (file, busyMs) => {
      const driver = connectLibsql(file, busyMs)
      const heeding =
        <A>(sql: string, go: (...inputs: ReadonlyArray<SqlInput>) => A) =>
        (...inputs: ReadonlyArray<SqlInput>): A => {
          before(sql)
          return go(...inputs)
        }
      return {
        ...driver,
        prepare: (sql) => {
          const made = driver.prepare(sql)
          return { run: heeding(sql, made.run), all: heeding(sql, made.all), first: heeding(sql, made.first) }
        },
      }
    }

  it('32 appends at the same time are one transaction', async () => {
    let commits = 0
    const { log } = opened(place.file, { connect: watched((sql) => (commits += sql === 'COMMIT' ? 1 : 0)) })
    await Promise.all(Array.from({ length: 32 }, () => given(log.append(freshStream(), 'no-stream', someEvents(2)))))
    expect(commits).toBe(1)
    expect(await given(log.head)).toBe(64n)
    await log.close()
  })

  it('one append after another lets the event loop go on with its other work, and still shares with whoever comes then', async () => {
    const commits: string[] = []
    const { log } = opened(place.file, { connect: watched((sql) => sql === 'COMMIT' && commits.push(sql)) })
    let heard = 0
    const others = setInterval(() => (heard += 1))
    const { stream } = await aStreamOf(log, 1)
    let last = 0n
    for (; heard === 0 && last < 20_000n; last += 1n) await given(log.append(stream, last, [anEvent()]))
    clearInterval(others)
    expect(heard).toBeGreaterThan(0)
    expect(BigInt(commits.length)).toBe(last + 1n)
    await Promise.all(Array.from({ length: 8 }, () => given(log.append(freshStream(), 'no-stream', [anEvent()]))))
    expect(BigInt(commits.length)).toBe(last + 2n)
    await log.close()
  })

  it('a failing driver is a fault of each call, never thrown', async () => {
    let failing = false
    const connect = watched(() => {
      if (failing) throw new Error('the disk is on fire')
    })
    const { log } = opened(place.file, { connect })
    const { stream } = await aStreamOf(log, 1)
    failing = true
    const fault = E.left({ _tag: 'LogUnavailable', cause: 'the disk is on fire' })
    expect(await log.append(stream, 0n, [anEvent()])()).toEqual(fault)
    expect(await log.readStream(stream, 0n)()).toEqual(fault)
    expect(await log.readAll({ after: 'start', limit: 1 })()).toEqual(fault)
    expect(await log.readAt(1n)()).toEqual(fault)
    expect(await log.head()).toEqual(fault)
    expect(await log.changed('start', new AbortController().signal)()).toEqual(fault)
    failing = false
    expect(await log.append(stream, 0n, [anEvent()])()).toEqual(E.right({ first: 1n, last: 1n }))
    await log.close()
  })

  for (const when of ['before', 'after'] as const)
    it(`a commit that fails ${when} it is done is settled: each append is written once and answered`, async () => {
      let failing = false
      const connect: Connect = (file, busyMs) => {
        const driver = connectLibsql(file, busyMs)
        const flaky = ({ run, all, first }: Statement): Statement => ({
          all,
          first,
          run: (...inputs) => {
            const fails = failing
            failing = false
            if (fails && when === 'before') throw new Error('the disk is slow')
            const changes = run(...inputs)
            if (fails) throw new Error('the disk is slow')
            return changes
          },
        })
        return { ...driver, prepare: (sql) => (sql === 'COMMIT' ? flaky(driver.prepare(sql)) : driver.prepare(sql)) }
      }
      const { log } = opened(place.file, { connect })
      failing = true
      const answers = await Promise.all([1, 2].map(() => log.append(freshStream(), 'no-stream', someEvents(2))()))
      expect(answers).toEqual([1, 2].map(() => E.right({ first: 0n, last: 1n })))
      expect(await given(log.head)).toBe(4n)
      await log.close()
    })

  it('a driver that cannot open is a fault', () => {
    const connect: Connect = () => {
      throw new Error('no such driver')
    }
    expect(openSqliteLog(place.file, { connect })).toEqual(E.left({ _tag: 'LogUnavailable', cause: 'no such driver' }))
  })

  it('a failing clock is a fault, and nothing is written', async () => {
    const clock = () => {
      throw new Error('no time')
    }
    const { log } = opened(place.file, { clock })
    expect(await log.append('sample-1', 'no-stream', [anEvent()])()).toEqual(E.left({ _tag: 'LogUnavailable', cause: 'the clock failed' }))
    expect(await given(log.head)).toBe('start')
    await log.close()
  })
})
