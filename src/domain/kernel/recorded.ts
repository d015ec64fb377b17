import type { StreamName } from './decider.js'

/** The place of an event in its own stream, counted from 0. */
export type Revision = bigint

/** The place of an event in the whole log. Positions rise strictly and may have gaps; only adapters make one. */
export type Position = bigint

/** What a writer believes of a stream: its last revision, or that it does not exist. There is no "any". */
export type Expected = Revision | 'no-stream'

/** Whether somebody decides (and may be refused) or reports what happened (and is taken in, flagged where it breaks a rule). */
export type Mode = 'decision' | 'report'

/** What every command says beside its content. */
export interface CommandContext {
  /** UUID v7; made by the ledger where absent. Sending the same id and content again has no further effect. */
  readonly commandId?: string
  /** The account that sends the command: never a person's name. */
  readonly actor: string
  /** In whose power it is done, by office. */
  readonly authority?: string
  readonly reason?: string
  readonly mode: Mode
  /** The sources that it rests on. */
  readonly sources: ReadonlyArray<`source-${string}`>
  /** Ties commands of one undertaking together; the command's own id where absent. */
  readonly correlationId?: string
  /** The event or command that led to this one. */
  readonly causationId?: string
}

/** What is kept beside each event. No personal data stands here. */
export interface Metadata {
  readonly commandId: string
  /** A keyed digest of the command and its context: tells a repeat from another command under the same id. */
  readonly commandDigest: string
  readonly correlationId: string
  readonly causationId?: string
  readonly actor: string
  readonly authority?: string
  readonly reason?: string
  readonly mode: Mode
  readonly sources: ReadonlyArray<`source-${string}`>
}

/** An event as it is handed to the log: content and metadata as JSON text, so that the log needs no codec. */
export interface NewEvent {
  /** A UUID, unique in the log. */
  readonly id: string
  readonly type: string
  /** The version of the written form, counted from 1. */
  readonly schema: number
  readonly data: string
  readonly metadata: string
  /**
   * When a ledger first learned it, where that was another ledger: a copy keeps the instant. ISO 8601, UTC, with milliseconds. Absent for what is
   * recorded here and now: the log's own clock counts.
   */
  readonly recordedAt?: string
}

/** An event as the log holds it, undecoded. */
export interface StoredEvent extends NewEvent {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  /** When the ledger learned it: ISO 8601, UTC, with milliseconds. */
  readonly recordedAt: string
}

/** A decoded event with all that is known of its recording. */
export interface Recorded<Ev> {
  readonly id: string
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  readonly recordedAt: string
  readonly metadata: Metadata
  readonly event: Ev
}
