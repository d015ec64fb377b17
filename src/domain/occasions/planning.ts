import * as E from 'fp-ts/lib/Either.js'
import { same } from '../kernel/same.js'
import { windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { CancelOccasion, PostponeOccasion, ReviseOccasion, ScheduleOccasion } from './commands.js'
import type { OccasionRevised } from './events.js'
import { guestsWithin } from './session.js'
import { type Decision, sound, tooMany, unchanged } from './soundness.js'
import type { Facts, Occasion } from './state.js'

// Decisions on an occasion that is planned, and on what may still be said of one that was held.

export const schedule = (command: ScheduleOccasion, state: Occasion): Decision => {
  const { occasion } = command
  const event = { ...command, type: 'OccasionScheduled' } as const
  switch (state._tag) {
    case 'NotRecorded':
      return sound(command, [event])
    case 'Scheduled':
    case 'Postponed':
      return same(state.plan, event) ? unchanged : E.left({ _tag: 'OccasionAlreadyScheduled', occasion })
    case 'Cancelled':
      return E.left({ _tag: 'OccasionIsCancelled', occasion })
    case 'Held':
      return E.left({ _tag: 'OccasionAlreadyHeld', occasion })
  }
}

export const postpone = (command: PostponeOccasion, state: Occasion): Decision => {
  const { occasion, to } = command
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'OccasionNotRecorded', occasion })
    case 'Scheduled':
    case 'Postponed': {
      const event = { ...command, type: 'OccasionPostponed' } as const
      if (state._tag === 'Postponed' && same(state.postponement, event)) return unchanged
      const { on } = state.facts
      if (on !== undefined && to !== undefined && precedes(windowOf(to), windowOf(on)) === 'yes')
        return E.left({ _tag: 'PostponedToEarlierDay', occasion, on, to })
      return E.right([event])
    }
    case 'Cancelled':
      return E.left({ _tag: 'OccasionIsCancelled', occasion })
    case 'Held':
      return E.left({ _tag: 'OccasionAlreadyHeld', occasion })
  }
}

export const cancel = (command: CancelOccasion, state: Occasion): Decision => {
  const { occasion } = command
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'OccasionNotRecorded', occasion })
    case 'Scheduled':
    case 'Postponed':
      return E.right([{ ...command, type: 'OccasionCancelled' }])
    case 'Cancelled':
      return unchanged
    case 'Held':
      return E.left({ _tag: 'OccasionAlreadyHeld', occasion })
  }
}

export const revise = (command: ReviseOccasion, state: Occasion): Decision => {
  const { type: _, occasion, ...changes } = command
  const event: OccasionRevised = { ...command, type: 'OccasionRevised' }
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'OccasionNotRecorded', occasion })
    case 'Cancelled':
      return E.left({ _tag: 'OccasionIsCancelled', occasion })
    case 'Scheduled':
    case 'Postponed':
      return changedFields(changes, state.facts).length === 0 ? unchanged : sound({ ...state.facts, ...changes, occasion }, [event])
    case 'Held': {
      const changed = changedFields(changes, state.facts)
      const field = changed.find((one) => !addsTo(Reflect.get(state.facts, one), Reflect.get(changes, one)))
      if (field !== undefined) return E.left({ _tag: 'AlreadyStated', occasion, field })
      if (changed.length === 0) return unchanged
      const refusal = tooMany(
        occasion,
        changes.roles ?? state.facts.roles,
        state.marks,
        state.attendances,
        'sure',
        guestsWithin(state.session),
      )
      return refusal === undefined ? sound({ ...state.facts, ...changes, occasion }, [event]) : E.left(refusal)
    }
  }
}

const changedFields = (changes: Facts, facts: Facts): ReadonlyArray<string> =>
  Object.entries(changes).flatMap(([field, value]) => (same(value, Reflect.get(facts, field)) ? [] : [field]))

/** What was not stated may be added; so may titles and roles, beside all that are on record. */
const addsTo = (before: unknown, after: unknown): boolean =>
  before === undefined || (Array.isArray(before) && Array.isArray(after) && before.every((one) => after.some((other) => same(one, other))))
