import type { Period } from '../vocabulary/period.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  CourseEvent,
  CoverRecorded,
  ExtensionDecided,
  ExtensionRequested,
  LegChanged,
  MannerStated,
  ObligationRecorded,
  PlacementResumed,
  PlacementSuspended,
  ReportExpected,
  ResultRecorded,
  ReviewPlanned,
  ReviewRecorded,
  RuleWaived,
} from './course-events.js'
import type {
  OfficerAttached,
  PlacementCancelled,
  PlacementCompleted,
  PlacementCurtailed,
  PlacementEvent,
  PlacementKeys,
  PlacementPeriod,
  ReflectionRecorded,
  ReportReceived,
} from './events.js'
import type { NominationEvent, OfficerWithdrawn } from './nomination-events.js'
import { evolveNomination, type Nominated, nominatedBy } from './nomination-state.js'
import type { ReflectionConsentSet } from './reflection-consent.js'

export type Placement =
  | { readonly _tag: 'NotRecorded' }
  | { readonly _tag: 'Nominated'; readonly nomination: Nominated; readonly waivers: ReadonlyArray<RuleWaived> }
  | Attached
  | Underway
  | Over
  | Cancelled

/** Agreed, and no start on record. */
export type Attached = { readonly _tag: 'Attached' } & Agreed
/** The start, or any day of presence, is on record. */
export type Underway = { readonly _tag: 'Underway' } & Stay
export type Over = { readonly _tag: 'Over'; readonly ending: PlacementCompleted | PlacementCurtailed } & Stay
export type Cancelled = { readonly _tag: 'Cancelled'; readonly cancellation: PlacementCancelled | OfficerWithdrawn } & Agreed

interface Agreed {
  readonly attachment: OfficerAttached
  /** How he was put forward, where that is on record. */
  readonly nomination?: Nominated
  readonly papers: ReadonlyArray<Paper>
  readonly waivers: ReadonlyArray<RuleWaived>
  /** In order of recording; the last one may be open. */
  readonly pauses: ReadonlyArray<Pause>
  /** The latest. */
  readonly extension?: Extension
  /** The end as last granted. */
  readonly extendedTo?: StatedDate
}

/** What is filed of a placement and changes nothing else. */
export type Paper =
  | ReflectionRecorded
  | ReflectionConsentSet
  | ReportReceived
  | LegChanged
  | CoverRecorded
  | ReviewPlanned
  | ReviewRecorded
  | ObligationRecorded
  | ResultRecorded
  | MannerStated
  | ReportExpected

export interface Pause {
  readonly suspension: PlacementSuspended
  readonly resumption?: PlacementResumed
}

export interface Extension {
  readonly request: ExtensionRequested
  readonly decision?: ExtensionDecided
}

interface Stay extends Agreed {
  /** Absent where presence was confirmed, or an end reported, and no start. */
  readonly startedOn?: StatedDate
  readonly confirmed: ReadonlyArray<PlacementPeriod>
}

export const evolve = (state: Placement, event: PlacementEvent): Placement => {
  switch (state._tag) {
    case 'NotRecorded':
      return opened(state, event)
    case 'Nominated':
      return nominated(state, event)
    case 'Attached':
    case 'Underway':
    case 'Over':
    case 'Cancelled':
      return continued(state, event)
  }
}

const nominated = (state: Extract<Placement, { readonly _tag: 'Nominated' }>, event: PlacementEvent): Placement => {
  if (event.type === 'OfficerAttached') return { ...attachedBy(event, state.nomination), waivers: state.waivers }
  if (event.type === 'RuleWaived') return { ...state, waivers: [...state.waivers, event] }
  return isOfNomination(event) ? { ...state, nomination: evolveNomination(state.nomination, event) } : state
}

const opened = (state: Placement, event: PlacementEvent): Placement => {
  if (event.type === 'OfficerAttached') return attachedBy(event)
  return event.type === 'OfficerNominated' ? { _tag: 'Nominated', nomination: nominatedBy(event), waivers: [] } : state
}

const attachedBy = (attachment: OfficerAttached, nomination?: Nominated): Attached => ({
  _tag: 'Attached',
  attachment,
  papers: [],
  waivers: [],
  pauses: [],
  ...(nomination !== undefined && { nomination }),
})

const NOMINATION: { readonly [T in NominationEvent['type']]: true } = {
  OfficerNominated: true,
  NominationApproved: true,
  NominationRefused: true,
  NominationAppealed: true,
  AppealAnswered: true,
  NominationResubmitted: true,
  OfficerWithdrawn: true,
}
const isOfNomination = (event: PlacementEvent): event is NominationEvent => Object.hasOwn(NOMINATION, event.type)

const continued = (state: Attached | Underway | Over | Cancelled, event: PlacementEvent): Placement => {
  switch (event.type) {
    case 'OfficerAttached':
      return state
    case 'PlacementStarted':
      return state._tag === 'Cancelled' ? state : { ...begun(state), startedOn: event.on }
    case 'PlacementPeriodConfirmed':
      return state._tag === 'Cancelled' ? state : confirmedFor(begun(state), event)
    case 'PlacementCompleted':
    case 'PlacementCurtailed':
      return state._tag === 'Cancelled' ? state : { ...begun(state), _tag: 'Over', ending: event }
    case 'PlacementCancelled':
      return calledOff(state, event)
    case 'OfficerWithdrawn':
      return calledOff(state, event)
    case 'OfficerNominated':
    case 'NominationApproved':
    case 'NominationRefused':
    case 'NominationAppealed':
    case 'AppealAnswered':
    case 'NominationResubmitted':
      return state.nomination === undefined ? state : { ...state, nomination: evolveNomination(state.nomination, event) }
    case 'ReflectionRecorded':
    case 'ReflectionConsentSet':
    case 'ReportReceived':
      return { ...state, papers: [...state.papers, event] }
    case 'ExtensionRequested':
    case 'ExtensionDecided':
    case 'LegChanged':
    case 'PlacementSuspended':
    case 'PlacementResumed':
    case 'CoverRecorded':
    case 'ReviewPlanned':
    case 'ReviewRecorded':
    case 'ObligationRecorded':
    case 'ResultRecorded':
    case 'MannerStated':
    case 'ReportExpected':
    case 'RuleWaived':
      return { ...state, ...inCourse(state, event) }
  }
}

const inCourse = (state: Agreed, event: CourseEvent): Partial<Agreed> => {
  switch (event.type) {
    case 'ExtensionRequested':
      return { extension: { request: event } }
    case 'ExtensionDecided':
      return {
        ...(state.extension !== undefined && { extension: { ...state.extension, decision: event } }),
        ...(event.outcome === 'granted' && { extendedTo: event.to }),
      }
    case 'PlacementSuspended':
      return { pauses: [...state.pauses, { suspension: event }] }
    case 'PlacementResumed':
      return { pauses: state.pauses.map((pause, n) => (n === state.pauses.length - 1 ? { ...pause, resumption: event } : pause)) }
    case 'LegChanged':
    case 'CoverRecorded':
    case 'ReviewPlanned':
    case 'ReviewRecorded':
    case 'ObligationRecorded':
    case 'ResultRecorded':
    case 'MannerStated':
    case 'ReportExpected':
      return { papers: [...state.papers, event] }
    case 'RuleWaived':
      return { waivers: [...state.waivers, event] }
  }
}

const calledOff = (
  { attachment, nomination, papers, pauses, waivers }: Agreed,
  cancellation: PlacementCancelled | OfficerWithdrawn,
): Cancelled => ({
  _tag: 'Cancelled',
  attachment,
  papers,
  pauses,
  waivers,
  cancellation,
  ...(nomination !== undefined && { nomination }),
})

const begun = (state: Attached | Underway | Over): Underway | Over =>
  state._tag === 'Attached' ? { ...state, _tag: 'Underway', confirmed: [] } : state

const confirmedFor = (state: Underway | Over, period: PlacementPeriod): Underway | Over => ({
  ...state,
  confirmed: [...state.confirmed, period],
})

/** The period as it stands: the start on record where there is one, the end as last granted, else what was agreed. */
export const presentPeriod = (state: Attached | Underway | Over): Period => {
  const { attachment, extendedTo } = state
  const startedOn = state._tag === 'Attached' ? undefined : state.startedOn
  return {
    ...attachment.period,
    ...(startedOn !== undefined && { start: startedOn }),
    ...(extendedTo !== undefined && { end: extendedTo }),
  }
}

/** What each later event repeats. */
export const keysOf = ({ placement, officer, programme, batch, partOf }: PlacementKeys): PlacementKeys => ({
  placement,
  officer,
  programme,
  ...(batch !== undefined && { batch }),
  ...(partOf !== undefined && { partOf }),
})
