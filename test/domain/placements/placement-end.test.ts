import { describe, expect, it } from 'vitest'
import type { PlacementEvent } from '../../../src/domain/placements/events.js'
import { attached, cancelled, completed, confirmed, curtailed, end, flagsOf, given, id, start, started, three } from './example.js'

describe('CompletePlacement', () => {
  const complete = { type: 'CompletePlacement', placement: id, on: end } as const

  it.each([
    ['that started', [started]],
    ['of which no start was reported', []],
  ])('records the last day of a placement %s', (_, history) =>
    given(attached, ...history)
      .when(complete)
      .then(completed),
  )

  it('stays quiet for the same day', () => given(attached, completed).when(complete).thenNothing())

  it.each([
    ['completed on another day', { ...completed, on: { edtf: '2025-02-14' } }, { how: 'completed', on: { edtf: '2025-02-14' } }],
    ['was cut short', curtailed, { how: 'curtailed', on: { edtf: '2025-01-24' } }],
    ['was cancelled', cancelled, { how: 'cancelled' }],
  ] as const)('is refused for one that %s', (_, ending, facts) =>
    given(attached, ending)
      .when(complete)
      .thenRefused({ _tag: 'PlacementOver', placement: id, ...facts }),
  )

  it.each([
    ['reported', [started]],
    ['agreed', []],
  ])('is refused surely before the %s start', (_, history) =>
    given(attached, ...history)
      .when({ ...complete, on: { edtf: '2024-11' } })
      .thenRefused({ _tag: 'EndBeforeStart', placement: id, start, end: { edtf: '2024-11' } }),
  )

  it.each([
    ['the start', { ...started, on: { edtf: '2024-11-01' } }],
    ['presence', { ...confirmed, from: '2024-11-01', to: '2024-11-08' } as const],
  ])('is taken before the agreed start where %s was reported earlier', (_, reported) =>
    given(attached, reported)
      .when({ ...complete, on: { edtf: '2024-11-15' } })
      .then({ ...completed, on: { edtf: '2024-11-15' } }),
  )

  it('is flagged before a day of presence', () =>
    expect(flagsOf({ ...complete, on: { edtf: '2025-01-19' } }, attached, confirmed)).toStrictEqual([
      {
        refusal: { _tag: 'PlacementPeriodAlreadyConfirmed', placement: id, confirmed: { from: '2024-12-09', to: '2025-01-20' } },
        certainty: 'sure',
      },
    ]))
})

describe('CurtailPlacement', () => {
  const curtail = { type: 'CurtailPlacement', placement: id, on: { edtf: '2025-01-24' }, by: 'home', why: 'budget' } as const

  it('records the last day, who asked, and why', () => given(attached, started).when(curtail).then(curtailed))

  it('stays quiet for the same curtailment', () => given(attached, curtailed).when(curtail).thenNothing())

  it('is refused surely after the agreed end: it is no early return', () =>
    given(attached, started)
      .when({ ...curtail, on: { edtf: '2025-03' } })
      .thenRefused({ _tag: 'EarlyReturnAfterEnd', placement: id, end, on: { edtf: '2025-03' } }))

  it('is flagged where that cannot be told', () => {
    const agreed: PlacementEvent = { ...attached, period: { start, length: { kind: 'about', span: three } } }
    const vague = { ...curtail, on: { edtf: '2025-02' } }
    given(agreed)
      .when(vague)
      .then({ ...curtailed, on: vague.on })
    expect(flagsOf(vague, agreed)).toStrictEqual([
      {
        refusal: {
          _tag: 'EarlyReturnAfterEnd',
          placement: id,
          end: { edtf: '2025-03-02~', derived: 'start and length' },
          on: vague.on,
        },
        certainty: 'cannot tell',
      },
    ])
  })
})

describe('CancelPlacement', () => {
  const cancel = { type: 'CancelPlacement', placement: id, why: 'no office' } as const

  it('calls off a placement before it starts', () => given(attached).when(cancel).then(cancelled))

  it('stays quiet for the same cancellation', () => given(attached, cancelled).when(cancel).thenNothing())

  it('is refused for another reason: it is over', () =>
    given(attached, cancelled)
      .when({ ...cancel, why: 'illness' })
      .thenRefused({ _tag: 'PlacementOver', placement: id, how: 'cancelled' }))

  it('is refused after the start', () =>
    given(attached, started).when(cancel).thenRefused({ _tag: 'PlacementAlreadyStarted', placement: id, startedOn: start }))

  it('is refused where presence was reported, though no start was', () =>
    given(attached, confirmed).when(cancel).thenRefused({ _tag: 'PlacementAlreadyStarted', placement: id }))
})
