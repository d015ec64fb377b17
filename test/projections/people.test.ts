import { expect, it } from 'vitest'
import { people } from '../../src/projections/people.js'
import { peopleOnRecord } from '../../src/projections/questions/people.js'
import { organisation, person, recording } from '../support/recording.js'

const unnamed = { type: 'RegisterPerson', person: 'person-2', describedAs: 'one of the representatives from Shenzhen' } as const

it('keeps what is learned of somebody unnamed, and gives him a name later', async () => {
  const { tell, row, entry } = await recording()
  await tell([], unnamed)
  const [first] = [await entry('person-2')]
  expect(await row(people, 'person-2')).toStrictEqual({
    person: 'person-2',
    describedAs: 'one of the representatives from Shenzhen',
    postings: [],
    background: [],
    entries: [first],
    sources: [],
  })
  expect([people.columns.postings.show([]), people.columns.background.show([])]).toStrictEqual(['?', '?'])
  await tell([], { type: 'AddAlias', person: 'person-2', name: { text: 'Ms Li', language: 'en' } })
  expect((await row(people, 'person-2'))?.names).toStrictEqual([{ text: 'Ms Li', language: 'en' }])
  await tell([], { type: 'VoidEntry', stream: 'person-2', entry: await entry('person-2', 1), reason: 'somebody else' })
  expect((await row(people, 'person-2'))?.names).toBeUndefined()
})

it('knows that there is prior experience, and not of what kind', async () => {
  const { tell, ask } = await recording()
  await tell([], organisation('organisation-csb', 'Civil Service Bureau'))
  await tell(
    [],
    person('person-1', 'Mr Terence Wang'),
    { type: 'RecordBackground', person: 'person-1', kind: 'experience', words: 'previous work experience' },
    { type: 'RecordPosting', person: 'person-1', organisation: 'organisation-csb', from: { edtf: '2019' } },
  )
  const [found, ...more] = await ask(peopleOnRecord, { named: 'wang' })
  expect(more).toStrictEqual([])
  expect(found).toMatchObject({
    name: 'Mr Terence Wang',
    postings: [{ organisation: 'organisation-csb', from: { edtf: '2019' } }],
    background: [{ kind: 'experience', words: 'previous work experience' }],
  })
})

it('gives all whom a name fits, and every record of one person', async () => {
  const { tell, ask, position } = await recording()
  await tell([], unnamed, person('person-1', 'Mr Terence Wang'), person('person-3', 'Ms Wang Li'))
  const who = async (asked: { readonly named?: string; readonly person?: 'person-1' | 'person-2' }, view = {}) =>
    (await ask(peopleOnRecord, asked, view)).map(({ person: id, name, sameAs }) => [id, name, sameAs])
  expect(await who({ named: 'Wang' })).toStrictEqual([
    ['person-1', 'Mr Terence Wang', undefined],
    ['person-3', 'Ms Wang Li', undefined],
  ])
  expect(await who({ named: 'shenzhen' })).toStrictEqual([['person-2', 'one of the representatives from Shenzhen', undefined]])
  const before = await position()
  await tell([], { type: 'MergePersons', person: 'person-2', into: 'person-1' })
  const both = [
    ['person-1', 'Mr Terence Wang', undefined],
    ['person-2', 'one of the representatives from Shenzhen', 'person-1'],
  ]
  expect([await who({ person: 'person-1' }), await who({ person: 'person-2' })]).toStrictEqual([both, both])
  expect((await who({ person: 'person-2' }, { asKnownAt: before })).length).toBe(1)
})
