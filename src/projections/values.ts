import type { LedgerEvent, OwnEvent } from '../domain/ledger.js'
import type { EventId } from '../domain/vocabulary/id.js'
import { json, list, maybe, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { entryTypes } from './entries-types.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** A value that a correction or a dispute gives, and the event that holds it. */
export interface ValueSaid {
  readonly by: EventId
  readonly value: Fields
}

/** The fields of an entry, as JSON has them. */
export interface Fields {
  readonly [field: string]: unknown
}

/** What an entry said as it was recorded, and what was put in its place since. Of people and of people's words nothing is kept here. */
export interface ValueRow extends RestingOn {
  readonly entry: EventId
  /** Absent: personal, and told by the record itself alone. */
  readonly value?: Fields
  readonly corrected: ReadonlyArray<ValueSaid>
  readonly disputed: ReadonlyArray<ValueSaid>
}

/** Streams that hold names of people, or people's words. */
const PERSONAL: ReadonlyArray<string> = ['person-', 'statement-']
const PERSONAL_FIELDS: ReadonlySet<string> = new Set(['type', 'text', 'points', 'words', 'comment'])

/** The fields that may be shown: what people wrote in their own words is left out. */
const shownOf = (value: OwnEvent): Fields => Object.fromEntries(Object.entries(value).filter(([field]) => !PERSONAL_FIELDS.has(field)))

const recordedValue: Reading<OwnEvent, EventId, ValueRow> = {
  keys: (_, { id }) => [id],
  evolve: (_, event, entry, recorded) => ({
    entry,
    ...(!PERSONAL.some((kind) => recorded.stream.startsWith(kind)) && { value: shownOf(event) }),
    corrected: [],
    disputed: [],
    ...restingOn(undefined, recorded),
  }),
}

/** Of a personal entry no value is kept, whoever puts it right. */
const said = (row: ValueRow, known: ReadonlyArray<ValueSaid>, by: EventId, value: OwnEvent): ReadonlyArray<ValueSaid> =>
  row.value === undefined ? known : [...known, { by, value: shownOf(value) }]

const fields = json<Fields>((value) => JSON.stringify(value))
const valuesSaid = list<ValueSaid>(({ by, value }) => `${by}: ${JSON.stringify(value)}`)

/** What every entry said, for those who audit corrections: one row for each entry. */
export const values: Projection<LedgerEvent, EventId, ValueRow> = {
  name: 'entry_values',
  version: 1,
  reads: 'recorded',
  columns: { entry: text(), value: maybe(fields), corrected: valuesSaid, disputed: valuesSaid, ...restingOnColumns },
  on: {
    ...entryTypes(recordedValue),
    EntryCorrected: {
      keys: ({ entry }) => [entry],
      evolve: (row, { value }, _, recorded) =>
        row && { ...row, corrected: said(row, row.corrected, recorded.id, value), ...restingOn(row, recorded) },
    },
    EntryDisputed: {
      keys: ({ entry }) => [entry],
      evolve: (row, { value }, _, recorded) =>
        row && { ...row, disputed: said(row, row.disputed, recorded.id, value), ...restingOn(row, recorded) },
    },
  },
}
