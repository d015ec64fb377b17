import { describe, expect, it } from 'vitest'
import { batch } from '../../../src/domain/batches/batch.js'
import type { CohortAttached } from '../../../src/domain/batches/cohort-events.js'
import type { BatchCommand } from '../../../src/domain/batches/commands.js'
import type { BatchEvent } from '../../../src/domain/batches/events.js'
import { about, atLeast, exactly, unknownCount } from '../../../src/domain/vocabulary/count.js'
import { scenarios } from '../../support/scenario.js'

const cohort = 'batch-gba-1#first'
const keys = { batch: 'batch-gba-1', programme: 'programme-gba', cohort } as const
const opened: BatchEvent = { type: 'BatchOpened', batch: keys.batch, programme: keys.programme }
const given = (...history: ReadonlyArray<BatchEvent>) => scenarios(batch)(opened, ...history)
const flagsOf = (command: BatchCommand, ...history: ReadonlyArray<BatchEvent>) =>
  batch.breaches?.(command, [opened, ...history].reduce(batch.evolve, batch.initialState))

// From 18 December 2023 for about three months: the day after the last lies between 3 March and 2 April 2024.
const start = { edtf: '2023-12-18' }
const period = { start, length: { kind: 'about', span: { n: 3, unit: 'month' } } } as const
const derivedEnd = { edtf: '2024-03-18~', derived: 'start and length' } as const
const attached: CohortAttached = { type: 'CohortAttached', ...keys, size: exactly(10), period }
const untilMarch: BatchEvent = { type: 'CohortAttached', ...keys, size: exactly(10), period: { start, end: { edtf: '2024-03-15' } } }
const staggered: CohortAttached = { ...attached, period: { ...period, startsStaggered: true } }
const completed: BatchEvent = { type: 'CohortCompleted', ...keys, on: { edtf: '2024-03-15' } }
const confirmed: BatchEvent = { type: 'CohortPeriodConfirmed', ...keys, from: '2023-12-18', to: '2024-03-15' }
const left = (n: number): BatchEvent => ({ type: 'CohortReturned', ...keys, count: exactly(n), on: { edtf: '2024-01-31' } })

describe('ExtendCohort', () => {
  const extend = (edtf: string) => ({ type: 'ExtendCohort', cohort, end: { edtf } }) as const
  const extended = (edtf: string): BatchEvent => ({ type: 'CohortExtended', ...keys, end: { edtf } })

  it('records the new last day', () => given(attached).when(extend('2024-06-30')).then(extended('2024-06-30')))

  it('records one where no end is known', () =>
    given({ type: 'CohortAttached', ...keys, size: exactly(10) })
      .when(extend('2024-06-30'))
      .then(extended('2024-06-30')))

  it('stays quiet where it was extended so', () => given(attached, extended('2024-06-30')).when(extend('2024-06-30')).thenNothing())

  it('is refused surely not beyond the stated end', () =>
    given(untilMarch)
      .when(extend('2024-03-15'))
      .thenRefused({ _tag: 'ExtensionNotBeyondEnd', cohort, presentEnd: { edtf: '2024-03-15' }, end: { edtf: '2024-03-15' } }))

  it('is refused surely not beyond an earlier extension', () =>
    given(untilMarch, extended('2024-06-30'))
      .when(extend('2024-05'))
      .thenRefused({ _tag: 'ExtensionNotBeyondEnd', cohort, presentEnd: { edtf: '2024-06-30' }, end: { edtf: '2024-05' } }))

  it('is flagged where it cannot be told', () => {
    given(attached).when(extend('2024-03-20')).then(extended('2024-03-20'))
    expect(flagsOf(extend('2024-03-20'), attached)).toStrictEqual([
      {
        refusal: { _tag: 'ExtensionNotBeyondEnd', cohort, presentEnd: derivedEnd, end: { edtf: '2024-03-20' } },
        certainty: 'cannot tell',
      },
    ])
  })

  it('is reckoned from the reported start where the end follows from it', () => {
    const threeMonths: BatchEvent = { ...attached, period: { start, length: { kind: 'exact', span: { n: 3, unit: 'month' } } } }
    given(threeMonths, { type: 'CohortStarted', ...keys, on: { edtf: '2024-01-10' } })
      .when(extend('2024-04-01'))
      .thenRefused({
        _tag: 'ExtensionNotBeyondEnd',
        cohort,
        presentEnd: { edtf: '2024-04-10', derived: 'start and length' },
        end: { edtf: '2024-04-01' },
      })
  })

  it('is refused for a cohort that completed', () =>
    given(attached, completed)
      .when(extend('2024-06-30'))
      .thenRefused({ _tag: 'CohortOver', cohort, on: { edtf: '2024-03-15' } }))

  it('is refused for a cohort of which all have left', () =>
    given(attached, left(10))
      .when(extend('2024-06-30'))
      .thenRefused({ _tag: 'CohortOver', cohort, on: { edtf: '2024-01-31' } }))

  it('is refused surely before the start', () =>
    given(attached)
      .when(extend('2023-11'))
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start, end: { edtf: '2023-11' } }))
})

describe('RecordCohortReturn', () => {
  const give = {
    type: 'RecordCohortReturn',
    cohort,
    count: exactly(2),
    on: { edtf: '2024-01-31' },
    why: 'posts to fill',
    askedBy: 'home',
  } as const
  const { type: _, ...told } = give

  it('records how many returned, when, why and who asked', () =>
    given(attached)
      .when(give)
      .then({ type: 'CohortReturned', ...keys, ...told }))

  it('is taken after the completion: reports come late', () =>
    given(attached, completed)
      .when(give)
      .then({ type: 'CohortReturned', ...keys, ...told }))

  it('stays quiet for the same return: one fact told twice', () =>
    given(attached, { type: 'CohortReturned', ...keys, ...told })
      .when(give)
      .thenNothing())

  it('is refused where surely more returned than were attached', () =>
    given(attached, left(9))
      .when(give)
      .thenRefused({ _tag: 'MoreReturnedThanAttached', cohort, attached: exactly(10), returned: [exactly(9), exactly(2)] }))

  it.each([
    ['about 3 more', about(3), ['MoreReturnedThanAttached']],
    ['an unknown number', unknownCount, []],
  ])('is taken where %s returned, and flagged where the figures exceed the cohort', (_, count, flags) => {
    given(attached, left(8))
      .when({ ...give, count })
      .then({ type: 'CohortReturned', ...keys, ...told, count })
    expect(flagsOf({ ...give, count }, attached, left(8))?.map(({ refusal, certainty }) => [refusal._tag, certainty])).toStrictEqual(
      flags.map((flag) => [flag, 'cannot tell']),
    )
  })

  it('is refused before the last day of a period confirmed for all', () =>
    given(attached, confirmed)
      .when(give)
      .thenRefused({ _tag: 'CohortPeriodAlreadyConfirmed', cohort, confirmed: { from: '2023-12-18', to: '2024-03-15' } }))

  it.each(['2024-03-15', '2024-03'])('is taken on %s, which is not surely before that day', (edtf) =>
    given(attached, confirmed)
      .when({ ...give, on: { edtf } })
      .then({ type: 'CohortReturned', ...keys, ...told, on: { edtf } }),
  )

  it('is taken within that period where it is not sure that anybody returned', () =>
    given(attached, confirmed)
      .when({ ...give, count: unknownCount })
      .then({ type: 'CohortReturned', ...keys, ...told, count: unknownCount }))

  it('is judged by the attachment, not by the end once planned', () => {
    const early: BatchEvent = { type: 'CohortPlanned', ...keys, size: exactly(10), period: { end: { edtf: '2023-12-31' } } }
    given(early, { ...attached, period: { start } })
      .when(give)
      .then({ type: 'CohortReturned', ...keys, ...told })
  })

  it('is refused surely before the start', () =>
    given(attached)
      .when({ ...give, on: { edtf: '2023-12-17' } })
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start, end: { edtf: '2023-12-17' } }))

  it.each([
    ['agreed end', untilMarch, []],
    ['completion', attached, [completed]],
  ])('is refused surely after the %s: it is no early return', (_, first, more) =>
    given(first, ...more)
      .when({ ...give, on: { edtf: '2024-04' } })
      .thenRefused({ _tag: 'EarlyReturnAfterEnd', cohort, end: { edtf: '2024-03-15' }, on: { edtf: '2024-04' } }),
  )

  it('is refused surely after the stated end of a cohort whose starts are staggered', () =>
    given({ ...staggered, period: { start, end: { edtf: '2024-03-15' }, startsStaggered: true } })
      .when({ ...give, on: { edtf: '2024-04' } })
      .thenRefused({ _tag: 'EarlyReturnAfterEnd', cohort, end: { edtf: '2024-03-15' }, on: { edtf: '2024-04' } }))

  it('is taken long after the first could be done where the starts are staggered, and flagged', () => {
    const late = { ...give, on: { edtf: '2024-05' } }
    given(staggered)
      .when(late)
      .then({ type: 'CohortReturned', ...keys, ...told, on: late.on })
    expect(flagsOf(late, staggered)).toStrictEqual([
      { refusal: { _tag: 'EarlyReturnAfterEnd', cohort, end: derivedEnd, on: late.on }, certainty: 'cannot tell' },
    ])
  })
})

describe('RecordCohortCompletion', () => {
  const complete = { type: 'RecordCohortCompletion', cohort, on: { edtf: '2024-03-15' } } as const
  const some = (n: number, edtf: string): BatchEvent => ({ type: 'CohortCompleted', ...keys, on: { edtf }, count: exactly(n) })

  it('records the last day of the whole cohort', () => given(attached, left(2)).when(complete).then(completed))

  it('records the last day of some, and then of others', () => {
    given(attached)
      .when({ ...complete, count: exactly(4) })
      .then(some(4, '2024-03-15'))
    given(attached, some(4, '2024-01-15'))
      .when({ ...complete, count: exactly(6) })
      .then(some(6, '2024-03-15'))
  })

  it('stays quiet for the same completion', () => given(attached, completed).when(complete).thenNothing())

  it.each([
    ['completed as a whole', [completed], '2024-03-15'],
    ['completed in parts', [some(4, '2024-01-15'), some(6, '2024-02-15')], '2024-02-15'],
  ])('is refused for a cohort that %s', (_, history, on) =>
    given(attached, ...history)
      .when({ ...complete, on: { edtf: '2024-03-18' } })
      .thenRefused({ _tag: 'CohortOver', cohort, on: { edtf: on } }),
  )

  it('is refused where surely more left than were attached, by whatever event', () =>
    given(attached, left(2), some(4, '2024-01-15'))
      .when({ ...complete, count: atLeast(5) })
      .thenRefused({
        _tag: 'MoreReturnedThanAttached',
        cohort,
        attached: exactly(10),
        returned: [exactly(2), exactly(4), atLeast(5)],
      }))

  it('is refused before the last day of a period confirmed for all', () =>
    given(attached, confirmed)
      .when({ ...complete, on: { edtf: '2024-02' } })
      .thenRefused({ _tag: 'CohortPeriodAlreadyConfirmed', cohort, confirmed: { from: '2023-12-18', to: '2024-03-15' } }))

  it('is refused for the whole cohort surely before an early return', () =>
    given(attached, left(2))
      .when({ ...complete, on: { edtf: '2024-01-15' } })
      .thenRefused({ _tag: 'EarlyReturnAfterEnd', cohort, end: { edtf: '2024-01-15' }, on: { edtf: '2024-01-31' } }))

  it('is refused surely before the agreed start, until presence was reported before it', () => {
    const early = { ...complete, on: { edtf: '2023-12-10' } }
    given(attached).when(early).thenRefused({ _tag: 'EndBeforeStart', cohort, start, end: early.on })
    given(attached, { ...confirmed, from: '2023-12-01', to: '2023-12-08' })
      .when(early)
      .then({ type: 'CohortCompleted', ...keys, on: early.on })
  })
})
