import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { connectLibsql } from '../../../src/adapters/sqlite/driver.js'
import { sqliteKeys } from '../../../src/adapters/sqlite/key-store.js'
import { keyStoreContract } from '../../support/key-store-contract.js'
import { left, right } from '../../support/right.js'
import { aPlace, opened } from './ledger-file.js'

keyStoreContract('a SQLite file', async () => {
  const { file, remove } = aPlace()
  let { log, driver } = opened(file)
  return {
    keys: sqliteKeys(driver),
    reopen: async () => {
      await log.close()
      ;({ log, driver } = opened(file))
      return sqliteKeys(driver)
    },
    dispose: async () => {
      await log.close()
      remove()
    },
  }
})

it('says that an erased key still lies in the file as long as another process reads it, and takes it out once asked again', async () => {
  const { file, remove } = aPlace()
  const { log, driver } = opened(file)
  const keys = sqliteKeys(driver, 100)
  const key = randomBytes(32)
  right(await keys.keep('person-1', key)())
  const reader = connectLibsql(file, 100)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM ledger_keys').all()
  expect(left(await keys.destroy('person-1')())).toMatchObject({ _tag: 'LogUnavailable', cause: expect.stringContaining('WAL') })
  expect(right(await keys.held(['person-1'])())).toStrictEqual(new Map([['person-1', 'destroyed']]))
  expect(inFile(file, key)).toBe(true)
  reader.exec('COMMIT')
  reader.close()
  right(await keys.destroy('person-1')())
  expect(inFile(file, key)).toBe(false)
  await log.close()
  remove()
})

const inFile = (file: string, bytes: Buffer): boolean =>
  [file, `${file}-wal`].some((part) => existsSync(part) && readFileSync(part).includes(bytes))
