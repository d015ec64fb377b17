import * as E from 'fp-ts/lib/Either.js'
import type { AnyId } from '../../domain/vocabulary/id.js'
import { type ConflictRow, conflicts } from '../conflicts.js'
import { maybe, text } from '../engine/columns.js'
import { anything, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { type JudgementRow, judgements } from '../judgements.js'
import { names } from '../names.js'
import { type RuleRow, rules, type SetAside } from '../rules.js'
import { namingIn } from './parts/naming.js'

/** Conflicts with one rule (by its code), or on one stream; absent: all. */
export interface ConflictsAsked {
  readonly rule?: string
  readonly stream?: AnyId
}

/** A rule that a report broke or may have broken, and whether somebody set it aside for the act. */
export interface ConflictAnswer extends ConflictRow {
  readonly what: string
  /** In whose power it was set aside; absent where it was not. The conflict stays on record either way. */
  readonly waivedBy?: string
  readonly waivedBecause?: string
}

/** What set the rule aside for the act that a conflict belongs to: before it was judged, or since. */
const waiverOf = (
  { stream, command, rule: code }: ConflictRow,
  judged: ReadonlyArray<JudgementRow>,
  standing: ReadonlyArray<RuleRow>,
): SetAside | undefined => {
  const judgement = judged.find((one) => one.command === command && one.rule === stream)
  const exceptions = standing.find(({ rule }) => rule === stream)?.exceptions ?? []
  return exceptions.find((one) => one.for === judgement?.subject && (one.codes === undefined || one.codes.includes(code)))
}

/** Rules that were broken, or may have been, in order of event id: each with the facts it rests on, and whether it was waived. */
export const conflictsOnRecord: Question<ConflictsAsked, ConflictAnswer> = {
  name: 'conflicts',
  about: 'Rules that reports broke, or may have broken: the code, the facts it rests on, and whether it was set aside, by whom and why.',
  parameters: { rule: words('only with this code'), stream: anything('only on this stream') },
  reads: [conflicts, judgements, rules, names],
  glance: ['what', 'rule', 'certainty', 'facts', 'waivedBy'],
  columns: { ...conflicts.columns, what: text(), waivedBy: maybe(text(), 'not waived'), waivedBecause: maybe(text(), '') },
  answer:
    (tables, { rule, stream }) =>
    async () => {
      const rows = await tables.of(conflicts).where({ ...(rule && { rule }), ...(stream && { stream }) })()
      if (E.isLeft(rows)) return rows
      const judged = await tables.of(judgements).where({})()
      if (E.isLeft(judged)) return judged
      const standing = await tables.of(rules).where({})()
      if (E.isLeft(standing)) return standing
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      return E.right(
        rows.right.map((row): ConflictAnswer => {
          const waiver = waiverOf(row, judged.right, standing.right)
          return {
            ...row,
            what: naming.right.of(row.stream),
            ...(waiver && { waivedBy: waiver.authority, waivedBecause: waiver.reason }),
          }
        }),
      )
    },
}
