import { describe, expect, it } from 'vitest'
import { type PresenceRow, presence } from '../../../src/projections/questions/presence.js'
import { asked, entryOf, shown, tell, told } from '../../support/placed.js'
import { attach, cohort, days, exact, january, over, place, vague } from '../../support/presence.js'

describe('several entries', () => {
  it('add up in the last row; an officer with two placements counts once', async () => {
    const ledger = await told(
      attach(exact(10), january),
      place(1, january),
      place(2, { start: { edtf: '2024-01-08' } }, { officer: 'person-1' }),
      place(3, { start: { edtf: '2024-05-01' } }),
    )
    expect(await shown(ledger, presence, { on: '2024-02-01' }, ['id', 'inPost', 'stated', 'presumed', 'out', 'surelyIn'])).toStrictEqual([
      `${cohort} | =10 | =10 | =0 | =0 | ?`,
      'placement-1 | =1 | =1 | =0 | =0 | Officer 1',
      'placement-2 | =1 | =0 | =1 | =0 | Officer 1',
      'placement-3 | =0 | =0 | =0 | =1 | ?',
      ' | =11 | =11 | =0 | =1 | Officer 1',
    ])
  })

  it('of which one is unknown are at least the others', async () => {
    const ledger = await told(attach(exact(10), january), { ...attach(exact(5)), cohort: 'batch-1#more' })
    await days(ledger, { '2024-02-01': '? (at least 10), unknown: stated =10, unknown =5' })
  })

  it('follow a merger of people', async () => {
    const ledger = await told(place(1, january), place(2, january))
    await tell(ledger, { type: 'MergePersons', person: 'person-1', into: 'person-2' })
    await days(ledger, { '2024-02-01': '=1, sure: stated =1' }, { person: 'person-1' })
  })
})

describe('direction and place', () => {
  it('count some of a cohort that goes both ways, nobody knows how many', async () => {
    const ledger = await told(attach(exact(10), january, { direction: 'both' }))
    await days(ledger, { '2024-02-01': '≤10, cannot tell: cannotTell ≤10', '2023-12-31': '=0, sure: out =10' }, { direction: 'outbound' })
  })

  it('find a place by its own name, by a district of it, and by a host that lies in it', async () => {
    const hosts = { items: [{ organisation: 'organisation-office', level: 'office' }], open: false } as const
    const ledger = await told(
      { type: 'AttachCohort', cohort, size: exact(4), hostPlaces: { items: ['organisation-futian'], open: true }, period: january },
      place(1, january, { hosts }),
    )
    await days(ledger, { '2024-02-01': '=5, sure: stated =5' }, { place: 'shenzhen' })
    await days(ledger, { '2024-02-01': 'nothing on record' }, { place: 'Planning' })
  })

  it('place a cohort on its way only between the two days of a leg', async () => {
    const legs = [
      { place: 'Wuhan', from: { edtf: '2024-01-08' }, to: { edtf: '2024-01-20' } },
      { place: 'Beijing', from: { edtf: '2024-01-21' } },
    ]
    const ledger = await told(attach(exact(4), january), { type: 'SetCohortItinerary', cohort, legs })
    await days(ledger, { '2024-01-20': '=4, sure: stated =4', '2024-01-21': '=0, sure: out =4' }, { place: 'Wuhan' })
    await days(ledger, { '2024-01-20': '=0, sure: out =4', '2024-01-25': '≤4, cannot tell: cannotTell ≤4' }, { place: 'Beijing' })
  })
})

describe('from another viewpoint', () => {
  it('counts what is corrected, voided, known then and published by then', async () => {
    const ledger = await told(attach(exact(10), january), [
      { type: 'RecordCohortReturn', cohort, count: exact(3), on: { edtf: '2024-02-01' } },
      { sources: ['source-later'] },
    ])
    expect(await over(ledger, { on: '2024-03-01' })).toBe('=7, sure: stated =7, out =3')
    expect(await over(ledger, { on: '2024-03-01' }, { publishedBy: '2024-05-31' })).toBe('=10, sure: stated =10')
    const { entry, value } = await entryOf(ledger, 'batch-1', 'CohortReturned')
    if (value.type !== 'CohortReturned') throw new Error('no return')
    await tell(ledger, { type: 'CorrectEntry', stream: 'batch-1', entry, value: { ...value, count: exact(2) }, reason: 'misread' })
    expect(await over(ledger, { on: '2024-03-01' })).toBe('=8, sure: stated =8, out =2')
    await tell(ledger, { type: 'VoidEntry', stream: 'batch-1', entry, reason: 'of another cohort' })
    expect(await over(ledger, { on: '2024-03-01' })).toBe('=10, sure: stated =10')
  })

  it('shows every column of a row and reads it back', async () => {
    const [row] = await asked(await told(attach(exact(10), vague)), presence, { on: '2024-03-24' })
    if (row === undefined) throw new Error('no row')
    const back = presence.columns.inPost.read(presence.columns.inPost.write(row.inPost))
    expect(back).toStrictEqual({ _tag: 'Right', right: row.inPost })
    expect(Object.keys(row).every((field) => field in presence.columns)).toBe(true)
    expect(row satisfies PresenceRow).toMatchObject({ entry: 'cohort', id: cohort, programme: 'programme-exchange', direction: 'outbound' })
  })
})
