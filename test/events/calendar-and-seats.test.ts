import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { CalendarCommand } from '../../src/domain/calendars/commands.js'
import type { CalendarEvent } from '../../src/domain/calendars/events.js'
import type { SeatsCommand } from '../../src/domain/seats/commands.js'
import type { SeatsEvent } from '../../src/domain/seats/events.js'
import { calendarCommands } from '../../src/events/calendar.js'
import { type Codec, problemsOf } from '../../src/events/codec/codec.js'
import { seatsCommands } from '../../src/events/seats.js'

type Command = CalendarCommand | SeatsCommand
type Type = Command['type']

/** Each command in full: what its event holds, less what the decider adds. */
const recordedAs: { readonly [T in Type]: readonly [event: (CalendarEvent | SeatsEvent)['type'], ...added: ReadonlyArray<string>] } = {
  HoldDays: ['DaysHeld'],
  WidenDays: ['DaysWidened', 'officer'],
  NarrowDays: ['DaysNarrowed', 'officer'],
  ReleaseDays: ['DaysReleased', 'officer'],
  WaiveOverlap: ['OverlapWaived', 'officer'],
  OpenSeats: ['SeatsOpened'],
  HoldSeat: ['SeatHeld', 'takes'],
  ReleaseSeat: ['SeatReleased'],
  ReviseQuota: ['QuotaRevised'],
  PermitOverbooking: ['OverbookingPermitted'],
}
const codecs: { readonly [T in Type]: Codec<Extract<Command, { readonly type: T }>> } = { ...calendarCommands, ...seatsCommands }
const types = Object.keys(codecs).filter((type): type is Type => type in recordedAs)

const complete = (type: Type): Record<string, unknown> => {
  const [event, ...added] = recordedAs[type]
  const { data } = JSON.parse(readFileSync(new URL(`./golden/${event}.1.json`, import.meta.url), 'utf8'))
  return { type, ...Object.fromEntries(Object.entries(data).filter(([field]) => !added.includes(field))) }
}

const pathsOf = (type: Type, value: unknown): ReadonlyArray<string> => {
  const decoded = codecs[type].decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe('each command of a calendar and of seats as it is written', () => {
  test.each(types)('%s is read as it stands', (type) => expect(codecs[type].decode(complete(type))).toStrictEqual(E.right(complete(type))))

  test.each(types)('%s is refused with an unknown field, another type, or where it is no object', (type) => {
    expect(pathsOf(type, { ...complete(type), colour: 'red' })).toStrictEqual(['colour'])
    expect(pathsOf(type, { ...complete(type), type: 'toString' })).toStrictEqual(['type'])
    for (const value of [null, undefined, 7, type, [complete(type)]]) expect(pathsOf(type, value)).toStrictEqual([''])
  })

  test.each(types)('%s is refused with something else in any of its fields', (type) => {
    for (const field of Object.keys(complete(type)))
      for (const other of [Number.NaN, null, { toString: 'x' }, [[]]])
        expect(pathsOf(type, { ...complete(type), [field]: other })[0]).toMatch(new RegExp(`^${field}\\b`))
  })

  test.each(types)('%s is refused without its id, and with the id of another thing', (type) => {
    const key = type in seatsCommands ? 'seats' : 'calendar'
    expect(pathsOf(type, { ...complete(type), [key]: undefined })).toStrictEqual([key])
    for (const other of ['', 'person-1', '$all', 'seats-', 'officerCalendar-', 'officercalendar-1', 'seats-a b'])
      expect(pathsOf(type, { ...complete(type), [key]: other })).toStrictEqual([key])
  })

  test.each<[Type, string, object, string]>([
    ['HoldDays', 'a month for a day', { from: '2024-09' }, 'from'],
    ['HoldDays', 'a day that does not exist', { to: '2023-02-29' }, 'to'],
    ['HoldDays', 'no officer', { officer: undefined }, 'officer'],
    ['HoldDays', 'an officer by name', { officer: 'Somebody' }, 'officer'],
    ['HoldDays', 'an unknown manner', { manner: 'sometimes' }, 'manner'],
    ['HoldDays', 'concurrent: false', { concurrent: false }, 'concurrent'],
    ['HoldDays', 'a negative limit', { limits: { waitDays: -1 } }, 'limits.waitDays'],
    ['HoldDays', 'half a day', { limits: { breakDays: 0.5 } }, 'limits.breakDays'],
    ['HoldDays', 'a limit beyond any life', { limits: { lifetimeTotalDays: 100_001 } }, 'limits.lifetimeTotalDays'],
    ['HoldDays', 'a limit of no kind', { limits: { mostDays: 3 } }, 'limits.mostDays'],
    ['HoldDays', 'terms without a revision', { limits: { terms: { stream: 'programme-un' } } }, 'limits.terms.revision'],
    ['HoldDays', 'a waiver of nothing', { waived: { limits: [], authority: 'a', reason: 'b' } }, 'waived.limits'],
    ['HoldDays', 'a waiver by nobody', { waived: { limits: ['waitDays'], reason: 'b' } }, 'waived.authority'],
    ['HoldDays', 'a scheme of more than 300 characters', { scheme: 'x'.repeat(301) }, 'scheme'],
    ['WidenDays', 'an officer', { officer: 'person-1' }, 'officer'],
    ['WaiveOverlap', 'no authority', { authority: undefined }, 'authority'],
    ['WaiveOverlap', 'a person for a placement', { with: 'person-1' }, 'with'],
    ['OpenSeats', 'no quota', { quota: undefined }, 'quota'],
    ['OpenSeats', 'a bare number', { quota: 10 }, 'quota'],
    ['OpenSeats', 'a negative quota', { quota: { kind: 'exact', n: -1 } }, 'quota.n'],
    ['OpenSeats', 'no policy', { policy: undefined }, 'policy'],
    ['OpenSeats', 'a policy that is not known', { policy: 'lottery' }, 'policy'],
    ['OpenSeats', 'an empty list of batches', { of: { batches: [] } }, 'of.batches'],
    ['OpenSeats', 'more than 200 batches', { of: { batches: Array<string>(201).fill('batch-1') } }, 'of.batches'],
    ['OpenSeats', 'a partner by name', { of: { partner: 'Shenzhen' } }, 'of.partner'],
    ['OpenSeats', 'overbooking below none', { overbookBy: -1 }, 'overbookBy'],
    ['HoldSeat', 'no count', { count: undefined }, 'count'],
    ['HoldSeat', 'a batch for a holder', { holder: 'batch-1' }, 'holder'],
    ['HoldSeat', 'an organisation for a holder', { holder: 'organisation-1' }, 'holder'],
    ['HoldSeat', 'what it takes', { takes: 1 }, 'takes'],
    ['ReleaseSeat', 'a reason of more than 10,000 characters', { why: 'x'.repeat(10_001) }, 'why'],
    ['ReviseQuota', 'a range that runs backwards', { quota: { kind: 'between', from: 3, to: 2 } }, 'quota'],
    ['PermitOverbooking', 'blanks for a reason', { reason: ' \n' }, 'reason'],
    ['PermitOverbooking', 'seats without end', { by: Number.POSITIVE_INFINITY }, 'by'],
  ])('%s is refused with %s', (type, _, fault, path) => {
    const value = { ...complete(type), ...fault }
    expect(codecs[type].is(value)).toBe(false)
    expect(pathsOf(type, value)).toStrictEqual([path])
  })
})
