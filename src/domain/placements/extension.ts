import * as E from 'fp-ts/lib/Either.js'
import type { Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import { not } from '../vocabulary/answer.js'
import { type Period, plannedEnd, toWindow } from '../vocabulary/period.js'
import { plusSpan, type Span } from '../vocabulary/span.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { isAfter, movedByDays, precedes, type Window } from '../vocabulary/window.js'
import type { PlacementRefusal } from './commands.js'
import type { DecideExtension, RequestExtension } from './course-commands.js'
import type { ExtensionDecided, ExtensionRequested } from './course-events.js'
import type { PlacementEvent } from './events.js'
import type { CohortPeriod } from './keys.js'
import { periodOfMember } from './member-period.js'
import { type Attached, keysOf, type Over, type Placement, presentPeriod, type Underway } from './state.js'

// That a placement should last longer is asked, then granted or refused. Only a grant moves the end.

type Decision = Outcome<PlacementEvent, PlacementRefusal>
type Standing = Attached | Underway | Over
type Doubt = Breach<PlacementRefusal>

/** The period that an officer's end is judged by: his own as it stands; what it lacks is taken from his cohort's, where the command brings it. */
export const periodWith = (state: Standing, cohort: CohortPeriod | undefined): Period =>
  cohort === undefined ? presentPeriod(state) : periodOfMember(presentPeriod(state), cohort.period)

/** Evidence speaks of the officer's own cohort. Where he is in one by its word alone, any is taken. */
export const ofOtherCohort = ({ attachment }: Standing, evidence: CohortPeriod | undefined): PlacementRefusal | undefined => {
  const { placement, partOf } = attachment
  return evidence === undefined || partOf === undefined || evidence.cohort === partOf
    ? undefined
    : { _tag: 'EvidenceOfOtherCohort', placement, partOf, given: evidence.cohort }
}

/** The reported last day, else the planned one; and the window of the day after it. */
const endOf = (state: Standing, cohort: CohortPeriod | undefined): { readonly end: StatedDate; readonly to: Window } | undefined => {
  const period: Period = state._tag === 'Over' ? { end: state.ending.on } : periodWith(state, cohort)
  const [end, to] = [plannedEnd(period), toWindow(period)]
  return end === undefined || to === undefined ? undefined : { end, to }
}

const doubt = (answer: 'yes' | 'no' | 'cannot tell', refusal: PlacementRefusal): Doubt | undefined =>
  answer === 'no' ? undefined : { refusal, certainty: answer === 'yes' ? 'sure' : 'cannot tell' }

/** Asked on the last day at the latest. An undated request after a reported end may have been made in time: that cannot be told. */
const askedAfterEnd = ({ placement, on, cohort }: RequestExtension, state: Standing): Doubt | undefined => {
  const known = endOf(state, cohort)
  if (known === undefined) return undefined
  const { end, to } = known
  if (on === undefined) return state._tag === 'Over' ? doubt('cannot tell', { _tag: 'ExtensionAfterEnd', placement, end }) : undefined
  return doubt(not(precedes(windowOf(on), to)), { _tag: 'ExtensionAfterEnd', placement, end, on })
}

const notBeyondEnd = ({ placement, to, cohort }: RequestExtension, state: Standing): Doubt | undefined => {
  const known = endOf(state, cohort)
  if (known === undefined) return undefined
  const beyond = precedes(known.to, movedByDays(windowOf(to), 1))
  return doubt(not(beyond), { _tag: 'ExtensionNotBeyondEnd', placement, presentEnd: known.end, to })
}

const longerThan = (from: Window | undefined, most: Span | undefined, to: StatedDate): Doubt['certainty'] | undefined => {
  const { earliest, latest } = from ?? {}
  if (most === undefined || from === undefined) return undefined
  const dayAfter = movedByDays(windowOf(to), 1)
  if (latest !== undefined && isAfter(dayAfter, plusSpan(latest, most)) === 'yes') return 'sure'
  return earliest === undefined || isAfter(dayAfter, plusSpan(earliest, most)) !== 'no' ? 'cannot tell' : undefined
}

const beyondTerms = ({ placement, to, cohort, terms }: RequestExtension, state: Standing): ReadonlyArray<Doubt> => {
  if (terms === undefined) return []
  const { stream, revision, longestInOneGo, longestInAll } = terms
  const start = periodWith(state, cohort).start
  const exceeded = (limit: 'in one go' | 'in all', most: Span | undefined, from: Window | undefined): ReadonlyArray<Doubt> => {
    const certainty = longerThan(from, most, to)
    return certainty === undefined || most === undefined
      ? []
      : [{ refusal: { _tag: 'LimitExceeded', placement, limit, most, to, stream, revision }, certainty }]
  }
  return [
    ...exceeded('in one go', longestInOneGo, endOf(state, cohort)?.to),
    ...exceeded('in all', longestInAll, start === undefined ? undefined : windowOf(start)),
  ]
}

export const requestExtension = (command: RequestExtension, state: Standing): Decision => {
  const event: ExtensionRequested = { ...keysOf(state.attachment), ...command, type: 'ExtensionRequested' }
  if (same(state.extension?.request, event)) return E.right([])
  if (state.extension !== undefined && state.extension.decision === undefined)
    return E.left({ _tag: 'ExtensionAlreadyRequested', placement: command.placement, to: state.extension.request.to })
  const other = ofOtherCohort(state, command.cohort)
  if (other !== undefined) return E.left(other)
  const wrong = [askedAfterEnd(command, state), notBeyondEnd(command, state)].find((one) => one?.certainty === 'sure')
  return wrong === undefined ? E.right([event]) : E.left(wrong.refusal)
}

export const decideExtension = (command: DecideExtension, state: Standing): Decision => {
  const { extension } = state
  if (extension === undefined) return E.left({ _tag: 'NoExtensionRequested', placement: command.placement })
  const event: ExtensionDecided = { ...keysOf(state.attachment), ...command, to: extension.request.to, type: 'ExtensionDecided' }
  if (extension.decision === undefined) return E.right([event])
  return same(extension.decision, event) ? E.right([]) : E.left({ _tag: 'NoExtensionRequested', placement: command.placement })
}

const notAgreed = ({ placement, outcome, needs = [], agreedBy = [] }: DecideExtension, state: Standing): ReadonlyArray<Doubt> => {
  const agreed = [...(state.extension?.request.agreedBy ?? []), ...agreedBy]
  const missing = needs.filter((side) => !agreed.includes(side))
  return outcome === 'refused' || missing.length === 0
    ? []
    : [{ refusal: { _tag: 'ExtensionNotAgreed', placement, missing }, certainty: 'sure' }]
}

export const extensionBreaches = (command: RequestExtension | DecideExtension, state: Placement): ReadonlyArray<Doubt> => {
  if (state._tag === 'NotRecorded' || state._tag === 'Nominated' || state._tag === 'Cancelled') return []
  switch (command.type) {
    case 'RequestExtension':
      return [askedAfterEnd(command, state), notBeyondEnd(command, state)]
        .filter((one) => one !== undefined)
        .concat(beyondTerms(command, state))
    case 'DecideExtension':
      return notAgreed(command, state)
  }
}
