import type { CivilDate } from '../vocabulary/civil-date.js'
import type { OccasionId, PersonId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type {
  Block,
  Blocks,
  CodedRoll,
  Costs,
  Feedback,
  FeedbackRequest,
  Grade,
  Guest,
  Hours,
  Identification,
  MakeUp,
  StatusSet,
} from './session-events.js'

/**
 * The session's roll has statuses of its own: `StatusSetDefined`. Refused where a code stands twice (`StatusDefinedTwice`), or a sign-up
 * counts as attendance (`SignUpIsNoAttendance`).
 */
export type DefineStatusSet = { readonly type: 'DefineStatusSet' } & StatusSet
/**
 * Who signed up, and who came, by the session's statuses: `RollMarked`, with the marks that are news. Refused for a code that the session does
 * not have (`UnknownStatus`); attendance is refused for what was not held (`OccasionNotHeld`) or had not ended (`OccasionNotEnded`).
 * Another mark on record refuses a decision and flags a report (`AlreadyMarked`).
 */
export type MarkRoll = { readonly type: 'MarkRoll' } & CodedRoll
/** Somebody unnamed came: `GuestAdded`. Refused where the guest was described otherwise (`GuestAlreadyAdded`). */
export type AddGuest = { readonly type: 'AddGuest' } & Guest
/** Who a guest was: `GuestIdentified`. Refused for an unknown guest, and for one who was identified as somebody else. */
export type IdentifyGuest = { readonly type: 'IdentifyGuest' } & Identification
/** The time blocks: `BlocksSet`. Refused where one ends before it starts, two overlap, or one lies surely outside the occasion's days. */
export type SetBlocks = { readonly type: 'SetBlocks' } & Blocks
/** A missed session counts as met: `MakeUpRecorded`. Refused of somebody who attended it (`NotMissed`), and by the session itself. */
export type RecordMakeUp = { readonly type: 'RecordMakeUp' } & MakeUp
/** Those who attended are to say what they think: `FeedbackAsked`. Refused for what was not held. */
export type AskFeedback = { readonly type: 'AskFeedback' } & FeedbackRequest
/**
 * What one of them thinks: `FeedbackGiven`. Refused from somebody absent (`FeedbackFromAbsent`; flagged where nobody says who came), and a
 * second time (`FeedbackAlreadyGiven`).
 */
export type GiveFeedback = { readonly type: 'GiveFeedback' } & Feedback
/** What somebody achieved: `GradeRecorded`. Refused where nothing is said of it, or where something else is on record (`GradedOtherwise`). */
export type RecordGrade = { readonly type: 'RecordGrade' } & Grade
/** Time spent: `HoursRecorded`. Refused where neither hours of duty nor others are stated (`HoursNotStated`). */
export type RecordHours = { readonly type: 'RecordHours' } & Hours
/** An item of cost: `CostsRecorded`. Refused where the shares come to more than the whole (`SharesExceedWhole`). */
export type RecordCosts = { readonly type: 'RecordCosts' } & Costs

/** What may be asked of an occasion as a session. */
export type SessionCommand =
  | DefineStatusSet
  | MarkRoll
  | AddGuest
  | IdentifyGuest
  | SetBlocks
  | RecordMakeUp
  | AskFeedback
  | GiveFeedback
  | RecordGrade
  | RecordHours
  | RecordCosts

/** Why something is not recorded of a session. */
export type SessionRefusal =
  | { readonly _tag: 'StatusDefinedTwice'; readonly occasion: OccasionId; readonly code: string }
  | { readonly _tag: 'SignUpIsNoAttendance'; readonly occasion: OccasionId; readonly code: string }
  /** `known` are the codes that the session's roll has. */
  | { readonly _tag: 'UnknownStatus'; readonly occasion: OccasionId; readonly code: string; readonly known: ReadonlyArray<string> }
  /** The roll is said to have been taken before the occasion's last day. */
  | { readonly _tag: 'OccasionNotEnded'; readonly occasion: OccasionId; readonly takenOn: CivilDate; readonly ends: StatedDate }
  | { readonly _tag: 'GuestNotOnRecord'; readonly occasion: OccasionId; readonly guest: string }
  | { readonly _tag: 'GuestAlreadyAdded'; readonly occasion: OccasionId; readonly guest: string; readonly describedAs: string }
  | { readonly _tag: 'GuestAlreadyIdentified'; readonly occasion: OccasionId; readonly guest: string; readonly person: PersonId }
  | { readonly _tag: 'BlockEndsBeforeStart'; readonly occasion: OccasionId; readonly block: Block }
  | { readonly _tag: 'BlocksOverlap'; readonly occasion: OccasionId; readonly block: Block; readonly other: Block }
  | { readonly _tag: 'BlockOutsideOccasion'; readonly occasion: OccasionId; readonly block: Block; readonly on: StatedDate }
  /** The person attended what is said to have been missed. */
  | { readonly _tag: 'NotMissed'; readonly occasion: OccasionId; readonly person: PersonId }
  | { readonly _tag: 'MadeUpByItself'; readonly occasion: OccasionId; readonly person: PersonId }
  | { readonly _tag: 'FeedbackFromAbsent'; readonly occasion: OccasionId; readonly person: PersonId; readonly status: string }
  | { readonly _tag: 'FeedbackAlreadyGiven'; readonly occasion: OccasionId; readonly person: PersonId }
  | { readonly _tag: 'NothingStated'; readonly occasion: OccasionId; readonly person: PersonId }
  | { readonly _tag: 'GradedOtherwise'; readonly occasion: OccasionId; readonly person: PersonId; readonly field: 'grade' | 'passed' }
  | { readonly _tag: 'HoursNotStated'; readonly occasion: OccasionId }
  | { readonly _tag: 'SharesExceedWhole'; readonly occasion: OccasionId; readonly item: string; readonly percent: number }
