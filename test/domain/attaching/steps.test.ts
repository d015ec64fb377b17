import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  afterStep,
  begin,
  mayEnter,
  nextStep,
  type Phase,
  type Progress,
  type Request,
  reservesOf,
  type Step,
} from '../../../src/domain/attaching/steps.js'
import type { PlacementId } from '../../../src/domain/vocabulary/id.js'
import { arbiterOf, finalOf, type Requested, rulesBroken, type World, worldOf } from '../../support/attaching.js'

const request: Request = { of: 'placement-1', calendar: 'officerCalendar-1', seats: ['seats-b', 'seats-a'] }

/** The steps of a run to which everything is granted. */
const stepsOf = (first: Progress): ReadonlyArray<Step> => {
  const steps: Array<Step> = []
  for (let progress = first; ; ) {
    const step = nextStep(progress)
    steps.push(step)
    if (step._tag === 'Finished') return steps
    progress = afterStep(progress, step, { _tag: 'Done' })
  }
}

describe('an attachment', () => {
  it('holds the calendar, then the seats in order of id, each once, and is confirmed', () => {
    expect(reservesOf({ ...request, seats: ['seats-b', 'seats-a', 'seats-b'] })).toStrictEqual(['officerCalendar-1', 'seats-a', 'seats-b'])
    expect(stepsOf(begin(request))).toStrictEqual([
      { _tag: 'Hold', reserve: 'officerCalendar-1' },
      { _tag: 'Hold', reserve: 'seats-a' },
      { _tag: 'Hold', reserve: 'seats-b' },
      { _tag: 'Enter', phase: { _tag: 'Confirmed' } },
      { _tag: 'Finished', phase: { _tag: 'Confirmed' } },
    ])
  })

  it('of a cohort holds seats only; of an identified member, days only', () => {
    expect(reservesOf({ of: 'batch-1#first', seats: ['seats-a'] })).toStrictEqual(['seats-a'])
    expect(reservesOf({ ...request, seats: [] })).toStrictEqual(['officerCalendar-1'])
  })

  it('that meets a refusal is aborted, releases all, held or not, and is declined for that reason', () => {
    const because = { reserve: 'officerCalendar-1', refusal: 'DaysOverlap' } as const
    const refused = afterStep(begin(request), nextStep(begin(request)), { _tag: 'Refused', refusal: 'DaysOverlap' })
    expect(stepsOf(refused)).toStrictEqual([
      { _tag: 'Enter', phase: { _tag: 'Aborting', because } },
      { _tag: 'Release', reserve: 'officerCalendar-1' },
      { _tag: 'Release', reserve: 'seats-a' },
      { _tag: 'Release', reserve: 'seats-b' },
      { _tag: 'Enter', phase: { _tag: 'Declined', because } },
      { _tag: 'Finished', phase: { _tag: 'Declined', because } },
    ])
  })

  it('that is put on a waiting list waits, and asks again', () => {
    const start = begin({ ...request, seats: ['seats-a'] })
    const atSeats = afterStep(start, nextStep(start), { _tag: 'Done' })
    const waiting = afterStep(atSeats, nextStep(atSeats), { _tag: 'Waiting' })
    expect(nextStep(waiting)).toStrictEqual({ _tag: 'Wait', reserve: 'seats-a' })
    expect(nextStep(afterStep(waiting, nextStep(waiting), { _tag: 'Done' }))).toStrictEqual({ _tag: 'Hold', reserve: 'seats-a' })
  })

  it('that is cancelled releases all, whatever another run was about to do', () => {
    const overtaken = afterStep(begin(request), nextStep(begin(request)), { _tag: 'Overtaken', phase: { _tag: 'Cancelling' } })
    expect(stepsOf(overtaken).map(({ _tag }) => _tag)).toStrictEqual(['Release', 'Release', 'Release', 'Enter', 'Finished'])
  })

  it('takes a step again whose outcome it did not learn', () => expect(nextStep(begin(request))).toStrictEqual(nextStep(begin(request))))

  it('never goes back', () => {
    const because = { reserve: 'seats-a', refusal: 'QuotaFull' } as const
    const phases: ReadonlyArray<Phase> = [
      { _tag: 'Requested' },
      { _tag: 'Confirmed' },
      { _tag: 'Aborting', because },
      { _tag: 'Declined', because },
      { _tag: 'Cancelling' },
      { _tag: 'Cancelled' },
    ]
    const ways = phases.map((from) => phases.filter((to) => mayEnter(from, to)).map(({ _tag }) => _tag))
    expect(ways).toStrictEqual([['Confirmed', 'Aborting', 'Cancelling'], ['Cancelling'], ['Declined'], [], ['Cancelled'], []])
  })
})

// ── a world of real ledgers ─────────────────────────────────────────────────

/** Takes one step in the world; the outcome may be lost on the way back. */
const advance = (world: World, progress: Progress, isLost = false): Progress => {
  const step = nextStep(progress)
  const outcome = world.take(progress.request, step)
  return isLost ? progress : afterStep(progress, step, outcome)
}

const settled = (world: World, progress: Progress): boolean =>
  ['Finished', 'Wait'].includes(nextStep(progress)._tag) && arbiterOf(world, progress.request.of)._tag === progress.phase._tag

/** A run from the arbiter's phase to its end, or to a waiting list. */
const runOut = (world: World, of: Request): void => {
  let progress = begin(of, arbiterOf(world, of.of))
  for (let steps = 0; !settled(world, progress); steps += 1) {
    expect(steps).toBeLessThan(50)
    progress = advance(world, progress)
    expect(rulesBroken(world)).toStrictEqual([])
  }
}

const asked = (of: PlacementId, officer: number, from: number, seats: Request['seats']): Requested => ({
  request: { of, calendar: `officerCalendar-${officer}`, seats },
  from: `2024-01-${String(from).padStart(2, '0')}` as `${number}-${number}-${number}`,
})

/** One that is granted, one that meets an overlap, one that meets a full quota, after another took its seat. */
const STORIES: ReadonlyArray<readonly [string, ReadonlyArray<Requested>]> = [
  ['that is granted', [asked('placement-1', 1, 1, ['seats-a', 'seats-b'])]],
  ['that overlaps', [asked('placement-0', 1, 3, []), asked('placement-1', 1, 1, ['seats-a', 'seats-b'])]],
  ['that finds no seat', [asked('placement-0', 2, 1, ['seats-b']), asked('placement-1', 1, 1, ['seats-a', 'seats-b'])]],
]

describe.each(STORIES)('an attachment %s', (_, stories) => {
  const last = stories.at(-1)
  if (last === undefined) throw new Error('a story tells of something')
  const begun = (): World => {
    const world = worldOf(stories)
    for (const { request: earlier } of stories.slice(0, -1)) runOut(world, earlier)
    return world
  }
  const whole = begun()
  runOut(whole, last.request)

  test.each(Array.from({ length: 10 }, (_, n) => n))(
    'ends the same where its run is killed after step %i, its outcome known or lost',
    (steps) => {
      for (const isLost of [false, true]) {
        const world = begun()
        let progress = begin(last.request)
        for (let n = 0; n < steps && !settled(world, progress); n += 1) {
          progress = advance(world, progress, isLost && n === steps - 1)
          expect(rulesBroken(world)).toStrictEqual([])
        }
        runOut(world, last.request)
        expect(finalOf(world)).toStrictEqual(finalOf(whole))
        const before = finalOf(world)
        runOut(world, last.request)
        expect(finalOf(world)).toStrictEqual(before)
      }
    },
  )
})

test('an attachment that waits for a seat is confirmed once it is promoted, and lets nobody down who is cancelled while he waits', () => {
  const [first, second, third] = [
    asked('placement-1', 1, 1, ['seats-a']),
    asked('placement-2', 2, 1, ['seats-a']),
    asked('placement-3', 3, 1, ['seats-a']),
  ] as const
  const world = worldOf([first, second, third], 'waiting list')
  const cancel = ({ request: of }: Requested): void => {
    world.take(of, { _tag: 'Enter', phase: { _tag: 'Cancelling' } })
    runOut(world, of)
  }
  const phases = () => [first, second, third].map(({ request: { of } }) => arbiterOf(world, of)._tag)
  for (const { request: of } of [first, second, third]) runOut(world, of)
  expect(phases()).toStrictEqual(['Confirmed', 'Requested', 'Requested'])
  cancel(second)
  cancel(first)
  runOut(world, third.request)
  expect(phases()).toStrictEqual(['Cancelled', 'Cancelled', 'Confirmed'])
})

test('runs that overtake each other, die and lose outcomes break no rule; what is left over is put right by one more run', () => {
  const stories = [
    asked('placement-1', 1, 1, ['seats-a', 'seats-b']),
    asked('placement-2', 1, 4, ['seats-b']),
    asked('placement-3', 2, 1, ['seats-b', 'seats-a']),
  ]
  const move = fc.record({
    run: fc.nat(5),
    isLost: fc.boolean(),
    dies: fc.nat(4).map((n) => n === 0),
    cancels: fc.nat(14).map((n) => n === 0),
  })
  fc.assert(
    fc.property(
      fc.constantFrom('refuse' as const, 'waiting list' as const),
      fc.array(move, { minLength: 20, maxLength: 80, size: 'max' }),
      (policy, moves) => {
        const world = worldOf(stories, policy)
        // Two runs for each attachment, neither of which knows of the other.
        const runs = [...stories, ...stories].map(({ request: of }) => begin(of))
        for (const { run, isLost, dies, cancels } of moves) {
          const progress = runs[run]
          if (progress === undefined) continue
          const { request: of } = progress
          if (cancels) world.take(of, { _tag: 'Enter', phase: { _tag: 'Cancelling' } })
          runs[run] = dies ? begin(of, arbiterOf(world, of.of)) : advance(world, progress, isLost)
          expect(rulesBroken(world)).toStrictEqual([])
        }
        // Once for each: who gives up last may make room for who waited first.
        for (const _ of stories) for (const { request: of } of stories) runOut(world, of)
        expect(rulesBroken(world)).toStrictEqual([])
        const ends = stories.map(({ request: { of } }) => arbiterOf(world, of)._tag)
        // Nobody waits but for a seat that somebody has for good: reserves are taken in one order, so that no two wait for each other.
        const mayWait = policy === 'waiting list' && ends.includes('Confirmed')
        for (const phase of ends) expect(['Confirmed', 'Declined', 'Cancelled', ...(mayWait ? ['Requested'] : [])]).toContain(phase)
      },
    ),
    { seed: 20241202, numRuns: 400 },
  )
})
