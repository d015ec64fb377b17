import { expect, it } from 'vitest'
import { rolesOf } from '../../../src/projections/questions/roles-of.js'
import { timeline } from '../../../src/projections/questions/timeline.js'
import { organisation, person, type Recording, recording, source } from '../../support/recording.js'

const capacity = { title: 'Chief Executive', of: 'organisation-hksar' } as const
const talk = 'occasion-talk'

const told = async (): Promise<Recording> => {
  const one = await recording()
  await one.tell(
    [],
    source('source-a', { edtf: '2023-06-15' }),
    source('source-b', { edtf: '2025' }),
    organisation('organisation-hksar', 'HKSAR Government'),
  )
  await one.tell(['source-a', 'source-b'], person('person-1', 'Mr John Lee'), person('person-2', 'Mr Wang'))
  await one.tell(
    ['source-b'],
    {
      type: 'RecordBriefing',
      occasion: 'occasion-seminar',
      kind: 'seminar',
      titles: [{ text: 'Seminar', language: 'en' }],
      on: { edtf: '2025-04-03' },
      roles: [{ role: 'host', person: 'person-1', capacities: [capacity] }],
    },
    { type: 'RecordBackground', person: 'person-1', kind: 'experience', words: 'earlier service' },
  )
  await one.tell(
    ['source-a'],
    {
      type: 'SignAgreement',
      agreement: 'agreement-a',
      names: [{ text: 'The agreement', language: 'en' }],
      parties: { items: [], open: true },
      signedOn: { edtf: '2023-06-15' },
      witnesses: [{ person: 'person-1', capacity }],
    },
    { type: 'ScheduleOccasion', occasion: talk, kind: 'talk', on: { edtf: '2023-06' }, roles: [{ role: 'present', person: 'person-1' }] },
    {
      type: 'RecordBriefing',
      occasion: talk,
      kind: 'talk',
      titles: [{ text: 'The talk', language: 'en' }],
      roles: [{ role: 'present', person: 'person-1' }],
      on: { edtf: '2023-06-16' },
    },
    {
      type: 'SetExpectations',
      statement: 'statement-a',
      by: { _tag: 'person', person: 'person-1', capacity },
      about: [talk],
      at: talk,
      on: { edtf: '2023-06-17' },
      reported: 'reported',
      language: 'en',
      points: ['serve better', 'learn more'],
      forWhom: 'officials',
    },
  )
  return one
}

it('puts everything on record of a person in order of day, undated last; a role that was planned, then played, is one', async () => {
  const one = await told()
  const titles = ['Chief Executive']
  const [a, b] = [['source-a'], ['source-b']]
  expect(await one.ask(timeline, { person: 'person-1' })).toStrictEqual([
    {
      day: { edtf: '2023-06-15' },
      kind: 'agreement',
      role: 'witness',
      what: 'agreement-a',
      name: 'The agreement',
      titles,
      entry: await one.entry('agreement-a'),
      sources: a,
    },
    {
      day: { edtf: '2023-06-16' },
      kind: 'occasion',
      role: 'present',
      what: talk,
      name: 'The talk',
      state: 'held',
      entry: await one.entry(talk, 1),
      sources: a,
    },
    {
      day: { edtf: '2023-06-17' },
      kind: 'statement',
      role: 'setter of expectations',
      what: 'statement-a',
      name: 'The talk',
      titles,
      words: 'serve better; learn more',
      entry: await one.entry('statement-a'),
      sources: a,
    },
    {
      day: { edtf: '2025-04-03' },
      kind: 'occasion',
      role: 'host',
      what: 'occasion-seminar',
      name: 'Seminar',
      titles,
      state: 'held',
      entry: await one.entry('occasion-seminar'),
      sources: b,
    },
    { kind: 'background', role: 'experience', name: '', words: 'earlier service', entry: await one.entry('person-1', 1), sources: b },
  ])
  expect(await one.ask(timeline, { person: 'person-2' })).toStrictEqual([])
})

it('gives the roles that were played, as known and as published at the time', async () => {
  const one = await told()
  const roles = async (view = {}) =>
    (await one.ask(rolesOf, { person: 'person-1' }, view)).map(({ role, at, day }) => [role, at, day?.edtf])
  const inTheFirst = [
    ['witness', 'The agreement', '2023-06-15'],
    ['present', 'The talk', '2023-06-16'],
    ['setter of expectations', 'The talk', '2023-06-17'],
  ]
  expect(await roles()).toStrictEqual([...inTheFirst, ['host', 'Seminar', '2025-04-03']])
  expect(await roles({ publishedBy: '2023-12-31' })).toStrictEqual(inTheFirst)
  const corrected = {
    type: 'BriefingHeld',
    occasion: talk,
    kind: 'talk',
    on: { edtf: '2023-06-18' },
    roles: [{ role: 'addressed', person: 'person-1' }],
  } as const
  await one.tell([], { type: 'CorrectEntry', stream: talk, entry: await one.entry(talk, 1), value: corrected, reason: 'misread' })
  await one.tell([], { type: 'VoidEntry', stream: 'agreement-a', entry: await one.entry('agreement-a'), reason: 'never signed' })
  expect(await roles()).toStrictEqual([
    ['setter of expectations', talk, '2023-06-17'],
    ['addressed', talk, '2023-06-18'],
    ['host', 'Seminar', '2025-04-03'],
  ])
})

it('marks what was only planned, and does not call it a role played', async () => {
  const one = await recording()
  await one.tell(
    [],
    person('person-1', 'Mr John Lee'),
    {
      type: 'ScheduleOccasion',
      occasion: talk,
      kind: 'talk',
      on: { edtf: '2026-01-05' },
      roles: [{ role: 'speaker', person: 'person-1' }],
    },
    { type: 'PostponeOccasion', occasion: talk },
  )
  const lines = (await one.ask(timeline, { person: 'person-1' })).map(({ role, state, day }) => [role, state, day])
  expect(lines).toStrictEqual([['speaker', 'postponed', undefined]])
  expect(await one.ask(rolesOf, { person: 'person-1' })).toStrictEqual([])
})

it('follows a merger, as known at the time asked', async () => {
  const one = await told()
  const before = await one.position()
  await one.tell([], { type: 'MergePersons', person: 'person-2', into: 'person-1' })
  expect(await one.ask(timeline, { person: 'person-2' })).toStrictEqual(await one.ask(timeline, { person: 'person-1' }))
  expect((await one.ask(timeline, { person: 'person-2' })).length).toBe(5)
  expect(await one.ask(timeline, { person: 'person-2' }, { asKnownAt: before })).toStrictEqual([])
})

it('dates a member by the start of the cohort, and takes the latest mark of a roll', async () => {
  const one = await recording()
  const names = [{ text: 'A programme', language: 'en' }]
  const mark = { person: 'person-1', standing: 'not stated' } as const
  await one.tell(
    [],
    person('person-1', 'Mr Wang'),
    { type: 'RegisterProgramme', programme: 'programme-a', names, kind: 'attachment' },
    { type: 'OpenBatch', batch: 'batch-a', programme: 'programme-a', names: [{ text: 'First batch', language: 'en' }] },
    { type: 'AttachCohort', cohort: 'batch-a#all', size: { kind: 'exact', n: 3 }, period: { start: { edtf: '2024-12-01~' } } },
    { type: 'IdentifyMember', cohort: 'batch-a#all', person: 'person-1' },
    { type: 'RecordBriefing', occasion: talk, kind: 'talk', on: { edtf: '2024-12-20' } },
    { type: 'RecordAttendance', occasion: talk, roll: [{ ...mark, status: 'absent' }] },
    { type: 'ExcuseAbsence', occasion: talk, person: 'person-1' },
  )
  const lines = (await one.ask(timeline, { person: 'person-1' })).map(({ kind, role, name, day }) => [kind, role, name, day?.edtf])
  expect(lines).toStrictEqual([
    ['cohort', 'member', 'First batch', '2024-12-01~'],
    ['roll', 'excused', talk, '2024-12-20'],
  ])
})
