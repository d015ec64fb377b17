import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { SeatsPolicy } from '../../domain/seats/events.js'
import { freeOf } from '../../domain/seats/room.js'
import { type Count, exactly } from '../../domain/vocabulary/count.js'
import { type CountSum, sumCounts } from '../../domain/vocabulary/count-sum.js'
import type { AgreementId, BatchId, OccasionId, OrganisationId, ProgrammeId, SeatsId } from '../../domain/vocabulary/id.js'
import { count, integer, list, maybe, text } from '../engine/columns.js'
import { id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type SeatsRow, seats } from '../seats.js'
import { countSum } from './parts/presence-columns.js'
import { holdersIn, type NamedHolder } from './parts/seat-holders.js'

/** Whose seats; what is absent is not asked. */
export interface SeatsAsked {
  readonly seats?: SeatsId
  readonly programme?: ProgrammeId
  /** Also those that it shares with other batches. */
  readonly batch?: BatchId
  readonly agreement?: AgreementId
  readonly occasion?: OccasionId
  readonly department?: OrganisationId
  readonly partner?: OrganisationId
  readonly grade?: OrganisationId
  /** As the allotment names it. */
  readonly year?: string
}

/** One allotment: how many seats there are, how many are taken and free, and who waits. Every figure keeps its kind. */
export interface SeatsAnswer extends RestingOn {
  readonly seats: SeatsId
  /** What they are for. */
  readonly for: ReadonlyArray<string>
  readonly quota: Count
  readonly held: CountSum
  /** Never better known than quota and holds are; seats beyond the quota are none of it. */
  readonly free: Count
  /** How many may be held beyond the quota. */
  readonly overbookBy?: number
  readonly policy: SeatsPolicy
  readonly counts?: NonNullable<SeatsRow['counts']>
  readonly holders: ReadonlyArray<string>
  /** In their order. */
  readonly waiting: ReadonlyArray<string>
}

const isFor = ({ allotted }: SeatsRow, { seats: _, batch, ...others }: SeatsAsked): boolean =>
  (batch === undefined || allotted.batches?.includes(batch) === true) &&
  Object.entries(others).every(([field, value]) => value === undefined || Reflect.get(allotted, field) === value)

const answerOf = (row: SeatsRow, holder: NamedHolder): SeatsAnswer => {
  const { seats, allotted, quota, overbookBy, policy, counts, entries, sources } = row
  const held = row.held.map(({ count }) => count)
  return {
    seats,
    for: Object.values(allotted).flat().map(holder.of),
    quota,
    held: held.length === 0 ? sumCounts([exactly(0)]) : sumCounts(held),
    free: freeOf(quota, held),
    ...(overbookBy !== undefined && { overbookBy }),
    policy,
    ...(counts !== undefined && { counts }),
    holders: row.held.map(holder.told),
    waiting: row.waiting.map(holder.told),
    entries,
    sources,
  }
}

const answer =
  (tables: Tables, asked: SeatsAsked): TaskEither<RowStoreFault, ReadonlyArray<SeatsAnswer>> =>
  async () => {
    const rows = await tables.of(seats).where(asked.seats === undefined ? {} : { seats: asked.seats })()
    if (E.isLeft(rows)) return rows
    const holders = await holdersIn(tables)()
    if (E.isLeft(holders)) return holders
    return E.right(rows.right.filter((row) => isFor(row, asked)).map((row) => answerOf(row, holders.right)))
  }

/** The allotments of seats, in order of id. */
export const seatsOnRecord: Question<SeatsAsked, SeatsAnswer> = {
  name: 'seats',
  about: 'Places: quota, taken and free, who holds them and who waits; each figure with its kind.',
  parameters: {
    seats: id('seats', 'only this allotment'),
    programme: id('programme', 'only those of this programme'),
    batch: id('batch', 'only those of this batch, also where others share them'),
    agreement: id('agreement', 'only those under this agreement'),
    occasion: id('occasion', 'only those of this session'),
    department: id('organisation', 'only those of this department'),
    partner: id('organisation', 'only those of this partner'),
    grade: id('organisation', 'only those of this grade'),
    year: words('only those of this year, as the allotment names it'),
  },
  reads: [seats, names, placements],
  glance: ['seats', 'for', 'quota', 'held', 'free', 'waiting'],
  columns: {
    seats: text<SeatsId>(),
    for: list<string>(String),
    quota: count,
    held: countSum,
    free: count,
    overbookBy: maybe(integer, 'none'),
    policy: text<SeatsPolicy>(),
    counts: maybe(text<NonNullable<SeatsRow['counts']>>()),
    holders: list<string>(String),
    waiting: list<string>(String),
    ...restingOnColumns,
  },
  answer,
}
