import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import { type BatchId, batchOf, type CohortId, type ProgrammeId } from '../vocabulary/id.js'
import { breachesOfCohort, decideCohort } from './cohort.js'
import type { CohortEvent } from './cohort-events.js'
import { type Cohort, evolveCohort, noCohort } from './cohort-state.js'
import type { BatchCommand, BatchRefusal, CloseBatch, CohortCommand, OpenBatch, OpenCall, PlanBatch, ReviseBatch } from './commands.js'
import type { BatchClosed, BatchEvent, BatchKeys, BatchOpened, BatchPlanned, BatchRevision, Call } from './events.js'
import { decideSpending, type SpendingEvent } from './spending.js'

// A batch is one intake of a programme: planned, opened, closed; or opened at once. It holds cohorts, each of which is a number of officers, and
// lives on for them when it is closed: that one of them completed may be learned years later.

// ── state ───────────────────────────────────────────────────────────────────

export type Batch =
  | ({ readonly _tag: 'NotRecorded' } & Held)
  | ({ readonly _tag: 'Planned'; readonly plan: BatchPlanned } & Recorded)
  | ({ readonly _tag: 'Open'; readonly opening: BatchOpened } & Recorded)
  | ({ readonly _tag: 'Closed'; readonly closing: BatchClosed } & Recorded)

interface Held {
  readonly cohorts: ReadonlyMap<CohortId, Cohort>
}

interface Recorded extends Held {
  readonly programme: ProgrammeId
  /** What may be revised, as it was told last. */
  readonly told: BatchRevision
  readonly call?: Call
  readonly spent: ReadonlyArray<SpendingEvent>
}

const nothingRecorded: Batch = { _tag: 'NotRecorded', cohorts: new Map() }

export const evolve = (state: Batch, event: BatchEvent): Batch => {
  switch (event.type) {
    case 'BatchPlanned':
      return state._tag === 'NotRecorded' ? { ...recorded(state, event), _tag: 'Planned', plan: event } : state
    case 'BatchOpened':
      return { ...recorded(state, event), _tag: 'Open', opening: event }
    case 'CallOpened':
      return state._tag === 'NotRecorded' ? state : { ...state, call: event }
    case 'BatchRevised':
      return state._tag === 'NotRecorded' ? state : { ...state, told: { ...state.told, ...event } }
    case 'BatchClosed':
      return state._tag === 'NotRecorded' ? state : { ...state, _tag: 'Closed', closing: event }
    case 'BatchCostsRecorded':
    case 'BatchHoursRecorded':
      return state._tag === 'NotRecorded' ? state : { ...state, spent: [...state.spent, event] }
    case 'CohortPlanned':
    case 'CohortAttached':
    case 'CohortStarted':
    case 'CohortDetailRecorded':
    case 'CohortBreakdownRecorded':
    case 'CohortItinerarySet':
    case 'CohortRolesNamed':
    case 'MemberIdentified':
    case 'MemberDescribed':
    case 'MemberReleased':
    case 'CohortPeriodConfirmed':
    case 'CohortExtended':
    case 'CohortReturned':
    case 'CohortCompleted':
      return { ...state, cohorts: withCohort(state, event) }
  }
}

const recorded = (state: Batch, event: BatchPlanned | BatchOpened): Recorded =>
  state._tag === 'NotRecorded'
    ? { cohorts: state.cohorts, programme: event.programme, told: event, spent: [] }
    : { ...state, programme: event.programme, told: { ...state.told, ...event } }

const withCohort = ({ cohorts }: Batch, event: CohortEvent): ReadonlyMap<CohortId, Cohort> =>
  new Map(cohorts).set(event.cohort, evolveCohort(cohorts.get(event.cohort) ?? noCohort, event))

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<BatchEvent, BatchRefusal>

const closed = (batch: BatchId, { on }: BatchClosed): Decision =>
  E.left({ _tag: 'BatchAlreadyClosed', batch, ...(on !== undefined && { on }) })

const plan = (command: PlanBatch, state: Batch): Decision => {
  const event: BatchPlanned = { ...command, type: 'BatchPlanned' }
  switch (state._tag) {
    case 'NotRecorded':
      return E.right([event])
    case 'Planned':
      return same(state.plan, event) ? E.right([]) : E.left({ _tag: 'BatchAlreadyPlanned', batch: command.batch })
    case 'Open':
      return E.left({ _tag: 'BatchAlreadyOpened', batch: command.batch })
    case 'Closed':
      return closed(command.batch, state.closing)
  }
}

const open = (command: OpenBatch, state: Batch): Decision => {
  const event: BatchOpened = { ...command, type: 'BatchOpened' }
  const { batch, programme: given } = command
  switch (state._tag) {
    case 'NotRecorded':
      return E.right([event])
    case 'Planned':
      return state.programme === given
        ? E.right([event])
        : E.left({ _tag: 'BatchOfOtherProgramme', batch, programme: state.programme, given })
    case 'Open':
      return same(state.opening, event) ? E.right([]) : E.left({ _tag: 'BatchAlreadyOpened', batch })
    case 'Closed':
      return closed(batch, state.closing)
  }
}

/** A call may be opened while the batch is only planned; the latest one stands. */
const openCall = (command: OpenCall, state: Batch): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'BatchNotRecorded', batch: command.batch })
    case 'Planned':
    case 'Open':
      return same(state.call?.steps, command.steps)
        ? E.right([])
        : E.right([{ ...keysOf(command.batch, state), ...command, type: 'CallOpened' }])
    case 'Closed':
      return closed(command.batch, state.closing)
  }
}

const revise = (command: ReviseBatch, state: Batch): Decision => {
  const { type: _, ...revision } = command
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'BatchNotRecorded', batch: command.batch })
    case 'Planned':
    case 'Open':
      return same({ ...state.told, ...revision }, state.told)
        ? E.right([])
        : E.right([{ ...keysOf(command.batch, state), ...revision, type: 'BatchRevised' }])
    case 'Closed':
      return closed(command.batch, state.closing)
  }
}

/** A batch that was planned and never opened is closed too when its plan is given up. */
const close = (command: CloseBatch, state: Batch): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'BatchNotRecorded', batch: command.batch })
    case 'Planned':
    case 'Open':
      return E.right([{ ...keysOf(command.batch, state), ...command, type: 'BatchClosed' }])
    case 'Closed':
      return same(state.closing, { ...keysOf(command.batch, state), ...command, type: 'BatchClosed' })
        ? E.right([])
        : closed(command.batch, state.closing)
  }
}

const keysOf = (batch: BatchId, { programme }: Recorded): BatchKeys => ({ batch, programme })

// ── cohorts ─────────────────────────────────────────────────────────────────

const cohortIn = ({ cohorts }: Batch, command: CohortCommand): Cohort => cohorts.get(command.cohort) ?? noCohort

const forCohort = (command: CohortCommand, state: Batch): Decision => {
  const batch = batchOf(command.cohort)
  if (state._tag === 'NotRecorded') return E.left({ _tag: 'BatchNotRecorded', batch })
  const phase = notOpenFor(command, state)
  return phase === undefined
    ? decideCohort(command, cohortIn(state, command), keysOf(batch, state))
    : E.left({ _tag: 'BatchNotOpen', batch, phase })
}

/** New officers come in through an open batch, and are planned for one that is not closed; what becomes of them is learned at any time. */
const notOpenFor = (command: CohortCommand, state: Batch): 'planned' | 'closed' | undefined => {
  if (command.type !== 'AttachCohort' && command.type !== 'PlanCohort') return undefined
  if (state._tag === 'Closed') return 'closed'
  return state._tag === 'Planned' && command.type === 'AttachCohort' ? 'planned' : undefined
}

export const decide = (command: BatchCommand, state: Batch): Decision => {
  switch (command.type) {
    case 'PlanBatch':
      return plan(command, state)
    case 'OpenBatch':
      return open(command, state)
    case 'OpenCall':
      return openCall(command, state)
    case 'ReviseBatch':
      return revise(command, state)
    case 'CloseBatch':
      return close(command, state)
    case 'RecordBatchCosts':
    case 'RecordBatchHours':
      if (state._tag === 'NotRecorded') return E.left({ _tag: 'BatchNotRecorded', batch: command.batch })
      return decideSpending(command, state.programme, state.spent)
    case 'PlanCohort':
    case 'AttachCohort':
    case 'StartCohort':
    case 'RecordCohortDetail':
    case 'RecordCohortBreakdown':
    case 'SetCohortItinerary':
    case 'NameCohortRoles':
    case 'IdentifyMember':
    case 'DescribeMember':
    case 'ReleaseMember':
    case 'ConfirmCohortPeriod':
    case 'ExtendCohort':
    case 'RecordCohortReturn':
    case 'RecordCohortCompletion':
      return forCohort(command, state)
  }
}

const breaches = (command: BatchCommand, state: Batch): ReadonlyArray<Breach<BatchRefusal>> =>
  'cohort' in command ? breachesOfCohort(command, cohortIn(state, command)) : []

export const batch: Aggregate<BatchCommand, Batch, BatchEvent, BatchRefusal> = {
  category: 'batch',
  initialState: nothingRecorded,
  streamOf: (command) => ('cohort' in command ? batchOf(command.cohort) : command.batch),
  // By the cohort, where there is one: a correction may not name a cohort of another batch.
  subjectOf: (event) => ('cohort' in event ? batchOf(event.cohort) : event.batch),
  commands: {
    PlanBatch: true,
    OpenBatch: true,
    OpenCall: true,
    ReviseBatch: true,
    CloseBatch: true,
    RecordBatchCosts: true,
    RecordBatchHours: true,
    PlanCohort: true,
    AttachCohort: true,
    StartCohort: true,
    RecordCohortDetail: true,
    RecordCohortBreakdown: true,
    SetCohortItinerary: true,
    NameCohortRoles: true,
    IdentifyMember: true,
    DescribeMember: true,
    ReleaseMember: true,
    ConfirmCohortPeriod: true,
    ExtendCohort: true,
    RecordCohortReturn: true,
    RecordCohortCompletion: true,
  },
  decide,
  evolve,
  breaches,
}
