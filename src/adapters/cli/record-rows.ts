import * as E from 'fp-ts/lib/Either.js'
import { type EntryEvent, entriesOf, isEntryEvent, isOwnEvent, standing, voidOf } from '../../domain/kernel/entry.js'
import type { Mode, Recorded } from '../../domain/kernel/recorded.js'
import type { LedgerEvent, OwnEvent } from '../../domain/ledger.js'
import type { Explained } from '../../ledger.js'
import type { Column, Columns } from '../../projections/engine/column.js'
import { json, list, text } from '../../projections/engine/columns.js'
import { fieldByField } from './render/plain.js'

// Recorded events as rows, for `history` and `explain`.

/** A recorded event as `history` shows it: what was recorded, and what became of it. */
export interface HistoryRow {
  readonly revision: bigint
  /** ISO 8601, UTC. */
  readonly recordedAt: string
  readonly type: string
  readonly standing: string
  readonly mode: Mode
  readonly actor: string
  readonly sources: ReadonlyArray<string>
  /** The event's id: what a correction names as `entry`. */
  readonly id: string
  readonly data: unknown
}

const ordinal: Column<bigint> = {
  cells: [{ suffix: '', type: 'INTEGER' }],
  write: (value) => [value.toString()],
  read: ([cell]) => (typeof cell === 'string' && /^\d+$/.test(cell) ? E.right(BigInt(cell)) : E.left('a whole number expected')),
  show: String,
}

const instant: Column<string> = { ...text(), show: (value) => value.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC') }

/** How `history` shows its rows. */
export const historyColumns: Columns<HistoryRow> = {
  revision: ordinal,
  recordedAt: instant,
  type: text(),
  standing: text(),
  mode: text<Mode>(),
  actor: text(),
  sources: list<string>(String),
  id: text(),
  data: json(fieldByField),
}

const rowOf = (recorded: Recorded<LedgerEvent>, said: string): HistoryRow => {
  const { id, revision, recordedAt, metadata, event } = recorded
  const { type, ...data } = event
  return { revision, recordedAt, type, standing: said, mode: metadata.mode, actor: metadata.actor, sources: metadata.sources, id, data }
}

/** Everything that was recorded on one stream as rows, each with what became of it. */
export const historyRows = (recorded: ReadonlyArray<Recorded<LedgerEvent>>): ReadonlyArray<HistoryRow> => {
  const entries = entriesOf<OwnEvent>(recorded)
  const revisions = new Map(recorded.map(({ id, revision }) => [id, revision]))
  const saidOf = ({ id, event }: Recorded<LedgerEvent>): string => {
    const entry = entries.get(id)
    if (entry !== undefined) return fateOf(entry.said, voidOf(entry) !== undefined, standing(entry) === entry.original.event)
    return isEntryEvent<OwnEvent>(event) ? `on revision ${revisions.get(event.entry) ?? '?'}` : 'flag'
  }
  return recorded.map((one) => rowOf(one, saidOf(one)))
}

const fateOf = (said: ReadonlyArray<Recorded<EntryEvent<OwnEvent>>>, isVoided: boolean, isOriginal: boolean): string => {
  if (isVoided) return 'voided'
  const types = new Set(said.map(({ event }) => event.type))
  const preferred = types.has('EntryPreferred')
  const disputed = types.has('EntryDisputed') && !preferred ? ', disputed' : ''
  if (isOriginal) return `stands${disputed}`
  return preferred ? 'another value preferred' : `corrected${disputed}`
}

/** An event behind a row, as `explain` shows it: the value that counts, and what was said of it since. */
export interface ExplainedRow extends Omit<HistoryRow, 'standing'> {
  readonly stream: string
  readonly standing: string
  readonly saidSince: ReadonlyArray<string>
}

/** How `explain` shows its rows. */
export const explainedColumns: Columns<ExplainedRow> = {
  stream: text(),
  ...historyColumns,
  saidSince: list<string>(String),
}

/** The events behind a row as rows; `data` is the value that stands, or what was recorded where none does. */
export const explainedRow = ({ recorded, stands, said }: Explained): ExplainedRow => {
  const isOriginal = stands === recorded.event
  const isVoided = said.some(({ event }) => event.type === 'EntryVoided')
  const fate = isOwnEvent<OwnEvent>(recorded.event) ? fateOf(said, isVoided, isOriginal) : 'stands'
  return {
    stream: recorded.stream,
    ...rowOf(
      stands === undefined ? recorded : { ...recorded, event: stands },
      stands === undefined && !isVoided ? 'does not count from here' : fate,
    ),
    saidSince: said.map(saidOf),
  }
}

/** `corrected: misread (source-s1)` */
const saidOf = ({ event, metadata }: Recorded<EntryEvent<OwnEvent>>): string => {
  const reason = 'reason' in event ? `: ${event.reason}` : ''
  const sources = metadata.sources.length === 0 ? '' : ` (${metadata.sources.join(', ')})`
  return `${event.type.slice('Entry'.length).toLowerCase()}${reason}${sources}`
}
