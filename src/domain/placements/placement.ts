import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import { batchOf, type PlacementId } from '../vocabulary/id.js'
import { breaches } from './breaches.js'
import type {
  AttachOfficer,
  CancelPlacement,
  CompletePlacement,
  ConfirmPlacementPeriod,
  CurtailPlacement,
  PlacementCommand,
  PlacementRefusal,
  ReceiveReport,
  RecordReflection,
  StartPlacement,
} from './commands.js'
import { setConsent } from './consenting.js'
import { decideCourse } from './course.js'
import { endBeforeStart, over, returnAfterEnd, startAfterLastDay } from './dates.js'
import type { OfficerAttached, PlacementEvent, PlacementPeriodConfirmed } from './events.js'
import { ofOtherCohort } from './extension.js'
import { decideNomination, nominatedOtherwise } from './nomination.js'
import { type Attached, evolve, keysOf, type Over, type Paper, type Placement, type Underway } from './state.js'

// An officer is attached for an agreed period, starts, and completes it or is sent back early; or it is cancelled before the start. It is under way
// as soon as the start or any day of presence is on record. Reports come late: a start may be learned after the end.

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<PlacementEvent, PlacementRefusal>

const notRecorded = (placement: PlacementId): Decision => E.left({ _tag: 'PlacementNotRecorded', placement })

const cancelled = (placement: PlacementId): Decision => E.left({ _tag: 'PlacementOver', placement, how: 'cancelled' })

const unless = (refusal: PlacementRefusal | undefined, event: PlacementEvent): Decision =>
  refusal === undefined ? E.right([event]) : E.left(refusal)

const attach = (command: AttachOfficer, state: Placement): Decision => {
  const { placement, officer, batch, partOf, period } = command
  if (batch !== undefined && partOf !== undefined && batchOf(partOf) !== batch)
    return E.left({ _tag: 'CohortOfOtherBatch', placement, batch, partOf })
  // A cohort's id holds its batch's: where the command names the cohort alone, the batch is known and not guessed.
  const event: OfficerAttached = { ...command, ...(partOf !== undefined && { batch: batchOf(partOf) }), type: 'OfficerAttached' }
  if (state._tag === 'NotRecorded' || state._tag === 'Nominated')
    return unless(nominatedOtherwise(command, state) ?? endBeforeStart(placement, period.start, period.end), event)
  return same(state.attachment, event) ? E.right([]) : E.left({ _tag: 'OfficerAlreadyAttached', placement, officer })
}

const start = (command: StartPlacement, state: Placement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Nominated':
      return notRecorded(command.placement)
    case 'Attached':
      return E.right([{ ...keysOf(state.attachment), ...command, type: 'PlacementStarted' }])
    case 'Underway':
    case 'Over': {
      const { startedOn } = state
      if (startedOn === undefined)
        return unless(startAfterLastDay(command, state), { ...keysOf(state.attachment), ...command, type: 'PlacementStarted' })
      return same(startedOn, command.on)
        ? E.right([])
        : E.left({ _tag: 'PlacementAlreadyStarted', placement: command.placement, startedOn })
    }
    case 'Cancelled':
      return cancelled(command.placement)
  }
}

const confirm = (command: ConfirmPlacementPeriod, state: Placement): Decision => {
  const { placement, from, to } = command
  if (to < from) return E.left({ _tag: 'EndBeforeStart', placement, start: { edtf: from }, end: { edtf: to } })
  switch (state._tag) {
    case 'NotRecorded':
    case 'Nominated':
      return notRecorded(placement)
    case 'Attached':
      return E.right([{ ...keysOf(state.attachment), ...command, type: 'PlacementPeriodConfirmed' }])
    case 'Underway':
    case 'Over': {
      const event: PlacementPeriodConfirmed = { ...keysOf(state.attachment), ...command, type: 'PlacementPeriodConfirmed' }
      if (state.confirmed.some((known) => same(known, event))) return E.right([])
      return unless(endBeforeStart(placement, state.startedOn, { edtf: to }), event)
    }
    case 'Cancelled':
      return cancelled(placement)
  }
}

/** Completed or cut short: once, and also where no start was ever reported. */
const end = (command: CompletePlacement | CurtailPlacement, state: Placement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Nominated':
      return notRecorded(command.placement)
    case 'Attached':
    case 'Underway':
      return unless(unsoundEnd(command, state), endingOf(command, state.attachment))
    case 'Over':
      return same(state.ending, endingOf(command, state.attachment)) ? E.right([]) : E.left(over(state))
    case 'Cancelled':
      return cancelled(command.placement)
  }
}

const unsoundEnd = (command: CompletePlacement | CurtailPlacement, state: Attached | Underway): PlacementRefusal | undefined => {
  // Once days of presence are on record, the agreed start proves nothing.
  const known = state._tag === 'Underway' ? state.startedOn : state.attachment.period.start
  const backwards = endBeforeStart(command.placement, known, command.on)
  if (backwards !== undefined || command.type === 'CompletePlacement') return backwards
  const late = returnAfterEnd(command, state)
  const other = ofOtherCohort(state, command.cohort)
  if (other !== undefined) return other
  return late?.certainty === 'sure' ? late.refusal : undefined
}

const endingOf = (command: CompletePlacement | CurtailPlacement, attachment: OfficerAttached): Over['ending'] => {
  switch (command.type) {
    case 'CompletePlacement':
      return { ...keysOf(attachment), ...command, type: 'PlacementCompleted' }
    case 'CurtailPlacement':
      return { ...keysOf(attachment), ...command, type: 'PlacementCurtailed' }
  }
}

const cancel = (command: CancelPlacement, state: Placement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Nominated':
      return notRecorded(command.placement)
    case 'Attached':
      return E.right([{ ...keysOf(state.attachment), ...command, type: 'PlacementCancelled' }])
    case 'Underway': {
      const { startedOn } = state
      return E.left({ _tag: 'PlacementAlreadyStarted', placement: command.placement, ...(startedOn !== undefined && { startedOn }) })
    }
    case 'Over':
      return E.left(over(state))
    case 'Cancelled':
      return state.cancellation.type === 'PlacementCancelled' && same(state.cancellation.why, command.why)
        ? E.right([])
        : cancelled(command.placement)
  }
}

/** A reflection or a report: at any time, but not of a placement that never took place. */
const file = (command: RecordReflection | ReceiveReport, state: Placement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Nominated':
      return notRecorded(command.placement)
    case 'Attached':
    case 'Underway':
    case 'Over': {
      const event = paperOf(command, state.attachment)
      return state.papers.some((known) => same(known, event)) ? E.right([]) : E.right([event])
    }
    case 'Cancelled':
      return cancelled(command.placement)
  }
}

const paperOf = (command: RecordReflection | ReceiveReport, attachment: OfficerAttached): Paper => {
  switch (command.type) {
    case 'RecordReflection':
      return { ...keysOf(attachment), ...command, type: 'ReflectionRecorded' }
    case 'ReceiveReport':
      return { ...keysOf(attachment), ...command, type: 'ReportReceived' }
  }
}

export const decide = (command: PlacementCommand, state: Placement): Decision => {
  switch (command.type) {
    case 'AttachOfficer':
      return attach(command, state)
    case 'StartPlacement':
      return start(command, state)
    case 'ConfirmPlacementPeriod':
      return confirm(command, state)
    case 'CompletePlacement':
    case 'CurtailPlacement':
      return end(command, state)
    case 'CancelPlacement':
      return cancel(command, state)
    case 'RecordReflection':
    case 'ReceiveReport':
      return file(command, state)
    case 'SetReflectionConsent':
      return setConsent(command, state)
    case 'Nominate':
    case 'Approve':
    case 'RefuseNomination':
    case 'Appeal':
    case 'AnswerAppeal':
    case 'Resubmit':
    case 'Withdraw':
      return decideNomination(command, state)
    case 'RequestExtension':
    case 'DecideExtension':
    case 'ChangeLeg':
    case 'SuspendPlacement':
    case 'ResumePlacement':
    case 'RecordCover':
    case 'PlanReview':
    case 'RecordReview':
    case 'RecordObligation':
    case 'RecordResult':
    case 'StateManner':
    case 'ExpectReport':
    case 'WaiveRule':
      return decideCourse(command, state)
  }
}

export const placement: Aggregate<PlacementCommand, Placement, PlacementEvent, PlacementRefusal> = {
  category: 'placement',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.placement,
  subjectOf: (event) => event.placement,
  commands: {
    AttachOfficer: true,
    StartPlacement: true,
    ConfirmPlacementPeriod: true,
    CompletePlacement: true,
    CurtailPlacement: true,
    CancelPlacement: true,
    RecordReflection: true,
    ReceiveReport: true,
    SetReflectionConsent: true,
    Nominate: true,
    Approve: true,
    RefuseNomination: true,
    Appeal: true,
    AnswerAppeal: true,
    Resubmit: true,
    Withdraw: true,
    RequestExtension: true,
    DecideExtension: true,
    ChangeLeg: true,
    SuspendPlacement: true,
    ResumePlacement: true,
    RecordCover: true,
    PlanReview: true,
    RecordReview: true,
    RecordObligation: true,
    RecordResult: true,
    StateManner: true,
    ExpectReport: true,
    WaiveRule: true,
  },
  decide,
  evolve,
  breaches,
}
