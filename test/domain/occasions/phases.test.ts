import { describe, expect, test } from 'vitest'
import type { OccasionCommand } from '../../../src/domain/occasions/commands.js'
import type { OccasionEvent } from '../../../src/domain/occasions/events.js'
import { occasion } from '../../../src/domain/occasions/occasion.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(occasion)

const id = 'occasion-talk-2'
const scheduled: OccasionEvent = { type: 'OccasionScheduled', occasion: id, kind: 'talk' }
const postponed: OccasionEvent = { type: 'OccasionPostponed', occasion: id }
const cancelled: OccasionEvent = { type: 'OccasionCancelled', occasion: id }
const held: OccasionEvent = { type: 'BriefingHeld', occasion: id, kind: 'talk' }

const phases = {
  'not recorded': [],
  scheduled: [scheduled],
  postponed: [scheduled, postponed],
  cancelled: [scheduled, cancelled],
  held: [held],
  'held as planned': [scheduled, postponed, held],
} as const
const phaseNames = ['not recorded', 'scheduled', 'postponed', 'cancelled', 'held', 'held as planned'] as const

const commands: { readonly [T in OccasionCommand['type']]: OccasionCommand } = {
  ScheduleOccasion: { type: 'ScheduleOccasion', occasion: id, kind: 'lecture' },
  PostponeOccasion: { type: 'PostponeOccasion', occasion: id, to: { edtf: '2022-05' } },
  CancelOccasion: { type: 'CancelOccasion', occasion: id },
  ReviseOccasion: { type: 'ReviseOccasion', occasion: id, venue: 'City Hall' },
  RecordBriefing: { type: 'RecordBriefing', occasion: id, kind: 'talk' },
  RecordCeremony: { type: 'RecordCeremony', occasion: id },
  RecordMeeting: { type: 'RecordMeeting', occasion: id },
  RecordHeadcount: { type: 'RecordHeadcount', occasion: id, attendance: { figure: { kind: 'about', n: 350 } } },
  RecordAttendance: {
    type: 'RecordAttendance',
    occasion: id,
    roll: [{ person: 'person-1', status: 'attended', standing: 'not stated' }],
  },
  ExcuseAbsence: { type: 'ExcuseAbsence', occasion: id, person: 'person-1' },
  MarkSameOccasion: { type: 'MarkSameOccasion', occasion: id, same: 'occasion-7', why: 'the newsletter reports the same talk' },
  DefineStatusSet: {
    type: 'DefineStatusSet',
    occasion: id,
    statuses: [{ code: 'P', words: 'present', stage: 'attendance', weight: 1, attended: true }],
  },
  MarkRoll: { type: 'MarkRoll', occasion: id, marks: [{ person: 'person-1', code: 'attended' }] },
  AddGuest: { type: 'AddGuest', occasion: id, guest: 'guest 1', describedAs: 'a visitor', standing: 'not stated' },
  IdentifyGuest: { type: 'IdentifyGuest', occasion: id, guest: 'guest 1', person: 'person-1' },
  SetBlocks: { type: 'SetBlocks', occasion: id, blocks: [{ on: '2022-05-01', from: '09:00', to: '10:00' }] },
  RecordMakeUp: { type: 'RecordMakeUp', occasion: id, person: 'person-1', equivalence: 'tested out', why: 'passed the test' },
  AskFeedback: { type: 'AskFeedback', occasion: id },
  GiveFeedback: { type: 'GiveFeedback', occasion: id, person: 'person-1', words: 'clear' },
  RecordGrade: { type: 'RecordGrade', occasion: id, person: 'person-1', passed: true },
  RecordHours: { type: 'RecordHours', occasion: id, dutyHours: { kind: 'exact', n: 2 }, basis: 'actual' },
  RecordCosts: {
    type: 'RecordCosts',
    occasion: id,
    item: 'hall',
    amount: { currency: 'HKD', amount: { kind: 'exact', n: 800 } },
    basis: 'actual',
  },
}

const unknown = 'OccasionNotRecorded'
const isHeld = 'OccasionAlreadyHeld'
const isCancelled = 'OccasionIsCancelled'
const notHeld = 'OccasionNotHeld'
const holding = (event: OccasionEvent['type']) => [`records ${event}`, `records ${event}`, `records ${event}`, isCancelled, isHeld, isHeld]
const onceHeld = (event: OccasionEvent['type']) => [unknown, notHeld, notHeld, isCancelled, `records ${event}`, `records ${event}`]
const planning = (event: OccasionEvent['type'], whenCancelled: string) => [
  unknown,
  `records ${event}`,
  `records ${event}`,
  whenCancelled,
  isHeld,
  isHeld,
]

const unlessCancelled = (event: OccasionEvent['type']) => [
  unknown,
  `records ${event}`,
  `records ${event}`,
  isCancelled,
  `records ${event}`,
  `records ${event}`,
]

/** For each command its outcomes, in the order of the phases. */
const outcomes: { readonly [T in OccasionCommand['type']]: ReadonlyArray<string> } = {
  ScheduleOccasion: ['records OccasionScheduled', 'OccasionAlreadyScheduled', 'OccasionAlreadyScheduled', isCancelled, isHeld, isHeld],
  PostponeOccasion: planning('OccasionPostponed', isCancelled),
  CancelOccasion: planning('OccasionCancelled', 'stays quiet'),
  ReviseOccasion: [
    unknown,
    'records OccasionRevised',
    'records OccasionRevised',
    isCancelled,
    'records OccasionRevised',
    'records OccasionRevised',
  ],
  RecordBriefing: holding('BriefingHeld'),
  RecordCeremony: holding('CeremonyHeld'),
  RecordMeeting: holding('MeetingHeld'),
  RecordHeadcount: onceHeld('HeadcountRecorded'),
  RecordAttendance: onceHeld('AttendanceRecorded'),
  ExcuseAbsence: onceHeld('AbsenceExcused'),
  MarkSameOccasion: [unknown, ...Array.from({ length: 5 }, () => 'records OccasionMarkedSame')],
  DefineStatusSet: unlessCancelled('StatusSetDefined'),
  MarkRoll: onceHeld('RollMarked'),
  AddGuest: onceHeld('GuestAdded'),
  IdentifyGuest: [unknown, notHeld, notHeld, isCancelled, 'GuestNotOnRecord', 'GuestNotOnRecord'],
  SetBlocks: unlessCancelled('BlocksSet'),
  RecordMakeUp: onceHeld('MakeUpRecorded'),
  AskFeedback: onceHeld('FeedbackAsked'),
  GiveFeedback: onceHeld('FeedbackGiven'),
  RecordGrade: onceHeld('GradeRecorded'),
  RecordHours: unlessCancelled('HoursRecorded'),
  RecordCosts: [unknown, ...Array.from({ length: 5 }, () => 'records CostsRecorded')],
}

describe.each(Object.values(commands))('$type', (command) => {
  test.each(phaseNames.map((phase, at) => [phase, outcomes[command.type][at]] as const))('on an occasion %s: %s', (phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(command)
        .outcome(),
    ).toBe(outcome),
  )
})

test('events out of their order change no phase: whatever was recorded can be replayed', () => {
  const strays: ReadonlyArray<OccasionEvent> = [
    postponed,
    cancelled,
    { type: 'OccasionRevised', occasion: id, venue: 'City Hall' },
    { type: 'HeadcountRecorded', occasion: id, attendance: {} },
    { type: 'AttendanceRecorded', occasion: id, roll: [] },
    { type: 'AbsenceExcused', occasion: id, person: 'person-1' },
    { type: 'OccasionMarkedSame', occasion: id, same: 'occasion-7', why: 'the same' },
  ]
  expect(strays.reduce(occasion.evolve, occasion.initialState)).toStrictEqual({ _tag: 'NotRecorded' })
  given(scheduled, cancelled, held, scheduled).when(commands.RecordBriefing).thenRefused({ _tag: isCancelled, occasion: id })
  given(held, { type: 'MeetingHeld', occasion: id }, cancelled)
    .when(commands.RecordHeadcount)
    .then({
      type: 'HeadcountRecorded',
      occasion: id,
      attendance: { figure: { kind: 'about', n: 350 } },
    })
})

test('all are of one stream', () => {
  expect(occasion.streamOf(commands.CancelOccasion)).toBe(id)
  expect(occasion.subjectOf(held)).toBe(id)
  expect(Object.keys(occasion.commands).sort()).toStrictEqual(Object.keys(commands).sort())
})
