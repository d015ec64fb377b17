import type {
  AddGuest,
  AskFeedback,
  DefineStatusSet,
  GiveFeedback,
  IdentifyGuest,
  MarkRoll,
  RecordCosts,
  RecordGrade,
  RecordHours,
  RecordMakeUp,
  SessionCommand,
  SetBlocks,
} from '../domain/occasions/session-commands.js'
import type {
  Block,
  Blocks,
  BlocksSet,
  CodedMark,
  CodedRoll,
  Costs,
  CostsRecorded,
  Feedback,
  FeedbackAsked,
  FeedbackGiven,
  FeedbackRequest,
  Grade,
  GradeRecorded,
  Guest,
  GuestAdded,
  GuestIdentified,
  Hours,
  HoursRecorded,
  Identification,
  MakeUp,
  MakeUpRecorded,
  RollMarked,
  SessionEvent,
  Status,
  StatusSet,
  StatusSetDefined,
} from '../domain/occasions/session-events.js'
import { type Codec, guardCodec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { flag, idOf, integer, line, listOf, oneOf, prose, text, truth } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { cost, numberUpTo, timeSpent } from './cost.js'
import { civilDate, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const occasion = idOf('occasion')
const person = idOf('person')
const code = text(40)
const standing = oneOf('within the figure', 'beside the figure', 'not stated')
const mode = oneOf('in person', 'online', 'recorded', 'mixed')

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/
const timeOfDay: Codec<string> = guardCodec(
  'a time of day, HH:MM',
  (value): value is string => typeof value === 'string' && CLOCK.test(value),
  { type: 'string', pattern: CLOCK.source },
)

const status = objectCodec<Status>('a status', {
  code,
  words: line,
  stage: oneOf('sign-up', 'attendance'),
  weight: numberUpTo(1),
  attended: flag,
})
const statuses = listOf(status, { atLeast: 1, atMost: 50 })

const mark = objectCodec<CodedMark>('a line of the roll', {
  person,
  code,
  standing: optional(standing),
  mode: optional(mode),
  sittingIn: optional(truth),
  note: optional(prose),
})

const block = objectCodec<Block>('a time block', { on: civilDate, from: timeOfDay, to: timeOfDay, what: optional(line) })
const score = objectCodec<NonNullable<Feedback['score']>>('a score', { points: numberUpTo(1_000), of: integer(1, 1_000) })

const statusSet: Props<StatusSet> = { occasion, statuses }
// As for attendance: a longer roll comes in several commands.
const roll: Props<CodedRoll> = { occasion, marks: listOf(mark, { atLeast: 1, atMost: 5_000 }), takenOn: optional(civilDate) }
const guest: Props<Guest> = { occasion, guest: line, describedAs: line, standing }
const identification: Props<Identification> = { occasion, guest: line, person }
const blocks: Props<Blocks> = { occasion, blocks: listOf(block, { atMost: 500 }) }
const makeUp: Props<MakeUp> = {
  occasion,
  person,
  by: optional(occasion),
  equivalence: oneOf('same session again', 'equivalent', 'tested out', 'outside activity', 'administrative'),
  why: prose,
}
const request: Props<FeedbackRequest> = { occasion, due: optional(civilDate) }
const feedback: Props<Feedback> = {
  occasion,
  person,
  score: optional(score),
  points: optional(listOf(prose, { atMost: 100 })),
  words: optional(prose),
  on: optional(statedDate),
}
const grade: Props<Grade> = { occasion, person, grade: optional(line), passed: optional(flag), comment: optional(prose) }
const hours: Props<Hours> = { occasion, ...timeSpent }
const costs: Props<Costs> = { occasion, ...cost }

export const sessionEvents: Catalogue<SessionEvent> = {
  StatusSetDefined: first<StatusSetDefined>('StatusSetDefined', statusSet),
  RollMarked: first<RollMarked>('RollMarked', { ...roll, statuses }),
  GuestAdded: first<GuestAdded>('GuestAdded', guest),
  GuestIdentified: first<GuestIdentified>('GuestIdentified', { ...identification, standing }),
  BlocksSet: first<BlocksSet>('BlocksSet', blocks),
  MakeUpRecorded: first<MakeUpRecorded>('MakeUpRecorded', makeUp),
  FeedbackAsked: first<FeedbackAsked>('FeedbackAsked', request),
  FeedbackGiven: first<FeedbackGiven>('FeedbackGiven', feedback),
  GradeRecorded: first<GradeRecorded>('GradeRecorded', grade),
  HoursRecorded: first<HoursRecorded>('HoursRecorded', hours),
  CostsRecorded: first<CostsRecorded>('CostsRecorded', costs),
}

export const sessionCommands: Commands<SessionCommand> = {
  DefineStatusSet: commandCodec<DefineStatusSet>('DefineStatusSet', statusSet),
  MarkRoll: commandCodec<MarkRoll>('MarkRoll', roll),
  AddGuest: commandCodec<AddGuest>('AddGuest', guest),
  IdentifyGuest: commandCodec<IdentifyGuest>('IdentifyGuest', identification),
  SetBlocks: commandCodec<SetBlocks>('SetBlocks', blocks),
  RecordMakeUp: commandCodec<RecordMakeUp>('RecordMakeUp', makeUp),
  AskFeedback: commandCodec<AskFeedback>('AskFeedback', request),
  GiveFeedback: commandCodec<GiveFeedback>('GiveFeedback', feedback),
  RecordGrade: commandCodec<RecordGrade>('RecordGrade', grade),
  RecordHours: commandCodec<RecordHours>('RecordHours', hours),
  RecordCosts: commandCodec<RecordCosts>('RecordCosts', costs),
}
