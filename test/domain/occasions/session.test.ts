import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'
import type { OccasionEvent } from '../../../src/domain/occasions/events.js'
import { occasion } from '../../../src/domain/occasions/occasion.js'
import type { SessionCommand } from '../../../src/domain/occasions/session-commands.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(occasion)

const id = 'occasion-day-1'
const held: OccasionEvent = { type: 'BriefingHeld', occasion: id, kind: 'seminar', on: { edtf: '2024-03-05' } }
const guest = { occasion: id, guest: 'guest 1', describedAs: 'a visitor', standing: 'not stated' } as const
const present = { code: 'P', words: 'present', stage: 'attendance', weight: 1, attended: true } as const

const commands: { readonly [T in SessionCommand['type']]: SessionCommand } = {
  DefineStatusSet: { type: 'DefineStatusSet', occasion: id, statuses: [present] },
  MarkRoll: {
    type: 'MarkRoll',
    occasion: id,
    marks: [
      { person: 'person-1', code: 'booked' },
      { person: 'person-1', code: 'attended' },
    ],
  },
  AddGuest: { type: 'AddGuest', ...guest, guest: 'guest 2' },
  IdentifyGuest: { type: 'IdentifyGuest', occasion: id, guest: 'guest 1', person: 'person-1' },
  SetBlocks: { type: 'SetBlocks', occasion: id, blocks: [{ on: '2024-03-05', from: '09:00', to: '10:00' }] },
  RecordMakeUp: { type: 'RecordMakeUp', occasion: id, person: 'person-1', equivalence: 'equivalent', why: 'taught the course' },
  AskFeedback: { type: 'AskFeedback', occasion: id, due: '2024-03-15' },
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

const before: ReadonlyArray<OccasionEvent> = [held, { type: 'GuestAdded', ...guest }]
const decided = (command: SessionCommand): ReadonlyArray<OccasionEvent> => {
  const outcome = occasion.decide(command, before.reduce(occasion.evolve, occasion.initialState))
  return E.isRight(outcome) ? outcome.right : []
}

test.each(Object.values(commands))('$type records something once, and stays quiet when it is asked for again', (command) => {
  expect(decided(command)).toHaveLength(1)
  given(...before, ...decided(command))
    .when(command)
    .thenNothing()
})

test('a session that nothing is on record of is not made by what is said of it', () => {
  const strays = Object.values(commands).flatMap(decided)
  expect(strays.reduce(occasion.evolve, occasion.initialState)).toStrictEqual({ _tag: 'NotRecorded' })
})

describe('MarkRoll', () => {
  it('records only what is news, with the statuses that its marks are read by', () =>
    given(held, { type: 'RollMarked', occasion: id, statuses: [present], marks: [{ person: 'person-1', code: 'P' }] })
      .when({
        type: 'MarkRoll',
        occasion: id,
        marks: [
          { person: 'person-1', code: 'booked' },
          { person: 'person-2', code: 'booked' },
        ],
      })
      .then({
        type: 'RollMarked',
        occasion: id,
        marks: [
          { person: 'person-1', code: 'booked' },
          { person: 'person-2', code: 'booked' },
        ],
        statuses: [{ code: 'booked', words: 'has a place', stage: 'sign-up', weight: 0, attended: false }],
      }))

  it('keeps sign-ups when the session that was planned is held', () => {
    const planned: ReadonlyArray<OccasionEvent> = [
      { type: 'OccasionScheduled', occasion: id, kind: 'seminar' },
      {
        type: 'RollMarked',
        occasion: id,
        marks: [{ person: 'person-1', code: 'booked' }],
        statuses: [{ code: 'booked', words: 'has a place', stage: 'sign-up', weight: 0, attended: false }],
      },
      held,
    ]
    given(...planned)
      .when({ type: 'MarkRoll', occasion: id, marks: [{ person: 'person-1', code: 'booked' }] })
      .thenNothing()
  })

  it('knows who came from a roll that was kept without statuses', () => {
    const roll: OccasionEvent = {
      type: 'AttendanceRecorded',
      occasion: id,
      roll: [{ person: 'person-1', status: 'absent', standing: 'not stated' }],
    }
    given(held, roll)
      .when(commands.GiveFeedback)
      .thenRefused({ _tag: 'FeedbackFromAbsent', occasion: id, person: 'person-1', status: 'absent' })
    const state = [held, roll].reduce(occasion.evolve, occasion.initialState)
    const again = { type: 'MarkRoll', occasion: id, marks: [{ person: 'person-1', code: 'attended' }] } as const
    expect(occasion.breaches?.(again, state)).toMatchObject([{ certainty: 'sure', refusal: { _tag: 'AlreadyMarked' } }])
  })
})

describe('SetBlocks', () => {
  it('cannot tell whether a block lies outside a session of which the day is vague: it is taken in', () =>
    given({ ...held, on: { edtf: '2024-03~' } })
      .when({ type: 'SetBlocks', occasion: id, blocks: [{ on: '2024-04-02', from: '09:00', to: '10:00' }] })
      .then({ type: 'BlocksSet', occasion: id, blocks: [{ on: '2024-04-02', from: '09:00', to: '10:00' }] }))
})
