import { describe, expect, it } from 'vitest'
import type { OccasionCommand } from '../../../src/domain/occasions/commands.js'
import type { HeldBriefing, OccasionEvent, Role, Schedule } from '../../../src/domain/occasions/events.js'
import { occasion } from '../../../src/domain/occasions/occasion.js'
import { closedList, named, none } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(occasion)

const id = 'occasion-talk-2'
const speaker: Role = { role: 'speaker', person: 'person-1', capacities: [{ title: 'Commissioner' }] }
const plan: Schedule = { occasion: id, kind: 'talk', on: { edtf: '2022-03-01' }, venue: 'Central Government Offices' }
const talk: HeldBriefing = { ...plan, kind: 'talk', roles: [speaker], themes: closedList(['modernisation']) }

const scheduled: OccasionEvent = { type: 'OccasionScheduled', ...plan }
const postponed: OccasionEvent = { type: 'OccasionPostponed', occasion: id, to: { edtf: '2022-05' } }
const cancelled: OccasionEvent = { type: 'OccasionCancelled', occasion: id }
const held: OccasionEvent = { type: 'BriefingHeld', ...talk }

const schedule: OccasionCommand = { type: 'ScheduleOccasion', ...plan }
const postpone: OccasionCommand = { type: 'PostponeOccasion', occasion: id, to: { edtf: '2022-05' } }
const revise = (changes: Partial<Schedule>): OccasionCommand => ({ type: 'ReviseOccasion', occasion: id, ...changes })
const revised = (changes: Partial<Schedule>): OccasionEvent => ({ type: 'OccasionRevised', occasion: id, ...changes })

describe('ScheduleOccasion', () => {
  it('puts an occasion on the calendar, also where its day is not yet known', () => {
    given().when(schedule).then(scheduled)
    given()
      .when({ type: 'ScheduleOccasion', occasion: id, kind: 'ceremony' })
      .then({ type: 'OccasionScheduled', occasion: id, kind: 'ceremony' })
  })

  it('stays quiet when the same is scheduled again, also after it was postponed', () => {
    given(scheduled).when(schedule).thenNothing()
    given(scheduled, postponed).when(schedule).thenNothing()
  })

  it('is refused for another plan under the same id', () =>
    given(scheduled)
      .when({ ...schedule, venue: 'City Hall' })
      .thenRefused({ _tag: 'OccasionAlreadyScheduled', occasion: id }))
})

describe('PostponeOccasion', () => {
  it('puts an occasion off to another day, or to none', () => {
    given(scheduled).when(postpone).then(postponed)
    given(scheduled)
      .when({ type: 'PostponeOccasion', occasion: id, why: 'no venue' })
      .then({ type: 'OccasionPostponed', occasion: id, why: 'no venue' })
  })

  it('puts it off again, and stays quiet when the same is told twice', () => {
    given(scheduled, postponed)
      .when({ ...postpone, to: { edtf: '2022-09' } })
      .then({ ...postponed, to: { edtf: '2022-09' } })
    given(scheduled, postponed).when(postpone).thenNothing()
  })

  it('is refused for a day that surely lies before the one planned', () => {
    given(scheduled)
      .when({ ...postpone, to: { edtf: '2022-02' } })
      .thenRefused({ _tag: 'PostponedToEarlierDay', occasion: id, on: { edtf: '2022-03-01' }, to: { edtf: '2022-02' } })
    given(scheduled, postponed)
      .when({ ...postpone, to: { edtf: '2022-04' } })
      .thenRefused({ _tag: 'PostponedToEarlierDay', occasion: id, on: { edtf: '2022-05' }, to: { edtf: '2022-04' } })
  })

  it('is taken for any day where none was planned any more', () =>
    given(scheduled, { type: 'OccasionPostponed', occasion: id })
      .when({ ...postpone, to: { edtf: '2022-02' } })
      .then({ ...postponed, to: { edtf: '2022-02' } }))
})

describe('CancelOccasion', () => {
  const cancel: OccasionCommand = { type: 'CancelOccasion', occasion: id }

  it('calls an occasion off, once', () => {
    given(scheduled).when(cancel).then(cancelled)
    given(scheduled, postponed).when(cancel).then(cancelled)
    given(scheduled, cancelled)
      .when({ ...cancel, why: 'no speaker' })
      .thenNothing()
  })

  it('is refused for what was held', () => given(held).when(cancel).thenRefused({ _tag: 'OccasionAlreadyHeld', occasion: id }))
})

describe('ReviseOccasion', () => {
  it('changes any part of a plan', () => {
    const changes = { venue: 'City Hall', mode: 'mixed', partOf: named('series-1' as const), kind: 'lecture' } as const
    given(scheduled).when(revise(changes)).then(revised(changes))
    given(scheduled, postponed)
      .when(revise({ on: { edtf: '2022-05-06' } }))
      .then(revised({ on: { edtf: '2022-05-06' } }))
  })

  it('stays quiet where nothing changes, counting earlier revisions', () => {
    given(scheduled)
      .when(revise({ venue: 'Central Government Offices' }))
      .thenNothing()
    given(scheduled).when(revise({})).thenNothing()
    given(scheduled, revised({ venue: 'City Hall' }))
      .when(revise({ venue: 'City Hall' }))
      .thenNothing()
    given(scheduled, revised({ venue: 'City Hall' }))
      .when(revise({ venue: 'Central Government Offices' }))
      .then(revised({ venue: 'Central Government Offices' }))
  })

  it('is refused where the last day surely comes to lie before the first', () =>
    given(scheduled)
      .when(revise({ lastDay: { edtf: '2022-02-28' } }))
      .thenRefused({ _tag: 'EndBeforeStart', occasion: id, on: { edtf: '2022-03-01' }, lastDay: { edtf: '2022-02-28' } }))

  it('forgets a planned last day once the occasion is put off', () =>
    given({ ...scheduled, ...plan, lastDay: { edtf: '2022-03-02' } }, postponed)
      .when(revise({ purpose: 'to understand' }))
      .then(revised({ purpose: 'to understand' })))

  it('adds to what was held: a part that was not stated, and further titles and roles', () => {
    const present: Role = { role: 'present', organisation: 'organisation-ocmfa' }
    given(held)
      .when(revise({ partOf: none }))
      .then(revised({ partOf: none }))
    given(held)
      .when(revise({ roles: [present, speaker] }))
      .then(revised({ roles: [present, speaker] }))
    given(held, revised({ roles: [present, speaker] }))
      .when(revise({ roles: [present, speaker], venue: 'Central Government Offices' }))
      .thenNothing()
  })

  it('is refused for what was stated of a held occasion: that is to be corrected or disputed', () => {
    given(held)
      .when(revise({ place: 'Hong Kong', venue: 'City Hall' }))
      .thenRefused({ _tag: 'AlreadyStated', occasion: id, field: 'venue' })
    given(held)
      .when(revise({ roles: [{ role: 'host', person: 'person-2' }] }))
      .thenRefused({ _tag: 'AlreadyStated', occasion: id, field: 'roles' })
    given({ type: 'MeetingHeld', occasion: id })
      .when(revise({ kind: 'seminar' }))
      .thenRefused({ _tag: 'AlreadyStated', occasion: id, field: 'kind' })
    given({ type: 'CeremonyHeld', occasion: id })
      .when(revise({ kind: 'ceremony' }))
      .thenNothing()
  })

  it('is refused where more people come to stand within an exact figure than it counts', () =>
    given({ type: 'MeetingHeld', occasion: id, attendance: { figure: { kind: 'exact', n: 0 } } })
      .when(revise({ roles: [{ ...speaker, attended: 'within the figure' }] }))
      .thenRefused({ _tag: 'RollLargerThanFigure', occasion: id, figure: { kind: 'exact', n: 0 }, named: 1 }))
})

describe('whatever is said of an occasion, planned or held', () => {
  const sayings: ReadonlyArray<[string, (said: Partial<Schedule>) => OccasionCommand]> = [
    ['scheduled', (said) => ({ ...schedule, ...said })],
    ['held as a briefing', (said) => ({ ...said, type: 'RecordBriefing', occasion: id, kind: 'talk' })],
    ['held as a ceremony', ({ kind: _, ...said }) => ({ ...said, type: 'RecordCeremony', occasion: id })],
    ['held as a meeting', ({ kind: _, ...said }) => ({ ...said, type: 'RecordMeeting', occasion: id })],
  ]

  it.each(sayings)('is refused where it surely ends before it starts: %s', (_, say) =>
    given()
      .when(say({ on: { edtf: '2022-03-01' }, lastDay: { edtf: '2022-02' } }))
      .thenRefused({ _tag: 'EndBeforeStart', occasion: id, on: { edtf: '2022-03-01' }, lastDay: { edtf: '2022-02' } }),
  )

  it.each(sayings)('is refused for a role of nobody: %s', (_, say) =>
    given()
      .when(say({ roles: [speaker, { role: 'host', invited: true }] }))
      .thenRefused({ _tag: 'RoleOfNobody', occasion: id, role: 'host' }),
  )

  it.each(sayings)('is refused where its order in the day contradicts itself: %s', (_, say) => {
    given()
      .when(say({ order: { before: ['agreement-1'], after: ['agreement-1'] } }))
      .thenRefused({ _tag: 'OrderContradictsItself', occasion: id, other: 'agreement-1' })
    given()
      .when(say({ order: { after: [id] } }))
      .thenRefused({ _tag: 'OrderContradictsItself', occasion: id, other: id })
  })

  it.each(sayings)('is taken where it runs over several days in a known order: %s', (_, say) =>
    expect(
      given()
        .when(say({ on: { edtf: '2022-03-01' }, lastDay: { edtf: '2022-03' }, order: { before: ['agreement-1'], after: ['occasion-1'] } }))
        .outcome(),
    ).toMatch(/^records /),
  )
})

describe('MarkSameOccasion', () => {
  const mark: OccasionCommand = { type: 'MarkSameOccasion', occasion: id, same: 'occasion-7', why: 'the newsletter reports the same talk' }
  const marked: OccasionEvent = { ...mark, type: 'OccasionMarkedSame' }

  it('joins two records of one happening, once', () => {
    given(held).when(mark).then(marked)
    given(held, marked).when(mark).thenNothing()
    given(scheduled, marked, held).when(mark).thenNothing()
  })

  it('is refused for an occasion and itself', () =>
    given(held)
      .when({ ...mark, same: id })
      .thenRefused({ _tag: 'SameAsItself', occasion: id }))
})
