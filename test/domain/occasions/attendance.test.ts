import { describe, it } from 'vitest'
import type { OccasionCommand } from '../../../src/domain/occasions/commands.js'
import type { Attendance, HeldBriefing, Mark, OccasionEvent } from '../../../src/domain/occasions/events.js'
import { occasion } from '../../../src/domain/occasions/occasion.js'
import type { Count } from '../../../src/domain/vocabulary/count.js'
import { openList } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(occasion)

const id = 'occasion-nag-talk'
const about350: Attendance = { figure: { kind: 'about', n: 350, words: 'around 350' }, of: 'senior officials' }
const talk: HeldBriefing = {
  occasion: id,
  kind: 'talk',
  roles: [
    { role: 'speaker', person: 'person-speaker' },
    { role: 'present', person: 'person-ce', attended: 'beside the figure' },
  ],
}
const mark = (person: Mark['person'], status: Mark['status'] = 'attended', standing: Mark['standing'] = 'within the figure'): Mark => ({
  person,
  status,
  standing,
})
const [first, second, third] = [mark('person-1'), mark('person-2'), mark('person-3')]

const heldWith = (figure?: Count): OccasionEvent => ({ type: 'BriefingHeld', ...talk, ...(figure && { attendance: { figure } }) })
const held = heldWith()
const rolled = (...roll: ReadonlyArray<Mark>): OccasionEvent => ({ type: 'AttendanceRecorded', occasion: id, roll })
const roll = (...marks: ReadonlyArray<Mark>): OccasionCommand => ({ type: 'RecordAttendance', occasion: id, roll: marks })
const count = (figure: Count): OccasionCommand => ({ type: 'RecordHeadcount', occasion: id, attendance: { figure } })
const tooMany = (figure: Count, named: number) => ({ _tag: 'RollLargerThanFigure', occasion: id, figure, named }) as const

describe('RecordBriefing, RecordCeremony, RecordMeeting', () => {
  const kept: ReadonlyArray<[OccasionCommand, OccasionEvent]> = [
    [
      { type: 'RecordBriefing', ...talk, attendance: about350 },
      { type: 'BriefingHeld', ...talk, attendance: about350 },
    ],
    [
      { type: 'RecordCeremony', occasion: id, attendance: about350 },
      { type: 'CeremonyHeld', occasion: id, attendance: about350 },
    ],
    [
      { type: 'RecordMeeting', occasion: id },
      { type: 'MeetingHeld', occasion: id },
    ],
  ]

  it.each(kept)('keep what was held, planned or not: $type', (command, event) => {
    given().when(command).then(event)
    given({ type: 'OccasionScheduled', occasion: id, kind: 'talk' }).when(command).then(event)
  })

  it.each(kept)('are refused for what is on record as held: $type', (command, event) =>
    given(event).when(command).thenRefused({ _tag: 'OccasionAlreadyHeld', occasion: id }),
  )

  it('are refused where those named within the figure are more than it counts', () =>
    given()
      .when({
        type: 'RecordMeeting',
        occasion: id,
        roles: [
          { role: 'leader', person: 'person-1', attended: 'within the figure' },
          { role: 'present', person: 'person-2', attended: 'within the figure' },
          { role: 'host', person: 'person-1', attended: 'within the figure' },
        ],
        attendance: { figure: { kind: 'exact', n: 1 } },
      })
      .thenRefused(tooMany({ kind: 'exact', n: 1 }, 2)))
})

describe('RecordHeadcount', () => {
  it('adds a figure, and categories', () => {
    const attendance = { ...about350, categories: openList(['Permanent Secretaries']) }
    given(held).when({ type: 'RecordHeadcount', occasion: id, attendance }).then({ type: 'HeadcountRecorded', occasion: id, attendance })
  })

  it('stays quiet for an attendance on record, and for one that says nothing', () => {
    given({ type: 'BriefingHeld', ...talk, attendance: about350 })
      .when({ type: 'RecordHeadcount', occasion: id, attendance: about350 })
      .thenNothing()
    given(held).when({ type: 'RecordHeadcount', occasion: id, attendance: {} }).thenNothing()
  })

  it('lets figures that differ stand side by side', () =>
    given(heldWith({ kind: 'about', n: 350 }))
      .when(count({ kind: 'exact', n: 342 }))
      .then({ type: 'HeadcountRecorded', occasion: id, attendance: { figure: { kind: 'exact', n: 342 } } }))

  it('is refused for a figure below those named within it', () =>
    given(held, rolled(first, second))
      .when(count({ kind: 'exact', n: 1 }))
      .thenRefused(tooMany({ kind: 'exact', n: 1 }, 2)))
})

describe('RecordAttendance', () => {
  it('records a roll, late comers and absent ones too', () => {
    const all = [first, mark('person-2', 'late'), mark('person-3', 'absent', 'not stated')]
    given(held)
      .when(roll(...all))
      .then(rolled(...all))
  })

  it('takes a person named twice once', () =>
    given(held)
      .when(roll(first, second, { ...first }))
      .then(rolled(first, second)))

  it('records only what is news, and stays quiet where nothing is', () => {
    given(held, rolled(first)).when(roll(first, second)).then(rolled(second))
    given(held, rolled(first, second)).when(roll(second, first)).thenNothing()
  })

  it('takes a mark that says less for no news', () => {
    given(held, rolled(first))
      .when(roll(mark('person-1', 'attended', 'not stated')))
      .thenNothing()
    given(held, rolled(mark('person-1', 'excused', 'not stated')))
      .when(roll(mark('person-1', 'absent', 'not stated')))
      .thenNothing()
  })

  it('records a standing or an excuse that was not stated before', () => {
    given(held, rolled(mark('person-1', 'attended', 'not stated')))
      .when(roll(first))
      .then(rolled(first))
    const excused = mark('person-1', 'excused', 'not stated')
    given(held, rolled(mark('person-1', 'absent', 'not stated')))
      .when(roll(excused))
      .then(rolled(excused))
  })

  it('is refused where it contradicts itself', () =>
    given(held)
      .when(roll(first, second, mark('person-1', 'absent')))
      .thenRefused({ _tag: 'RollContradictsItself', occasion: id, person: 'person-1' }))

  it.each<[string, Count]>([
    ['an exact figure', { kind: 'exact', n: 2 }],
    ['a highest figure', { kind: 'at most', n: 2 }],
    ['a figure not reached', { kind: 'less than', n: 3 }],
    ['a range', { kind: 'between', from: 1, to: 2 }],
    ['an approximate figure with its tolerance', { kind: 'about', n: 1, tolerance: 1 }],
  ])('is refused where more are within the figure than fit: %s', (_, figure) => {
    given(heldWith(figure))
      .when(roll(first, second, third))
      .thenRefused(tooMany(figure, 3))
    given(heldWith(figure)).when(roll(first, second)).then(rolled(first, second))
  })

  it.each<[string, Count]>([
    ['more than', { kind: 'more than', n: 1 }],
    ['at least', { kind: 'at least', n: 1 }],
    ['unknown', { kind: 'unknown' }],
    ['about', { kind: 'about', n: 1 }],
  ])('is taken where the figure has no upper bound: %s', (_, figure) =>
    given(heldWith(figure))
      .when(roll(first, second, third))
      .then(rolled(first, second, third)),
  )

  it('counts over several rolls, each person once, and only who attended within the figure', () => {
    const exact2: Count = { kind: 'exact', n: 2 }
    given(heldWith(exact2), rolled(first, second)).when(roll(third)).thenRefused(tooMany(exact2, 3))
    for (const other of [mark('person-3', 'absent'), mark('person-3', 'attended', 'beside the figure'), mark('person-3', 'excused')])
      given(heldWith(exact2), rolled(first, second)).when(roll(other)).then(rolled(other))
  })

  it('counts who holds a role within the figure, where the roll does not say otherwise', () => {
    const meeting: OccasionEvent = {
      type: 'MeetingHeld',
      occasion: id,
      roles: [{ role: 'leader', person: 'person-1', attended: 'within the figure' }],
      attendance: { figure: { kind: 'exact', n: 1 } },
    }
    given(meeting).when(roll(first)).then(rolled(first))
    given(meeting)
      .when(roll(second))
      .thenRefused(tooMany({ kind: 'exact', n: 1 }, 2))
    given(meeting, rolled(mark('person-1', 'absent')))
      .when(roll(second))
      .then(rolled(second))
  })

  it('is taken where one of several figures has room', () =>
    given(heldWith({ kind: 'exact', n: 1 }), {
      type: 'HeadcountRecorded',
      occasion: id,
      attendance: { figure: { kind: 'more than', n: 320 } },
    })
      .when(roll(first, second))
      .then(rolled(first, second)))
})

describe('ExcuseAbsence', () => {
  const excuse: OccasionCommand = { type: 'ExcuseAbsence', occasion: id, person: 'person-1', why: 'on duty' }
  const excused: OccasionEvent = { ...excuse, type: 'AbsenceExcused' }

  it('excuses somebody absent, or not on the roll, once', () => {
    given(held, rolled(mark('person-1', 'absent', 'not stated')))
      .when(excuse)
      .then(excused)
    given(held).when(excuse).then(excused)
    given(held, excused).when(excuse).thenNothing()
  })
})
