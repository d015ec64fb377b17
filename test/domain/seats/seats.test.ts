import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'
import type { HoldSeat, SeatsCommand } from '../../../src/domain/seats/commands.js'
import type { Allotment, SeatHolder, SeatsEvent, SeatTaking } from '../../../src/domain/seats/events.js'
import { seats } from '../../../src/domain/seats/seats.js'
import { about, atLeast, type Count, exactly } from '../../../src/domain/vocabulary/count.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(seats)

const id = 'seats-1'
const allotment: Allotment = { seats: id, of: { batches: ['batch-1', 'batch-2'] }, quota: exactly(2), policy: 'waiting list' }
const opened: SeatsEvent = { type: 'SeatsOpened', ...allotment }
const strict: SeatsEvent = { ...opened, policy: 'refuse' }
const taking = (holder: SeatHolder, count: Count = exactly(1), takes = 1): SeatTaking => ({
  seats: id,
  holder,
  count,
  takes,
  policy: 'waiting list',
})
const held = (...of: Parameters<typeof taking>): SeatsEvent => ({ type: 'SeatHeld', ...taking(...of) })
const waitlisted = (...of: Parameters<typeof taking>): SeatsEvent => ({ type: 'SeatWaitlisted', ...taking(...of) })
const promoted = (...of: Parameters<typeof taking>): SeatsEvent => ({ type: 'SeatPromoted', ...taking(...of) })
const ask = (holder: SeatHolder, count: Count = exactly(1)): HoldSeat => ({ type: 'HoldSeat', seats: id, holder, count })
const release = (holder: SeatHolder): SeatsCommand => ({ type: 'ReleaseSeat', seats: id, holder })
const released = (holder: SeatHolder): SeatsEvent => ({ type: 'SeatReleased', seats: id, holder })
const quota = (n: number): SeatsCommand => ({ type: 'ReviseQuota', seats: id, quota: exactly(n) })
const permission = { seats: id, by: 1, authority: 'Civil Service College', reason: 'one may withdraw' } as const

const [a, b, c, d] = ['placement-a', 'placement-b', 'placement-c', 'placement-d'] as const
const full = [opened, held(a), held(b)]

const breaches = (command: SeatsCommand, ...history: ReadonlyArray<SeatsEvent>) =>
  seats.breaches?.(command, history.reduce(seats.evolve, seats.initialState)) ?? []

describe('OpenSeats', () => {
  const open: SeatsCommand = { type: 'OpenSeats', ...allotment }

  it('puts an allotment on record', () => given().when(open).then(opened))

  it('stays quiet for the same again, and is refused for another', () => {
    given(...full)
      .when(open)
      .thenNothing()
    given(opened)
      .when({ ...open, policy: 'refuse' })
      .thenRefused({ _tag: 'SeatsAlreadyOpened', seats: id })
  })

  it('knows of releases that came before', () =>
    given(released(a), opened).when(ask(a)).thenRefused({ _tag: 'HoldAfterRelease', seats: id, holder: a }))
})

describe('HoldSeat', () => {
  it('takes seats while there are any, then puts on the list', () => {
    given(opened).when(ask(a)).then(held(a))
    given(...full)
      .when(ask(c))
      .then(waitlisted(c))
    given(opened, held(a))
      .when(ask('batch-1#first', exactly(2)))
      .then(waitlisted('batch-1#first', exactly(2), 2))
  })

  it('takes the sure lower bound of an inexact number, and is flagged where it may be too many', () => {
    given(opened)
      .when(ask('batch-1#first', atLeast(2)))
      .then(held('batch-1#first', atLeast(2), 2))
    expect(breaches(ask('batch-1#first', atLeast(2)), opened)).toMatchObject([{ certainty: 'cannot tell', refusal: { _tag: 'QuotaFull' } }])
    given(opened)
      .when(ask('batch-1#first', about(2)))
      .then(held('batch-1#first', about(2), 0))
  })

  it('stays quiet for what is held or waited for, and is refused for another number', () => {
    given(...full, waitlisted(c))
      .when(ask(a))
      .thenNothing()
    given(...full, waitlisted(c))
      .when(ask(c))
      .thenNothing()
    given(...full)
      .when(ask(a, exactly(2)))
      .thenRefused({ _tag: 'SeatAlreadyAsked', seats: id, holder: a, count: exactly(1) })
  })

  it('is refused before the opening and once released', () => {
    given().when(ask(a)).thenRefused({ _tag: 'SeatsNotOpened', seats: id })
    given(...full, released(a))
      .when(ask(a))
      .thenRefused({ _tag: 'HoldAfterRelease', seats: id, holder: a })
  })

  it('breaks the quota, or overtakes those who wait, where nobody is to wait', () => {
    expect(breaches(ask(c), strict, held(a), held(b))).toMatchObject([
      { certainty: 'sure', refusal: { _tag: 'QuotaFull', held: { nominal: 2 } } },
    ])
    const overtaking = { ...ask(d), policy: 'refuse' } as const
    const waiting = waitlisted('batch-1#first', exactly(2), 2)
    expect(breaches(overtaking, opened, held(a), waiting)).toStrictEqual([
      { certainty: 'sure', refusal: { _tag: 'SeatsWaitedFor', seats: id, first: 'batch-1#first', waiting: 1 } },
    ])
    expect(breaches(ask(d), opened, held(a), waiting)).toStrictEqual([])
  })
})

describe('ReleaseSeat', () => {
  it('is written also where nothing was held, and before the opening', () => {
    given().when(release(a)).then(released(a))
    given(opened).when(release(a)).then(released(a))
    given(opened, released(a)).when(release(a)).thenNothing()
  })

  it('promotes the first who waits, in the same decision', () =>
    given(...full, waitlisted(c), waitlisted(d))
      .when(release(a))
      .then(released(a), promoted(c)))

  it('promotes nobody past the first for whom there is no room', () =>
    given(...full, waitlisted('batch-1#first', exactly(2), 2), waitlisted(d))
      .when(release(a))
      .then(released(a)))

  it('makes room by leaving the list, too', () =>
    given(opened, held(a), waitlisted('batch-1#first', exactly(2), 2), waitlisted(d))
      .when(release('batch-1#first'))
      .then(released('batch-1#first'), promoted(d)))
})

describe('ReviseQuota', () => {
  it('promotes those who have room then', () =>
    given(...full, waitlisted(c), waitlisted(d))
      .when(quota(3))
      .then({ type: 'QuotaRevised', seats: id, quota: exactly(3) }, promoted(c)))

  it('stays quiet for the same quota, and is refused before the opening', () => {
    given(opened).when(quota(2)).thenNothing()
    given().when(quota(2)).thenRefused({ _tag: 'SeatsNotOpened', seats: id })
  })

  it('breaks what is held where it is surely below', () =>
    expect(breaches(quota(1), ...full)).toMatchObject([{ certainty: 'sure', refusal: { _tag: 'QuotaBelowHeld', quota: exactly(1) } }]))
})

describe('PermitOverbooking', () => {
  const permit: SeatsCommand = { type: 'PermitOverbooking', ...permission }
  const permitted: SeatsEvent = { type: 'OverbookingPermitted', ...permission }

  it('lets more be held than the quota', () => {
    given(...full, waitlisted(c), waitlisted(d))
      .when(permit)
      .then(permitted, promoted(c))
    given(...full, permitted)
      .when(ask(c))
      .then(held(c))
    given(...full, permitted)
      .when(permit)
      .thenNothing()
    given().when(permit).thenRefused({ _tag: 'SeatsNotOpened', seats: id })
  })
})

// ── laws ────────────────────────────────────────────────────────────────────

const holder = fc.constantFrom<SeatHolder>(a, b, c, d, 'batch-1#first', 'batch-2#first')
const command: fc.Arbitrary<SeatsCommand> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(holder, fc.integer({ min: 1, max: 3 })).map(([one, n]) => ask(one, exactly(n))) },
  { weight: 2, arbitrary: holder.map(release) },
  fc.nat(6).map(quota),
  fc.nat(2).map((by): SeatsCommand => ({ type: 'PermitOverbooking', ...permission, by })),
)

test('decisions hold no more than the quota and what is permitted beyond, keep the order of the list, and repeat nothing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), fc.constantFrom(opened, strict), (commands, first) => {
      let state = [first].reduce(seats.evolve, seats.initialState)
      for (const one of commands) {
        const outcome = seats.decide(one, state)
        const isBroken = (seats.breaches?.(one, state) ?? []).some(({ certainty }) => certainty === 'sure')
        if (E.isLeft(outcome) || (outcome.right.length > 0 && isBroken)) continue
        const before = state
        state = outcome.right.reduce(seats.evolve, state)
        expect(seats.decide(one, state)).toStrictEqual(E.right([]))
        if (state._tag === 'NotOpened' || before._tag === 'NotOpened') throw new Error('the allotment was opened')
        const taken = state.held.reduce((sum, { takes }) => sum + takes, 0)
        const allowed = (state.quota.kind === 'exact' ? state.quota.n : 0) + state.overbookBy
        if (taken > allowed) expect(taken).toBeLessThanOrEqual(before.held.reduce((sum, { takes }) => sum + takes, 0))
        const waitingNow = new Set(state.waiting.map((taking) => taking.holder))
        const queue = before.waiting.map((taking) => taking.holder).filter((who) => one.type !== 'ReleaseSeat' || who !== one.holder)
        const left = queue.filter((who) => waitingNow.has(who))
        expect(queue.slice(queue.length - left.length)).toStrictEqual(left)
        expect([...waitingNow].slice(0, left.length)).toStrictEqual(left)
        for (const { holder: who } of [...state.held, ...state.waiting]) expect(state.released.has(who)).toBe(false)
      }
    }),
    { seed: 20241202, numRuns: 500 },
  )
})
