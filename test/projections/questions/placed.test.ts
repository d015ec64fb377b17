import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { batchesOnRecord } from '../../../src/projections/questions/batches.js'
import { cohortsOnRecord } from '../../../src/projections/questions/cohorts.js'
import { officersByDirection } from '../../../src/projections/questions/officers-by-direction.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { plannedEnds } from '../../../src/projections/questions/planned-ends.js'
import { reflections } from '../../../src/projections/questions/reflections.js'
import { type Said, shown, told } from '../../support/placed.js'

type AttachOfficer = Extract<LedgerCommand, { readonly type: 'AttachOfficer' }>

const cohort = 'batch-1#all'
const ten = { kind: 'exact', n: 10 } as const
const period = { start: { edtf: '2024-01-08' }, length: { kind: 'about', span: { n: 3, unit: 'month' } } } as const
const attach: Said = {
  type: 'AttachCohort',
  cohort,
  size: ten,
  direction: 'outbound',
  place: 'Shenzhen',
  homes: { items: ['organisation-grade', 'organisation-roads', 'organisation-water'], open: false },
  hostPlaces: { items: ['organisation-futian'], open: true },
  period,
}
const undirected = (n: number, rest: Partial<AttachOfficer> = {}): AttachOfficer => ({
  type: 'AttachOfficer',
  placement: `placement-${n}`,
  officer: `person-${n}`,
  programme: 'programme-exchange',
  kind: 'attachment',
  home: { place: 'organisation-shenzhen' },
  hosts: { items: [{ organisation: 'organisation-roads', level: 'department' }], open: true },
  period: { start: { edtf: '2024-12' }, length: { kind: 'exact', span: { n: 3, unit: 'month' } } },
  ...rest,
})

const place = (n: number, rest: Partial<AttachOfficer> = {}): AttachOfficer => undirected(n, { direction: 'inbound', ...rest })

describe('batches', () => {
  const planned: Said = {
    type: 'PlanBatch',
    batch: 'batch-2',
    programme: 'programme-exchange',
    ordinal: 2,
    plannedSize: { kind: 'about', n: 12 },
  }
  const fields = ['name', 'state', 'hadOpened', 'plannedSize', 'sent'] as const

  it('show what was sent apart from what is planned, and nothing on record as that', async () => {
    const ledger = await told(planned, attach, place(1, { batch: 'batch-1' }), place(2, { partOf: cohort }))
    expect(await shown(ledger, batchesOnRecord, {}, fields)).toStrictEqual([
      'batch 1 of Staff Exchange | open |  | ? | =11',
      'batch 2 of Staff Exchange | planned |  | ≈12 | nothing on record',
    ])
  })

  it('had opened by a day when the report of it was issued, or its own day had come', async () => {
    const dated: Said = { type: 'OpenBatch', batch: 'batch-3', programme: 'programme-un', openedOn: { edtf: '2024-02' } }
    const decided: Said = [{ type: 'OpenBatch', batch: 'batch-4', programme: 'programme-un' }, { mode: 'decision' }]
    const ledger = await told(planned, dated, decided)
    const had = async (on: '2024-01-31' | '2024-02-15' | '2024-03-05') => shown(ledger, batchesOnRecord, { on }, ['hadOpened'])
    expect(await had('2024-01-31')).toStrictEqual(['cannot tell', '', 'no', 'cannot tell'])
    expect(await had('2024-02-15')).toStrictEqual(['cannot tell', '', 'cannot tell', 'cannot tell'])
    expect(await had('2024-03-05')).toStrictEqual(['yes', '', 'yes', 'cannot tell'])
  })
})

describe('cohorts', () => {
  it('show how many are identified, and their homes by kind', async () => {
    const ledger = await told(attach, { type: 'IdentifyMember', cohort, person: 'person-1' })
    expect(
      await shown(ledger, cohortsOnRecord, { direction: 'outbound' }, [
        'name',
        'size',
        'identified',
        'homes',
        'hostPlaces',
        'hosts',
        'period',
      ]),
    ).toStrictEqual([
      'batch 1 of Staff Exchange | =10 | 1 of 10 | grade 1; department 2 | Futian; … | ? | 2024-01-08/2024-04-08~ (derived)',
    ])
    expect(await shown(ledger, cohortsOnRecord, { direction: 'inbound' }, ['name'])).toStrictEqual([])
  })
})

describe('placements', () => {
  it('show home, hosts and period as they are known, by officer, host and cohort', async () => {
    const ledger = await told(attach, place(1), place(2, { partOf: cohort, period: { end: { edtf: '2025-02-28' } } }))
    const first = 'Officer 1 | ? | Shenzhen | Roads Department (department); … | 2024-12/2025-03~ (derived) | attached'
    const second = 'Officer 2 | ? | Shenzhen | Roads Department (department); … | ?/2025-02-28 | attached'
    const fields = ['name', 'homeUnit', 'homePlace', 'hosts', 'period', 'state'] as const
    expect(await shown(ledger, placementsOnRecord, {}, fields)).toStrictEqual([first, second])
    expect(await shown(ledger, placementsOnRecord, { cohort }, fields)).toStrictEqual([second])
    expect(await shown(ledger, placementsOnRecord, { person: 'person-1', host: 'organisation-roads' }, fields)).toStrictEqual([first])
    expect(await shown(ledger, placementsOnRecord, { host: 'organisation-water' }, fields)).toStrictEqual([])
  })

  it('of people who were merged are those of both records', async () => {
    const ledger = await told(place(1), place(2), { type: 'MergePersons', person: 'person-1', into: 'person-2' })
    expect(await shown(ledger, placementsOnRecord, { person: 'person-1' }, ['placement'])).toStrictEqual(['placement-1', 'placement-2'])
  })
})

describe('officers by direction', () => {
  it('keep secondments to international organisations apart, and every direction that is stated', async () => {
    const ledger = await told(
      attach,
      { type: 'OpenBatch', batch: 'batch-un', programme: 'programme-un' },
      { type: 'AttachCohort', cohort: 'batch-un#all', size: { kind: 'about', n: 5 }, direction: 'outbound', place: 'United Nations' },
      { type: 'AttachCohort', cohort: 'batch-1#unsaid', size: ten },
      { type: 'PlanCohort', cohort: 'batch-1#planned', size: ten, direction: 'outbound' },
      place(1),
      place(2, { partOf: cohort }),
      place(3),
      { type: 'CancelPlacement', placement: 'placement-3', why: 'withdrawn' },
    )
    expect(await shown(ledger, officersByDirection, {}, ['group', 'places', 'officers'])).toStrictEqual([
      'outbound | Shenzhen | =10',
      'outbound to an international organisation | United Nations | ≈5',
      'inbound | none | =1',
      'direction not stated | none | =10',
    ])
  })
})

describe('planned ends', () => {
  it('say whether they are stated, and which day they show', async () => {
    const ledger = await told(attach, place(1, { period: { end: { edtf: '2025-02-28' } } }), place(2, { period: {} }), place(3), {
      type: 'CancelPlacement',
      placement: 'placement-3',
      why: 'withdrawn',
    })
    const fields = ['entry', 'plannedEnd', 'shows', 'windows'] as const
    expect(await shown(ledger, plannedEnds, {}, fields)).toStrictEqual([
      'batch-1#all | 2024-04-08~ (derived) | day after the last | day after the last 2024-03-24 to 2024-04-23',
      'placement-1 | 2025-02-28 | last day | day after the last 2025-03-01',
      'placement-2 | ? |  | none',
    ])
    expect(await shown(ledger, plannedEnds, { placement: 'placement-1' }, ['entry'])).toStrictEqual(['placement-1'])
    expect(await shown(ledger, plannedEnds, { cohort }, ['entry'])).toStrictEqual(['batch-1#all'])
  })
})

describe('reflections', () => {
  it('are found by the direction of the placement or of its cohort, and are no reports', async () => {
    const ledger = await told(
      attach,
      place(1),
      {
        type: 'RecordReflection',
        placement: 'placement-1',
        author: 'person-1',
        language: 'en',
        points: ['one', 'two'],
        publishedIn: 'a newsletter',
      },
      { type: 'ReceiveReport', placement: 'placement-1', kind: 'completion report' },
      undirected(2, { partOf: cohort }),
      { type: 'RecordReflection', placement: 'placement-2', author: 'person-3', language: 'en', points: [] },
    )
    const fields = ['officer', 'author', 'pointCount', 'isCompletionReport', 'reports', 'publishedIn'] as const
    const first = 'Officer 1 | Officer 1 | 2 | no | completion report | a newsletter'
    const second = 'Officer 2 | Officer 3 | 0 | no | none on record | ?'
    expect(await shown(ledger, reflections, { direction: 'inbound' }, fields)).toStrictEqual([first])
    expect(await shown(ledger, reflections, { direction: 'outbound' }, fields)).toStrictEqual([second])
    expect(await shown(ledger, reflections, { person: 'person-3' }, fields)).toStrictEqual([second])
    expect(await shown(ledger, reflections, { person: 'person-2' }, fields)).toStrictEqual([second])
  })
})
