import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectLibsql } from '../../../src/adapters/sqlite/driver.js'
import { openSqliteLog } from '../../../src/adapters/sqlite/event-log.js'
import type { StreamName } from '../../../src/domain/kernel/decider.js'
import type { EventLogFault } from '../../../src/domain/kernel/event-log.js'
import type { StoredEvent } from '../../../src/domain/kernel/recorded.js'
import { anEvent, given, readOn } from '../../support/event-log-samples.js'
import { aPlace, opened, type Place } from './ledger-file.js'

const STREAMS: ReadonlyArray<StreamName> = ['sample-a', 'sample-b', 'sample-c']
const EVENTS = 30
const marked = (position: number): string => `{"mark":"<${position}>","filler":"${'x'.repeat(200)}"}`

/** What a ledger answers when everything in it is read, the first fault or all events; whatever is thrown fails the test. */
const readEverything = async (file: string): Promise<E.Either<EventLogFault, ReadonlyArray<ReadonlyArray<StoredEvent>>>> => {
  const answer = openSqliteLog(file)
  if (E.isLeft(answer)) return answer
  const { log } = answer.right
  try {
    const all = await log.readAll({ after: 'start', limit: 1_000 })()
    if (E.isLeft(all)) return all
    const found = [all.right.events]
    for (const stream of STREAMS) {
      const events = await log.readStream(stream, 0n)()
      if (E.isLeft(events)) return events
      found.push(events.right)
    }
    return E.right(found)
  } finally {
    await log.close()
  }
}

describe('a damaged file is never taken for a whole one', () => {
  let whole: Place
  let place: Place
  let truth: ReadonlyArray<ReadonlyArray<StoredEvent>>
  beforeAll(async () => {
    whole = aPlace()
    const { log } = opened(whole.file)
    for (let i = 0; i < EVENTS; i++) {
      const revision = BigInt(Math.floor(i / 3) - 1)
      await given(log.append(STREAMS[i % 3] ?? 'sample-a', revision < 0n ? 'no-stream' : revision, [anEvent({ data: marked(i + 1) })]))
    }
    truth = [await readOn(log, 'start', 1_000), ...(await Promise.all(STREAMS.map((stream) => given(log.readStream(stream, 0n)))))]
    await log.close()
  })
  afterAll(() => whole.remove())
  beforeEach(() => {
    place = aPlace()
    copyFileSync(whole.file, place.file)
  })
  afterEach(() => place.remove())

  const expectDamage = async (at: RegExp): Promise<void> => {
    expect(await readEverything(place.file)).toEqual(
      E.left({ _tag: 'LogDamaged', at: expect.stringMatching(at), cause: expect.any(String) }),
    )
  }

  /** As somebody with a database tool would do it, the guards taken away first. */
  const alter = (...sql: ReadonlyArray<string>): void => {
    const driver = connectLibsql(place.file, 0)
    driver.exec(['DROP TRIGGER events_never_change', 'DROP TRIGGER events_never_go', ...sql].join(';'))
    driver.close()
  }

  it('untouched, it reads as it was written', async () => {
    expect(await readEverything(place.file)).toEqual(E.right(truth))
  })

  it('a byte of an event was changed: the fault names its position', async () => {
    const bytes = readFileSync(place.file)
    bytes[bytes.indexOf('<17>') + 1] = '9'.charCodeAt(0)
    writeFileSync(place.file, bytes)
    await expectDamage(/^position 17$/)
    const { log } = opened(place.file)
    expect(await log.readAt(17n)()).toMatchObject(E.left({ _tag: 'LogDamaged', at: 'position 17' }))
    expect(await log.readStream('sample-b', 0n)()).toMatchObject(E.left({ _tag: 'LogDamaged', at: 'stream sample-b, revision 5' }))
    expect(E.isRight(await log.readStream('sample-c', 0n)())).toBe(true)
    expect(await given(log.readAll({ after: 'start', limit: 16 }))).toMatchObject({ next: 16n, end: false })
    await log.close()
  })

  it('a byte of an event is no letter any more', async () => {
    const bytes = readFileSync(place.file)
    bytes[bytes.indexOf('<17>') + 1] = 0xff
    writeFileSync(place.file, bytes)
    await expectDamage(/^position 17$/)
  })

  for (const [what, at, ...sql] of [
    ['data was changed', /^position 5$/, `UPDATE events SET data = '{}' WHERE position = 5`],
    ['metadata was changed', /^position 5$/, `UPDATE events SET metadata = '{}' WHERE position = 5`],
    ['an event was moved to another stream', /^position 5$/, `UPDATE events SET stream = 'sample-a', revision = 99 WHERE position = 5`],
    ['an instant was changed', /^position 5$/, `UPDATE events SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = 5`],
    [
      'an event was put in the place of another',
      /^position 5$/,
      `INSERT OR REPLACE INTO events SELECT position, id, stream, revision, type, schema, '{}', metadata, recorded_at, hash FROM events WHERE position = 5`,
    ],
    ['a hash was changed', /^position 5$/, `UPDATE events SET hash = (SELECT hash FROM events WHERE position = 6) WHERE position = 5`],
    [
      'two events changed places',
      /^position 5$/,
      'UPDATE events SET position = -5 WHERE position = 5',
      'UPDATE events SET position = 5 WHERE position = 6',
      'UPDATE events SET position = 6 WHERE position = -5',
    ],
    ['the first event is gone', /position 1$/, 'DELETE FROM events WHERE position = 1'],
    ['an event is gone', /position 12$/, 'DELETE FROM events WHERE position = 12'],
    ['the last event is gone', /position 30$/, 'DELETE FROM events WHERE position = 30'],
    [
      'the end is gone, and its count with it',
      /^stream sample-a, revision 9$/,
      'DELETE FROM events WHERE position >= 28',
      `UPDATE sqlite_sequence SET seq = 27 WHERE name = 'events'`,
    ],
    ['all events are gone', /position 1$/, 'DELETE FROM events'],
    ['the count is gone', /position/, 'DELETE FROM sqlite_sequence'],
    ['a column is gone', /page 1$/, 'ALTER TABLE events RENAME COLUMN type TO kind'],
    ['the key is another', /table ledger$/, 'DROP TRIGGER ledger_never_changes', `UPDATE ledger SET value = 'AAAA' WHERE name = 'key'`],
  ] as const)
    it(`with plain SQL, ${what}`, async () => {
      alter(...sql)
      await expectDamage(at)
    })

  it('missing events stop an append, too', async () => {
    const { log, driver } = opened(place.file)
    driver.exec('DROP TRIGGER events_never_go; DELETE FROM events WHERE position = 30')
    expect(await log.append('sample-new', 'no-stream', [anEvent()])()).toMatchObject(E.left({ _tag: 'LogDamaged' }))
    expect(await log.head()).toMatchObject(E.left({ _tag: 'LogDamaged' }))
    await log.close()
  })

  it('the guards refuse changes, and stand again after somebody took them away', async () => {
    alter()
    const { log, driver } = opened(place.file)
    expect(() => driver.exec(`UPDATE events SET data = '{}'`)).toThrow('a recorded event is never changed')
    expect(() => driver.exec('DELETE FROM events')).toThrow('a recorded event is never removed')
    expect(() => driver.exec(`UPDATE ledger SET value = '9'`)).toThrow('never changed')
    await log.close()
  })

  it('cut off anywhere: the fault names the page', async () => {
    const size = readFileSync(place.file).length
    for (let left = 0; left < size; left += 1_500) {
      copyFileSync(whole.file, place.file)
      truncateSync(place.file, left)
      await expectDamage(/page \d+$/)
    }
  })

  it('a page of zeros, a changed bit, a byte that is no letter: either all is as it was, or there is a fault', async () => {
    const bytes = readFileSync(whole.file)
    const tries = [
      ...Array.from({ length: bytes.length / 4_096 }, (_, page) => (copy: Buffer) => copy.fill(0, page * 4_096, (page + 1) * 4_096)),
      // 97 and 89 are prime to the page size: the places wander over all parts of a page.
      ...Array.from(
        { length: 150 },
        (_, i) => (copy: Buffer) => copy.writeUInt8(copy.readUInt8((i * 4_001) % copy.length) ^ (1 << (i % 8)), (i * 4_001) % copy.length),
      ),
      ...Array.from({ length: 150 }, (_, i) => (copy: Buffer) => copy.writeUInt8(0xff, (i * 3_989 + 97) % copy.length)),
    ]
    for (const damage of tries) {
      const copy = Buffer.from(bytes)
      damage(copy)
      for (const part of ['', '-wal', '-shm']) rmSync(place.file + part, { force: true })
      writeFileSync(place.file, copy)
      const answer = await readEverything(place.file)
      if (E.isRight(answer)) expect(answer.right).toEqual(truth)
      else expect(answer.left).toEqual({ _tag: 'LogDamaged', at: expect.any(String), cause: expect.any(String) })
    }
  })
})
