import * as E from 'fp-ts/lib/Either.js'
import type { AnyId, RuleId } from '../../domain/vocabulary/id.js'
import { list, text } from '../engine/columns.js'
import { anything, choice, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { entries } from '../entries.js'
import { type JudgementRow, judgements } from '../judgements.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'

/** Judgements by one rule, of one thing, with one outcome; absent: any. */
export interface JudgementsAsked {
  readonly rule?: RuleId
  readonly of?: AnyId
  readonly outcome?: JudgementRow['outcome']
}

/** A judgement, and whether what it rested on has moved since. */
export interface JudgementAnswer extends JudgementRow {
  readonly name: string
  /** Streams that it rested on and that were written to since: the judgement should be looked at again. */
  readonly moved: ReadonlyArray<AnyId>
}

/** What was held against rules and terms, with which outcome, on which evidence, in order of recording. */
export const judgementsOnRecord: Question<JudgementsAsked, JudgementAnswer> = {
  name: 'judgements',
  about:
    'Acts held against rules and terms: outcome, what was broken or cannot be told, what was set aside, evidence that has moved since.',
  parameters: {
    rule: id('rule', 'only by this rule'),
    of: anything('only of this thing'),
    outcome: choice('only with this outcome', 'kept', 'broken', 'set aside', 'cannot tell'),
  },
  reads: [judgements, entries, names],
  glance: ['name', 'subject', 'day', 'outcome', 'findings', 'moved'],
  columns: { ...judgements.columns, name: text(), moved: list<AnyId>(String) },
  answer:
    (tables, { rule, of: subject, outcome }) =>
    async () => {
      const fields = { ...(rule && { rule }), ...(subject && { subject }), ...(outcome && { outcome }) }
      const rows = await tables.of(judgements).where(fields)()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const answers: Array<JudgementAnswer> = []
      for (const row of rows.right) {
        const moved: Array<AnyId> = []
        for (const { stream, revision } of row.evidence) {
          const written = await tables.of(entries).where({ stream })()
          if (E.isLeft(written)) return written
          if (written.right.some((entry) => entry.revision > revision)) moved.push(stream)
        }
        answers.push({ ...row, name: naming.right.of(row.rule), moved: [...new Set(moved)] })
      }
      return E.right(answers)
    },
}
