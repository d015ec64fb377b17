import * as E from 'fp-ts/lib/Either.js'
import type { AnyId, EventId } from '../../domain/vocabulary/id.js'
import { maybe, text } from '../engine/columns.js'
import { anything } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { type Amended, type EntryRow, entries } from '../entries.js'
import { names } from '../names.js'
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
  readonly actor: string
  readonly reason: string
  readonly recordedAt: string
}

type Change = Pick<CorrectionAnswer, 'change' | 'before' | 'after' | 'actor' | 'reason' | 'recordedAt'>

const told = ({ actor, reason, recordedAt }: Amended): Pick<Change, 'actor' | 'reason' | 'recordedAt'> => ({ actor, reason, recordedAt })

const changesOf = ({ entry, corrections, preferred, voidedBy }: EntryRow): ReadonlyArray<Change> => [
  ...corrections.map((one, n): Change => ({ change: 'corrected', before: corrections[n - 1]?.by ?? entry, after: one.by, ...told(one) })),
  ...(preferred === undefined ? [] : [{ change: 'preferred' as const, after: preferred.preferred, ...told(preferred) }]),
  ...(voidedBy === undefined ? [] : [{ change: 'voided' as const, before: corrections.at(-1)?.by ?? entry, ...told(voidedBy) }]),
]

const inOrder = (a: CorrectionAnswer, b: CorrectionAnswer): number =>
  a.recordedAt === b.recordedAt ? (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0) : a.recordedAt < b.recordedAt ? -1 : 1

/** What was corrected, preferred or voided, in order of time. A change in the world is none of these: it is an entry of its own. */
export const corrections: Question<CorrectionsAsked, CorrectionAnswer> = {
  name: 'corrections',
  about: 'What was corrected, preferred or voided in the record: before, after, who, why, when.',
  parameters: { stream: anything('only of this thing') },
  reads: [entries, names],
  glance: ['recordedAt', 'what', 'type', 'change', 'actor', 'reason'],
  columns: {
    entry: text(),
    stream: text(),
    what: text(),
    type: text<EntryRow['type']>(),
    change: text<CorrectionAnswer['change']>(),
    before: maybe(text(), 'both stand'),
    after: maybe(text(), 'none'),
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
      const changes = rows.right.flatMap((row) =>
        changesOf(row).map((change) => ({ entry: row.entry, stream: row.stream, what: of(row.stream), type: row.type, ...change })),
      )
      return E.right(changes.sort(inOrder))
    },
}
