import type { OfType, StreamName, Tagged } from '../../domain/kernel/decider.js'
import type { Position, Recorded } from '../../domain/kernel/recorded.js'
import type { Columns } from './column.js'

/** How rows are made of one type of event. */
export interface Reading<Ev, Key extends string, Row> {
  /** The rows that the event speaks of: worked out from the event and its recording alone, never from another event or row. */
  readonly keys: (event: Ev, recorded: Recorded<Ev>) => ReadonlyArray<Key>
  /**
   * The row after the event; `undefined` for no row, before or after. The row that is given is this fold's own: it, and the lists it holds, may be
   * changed and given back, or another one made. Nobody else sees it before the fold is done.
   */
  readonly evolve: (row: Row | undefined, event: Ev, key: Key, recorded: Recorded<Ev>) => Row | undefined
}

/**
 * A read model as a table: each row is a fold of the events that name its key, and of nothing else. Rebuilding, following, as-of, explaining, comparing and
 * SQL all follow from this one shape; nothing else is written for any of them.
 *
 * Law: replaying only the events that name a row's key gives that row.
 */
export interface Projection<Ev extends Tagged, Key extends string, Row extends object> {
  /** The table's name: lower case, digits and underscores. */
  readonly name: string
  /** Raised when `on` or `columns` change: a stored table of another version is built anew. */
  readonly version: number
  readonly columns: Columns<Row>
  /**
   * `standing` (the default): events come as they stand now, corrected, preferred, without the voided. `recorded`: as they were recorded, what
   * was said about them later coming as events of its own; for read models about the record itself.
   */
  readonly reads?: 'standing' | 'recorded'
  readonly on: { readonly [T in Ev['type']]?: Reading<OfType<Ev, T>, Key, Row> }
}

/** Where a read model stands: the last event that was handled, by position *and* id. */
export interface Checkpoint {
  readonly position: Position
  readonly id: string
}

/** Why rows cannot be made or asked for. */
export type ProjectionFault =
  /** A stream lacks events between two that the log gave: nothing is folded over a gap. */
  | {
      readonly _tag: 'RevisionGap'
      readonly stream: StreamName
      readonly expected: bigint
      readonly found: bigint
      readonly position: Position
    }
  /** The name cannot be a table's, or two read models share it. */
  | { readonly _tag: 'ProjectionMisnamed'; readonly name: string; readonly why: string }
  /** The viewpoint is not one: an instant or a day that cannot be read, a source's id that is none. */
  | { readonly _tag: 'ViewpointInvalid'; readonly why: string }
