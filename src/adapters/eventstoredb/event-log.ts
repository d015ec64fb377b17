import { setMaxListeners } from 'node:events'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { isStreamName } from '../../domain/kernel/append-check.js'
import type { EventLog, EventLogFault } from '../../domain/kernel/event-log.js'
import type { KeyStore } from '../../domain/kernel/key-store.js'
import { type Address, parseAddress } from './address.js'
import { allRecords } from './all-records.js'
import { type Append, appendOn } from './append.js'
import { makeBell } from './bell.js'
import { type Calls, callsOn } from './calls.js'
import { clientsFor } from './client.js'
import { connection } from './connection.js'
import { CLOSED, unavailable } from './faults.js'
import { KEY_STREAM, type KeyWanted, ledgerKey } from './key.js'
import { serverKeys } from './key-store.js'
import { holdsKeys } from './key-streams.js'
import { makeMarks } from './marks.js'
import { meddlingWith } from './meddling.js'
import { type EventStoreDbLogOptions, settle } from './options.js'
import { readStream } from './stream.js'
import { wholeLog } from './whole-log.js'

/** A log on a server, and what else is asked of the same connection. */
export interface OpenedLog {
  readonly log: EventLog
  readonly address: Address
  readonly calls: Calls
  /** Which streams are shown. */
  readonly owns: (stream: string) => boolean
  /** The key of the ledger's digests; see `ledgerKey`. */
  readonly key: (wanted: KeyWanted) => Promise<Either<EventLogFault, Uint8Array>>
  /** The keys of people that the server holds; see `serverKeys`. */
  readonly keys: KeyStore
}

/** Opens a log: the address must be readable, and a leader must answer within the time of one call. */
export const openLog = async (connectionString: string, options: EventStoreDbLogOptions): Promise<Either<EventLogFault, OpenedLog>> => {
  const address = parseAddress(connectionString)
  if (E.isLeft(address)) return E.left(unavailable(`the address of the server cannot be read: ${address.left}`))
  const make = clientsFor(address.right)
  if (E.isLeft(make)) return make
  const settled = settle(options, address.right.numbers.defaultDeadline)
  const closing = new AbortController()
  // One listener for each call that waits for its repeat.
  setMaxListeners(0, closing.signal)
  const line = connection(make.right, address.right.login)
  const calls = callsOn(line, settled, closing.signal)

  const hasAnswered = await allRecords(callsOn(line, { ...settled, patienceMs: settled.timeoutMs }, closing.signal)).before('end', 1)
  if (E.isLeft(hasAnswered)) {
    line.shut()
    return hasAnswered
  }

  // Names that begin with $ can end a server, or keep it from starting again: they get past no function of this log.
  const owns = (stream: string): boolean => isStreamName(stream) && !holdsKeys(stream) && settled.owns(stream)
  const records = allRecords(calls)
  const whole = wholeLog({ records, marks: makeMarks(), owns, examine: meddlingWith(calls, owns) })
  const bell = makeBell({ connection: line, records, head: whole.head, owns, settled })
  const append = appendOn(calls, settled)

  let isClosed = false
  const sent = new Set<Promise<unknown>>()
  const whileOpen =
    <A>(work: () => Promise<Either<EventLogFault, A>>): TaskEither<EventLogFault, A> =>
    () => {
      if (isClosed) return Promise.resolve(E.left(CLOSED))
      const under = work()
      sent.add(under)
      under.finally(() => sent.delete(under))
      return under
    }

  const appendOwn: Append = async (stream, expected, events) =>
    owns(stream) ? append(stream, expected, events) : E.left({ _tag: 'AppendInvalid', stream, why: 'not a stream name' })

  const close = async (): Promise<Either<EventLogFault, void>> => {
    if (isClosed) return E.left(CLOSED)
    isClosed = true
    closing.abort()
    await Promise.all([bell.close(), ...sent])
    await whole.quiet()
    line.shut()
    return E.right(undefined)
  }

  const log: EventLog = {
    append: (stream, expected, events) => whileOpen(() => appendOwn(stream, expected, events)),
    readStream: (stream, from) => whileOpen(async () => (owns(stream) ? readStream(calls, stream, from) : E.right([]))),
    readAll: (request) => whileOpen(() => whole.readAll(request)),
    readAt: (position) => whileOpen(() => whole.readAt(position)),
    head: whileOpen(whole.head),
    changed: (after, signal) => async () => (isClosed ? E.left(CLOSED) : bell.changed(after, signal)),
    close,
  }
  const key = (wanted: KeyWanted): Promise<Either<EventLogFault, Uint8Array>> =>
    ledgerKey({ append, read: () => readStream(calls, KEY_STREAM, 0n) }, wanted)
  const keys = serverKeys({ calls, append, records, ...settled })
  return E.right({ log, address: address.right, calls, owns, key, keys })
}
