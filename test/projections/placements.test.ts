import { describe, expect, it } from 'vitest'
import { placements } from '../../src/projections/placements.js'
import { entryOf, rowIn, tell, told } from '../support/placed.js'

const placement = 'placement-1'
const attachment = {
  placement,
  officer: 'person-1',
  programme: 'programme-exchange',
  kind: 'attachment',
  home: { place: 'organisation-shenzhen' },
  hosts: { items: [{ organisation: 'organisation-roads', level: 'department' }], open: false },
} as const
const agreed = { start: { edtf: '2024-01' }, length: { kind: 'exact', span: { n: 3, unit: 'month' } } } as const
const attach = { type: 'AttachOfficer', ...attachment, period: agreed } as const
const attached = { ...attachment, agreed, period: agreed, state: 'attached', confirmed: [], reflections: [], reports: [], startTold: [] }

describe('a placement', () => {
  it('is attached, under way with the start on record, and completed', async () => {
    const ledger = await told(attach)
    expect(await rowIn(ledger, placements, placement)).toStrictEqual(attached)
    await tell(ledger, { type: 'StartPlacement', placement, on: { edtf: '2024-01-08' } })
    const underWay = {
      ...attached,
      state: 'under way',
      startedOn: { edtf: '2024-01-08' },
      period: { ...agreed, start: { edtf: '2024-01-08' } },
      startTold: [['source-paper']],
    }
    expect(await rowIn(ledger, placements, placement)).toStrictEqual(underWay)
    await tell(ledger, [{ type: 'CompletePlacement', placement, on: { edtf: '2024-04-05' } }, { mode: 'decision' }])
    expect(await rowIn(ledger, placements, placement)).toStrictEqual({ ...underWay, state: 'completed', endedOn: { edtf: '2024-04-05' } })
  })

  it('is under way by a day of presence, and tells who cut it short and why', async () => {
    const ledger = await told(attach, { type: 'ConfirmPlacementPeriod', placement, from: '2024-02-01', to: '2024-02-02' })
    expect(await rowIn(ledger, placements, placement)).toStrictEqual({
      ...attached,
      state: 'under way',
      confirmed: [{ from: '2024-02-01', to: '2024-02-02' }],
      startTold: [['source-paper']],
    })
    await tell(ledger, { type: 'CurtailPlacement', placement, on: { edtf: '2024-02-20' }, by: 'home', why: 'needed at home' })
    expect(await rowIn(ledger, placements, placement)).toMatchObject({
      state: 'curtailed',
      endedOn: { edtf: '2024-02-20' },
      endedBy: 'home',
      why: 'needed at home',
    })
  })

  it('keeps what was written of it apart from the reports received', async () => {
    const ledger = await told(
      attach,
      { type: 'RecordReflection', placement, author: 'person-1', language: 'en', points: ['first', 'second'] },
      { type: 'ReceiveReport', placement, kind: 'interim report', on: { edtf: '2024-02' } },
      { type: 'CancelPlacement', placement, why: 'withdrawn' },
    )
    expect(await rowIn(ledger, placements, placement)).toStrictEqual({
      ...attached,
      state: 'cancelled',
      why: 'withdrawn',
      reflections: [{ author: 'person-1', language: 'en', points: ['first', 'second'] }],
      reports: [{ kind: 'interim report', on: { edtf: '2024-02' } }],
    })
  })

  it('stands as if it had not been completed once that is voided', async () => {
    const ledger = await told(attach, { type: 'CompletePlacement', placement, on: { edtf: '2024-04-05' } })
    const { entry } = await entryOf(ledger, placement, 'PlacementCompleted')
    await tell(ledger, { type: 'VoidEntry', stream: placement, entry, reason: 'of another officer' })
    expect(await rowIn(ledger, placements, placement)).toStrictEqual(attached)
  })
})
