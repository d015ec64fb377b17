import { describe, expect, it, test } from 'vitest'
import { batch } from '../../../src/domain/batches/batch.js'
import type { BatchCommand, CohortCommand } from '../../../src/domain/batches/commands.js'
import type { BatchEvent, BatchOpening, BatchPlan } from '../../../src/domain/batches/events.js'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { closedList, openList } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(batch)

const id = 'batch-gba-1'
const programme = 'programme-gba'
const keys = { batch: id, programme } as const
const plan: BatchPlan = { ...keys, ordinal: 1, plannedSize: exactly(12), partners: openList(['organisation-shenzhen']) }
const opening: BatchOpening = { ...keys, ordinal: 1, openedOn: { edtf: '2023-12-18' }, partners: closedList(['organisation-shenzhen']) }
const steps = [{ step: 'Nomination by departments', deadline: { edtf: '2023-10-31' } }, { step: 'Selection' }]
const details = { cohort: 'batch-gba-1#first', size: exactly(10) } as const

const planned: BatchEvent = { type: 'BatchPlanned', ...plan }
const opened: BatchEvent = { type: 'BatchOpened', ...opening }
const called: BatchEvent = { type: 'CallOpened', ...keys, steps }
const closed: BatchEvent = { type: 'BatchClosed', ...keys, on: { edtf: '2024-03-18' } }
const attached: BatchEvent = { type: 'CohortAttached', ...keys, ...details }

describe('PlanBatch', () => {
  it('records a batch of which only the ordinal is known', () =>
    given()
      .when({ type: 'PlanBatch', batch: 'batch-jpo-2', programme: 'programme-un-jpo', ordinal: 2 })
      .then({ type: 'BatchPlanned', batch: 'batch-jpo-2', programme: 'programme-un-jpo', ordinal: 2 }))

  it('stays quiet for the same plan, also after it was revised', () =>
    given(planned, { type: 'BatchRevised', ...keys, plannedSize: exactly(10) })
      .when({ type: 'PlanBatch', ...plan })
      .thenNothing())

  it('is refused for another plan under the same id', () =>
    given(planned)
      .when({ type: 'PlanBatch', ...plan, ordinal: 2 })
      .thenRefused({ _tag: 'BatchAlreadyPlanned', batch: id }))
})

describe('OpenBatch', () => {
  it('opens a batch that nobody planned', () =>
    given()
      .when({ type: 'OpenBatch', ...opening })
      .then(opened))

  it('opens a planned one', () =>
    given(planned)
      .when({ type: 'OpenBatch', ...opening })
      .then(opened))

  it('is refused where the batch was planned for another programme', () =>
    given(planned)
      .when({ type: 'OpenBatch', ...opening, programme: 'programme-other' })
      .thenRefused({ _tag: 'BatchOfOtherProgramme', batch: id, programme, given: 'programme-other' }))

  it('stays quiet for the same opening, whatever the order of its fields', () => {
    const { openedOn, ...rest } = opening
    given(planned, opened)
      .when({ type: 'OpenBatch', ...(openedOn !== undefined && { openedOn }), ...rest })
      .thenNothing()
  })

  it('is refused for another opening under the same id', () =>
    given(opened)
      .when({ type: 'OpenBatch', ...opening, theme: 'finance' })
      .thenRefused({ _tag: 'BatchAlreadyOpened', batch: id }))
})

describe('OpenCall', () => {
  it('records the steps in their order, with the programme', () => given(planned).when({ type: 'OpenCall', batch: id, steps }).then(called))

  it('takes a later call with other steps', () =>
    given(opened, called)
      .when({ type: 'OpenCall', batch: id, steps: steps.slice(1) })
      .then({ type: 'CallOpened', ...keys, steps: steps.slice(1) }))

  it('stays quiet for the call that stands', () => given(opened, called).when({ type: 'OpenCall', batch: id, steps }).thenNothing())
})

describe('ReviseBatch', () => {
  it('records what is told anew', () =>
    given(planned)
      .when({ type: 'ReviseBatch', batch: id, plannedSize: exactly(10), theme: 'finance' })
      .then({ type: 'BatchRevised', ...keys, plannedSize: exactly(10), theme: 'finance' }))

  it.each([
    ['nothing is told', {}],
    ['it was planned so', { plannedSize: exactly(12) }],
    ['it was opened so', { partners: closedList(['organisation-shenzhen'] as const) }],
    ['it was revised so', { theme: 'finance' }],
  ])('stays quiet where %s', (_, revision) =>
    given(planned, opened, { type: 'BatchRevised', ...keys, theme: 'finance' })
      .when({ type: 'ReviseBatch', batch: id, ...revision })
      .thenNothing(),
  )
})

describe('CloseBatch', () => {
  it('closes an open batch', () =>
    given(opened)
      .when({ type: 'CloseBatch', batch: id, on: { edtf: '2024-03-18' } })
      .then(closed))

  it('gives up a plan', () =>
    given(planned)
      .when({ type: 'CloseBatch', batch: id, why: 'no hosts' })
      .then({ type: 'BatchClosed', ...keys, why: 'no hosts' }))

  it('stays quiet for the same closing', () =>
    given(opened, closed)
      .when({ type: 'CloseBatch', batch: id, on: { edtf: '2024-03-18' } })
      .thenNothing())

  it('is refused for another one', () =>
    given(opened, closed)
      .when({ type: 'CloseBatch', batch: id })
      .thenRefused({ _tag: 'BatchAlreadyClosed', batch: id, on: { edtf: '2024-03-18' } }))
})

describe('a cohort and its batch', () => {
  const attach = { type: 'AttachCohort', ...details } as const

  it('comes into an open batch', () =>
    given(opened)
      .when(attach)
      .then({ type: 'CohortAttached', ...keys, ...details }))

  it('does not come into a batch that is merely planned', () =>
    given(planned).when(attach).thenRefused({ _tag: 'BatchNotOpen', batch: id, phase: 'planned' }))

  it('does not come into a closed one', () =>
    given(opened, closed).when(attach).thenRefused({ _tag: 'BatchNotOpen', batch: id, phase: 'closed' }))

  it('completes after its batch was closed', () =>
    given(opened, attached, closed)
      .when({ type: 'RecordCohortCompletion', cohort: details.cohort, on: { edtf: '2024-03-18' } })
      .then({ type: 'CohortCompleted', ...keys, cohort: details.cohort, on: { edtf: '2024-03-18' } }))

  it('is found again by a batch that was opened anew after its first opening was voided', () =>
    given(attached, opened)
      .when(attach)
      .thenRefused({ _tag: 'CohortAlreadyAttached', cohort: details.cohort, size: exactly(10) }))

  it('is ruled by the stream of its batch', () => {
    expect(batch.streamOf(attach)).toBe(id)
    expect(batch.subjectOf({ ...attached, cohort: 'batch-other#first' })).toBe('batch-other')
    expect(batch.subjectOf(opened)).toBe(id)
  })
})

describe('each command in each phase of the batch', () => {
  const commands: {
    readonly [T in Exclude<BatchCommand, CohortCommand>['type'] | 'PlanCohort' | 'AttachCohort' | 'StartCohort']: BatchCommand
  } = {
    PlanBatch: { type: 'PlanBatch', ...plan, ordinal: 2 },
    OpenBatch: { type: 'OpenBatch', ...opening, ordinal: 2 },
    OpenCall: { type: 'OpenCall', batch: id, steps },
    ReviseBatch: { type: 'ReviseBatch', batch: id, theme: 'finance' },
    CloseBatch: { type: 'CloseBatch', batch: id },
    RecordBatchCosts: {
      type: 'RecordBatchCosts',
      batch: id,
      item: 'course fee',
      amount: { currency: 'HKD', amount: { kind: 'exact', n: 800 } },
      basis: 'actual',
    },
    RecordBatchHours: { type: 'RecordBatchHours', batch: id, dutyHours: { kind: 'exact', n: 40 }, basis: 'estimate' },
    PlanCohort: { type: 'PlanCohort', ...details },
    AttachCohort: { type: 'AttachCohort', ...details },
    StartCohort: { type: 'StartCohort', cohort: details.cohort, on: { edtf: '2023-12-18' } },
  }
  const phases = { 'not recorded': [], planned: [planned], open: [opened], closed: [opened, closed] }

  test.each([
    ['PlanBatch', 'not recorded', 'records BatchPlanned'],
    ['PlanBatch', 'planned', 'BatchAlreadyPlanned'],
    ['PlanBatch', 'open', 'BatchAlreadyOpened'],
    ['PlanBatch', 'closed', 'BatchAlreadyClosed'],
    ['OpenBatch', 'not recorded', 'records BatchOpened'],
    ['OpenBatch', 'planned', 'records BatchOpened'],
    ['OpenBatch', 'open', 'BatchAlreadyOpened'],
    ['OpenBatch', 'closed', 'BatchAlreadyClosed'],
    ['OpenCall', 'not recorded', 'BatchNotRecorded'],
    ['OpenCall', 'planned', 'records CallOpened'],
    ['OpenCall', 'open', 'records CallOpened'],
    ['OpenCall', 'closed', 'BatchAlreadyClosed'],
    ['ReviseBatch', 'not recorded', 'BatchNotRecorded'],
    ['ReviseBatch', 'planned', 'records BatchRevised'],
    ['ReviseBatch', 'open', 'records BatchRevised'],
    ['ReviseBatch', 'closed', 'BatchAlreadyClosed'],
    ['CloseBatch', 'not recorded', 'BatchNotRecorded'],
    ['CloseBatch', 'planned', 'records BatchClosed'],
    ['CloseBatch', 'open', 'records BatchClosed'],
    ['CloseBatch', 'closed', 'BatchAlreadyClosed'],
    ['RecordBatchCosts', 'not recorded', 'BatchNotRecorded'],
    ['RecordBatchCosts', 'planned', 'records BatchCostsRecorded'],
    ['RecordBatchCosts', 'open', 'records BatchCostsRecorded'],
    ['RecordBatchCosts', 'closed', 'records BatchCostsRecorded'],
    ['RecordBatchHours', 'not recorded', 'BatchNotRecorded'],
    ['RecordBatchHours', 'planned', 'records BatchHoursRecorded'],
    ['RecordBatchHours', 'open', 'records BatchHoursRecorded'],
    ['RecordBatchHours', 'closed', 'records BatchHoursRecorded'],
    ['PlanCohort', 'not recorded', 'BatchNotRecorded'],
    ['PlanCohort', 'planned', 'records CohortPlanned'],
    ['PlanCohort', 'open', 'records CohortPlanned'],
    ['PlanCohort', 'closed', 'BatchNotOpen'],
    ['AttachCohort', 'not recorded', 'BatchNotRecorded'],
    ['AttachCohort', 'planned', 'BatchNotOpen'],
    ['AttachCohort', 'open', 'records CohortAttached'],
    ['AttachCohort', 'closed', 'BatchNotOpen'],
    ['StartCohort', 'not recorded', 'BatchNotRecorded'],
    ['StartCohort', 'planned', 'CohortNotRecorded'],
    ['StartCohort', 'open', 'CohortNotRecorded'],
    ['StartCohort', 'closed', 'CohortNotRecorded'],
  ] as const)('%s on a batch %s: %s', (command, phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(commands[command])
        .outcome(),
    ).toBe(outcome),
  )
})
