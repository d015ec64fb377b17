import { openEventStoreDbLog } from '../../../src/adapters/eventstoredb/index.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { copyContract } from '../../support/copy-contract.js'
import { startDouble } from '../../support/eventstoredb/double.js'
import { right } from '../../support/right.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { opened } from '../sqlite/ledger-file.js'

cleanUp()

interface Opened {
  readonly log: EventLog
  readonly dispose: () => Promise<unknown>
}

const onADouble = async (): Promise<Opened> => {
  const double = await startDouble()
  const { log } = right(await openEventStoreDbLog(double.connectionString)())
  return {
    log,
    dispose: async () => {
      await log.close()
      await double.stop()
    },
  }
}

/** A log on a server that need not be empty: of its streams it shows those that this run wrote. */
const onAServer = async (connectionString: string): Promise<Opened> => {
  const ours = new Set<string>()
  const { log } = right(await openEventStoreDbLog(connectionString, { owns: (stream) => ours.has(stream) })())
  const append: EventLog['append'] = (stream, expected, events) => {
    ours.add(stream)
    return log.append(stream, expected, events)
  }
  return { log: { ...log, append }, dispose: log.close }
}

const inAFile = async (): Promise<Opened> => {
  const { log } = opened(freshFile(), { synchronous: 'NORMAL' })
  return { log, dispose: log.close }
}

const real = process.env.PROGRAMME_LEDGER_EVENTSTOREDB ?? ''

const realPairs: ReadonlyArray<readonly [name: string, open: ReadonlyArray<() => Promise<Opened>>]> =
  real === ''
    ? []
    : [
        ['from a file to a real server', [inAFile, () => onAServer(real)]],
        ['from a real server to a file', [() => onAServer(real), inAFile]],
      ]

const pairs: ReadonlyArray<readonly [name: string, open: ReadonlyArray<() => Promise<Opened>>]> = [
  ["from a file to EventStoreDB's double", [inAFile, onADouble]],
  ["from EventStoreDB's double to a file", [onADouble, inAFile]],
  ["from one of EventStoreDB's doubles to another", [onADouble, onADouble]],
  ...realPairs,
]

for (const [name, [openSource = inAFile, openTarget = inAFile]] of pairs)
  copyContract(name, async () => {
    const [source, target] = [await openSource(), await openTarget()]
    return {
      source: source.log,
      target: target.log,
      dispose: async () => {
        await source.dispose()
        await target.dispose()
      },
    }
  })
