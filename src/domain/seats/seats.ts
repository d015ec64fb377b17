import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import { sumCounts } from '../vocabulary/count-sum.js'
import type { HoldSeat, OpenSeats, PermitOverbooking, ReleaseSeat, ReviseQuota, SeatsCommand, SeatsRefusal } from './commands.js'
import type { SeatHeld, SeatPromoted, SeatsEvent, SeatsPolicy, SeatTaking } from './events.js'
import { fits, surelyNeeded, surelyTooMany } from './room.js'
import { evolve, notOpened, type Open, type Seats } from './state.js'

// An allotment is opened with a quota. Seats are held and released; who finds none is refused or waits, in order, and has his seats in the same
// decision that makes room. A release is for good: an ask that comes late, from a slow worker, finds it.

type Decision = Outcome<SeatsEvent, SeatsRefusal>

const countsOf = (takings: ReadonlyArray<SeatTaking>): ReadonlyArray<SeatTaking['count']> => takings.map(({ count }) => count)

const open = (command: OpenSeats, state: Seats): Decision => {
  if (state._tag === 'NotOpened') return E.right([{ ...command, type: 'SeatsOpened' }])
  return same({ ...command, type: 'SeatsOpened' }, state.opening)
    ? E.right([])
    : E.left({ _tag: 'SeatsAlreadyOpened', seats: command.seats })
}

// ── holds ───────────────────────────────────────────────────────────────────

const policyOf = (command: HoldSeat, { opening }: Open): SeatsPolicy => command.policy ?? opening.policy

/** Nobody overtakes those who wait, and seats that are surely not there are not given. */
const mustWait = (command: HoldSeat, state: Open): boolean =>
  state.waiting.length > 0 || surelyTooMany(state, [...countsOf(state.held), command.count])

const hold = (command: HoldSeat, state: Seats): Decision => {
  const { seats, holder, count } = command
  if (state.released.has(holder)) return E.left({ _tag: 'HoldAfterRelease', seats, holder })
  if (state._tag === 'NotOpened') return E.left({ _tag: 'SeatsNotOpened', seats })
  const before = [...state.held, ...state.waiting].find((taking) => taking.holder === holder)
  if (before !== undefined)
    return same(before.count, count) ? E.right([]) : E.left({ _tag: 'SeatAlreadyAsked', seats, holder, count: before.count })
  const policy = policyOf(command, state)
  const taking: SeatTaking = { seats, holder, count, takes: surelyNeeded(count), policy }
  return E.right([{ type: policy === 'waiting list' && mustWait(command, state) ? 'SeatWaitlisted' : 'SeatHeld', ...taking }])
}

/** What an event makes room for: those who wait, as far down the list as there are seats for each in turn. */
const withPromotions = (event: Exclude<SeatsEvent, SeatHeld>, before: Seats): ReadonlyArray<SeatsEvent> => {
  const state = evolve(before, event)
  if (state._tag === 'NotOpened') return [event]
  const promoted: Array<SeatPromoted> = []
  const held = [...countsOf(state.held)]
  for (const waiting of state.waiting) {
    held.push(waiting.count)
    if (surelyTooMany(state, held)) break
    const { seats, holder, count, takes, policy } = waiting
    promoted.push({ type: 'SeatPromoted', seats, holder, count, takes, policy })
  }
  return [event, ...promoted]
}

const release = (command: ReleaseSeat, state: Seats): Decision =>
  state.released.has(command.holder) ? E.right([]) : E.right(withPromotions({ ...command, type: 'SeatReleased' }, state))

// ── what may be held ────────────────────────────────────────────────────────

const revise = (command: ReviseQuota, state: Seats): Decision => {
  if (state._tag === 'NotOpened') return E.left({ _tag: 'SeatsNotOpened', seats: command.seats })
  return same(state.quota, command.quota) ? E.right([]) : E.right(withPromotions({ ...command, type: 'QuotaRevised' }, state))
}

const permit = (command: PermitOverbooking, state: Seats): Decision => {
  if (state._tag === 'NotOpened') return E.left({ _tag: 'SeatsNotOpened', seats: command.seats })
  return state.overbookBy === command.by ? E.right([]) : E.right(withPromotions({ ...command, type: 'OverbookingPermitted' }, state))
}

export const decide = (command: SeatsCommand, state: Seats): Decision => {
  switch (command.type) {
    case 'OpenSeats':
      return open(command, state)
    case 'HoldSeat':
      return hold(command, state)
    case 'ReleaseSeat':
      return release(command, state)
    case 'ReviseQuota':
      return revise(command, state)
    case 'PermitOverbooking':
      return permit(command, state)
  }
}

// ── what a report may break ─────────────────────────────────────────────────

type Found = ReadonlyArray<Breach<SeatsRefusal>>

const fullFor = ({ seats, count: asked }: HoldSeat, { quota, held, overbookBy }: Open, certainty: 'sure' | 'cannot tell'): Found => [
  {
    refusal: {
      _tag: 'QuotaFull',
      seats,
      quota,
      held: sumCounts(countsOf(held)),
      asked,
      ...(overbookBy > 0 && { overbookBy }),
    },
    certainty,
  },
]

/** Who waits breaks nothing. Who holds may: more than the quota, or seats that others wait for. */
const ofHold = (command: HoldSeat, state: Open): Found => {
  const { seats } = command
  if (policyOf(command, state) === 'waiting list' && mustWait(command, state)) return []
  switch (fits(state, [...countsOf(state.held), command.count])) {
    case 'no':
      return fullFor(command, state, 'sure')
    case 'cannot tell':
      return [...overtaking(seats, state), ...fullFor(command, state, 'cannot tell')]
    case 'yes':
      return overtaking(seats, state)
  }
}

const overtaking = (seats: HoldSeat['seats'], { waiting }: Open): Found => {
  const [first] = waiting
  if (first === undefined) return []
  return [{ refusal: { _tag: 'SeatsWaitedFor', seats, first: first.holder, waiting: waiting.length }, certainty: 'sure' }]
}

const breaches = (command: SeatsCommand, state: Seats): Found => {
  if (state._tag === 'NotOpened') return []
  switch (command.type) {
    case 'HoldSeat':
      return ofHold(command, state)
    case 'ReviseQuota': {
      const { seats, quota } = command
      const held = countsOf(state.held)
      return surelyTooMany({ quota, overbookBy: state.overbookBy }, held)
        ? [{ refusal: { _tag: 'QuotaBelowHeld', seats, quota, held: sumCounts(held) }, certainty: 'sure' }]
        : []
    }
    case 'OpenSeats':
    case 'ReleaseSeat':
    case 'PermitOverbooking':
      return []
  }
}

export const seats: Aggregate<SeatsCommand, Seats, SeatsEvent, SeatsRefusal> = {
  category: 'seats',
  initialState: notOpened,
  streamOf: (command) => command.seats,
  subjectOf: (event) => event.seats,
  commands: { OpenSeats: true, HoldSeat: true, ReleaseSeat: true, ReviseQuota: true, PermitOverbooking: true },
  decide,
  evolve,
  breaches,
}
