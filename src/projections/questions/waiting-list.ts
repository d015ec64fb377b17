import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { freeOf } from '../../domain/seats/room.js'
import type { Count } from '../../domain/vocabulary/count.js'
import type { SeatsId } from '../../domain/vocabulary/id.js'
import { count, integer, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { seats } from '../seats.js'
import { holdersIn } from './parts/seat-holders.js'

/** The list of one allotment; absent: of all. */
export interface WaitingAsked {
  readonly seats?: SeatsId
}

/** One ask that waits. */
export interface WaitingAnswer extends RestingOn {
  readonly seats: SeatsId
  /** From 1: the first has his seats first. */
  readonly place: number
  readonly holder: string
  readonly who: string
  /** How many seats. */
  readonly asked: Count
  /** Seats of the quota that are free: fewer than the first needs. */
  readonly free: Count
}

const answer =
  (tables: Tables, asked: WaitingAsked): TaskEither<RowStoreFault, ReadonlyArray<WaitingAnswer>> =>
  async () => {
    const rows = await tables.of(seats).where(asked)()
    if (E.isLeft(rows)) return rows
    const holders = await holdersIn(tables)()
    if (E.isLeft(holders)) return holders
    return E.right(
      rows.right.flatMap(({ seats, quota, held, waiting, entries, sources }) => {
        const free = freeOf(
          quota,
          held.map(({ count }) => count),
        )
        return waiting.map(
          ({ holder, count }, index): WaitingAnswer => ({
            seats,
            place: index + 1,
            holder,
            who: holders.right.of(holder),
            asked: count,
            free,
            entries,
            sources,
          }),
        )
      }),
    )
  }

/** Who waits for seats, by allotment, in order. */
export const waitingList: Question<WaitingAsked, WaitingAnswer> = {
  name: 'waiting-list',
  about: 'Who waits for places, in order, and how many are free.',
  parameters: { seats: id('seats', 'only the list of this allotment') },
  reads: [seats, names, placements],
  glance: ['seats', 'place', 'who', 'asked', 'free'],
  columns: {
    seats: text<SeatsId>(),
    place: integer,
    holder: text(),
    who: text(),
    asked: count,
    free: count,
    ...restingOnColumns,
  },
  answer,
}
