import { afterEach, beforeEach, describe } from 'vitest'
import type { EventLog } from '../../src/domain/kernel/event-log.js'
import type { Position } from '../../src/domain/kernel/recorded.js'
import { appendContract } from './event-log-contract-append.js'
import { hostileContract } from './event-log-contract-hostile.js'
import { readContract } from './event-log-contract-read.js'
import { waitContract } from './event-log-contract-wait.js'
import { modelContract } from './event-log-model.js'

/** A log to be tested, and how to get rid of it. */
export interface LogUnderTest {
  readonly log: EventLog
  /** Closes the log and opens what it kept; absent where a log keeps nothing. */
  readonly reopen?: () => Promise<EventLog>
  readonly dispose: () => Promise<void>
  /** Where this log begins for the test: a server may hold what others wrote. The start of the log where absent. */
  readonly start?: Position | 'start'
  /** EventStoreDB does not look for an id in other streams. */
  readonly knowsIdsOfOtherStreams?: boolean
}

/** The promises of `EventLog`, held by every implementation. */
export const eventLogContract = (name: string, make: () => Promise<LogUnderTest>): void => {
  describe(`${name} as an event log`, () => {
    let made: LogUnderTest
    beforeEach(async () => {
      made = await make()
    })
    afterEach(async () => {
      await made.dispose()
    })
    const subject = (): LogUnderTest => made
    appendContract(subject)
    hostileContract(subject)
    readContract(subject)
    waitContract(subject)
    modelContract(make)
  })
}
