import { eventLogContract } from '../../support/event-log-contract.js'
import { given } from '../../support/event-log-samples.js'
import { aPlace, opened } from './ledger-file.js'

eventLogContract('a SQLite file', async () => {
  const { file, remove } = aPlace()
  let { log } = opened(file)
  return {
    log,
    reopen: async () => {
      await given(log.close)
      log = opened(file).log
      return log
    },
    dispose: async () => {
      await log.close()
      remove()
    },
  }
})
