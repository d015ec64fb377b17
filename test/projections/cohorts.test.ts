import { describe, expect, it } from 'vitest'
import { cohorts } from '../../src/projections/cohorts.js'
import { entryOf, rowIn, type Said, tell, told } from '../support/placed.js'
import { right } from '../support/right.js'

const cohort = 'batch-1#all'
const keys = { cohort, batch: 'batch-1', programme: 'programme-exchange' } as const
const ten = { kind: 'exact', n: 10 } as const
const length = { kind: 'exact', span: { n: 3, unit: 'month' } } as const
const attach = { type: 'AttachCohort', cohort, size: ten, direction: 'outbound', place: 'Shenzhen' } as const
const nothing = {
  confirmed: [],
  returns: [],
  completions: [],
  breakdowns: [],
  identified: [],
  described: [],
  released: [],
  startTold: [],
}
const attached = { ...keys, ...nothing, state: 'attached', size: ten, direction: 'outbound', place: 'Shenzhen' }

describe('a cohort', () => {
  it('keeps its planned size beside that which came, and takes the period of its attachment', async () => {
    const ledger = await told({
      type: 'PlanCohort',
      cohort,
      size: { kind: 'about', n: 12 },
      period: { start: { edtf: '2024-01' }, length },
      population: 'engineers',
    })
    const planned = { ...keys, ...nothing, population: 'engineers', size: { kind: 'about', n: 12 } }
    const period = { start: { edtf: '2024-01' }, length }
    expect(await rowIn(ledger, cohorts, cohort)).toStrictEqual({ ...planned, state: 'planned', agreed: period, period })
    await tell(ledger, { ...attach, period: { start: { edtf: '2024-02-01' } } })
    expect(await rowIn(ledger, cohorts, cohort)).toStrictEqual({
      ...attached,
      population: 'engineers',
      plannedSize: { kind: 'about', n: 12 },
      agreed: { start: { edtf: '2024-02-01' } },
      period: { start: { edtf: '2024-02-01' } },
    })
  })

  it('shows the start on record and the end it was extended to, whatever detail is learned after', async () => {
    const ledger = await told(
      attach,
      { type: 'StartCohort', cohort, on: { edtf: '2024-01-08' } },
      { type: 'RecordCohortDetail', cohort, period: { start: { edtf: '2024-01' }, length }, civilServants: 'yes' },
      { type: 'ExtendCohort', cohort, end: { edtf: '2024-05-31' } },
      { type: 'ConfirmCohortPeriod', cohort, from: '2024-02-01', to: '2024-02-03' },
    )
    expect(await rowIn(ledger, cohorts, cohort)).toStrictEqual({
      ...attached,
      civilServants: 'yes',
      agreed: { start: { edtf: '2024-01' }, length },
      period: { start: { edtf: '2024-01-08' }, length, end: { edtf: '2024-05-31' } },
      startedOn: { edtf: '2024-01-08' },
      extendedTo: { edtf: '2024-05-31' },
      confirmed: [{ from: '2024-02-01', to: '2024-02-03' }],
      startTold: [['source-paper'], ['source-paper']],
    })
  })

  it('identifies, describes and releases members without a change of its size', async () => {
    const ledger = await told(
      attach,
      { type: 'DescribeMember', cohort, member: 'one', describedAs: 'an engineer', homePlace: 'organisation-shenzhen' },
      { type: 'DescribeMember', cohort, member: 'two', describedAs: 'a planner' },
      { type: 'IdentifyMember', cohort, person: 'person-1', was: 'one' },
      { type: 'IdentifyMember', cohort, person: 'person-2' },
      { type: 'ReleaseMember', cohort, person: 'person-2' },
      { type: 'NameCohortRoles', cohort, roles: [{ role: 'leader', person: 'person-1', counted: 'within' }] },
      { type: 'NameCohortRoles', cohort, roles: [{ role: 'leader', person: 'person-1', counted: 'beside' }] },
    )
    expect(await rowIn(ledger, cohorts, cohort)).toStrictEqual({
      ...attached,
      identified: [{ person: 'person-1', was: 'one' }],
      described: [{ member: 'two', describedAs: 'a planner' }],
      released: ['person-2'],
      roles: [{ role: 'leader', person: 'person-1', counted: 'beside' }],
    })
  })

  it('keeps the latest breakdown by each criterion, and the latest itinerary', async () => {
    const parts = (n: number) => [{ label: 'senior', count: { kind: 'exact', n } }] as const
    const ledger = await told(
      attach,
      { type: 'RecordCohortBreakdown', cohort, by: 'rank', parts: parts(3) },
      { type: 'RecordCohortBreakdown', cohort, by: 'sex', parts: parts(5) },
      { type: 'RecordCohortBreakdown', cohort, by: 'rank', parts: parts(4), addsUp: true },
      { type: 'SetCohortItinerary', cohort, legs: [{ place: 'Wuhan' }] },
      { type: 'SetCohortItinerary', cohort, legs: [{ place: 'Shenzhen' }, { place: 'Wuhan', from: { edtf: '2024-02' } }] },
    )
    expect(await rowIn(ledger, cohorts, cohort)).toStrictEqual({
      ...attached,
      breakdowns: [
        { by: 'sex', parts: parts(5) },
        { by: 'rank', parts: parts(4), addsUp: true },
      ],
      itinerary: [{ place: 'Shenzhen' }, { place: 'Wuhan', from: { edtf: '2024-02' } }],
    })
  })

  it.each<[string, ReadonlyArray<Said>, object]>([
    [
      'is not over while some are left',
      [{ type: 'RecordCohortReturn', cohort, count: { kind: 'exact', n: 9 }, on: { edtf: '2024-02-01' } }],
      { state: 'attached' },
    ],
    [
      'has returned when all came back early',
      [
        { type: 'RecordCohortReturn', cohort, count: { kind: 'exact', n: 9 }, on: { edtf: '2024-02-01' } },
        { type: 'RecordCohortReturn', cohort, count: { kind: 'exact', n: 1 }, on: { edtf: '2024-02-03' }, askedBy: 'host' },
      ],
      { state: 'returned', overOn: { edtf: '2024-02-03' } },
    ],
    [
      'has completed when the last of them have',
      [
        { type: 'RecordCohortReturn', cohort, count: { kind: 'exact', n: 2 }, on: { edtf: '2024-02-01' } },
        { type: 'RecordCohortCompletion', cohort, count: { kind: 'exact', n: 8 }, on: { edtf: '2024-03-01' } },
      ],
      { state: 'completed', overOn: { edtf: '2024-03-01' } },
    ],
    [
      'has completed when it did as a whole, however many were left of it',
      [
        { type: 'RecordCohortReturn', cohort, count: { kind: 'about', n: 2 }, on: { edtf: '2024-02-01' } },
        { type: 'RecordCohortCompletion', cohort, on: { edtf: '2024-03' } },
      ],
      { state: 'completed', overOn: { edtf: '2024-03' } },
    ],
  ])('%s', async (_, said, expected) => {
    const row = await rowIn(await told(attach, ...said), cohorts, cohort)
    expect(row).toMatchObject(expected)
    expect('overOn' in (row ?? {})).toBe('overOn' in expected)
  })

  it('stands corrected, as known before, and not at all when its attachment is voided', async () => {
    const ledger = await told(attach, { type: 'StartCohort', cohort, on: { edtf: '2024-01-08' } })
    const before = right(await ledger.position())
    const { entry, value } = await entryOf(ledger, 'batch-1', 'CohortAttached')
    if (value.type !== 'CohortAttached' || before === 'start') throw new Error('no cohort')
    await tell(ledger, {
      type: 'CorrectEntry',
      stream: 'batch-1',
      entry,
      value: { ...value, size: { kind: 'exact', n: 11 } },
      reason: 'misread',
    })
    expect(await rowIn(ledger, cohorts, cohort)).toMatchObject({ size: { kind: 'exact', n: 11 }, startedOn: { edtf: '2024-01-08' } })
    expect(await rowIn(ledger, cohorts, cohort, { asKnownAt: before })).toMatchObject({ size: ten })
    await tell(ledger, { type: 'VoidEntry', stream: 'batch-1', entry, reason: 'of another batch' })
    expect(await rowIn(ledger, cohorts, cohort)).toBeUndefined()
  })
})
