import type {
  CancelOccasion,
  ExcuseAbsence,
  MarkSameOccasion,
  OccasionCommand,
  PostponeOccasion,
  RecordAttendance,
  RecordBriefing,
  RecordCeremony,
  RecordHeadcount,
  RecordMeeting,
  ReviseOccasion,
  ScheduleOccasion,
} from '../domain/occasions/commands.js'
import type {
  AbsenceExcused,
  AttendanceRecorded,
  BriefingHeld,
  BriefingKind,
  Cancellation,
  CeremonyHeld,
  Excuse,
  Headcount,
  HeadcountRecorded,
  HeldBriefing,
  HeldOccasion,
  MeetingHeld,
  OccasionCancelled,
  OccasionEvent,
  OccasionKind,
  OccasionMarkedSame,
  OccasionPostponed,
  OccasionRevised,
  OccasionScheduled,
  Postponement,
  Revision,
  Roll,
  Sameness,
  Schedule,
} from '../domain/occasions/events.js'
import type { Codec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { optional, type Props } from './codec/object.js'
import { idOf, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { attendance, mark, particulars } from './occasion-particulars.js'
import { sessionCommands, sessionEvents } from './session.js'
import { statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const occasion = idOf('occasion')
const person = idOf('person')

const briefingKinds: ReadonlyArray<BriefingKind> = ['briefing', 'seminar', 'talk', 'lecture', 'site visit', 'other']
const kind: Codec<OccasionKind> = oneOf(...briefingKinds, 'ceremony', 'meeting')

const schedule: Props<Schedule> = { occasion, kind, ...particulars }
const revision: Props<Revision> = { occasion, kind: optional(kind), ...particulars }
const postponement: Props<Postponement> = { occasion, to: optional(statedDate), why: optional(prose) }
const cancellation: Props<Cancellation> = { occasion, why: optional(prose) }
const held: Props<HeldOccasion> = { occasion, ...particulars, attendance: optional(attendance) }
const briefing: Props<HeldBriefing> = { ...held, kind: oneOf(...briefingKinds) }
const headcount: Props<Headcount> = { occasion, attendance }
// Halls hold hundreds and online sessions thousands; a longer roll comes in several commands.
const roll: Props<Roll> = { occasion, roll: listOf(mark, { atLeast: 1, atMost: 5_000 }) }
const excuse: Props<Excuse> = { occasion, person, why: optional(prose) }
const sameness: Props<Sameness> = { occasion, same: occasion, why: prose }

export const occasionEvents: Catalogue<OccasionEvent> = {
  OccasionScheduled: first<OccasionScheduled>('OccasionScheduled', schedule),
  OccasionPostponed: first<OccasionPostponed>('OccasionPostponed', postponement),
  OccasionCancelled: first<OccasionCancelled>('OccasionCancelled', cancellation),
  OccasionRevised: first<OccasionRevised>('OccasionRevised', revision),
  BriefingHeld: first<BriefingHeld>('BriefingHeld', briefing),
  CeremonyHeld: first<CeremonyHeld>('CeremonyHeld', held),
  MeetingHeld: first<MeetingHeld>('MeetingHeld', held),
  HeadcountRecorded: first<HeadcountRecorded>('HeadcountRecorded', headcount),
  AttendanceRecorded: first<AttendanceRecorded>('AttendanceRecorded', roll),
  AbsenceExcused: first<AbsenceExcused>('AbsenceExcused', excuse),
  OccasionMarkedSame: first<OccasionMarkedSame>('OccasionMarkedSame', sameness),
  ...sessionEvents,
}

export const occasionCommands: Commands<OccasionCommand> = {
  ScheduleOccasion: commandCodec<ScheduleOccasion>('ScheduleOccasion', schedule),
  PostponeOccasion: commandCodec<PostponeOccasion>('PostponeOccasion', postponement),
  CancelOccasion: commandCodec<CancelOccasion>('CancelOccasion', cancellation),
  ReviseOccasion: commandCodec<ReviseOccasion>('ReviseOccasion', revision),
  RecordBriefing: commandCodec<RecordBriefing>('RecordBriefing', briefing),
  RecordCeremony: commandCodec<RecordCeremony>('RecordCeremony', held),
  RecordMeeting: commandCodec<RecordMeeting>('RecordMeeting', held),
  RecordHeadcount: commandCodec<RecordHeadcount>('RecordHeadcount', headcount),
  RecordAttendance: commandCodec<RecordAttendance>('RecordAttendance', roll),
  ExcuseAbsence: commandCodec<ExcuseAbsence>('ExcuseAbsence', excuse),
  MarkSameOccasion: commandCodec<MarkSameOccasion>('MarkSameOccasion', sameness),
  ...sessionCommands,
}
