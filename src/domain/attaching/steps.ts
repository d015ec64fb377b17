import type { CohortId, OfficerCalendarId, PlacementId, SeatsId } from '../vocabulary/id.js'

// How an attachment comes about where one stream at a time is written: the placement (or the cohort) is the arbiter, an officer's calendar and
// each allotment of seats are reserved one after another, and only then is it confirmed. What one run leaves undone, any other run takes up: every
// step may be taken twice, in whatever order runs overtake each other.
//
//   Requested  → hold the days → hold each allotment's seats, in order of id → Confirmed
//   Aborting   → release all, held or not → Declined
//   Cancelling → release all, held or not → Cancelled
//
// Three things make that safe at every point. A ledger that is asked for what it holds stays quiet. A release is written even where nothing was
// held, and no later hold is taken: a slow run finds it. And the arbiter never goes back: once aborting, it is not confirmed.

/** What is to be reserved, and for whom. */
export interface Request {
  /** The arbiter. */
  readonly of: PlacementId | CohortId
  /** A placement's officer; a cohort holds no days. */
  readonly calendar?: OfficerCalendarId
  /** A member's own placement takes no further seat: none are named. */
  readonly seats: ReadonlyArray<SeatsId>
}

/** A small ledger in which something is reserved. */
export type Reserve = OfficerCalendarId | SeatsId

/** Why an attachment comes to nothing: which ledger refused, and with what code. */
export interface Obstacle {
  readonly reserve: Reserve
  readonly refusal: string
}

/** How far the arbiter's own stream says that it has come. */
export type Phase =
  | { readonly _tag: 'Requested' }
  | { readonly _tag: 'Aborting'; readonly because: Obstacle }
  | { readonly _tag: 'Cancelling' }
  | { readonly _tag: 'Confirmed' }
  | { readonly _tag: 'Declined'; readonly because: Obstacle }
  | { readonly _tag: 'Cancelled' }

/** What one run knows. A new run starts from the arbiter's phase alone. */
export interface Progress {
  readonly request: Request
  readonly phase: Phase
  /** The reserves that this run is through with in this phase. */
  readonly done: ReadonlyArray<Reserve>
  /** The reserve that first refused. */
  readonly obstacle?: Obstacle
  /** A place on this list; the run rests until it is promoted. */
  readonly waitingFor?: SeatsId
}

/** What is to be done next. `Enter` is the arbiter's own: it is recorded in its stream. */
export type Step =
  | { readonly _tag: 'Hold'; readonly reserve: Reserve }
  | { readonly _tag: 'Release'; readonly reserve: Reserve }
  | { readonly _tag: 'Enter'; readonly phase: Phase }
  /** Nothing, until seats are free: then the same hold is asked again. */
  | { readonly _tag: 'Wait'; readonly reserve: SeatsId }
  | { readonly _tag: 'Finished'; readonly phase: Phase }

/** What became of a step. Where it cannot be known, the step is taken again. */
export type StepOutcome =
  | { readonly _tag: 'Done' }
  /** A hold stands on a waiting list. */
  | { readonly _tag: 'Waiting' }
  | { readonly _tag: 'Refused'; readonly refusal: string }
  /** Another run brought the arbiter further: this is its phase. */
  | { readonly _tag: 'Overtaken'; readonly phase: Phase }

/** A run from wherever the arbiter stands. */
export const begin = (request: Request, phase: Phase = { _tag: 'Requested' }): Progress => ({ request, phase, done: [] })

/** The reserves in the one order that all runs keep: the calendar, then the seats by id. */
export const reservesOf = ({ calendar, seats }: Request): ReadonlyArray<Reserve> => [
  ...(calendar === undefined ? [] : [calendar]),
  ...[...new Set(seats)].sort(),
]

/** What is to be done next. */
export const nextStep = ({ request, phase, done, obstacle, waitingFor }: Progress): Step => {
  const reserve = reservesOf(request).find((one) => !done.includes(one))
  switch (phase._tag) {
    case 'Requested':
      if (obstacle !== undefined) return { _tag: 'Enter', phase: { _tag: 'Aborting', because: obstacle } }
      if (waitingFor !== undefined) return { _tag: 'Wait', reserve: waitingFor }
      return reserve === undefined ? { _tag: 'Enter', phase: { _tag: 'Confirmed' } } : { _tag: 'Hold', reserve }
    case 'Aborting':
      return reserve === undefined ? { _tag: 'Enter', phase: { _tag: 'Declined', because: phase.because } } : { _tag: 'Release', reserve }
    case 'Cancelling':
      return reserve === undefined ? { _tag: 'Enter', phase: { _tag: 'Cancelled' } } : { _tag: 'Release', reserve }
    case 'Confirmed':
    case 'Declined':
    case 'Cancelled':
      return { _tag: 'Finished', phase }
  }
}

/** What a run knows after a step. */
export const afterStep = (progress: Progress, step: Step, outcome: StepOutcome): Progress => {
  const { request, phase, done } = progress
  if (outcome._tag === 'Overtaken') return begin(request, outcome.phase)
  switch (step._tag) {
    case 'Hold':
      return afterHold(progress, step.reserve, outcome)
    case 'Release':
      return outcome._tag === 'Done' ? { request, phase, done: [...done, step.reserve] } : progress
    case 'Enter':
      return outcome._tag === 'Done' ? begin(request, step.phase) : progress
    case 'Wait':
      return { request, phase, done }
    case 'Finished':
      return progress
  }
}

const afterHold = (
  { request, phase, done }: Progress,
  reserve: Reserve,
  outcome: Exclude<StepOutcome, { readonly _tag: 'Overtaken' }>,
): Progress => {
  switch (outcome._tag) {
    case 'Done':
      return { request, phase, done: [...done, reserve] }
    case 'Waiting':
      return isSeats(reserve) ? { request, phase, done, waitingFor: reserve } : { request, phase, done }
    case 'Refused':
      return { request, phase, done, obstacle: { reserve, refusal: outcome.refusal } }
  }
}

const isSeats = (reserve: Reserve): reserve is SeatsId => reserve.startsWith('seats-')

/**
 * Whether the arbiter may go from one phase to another: its own rule, decided in its own stream. It never goes back, so that a slow run cannot
 * confirm what another gave up.
 */
export const mayEnter = (from: Phase, to: Phase): boolean => {
  switch (from._tag) {
    case 'Requested':
      return to._tag === 'Confirmed' || to._tag === 'Aborting' || to._tag === 'Cancelling'
    case 'Confirmed':
      return to._tag === 'Cancelling'
    case 'Aborting':
      return to._tag === 'Declined'
    case 'Cancelling':
      return to._tag === 'Cancelled'
    case 'Declined':
    case 'Cancelled':
      return false
  }
}
