import { expect, it } from 'vitest'
import type { CivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import { existed } from '../../../src/projections/questions/existed.js'
import { organisation, recording, source } from '../../support/recording.js'

const csc = 'organisation-csc'
const csb = 'organisation-csb'

it('knows whether an organisation existed on a day, and on what that rests', async () => {
  const { tell, ask } = await recording()
  await tell([], organisation(csc, 'Civil Service College', { kind: 'college', establishedOn: { edtf: '2021-12-09' } }))
  const because = 'established 2021-12-09; no end on record'
  const told = { organisation: csc, name: 'Civil Service College', establishedOn: { edtf: '2021-12-09' }, because }
  expect(await ask(existed, { organisation: csc, on: '2021-12-01' })).toStrictEqual([{ ...told, day: '2021-12-01', existed: 'no' }])
  expect(await ask(existed, { organisation: csc, on: '2021-12-09' })).toStrictEqual([{ ...told, day: '2021-12-09', existed: 'yes' }])
})

it('cannot tell without a founding day or inside a vague one, and has no answer for what is not on record', async () => {
  const { tell, ask } = await recording()
  await tell([], organisation(csb, 'Civil Service Bureau'), organisation(csc, 'College', { establishedOn: { edtf: '2021-12' } }))
  const on = async (id: typeof csb | typeof csc, day: CivilDate) => (await ask(existed, { organisation: id, on: day }))[0]?.existed
  expect([await on(csb, '2021-12-01'), await on(csc, '2021-12-15'), await on(csc, '2022-01-01')]).toStrictEqual([
    'cannot tell',
    'cannot tell',
    'yes',
  ])
  expect(await ask(existed, { organisation: 'organisation-nobody', on: '2021-12-01' })).toStrictEqual([])
})

it('ends with the last day, or where another stands in its place', async () => {
  const { tell, ask, position } = await recording()
  const establishedOn = { edtf: '2000' }
  await tell(
    [],
    source('source-a'),
    organisation(csc, 'College', { establishedOn }),
    organisation(csb, 'Office', { establishedOn }),
    organisation('organisation-dpo', 'Digital Policy Office'),
  )
  const before = await position()
  await tell(
    [],
    { type: 'DissolveOrganisation', organisation: csc, on: { edtf: '2024-07-24' } },
    { type: 'MergeOrganisations', organisation: csb, into: 'organisation-dpo', from: { edtf: '2024-07-25' } },
  )
  const days = ['2024-07-24', '2024-07-25'] as const
  for (const id of [csc, csb] as const) {
    const answers = await Promise.all(days.map(async (on) => (await ask(existed, { organisation: id, on }))[0]?.existed))
    expect(answers).toStrictEqual(['yes', 'no'])
    expect((await ask(existed, { organisation: id, on: '2024-07-25' }, { asKnownAt: before }))[0]?.existed).toBe('yes')
  }
  const [merged] = await ask(existed, { organisation: csb, on: '2024-07-25' })
  expect(merged?.because).toBe('established 2000; goes on in Digital Policy Office from 2024-07-25')
})
