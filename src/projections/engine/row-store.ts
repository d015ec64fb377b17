import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Position, Revision } from '../../domain/kernel/recorded.js'
import type { AnyRow, Fold } from './fold.js'
import type { Checkpoint } from './projection.js'

/** What can go wrong with stored rows. */
export type RowStoreFault =
  | { readonly _tag: 'RowsUnavailable'; readonly cause: string }
  /** A stored row cannot be read back: the table was changed by another hand. Rebuild it. */
  | { readonly _tag: 'RowsDamaged'; readonly table: string; readonly key: string; readonly cause: string }
  /** Another process has moved the read models on: load again. */
  | { readonly _tag: 'CheckpointMoved'; readonly table: string }

/** The table of one read model, as far as a store needs to know it. */
export type Table = Pick<Fold<never>, 'name' | 'shape' | 'columns'>

/** Where one read model stands. */
export interface Standing {
  /** The shape of the table when it was written. */
  readonly shape: string
  readonly checkpoint: Checkpoint
}

/** The last revision of each stream, as of a position: what comes after it must follow on without a gap. */
export interface HeadsAt {
  readonly position: Position
  readonly revisions: ReadonlyMap<StreamName, Revision>
}

/** Rows by key; `undefined` takes a row away. */
export type RowChanges = ReadonlyMap<string, AnyRow | undefined>

/** What one table is to become, and from where it is taken on. */
export interface TableChange {
  readonly table: Table
  /** The checkpoint that the change was worked out from; `anew` replaces the whole table. */
  readonly from: Checkpoint | 'anew'
  readonly rows: RowChanges
}

/** Tables of rows with their checkpoints. Rows, heads and checkpoint change in one transaction or not at all. */
export interface RowStore {
  /** The read models the store holds, by name. */
  readonly standings: TaskEither<RowStoreFault, ReadonlyMap<string, Standing>>
  /** The heads of the streams asked for, as of the furthest position that any read model has reached; nothing where there is none. */
  readonly heads: (streams: ReadonlyArray<StreamName>) => TaskEither<RowStoreFault, HeadsAt | undefined>
  /** Rows to be folded further: the caller's own, to be changed; what the store holds stays as it is until they are saved. */
  readonly load: (table: Table, keys: ReadonlyArray<string>) => TaskEither<RowStoreFault, ReadonlyMap<string, AnyRow>>
  /** The rows whose fields have these values (no fields: all), in order of key. */
  readonly where: (table: Table, fields: AnyRow) => TaskEither<RowStoreFault, ReadonlyArray<AnyRow>>
  /** Heads are taken over where they are further on than those that are held. */
  readonly save: (
    changes: ReadonlyArray<TableChange>,
    heads: ReadonlyMap<StreamName, Revision>,
    checkpoint: Checkpoint,
  ) => TaskEither<RowStoreFault, void>
  /** Drops every read model, because the log is not the one that they were made from. */
  readonly forget: TaskEither<RowStoreFault, void>
}
