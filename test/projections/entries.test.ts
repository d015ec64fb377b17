import { expect, it } from 'vitest'
import { conflicts } from '../../src/projections/conflicts.js'
import { entries } from '../../src/projections/entries.js'
import { organisation, person, recording, source } from '../support/recording.js'
import { right } from '../support/right.js'

const csb = 'organisation-csb'
const registered = (name: string) =>
  ({ type: 'OrganisationRegistered', organisation: csb, kind: 'bureau', names: [{ text: name, language: 'en' }] }) as const

it('keeps an entry as it was recorded, and all that was said of it since', async () => {
  const { tell, row, entry, ledger, position } = await recording()
  await tell([], source('source-a', { edtf: '2022' }), source('source-b'))
  await tell(['source-a'], organisation(csb, 'Civil Servce Bureau'))
  const before = await position()
  const id = await entry(csb)
  const on = { stream: csb, entry: id } as const
  await tell(['source-b'], { type: 'CiteEntry', ...on, fields: ['names'], words: 'the Bureau' })
  await tell(['source-b'], { type: 'DisputeEntry', ...on, value: registered('Bureau') })
  await tell([], { type: 'CorrectEntry', ...on, value: registered('Civil Service Bureau'), reason: 'a letter was missing' })
  await tell([], { type: 'PreferEntry', ...on, preferred: id, reason: 'the name in full' })
  await tell([], { type: 'VoidEntry', ...on, reason: 'entered twice' })
  const recorded = right(await ledger.history(csb))
  const said = (n: number, sources: ReadonlyArray<string> = []) => ({
    by: recorded[n]?.id,
    actor: 'records-office',
    recordedAt: recorded[n]?.recordedAt,
    sources,
  })
  const asRecorded = {
    entry: id,
    stream: csb,
    type: 'OrganisationRegistered',
    revision: 0,
    position: String(recorded[0]?.position),
    recordedAt: recorded[0]?.recordedAt,
    command: recorded[0]?.metadata.commandId,
    actor: 'records-office',
    mode: 'report',
    citations: [],
    disputes: [],
    corrections: [],
    entries: [id],
    sources: ['source-a'],
  }
  expect(await row(entries, id, { asKnownAt: before })).toStrictEqual(asRecorded)
  expect(await row(entries, id)).toStrictEqual({
    ...asRecorded,
    citations: [{ ...said(1, ['source-b']), fields: ['names'], words: 'the Bureau' }],
    disputes: [said(2, ['source-b'])],
    corrections: [{ ...said(3), reason: 'a letter was missing' }],
    preferred: { ...said(4), preferred: id, reason: 'the name in full' },
    voidedBy: { ...said(5), reason: 'entered twice' },
    entries: recorded.map(({ id: one }) => one),
  })
  expect(await row(entries, id, { publishedBy: '2022-12-31' })).toStrictEqual(asRecorded)
})

it('keeps a rule that a report broke beside what was recorded all the same', async () => {
  const { tell, ledger, row, entry } = await recording()
  const mark = { person: 'person-1', standing: 'not stated' } as const
  await tell(
    [],
    person('person-1', 'Mr Wang'),
    { type: 'RecordBriefing', occasion: 'occasion-a', kind: 'talk' },
    { type: 'RecordAttendance', occasion: 'occasion-a', roll: [{ ...mark, status: 'attended' }] },
    { type: 'RecordAttendance', occasion: 'occasion-a', roll: [{ ...mark, status: 'absent' }] },
  )
  const history = right(await ledger.history('occasion-a'))
  const conflict = history.find(({ event }) => event.type === 'ConflictRecorded')
  const { type: _, ...said } = { type: '', ...conflict?.event }
  const kept = conflict && (await row(conflicts, conflict.id))
  expect(kept).toStrictEqual({
    ...said,
    id: conflict?.id,
    stream: 'occasion-a',
    command: conflict?.metadata.commandId,
    mode: 'report',
    entries: [conflict?.id],
    sources: [],
  })
  expect(kept?.command).toBe((await row(entries, await entry('occasion-a', 2)))?.command)
})
