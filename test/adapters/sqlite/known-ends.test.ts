import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connect, connectLibsql } from '../../../src/adapters/sqlite/driver.js'
import { anEvent, aStreamOf, freshStream, given, readOn, someEvents } from '../../support/event-log-samples.js'
import { aPlace, opened, type Place } from './ledger-file.js'

describe('what a connection knows of the ends of the log', () => {
  let place: Place
  beforeEach(() => {
    place = aPlace()
  })
  afterEach(() => place.remove())

  it('spares it looking them up, as long as nobody else writes', async () => {
    const asked: string[] = []
    const connect: Connect = (file, busyMs) => {
      const driver = connectLibsql(file, busyMs)
      return {
        ...driver,
        prepare: (sql) => {
          const made = driver.prepare(sql)
          const run: typeof made.run = (...inputs) => {
            asked.push(sql.split(' ')[0] ?? '')
            return made.run(...inputs)
          }
          const first: typeof made.first = (...inputs) => {
            asked.push(sql.split(' ')[0] ?? '')
            return made.first(...inputs)
          }
          return { ...made, run, first }
        },
      }
    }
    const { log } = opened(place.file, { connect })
    const { stream } = await aStreamOf(log, 1)
    asked.length = 0
    await given(log.append(stream, 0n, [anEvent()]))
    expect(asked).toEqual(['BEGIN', 'INSERT', 'INSERT', 'COMMIT'])
    await log.close()
  })

  it('is out of date once another connection has written: both write on, in one order, and every position is taken once', async () => {
    const [one, other] = [opened(place.file).log, opened(place.file).log]
    const [mine, theirs] = [await aStreamOf(one, 1), await aStreamOf(other, 1)]
    for (let revision = 0n; revision < 5n; revision += 1n) {
      expect(await one.append(mine.stream, revision, [anEvent()])()).toEqual(E.right({ first: revision + 1n, last: revision + 1n }))
      expect(await other.append(theirs.stream, revision, [anEvent()])()).toEqual(E.right({ first: revision + 1n, last: revision + 1n }))
    }
    const events = await readOn(one, 'start')
    expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, i) => BigInt(i + 1)))
    await one.close()
    await other.close()
  })

  it('is no reason to write beside another connection: the stream that went on there is a conflict', async () => {
    const [one, other] = [opened(place.file).log, opened(place.file).log]
    const { stream } = await aStreamOf(one, 1)
    await given(other.append(stream, 0n, [anEvent()]))
    const conflict = { _tag: 'RevisionConflict', stream, expected: 0n, actual: 1n }
    expect(await one.append(stream, 0n, [anEvent()])()).toEqual(E.left(conflict))
    const fresh = freshStream()
    await given(one.readStream(fresh, 0n))
    await given(other.append(fresh, 'no-stream', [anEvent()]))
    expect(await one.append(fresh, 'no-stream', [anEvent()])()).toEqual(
      E.left({ ...conflict, stream: fresh, expected: 'no-stream', actual: 0n }),
    )
    await one.close()
    await other.close()
  })

  it('does not stand in the way of an append that is sent again by another connection', async () => {
    const [one, other] = [opened(place.file).log, opened(place.file).log]
    const { stream, events } = await aStreamOf(one, 2)
    expect(await other.append(stream, 'no-stream', events)()).toEqual(E.right({ first: 0n, last: 1n }))
    const more = someEvents(2)
    await given(other.append(stream, 1n, more))
    expect(await one.append(stream, 1n, more)()).toEqual(E.right({ first: 2n, last: 3n }))
    await one.close()
    await other.close()
  })
})
