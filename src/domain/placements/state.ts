import type { StatedDate } from '../vocabulary/stated-date.js'
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

export type Placement =
  | { readonly _tag: 'NotRecorded' }
  | Attached
  | Underway
  | Over
  | ({ readonly _tag: 'Cancelled'; readonly cancellation: PlacementCancelled } & Agreed)

/** Agreed, and no start on record. */
export type Attached = { readonly _tag: 'Attached' } & Agreed
/** The start, or any day of presence, is on record. */
export type Underway = { readonly _tag: 'Underway' } & Stay
export type Over = { readonly _tag: 'Over'; readonly ending: PlacementCompleted | PlacementCurtailed } & Stay

interface Agreed {
  readonly attachment: OfficerAttached
  readonly papers: ReadonlyArray<Paper>
}

export type Paper = ReflectionRecorded | ReportReceived

interface Stay extends Agreed {
  /** Absent where presence was confirmed, or an end reported, and no start. */
  readonly startedOn?: StatedDate
  readonly confirmed: ReadonlyArray<PlacementPeriod>
}

export const evolve = (state: Placement, event: PlacementEvent): Placement => {
  if (state._tag === 'NotRecorded') return event.type === 'OfficerAttached' ? { _tag: 'Attached', attachment: event, papers: [] } : state
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
      return { _tag: 'Cancelled', attachment: state.attachment, papers: state.papers, cancellation: event }
    case 'ReflectionRecorded':
    case 'ReportReceived':
      return { ...state, papers: [...state.papers, event] }
  }
}

const begun = (state: Attached | Underway | Over): Underway | Over =>
  state._tag === 'Attached' ? { ...state, _tag: 'Underway', confirmed: [] } : state

const confirmedFor = (state: Underway | Over, period: PlacementPeriod): Underway | Over => ({
  ...state,
  confirmed: [...state.confirmed, period],
})

/** What each later event repeats. */
export const keysOf = ({ placement, officer, programme, batch, partOf }: OfficerAttached): PlacementKeys => ({
  placement,
  officer,
  programme,
  ...(batch !== undefined && { batch }),
  ...(partOf !== undefined && { partOf }),
})
