import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { SeatsCommand } from '../../../src/domain/seats/commands.js'
import type { SeatHolder, SeatsEvent } from '../../../src/domain/seats/events.js'
import { seats } from '../../../src/domain/seats/seats.js'
import type { Seats } from '../../../src/domain/seats/state.js'
import { about, exactly } from '../../../src/domain/vocabulary/count.js'
import { seatsCommands, seatsEvents } from '../../../src/events/seats.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { said } from '../../support/few.js'

const one = fc.constantFrom('seats-1', 'seats-2')
const holder = fc.constantFrom('placement-1', 'person-1', 'batch-1#first')
const policy = fc.constantFrom('refuse', 'waiting list')

/** Where the holder stands, if the command speaks of one. */
const phaseOf = (state: Seats, command: SeatsCommand): string => {
  if (command.type !== 'HoldSeat' && command.type !== 'ReleaseSeat') return state._tag
  if (state.released.has(command.holder)) return 'Released'
  if (state._tag === 'NotOpened') return 'NotOpened'
  if (state.held.some((taking) => taking.holder === command.holder)) return 'Held'
  return state.waiting.some((taking) => taking.holder === command.holder) ? 'Waiting' : 'Free'
}

/** Whoever was given seats has them until he gives them up, and whoever waits does so until then. */
const everybodyHasHis = (state: Seats, history: ReadonlyArray<SeatsEvent>): void => {
  if (state._tag === 'NotOpened') return
  const ofTypes = (...types: ReadonlyArray<SeatsEvent['type']>): ReadonlyArray<SeatHolder> =>
    history.flatMap((event) => (types.includes(event.type) && 'holder' in event && !state.released.has(event.holder) ? [event.holder] : []))
  const given = ofTypes('SeatHeld', 'SeatPromoted')
  expect(state.held.map((taking) => taking.holder)).toStrictEqual(given)
  expect(state.waiting.map((taking) => taking.holder)).toStrictEqual(ofTypes('SeatWaitlisted').filter((one) => !given.includes(one)))
}

aggregateModel({
  aggregate: seats,
  events: seatsEvents,
  commands: seatsCommands,
  contents: {
    OpenSeats: fc.record({ seats: one, of: fc.constant({}), quota: fc.constantFrom(exactly(1), exactly(2), about(2)), policy }),
    HoldSeat: said({ seats: one, holder, count: fc.constantFrom(exactly(1), exactly(2)) }, { policy }),
    ReleaseSeat: fc.record({ seats: one, holder }),
    ReviseQuota: fc.record({ seats: one, quota: fc.constantFrom(exactly(0), exactly(3)) }),
    PermitOverbooking: fc.record({
      seats: one,
      by: fc.constantFrom(0, 1),
      authority: fc.constant('Director'),
      reason: fc.constant('one fell ill'),
    }),
  },
  always: everybodyHasHis,
  phaseOf,
  phases: `
                | NotOpened | Free               | Held            | Waiting         | Released
    HoldSeat    | refused   | Held Held* Waiting | nothing refused | nothing refused | refused
    ReleaseSeat | Released  | Released           | Released        | Released        | nothing

                      | NotOpened | Open
    OpenSeats         | Open      | nothing refused
    ReviseQuota       | refused   | stays stays* nothing
    PermitOverbooking | refused   | stays nothing
  `,
})
