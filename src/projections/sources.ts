import type { LedgerEvent, OwnEvent } from '../domain/ledger.js'
import type { SourceKind } from '../domain/sources/source.js'
import type { SourceId } from '../domain/vocabulary/id.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { date, maybe, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import type { Reader } from './engine/reading.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** A document that facts rest on, as it describes itself. What it does not tell of itself is absent; which facts rest on it, the entries say. */
export interface SourceRow extends RestingOn {
  readonly source: SourceId
  readonly title: string
  /** Of the document, as a BCP 47 tag. */
  readonly language: string
  readonly kind: SourceKind
  readonly publisher?: string
  readonly issuedOn?: StatedDate
  readonly address?: string
  readonly digest?: string
  readonly number?: string
}

/** The documents on record, one row each. */
export const sources: Projection<LedgerEvent, SourceId, SourceRow> = {
  name: 'sources',
  version: 1,
  columns: {
    source: text<SourceId>(),
    title: text(),
    language: text(),
    kind: text<SourceKind>(),
    publisher: maybe(text()),
    issuedOn: maybe(date),
    address: maybe(text()),
    digest: maybe(text()),
    number: maybe(text()),
    ...restingOnColumns,
  },
  on: {
    SourceRegistered: {
      keys: ({ source }) => [source],
      evolve: (row, { type: _, ...registration }, __, recorded) => ({ ...registration, ...restingOn(row, recorded) }),
    },
  },
}

/** How the engine learns when a source was issued: from its registration, as that now stands. */
export const issueOfSource: Reader<OwnEvent>['issue'] = {
  type: 'SourceRegistered',
  of: (event) =>
    event.type === 'SourceRegistered' ? { source: event.source, ...(event.issuedOn !== undefined && { on: event.issuedOn }) } : undefined,
}
