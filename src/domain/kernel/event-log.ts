import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { StreamName } from './decider.js'
import type { Expected, NewEvent, Position, Revision, StoredEvent } from './recorded.js'

/** Another writer was first: reload, decide again. `actual` is the stream's last revision as the log saw it. */
export interface RevisionConflict {
  readonly _tag: 'RevisionConflict'
  readonly stream: StreamName
  readonly expected: Expected
  readonly actual: Expected
}

/** The append itself is wrong, whatever the log holds: nothing was written. */
export interface AppendInvalid {
  readonly _tag: 'AppendInvalid'
  readonly stream: string
  readonly why:
    | 'no events'
    | 'not a stream name'
    | 'an id is not a UUID'
    | 'an id occurs twice'
    | 'an id is already used elsewhere'
    | 'data is not JSON'
    | 'recordedAt is not an instant'
    /** What is personal is sealed with its person's key, which is destroyed. */
    | 'words about somebody whose data were erased'
    /** More than the server of this log takes in one piece; a log in a file or in memory has no such limit. */
    | 'the append is too large'
}

/**
 * The log did not say in time whether it wrote the append: it may be there, or may still come. The same append sent again (same ids, same
 * expected revision) is safe and gives the truth; another one is not.
 */
export interface AppendInDoubt {
  readonly _tag: 'AppendInDoubt'
  readonly stream: string
  readonly cause: string
}

/** The store cannot be reached or used now; `cause` holds no secret. */
export interface LogUnavailable {
  readonly _tag: 'LogUnavailable'
  readonly cause: string
}

/** The store answers, but what it holds is not what was written; `at` names the place. */
export interface LogDamaged {
  readonly _tag: 'LogDamaged'
  readonly at: string
  readonly cause: string
}

/** What can go wrong with the log. */
export type EventLogFault = RevisionConflict | AppendInvalid | AppendInDoubt | LogUnavailable | LogDamaged

/** The revisions that an append wrote. */
export interface Appended {
  readonly first: Revision
  readonly last: Revision
}

/** Which events of the whole log are wanted. */
export interface ReadAll {
  /** Only events after this position; `start` for all. */
  readonly after: Position | 'start'
  /** At most this many events (1 to 10,000). */
  readonly limit: number
  /** Only events of these types; absent for all. */
  readonly types?: ReadonlyArray<string>
}

/** A page of the log in order of position. */
export interface Page {
  readonly events: ReadonlyArray<StoredEvent>
  /** Where the next page starts: `after` of the next read. */
  readonly next: Position | 'start'
  /** The log held nothing further when the page was read. */
  readonly end: boolean
}

/**
 * The append-only log of all streams. One contract suite holds every implementation to these promises:
 * - an append is atomic, and is written only at the exact revision expected;
 * - the same append sent again (same ids, same expected revision) succeeds with the same answer and writes nothing;
 * - positions rise in the order of commit; a reader who saw a position never later finds a new event before it;
 * - nothing is ever changed or removed.
 */
export interface EventLog {
  readonly append: (stream: StreamName, expected: Expected, events: ReadonlyArray<NewEvent>) => TaskEither<EventLogFault, Appended>
  /** The events of one stream from a revision on (inclusive), in order; an empty list where there are none. */
  readonly readStream: (stream: StreamName, from: Revision) => TaskEither<EventLogFault, ReadonlyArray<StoredEvent>>
  readonly readAll: (request: ReadAll) => TaskEither<EventLogFault, Page>
  /** The event at exactly this position, if the log holds one. */
  readonly readAt: (position: Position) => TaskEither<EventLogFault, StoredEvent | undefined>
  /** The position of the last event, or `start` for an empty log. */
  readonly head: TaskEither<EventLogFault, Position | 'start'>
  /** Resolves once the log holds something after the position, or when the signal aborts. */
  readonly changed: (after: Position | 'start', signal: AbortSignal) => TaskEither<EventLogFault, void>
  readonly close: TaskEither<EventLogFault, void>
}
