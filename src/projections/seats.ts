import type { LedgerEvent } from '../domain/ledger.js'
import type { Allotment, Allotted, SeatHolder, SeatsPolicy, SeatTaking } from '../domain/seats/events.js'
import { showCount } from '../domain/vocabulary/count.js'
import type { SeatsId } from '../domain/vocabulary/id.js'
import type { Period } from '../domain/vocabulary/period.js'
import { showPeriod } from './cohorts-period.js'
import { count, integer, json, list, maybe, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Seats of one holder: as many as were asked for, and how many that surely takes. */
export type Seated = Omit<SeatTaking, 'seats'>

/** One allotment as it stands. */
export interface SeatsRow extends Omit<Allotment, 'of'>, RestingOn {
  readonly allotted: Allotted
  readonly held: ReadonlyArray<Seated>
  /** In their order. */
  readonly waiting: ReadonlyArray<Seated>
  /** Those who gave their seats or places back, and have none again. */
  readonly released: ReadonlyArray<SeatHolder>
  /** In whose power more may be held than the quota. */
  readonly overbookingBy?: string
}

const others = (seated: ReadonlyArray<Seated>, holder: SeatHolder): ReadonlyArray<Seated> => seated.filter((one) => one.holder !== holder)

/** One event's change of an allotment that was opened; without its opening there is no row. */
const changing = <Ev extends { readonly seats: SeatsId }>(
  change: (row: SeatsRow, event: Ev) => Partial<SeatsRow>,
): Reading<Ev, SeatsId, SeatsRow> => ({
  keys: ({ seats }) => [seats],
  evolve: (row, event, _, recorded) => row && { ...row, ...change(row, event), ...restingOn(row, recorded) },
})

const seatedOf = ({ holder, count, takes, policy }: SeatTaking): Seated => ({ holder, count, takes, policy })

const given = (row: SeatsRow, taking: SeatTaking): Partial<SeatsRow> => ({
  held: [...others(row.held, taking.holder), seatedOf(taking)],
  waiting: others(row.waiting, taking.holder),
})

const showSeated = ({ holder, count }: Seated): string => `${holder} ${showCount(count)}`
const showAllotted = (of: Allotted): string => Object.values(of).flat().join(', ')

/** The allotments of seats, one row each. */
export const seats: Projection<LedgerEvent, SeatsId, SeatsRow> = {
  name: 'seats',
  version: 1,
  columns: {
    seats: text<SeatsId>(),
    allotted: json<Allotted>(showAllotted),
    quota: count,
    policy: text<SeatsPolicy>(),
    overbookBy: maybe(integer),
    overbookingBy: maybe(text()),
    counts: maybe(text<NonNullable<Allotment['counts']>>()),
    period: maybe(json<Period>(showPeriod)),
    held: list<Seated>(showSeated),
    waiting: list<Seated>(showSeated),
    released: list<SeatHolder>(String),
    ...restingOnColumns,
  },
  on: {
    SeatsOpened: {
      keys: ({ seats }) => [seats],
      evolve: (row, { type: _, of: allotted, ...allotment }, _key, recorded) => ({
        held: [],
        waiting: [],
        released: [],
        ...row,
        ...allotment,
        allotted,
        ...restingOn(row, recorded),
      }),
    },
    SeatHeld: changing(given),
    SeatPromoted: changing(given),
    SeatWaitlisted: changing((row, event) => ({ waiting: [...others(row.waiting, event.holder), seatedOf(event)] })),
    SeatReleased: changing((row, { holder }) => ({
      held: others(row.held, holder),
      waiting: others(row.waiting, holder),
      released: [...new Set([...row.released, holder])],
    })),
    QuotaRevised: changing((_, { quota }) => ({ quota })),
    OverbookingPermitted: changing((_, { by, authority }) => ({ overbookBy: by, overbookingBy: authority })),
  },
}
