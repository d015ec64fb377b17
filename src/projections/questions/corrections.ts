import * as E from 'fp-ts/lib/Either.js'
import type { AnyId, EventId } from '../../domain/vocabulary/id.js'
import { list, maybe, text } from '../engine/columns.js'
import { anything } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { type Amended, type EntryRow, entries } from '../entries.js'
import { names } from '../names.js'
import { type Fields, type ValueRow, values } from '../values.js'
import { namingIn } from './parts/naming.js'

/** Of which thing; absent: of all. */
export interface CorrectionsAsked {
  readonly stream?: AnyId
}

/** One change to the record itself: who, why, when. Before and after are named by the events that hold the values; both stay readable. */
export interface CorrectionAnswer {
  readonly entry: EventId
  readonly stream: string
  readonly what: string
  readonly type: EntryRow['type']
  readonly change: 'corrected' | 'preferred' | 'voided'
  /** The event that held the value until then; absent for a preference, which leaves both values side by side. */
  readonly before?: EventId
  /** The event that holds the value since; absent after a void. */
  readonly after?: EventId
  /** What changed, field by field, from what to what; absent: personal, and told by the record itself alone. */
  readonly values?: ReadonlyArray<FieldChange>
  readonly actor: string
  readonly reason: string
  readonly recordedAt: string
}

/** One field before and after, as JSON; absent: the field was not there. */
export interface FieldChange {
  readonly field: string
  readonly before?: string
  readonly after?: string
}

type Change = Pick<CorrectionAnswer, 'change' | 'before' | 'after' | 'actor' | 'reason' | 'recordedAt'>

const told = ({ actor, reason, recordedAt }: Amended): Pick<Change, 'actor' | 'reason' | 'recordedAt'> => ({ actor, reason, recordedAt })

const changesOf = ({ entry, corrections, preferred, voidedBy }: EntryRow): ReadonlyArray<Change> => [
  ...corrections.map((one, n): Change => ({ change: 'corrected', before: corrections[n - 1]?.by ?? entry, after: one.by, ...told(one) })),
  ...(preferred === undefined ? [] : [{ change: 'preferred' as const, after: preferred.preferred, ...told(preferred) }]),
  ...(voidedBy === undefined ? [] : [{ change: 'voided' as const, before: corrections.at(-1)?.by ?? entry, ...told(voidedBy) }]),
]

/** The value that an event holds: of the entry itself, of a correction, of a dispute. */
const valueBy = (by: EventId | undefined, { entry, value, corrected, disputed }: ValueRow): Fields | undefined =>
  by === entry ? value : [...corrected, ...disputed].find((said) => said.by === by)?.value

const fieldsThatDiffer = (before: Fields, after: Fields): ReadonlyArray<FieldChange> =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [was, is] = [before[field], after[field]].map((value) => JSON.stringify(value))
    return was === is ? [] : [{ field, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }]
  })

/** A preference leaves both values side by side: it goes from the one that stood to the one that answers. */
const valuesOf = ({ change, before, after }: Change, row: ValueRow | undefined): Pick<CorrectionAnswer, 'values'> => {
  if (row?.value === undefined) return {}
  const own = row.corrected.at(-1)?.by ?? row.entry
  const was = valueBy(before ?? own, row)
  // Who prefers the entry prefers it as it was put right since.
  const is = change === 'voided' ? {} : valueBy(change === 'preferred' && after === row.entry ? own : after, row)
  return was === undefined || is === undefined ? {} : { values: fieldsThatDiffer(was, is) }
}

const inOrder = (a: CorrectionAnswer, b: CorrectionAnswer): number =>
  a.recordedAt === b.recordedAt ? (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0) : a.recordedAt < b.recordedAt ? -1 : 1

/** What was corrected, preferred or voided, in order of time. A change in the world is none of these: it is an entry of its own. */
export const corrections: Question<CorrectionsAsked, CorrectionAnswer> = {
  name: 'corrections',
  about: 'What was corrected, preferred or voided in the record: before, after, who, why, when.',
  parameters: { stream: anything('only of this thing') },
  reads: [entries, values, names],
  glance: ['recordedAt', 'what', 'type', 'change', 'values', 'actor', 'reason'],
  columns: {
    entry: text(),
    stream: text(),
    what: text(),
    type: text<EntryRow['type']>(),
    change: text<CorrectionAnswer['change']>(),
    before: maybe(text(), 'both stand'),
    after: maybe(text(), 'none'),
    values: maybe(
      list<FieldChange>(({ field, before = 'none', after = 'none' }) => `${field}: ${before} → ${after}`),
      'personal',
    ),
    actor: text(),
    reason: text(),
    recordedAt: text(),
  },
  answer:
    (tables, { stream }) =>
    async () => {
      const rows = await tables.of(entries).where(stream === undefined ? {} : { stream })()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const held = await tables.of(values).where({})()
      if (E.isLeft(held)) return held
      const said = new Map(held.right.map((row) => [row.entry, row]))
      const changes = rows.right.flatMap((row) =>
        changesOf(row).map((change) => ({
          entry: row.entry,
          stream: row.stream,
          what: of(row.stream),
          type: row.type,
          ...change,
          ...valuesOf(change, said.get(row.entry)),
        })),
      )
      return E.right(changes.sort(inOrder))
    },
}
