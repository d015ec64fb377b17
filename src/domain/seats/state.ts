import type { Count } from '../vocabulary/count.js'
import type { SeatHolder, SeatsEvent, SeatsOpened, SeatTaking } from './events.js'

/** An allotment. Whoever gave up seats has none again, even where the opening is learned later. */
export type Seats =
  | { readonly _tag: 'NotOpened'; readonly released: ReadonlySet<SeatHolder> }
  | ({ readonly _tag: 'Open'; readonly released: ReadonlySet<SeatHolder> } & Open)

/** What is held and waited for. */
export interface Open {
  readonly opening: SeatsOpened
  readonly quota: Count
  readonly overbookBy: number
  readonly held: ReadonlyArray<SeatTaking>
  /** In their order. */
  readonly waiting: ReadonlyArray<SeatTaking>
}

export const notOpened: Seats = { _tag: 'NotOpened', released: new Set() }

const others = (takings: ReadonlyArray<SeatTaking>, holder: SeatHolder): ReadonlyArray<SeatTaking> =>
  takings.filter((taking) => taking.holder !== holder)

export const evolve = (state: Seats, event: SeatsEvent): Seats => {
  switch (event.type) {
    case 'SeatsOpened': {
      const { quota, overbookBy = 0 } = event
      const { held, waiting } = state._tag === 'Open' ? state : { held: [], waiting: [] }
      return { _tag: 'Open', released: state.released, opening: event, quota, overbookBy, held, waiting }
    }
    case 'SeatHeld':
    case 'SeatPromoted':
      return state._tag === 'NotOpened'
        ? state
        : { ...state, held: [...others(state.held, event.holder), event], waiting: others(state.waiting, event.holder) }
    case 'SeatWaitlisted':
      return state._tag === 'NotOpened' ? state : { ...state, waiting: [...others(state.waiting, event.holder), event] }
    case 'SeatReleased': {
      const released = new Set(state.released).add(event.holder)
      return state._tag === 'NotOpened'
        ? { ...state, released }
        : { ...state, released, held: others(state.held, event.holder), waiting: others(state.waiting, event.holder) }
    }
    case 'QuotaRevised':
      return state._tag === 'NotOpened' ? state : { ...state, quota: event.quota }
    case 'OverbookingPermitted':
      return state._tag === 'NotOpened' ? state : { ...state, overbookBy: event.by }
  }
}
