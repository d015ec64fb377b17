import { expect, it } from 'vitest'
import { sourcesOnRecord } from '../../src/projections/questions/sources.js'
import { issueOfSource, sources } from '../../src/projections/sources.js'
import { recording, source } from '../support/recording.js'

it('keeps a document as it describes itself, and makes up no issue date', async () => {
  const { tell, row, entry, ask } = await recording()
  await tell([], source('source-a', { edtf: '2023-12' }), source('source-b'))
  const dated = {
    source: 'source-a',
    title: 'Document source-a',
    language: 'en',
    kind: 'press release',
    issuedOn: { edtf: '2023-12' },
    entries: [await entry('source-a')],
    sources: [],
  }
  expect(await row(sources, 'source-a')).toStrictEqual(dated)
  const [first, second, ...more] = await ask(sourcesOnRecord, {})
  expect([first, second?.source, second?.issuedOn, more]).toStrictEqual([dated, 'source-b', undefined, []])
  expect(await ask(sourcesOnRecord, { source: 'source-a' })).toStrictEqual([dated])
  expect(await ask(sourcesOnRecord, {}, { publishedBy: '2023-12-30' })).toStrictEqual([])
  expect(await ask(sourcesOnRecord, {}, { publishedBy: '2023-12-31' })).toStrictEqual([dated])
})

it('tells the engine when a source was issued, and of other events nothing', () => {
  const registered = { type: 'SourceRegistered', source: 'source-a', title: 'A', language: 'en', kind: 'report' } as const
  expect(issueOfSource.of(registered)).toStrictEqual({ source: 'source-a' })
  expect(issueOfSource.of({ ...registered, issuedOn: { edtf: '2023' } })).toStrictEqual({ source: 'source-a', on: { edtf: '2023' } })
  expect(issueOfSource.of({ type: 'AliasAdded', person: 'person-1', name: { text: 'A', language: 'en' } })).toBeUndefined()
})

it('counts a corrected issue date', async () => {
  const { tell, entry, ask } = await recording()
  await tell([], source('source-a', { edtf: '2024' }))
  const published = async () => (await ask(sourcesOnRecord, {}, { publishedBy: '2023-12-31' })).map(({ issuedOn }) => issuedOn?.edtf)
  expect(await published()).toStrictEqual([])
  const value = {
    type: 'SourceRegistered',
    source: 'source-a',
    title: 'A',
    language: 'en',
    kind: 'report',
    issuedOn: { edtf: '2023' },
  } as const
  await tell([], { type: 'CorrectEntry', stream: 'source-a', entry: await entry('source-a'), value, reason: 'misread' })
  expect(await published()).toStrictEqual(['2023'])
})
