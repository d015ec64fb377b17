import { expect, it } from 'vitest'
import { timelines } from '../../src/projections/timelines.js'
import { organisation, person, recording, source } from '../support/recording.js'

it('keeps what every kind of entry says of a person, and nothing of entries that do not name the person', async () => {
  const { tell, row, entry } = await recording()
  const names = [{ text: 'A programme', language: 'en' }]
  await tell([], source('source-a'), organisation('organisation-a', 'A bureau'), person('person-1', 'Mr Wang'), person('person-2', 'Ms Li'))
  await tell(
    ['source-a'],
    { type: 'RegisterProgramme', programme: 'programme-a', names, kind: 'attachment' },
    { type: 'OpenBatch', batch: 'batch-a', programme: 'programme-a', ordinal: 1 },
    { type: 'AttachCohort', cohort: 'batch-a#all', size: { kind: 'exact', n: 3 } },
    { type: 'IdentifyMember', cohort: 'batch-a#all', person: 'person-1' },
    {
      type: 'AttachOfficer',
      placement: 'placement-1',
      officer: 'person-1',
      programme: 'programme-a',
      kind: 'attachment',
      home: {},
      hosts: { items: [], open: true },
      period: { start: { edtf: '2024-12' } },
    },
    { type: 'RecordReflection', placement: 'placement-1', author: 'person-2', language: 'en', points: ['much'] },
    { type: 'RecordBackground', person: 'person-1', kind: 'experience', words: 'earlier work' },
    { type: 'EstablishPost', post: 'post-a', organisation: 'organisation-a', titles: names },
    { type: 'FillPost', post: 'post-a', holder: 'person-1', from: { edtf: '2022' }, acting: true },
    { type: 'FillPost', post: 'post-a', from: { edtf: '2023' } },
  )
  const sources = ['source-a']
  const [attached, reflected] = [await entry('placement-1'), await entry('placement-1', 1)]
  const placement = { kind: 'placement', what: 'placement-1', within: 'programme-a', sources } as const
  expect((await row(timelines, 'person-1'))?.items).toStrictEqual([
    { kind: 'cohort', role: 'member', what: 'batch-a#all', within: 'programme-a', entry: await entry('batch-a', 2), sources },
    { ...placement, role: 'attached', date: { edtf: '2024-12' }, entry: attached },
    { ...placement, role: 'reflection', words: 'much', entry: reflected },
    { kind: 'background', role: 'experience', words: 'earlier work', entry: await entry('person-1', 1), sources },
    {
      kind: 'post',
      role: 'acting',
      what: 'post-a',
      within: 'organisation-a',
      date: { edtf: '2022' },
      entry: await entry('post-a', 1),
      sources,
    },
  ])
  expect((await row(timelines, 'person-2'))?.items).toStrictEqual([
    { ...placement, role: 'author of a reflection', words: 'much', entry: reflected },
  ])
})
