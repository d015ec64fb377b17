import * as E from 'fp-ts/lib/Either.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { AgreementId, EventId, ProgrammeId, RuleId, SourceId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import type { Terms } from '../../domain/vocabulary/terms.js'
import { termsOn } from '../../domain/vocabulary/terms-on.js'
import { date, integer, json, list, maybe, text } from '../engine/columns.js'
import { day, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { entries } from '../entries.js'
import { names } from '../names.js'
import { type TermsGiver, type TermsRow, type TermsStatement, terms } from '../terms.js'
import { showTerms } from '../terms-shown.js'
import { namingIn } from './parts/naming.js'

/** Whose terms, and on which day; without a day, all that were ever stated. */
export interface TermsAsked {
  readonly programme?: ProgrammeId
  readonly agreement?: AgreementId
  readonly rule?: RuleId
  readonly on?: CivilDate
}

/** One statement of terms, and whether it holds on the day asked. */
export interface TermsAnswer {
  readonly giver: TermsGiver
  readonly name: string
  readonly since: StatedDate
  /** The last day, where one is stated. */
  readonly until?: StatedDate
  readonly term?: number
  readonly terms: Terms
  readonly words?: string
  /** Those that surely do not hold on the day asked are left out; absent where no day was asked. */
  readonly holds?: Answer
  /** How many other sources give these terms otherwise; both stand. */
  readonly disputed: number
  /** What evidence names: the entry's place in its stream. */
  readonly revision: number
  readonly entry: EventId
  readonly sources: ReadonlyArray<SourceId>
}

interface Asked {
  readonly statement: TermsStatement
  readonly holds?: Answer
}

const statementsOf = ({ statements }: TermsRow, on: CivilDate | undefined): ReadonlyArray<Asked> =>
  on === undefined ? statements.map((statement) => ({ statement })) : termsOn(statements, { edtf: on })

/** Typed terms as they were stated, and which of them hold on a day. Terms that nobody stated give no answer, not "none". */
export const termsStated: Question<TermsAsked, TermsAnswer> = {
  name: 'terms',
  about: 'Typed terms of programmes, agreements and rules over time: length, limits, eligibility, quotas, approvals; also those of a day.',
  parameters: {
    programme: id('programme', 'only of this programme'),
    agreement: id('agreement', 'only of this agreement'),
    rule: id('rule', 'only of this rule'),
    on: day('only those that hold, or may hold, on this day'),
  },
  reads: [terms, entries, names],
  glance: ['name', 'since', 'until', 'terms', 'holds', 'disputed'],
  columns: {
    giver: text<TermsGiver>(),
    name: text(),
    since: date,
    until: maybe(date, 'no end stated'),
    term: maybe(integer),
    terms: json<Terms>(showTerms),
    words: maybe(text()),
    holds: maybe(text<Answer>(), ''),
    disputed: integer,
    revision: integer,
    entry: text(),
    sources: list<SourceId>(String),
  },
  answer:
    (tables, { programme, agreement, rule, on }) =>
    async () => {
      const asked: ReadonlyArray<TermsGiver> = [programme, agreement, rule].flatMap((giver) => giver ?? [])
      const rows = await tables.of(terms).where({})()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const answers: Array<TermsAnswer> = []
      for (const row of rows.right.filter(({ giver }) => asked.length === 0 || asked.includes(giver))) {
        for (const { statement, holds } of statementsOf(row, on)) {
          const { entry, revision, from, to, term, words, statedBy } = statement
          const recorded = await tables.of(entries).row(entry)()
          if (E.isLeft(recorded)) return recorded
          answers.push({
            giver: row.giver,
            name: naming.right.of(row.giver),
            since: from,
            ...(to && { until: to }),
            ...(term !== undefined && { term }),
            terms: statement.terms,
            ...(words !== undefined && { words }),
            ...(holds && { holds }),
            disputed: recorded.right?.disputes.length ?? 0,
            revision,
            entry,
            sources: statedBy,
          })
        }
      }
      return E.right(answers)
    },
}
