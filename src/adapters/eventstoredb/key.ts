import { randomBytes, randomUUID } from 'node:crypto'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { EventLogFault } from '../../domain/kernel/event-log.js'
import type { NewEvent, StoredEvent } from '../../domain/kernel/recorded.js'
import type { Append } from './append.js'
import { damaged, unavailable } from './faults.js'
import { NO_LEDGER } from './options.js'
import type { ReadingFault } from './stream.js'

/** The adapter's own stream: one event, with the key of the ledger's digests. It is never shown among the ledger's streams. */
export const KEY_STREAM: StreamName = 'programmeLedger-key'

/** How long a key is, of a ledger's digests or of a person. */
export const KEY_BYTES = 32
const KEY_MADE = 'LedgerKeyMade'

/** How the stream of the key is read and written. */
export interface KeyStream {
  readonly append: Append
  readonly read: () => Promise<Either<ReadingFault, ReadonlyArray<StoredEvent>>>
}

/** The key that an event holds; nothing where it holds none. */
export const keyOf = ({ data }: StoredEvent): Uint8Array | undefined => {
  const said: unknown = JSON.parse(data)
  const text = typeof said === 'object' && said !== null && 'key' in said ? said.key : undefined
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64url') : undefined
  return bytes?.length === KEY_BYTES ? new Uint8Array(bytes) : undefined
}

/** An event that holds a key. */
export const keyMade = (type: string, key: Uint8Array): NewEvent => ({
  id: randomUUID(),
  type,
  schema: 1,
  data: JSON.stringify({ key: Buffer.from(key).toString('base64url') }),
  metadata: '{}',
})

/** The key that a ledger is to have, and whether one is made where the server holds none. */
export interface KeyWanted {
  readonly given: Uint8Array | undefined
  readonly create: boolean
}

/**
 * The key that the server holds for the ledger; where it holds none and a ledger is to be made, the one given, or a new one, is written. Of several
 * who open a new ledger at once one is first, and the others take its key. A given key that is not the one on the server is a fault: digests made under it would not match.
 */
export const ledgerKey = async ({ append, read }: KeyStream, { given, create }: KeyWanted): Promise<Either<EventLogFault, Uint8Array>> => {
  if (given !== undefined && given.length !== KEY_BYTES)
    return E.left(unavailable(`the key of a ledger has ${KEY_BYTES} bytes, not ${given.length}`))
  const held = async (): Promise<Either<EventLogFault, Uint8Array | undefined>> => {
    const events = await read()
    if (E.isLeft(events)) return events
    const [first] = events.right
    if (first === undefined) return E.right(undefined)
    const key = keyOf(first)
    if (key === undefined) return E.left(damaged(`stream ${KEY_STREAM}`, 'it holds no key of a ledger'))
    return given !== undefined && Buffer.compare(given, key) !== 0
      ? E.left(unavailable('the ledger on this server has another key than the one given'))
      : E.right(key)
  }
  const before = await held()
  if (E.isLeft(before)) return before
  if (before.right !== undefined) return E.right(before.right)
  if (!create) return E.left(unavailable(NO_LEDGER))
  const key = given ?? new Uint8Array(randomBytes(KEY_BYTES))
  const written = await append(KEY_STREAM, 'no-stream', [keyMade(KEY_MADE, key)])
  if (E.isRight(written)) return E.right(key)
  if (written.left._tag !== 'RevisionConflict') return written
  const after = await held()
  if (E.isLeft(after)) return after
  return after.right === undefined ? E.left(damaged(`stream ${KEY_STREAM}`, 'it has events that cannot be read')) : E.right(after.right)
}
