import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import type { OccasionId, PersonId } from '../../../src/domain/vocabulary/id.js'
import type { StatedDate } from '../../../src/domain/vocabulary/stated-date.js'
import { type OfficesAsked, offices } from '../../../src/projections/questions/offices.js'
import { organisation, person, type Recording, recording, source } from '../../support/recording.js'

const SECRETARY = 'Secretary for the Civil Service'
const csb = 'organisation-csb'

const talk = (occasion: OccasionId, who: PersonId, title: string, on?: StatedDate): LedgerCommand => ({
  type: 'RecordBriefing',
  occasion,
  kind: 'talk',
  ...(on && { on }),
  roles: [{ role: 'speaker', person: who, capacities: [{ title, of: csb }] }],
})

const begun = async (): Promise<Recording> => {
  const one = await recording()
  await one.tell([], source('source-a', { edtf: '2021' }), source('source-b', { edtf: '2023' }), organisation(csb, 'Civil Service Bureau'))
  await one.tell(['source-a', 'source-b'], person('person-1', 'Mr Nip'), person('person-2', 'Mrs Yeung'), person('person-3', 'Mr Leung'))
  return one
}

const who = async ({ ask }: Recording, asked: OfficesAsked, view = {}) =>
  (await ask(offices, asked, view)).map(({ name, answer, because }) => [name, answer, because])

describe('titles as used', () => {
  const told = async (): Promise<Recording> => {
    const one = await begun()
    await one.tell(['source-a'], talk('occasion-1', 'person-1', SECRETARY, { edtf: '2021-12-17' }))
    await one.tell(['source-b'], talk('occasion-2', 'person-2', SECRETARY, { edtf: '2023-12-18' }))
    await one.tell(['source-b'], talk('occasion-3', 'person-3', `Permanent ${SECRETARY}`, { edtf: '2023-12-18' }))
    return one
  }

  it('prove the holder for the day of their use; for any other day nothing can be told', async () => {
    const one = await told()
    expect(await one.ask(offices, { title: SECRETARY, on: '2021-12-17' })).toStrictEqual([
      {
        person: 'person-1',
        name: 'Mr Nip',
        title: SECRETARY,
        organisation: csb,
        organisationName: 'Civil Service Bureau',
        usedOn: [{ edtf: '2021-12-17' }],
        answer: 'yes',
        because: 'title used',
      },
      {
        person: 'person-2',
        name: 'Mrs Yeung',
        title: SECRETARY,
        organisation: csb,
        organisationName: 'Civil Service Bureau',
        usedOn: [{ edtf: '2023-12-18' }],
        answer: 'cannot tell',
        because: 'title used',
      },
    ])
    const between = (await one.ask(offices, { title: SECRETARY, on: '2022-06-01' })).map(({ answer }) => answer)
    expect(between).toStrictEqual(['cannot tell', 'cannot tell'])
  })

  it('are all meant by some words, and one by its whole title', async () => {
    const one = await told()
    expect((await one.ask(offices, { title: 'secretary' })).map(({ title }) => title)).toStrictEqual([
      `Permanent ${SECRETARY}`,
      SECRETARY,
      SECRETARY,
    ])
    expect((await one.ask(offices, { title: SECRETARY })).map(({ name }) => name)).toStrictEqual(['Mr Nip', 'Mrs Yeung'])
    expect(await one.ask(offices, { title: 'Commissioner' })).toStrictEqual([])
  })

  it('follow viewpoints and voids', async () => {
    const one = await told()
    expect((await one.ask(offices, {}, { publishedBy: '2021-12-31' })).map(({ person: id }) => id)).toStrictEqual(['person-1'])
    await one.tell([], { type: 'VoidEntry', stream: 'occasion-1', entry: await one.entry('occasion-1'), reason: 'another talk' })
    expect((await one.ask(offices, { title: SECRETARY })).map(({ person: id }) => id)).toStrictEqual(['person-2'])
  })

  it('take the day of an occasion that was told later, and prove nothing by a derived, vague or missing day', async () => {
    const one = await begun()
    await one.tell(
      ['source-a'],
      talk('occasion-1', 'person-1', SECRETARY),
      talk('occasion-2', 'person-2', SECRETARY, { edtf: '2023-12-18' }),
      { type: 'ReviseOccasion', occasion: 'occasion-1', on: { edtf: '2021-12-18' } },
      talk('occasion-4', 'person-3', 'Director', { edtf: '2023-06-15', derived: 'issue date' }),
      talk('occasion-5', 'person-3', 'Director', { edtf: '2023-06' }),
      talk('occasion-6', 'person-3', 'Director'),
    )
    const answers = async (title: string, on: '2021-12-17' | '2021-12-18' | '2023-06-15') =>
      (await one.ask(offices, { title, on })).map(({ answer, usedOn }) => [answer, usedOn.map(({ edtf }) => edtf)])
    expect((await answers(SECRETARY, '2021-12-17'))[0]?.[0]).toBe('cannot tell')
    expect(await answers(SECRETARY, '2021-12-18')).toStrictEqual([
      ['yes', ['2021-12-18']],
      ['cannot tell', ['2023-12-18']],
    ])
    expect(await answers('Director', '2023-06-15')).toStrictEqual([['cannot tell', ['2023-06', '2023-06-15']]])
  })

  it('of a plan are not used', async () => {
    const one = await begun()
    const { type: _, ...planned } = talk('occasion-1', 'person-1', SECRETARY, { edtf: '2021-12-17' }) as Extract<
      LedgerCommand,
      { readonly type: 'RecordBriefing' }
    >
    await one.tell(
      [],
      { type: 'ScheduleOccasion', ...planned },
      { type: 'ReviseOccasion', occasion: 'occasion-1', roles: planned.roles ?? [] },
    )
    expect(await who(one, {})).toStrictEqual([])
  })

  it('of records of one person answer together once they are merged', async () => {
    const one = await told()
    const before = await one.position()
    await one.tell([], { type: 'MergePersons', person: 'person-1', into: 'person-2' })
    const both = [['2021-12-17', '2023-12-18']]
    const used = async (id: PersonId, view = {}) =>
      (await one.ask(offices, { person: id }, view)).map(({ usedOn }) => usedOn.map(({ edtf }) => edtf))
    expect([await used('person-1'), await used('person-2')]).toStrictEqual([both, both])
    expect(await used('person-1', { asKnownAt: before })).toStrictEqual([['2021-12-17']])
  })
})

describe('posts as filled', () => {
  const filled = async (...turns: ReadonlyArray<LedgerCommand>): Promise<Recording> => {
    const one = await begun()
    const titles = [{ text: SECRETARY, language: 'en' }]
    await one.tell([], { type: 'EstablishPost', post: 'post-1', organisation: csb, titles }, ...turns)
    return one
  }
  const fill = (from: string | undefined, rest: { readonly holder?: PersonId; readonly acting?: true } = {}): LedgerCommand => ({
    type: 'FillPost',
    post: 'post-1',
    ...(from !== undefined && { from: { edtf: from } }),
    ...rest,
  })

  it('cover the days until the next holder, and their first day; later days cannot be told', async () => {
    const one = await filled(fill('2022-07-01', { holder: 'person-2' }), fill('2020-04-22', { holder: 'person-1' }))
    const nip = 'holds the post from 2020-04-22'
    const yeung = 'holds the post from 2022-07-01, no end on record'
    expect(await who(one, { on: '2021-12-17' })).toStrictEqual([
      ['Mr Nip', 'yes', nip],
      ['Mrs Yeung', 'no', yeung],
    ])
    expect(await who(one, { on: '2022-07-01' })).toStrictEqual([
      ['Mrs Yeung', 'yes', yeung],
      ['Mr Nip', 'no', nip],
    ])
    expect(await who(one, { on: '2023-12-18' })).toStrictEqual([
      ['Mrs Yeung', 'cannot tell', yeung],
      ['Mr Nip', 'no', nip],
    ])
    expect((await one.ask(offices, {})).map(({ answer }) => answer)).toStrictEqual([undefined, undefined])
  })

  it('join the title used: one ground that is sure decides', async () => {
    const one = await filled(fill('2022-07-01', { holder: 'person-2' }))
    await one.tell([], talk('occasion-1', 'person-2', SECRETARY, { edtf: '2023-12-18' }))
    expect(await who(one, { on: '2023-12-18' })).toStrictEqual([
      ['Mrs Yeung', 'yes', 'title used; holds the post from 2022-07-01, no end on record'],
    ])
  })

  it('tell of somebody who is not named, of somebody acting, and of nobody', async () => {
    const one = await filled(
      fill('2020-01-01'),
      fill('2021-03-01', { holder: 'person-3', acting: true }),
      { type: 'VacatePost', post: 'post-1', from: { edtf: '2021-02' } },
      fill('2021-04-01', { holder: 'person-2' }),
    )
    expect((await who(one, { on: '2020-06-01' })).map(([name, answer]) => [name, answer])).toStrictEqual([
      ['not named', 'yes'],
      ['Mr Leung', 'no'],
      ['Mrs Yeung', 'no'],
      ['nobody', 'no'],
    ])
    expect((await who(one, { on: '2021-02-15' })).map(([name, answer]) => [name, answer])).toStrictEqual([
      ['nobody', 'cannot tell'],
      ['not named', 'cannot tell'],
      ['Mr Leung', 'no'],
      ['Mrs Yeung', 'no'],
    ])
    expect((await who(one, { on: '2021-03-10' })).map(([name, answer]) => [name, answer])).toStrictEqual([
      ['nobody', 'yes'],
      ['Mr Leung', 'cannot tell'],
      ['Mrs Yeung', 'no'],
      ['not named', 'no'],
    ])
  })

  it('cannot tell where a holder has no first day, and end with the post', async () => {
    const one = await filled(fill('2020-01-01', { holder: 'person-1' }), fill(undefined, { holder: 'person-2' }))
    expect((await who(one, { on: '2021-01-01' })).map(([name, answer]) => [name, answer])).toStrictEqual([
      ['Mr Nip', 'cannot tell'],
      ['Mrs Yeung', 'cannot tell'],
    ])
    const over = await filled(fill('2020-01-01', { holder: 'person-1' }), { type: 'LapsePost', post: 'post-1', on: { edtf: '2020-12-31' } })
    expect((await who(over, { on: '2020-12-31' })).map(([, answer]) => answer)).toStrictEqual(['yes'])
    expect((await who(over, { on: '2021-01-01' })).map(([, answer]) => answer)).toStrictEqual(['no'])
  })
})
