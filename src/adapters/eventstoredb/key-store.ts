import type { ExpectedRevision } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { KeyFault, KeyHeld, KeyStore } from '../../domain/kernel/key-store.js'
import type { AllRecords } from './all-records.js'
import type { Append } from './append.js'
import type { Calls } from './calls.js'
import { CLOSED, damaged, HIDDEN, readFault, type Trouble, unavailable } from './faults.js'
import { KEY_BYTES, keyMade, keyOf } from './key.js'
import { keyStreamOf } from './key-streams.js'
import { keyedPeople } from './keyed-people.js'
import { knownKeys } from './known-keys.js'
import type { Settled } from './options.js'
import { inTurns, patiently } from './patience.js'
import { storedEvent } from './stored.js'
import { isTruncated, recordOf } from './stream.js'

/** What keys of people on a server are read and written with. */
export interface KeyLine extends Pick<Settled, 'timeoutMs' | 'patienceMs'> {
  readonly calls: Calls
  readonly append: Append
  readonly records: AllRecords
}

const READS_IN_FLIGHT = 32
const NEVER = 2n ** 62n
const KEY_MADE = 'PersonKeyMade'

const hidden = (stream: string): Either<KeyFault, never> => E.left(damaged(`stream ${stream}`, HIDDEN))

/** What stands in the stream of a key, as the leader has it now. */
const standingIn = async (calls: Calls, stream: StreamName): Promise<Either<KeyFault, KeyHeld>> => {
  const found = await calls.read(
    (client) => client.readStream(stream, { fromRevision: 'start', maxCount: 1, requiresLeader: true }),
    recordOf,
  )
  if (E.isLeft(found) && found.left._tag === 'Tombstoned') return E.right('destroyed')
  if (E.isLeft(found) && found.left._tag !== 'NotFound') return E.left(readFault(found.left, `stream ${stream}`))
  const [record] = E.isRight(found) ? found.right : []
  if (record === undefined) {
    // Nothing there: because nothing was written, or because another hand hid it, which destroys nothing.
    const truncated = await isTruncated(calls, stream)
    // A tombstone came in between: it covers what is said of the stream, too.
    if (E.isLeft(truncated)) return truncated.left._tag === 'LogDamaged' ? E.right('destroyed') : truncated
    return E.isRight(found) || truncated.right ? hidden(stream) : E.right(undefined)
  }
  if (record.revision !== 0n) return hidden(stream)
  const stored = storedEvent(record)
  if (E.isLeft(stored)) return stored
  const key = keyOf(stored.right)
  return key === undefined ? E.left(damaged(`stream ${stream}`, 'it holds no key of a person')) : E.right(key)
}

const nobody = (person: string): KeyFault => unavailable(`${JSON.stringify(person)} is no id: nobody's key is kept under it`)

/** Why a key could not be destroyed. */
const undestroyed = (trouble: Trouble, stream: StreamName): KeyFault =>
  trouble._tag === 'Refused'
    ? unavailable(`the key in ${stream} cannot be destroyed: that needs the right to delete the stream ($d): ${trouble.cause}`)
    : readFault(trouble, `stream ${stream}`)

/**
 * Keys of people on the server that holds the events: for each person a stream of its own, `programmeLedgerKey-<id>`, with the key as its only
 * event. To destroy a key is to tombstone its stream: for good, for every node, and for people who never had one, too.
 *
 * A tombstone closes the stream at once, but the bytes lie in the server's files until a scavenge of every node removes them, and till then whoever
 * may read $all can still find them there; backups hold them for as long as they are kept. So an erasure is followed by a scavenge. Where that is
 * not enough, keys belong in another place (`EventStoreDbOptions.keys`).
 *
 * A key is used from memory for a minute at the most. `LogUnavailable` where the server does not answer, rights are missing, or an id is none;
 * `LogDamaged` where another hand hid or altered what a stream held.
 */
export const serverKeys = ({ calls, append, records, timeoutMs, patienceMs }: KeyLine): KeyStore => {
  const known = knownKeys()
  const inTurn = inTurns(READS_IN_FLIGHT)
  const everyone = keyedPeople(records)

  const whileOpen =
    <A>(work: () => Promise<Either<KeyFault, A>>): TaskEither<KeyFault, A> =>
    async () =>
      calls.closing.aborted ? E.left(CLOSED) : work()

  const asked = async (person: string, stream: StreamName): Promise<Either<KeyFault, KeyHeld>> => {
    const standing = await standingIn(calls, stream)
    if (E.isRight(standing) && standing.right !== undefined) known.note(person, standing.right)
    return standing
  }

  const heldOf = async (person: string): Promise<Either<KeyFault, KeyHeld>> => {
    const stream = keyStreamOf(person)
    const held = known.get(person)
    return stream === undefined || held !== undefined ? E.right(held) : asked(person, stream)
  }

  const held: KeyStore['held'] = (people) =>
    whileOpen(async () => {
      const found = new Map<string, Uint8Array | 'destroyed'>()
      let fault: KeyFault | undefined
      const find = async (person: string): Promise<void> => {
        // After one fault the others in line are not asked for: each would wait as long.
        if (fault !== undefined) return
        const answer = await heldOf(person)
        if (E.isLeft(answer)) fault = answer.left
        else if (answer.right !== undefined) found.set(person, answer.right)
      }
      await Promise.all([...new Set(people)].map((person) => inTurn(() => find(person))))
      return fault === undefined ? E.right(found) : E.left(fault)
    })

  const keep: KeyStore['keep'] = (person, key) =>
    whileOpen(async () => {
      const stream = keyStreamOf(person)
      if (stream === undefined) return E.left(nobody(person))
      if (key.length !== KEY_BYTES) return E.left(unavailable(`the key of a person has ${KEY_BYTES} bytes, not ${key.length}`))
      const before = known.get(person)
      if (before !== undefined) return E.right(before)
      // The id is a new one for each key: under one made of the person's, the server would take another's key for a repeat of this one.
      const kept = await append(stream, 'no-stream', [keyMade(KEY_MADE, key)])
      if (E.isRight(kept)) {
        known.note(person, key)
        return E.right(key)
      }
      if (kept.left._tag === 'LogUnavailable') return E.left(kept.left)
      const standing = await asked(person, stream)
      if (E.isLeft(standing)) return standing
      return standing.right === undefined
        ? E.left(unavailable(`whether a key was written to ${stream} is not known yet`))
        : E.right(standing.right)
    })

  const tombstone = (stream: StreamName, expectedRevision: ExpectedRevision): Promise<Either<Trouble, unknown>> =>
    patiently({ ms: patienceMs, signal: calls.closing }, () =>
      calls.once((client) => client.tombstoneStream(stream, { expectedRevision, requiresLeader: true, deadline: timeoutMs })),
    )

  const mayDestroy: KeyStore['mayDestroy'] = (person) =>
    whileOpen(async () => {
      const stream = keyStreamOf(person)
      if (stream === undefined) return E.left(nobody(person))
      // The server looks at rights first, then at the revision, which no stream reaches.
      const tried = await tombstone(stream, NEVER)
      const isRefused = E.isLeft(tried) && tried.left._tag !== 'Conflict' && tried.left._tag !== 'Tombstoned'
      return isRefused ? E.left(undestroyed(tried.left, stream)) : E.right(undefined)
    })

  const destroy: KeyStore['destroy'] = (person) =>
    whileOpen(async () => {
      const stream = keyStreamOf(person)
      if (stream === undefined) return E.left(nobody(person))
      // Looked up first: whoever reads of an erasure comes here, and he may have no right to delete. What is damaged is destroyed all the same.
      if (known.get(person) === 'destroyed') return E.right(undefined)
      const standing = await asked(person, stream)
      if (E.isLeft(standing) && standing.left._tag === 'LogUnavailable') return standing
      if (E.isRight(standing) && standing.right === 'destroyed') return E.right(undefined)
      known.forget(person)
      const gone = await tombstone(stream, 'any')
      if (E.isLeft(gone) && gone.left._tag !== 'Tombstoned') return E.left(undestroyed(gone.left, stream))
      known.note(person, 'destroyed')
      return E.right(undefined)
    })

  return { held, keep, mayDestroy, destroy, people: whileOpen(everyone) }
}
