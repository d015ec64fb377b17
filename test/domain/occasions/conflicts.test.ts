import { describe, expect, it } from 'vitest'
import type { OccasionCommand } from '../../../src/domain/occasions/commands.js'
import type { Mark, OccasionEvent } from '../../../src/domain/occasions/events.js'
import { breaches, occasion } from '../../../src/domain/occasions/occasion.js'
import type { Count } from '../../../src/domain/vocabulary/count.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(occasion)
const broken = (command: OccasionCommand, ...history: ReadonlyArray<OccasionEvent>) =>
  breaches(command, history.reduce(occasion.evolve, occasion.initialState))

const id = 'occasion-nag-talk'
const mark = (person: Mark['person'], status: Mark['status'] = 'attended', standing: Mark['standing'] = 'within the figure'): Mark => ({
  person,
  status,
  standing,
})
const [first, second, third] = [mark('person-1'), mark('person-2'), mark('person-3')]

const heldWith = (figure?: Count): OccasionEvent => ({
  type: 'BriefingHeld',
  occasion: id,
  kind: 'talk',
  ...(figure && { attendance: { figure } }),
})
const held = heldWith()
const rolled = (...roll: ReadonlyArray<Mark>): OccasionEvent => ({ type: 'AttendanceRecorded', occasion: id, roll })
const roll = (...marks: ReadonlyArray<Mark>): OccasionCommand => ({ type: 'RecordAttendance', occasion: id, roll: marks })
const count = (figure: Count): OccasionCommand => ({ type: 'RecordHeadcount', occasion: id, attendance: { figure } })
const tooMany = (figure: Count, named: number) => ({ _tag: 'RollLargerThanFigure', occasion: id, figure, named }) as const

describe('reports that contradict what is on record', () => {
  it('go in with the conflict beside them where two rolls differ over a person', () => {
    const absent = mark('person-1', 'absent')
    given(held, rolled(first)).when(roll(absent)).then(rolled(absent))
    expect(broken(roll(absent, second), held, rolled(first))).toStrictEqual([
      { refusal: { _tag: 'AlreadyMarked', occasion: id, recorded: first, given: absent }, certainty: 'sure' },
    ])
    expect(broken(roll(mark('person-1', 'late')), held, rolled(first))).toHaveLength(1)
    expect(broken(roll(mark('person-1', 'attended', 'beside the figure')), held, rolled(first))).toHaveLength(1)
  })

  it('go in with the conflict beside them where somebody is excused who attended', () =>
    expect(broken({ type: 'ExcuseAbsence', occasion: id, person: 'person-1' }, held, rolled(first))).toStrictEqual([
      {
        refusal: { _tag: 'AlreadyMarked', occasion: id, recorded: first, given: mark('person-1', 'excused', 'not stated') },
        certainty: 'sure',
      },
    ]))

  it('are no conflict where one says more than the other', () => {
    expect(broken(roll(mark('person-1', 'excused')), held, rolled(mark('person-1', 'absent')))).toStrictEqual([])
    expect(broken(roll(first), held, rolled(mark('person-1', 'attended', 'not stated')))).toStrictEqual([])
    expect(broken(roll(first), { type: 'OccasionScheduled', occasion: id, kind: 'talk' })).toStrictEqual([])
  })

  describe('more people than "about" so many', () => {
    const about1: Count = { kind: 'about', n: 1 }
    const flagged = (named: number) => [{ refusal: tooMany(about1, named), certainty: 'cannot tell' }]

    it('cannot be told to be too many, by whichever word it comes to be so', () => {
      expect(broken(roll(first, second), heldWith(about1))).toStrictEqual(flagged(2))
      expect(broken(count(about1), held, rolled(first, second))).toStrictEqual(flagged(2))
      const roles = (['person-1', 'person-2'] as const).map((person) => ({
        role: 'present',
        person,
        attended: 'within the figure' as const,
      }))
      const meeting = { occasion: id, attendance: { figure: about1 } } as const
      expect(broken({ type: 'RecordMeeting', ...meeting, roles })).toStrictEqual(flagged(2))
      expect(broken({ type: 'ReviseOccasion', occasion: id, roles }, { type: 'MeetingHeld', ...meeting })).toStrictEqual(flagged(2))
    })

    it('is flagged when it comes to be so, and not again by what is said of something else', () => {
      const over = [heldWith(about1), rolled(first, second)]
      expect(broken({ type: 'ReviseOccasion', occasion: id, venue: 'City Hall' }, ...over)).toStrictEqual([])
      expect(broken({ type: 'MarkSameOccasion', occasion: id, same: 'occasion-7', why: 'the same' }, ...over)).toStrictEqual([])
      expect(broken(roll(third), ...over)).toStrictEqual(flagged(3))
    })

    it('is nothing to flag while they are as many or fewer, or the roll is refused anyway', () => {
      expect(broken(roll(first), heldWith(about1))).toStrictEqual([])
      expect(broken(roll(first, second), heldWith({ kind: 'exact', n: 1 }))).toStrictEqual([])
    })
  })
})
