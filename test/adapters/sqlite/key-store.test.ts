import { sqliteKeys } from '../../../src/adapters/sqlite/key-store.js'
import { keyStoreContract } from '../../support/key-store-contract.js'
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
