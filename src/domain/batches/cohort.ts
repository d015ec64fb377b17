import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import {
  completing,
  confirming,
  extending,
  notBeyondEnd,
  returnAfterEnd,
  returning,
  startAfterAgreedEnd,
  starting,
  tooManyLeft,
} from './cohort-course.js'
import type { CohortAttached, CohortDetailRecorded, CohortEvent, CohortItinerarySet, CohortPlanned } from './cohort-events.js'
import {
  breakingDown,
  describing,
  identifying,
  namingRoles,
  overfullWith,
  overfullWithDescribed,
  overfullWithRoles,
  partsBeyondWhole,
  releasing,
} from './cohort-members.js'
import { type AttachedCohort, type Cohort, factsIn, withFacts } from './cohort-state.js'
import type { CohortCommand, CohortRefusal } from './commands.js'
import type { BatchKeys } from './events.js'
import { type Doubt, endBeforeStart, type Finding } from './finding.js'

// A cohort is n officers of a batch: planned, then attached (or attached at once). That it started, ended or was told of in more detail is added as
// it is learned, in any order. Its members are identified or described one by one; the number n is never changed by that.

type Decision = Outcome<CohortEvent, CohortRefusal>

// ── rules of single commands ────────────────────────────────────────────────

const planning = (event: CohortPlanned, cohort: Cohort): Finding => {
  switch (cohort._tag) {
    case 'NotRecorded':
      return endBeforeStart(event.cohort, event.period?.start, event.period?.end)
    case 'Planned':
      return same(cohort.plan, event) ? 'already so' : { _tag: 'CohortAlreadyPlanned', cohort: event.cohort, size: cohort.size }
    case 'Attached':
      return { _tag: 'CohortAlreadyAttached', cohort: event.cohort, size: cohort.size }
  }
}

/** Attached once, and refused the second time even in the same words: officers counted twice are what a ledger must not have. */
const attaching = (event: CohortAttached, cohort: Cohort): Finding =>
  cohort._tag === 'Attached'
    ? { _tag: 'CohortAlreadyAttached', cohort: event.cohort, size: cohort.size }
    : endBeforeStart(event.cohort, event.period?.start, event.period?.end)

const detailing = (event: CohortDetailRecorded, cohort: Cohort): Finding => {
  const facts = withFacts(cohort.facts, factsIn(event))
  return same(facts, cohort.facts) ? 'already so' : endBeforeStart(event.cohort, facts.period?.start, facts.period?.end)
}

const settingItinerary = (event: CohortItinerarySet, cohort: Cohort): Finding => {
  if (cohort.itinerary !== undefined && same(cohort.itinerary, event)) return 'already so'
  return event.legs.map(({ from, to }) => endBeforeStart(event.cohort, from, to)).find((refusal) => refusal !== undefined)
}

// ── decide ──────────────────────────────────────────────────────────────────

const record = (event: CohortEvent, finding: Finding): Decision => {
  if (finding === undefined) return E.right([event])
  return finding === 'already so' ? E.right([]) : E.left(finding)
}

const onceRecorded = <Ev extends CohortEvent>(event: Ev, cohort: Cohort, rule: (event: Ev, cohort: Cohort) => Finding): Decision =>
  cohort._tag === 'NotRecorded' ? E.left({ _tag: 'CohortNotRecorded', cohort: event.cohort }) : record(event, rule(event, cohort))

const onceAttached = <Ev extends CohortEvent>(
  event: Ev,
  cohort: Cohort,
  rule: (event: Ev, cohort: AttachedCohort) => Finding,
): Decision => {
  switch (cohort._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'CohortNotRecorded', cohort: event.cohort })
    case 'Planned':
      return E.left({ _tag: 'CohortNotAttached', cohort: event.cohort })
    case 'Attached':
      return record(event, rule(event, cohort))
  }
}

export const decideCohort = (command: CohortCommand, cohort: Cohort, keys: BatchKeys): Decision => {
  switch (command.type) {
    case 'PlanCohort': {
      const event: CohortPlanned = { ...keys, ...command, type: 'CohortPlanned' }
      return record(event, planning(event, cohort))
    }
    case 'AttachCohort': {
      const event: CohortAttached = { ...keys, ...command, type: 'CohortAttached' }
      return record(event, attaching(event, cohort))
    }
    case 'RecordCohortDetail':
      return onceRecorded({ ...keys, ...command, type: 'CohortDetailRecorded' }, cohort, detailing)
    case 'RecordCohortBreakdown':
      return onceRecorded({ ...keys, ...command, type: 'CohortBreakdownRecorded' }, cohort, breakingDown)
    case 'SetCohortItinerary':
      return onceRecorded({ ...keys, ...command, type: 'CohortItinerarySet' }, cohort, settingItinerary)
    case 'NameCohortRoles':
      return onceRecorded({ ...keys, ...command, type: 'CohortRolesNamed' }, cohort, namingRoles)
    case 'IdentifyMember':
      return onceAttached({ ...keys, ...command, type: 'MemberIdentified' }, cohort, identifying)
    case 'DescribeMember':
      return onceAttached({ ...keys, ...command, type: 'MemberDescribed' }, cohort, describing)
    case 'ReleaseMember':
      return onceAttached({ ...keys, ...command, type: 'MemberReleased' }, cohort, releasing)
    case 'StartCohort':
      return onceAttached({ ...keys, ...command, type: 'CohortStarted' }, cohort, starting)
    case 'ConfirmCohortPeriod':
      return onceAttached({ ...keys, ...command, type: 'CohortPeriodConfirmed' }, cohort, confirming)
    case 'ExtendCohort':
      return onceAttached({ ...keys, ...command, type: 'CohortExtended' }, cohort, extending)
    case 'RecordCohortReturn':
      return onceAttached({ ...keys, ...command, type: 'CohortReturned' }, cohort, returning)
    case 'RecordCohortCompletion':
      return onceAttached({ ...keys, ...command, type: 'CohortCompleted' }, cohort, completing)
  }
}

// ── what goes in flagged ────────────────────────────────────────────────────

const doubts = (command: CohortCommand, cohort: Cohort): ReadonlyArray<Doubt | undefined> => {
  switch (command.type) {
    case 'RecordCohortBreakdown':
      return [partsBeyondWhole(command, cohort)]
    case 'NameCohortRoles':
      return [overfullWithRoles(command, cohort)]
    case 'IdentifyMember':
      return [overfullWith(command, cohort)]
    case 'DescribeMember':
      return [overfullWithDescribed(command, cohort)]
    case 'StartCohort':
      return cohort._tag === 'Attached' ? [startAfterAgreedEnd(command, cohort)] : []
    case 'ExtendCohort':
      return cohort._tag === 'Attached' ? [notBeyondEnd(command, cohort)] : []
    case 'RecordCohortReturn':
      return cohort._tag === 'Attached' ? [tooManyLeft(command, cohort), returnAfterEnd(command, cohort)] : []
    case 'RecordCohortCompletion':
      return cohort._tag === 'Attached' ? [tooManyLeft(command, cohort)] : []
    case 'PlanCohort':
    case 'AttachCohort':
    case 'RecordCohortDetail':
    case 'SetCohortItinerary':
    case 'ReleaseMember':
    case 'ConfirmCohortPeriod':
      return []
  }
}

/** The rules about a cohort that a command breaks or may break. */
export const breachesOfCohort = (command: CohortCommand, cohort: Cohort): ReadonlyArray<Doubt> =>
  doubts(command, cohort).filter((doubt) => doubt !== undefined)
