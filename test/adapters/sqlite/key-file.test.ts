import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { connectLibsql } from '../../../src/adapters/sqlite/driver.js'
import { openKeyFile } from '../../../src/adapters/sqlite/key-file.js'
import { keyStoreContract } from '../../support/key-store-contract.js'
import { right } from '../../support/right.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { opened } from './ledger-file.js'

cleanUp()

keyStoreContract('a file of its own', async () => {
  const file = freshFile('people.keys')
  let open = right(openKeyFile(file, true))
  return {
    keys: open.keys,
    reopen: async () => {
      open.close()
      open = right(openKeyFile(file, false))
      return open.keys
    },
    dispose: async () => open.close(),
  }
})

describe('a file of keys', () => {
  const refused = (file: string, create = true) => {
    const answer = openKeyFile(file, create)
    return E.isLeft(answer) && 'cause' in answer.left ? answer.left.cause : 'opened'
  }

  it('is not made where it is not to be made', () => {
    const absent = freshFile('people.keys')
    expect(refused(absent, false)).toBe(`there is no file of keys at ${absent}`)
    expect(existsSync(absent)).toBe(false)
  })

  it('is never another file', async () => {
    const ledger = freshFile()
    await opened(ledger).log.close()
    expect(refused(ledger)).toBe(`${ledger} is a database, but not a file of keys`)
    const letters = freshFile('letters.db')
    const driver = connectLibsql(letters, 0)
    driver.exec('CREATE TABLE letters (body TEXT)')
    driver.close()
    expect(refused(letters)).toBe(`${letters} is a database, but not a file of keys`)
    const text = freshFile('letter.txt')
    writeFileSync(text, 'Dear sir, '.repeat(1_000))
    expect(refused(text)).toMatch(/not a database/)
    const folder = freshFile('folder')
    mkdirSync(folder)
    expect(refused(folder)).toBe(`${folder} is no file`)
  })
})
