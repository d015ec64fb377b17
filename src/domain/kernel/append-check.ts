/// <reference lib="es2024.string" />
import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from 'fp-ts/lib/Either.js'
import { isInstant } from './clock.js'
import type { StreamName } from './decider.js'
import type { Appended, AppendInvalid, RevisionConflict } from './event-log.js'
import type { Expected, NewEvent, Revision } from './recorded.js'

/** What an append comes to, once the stream's own end is known: write it from `first` on, or answer as the first time and write nothing. */
export type Verdict =
  | { readonly _tag: 'Write'; readonly first: Revision; readonly last: Revision }
  | { readonly _tag: 'Repeat'; readonly appended: Appended }

// Lower case only: EventStoreDB gives ids back in lower case, and one id must have one spelling in every store.
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ZERO = '00000000-0000-0000-0000-000000000000'

// A name that starts with `$` belongs to EventStoreDB (an append to `$$` ends its node), `@` is its mark of a link; control characters and
// lone surrogates do not come back from every store as they went in.
const STREAM = /^[A-Za-z][A-Za-z0-9]*-[^\s@\p{Cc}\p{Cs}]{1,250}$/u
const UNSAFE = /[\p{Cc}\p{Cs}]/u

const isJson = (text: string): boolean => {
  // A raw lone surrogate has no UTF-8 form: a store would keep another text than it was given.
  if (!text.isWellFormed()) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const isEnvelope = (event: NewEvent): boolean =>
  event.type.length > 0 && !UNSAFE.test(event.type) && Number.isSafeInteger(event.schema) && event.schema > 0

/** Whether a text is a UUID that every store keeps as it is: any version, lower case, not all zero. */
export const isEventId = (text: string): boolean => UUID.test(text) && text !== ZERO

/** Whether a text names a stream: letters and digits, a dash, then 1 to 250 characters without spaces, `@` or control characters. */
export const isStreamName = (text: string): text is StreamName => STREAM.test(text)

/**
 * What is wrong with an append by itself, whatever the log holds; every log asks this before it touches its store.
 * An empty type, one with control characters, and a schema below 1 are refused as content that cannot be written. A log that parses the JSON anyway
 * passes how it does so.
 */
export const checkAppend = (
  stream: string,
  events: ReadonlyArray<NewEvent>,
  reads: (text: string) => boolean = isJson,
): Either<AppendInvalid, ReadonlyArray<NewEvent>> => {
  const wrong = (why: AppendInvalid['why']) => left<AppendInvalid>({ _tag: 'AppendInvalid', stream, why })
  if (!isStreamName(stream)) return wrong('not a stream name')
  if (events.length === 0) return wrong('no events')
  if (!events.every((event) => isEventId(event.id))) return wrong('an id is not a UUID')
  if (events.length > 1 && new Set(events.map((event) => event.id)).size !== events.length) return wrong('an id occurs twice')
  const readable = (event: NewEvent, i: number): boolean =>
    // The events of one command mostly carry the same metadata: it is parsed once.
    isEnvelope(event) && reads(event.data) && (event.metadata === events[i - 1]?.metadata || reads(event.metadata))
  if (!events.every(readable)) return wrong('data is not JSON')
  if (events.some(({ recordedAt }) => recordedAt !== undefined && !isInstant(recordedAt))) return wrong('recordedAt is not an instant')
  return right(events)
}

/** The revision that follows an expected one. */
export const nextRevision = (expected: Expected): Revision => (expected === 'no-stream' ? 0n : expected + 1n)

/**
 * Compares an append with its stream. `actual` is the stream's last revision; `idsFrom` gives the ids that the stream holds from a revision on
 * (at most as many as asked). The revision is compared before anything else, so a stale writer hears of the conflict; only a repeat that is
 * whole (the same ids in the same places) is let through.
 */
export const judgeAppend = (
  stream: StreamName,
  expected: Expected,
  events: ReadonlyArray<NewEvent>,
  actual: Expected,
  idsFrom: (revision: Revision, count: number) => ReadonlyArray<string>,
): Either<RevisionConflict, Verdict> => {
  const first = nextRevision(expected)
  const last = first + BigInt(events.length) - 1n
  if (expected === actual) return right({ _tag: 'Write', first, last })
  const possible = expected === 'no-stream' || expected >= 0n
  if (possible && actual !== 'no-stream' && last <= actual) {
    const held = idsFrom(first, events.length)
    if (held.length === events.length && events.every((event, i) => event.id === held[i])) {
      return right({ _tag: 'Repeat', appended: { first, last } })
    }
  }
  return left({ _tag: 'RevisionConflict', stream, expected, actual })
}
