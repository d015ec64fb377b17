import { memoryLog } from '../../../src/adapters/memory/event-log.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { copyContract } from '../../support/copy-contract.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { opened } from '../sqlite/ledger-file.js'

cleanUp()

const logs: ReadonlyArray<readonly [name: string, open: () => EventLog]> = [
  ['memory', () => memoryLog()],
  ['SQLite', () => opened(freshFile(), { synchronous: 'NORMAL' }).log],
]

for (const [from, openSource] of logs)
  for (const [to, openTarget] of logs)
    copyContract(`from ${from} to ${to}`, async () => {
      const [source, target] = [openSource(), openTarget()]
      return {
        source,
        target,
        dispose: async () => {
          await source.close()
          await target.close()
        },
      }
    })
