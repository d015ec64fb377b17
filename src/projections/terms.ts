import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { AgreementId, EventId, ProgrammeId, RuleId, SourceId } from '../domain/vocabulary/id.js'
import { showDate } from '../domain/vocabulary/stated-date.js'
import type { Terms } from '../domain/vocabulary/terms.js'
import type { Dated } from '../domain/vocabulary/terms-on.js'
import type { Scope } from '../domain/vocabulary/terms-scope.js'
import { list, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'
import { showTerms } from './terms-shown.js'

/** What states typed terms: a programme, an agreement, a standing rule. */
export type TermsGiver = ProgrammeId | AgreementId | RuleId

/** One statement of terms: from when, perhaps to when, by which entry, on which sources. */
export interface TermsStatement extends Dated {
  readonly entry: EventId
  /** The place of the entry in its stream: what evidence names. */
  readonly revision: number
  /** Of an agreement: the number of the term that states them. */
  readonly term?: number
  readonly terms: Terms
  /** Of a rule: what it holds for. */
  readonly scope?: Scope
  readonly suspends?: true
  readonly words?: string
  readonly statedBy: ReadonlyArray<SourceId>
}

/** All terms that one thing ever stated, in the order in which they were stated. Which of them hold on a day is worked out by a question. */
export interface TermsRow extends RestingOn {
  readonly giver: TermsGiver
  readonly statements: ReadonlyArray<TermsStatement>
}

type Stated = Pick<TermsStatement, 'from' | 'to' | 'term' | 'terms' | 'scope' | 'suspends' | 'words'>

const statement = (said: Stated, { id, revision, metadata }: Recorded<unknown>): TermsStatement => {
  const { from, to, term, terms, scope, suspends, words } = said
  return {
    entry: id,
    revision: Number(revision),
    from,
    ...(to && { to }),
    ...(term !== undefined && { term }),
    terms,
    ...(scope && { scope }),
    ...(suspends && { suspends }),
    ...(words !== undefined && { words }),
    statedBy: metadata.sources,
  }
}

const stating = <Ev extends Stated>(ofWhat: (event: Ev) => TermsGiver): Reading<Ev, TermsGiver, TermsRow> => ({
  keys: (event) => [ofWhat(event)],
  evolve: (row, event, giver, recorded) => ({
    giver,
    statements: [...(row?.statements ?? []), statement(event, recorded)],
    ...restingOn(row, recorded),
  }),
})

const showStatement = ({ from, to, terms }: TermsStatement): string =>
  `${showDate(from)} to ${to === undefined ? '?' : showDate(to)}: ${showTerms(terms)}`

/** Typed terms over time: one row for each programme, agreement or rule that states any. */
export const terms: Projection<LedgerEvent, TermsGiver, TermsRow> = {
  name: 'terms',
  version: 1,
  columns: { giver: text<TermsGiver>(), statements: list<TermsStatement>(showStatement), ...restingOnColumns },
  on: {
    ProgrammeTermsSet: stating(({ programme }) => programme),
    AgreementTermsSet: stating(({ agreement }) => agreement),
    RuleIssued: stating(({ rule }) => rule),
    RuleAmended: stating(({ rule }) => rule),
  },
}
