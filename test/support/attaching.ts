import * as E from 'fp-ts/lib/Either.js'
import {
  mayEnter,
  type Phase,
  type Request,
  type Reserve,
  reservesOf,
  type Step,
  type StepOutcome,
} from '../../src/domain/attaching/steps.js'
import { calendar } from '../../src/domain/calendars/calendar.js'
import { overlaps } from '../../src/domain/calendars/served.js'
import type { Aggregate, Coded, Tagged } from '../../src/domain/kernel/decider.js'
import type { SeatsPolicy } from '../../src/domain/seats/events.js'
import { seats } from '../../src/domain/seats/seats.js'
import { addDays, type CivilDate } from '../../src/domain/vocabulary/civil-date.js'
import { exactly } from '../../src/domain/vocabulary/count.js'
import { isId, officerOf, type PlacementId } from '../../src/domain/vocabulary/id.js'

/** An attachment that is asked for, and its first day; it lasts five days. */
export interface Requested {
  readonly request: Request
  readonly from: CivilDate
}

/** Real ledgers of one seat each and real calendars, an arbiter for each attachment; all that a run can do to them is take a step. */
export interface World {
  readonly take: (request: Request, step: Step) => StepOutcome
  readonly reserves: ReadonlyMap<Reserve, Ledger>
  readonly arbiters: ReadonlyMap<Request['of'], Phase>
  readonly stories: ReadonlyArray<Requested>
}

interface Ledger {
  readonly hold: (request: Request) => StepOutcome
  readonly release: (request: Request) => StepOutcome
  readonly holders: () => ReadonlyArray<PlacementId>
}

const placementOf = ({ of }: Request): PlacementId => (isId('placement')(of) ? of : 'placement-none')

/** Decides as the ledger does for a decision. */
const ledgerOf = <C extends Tagged, S, Ev extends Tagged, R extends Coded>(
  aggregate: Aggregate<C, S, Ev, R>,
  ...history: ReadonlyArray<Ev>
) => {
  let state = history.reduce(aggregate.evolve, aggregate.initialState)
  return {
    state: () => state,
    send: (command: C): StepOutcome => {
      const outcome = aggregate.decide(command, state)
      if (E.isLeft(outcome)) return { _tag: 'Refused', refusal: outcome.left._tag }
      const [broken] = outcome.right.length === 0 ? [] : (aggregate.breaches?.(command, state) ?? [])
      if (broken !== undefined) return { _tag: 'Refused', refusal: broken.refusal._tag }
      state = outcome.right.reduce(aggregate.evolve, state)
      return { _tag: 'Done' }
    },
  }
}

const calendarLedger = (id: Extract<Reserve, `officerCalendar-${string}`>, stories: ReadonlyArray<Requested>): Ledger => {
  const { state, send } = ledgerOf(calendar)
  return {
    hold: (request) => {
      const from = stories.find((one) => one.request.of === request.of)?.from ?? '2024-01-01'
      const placement = placementOf(request)
      return send({ type: 'HoldDays', calendar: id, officer: officerOf(id), placement, from, to: addDays(from, 5) })
    },
    release: (request) => send({ type: 'ReleaseDays', calendar: id, placement: placementOf(request) }),
    holders: () => [...state().holds.keys()],
  }
}

const seatsLedger = (id: Extract<Reserve, `seats-${string}`>, policy: SeatsPolicy): Ledger => {
  const { state, send } = ledgerOf(seats, { type: 'SeatsOpened', seats: id, of: {}, quota: exactly(1), policy })
  const held = () => {
    const now = state()
    return now._tag === 'Open' ? now.held.flatMap(({ holder }) => (isId('placement')(holder) ? [holder] : [])) : []
  }
  return {
    hold: (request) => {
      const outcome = send({ type: 'HoldSeat', seats: id, holder: placementOf(request), count: exactly(1) })
      return outcome._tag === 'Done' && !held().includes(placementOf(request)) ? { _tag: 'Waiting' } : outcome
    },
    release: (request) => send({ type: 'ReleaseSeat', seats: id, holder: placementOf(request) }),
    holders: held,
  }
}

/** Everything free, everything requested. */
export const worldOf = (stories: ReadonlyArray<Requested>, policy: SeatsPolicy = 'refuse'): World => {
  const arbiters = new Map(stories.map(({ request }): [Request['of'], Phase] => [request.of, { _tag: 'Requested' }]))
  const ids = new Set(stories.flatMap(({ request }) => reservesOf(request)))
  const reserves = new Map(
    [...ids].map((id): [Reserve, Ledger] => [id, isId('seats')(id) ? seatsLedger(id, policy) : calendarLedger(id, stories)]),
  )

  const enter = ({ of }: Request, to: Phase): StepOutcome => {
    const from = arbiters.get(of) ?? { _tag: 'Requested' }
    if (!mayEnter(from, to)) return from._tag === to._tag ? { _tag: 'Done' } : { _tag: 'Overtaken', phase: from }
    arbiters.set(of, to)
    return { _tag: 'Done' }
  }

  return {
    reserves,
    arbiters,
    stories,
    take: (request, step) => {
      switch (step._tag) {
        case 'Hold':
          return reserves.get(step.reserve)?.hold(request) ?? { _tag: 'Done' }
        case 'Release':
          return reserves.get(step.reserve)?.release(request) ?? { _tag: 'Done' }
        case 'Enter':
          return enter(request, step.phase)
        case 'Wait':
        case 'Finished':
          return { _tag: 'Done' }
      }
    },
  }
}

/** Where an attachment stands. */
export const arbiterOf = ({ arbiters }: World, of: Request['of']): Phase => arbiters.get(of) ?? { _tag: 'Requested' }

/** Where everything stands: phases, and who holds what. */
export const finalOf = ({ arbiters, reserves }: World): object => ({
  arbiters: Object.fromEntries(arbiters),
  holders: Object.fromEntries([...reserves].map(([id, ledger]) => [id, ledger.holders()])),
})

/** The promises of the whole: no two on one day, no seat twice, all held by who is confirmed, nothing by who came to nothing. */
export const rulesBroken = ({ reserves, arbiters, stories }: World): ReadonlyArray<string> => {
  const spanOf = (of: PlacementId) => {
    const from = stories.find(({ request }) => request.of === of)?.from ?? '2024-01-01'
    return { from, to: addDays(from, 5) }
  }
  const crowded = [...reserves].flatMap(([id, ledger]) => {
    const holders = ledger.holders()
    if (isId('seats')(id)) return holders.length > 1 ? [`${id} is held by ${holders.join(', ')}`] : []
    const pairs = holders.flatMap((a, index) => holders.slice(index + 1).map((b) => [a, b] as const))
    return pairs.filter(([a, b]) => overlaps(spanOf(a), spanOf(b))).map(([a, b]) => `${id} is held by ${a} and ${b} at once`)
  })
  const untrue = stories.flatMap(({ request }) => {
    const phase = arbiters.get(request.of)?._tag
    const has = reservesOf(request).map((id) => reserves.get(id)?.holders().includes(placementOf(request)) === true)
    if (phase === 'Confirmed' && has.includes(false)) return [`${request.of} is confirmed without all that it needs`]
    if ((phase === 'Declined' || phase === 'Cancelled') && has.includes(true)) return [`${request.of} came to nothing and holds something`]
    return []
  })
  return [...crowded, ...untrue]
}
