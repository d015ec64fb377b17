import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { OccasionCommand } from '../../src/domain/occasions/commands.js'
import type { OccasionEvent } from '../../src/domain/occasions/events.js'
import type { SessionCommand } from '../../src/domain/occasions/session-commands.js'
import type { AnyId } from '../../src/domain/vocabulary/id.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { occasionCommands } from '../../src/events/occasion.js'

/** The fields of an event's golden file, every optional one among them: its command has the same. */
const fieldsOf = (event: OccasionEvent['type']): object =>
  JSON.parse(readFileSync(new URL(`./golden/${event}.1.json`, import.meta.url), 'utf8')).data

// What is asked of an occasion as a session is tried apart.
const complete: { readonly [T in Exclude<OccasionCommand, SessionCommand>['type']]: object } = {
  ScheduleOccasion: { ...fieldsOf('OccasionScheduled'), type: 'ScheduleOccasion' },
  PostponeOccasion: { ...fieldsOf('OccasionPostponed'), type: 'PostponeOccasion' },
  CancelOccasion: { ...fieldsOf('OccasionCancelled'), type: 'CancelOccasion' },
  ReviseOccasion: { ...fieldsOf('OccasionRevised'), type: 'ReviseOccasion' },
  RecordBriefing: { ...fieldsOf('BriefingHeld'), type: 'RecordBriefing' },
  RecordCeremony: { ...fieldsOf('CeremonyHeld'), type: 'RecordCeremony' },
  RecordMeeting: { ...fieldsOf('MeetingHeld'), type: 'RecordMeeting' },
  RecordHeadcount: { ...fieldsOf('HeadcountRecorded'), type: 'RecordHeadcount' },
  RecordAttendance: { ...fieldsOf('AttendanceRecorded'), type: 'RecordAttendance' },
  ExcuseAbsence: { ...fieldsOf('AbsenceExcused'), type: 'ExcuseAbsence' },
  MarkSameOccasion: { ...fieldsOf('OccasionMarkedSame'), type: 'MarkSameOccasion' },
}

const codecOf = (type: OccasionCommand['type']): Decoder<unknown, OccasionCommand> => occasionCommands[type]
const pathsOf = (type: OccasionCommand['type'], value: unknown): ReadonlyArray<string> => {
  const decoded = codecOf(type).decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}
const types: ReadonlyArray<keyof typeof complete> = [
  'ScheduleOccasion',
  'PostponeOccasion',
  'CancelOccasion',
  'ReviseOccasion',
  'RecordBriefing',
  'RecordCeremony',
  'RecordMeeting',
  'RecordHeadcount',
  'RecordAttendance',
  'ExcuseAbsence',
  'MarkSameOccasion',
]
const fields = types.flatMap((type) => Object.keys(complete[type]).map((field) => [type, field] as const))

describe('each command of an occasion as it is written', () => {
  test.each(types)('%s is read as it stands', (type) => expect(codecOf(type).decode(complete[type])).toStrictEqual(E.right(complete[type])))

  test.each(types)('%s is refused without its id, with an id of another kind, and with an unknown field', (type) => {
    expect(pathsOf(type, { ...complete[type], occasion: undefined })).toStrictEqual(['occasion'])
    for (const id of ['person-1', 'occasion-', 'occasion-$all', `occasion-${'x'.repeat(101)}`])
      expect(pathsOf(type, { ...complete[type], occasion: id })).toStrictEqual(['occasion'])
    expect(pathsOf(type, { ...complete[type], colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(types)('%s is refused where it is no object of that type', (type) => {
    for (const value of [null, undefined, 7, type, [complete[type]]]) expect(pathsOf(type, value)).toStrictEqual([''])
    expect(pathsOf(type, { ...complete[type], type: 'toString' })).toStrictEqual(['type'])
  })

  test.each(fields)('%s is refused where %s is nothing, empty, negative, or an object of somebody else', (type, field) => {
    for (const value of [null, '', -1, { hostile: true }])
      expect(pathsOf(type, { ...complete[type], [field]: value })[0]?.startsWith(field)).toBe(true)
  })

  test.each<[keyof typeof complete, string, object, string]>([
    ['ScheduleOccasion', 'no kind', { kind: undefined }, 'kind'],
    ['ScheduleOccasion', 'a kind that is not known', { kind: 'party' }, 'kind'],
    ['ScheduleOccasion', 'an empty list of titles', { titles: [] }, 'titles'],
    ['ScheduleOccasion', 'a title that is only text', { titles: ['Launch'] }, 'titles[0]'],
    ['ScheduleOccasion', 'an impossible day', { on: { edtf: '2021-02-29' } }, 'on.edtf'],
    ['ScheduleOccasion', 'words for its last day', { lastDay: 'Friday' }, 'lastDay'],
    ['ScheduleOccasion', 'a venue of more than 300 characters', { venue: 'x'.repeat(301) }, 'venue'],
    ['ScheduleOccasion', 'a place of control characters', { place: 'Hong\u0007Kong' }, 'place'],
    ['ScheduleOccasion', 'a mode that is not known', { mode: 'by post' }, 'mode'],
    ['ScheduleOccasion', 'a purpose of more than 10,000 characters', { purpose: 'x'.repeat(10_001) }, 'purpose'],
    ['ScheduleOccasion', 'a bare list of themes', { themes: ['trade'] }, 'themes'],
    ['ScheduleOccasion', 'a bare word for what prompted it', { promptedBy: 'the sessions' }, 'promptedBy'],
    ['ScheduleOccasion', 'nothing said of what prompted it', { promptedBy: { ended: { edtf: '2025-03' } } }, 'promptedBy.words'],
    [
      'ScheduleOccasion',
      'an impossible end of what prompted it',
      { promptedBy: { words: 'the sessions', ended: { edtf: '2025-3' } } },
      'promptedBy.ended.edtf',
    ],
    ['ScheduleOccasion', 'words for its order', { order: { before: ['the signing'] } }, 'order.before[0]'],
    ['ScheduleOccasion', 'more than 50 things before it', { order: { after: Array(51).fill('occasion-1') } }, 'order.after'],
    ['ScheduleOccasion', 'a person it is part of', { partOf: { _tag: 'named', value: 'person-1' } }, 'partOf.value'],
    ['ScheduleOccasion', 'a bare id of what it is part of', { partOf: 'series-1' }, 'partOf'],
    ['ScheduleOccasion', 'more than 500 roles', { roles: Array(501).fill({ role: 'present', person: 'person-1' }) }, 'roles'],
    [
      'ScheduleOccasion',
      'a role without a word for it',
      { roles: [{ role: 'host', person: 'person-1' }, { person: 'person-2' }] },
      'roles[1].role',
    ],
    [
      'ScheduleOccasion',
      'an organisation as the person',
      {
        roles: [
          { role: 'host', person: 'person-1' },
          { role: 'host', person: 'organisation-1' },
        ],
      },
      'roles[1].person',
    ],
    [
      'ScheduleOccasion',
      'a person as the organisation',
      {
        roles: [
          { role: 'host', person: 'person-1' },
          { role: 'host', organisation: 'person-1' },
        ],
      },
      'roles[1].organisation',
    ],
    [
      'ScheduleOccasion',
      'a bare title',
      {
        roles: [
          { role: 'host', person: 'person-1' },
          { role: 'host', person: 'person-2', capacities: ['Commissioner'] },
        ],
      },
      'roles[1].capacities[0]',
    ],
    [
      'ScheduleOccasion',
      'more than 10 titles of one person',
      {
        roles: [
          { role: 'host', person: 'person-1' },
          { role: 'host', person: 'person-2', capacities: Array(11).fill({ title: 'Director' }) },
        ],
      },
      'roles[1].capacities',
    ],
    [
      'ScheduleOccasion',
      'somebody expressly not invited',
      {
        roles: [
          { role: 'host', person: 'person-1' },
          { role: 'host', person: 'person-2', invited: false },
        ],
      },
      'roles[1].invited',
    ],
    [
      'ScheduleOccasion',
      'a standing that is not known',
      {
        roles: [
          { role: 'host', person: 'person-1' },
          { role: 'host', person: 'person-2', attended: 'yes' },
        ],
      },
      'roles[1].attended',
    ],
    ['PostponeOccasion', 'an impossible day', { to: { edtf: '2022-00' } }, 'to.edtf'],
    ['CancelOccasion', 'a reason of blanks', { why: ' ' }, 'why'],
    ['ReviseOccasion', 'a kind that is not known', { kind: 'party' }, 'kind'],
    ['ReviseOccasion', 'an attendance, which is recorded apart', { attendance: {} }, 'attendance'],
    ['RecordBriefing', 'no kind', { kind: undefined }, 'kind'],
    ['RecordBriefing', 'a ceremony for a briefing', { kind: 'ceremony' }, 'kind'],
    ['RecordBriefing', 'a bare number of people', { attendance: 350 }, 'attendance'],
    ['RecordBriefing', 'a negative figure', { attendance: { figure: { kind: 'about', n: -350 } } }, 'attendance.figure.n'],
    ['RecordBriefing', 'half a person', { attendance: { figure: { kind: 'exact', n: 0.5 } } }, 'attendance.figure.n'],
    ['RecordBriefing', 'a bare list of categories', { attendance: { categories: ['Permanent Secretaries'] } }, 'attendance.categories'],
    ['RecordCeremony', 'a kind, which it has already', { kind: 'ceremony' }, 'kind'],
    ['RecordMeeting', 'a kind, which it has already', { kind: 'meeting' }, 'kind'],
    ['RecordHeadcount', 'no attendance', { attendance: undefined }, 'attendance'],
    ['RecordHeadcount', 'a figure of an unknown kind', { attendance: { figure: { kind: 'roughly', n: 350 } } }, 'attendance.figure.kind'],
    ['RecordAttendance', 'an empty roll', { roll: [] }, 'roll'],
    [
      'RecordAttendance',
      'a roll of more than 5,000',
      { roll: Array(5_001).fill({ person: 'person-1', status: 'late', standing: 'not stated' }) },
      'roll',
    ],
    ['RecordAttendance', 'a name on the roll', { roll: [{ person: 'Someone', status: 'late', standing: 'not stated' }] }, 'roll[0].person'],
    [
      'RecordAttendance',
      'a status that is not known',
      { roll: [{ person: 'person-1', status: 'asleep', standing: 'not stated' }] },
      'roll[0].status',
    ],
    ['RecordAttendance', 'no standing to the figure', { roll: [{ person: 'person-1', status: 'late' }] }, 'roll[0].standing'],
    ['RecordAttendance', 'a hole in the roll', { roll: [null] }, 'roll[0]'],
    ['ExcuseAbsence', 'nobody', { person: undefined }, 'person'],
    ['ExcuseAbsence', 'an organisation', { person: 'organisation-1' }, 'person'],
    ['MarkSameOccasion', 'a series for the other occasion', { same: 'series-1' }, 'same'],
    ['MarkSameOccasion', 'no reason', { why: undefined }, 'why'],
  ])('%s is refused with %s', (type, _, fault, path) => expect(pathsOf(type, { ...complete[type], ...fault })).toStrictEqual([path]))

  it('needs no more than its id', () => {
    for (const type of ['CancelOccasion', 'ReviseOccasion', 'RecordCeremony', 'RecordMeeting'] as const)
      expect(codecOf(type).decode({ type, occasion: 'occasion-1' })._tag).toBe('Right')
  })

  it('names the other things that it rests on', () => {
    const mentioned = new Set<AnyId>()
    occasionCommands.RecordMeeting.mentions(
      {
        type: 'RecordMeeting',
        occasion: 'occasion-1',
        order: { before: ['agreement-1'] },
        partOf: { _tag: 'named', value: 'series-1' },
        roles: [{ role: 'leader', person: 'person-1', organisation: 'organisation-1', invitedBy: 'organisation-2' }],
      },
      mentioned,
    )
    expect([...mentioned].sort()).toStrictEqual(['agreement-1', 'occasion-1', 'organisation-1', 'organisation-2', 'person-1', 'series-1'])
  })
})
