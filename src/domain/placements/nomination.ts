import * as E from 'fp-ts/lib/Either.js'
import type { Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { PlacementId } from '../vocabulary/id.js'
import type { AttachOfficer, PlacementRefusal } from './commands.js'
import { over } from './dates.js'
import type { PlacementEvent } from './events.js'
import type {
  AnswerAppeal,
  Appeal,
  Approve,
  Nominate,
  NominationCommand,
  RefuseNomination,
  Resubmit,
  Standing,
  Withdraw,
} from './nomination-commands.js'
import type { NominationRefused, NominationRequest, OfficerNominated, OfficerWithdrawn } from './nomination-events.js'
import { type Nominated, standingOf, waitsFor } from './nomination-state.js'
import { keysOf, type Placement } from './state.js'

// An officer is put forward with ranked hosts; the steps of the chain approve in their order, or one of them refuses; against that there is one
// appeal, or the request is made again. Before the start it may be withdrawn, and another officer put forward instead.

type Decision = Outcome<PlacementEvent, PlacementRefusal>

const nothing: Decision = E.right([])
const record = (event: PlacementEvent): Decision => E.right([event])
const refuse = (refusal: PlacementRefusal): Decision => E.left(refusal)

const nominationOf = (state: Placement): Nominated | undefined => (state._tag === 'NotRecorded' ? undefined : state.nomination)

/** From the attachment on, a nomination is no longer open. */
const standing = (nomination: Nominated, state: Placement): Standing => (state._tag === 'Nominated' ? standingOf(nomination) : 'attached')

const twice = <A>(items: ReadonlyArray<A>): A | undefined => items.find((item, n) => items.indexOf(item) !== n)

const unsound = ({ placement, choices, steps }: NominationRequest): PlacementRefusal | undefined => {
  const host = twice(choices.map((choice) => choice.host))
  if (host !== undefined) return { _tag: 'HostRankedTwice', placement, host }
  const step = twice(steps.map((one) => one.step))
  return step === undefined ? undefined : { _tag: 'StepNamedTwice', placement, step }
}

const nominate = (command: Nominate, state: Placement): Decision => {
  const event: OfficerNominated = { ...command, type: 'OfficerNominated' }
  const known = nominationOf(state)
  if (known !== undefined)
    return same(known.nominated, event)
      ? nothing
      : refuse({ _tag: 'AlreadyNominated', placement: command.placement, officer: command.officer })
  if (state._tag !== 'NotRecorded')
    return refuse({ _tag: 'OfficerAlreadyAttached', placement: command.placement, officer: command.officer })
  const refusal = unsound(command)
  return refusal === undefined ? record(event) : refuse(refusal)
}

const notInChain = ({ placement, step }: Approve | RefuseNomination, { request }: Nominated): PlacementRefusal | undefined => {
  const steps = request.steps.map((one) => one.step)
  return steps.includes(step) ? undefined : { _tag: 'StepNotInChain', placement, step, steps }
}

/** An approval may be learned after the officer was attached: it opens nothing then. */
const approve = (command: Approve, nomination: Nominated): Decision => {
  const { placement, step } = command
  const unknown = notInChain(command, nomination)
  if (unknown !== undefined) return refuse(unknown)
  if (nomination.approved.includes(step)) return nothing
  if (nomination.phase._tag !== 'Open') return refuse({ _tag: 'NominationNotOpen', placement, standing: standingOf(nomination) })
  return record({ ...keysOf(nomination.nominated), ...command, type: 'NominationApproved' })
}

const refuseStep = (command: RefuseNomination, nomination: Nominated, stands: Standing): Decision => {
  const event: NominationRefused = { ...keysOf(nomination.nominated), ...command, type: 'NominationRefused' }
  const { phase } = nomination
  if (phase._tag === 'Refused' && same(phase.refusal, event)) return nothing
  const unknown = notInChain(command, nomination)
  if (unknown !== undefined) return refuse(unknown)
  return stands === 'open' ? record(event) : refuse({ _tag: 'NominationNotOpen', placement: command.placement, standing: stands })
}

const appeal = (command: Appeal, nomination: Nominated, stands: Standing): Decision => {
  const event: PlacementEvent = { ...keysOf(nomination.nominated), ...command, type: 'NominationAppealed' }
  const { phase } = nomination
  if (phase._tag === 'Appealed' && same(phase.appeal, event)) return nothing
  if (phase._tag !== 'Refused' || stands === 'attached')
    return refuse({ _tag: 'NominationNotRefused', placement: command.placement, standing: stands })
  if (phase.isFinal) return refuse({ _tag: 'AppealAlreadyAnswered', placement: command.placement, step: phase.refusal.step })
  return record(event)
}

const answerAppeal = (command: AnswerAppeal, nomination: Nominated, stands: Standing): Decision => {
  const event: PlacementEvent = { ...keysOf(nomination.nominated), ...command, type: 'AppealAnswered' }
  if (nomination.phase._tag === 'Appealed' && stands !== 'attached') return record(event)
  return same(nomination.answer, event) ? nothing : refuse({ _tag: 'NoAppealOpen', placement: command.placement, standing: stands })
}

const resubmit = (command: Resubmit, nomination: Nominated, stands: Standing): Decision => {
  const event: PlacementEvent = { ...keysOf(nomination.nominated), ...command, type: 'NominationResubmitted' }
  if (same(nomination.request, event)) return nothing
  if (stands !== 'refused') return refuse({ _tag: 'NominationNotRefused', placement: command.placement, standing: stands })
  const refusal = unsound(command)
  return refusal === undefined ? record(event) : refuse(refusal)
}

const withdraw = (command: Withdraw, state: Placement): Decision => {
  const { placement } = command
  switch (state._tag) {
    case 'NotRecorded':
      return refuse({ _tag: 'NotNominated', placement })
    case 'Nominated': {
      const { nominated, phase } = state.nomination
      const event: OfficerWithdrawn = { ...keysOf(nominated), ...command, type: 'OfficerWithdrawn' }
      if (phase._tag !== 'Withdrawn') return record(event)
      return same(phase.withdrawal, event) ? nothing : refuse({ _tag: 'NominationNotOpen', placement, standing: 'withdrawn' })
    }
    case 'Attached':
      return record({ ...keysOf(state.attachment), ...command, type: 'OfficerWithdrawn' })
    case 'Underway': {
      const { startedOn } = state
      return refuse({ _tag: 'PlacementAlreadyStarted', placement, ...(startedOn !== undefined && { startedOn }) })
    }
    case 'Over':
      return refuse(over(state))
    case 'Cancelled':
      return same(state.cancellation, { ...keysOf(state.attachment), ...command, type: 'OfficerWithdrawn' })
        ? nothing
        : refuse({ _tag: 'PlacementOver', placement, how: 'cancelled' })
  }
}

export const decideNomination = (command: NominationCommand, state: Placement): Decision => {
  if (command.type === 'Nominate') return nominate(command, state)
  if (command.type === 'Withdraw') return withdraw(command, state)
  const nomination = nominationOf(state)
  if (nomination === undefined) return refuse({ _tag: 'NotNominated', placement: command.placement })
  const stands = standing(nomination, state)
  switch (command.type) {
    case 'Approve':
      return approve(command, nomination)
    case 'RefuseNomination':
      return refuseStep(command, nomination, stands)
    case 'Appeal':
      return appeal(command, nomination, stands)
    case 'AnswerAppeal':
      return answerAppeal(command, nomination, stands)
    case 'Resubmit':
      return resubmit(command, nomination, stands)
  }
}

/** Who is attached must be the officer who was nominated, for that programme: anything else is another placement. */
export const nominatedOtherwise = ({ placement, officer, programme }: AttachOfficer, state: Placement): PlacementRefusal | undefined => {
  if (state._tag !== 'Nominated') return undefined
  const { nominated } = state.nomination
  return nominated.officer === officer && nominated.programme === programme
    ? undefined
    : { _tag: 'NominatedOtherwise', placement, officer: nominated.officer, programme: nominated.programme }
}

// ── what a report may break ─────────────────────────────────────────────────

const sure = (refusal: PlacementRefusal): ReadonlyArray<Breach<PlacementRefusal>> => [{ refusal, certainty: 'sure' }]

/** An attachment while a step has not approved, or the nomination is refused or withdrawn. */
export const notApproved = (placement: PlacementId, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  if (state._tag !== 'Nominated') return []
  const stands = standingOf(state.nomination)
  return stands === 'approved'
    ? []
    : sure({ _tag: 'NominationNotApproved', placement, standing: stands, waitsFor: waitsFor(state.nomination) })
}

const tooMany = ({ placement, choices, terms }: NominationRequest): ReadonlyArray<Breach<PlacementRefusal>> => {
  if (terms === undefined || choices.length <= terms.mostPreferences) return []
  const { stream, revision, mostPreferences } = terms
  return sure({ _tag: 'TooManyPreferences', placement, ranked: choices.length, most: mostPreferences, stream, revision })
}

const outOfOrder = ({ placement, step }: Approve | RefuseNomination, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  const nomination = nominationOf(state)
  if (nomination === undefined) return []
  const open = waitsFor(nomination)
  const before = open.slice(0, Math.max(0, open.indexOf(step)))
  return before.length === 0 ? [] : sure({ _tag: 'ApprovalOutOfOrder', placement, step, waitsFor: before })
}

export const nominationBreaches = (command: NominationCommand, state: Placement): ReadonlyArray<Breach<PlacementRefusal>> => {
  switch (command.type) {
    case 'Nominate':
    case 'Resubmit':
      return tooMany(command)
    case 'Approve':
    case 'RefuseNomination':
      return outOfOrder(command, state)
    case 'Appeal':
    case 'AnswerAppeal':
    case 'Withdraw':
      return []
  }
}
