import type { EntryCited } from '../domain/kernel/entry.js'
import type { Mode, Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent, OwnEvent } from '../domain/ledger.js'
import type { EventId, SourceId } from '../domain/vocabulary/id.js'
import { integer, json, list, maybe, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { entryTypes } from './entries-types.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** What was said of an entry later: by which event, by whom, when, on which sources. */
export interface SaidLater {
  readonly by: EventId
  readonly actor: string
  readonly recordedAt: string
  readonly sources: ReadonlyArray<SourceId>
}

/** Another source says the same: of which fields (absent: all), in which words, and what it gives where it gives less. */
export type Citation = SaidLater & Omit<EntryCited, 'type' | 'entry'>

/** Corrected or voided, and why. */
export interface Amended extends SaidLater {
  readonly reason: string
}

/** Which value answers: the entry's own (its id), or that of a dispute (the id of the event that disputes). */
export interface Preference extends Amended {
  readonly preferred: EventId
}

/** One entry of the record, as it was recorded, and all that was said of it since: it never loses what was said before. */
export interface EntryRow extends RestingOn {
  readonly entry: EventId
  readonly stream: string
  readonly type: OwnEvent['type']
  readonly revision: number
  /** The place in the whole log, as decimal digits. */
  readonly position: string
  readonly recordedAt: string
  readonly command: string
  readonly actor: string
  readonly authority?: string
  readonly reason?: string
  readonly mode: Mode
  /** The sources that it rests on as it was recorded; what else rests on is said by its citations, disputes and corrections. */
  readonly sources: ReadonlyArray<SourceId>
  readonly citations: ReadonlyArray<Citation>
  /** Sources that give another value. */
  readonly disputes: ReadonlyArray<SaidLater>
  readonly corrections: ReadonlyArray<Amended>
  /** The latest. */
  readonly preferred?: Preference
  readonly voidedBy?: Amended
}

const later = ({ id, recordedAt, metadata: { actor, sources } }: Recorded<unknown>): SaidLater => ({ by: id, actor, recordedAt, sources })

const recordedEntry: Reading<OwnEvent, EventId, EntryRow> = {
  keys: (_, { id }) => [id],
  evolve: (_, { type }, entry, recorded) => {
    const { stream, revision, position, recordedAt, metadata } = recorded
    const { commandId, actor, authority, reason, mode } = metadata
    return {
      entry,
      stream,
      type,
      revision: Number(revision),
      position: String(position),
      recordedAt,
      command: commandId,
      actor,
      ...(authority !== undefined && { authority }),
      ...(reason !== undefined && { reason }),
      mode,
      citations: [],
      disputes: [],
      corrections: [],
      ...restingOn(undefined, recorded),
    }
  },
}

/** What is said of an entry later is kept beside it; the sources of the entry itself stay those that it was recorded on. */
const said = <Ev extends { readonly entry: EventId }>(
  noted: (row: EntryRow, event: Ev, by: SaidLater) => Partial<EntryRow>,
): Reading<Ev, EventId, EntryRow> => ({
  keys: ({ entry }) => [entry],
  evolve: (row, event, _, recorded) => row && { ...row, ...noted(row, event, later(recorded)), entries: [...row.entries, recorded.id] },
})

const showSaid = ({ by, sources }: SaidLater): string => `${by} (${sources.join(', ')})`
const showAmended = ({ by, reason }: Amended): string => `${by}: ${reason}`

/** The record itself: one row for every event that an aggregate recorded, voided ones among them. */
export const entries: Projection<LedgerEvent, EventId, EntryRow> = {
  name: 'entries',
  version: 1,
  reads: 'recorded',
  columns: {
    entry: text(),
    stream: text(),
    type: text<EntryRow['type']>(),
    revision: integer,
    position: text(),
    recordedAt: text(),
    command: text(),
    actor: text(),
    authority: maybe(text()),
    reason: maybe(text()),
    mode: text<Mode>(),
    citations: list<Citation>(showSaid),
    disputes: list<SaidLater>(showSaid),
    corrections: list<Amended>(showAmended),
    preferred: maybe(json<Preference>(({ preferred, reason }) => `${preferred}: ${reason}`)),
    voidedBy: maybe(json<Amended>(showAmended)),
    ...restingOnColumns,
  },
  on: {
    ...entryTypes(recordedEntry),
    EntryCited: said(({ citations }, { type: _, entry: __, ...cited }, by) => ({ citations: [...citations, { ...by, ...cited }] })),
    EntryDisputed: said(({ disputes }, _, by) => ({ disputes: [...disputes, by] })),
    EntryPreferred: said((_, { preferred, reason }, by) => ({ preferred: { ...by, preferred, reason } })),
    EntryCorrected: said(({ corrections }, { reason }, by) => ({ corrections: [...corrections, { ...by, reason }] })),
    EntryVoided: said((_, { reason }, by) => ({ voidedBy: { ...by, reason } })),
  },
}
