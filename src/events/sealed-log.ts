import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../domain/kernel/decider.js'
import type { EventLog, EventLogFault } from '../domain/kernel/event-log.js'
import type { Cipher, KeyHeld, KeyStore } from '../domain/kernel/key-store.js'
import type { NewEvent, StoredEvent } from '../domain/kernel/recorded.js'
import { keysNeeded, mayBeSealed, openEvent, peopleIn, sealEvent } from './sealing.js'

/** The event that says that somebody's personal data are erased; its stream is the person's. */
export const ERASED = 'PersonalDataErased'

const unavailable = (cause: string): Either<EventLogFault, never> => E.left({ _tag: 'LogUnavailable', cause })

const inClear = (stream: string, revision: bigint): Either<EventLogFault, never> =>
  unavailable(`${stream}, revision ${revision}: personal data were recorded there in the clear, and what is recorded is never removed`)

/**
 * A log through a seal: what is personal is sealed with its person's key before it is written, and opened after it is read. A key is made with
 * the first event that takes it, and destroyed once the erasure of its person is recorded; were the process to die in between, whoever next reads
 * that record does it. Without keys nothing is sealed, nothing is opened, and nothing can be erased.
 */
export const sealedLog = (log: EventLog, keys: KeyStore | undefined, cipher: Cipher): EventLog => {
  const gone = new Set<string>()

  const destroy = async (people: ReadonlyArray<string>): Promise<Either<EventLogFault, void>> => {
    for (const person of people.filter((one) => !gone.has(one))) {
      const destroyed = await (keys?.destroy(person)() ?? E.right(undefined))
      if (E.isLeft(destroyed)) return destroyed
      gone.add(person)
    }
    return E.right(undefined)
  }

  const held = async (people: ReadonlyArray<string>): Promise<Either<EventLogFault, (person: string) => KeyHeld>> => {
    if (keys === undefined || people.length === 0) return E.right(() => undefined)
    const found = await keys.held([...new Set(people)])()
    return E.isLeft(found) ? found : E.right((person) => found.right.get(person))
  }

  /** As `held`, but everyone gets a key. */
  const made = async (people: ReadonlyArray<string>): Promise<Either<EventLogFault, (person: string) => KeyHeld>> => {
    const found = await held(people)
    if (E.isLeft(found) || keys === undefined) return found
    const all = new Map<string, KeyHeld>()
    for (const person of new Set(people)) {
      const known = found.right(person)
      const kept = known === undefined ? await keys.keep(person, cipher.newKey())() : E.right(known)
      if (E.isLeft(kept)) return kept
      all.set(person, kept.right)
    }
    return E.right((person) => all.get(person))
  }

  const isOpen = (events: ReadonlyArray<StoredEvent>): boolean => !events.some((event) => event.type === ERASED || mayBeSealed(event))

  const opened = async (events: ReadonlyArray<StoredEvent>): Promise<Either<EventLogFault, ReadonlyArray<StoredEvent>>> => {
    if (isOpen(events)) return E.right(events)
    const erased = await destroy(events.flatMap(({ type, stream }) => (type === ERASED ? [stream] : [])))
    if (E.isLeft(erased)) return erased
    const sealed = events.filter(mayBeSealed)
    if (sealed.length === 0) return E.right(events)
    const at = await held(sealed.flatMap(keysNeeded))
    if (E.isLeft(at)) return at
    const open: StoredEvent[] = []
    for (const event of events) {
      const one = mayBeSealed(event) ? openEvent(event, at.right, cipher) : E.right(event)
      if (E.isLeft(one)) return one
      open.push(one.right)
    }
    return E.right(open)
  }

  /** An erasure is promised only where it can be kept: everything personal on the stream must be sealed, and nothing may keep its key. */
  const erasable = async (stream: StreamName): Promise<Either<EventLogFault, void>> => {
    if (keys === undefined)
      return unavailable('this store keeps no keys of people, so that nothing in it is sealed and nothing can be erased')
    const stored = await log.readStream(stream, 0n)()
    if (E.isLeft(stored)) return stored
    const clear = stored.right.find((event) => peopleIn(event, stream).length > 0)
    if (clear !== undefined) return inClear(stream, clear.revision)
    return (await keys.mayDestroy?.(stream)()) ?? E.right(undefined)
  }

  const sealAll = async (
    stream: StreamName,
    events: ReadonlyArray<NewEvent>,
    people: ReadonlyArray<string>,
  ): Promise<Either<EventLogFault, ReadonlyArray<NewEvent>>> => {
    const at = await made(people)
    if (E.isLeft(at)) return at
    const sealed: NewEvent[] = []
    for (const event of events) {
      const one = sealEvent(event, stream, at.right, cipher)
      if (one === undefined) return E.left({ _tag: 'AppendInvalid', stream, why: 'words about somebody whose data were erased' })
      sealed.push(one)
    }
    return E.right(sealed)
  }

  return {
    ...log,
    append: (stream, expected, events) => async () => {
      const erases = events.some(({ type }) => type === ERASED)
      const possible = erases ? await erasable(stream) : E.right(undefined)
      if (E.isLeft(possible)) return possible
      const people = keys === undefined ? [] : events.flatMap((event) => peopleIn(event, stream))
      const sealed = people.length === 0 ? E.right(events) : await sealAll(stream, events, people)
      if (E.isLeft(sealed)) return sealed
      const appended = await log.append(stream, expected, sealed.right)()
      if (E.isLeft(appended) || !erases) return appended
      const destroyed = await destroy([stream])
      return E.isLeft(destroyed) ? destroyed : appended
    },
    readStream: (stream, from) => async () => {
      const events = await log.readStream(stream, from)()
      return E.isLeft(events) || isOpen(events.right) ? events : opened(events.right)
    },
    readAt: (position) => async () => {
      const event = await log.readAt(position)()
      if (E.isLeft(event) || event.right === undefined) return event
      const events = await opened([event.right])
      return E.isLeft(events) ? events : E.right(events.right[0])
    },
    readAll: (request) => async () => {
      const page = await log.readAll(request)()
      if (E.isLeft(page)) return page
      const events = await opened(page.right.events)
      return E.isLeft(events) ? events : E.right({ ...page.right, events: events.right })
    },
  }
}
