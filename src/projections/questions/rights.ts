import * as E from 'fp-ts/lib/Either.js'
import { everyRight, type Right } from '../../domain/rights/rights.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, flag, maybe, text } from '../engine/columns.js'
import { choice, day, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type RightHeld, type RightsRow, rights } from '../rights.js'

/** Whose rights, and which; without any, all that were ever granted. */
export interface RightsAsked {
  readonly account?: string
  readonly right?: Right
  readonly on?: CivilDate
}

/** A right that an account holds, or held. */
export interface RightsAnswer extends RestingOn {
  readonly account: string
  readonly right: Right
  /** It was not withdrawn. */
  readonly held: boolean
  /** The instant from which commands were taken under it: ISO 8601, UTC. */
  readonly since: string
  readonly grantedBy: string
  readonly authority?: string
  /** The day of the decision; absent: not stated. */
  readonly decidedOn?: StatedDate
  /** The instant from which they were not; absent: it is held. */
  readonly until?: string
  readonly withdrawnBy?: string
  readonly withdrawnUnder?: string
  /** Why it was withdrawn; absent: not stated, or it is held. */
  readonly why?: string
}

/** An instant that the ledger keeps begins with its day, in UTC. */
const heldOn = (on: CivilDate, { granted, withdrawn }: RightHeld): boolean =>
  granted.at.slice(0, on.length) <= on && (withdrawn === undefined || withdrawn.at.slice(0, on.length) >= on)

const answerOf = ({ account, right, entries, sources }: RightsRow, { granted, withdrawn }: RightHeld): RightsAnswer => ({
  account,
  right,
  held: withdrawn === undefined,
  since: granted.at,
  grantedBy: granted.by,
  ...(granted.authority !== undefined && { authority: granted.authority }),
  ...(granted.on !== undefined && { decidedOn: granted.on }),
  ...(withdrawn !== undefined && { until: withdrawn.at, withdrawnBy: withdrawn.by }),
  ...(withdrawn?.authority !== undefined && { withdrawnUnder: withdrawn.authority }),
  ...(withdrawn?.reason !== undefined && { why: withdrawn.reason }),
  entries,
  sources,
})

/** Who may do what, by account, right and time: one answer for each time that a right was held. */
export const rightsOnRecord: Question<RightsAsked, RightsAnswer> = {
  name: 'rights',
  about: 'Who may, or might, take, change, approve, export and administer: since when, by whose decision, withdrawn when.',
  parameters: {
    account: words('only of this account'),
    right: choice('only this right', ...everyRight),
    on: day('only what was held at some time of this day, by UTC'),
  },
  reads: [rights],
  glance: ['account', 'right', 'held', 'since', 'grantedBy', 'authority', 'until', 'withdrawnBy'],
  columns: {
    account: text(),
    right: text<Right>(),
    held: flag,
    since: text(),
    grantedBy: text(),
    authority: maybe(text()),
    decidedOn: maybe(date),
    until: maybe(text(), ''),
    withdrawnBy: maybe(text(), ''),
    withdrawnUnder: maybe(text(), ''),
    why: maybe(text(), ''),
    ...restingOnColumns,
  },
  answer:
    (tables, { account, right, on }) =>
    async () => {
      const rows = await tables.of(rights).where({ ...(account !== undefined && { account }), ...(right !== undefined && { right }) })()
      if (E.isLeft(rows)) return rows
      const rank = (row: RightsRow): number => everyRight.indexOf(row.right)
      const inOrder = [...rows.right].sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : rank(a) - rank(b)))
      return E.right(
        inOrder.flatMap((row) => row.held.filter((one) => on === undefined || heldOn(on, one)).map((one) => answerOf(row, one))),
      )
    },
}
