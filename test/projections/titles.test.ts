import { expect, it } from 'vitest'
import { titles } from '../../src/projections/titles.js'
import { organisation, person, recording, source } from '../support/recording.js'

const capacity = { title: 'Chief Executive', of: 'organisation-hksar' } as const

it('gathers the uses of one title of one person from every kind of entry, each once', async () => {
  const { tell, row, entry } = await recording()
  await tell([], source('source-a'), organisation('organisation-hksar', 'HKSAR Government'), person('person-1', 'Mr John Lee'))
  const roles = ['host', 'speaker'].map((role) => ({ role, person: 'person-1', capacities: [capacity] }) as const)
  await tell(
    ['source-a'],
    {
      type: 'SignAgreement',
      agreement: 'agreement-a',
      names: [{ text: 'An agreement', language: 'en' }],
      parties: { items: [], open: true },
      signedOn: { edtf: '2023-09' },
      witnesses: [{ person: 'person-1', capacity }],
    },
    { type: 'ScheduleOccasion', occasion: 'occasion-a', kind: 'talk', on: { edtf: '2023-01-01' }, roles },
    { type: 'RecordBriefing', occasion: 'occasion-a', kind: 'talk', on: { edtf: '2023-06-15' }, roles },
    {
      type: 'RecordRemarks',
      statement: 'statement-a',
      by: { _tag: 'person', person: 'person-1', capacity: { title: 'Chief Executive' } },
      about: [],
      reported: 'quoted',
      language: 'en',
      points: ['something'],
    },
  )
  const held = await entry('occasion-a', 1)
  const [signed, said] = [await entry('agreement-a'), await entry('statement-a')]
  expect(await row(titles, 'person-1|Chief Executive')).toStrictEqual({
    person: 'person-1',
    title: 'Chief Executive',
    uses: [
      { organisation: 'organisation-hksar', date: { edtf: '2023-09' }, entry: signed, stream: 'agreement-a' },
      { organisation: 'organisation-hksar', date: { edtf: '2023-06-15' }, entry: held, stream: 'occasion-a' },
      { entry: said, stream: 'statement-a' },
    ],
    entries: [signed, held, said],
    sources: ['source-a'],
  })
  expect(await row(titles, 'person-1|Secretary')).toBeUndefined()
})
