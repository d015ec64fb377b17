import { describe, expect, it } from 'vitest'
import type { PlacementEvent } from '../../../src/domain/placements/events.js'
import { attached, completed, confirmed, curtailed, end, flagsOf, given, id, keys, start, started, three } from './example.js'

describe('StartPlacement', () => {
  const begin = { type: 'StartPlacement', placement: id, on: start } as const

  it('records the day, with what was fixed at the attachment', () => given(attached).when(begin).then(started))

  it.each([
    ['presence was confirmed', [confirmed]],
    ['it completed', [completed]],
    ['it was cut short', [curtailed]],
  ])('is taken after %s: reports come late', (_, history) =>
    given(attached, ...history)
      .when(begin)
      .then(started),
  )

  it('stays quiet for the same day', () => given(attached, started).when(begin).thenNothing())

  it('is refused for another day', () =>
    given(attached, started)
      .when({ ...begin, on: { edtf: '2024-12-03' } })
      .thenRefused({ _tag: 'PlacementAlreadyStarted', placement: id, startedOn: start }))

  it.each([
    ['the reported end', curtailed, '2025-01-24'],
    ['a day of presence', confirmed, '2025-01-20'],
  ])('is refused surely after %s', (_, history, last) =>
    given(attached, history)
      .when({ ...begin, on: { edtf: '2025-02' } })
      .thenRefused({ _tag: 'EndBeforeStart', placement: id, start: { edtf: '2025-02' }, end: { edtf: last } }),
  )

  it.each(['2024-12-01', '2024-11', '2025-03-01', '2025-04'])('is flagged on %s, surely outside the agreed period', (edtf) => {
    const on = { edtf }
    given(attached)
      .when({ ...begin, on })
      .then({ type: 'PlacementStarted', ...keys, on })
    expect(flagsOf({ ...begin, on }, attached)).toStrictEqual([
      { refusal: { _tag: 'StartOutsideAgreedPeriod', placement: id, on, start, end }, certainty: 'sure' },
    ])
  })

  it.each(['2024-12-02', '2024-12', '2025-02-28', '2025-02'])('is not flagged on %s', (edtf) =>
    expect(flagsOf({ ...begin, on: { edtf } }, attached)).toStrictEqual([]),
  )

  it('is judged by the derived end where only start and length were agreed', () => {
    const on = { edtf: '2025-03-02' }
    const agreed: PlacementEvent = { ...attached, period: { start, length: { kind: 'exact', span: three } } }
    expect(flagsOf({ ...begin, on }, agreed)).toStrictEqual([
      {
        refusal: { _tag: 'StartOutsideAgreedPeriod', placement: id, on, start, end: { edtf: '2025-03-02', derived: 'start and length' } },
        certainty: 'sure',
      },
    ])
  })

  it('is judged by nothing where no period was agreed', () => expect(flagsOf(begin, { ...attached, period: {} })).toStrictEqual([]))
})

describe('ConfirmPlacementPeriod', () => {
  const confirm = { type: 'ConfirmPlacementPeriod', placement: id, from: '2024-12-09', to: '2025-01-20' } as const

  it('records days of presence, also before any start is on record', () => given(attached).when(confirm).then(confirmed))

  it('stays quiet for the same days', () => given(attached, confirmed).when(confirm).thenNothing())

  it('is refused where the last day lies before the first', () =>
    given(attached)
      .when({ ...confirm, to: '2024-12-08' })
      .thenRefused({ _tag: 'EndBeforeStart', placement: id, start: { edtf: '2024-12-09' }, end: { edtf: '2024-12-08' } }))

  it('is refused surely before the reported start', () =>
    given(attached, started)
      .when({ ...confirm, from: '2024-11-01', to: '2024-12-01' })
      .thenRefused({ _tag: 'EndBeforeStart', placement: id, start, end: { edtf: '2024-12-01' } }))

  it('is flagged after the reported end', () => {
    const late = { ...confirm, to: '2025-02-28' } as const
    given(attached, curtailed)
      .when(late)
      .then({ ...confirmed, to: '2025-02-28' })
    expect(flagsOf(late, attached, curtailed)).toStrictEqual([
      { refusal: { _tag: 'PlacementOver', placement: id, how: 'curtailed', on: { edtf: '2025-01-24' } }, certainty: 'sure' },
    ])
    expect(flagsOf(confirm, attached, curtailed)).toStrictEqual([])
  })
})
