import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectLibsql, type Driver } from '../../../src/adapters/sqlite/driver.js'
import { openSqliteLog } from '../../../src/adapters/sqlite/event-log.js'
import { sealOf } from '../../../src/adapters/sqlite/schema.js'
import { aStreamOf, given } from '../../support/event-log-samples.js'
import { aPlace, opened, type Place } from './ledger-file.js'

describe('opening a ledger in a file', () => {
  let place: Place
  beforeEach(() => {
    place = aPlace()
  })
  afterEach(() => place.remove())

  const plainSql = (sql: string): void => {
    const driver = connectLibsql(place.file, 0)
    driver.exec(sql)
    driver.close()
  }

  it('makes the file, leaves nothing beside it, and gives it a key that stays', async () => {
    const first = opened(place.file)
    expect(first.key).toHaveLength(32)
    await first.log.close()
    const again = opened(place.file)
    expect(again.key).toEqual(first.key)
    await again.log.close()
    expect(readdirSync(dirname(place.file)).filter((name) => name.includes('.new'))).toEqual([])
    const other = aPlace()
    expect(opened(other.file).key).not.toEqual(first.key)
    other.remove()
  })

  it('makes the file under the key that is given, and does not open one that has another', async () => {
    const key = new Uint8Array(32).fill(7)
    const { log, key: kept } = opened(place.file, { key })
    await log.close()
    expect(new Uint8Array(kept)).toEqual(key)
    await opened(place.file, { key }).log.close()
    expect(openSqliteLog(place.file, { key: new Uint8Array(32) })).toEqual(
      E.left({ _tag: 'LogUnavailable', cause: `${place.file} is kept under another key than the one given: it is another ledger` }),
    )
  })

  it('makes nothing under a key that is too short', () => {
    expect(openSqliteLog(place.file, { key: new Uint8Array(16) })).toEqual(
      E.left({ _tag: 'LogUnavailable', cause: 'the key of a ledger has 32 bytes, not 16' }),
    )
    expect(readdirSync(dirname(place.file))).toEqual([])
  })

  it('marks the file for other programs, in WAL mode, safe against power cuts unless told otherwise', async () => {
    const { log, driver } = opened(place.file)
    const { driver: quick } = opened(place.file, { synchronous: 'NORMAL' })
    const pragma = (of: Driver, name: string) => of.prepare(`PRAGMA ${name}`).all()[0]?.[0]
    expect([pragma(driver, 'application_id'), pragma(driver, 'journal_mode')]).toEqual([0x504c6467n, 'wal'])
    expect([pragma(driver, 'synchronous'), pragma(quick, 'synchronous')]).toEqual([2n, 1n])
    quick.close()
    await log.close()
  })

  const refused = (_tag: string, say: Record<string, unknown>) => E.left({ _tag, ...say })
  const path = () => place.file

  for (const [what, make, fault] of [
    [
      'an empty file',
      () => writeFileSync(path(), ''),
      () => refused('LogDamaged', { at: `${path()}, page 1`, cause: 'the file is empty, which a ledger never is' }),
    ],
    [
      'a text',
      () => writeFileSync(path(), 'Dear sir, '.repeat(1_000)),
      () => refused('LogDamaged', { at: `${path()}, page 1`, cause: expect.stringContaining('not a database') }),
    ],
    [
      'zeros',
      () => writeFileSync(path(), Buffer.alloc(20_000)),
      () => refused('LogDamaged', { at: `${path()}, page 1`, cause: expect.stringContaining('not a database') }),
    ],
    [
      "somebody else's database",
      () => plainSql('CREATE TABLE letters (body TEXT)'),
      () => refused('LogUnavailable', { cause: `${path()} is a database, but not a ledger` }),
    ],
    ['a folder', () => mkdirSync(path()), () => refused('LogUnavailable', { cause: `${path()} is a folder` })],
  ] as const)
    it(`refuses ${what}`, () => {
      make()
      expect(openSqliteLog(place.file)).toEqual(fault())
    })

  it('refuses a place where no file can be', () => {
    expect(openSqliteLog(join(place.file, 'no', 'folder'))).toMatchObject(E.left({ _tag: 'LogUnavailable' }))
    for (const nowhere of ['', ':memory:']) expect(openSqliteLog(nowhere)).toMatchObject(E.left({ _tag: 'LogUnavailable' }))
  })

  it('refuses a ledger of a newer format', async () => {
    const { log, key } = opened(place.file)
    await log.close()
    const seal = sealOf('2', Buffer.from(key).toString('base64url'))
    plainSql(`DROP TRIGGER ledger_never_changes; UPDATE ledger SET value = '2' WHERE name = 'format';
      UPDATE ledger SET value = '${seal}' WHERE name = 'seal'`)
    expect(openSqliteLog(place.file)).toEqual(
      E.left({ _tag: 'LogUnavailable', cause: `${place.file} has format 2; this version of programme-ledger knows format 1` }),
    )
  })

  it('refuses a ledger that lost its mark or a table', async () => {
    await opened(place.file).log.close()
    plainSql('PRAGMA application_id = 0')
    expect(openSqliteLog(place.file)).toMatchObject(E.left({ _tag: 'LogDamaged', at: `${place.file}, page 1` }))
    plainSql(`PRAGMA application_id = ${0x504c6467}; DROP TABLE events`)
    expect(openSqliteLog(place.file)).toMatchObject(E.left({ _tag: 'LogDamaged', cause: 'the table events is not as it was made' }))
  })

  it('puts all that was written into the one file when it is closed: a copy of that file is the ledger', async () => {
    const { log } = opened(place.file)
    await aStreamOf(log, 3)
    await log.close()
    const copy = aPlace()
    copyFileSync(place.file, copy.file)
    const { log: same } = opened(copy.file)
    expect(await given(same.head)).toBe(3n)
    await same.close()
    copy.remove()
  })
})
