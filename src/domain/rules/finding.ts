import type { AgreementId, BatchId, ProgrammeId, RuleId } from '../vocabulary/id.js'
import type { Period } from '../vocabulary/period.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { TermsRefusal } from '../vocabulary/terms-act.js'

/** What speaks against an act, and under whose terms. */
export type JudgementRefusal =
  | (TermsRefusal & { readonly under: ProgrammeId | AgreementId | RuleId })
  /** It is only proposed or announced. */
  | { readonly _tag: 'ProgrammeNotRunning'; readonly programme: ProgrammeId; readonly state: 'proposed' | 'announced' }
  | { readonly _tag: 'ProgrammeSuspended'; readonly programme: ProgrammeId; readonly since: StatedDate; readonly until?: StatedDate }
  /** The stay begins before the term of its batch or agreement, or goes on after it. */
  | {
      readonly _tag: 'OutsideTerm'
      readonly stream: BatchId | AgreementId
      readonly period: Period
      readonly from?: StatedDate
      readonly to?: StatedDate
    }

/** One term or rule that is not surely kept: its code, whether it is surely broken, and whether it was set aside. */
export interface Finding {
  readonly code: JudgementRefusal['_tag']
  readonly certainty: 'sure' | 'cannot tell'
  readonly setAside?: true
}
