import { expect, it } from 'vitest'
import { corrections } from '../../../src/projections/questions/corrections.js'
import { restingOnSource } from '../../../src/projections/questions/resting-on.js'
import { organisation, type Recording, recording, source } from '../../support/recording.js'

const csb = 'organisation-csb'
const nag = 'organisation-nag'
const registered = (name: string) =>
  ({ type: 'OrganisationRegistered', organisation: csb, kind: 'bureau', names: [{ text: name, language: 'en' }] }) as const

const told = async (): Promise<Recording> => {
  const one = await recording()
  await one.tell([], source('source-a', { edtf: '2022' }), source('source-b', { edtf: '2024' }))
  await one.tell(['source-a'], organisation(csb, 'Civil Servce Bureau'))
  await one.tell(['source-a', 'source-b'], organisation(nag, 'National Academy'))
  return one
}

it('gives every entry that rests on a document, by whatever way, in order of recording', async () => {
  const one = await told()
  const id = await one.entry(csb)
  const on = { stream: csb, entry: id } as const
  await one.tell(['source-b'], { type: 'CiteEntry', ...on }, { type: 'DisputeEntry', ...on, value: registered('Bureau') })
  await one.tell(['source-b'], { type: 'CorrectEntry', ...on, value: registered('Civil Service Bureau'), reason: 'a letter was missing' })
  await one.tell([], { type: 'VoidEntry', stream: nag, entry: await one.entry(nag), reason: 'entered twice' })
  const [document, bureau, academy, ...more] = await one.ask(restingOnSource, { source: 'source-b' })
  expect(more).toStrictEqual([])
  expect(bureau).toStrictEqual({
    position: bureau?.position,
    entry: id,
    stream: csb,
    what: 'Civil Service Bureau',
    type: 'OrganisationRegistered',
    mode: 'report',
    rests: ['cited', 'disputed', 'corrected'],
    corrected: true,
    disputed: true,
    voided: false,
    flagged: false,
  })
  expect([document?.stream, document?.rests, academy?.stream, academy?.rests, academy?.voided]).toStrictEqual([
    'source-b',
    ['recorded'],
    nag,
    ['recorded'],
    true,
  ])
  const stay = (await one.ask(restingOnSource, { source: 'source-b' })).map(({ entry }) => entry)
  await one.ledger.rebuild()
  expect((await one.ask(restingOnSource, { source: 'source-b' })).map(({ entry }) => entry)).toStrictEqual(stay)
})

it('knows nothing of a document before it was issued, though an entry names it beside another', async () => {
  const one = await told()
  const view = { publishedBy: '2022-12-31' } as const
  expect(await one.ask(restingOnSource, { source: 'source-b' }, view)).toStrictEqual([])
  expect((await one.ask(restingOnSource, { source: 'source-a' }, view)).map(({ stream }) => stream)).toStrictEqual(['source-a', csb, nag])
  expect((await one.ask(restingOnSource, { source: 'source-b' })).map(({ stream }) => stream)).toStrictEqual(['source-b', nag])
})

it('flags what broke a rule', async () => {
  const one = await told()
  const sessions = ['attended', 'absent'] as const
  await one.tell([], { type: 'RegisterPerson', person: 'person-1', describedAs: 'an officer' })
  await one.tell([], { type: 'RecordBriefing', occasion: 'occasion-a', kind: 'talk' })
  for (const status of sessions)
    await one.tell(['source-a'], {
      type: 'RecordAttendance',
      occasion: 'occasion-a',
      roll: [{ person: 'person-1', status, standing: 'not stated' }],
    })
  const rolls = (await one.ask(restingOnSource, { source: 'source-a' })).filter(({ type }) => type === 'AttendanceRecorded')
  expect(rolls.map(({ flagged }) => flagged)).toStrictEqual([false, true])
})

it('tells what was corrected, preferred or voided: before, after, who, why, when', async () => {
  const one = await told()
  expect(await one.ask(corrections, {})).toStrictEqual([])
  const id = await one.entry(csb)
  const on = { stream: csb, entry: id } as const
  const before = await one.position()
  await one.tell([], { type: 'CorrectEntry', ...on, value: registered('Service Bureau'), reason: 'misread' })
  await one.tell([], { type: 'CorrectEntry', ...on, value: registered('Civil Service Bureau'), reason: 'misread again' })
  await one.tell([], { type: 'PreferEntry', ...on, preferred: id, reason: 'in full' }, { type: 'VoidEntry', ...on, reason: 'twice' })
  const history = await one.ledger.history(csb)
  const recorded = history._tag === 'Right' ? history.right : []
  const change = (n: number, rest: object) => ({
    ...{ entry: id, stream: csb, what: csb, type: 'OrganisationRegistered', actor: 'records-office', recordedAt: recorded[n]?.recordedAt },
    ...rest,
  })
  const named = (name: string) => JSON.stringify([{ text: name, language: 'en' }])
  const names = (was: string, is?: string) => ({ field: 'names', before: named(was), ...(is !== undefined && { after: named(is) }) })
  expect(await one.ask(corrections, {})).toStrictEqual([
    change(1, {
      change: 'corrected',
      before: id,
      after: recorded[1]?.id,
      values: [names('Civil Servce Bureau', 'Service Bureau')],
      reason: 'misread',
    }),
    change(2, {
      change: 'corrected',
      before: recorded[1]?.id,
      after: recorded[2]?.id,
      values: [names('Service Bureau', 'Civil Service Bureau')],
      reason: 'misread again',
    }),
    change(3, { change: 'preferred', after: id, values: [], reason: 'in full' }),
    change(4, {
      change: 'voided',
      before: recorded[2]?.id,
      values: expect.arrayContaining([names('Civil Service Bureau')]),
      reason: 'twice',
    }),
  ])
  expect(await one.ask(corrections, { stream: nag })).toStrictEqual([])
  expect(await one.ask(corrections, {}, { asKnownAt: before })).toStrictEqual([])
})
