import * as E from 'fp-ts/lib/Either.js'
import type { Mode } from '../../domain/kernel/recorded.js'
import type { EventId, SourceId } from '../../domain/vocabulary/id.js'
import { conflicts } from '../conflicts.js'
import { flag, list, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import { type EntryRow, entries } from '../entries.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'

/** The document that is asked about. */
export interface RestingOnAsked {
  readonly source: SourceId
}

/** How an entry rests on a source: recorded on it, cited from it; or the source gives another value, or the value that was corrected to. */
export type Rests = 'recorded' | 'cited' | 'disputed' | 'corrected'

/** One entry that rests on a source. Voided ones are among them, marked: what was once recorded stays on the record. */
export interface RestingAnswer {
  /** The place in the whole log. */
  readonly position: string
  readonly entry: EventId
  readonly stream: string
  readonly what: string
  readonly type: EntryRow['type']
  readonly mode: Mode
  readonly rests: ReadonlyArray<Rests>
  readonly corrected: boolean
  readonly disputed: boolean
  readonly voided: boolean
  /** It broke a rule, or may have. */
  readonly flagged: boolean
}

const restsOf = ({ stream, sources, citations, disputes, corrections }: EntryRow, source: SourceId): ReadonlyArray<Rests> => {
  const says = (said: { readonly sources: ReadonlyArray<SourceId> }): boolean => said.sources.includes(source)
  return [
    // The registration of a source rests on that source.
    ...(says({ sources }) || stream === source ? ['recorded' as const] : []),
    ...(citations.some(says) ? ['cited' as const] : []),
    ...(disputes.some(says) ? ['disputed' as const] : []),
    ...(corrections.some(says) ? ['corrected' as const] : []),
  ]
}

const byPosition = (a: EntryRow, b: EntryRow): number => (BigInt(a.position) < BigInt(b.position) ? -1 : 1)

/** Every entry that rests on a source, in the order in which they were recorded. */
export const restingOnSource: Question<RestingOnAsked, RestingAnswer> = {
  name: 'resting-on',
  about: 'Every fact that rests on a document, by its own sources or by a citation, a dispute or a correction.',
  parameters: { source: required(id('source', 'the document')) },
  reads: [entries, conflicts, names],
  glance: ['position', 'type', 'what', 'mode', 'corrected', 'voided'],
  columns: {
    position: text(),
    entry: text(),
    stream: text(),
    what: text(),
    type: text<EntryRow['type']>(),
    mode: text<Mode>(),
    rests: list<Rests>(String),
    corrected: flag,
    disputed: flag,
    voided: flag,
    flagged: flag,
  },
  answer:
    (tables, { source }) =>
    async () => {
      const rows = await tables.of(entries).where({})()
      if (E.isLeft(rows)) return rows
      const broken = await tables.of(conflicts).where({})()
      if (E.isLeft(broken)) return broken
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      // Seen from before a source was issued, nothing rests on it yet, although an entry may name it beside another.
      const isThere = rows.right.some(({ stream }) => stream === source)
      if (!isThere) return E.right([])
      const flagged = new Set(broken.right.map(({ stream, command }) => `${stream} ${command}`))
      const resting = [...rows.right].sort(byPosition).flatMap((row) => {
        const rests = restsOf(row, source)
        const { position, entry, stream, type, mode, command } = row
        if (rests.length === 0) return []
        return [
          {
            position,
            entry,
            stream,
            what: naming.right.of(stream),
            type,
            mode,
            rests,
            corrected: row.corrections.length > 0,
            disputed: row.disputes.length > 0,
            voided: row.voidedBy !== undefined,
            flagged: flagged.has(`${stream} ${command}`),
          },
        ]
      })
      return E.right(resting)
    },
}
