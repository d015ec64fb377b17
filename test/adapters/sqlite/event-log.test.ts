import * as E from 'fp-ts/lib/Either.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { eventLogContract } from '../../support/event-log-contract.js'
import { given } from '../../support/event-log-samples.js'
import { aPlace, opened } from './ledger-file.js'

/** Opens a file as one log, or as one whose every call goes to the other of two connections. */
type Open = (file: string) => EventLog

const oneConnection: Open = (file) => opened(file).log

const twoConnections: Open = (file) => {
  const logs = [opened(file).log, opened(file).log] as const
  let calls = 0
  const next = (): EventLog => logs[calls++ % 2 === 0 ? 0 : 1]
  return {
    append: (...asked) => next().append(...asked),
    readStream: (...asked) => next().readStream(...asked),
    readAll: (...asked) => next().readAll(...asked),
    readAt: (...asked) => next().readAt(...asked),
    head: () => next().head(),
    changed: (...asked) => next().changed(...asked),
    close: async () => {
      const [first, second] = await Promise.all(logs.map((log) => log.close()))
      return first !== undefined && E.isLeft(first) ? first : (second ?? E.right(undefined))
    },
  }
}

const contractOn = (name: string, open: Open): void =>
  eventLogContract(name, async () => {
    const { file, remove } = aPlace()
    let log = open(file)
    return {
      log,
      reopen: async () => {
        await given(log.close)
        log = open(file)
        return log
      },
      dispose: async () => {
        await log.close()
        remove()
      },
    }
  })

contractOn('a SQLite file', oneConnection)
// Each connection knows where the log ended when it last wrote: here the other one has always written since.
contractOn('a SQLite file with two connections in turn', twoConnections)
