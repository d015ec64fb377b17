import { describe, expect, it, test } from 'vitest'
import { calendar } from '../../../src/domain/calendars/calendar.js'
import type { CalendarCommand, HoldDays, WidenDays } from '../../../src/domain/calendars/commands.js'
import type { CalendarEvent, DaysHeld } from '../../../src/domain/calendars/events.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(calendar)

const id = 'officerCalendar-1'
const keys = { calendar: id, officer: 'person-1', placement: 'placement-1' } as const
const span = { from: '2024-01-01', to: '2024-02-01' } as const
const holding = { ...keys, ...span, scheme: 'secondment', manner: 'full-time' } as const

const hold: HoldDays = { type: 'HoldDays', ...holding }
const held: DaysHeld = { type: 'DaysHeld', ...holding }
const longer = { from: '2024-01-01', to: '2024-03-01' } as const
const shorter = { from: '2024-01-10', to: '2024-02-01' } as const
const named = { calendar: id, placement: 'placement-1' } as const
const widen: WidenDays = { type: 'WidenDays', ...named, ...longer }
const narrow: CalendarCommand = { type: 'NarrowDays', ...named, ...shorter }
const release: CalendarCommand = { type: 'ReleaseDays', ...named }
const released: CalendarEvent = { type: 'DaysReleased', ...keys }
const waiver = { with: 'placement-2', authority: 'Civil Service Bureau', reason: 'evenings' } as const
const waive: CalendarCommand = { type: 'WaiveOverlap', ...named, ...waiver }
const waived: CalendarEvent = { type: 'OverlapWaived', ...keys, ...waiver }

const breaches = (command: CalendarCommand, ...history: ReadonlyArray<CalendarEvent>) =>
  (calendar.breaches?.(command, history.reduce(calendar.evolve, calendar.initialState)) ?? []).map(({ refusal }) => refusal)

describe('HoldDays', () => {
  it('takes the days', () => given().when(hold).then(held))

  it('stays quiet for days that are held already, all or part of them', () => {
    given(held).when(hold).thenNothing()
    given(held)
      .when({ ...hold, ...shorter })
      .thenNothing()
  })

  it('is refused for other days, for no day, in the calendar of another officer, and once released', () => {
    given(held)
      .when({ ...hold, ...longer })
      .thenRefused({ _tag: 'DaysAlreadyHeld', placement: 'placement-1', ...span })
    given()
      .when({ ...hold, to: '2024-01-01' })
      .thenRefused({ _tag: 'EndBeforeStart', placement: 'placement-1', from: '2024-01-01', to: '2024-01-01' })
    given()
      .when({ ...hold, officer: 'person-2' })
      .thenRefused({ _tag: 'CalendarOfOtherOfficer', calendar: id, officer: 'person-2' })
    for (const history of [[released], [held, released]])
      given(...history)
        .when(hold)
        .thenRefused({ _tag: 'HoldAfterRelease', calendar: id, placement: 'placement-1' })
  })

  it('breaks the rule of overlap with each placement that shares a day, unless marked concurrent or waived', () => {
    const other: DaysHeld = { ...held, placement: 'placement-2', from: '2024-01-31', to: '2024-05-01' }
    const third: DaysHeld = { ...held, placement: 'placement-3', from: '2023-12-31', to: '2024-01-02' }
    const clash = (one: DaysHeld) => ({ _tag: 'DaysOverlap', placement: 'placement-1', with: one.placement, from: one.from, to: one.to })
    expect(breaches(hold, other, third)).toStrictEqual([clash(other), clash(third)])
    expect(breaches({ ...hold, concurrent: true }, other, third)).toStrictEqual([])
    expect(breaches(hold, other, third, waived)).toStrictEqual([clash(third)])
    expect(breaches(hold, { ...other, from: '2024-02-01' })).toStrictEqual([])
  })
})

describe('WidenDays', () => {
  const widened: CalendarEvent = { type: 'DaysWidened', ...keys, ...longer }

  it('records the whole span as it will be', () => given(held).when(widen).then(widened))

  it('stays quiet where the placement holds them already', () =>
    given(held, widened)
      .when({ ...widen, to: '2024-02-10' })
      .thenNothing())

  it('is refused without a hold, once released, and where a day would be lost', () => {
    given().when(widen).thenRefused({ _tag: 'DaysNotHeld', calendar: id, placement: 'placement-1' })
    given(held, released).when(widen).thenRefused({ _tag: 'HoldAfterRelease', calendar: id, placement: 'placement-1' })
    given(held)
      .when({ ...widen, from: '2024-01-02' })
      .thenRefused({ _tag: 'NotWider', placement: 'placement-1', ...span })
  })

  it('may overlap where it, or the hold, is marked concurrent', () => {
    const other: DaysHeld = { ...held, placement: 'placement-2', from: '2024-02-10', to: '2024-05-01' }
    expect(breaches(widen, held, other)).toMatchObject([{ _tag: 'DaysOverlap', with: 'placement-2' }])
    expect(breaches({ ...widen, concurrent: true }, held, other)).toStrictEqual([])
    expect(breaches(widen, { ...held, concurrent: true }, other)).toStrictEqual([])
  })
})

describe('NarrowDays', () => {
  const narrowed: CalendarEvent = { type: 'DaysNarrowed', ...keys, ...shorter }

  it('gives days up, which others may hold then', () => {
    given(held).when(narrow).then(narrowed)
    const next: HoldDays = { ...hold, placement: 'placement-2', to: '2024-01-10' }
    expect(breaches(next, held)).toHaveLength(1)
    expect(breaches(next, held, narrowed)).toStrictEqual([])
  })

  it('stays quiet where so few are held, and where all were released', () => {
    given(held, narrowed).when(narrow).thenNothing()
    given(held, released).when(narrow).thenNothing()
  })

  it('is refused without a hold, without a day, and where a day would be gained', () => {
    given().when(narrow).thenRefused({ _tag: 'DaysNotHeld', calendar: id, placement: 'placement-1' })
    given(held)
      .when({ ...narrow, from: '2024-02-01' })
      .thenRefused({
        _tag: 'EndBeforeStart',
        placement: 'placement-1',
        from: '2024-02-01',
        to: '2024-02-01',
      })
    given(held)
      .when({ ...narrow, to: '2024-02-02' })
      .thenRefused({ _tag: 'NotNarrower', placement: 'placement-1', ...span })
  })
})

describe('ReleaseDays', () => {
  it('is written also where nothing was held', () => {
    given().when(release).then(released)
    given(held).when(release).then(released)
  })

  it('stays quiet the second time', () => given(released).when(release).thenNothing())
})

describe('WaiveOverlap', () => {
  it('lets two placements share days, whichever is named first', () => {
    given().when(waive).then(waived)
    given(waived)
      .when({ ...waive, placement: 'placement-2', with: 'placement-1' })
      .thenNothing()
  })
})

const phases = { nothing: [], held: [held], released: [held, released] } as const
test.each([
  [hold, 'records DaysHeld', 'stays quiet', 'HoldAfterRelease'],
  [widen, 'DaysNotHeld', 'records DaysWidened', 'HoldAfterRelease'],
  [narrow, 'DaysNotHeld', 'records DaysNarrowed', 'stays quiet'],
  [release, 'records DaysReleased', 'records DaysReleased', 'stays quiet'],
  [waive, 'records OverlapWaived', 'records OverlapWaived', 'records OverlapWaived'],
] as const)('$0.type where nothing is recorded: $1; held: $2; released: $3', (command, ...outcomes) => {
  expect(
    Object.values(phases).map((history) =>
      given(...history)
        .when(command)
        .outcome(),
    ),
  ).toStrictEqual(outcomes)
})
