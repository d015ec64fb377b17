import { describe, expect, it } from 'vitest'
import type { FigureReported, PublishedFigure } from '../../../src/domain/figures/events.js'
import { breaches, type FigureCommand, figure, type ReportFigure } from '../../../src/domain/figures/figure.js'
import type { Count } from '../../../src/domain/vocabulary/count.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(figure)

const published: PublishedFigure = {
  figure: 'figure-sent',
  by: { _tag: 'organisation', organisation: 'organisation-csb' },
  about: { _tag: 'body', words: 'the civil service' },
  measure: 'officers sent',
  definition: 'officers on attachment outside the territory',
  standsAt: { edtf: '2024-03-31' },
  value: { _tag: 'count', count: { kind: 'about', n: 60 } },
}
const report = (rest: Partial<PublishedFigure> = {}): ReportFigure => ({ type: 'ReportFigure', ...published, ...rest })
const reported: FigureReported = { type: 'FigureReported', ...published }

describe('ReportFigure', () => {
  it('records the figure as it was published', () => given().when(report()).then(reported))

  it('stays quiet when it is told again', () => given(reported).when(report()).thenNothing())

  it('is refused under the id of another figure', () =>
    given(reported)
      .when(report({ definition: 'officers of the directorate alone' }))
      .thenRefused({ _tag: 'FigureAlreadyReported', figure: 'figure-sent', value: published.value }))

  it('is refused where it stands at a day and covers a period', () =>
    given()
      .when(report({ covers: { _tag: 'date', date: { edtf: '2024' } } }))
      .thenRefused({ _tag: 'FigureStandsAndCovers', figure: 'figure-sent' }))

  it.each([
    ['money', 'count'],
    ['share', 'count'],
    ['officers sent', 'share'],
    ['agreements', 'amount'],
  ] as const)('is refused where %s comes as a %s', (measure, kind) => {
    const values = {
      count: { _tag: 'count', count: { kind: 'exact', n: 1 } },
      share: { _tag: 'share', percent: { kind: 'exact', n: 1 } },
      amount: { _tag: 'amount', currency: 'HKD', amount: { kind: 'exact', n: 1 } },
    } as const
    given()
      .when(report({ measure, value: values[kind] }))
      .thenRefused({ _tag: 'ValueUnlikeMeasure', figure: 'figure-sent', measure, value: kind })
  })

  it.each(['hours', 'average per year', 'other'] as const)('takes %s in whatever it is measured', (measure) =>
    given()
      .when(report({ measure, value: { _tag: 'quantity', quantity: { kind: 'exact', n: 7.5 }, unit: 'hours' } }))
      .then({ ...reported, measure, value: { _tag: 'quantity', quantity: { kind: 'exact', n: 7.5 }, unit: 'hours' } }),
  )
})

describe('parts that are more than the whole', () => {
  const exact = (n: number): Count => ({ kind: 'exact', n })
  const broken = (whole: Count, part: Count, relation: 'of which' | 'beside' | 'not to be added'): FigureCommand =>
    report({ value: { _tag: 'count', count: whole }, parts: [{ label: 'women', value: { _tag: 'count', count: part }, relation }] })

  it('are a breach that a report may commit, where they are surely "of which" and surely more', () => {
    const command = broken(exact(10), { kind: 'more than', n: 10 }, 'of which')
    expect(breaches(command)).toStrictEqual([
      { refusal: { _tag: 'PartExceedsWhole', figure: 'figure-sent', whole: command.value, part: command.parts?.[0] }, certainty: 'sure' },
    ])
  })

  it.each([
    ['beside it', broken(exact(10), exact(11), 'beside')],
    ['not to be added', broken(exact(10), exact(11), 'not to be added')],
    ['of an approximate whole', broken({ kind: 'about', n: 10 }, exact(11), 'of which')],
    ['no more than it', broken(exact(10), exact(10), 'of which')],
    ['a share', report({ parts: [{ label: 'women', value: { _tag: 'share', percent: { kind: 'exact', n: 99 } }, relation: 'of which' }] })],
  ])('are none where the part is %s', (_, command) => expect(breaches(command)).toStrictEqual([]))
})
