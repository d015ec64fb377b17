import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import { type AccountRights, everyRight, type Right } from '../domain/rights/rights.js'
import type { EventId } from '../domain/vocabulary/id.js'
import { type StatedDate, showDate } from '../domain/vocabulary/stated-date.js'
import { list, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** That a right was granted, or withdrawn: when the ledger learned it, which is when it took effect, and by whose decision. */
export interface RightsDecision {
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string
  /** The account that sent the command. */
  readonly by: string
  /** In whose power, by office; absent: not stated. */
  readonly authority?: string
  readonly reason?: string
  /** The day of the decision; absent: not stated. */
  readonly on?: StatedDate
  readonly entry: EventId
}

/** A right was held from one decision to the other; absent `withdrawn`: it is held still. */
export interface RightHeld {
  readonly granted: RightsDecision
  readonly withdrawn?: RightsDecision
}

/** One right of one account, each time that it was held, in order. */
export interface RightsRow extends RestingOn {
  readonly account: string
  readonly right: Right
  readonly held: ReadonlyArray<RightHeld>
}

/** No right has a blank in its name: two rows never share a key, whatever the account is called. */
type RightKey = `${Right} ${string}`

const keys = ({ account, rights }: AccountRights): ReadonlyArray<RightKey> => rights.map((right): RightKey => `${right} ${account}`)

/** The right that a row is of. */
const rightIn = (key: RightKey): Right => everyRight.find((right) => key.startsWith(`${right} `)) ?? 'administer'

const decisionIn = ({ on }: AccountRights, { id, recordedAt, metadata }: Recorded<unknown>): RightsDecision => ({
  at: recordedAt,
  by: metadata.actor,
  ...(metadata.authority !== undefined && { authority: metadata.authority }),
  ...(metadata.reason !== undefined && { reason: metadata.reason }),
  ...(on !== undefined && { on }),
  entry: id,
})

const showHeld = ({ granted, withdrawn }: RightHeld): string =>
  `${granted.at}/${withdrawn?.at ?? ''} by ${granted.by}${granted.on === undefined ? '' : ` (${showDate(granted.on)})`}`

/** Who may do what, and who might, one row for each right of an account. */
export const rights: Projection<LedgerEvent, RightKey, RightsRow> = {
  name: 'rights',
  version: 1,
  columns: { account: text(), right: text<Right>(), held: list(showHeld), ...restingOnColumns },
  on: {
    RightsGranted: {
      keys,
      evolve: (row, event, key, recorded) => ({
        account: event.account,
        right: rightIn(key),
        held: [...(row?.held ?? []), { granted: decisionIn(event, recorded) }],
        ...restingOn(row, recorded),
      }),
    },
    RightsWithdrawn: {
      keys,
      evolve: (row, event, _, recorded) =>
        row && {
          ...row,
          held: row.held.map((one) => (one.withdrawn === undefined ? { ...one, withdrawn: decisionIn(event, recorded) } : one)),
          ...restingOn(row, recorded),
        },
    },
  },
}
