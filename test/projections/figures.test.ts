import { expect, it } from 'vitest'
import type { FigureReported, PublishedFigure } from '../../src/domain/figures/events.js'
import { figures } from '../../src/projections/figures.js'
import { figuresOnRecord } from '../../src/projections/questions/figures.js'
import { timeline } from '../../src/projections/questions/timeline.js'
import { person, recording, source } from '../support/recording.js'

const published: PublishedFigure = {
  figure: 'figure-1',
  by: { _tag: 'person', person: 'person-1', capacity: { title: 'Secretary' } },
  about: { _tag: 'body', words: 'the civil service' },
  measure: 'share',
  definition: 'officers trained, of all officers',
  standsAt: { edtf: '2024-03-31' },
  value: { _tag: 'share', percent: { kind: 'at least', n: 62.5 } },
}

const told = async () => {
  const one = await recording()
  await one.tell([], source('source-a', { edtf: '2024-04-10' }), person('person-1', 'Officer 1'))
  await one.tell(['source-a'], { type: 'ReportFigure', ...published })
  return one
}

it('keeps a figure as it was published, and what it rests on', async () => {
  const one = await told()
  expect(await one.row(figures, 'figure-1')).toStrictEqual({ ...published, entries: [await one.entry('figure-1')], sources: ['source-a'] })
  expect(await one.row(figures, 'figure-1', { publishedBy: '2024-04-09' })).toBeUndefined()
})

it('answers with the value as it stands: corrected, not when it was known before, and not at all when it is voided', async () => {
  const one = await told()
  const before = await one.position()
  const on = { stream: 'figure-1', entry: await one.entry('figure-1') } as const
  const value: FigureReported = { type: 'FigureReported', ...published, value: { _tag: 'share', percent: { kind: 'exact', n: 65 } } }
  await one.tell([], { type: 'CorrectEntry', ...on, value, reason: 'misread' })
  const values = async (view = {}) => (await one.ask(figuresOnRecord, {}, view)).map((row) => figuresOnRecord.columns.value.show(row.value))
  expect(await values()).toStrictEqual(['=65 %'])
  expect(await values({ asKnownAt: before })).toStrictEqual(['≥62.5 %'])
  await one.tell([], { type: 'VoidEntry', ...on, reason: 'entered twice' })
  expect(await values()).toStrictEqual([])
})

it('stands in the timeline of whoever gave it', async () => {
  const one = await told()
  expect((await one.ask(timeline, { person: 'person-1' })).map(({ role, what }) => [role, what])).toStrictEqual([
    ['giver of a figure', 'figure-1'],
  ])
})
