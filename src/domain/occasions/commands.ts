import type { Count } from '../vocabulary/count.js'
import type { AnyId, OccasionId, PersonId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  Cancellation,
  Excuse,
  Headcount,
  HeldBriefing,
  HeldOccasion,
  Mark,
  Postponement,
  Revision,
  Roll,
  Sameness,
  Schedule,
} from './events.js'

export type ScheduleOccasion = { readonly type: 'ScheduleOccasion' } & Schedule
export type PostponeOccasion = { readonly type: 'PostponeOccasion' } & Postponement
export type CancelOccasion = { readonly type: 'CancelOccasion' } & Cancellation
export type ReviseOccasion = { readonly type: 'ReviseOccasion' } & Revision
export type RecordBriefing = { readonly type: 'RecordBriefing' } & HeldBriefing
export type RecordCeremony = { readonly type: 'RecordCeremony' } & HeldOccasion
export type RecordMeeting = { readonly type: 'RecordMeeting' } & HeldOccasion
export type RecordHeadcount = { readonly type: 'RecordHeadcount' } & Headcount
export type RecordAttendance = { readonly type: 'RecordAttendance' } & Roll
export type ExcuseAbsence = { readonly type: 'ExcuseAbsence' } & Excuse
export type MarkSameOccasion = { readonly type: 'MarkSameOccasion' } & Sameness

export type OccasionCommand =
  | ScheduleOccasion
  | PostponeOccasion
  | CancelOccasion
  | ReviseOccasion
  | RecordBriefing
  | RecordCeremony
  | RecordMeeting
  | RecordHeadcount
  | RecordAttendance
  | ExcuseAbsence
  | MarkSameOccasion

export type OccasionRefusal =
  | { readonly _tag: 'OccasionNotRecorded'; readonly occasion: OccasionId }
  | { readonly _tag: 'OccasionAlreadyScheduled'; readonly occasion: OccasionId }
  | { readonly _tag: 'OccasionNotHeld'; readonly occasion: OccasionId }
  | { readonly _tag: 'OccasionAlreadyHeld'; readonly occasion: OccasionId }
  | { readonly _tag: 'OccasionIsCancelled'; readonly occasion: OccasionId }
  /** Of a held occasion only what was not stated can be added: what was wrong is corrected, what another source says is a dispute. */
  | { readonly _tag: 'AlreadyStated'; readonly occasion: OccasionId; readonly field: string }
  | { readonly _tag: 'PostponedToEarlierDay'; readonly occasion: OccasionId; readonly on: StatedDate; readonly to: StatedDate }
  | { readonly _tag: 'EndBeforeStart'; readonly occasion: OccasionId; readonly on: StatedDate; readonly lastDay: StatedDate }
  /** Neither a person nor an organisation is named for the role. */
  | { readonly _tag: 'RoleOfNobody'; readonly occasion: OccasionId; readonly role: string }
  /** It is said to lie before, or after, itself; or both before and after another. */
  | { readonly _tag: 'OrderContradictsItself'; readonly occasion: OccasionId; readonly other: AnyId }
  | { readonly _tag: 'RollContradictsItself'; readonly occasion: OccasionId; readonly person: PersonId }
  /** More people are named within the figure than it counts. */
  | { readonly _tag: 'RollLargerThanFigure'; readonly occasion: OccasionId; readonly figure: Count; readonly named: number }
  /** Another mark of the same person is on record. */
  | { readonly _tag: 'AlreadyMarked'; readonly occasion: OccasionId; readonly recorded: Mark; readonly given: Mark }
  | { readonly _tag: 'SameAsItself'; readonly occasion: OccasionId }
