import { expect, it } from 'vitest'
import { posts } from '../../src/projections/posts.js'
import { organisation, person, recording, source } from '../support/recording.js'

const post = 'post-secretary'
const titles = [{ text: 'Secretary for the Civil Service', language: 'en' }]

it('keeps holders, vacancies and changes as they were told; a recommendation is no approval', async () => {
  const { tell, row, entry } = await recording()
  await tell([], source('source-a'), organisation('organisation-csb', 'Civil Service Bureau'), person('person-1', 'Mr Nip'))
  await tell(['source-a'], { type: 'EstablishPost', post, organisation: 'organisation-csb', titles, from: { edtf: '1997-07-01' } })
  await tell(
    [],
    { type: 'FillPost', post, holder: 'person-1', from: { edtf: '2020-04-22' } },
    { type: 'FillPost', post, acting: true },
    { type: 'VacatePost', post },
    { type: 'ProposePostChange', post, change: 'upgrading', on: { edtf: '2023' }, words: 'by one rank' },
    { type: 'RecommendPostChange', post, by: 'organisation-csb' },
  )
  const told = {
    post,
    organisation: 'organisation-csb',
    titles,
    establishedFrom: { edtf: '1997-07-01' },
    state: 'established',
    holders: [{ holder: 'person-1', from: { edtf: '2020-04-22' } }, { acting: true }],
    vacancies: [{}],
    changes: [
      { step: 'proposed', change: 'upgrading', on: { edtf: '2023' }, words: 'by one rank' },
      { step: 'recommended', by: 'organisation-csb' },
    ],
    sources: ['source-a'],
  }
  const entries = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => entry(post, n)))
  expect(await row(posts, post)).toStrictEqual({ ...told, entries })
  await tell(
    [],
    { type: 'DecidePostChange', post, outcome: 'refused', by: 'organisation-csb' },
    { type: 'LapsePost', post, why: 'no longer needed' },
  )
  expect(await row(posts, post)).toMatchObject({
    state: 'lapsed',
    lapsedWhy: 'no longer needed',
    changes: [...told.changes, { step: 'refused', by: 'organisation-csb' }],
  })
  expect((await row(posts, post))?.lapsedOn).toBeUndefined()
})
