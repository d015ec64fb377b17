import type { ConflictRecorded } from '../domain/kernel/entry.js'
import type { Mode } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { EventId } from '../domain/vocabulary/id.js'
import { json, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** A rule that a report broke, or may have broken: taken in all the same, with the rule and its facts beside it. */
export interface ConflictRow extends RestingOn {
  /** The event that records the conflict. */
  readonly id: EventId
  readonly stream: string
  /** The command that broke the rule: entries of the same stream and command are what it recorded. */
  readonly command: string
  /** The code of the refusal that a decision would have met. */
  readonly rule: string
  readonly certainty: ConflictRecorded['certainty']
  readonly facts: ConflictRecorded['facts']
  readonly mode: Mode
}

/** The broken rules on record, one row each. */
export const conflicts: Projection<LedgerEvent, EventId, ConflictRow> = {
  name: 'conflicts',
  version: 1,
  reads: 'recorded',
  columns: {
    id: text(),
    stream: text(),
    command: text(),
    rule: text(),
    certainty: text<ConflictRow['certainty']>(),
    facts: json<ConflictRow['facts']>(JSON.stringify),
    mode: text<Mode>(),
    ...restingOnColumns,
  },
  on: {
    ConflictRecorded: {
      keys: (_, { id }) => [id],
      evolve: (row, { rule, certainty, facts }, id, recorded) => {
        const { stream, metadata } = recorded
        return { id, stream, command: metadata.commandId, rule, certainty, facts, mode: metadata.mode, ...restingOn(row, recorded) }
      },
    },
  },
}
