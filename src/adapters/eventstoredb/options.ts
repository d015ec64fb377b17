import type { KeyStore } from '../../domain/kernel/key-store.js'
import type { RowStore } from '../../projections/engine/row-store.js'

/** How a log on EventStoreDB is used; every number has a default that suits a cluster. */
export interface EventStoreDbLogOptions {
  /** Which streams are the ledger's own: the others are neither shown nor written. All that have a stream's name where absent. */
  readonly owns?: (stream: string) => boolean
  /** How long one call may stay silent, the search for the leader included; `defaultDeadline` of the address, else 10,000. */
  readonly timeoutMs?: number
  /** How long a call is repeated, and an append in doubt is looked into, before a fault says so; 60,000, since a frozen leader lasts as long as its freeze. */
  readonly patienceMs?: number
  /** The most that one append may hold: data, metadata and types as they are sent. 1,048,576, as servers have it unless they are told otherwise. */
  readonly maxAppendBytes?: number
  /** How many calls may be under way at once; 64. */
  readonly callsInFlight?: number
  /** How often a silent subscription is checked against the end of the log; 15,000. */
  readonly bellCheckMs?: number
}

/** The cause of the fault that a server has no ledger, where none is to be made. */
export const NO_LEDGER = 'there is no ledger on this server'

/** How a ledger on EventStoreDB is opened. */
export interface EventStoreDbOptions extends EventStoreDbLogOptions {
  /** The key of the ledger's digests (32 bytes), where the server holds none yet: a copy brings its own. A fault where the server holds another. */
  readonly key?: Uint8Array
  /** Whether a ledger is made where the server holds none; yes where absent. If not, that is a fault, and nothing is written. */
  readonly create?: boolean
  /**
   * Where the keys of people are kept, if not on the server: apart from the events, and from the server's backups. Absent, each lies in a stream of
   * its own there; an erasure closes that stream at once, and the next scavenge of each node removes the key from its files.
   */
  readonly keys?: KeyStore
  /** Where read models are kept; in memory, built anew by each process, where absent. */
  readonly rows?: RowStore
}

/** The options of a log, none of them open. */
export type Settled = Required<EventStoreDbLogOptions>

const AT_LEAST_MS = 10

const atLeast = (least: number, said: number): number => (Number.isFinite(said) ? Math.max(least, Math.trunc(said)) : least)

/** Fills in what was not said; numbers that mean nothing become the least that does. */
export const settle = (options: EventStoreDbLogOptions, addressDeadline: number | undefined): Settled => ({
  owns: options.owns ?? (() => true),
  timeoutMs: atLeast(AT_LEAST_MS, options.timeoutMs ?? addressDeadline ?? 10_000),
  patienceMs: atLeast(0, options.patienceMs ?? 60_000),
  maxAppendBytes: atLeast(1, options.maxAppendBytes ?? 1_048_576),
  callsInFlight: atLeast(1, options.callsInFlight ?? 64),
  bellCheckMs: atLeast(AT_LEAST_MS, options.bellCheckMs ?? 15_000),
})
