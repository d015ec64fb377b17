import type { Mode } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { JudgementRecorded } from '../domain/rules/events.js'
import type { Finding } from '../domain/rules/finding.js'
import type { AnyId, EventId, RuleId } from '../domain/vocabulary/id.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { date, json, list, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** What a judgement rested on: a stream, and its revision when it was read. */
export interface Evidence {
  readonly stream: AnyId
  readonly revision: number
}

/** One act that was held against a rule: on which day, on what evidence, with which outcome. */
export interface JudgementRow extends RestingOn {
  readonly id: EventId
  readonly rule: RuleId
  /** What was judged: a placement, a batch. */
  readonly subject: AnyId
  /** The day of the act, by which it was judged. */
  readonly day: StatedDate
  readonly outcome: JudgementRecorded['outcome']
  readonly findings: ReadonlyArray<Finding>
  readonly act: JudgementRecorded['act']
  readonly evidence: ReadonlyArray<Evidence>
  readonly command: string
  readonly mode: Mode
}

export const showFinding = ({ code, certainty, setAside }: Finding): string =>
  `${code}${certainty === 'sure' ? '' : ' (cannot tell)'}${setAside === undefined ? '' : ' (set aside)'}`

/** The judgements on record, one row each. */
export const judgements: Projection<LedgerEvent, EventId, JudgementRow> = {
  name: 'judgements',
  version: 1,
  columns: {
    id: text(),
    rule: text<RuleId>(),
    subject: text<AnyId>(),
    day: date,
    outcome: text<JudgementRow['outcome']>(),
    findings: list<Finding>(showFinding),
    act: json<JudgementRow['act']>(JSON.stringify),
    evidence: list<Evidence>(({ stream, revision }) => `${stream} at ${revision}`),
    command: text(),
    mode: text<Mode>(),
    ...restingOnColumns,
  },
  on: {
    JudgementRecorded: {
      keys: (_, { id }) => [id],
      evolve: (row, { rule, act, outcome, findings, under = [], programme, within = [] }, id, recorded) => ({
        id,
        rule,
        subject: act.of,
        day: act.day,
        outcome,
        findings,
        act,
        evidence: [...under, ...(programme === undefined ? [] : [programme]), ...within].map(({ stream, revision }) => ({
          stream,
          revision,
        })),
        command: recorded.metadata.commandId,
        mode: recorded.metadata.mode,
        ...restingOn(row, recorded),
      }),
    },
  },
}
